// walk: a bot walks through the world that a map becomes, and reports.
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <chrono>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/Commands.h"
#include "app/cli/Console.h"
#include "app/cli/LibraryOption.h"
#include "app/cli/MadeWorld.h"
#include "app/cli/Options.h"
#include "app/cli/OutputPath.h"
#include "app/cli/Tour.h"
#include "core/base/File.h"
#include "core/navigation/NavMesh.h"

namespace sketchwalk::cli {
namespace {

struct WalkOptions : WorldRequest {
    std::filesystem::path report;
    double metres = 1000;
};

constexpr double kWalkWorldShare = 0.4;  // of the progress bar

double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Result<nlohmann::json> walked(const pipeline::World& made, const catalogue::Catalogue& catalogue, double metres,
                              const Job& job, Console& console) {
    const scene::Scene& scene = *made.scene;
    auto start = std::chrono::steady_clock::now();
    auto world = play::World::build(made.scene, {}, job);
    if (!world) return tl::make_unexpected(world.error());
    const double ready = secondsSince(start);
    const auto mesh = navigation::build(scene, catalogue, navigation::settingsFor(scene.extent), job);
    if (!mesh) return tl::make_unexpected(mesh.error());
    const auto paths = navigation::Paths::from(*mesh);
    if (!paths) return tl::make_unexpected(paths.error());
    const play::Surface surface(scene);
    const Tour tour = walkTour(*world, surface, *paths, navigation::goalsOf(scene, catalogue), {metres, scene.seed},
                               job.stop, [&](double share) { job.progress("walk", share); });
    if (job.stopped()) return fail(ErrorKind::interrupted, "Stopped on the way.");
    console.diagnostics(navigation::unreachable(*mesh, scene, catalogue));
    nlohmann::json report = reportOf(tour);
    report["ready_ms"] = std::round(ready * 1e4) / 10;
    report["colliders"] = world->colliders();
    report["extent"] = {scene.extent.x, scene.extent.y};
    return report;
}

std::string summaryOf(const nlohmann::json& report) {
    char text[320];
    std::snprintf(
        text, sizeof text,
        "Walked %.0f m: %d of %d places reached, feet at most %.3f m off the ground, never longer than %.2f s "
        "in one place. A step took %.3f ms, one in a hundred over %.3f ms.\n",
        report["metres"].get<double>(), report["reached"].get<int>(), report["targets"].get<int>(),
        report["max_gap_m"].get<double>(), report["max_stuck_s"].get<double>(), report["step_ms"]["p50"].get<double>(),
        report["step_ms"]["p99"].get<double>());
    return text;
}

Result<void> walk(const WalkOptions& options, const std::stop_token& stop, Console& console) {
    std::optional<std::filesystem::path> target;
    if (!options.report.empty()) {
        if (auto apart = keepApart(options.map.in, options.report); !apart) return apart;
        auto file = outputFile(options.report);
        if (!file) return tl::make_unexpected(file.error());
        target = std::move(*file);
    }
    const auto made = makeWorld(options, stop, console, kWalkWorldShare);
    if (!made) return tl::make_unexpected(made.error());
    console.diagnostics(made->diagnostics);
    auto report = walked(made->world, made->resources.catalogue, options.metres,
                         restOfBar(options, stop, console, kWalkWorldShare), console);
    if (!report) return tl::make_unexpected(report.error());
    (*report)["input"] = options.map.in.string();
    if (target) {
        const std::string text = report->dump(2) + "\n";
        if (auto written = writeFile(*target, text); !written) return written;
    }
    console.say(summaryOf(*report));
    for (const auto& missed : (*report)["missed"]) console.say("Not reached: " + missed.get<std::string>() + "\n");
    console.result(*report);
    return {};
}

}  // namespace

void addWalk(CLI::App& program, Session& session) {
    auto* command = program.add_subcommand("walk", "Let a bot walk through the world that a map becomes, and report");
    const auto options = std::make_shared<WalkOptions>();
    addMapOptions(*command, options->map);
    command->add_option("--metres", options->metres, "How far to walk at least")
        ->check(CLI::Range(1.0, 1e6))
        ->capture_default_str()
        ->type_name("METRES");
    command->add_option("--report", options->report, "A file for the figures, as JSON")->type_name("FILE");
    addWorldOptions(*command, options->world);
    addLibraryOption(*command, options->libraries);
    addTalkOptions(*command, session.talk);
    command->callback([options, &session] {
        session.action = [options, stop = session.stop](Console& console) { return walk(*options, stop, console); };
    });
}

}  // namespace sketchwalk::cli
