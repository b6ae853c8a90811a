// generate: a map becomes a scene, as one GLB, as a package of files, or both.
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <chrono>
#include <cstdio>
#include <memory>

#include "app/cli/Commands.h"
#include "app/cli/Console.h"
#include "app/cli/LibraryOption.h"
#include "app/cli/MadeWorld.h"
#include "app/cli/Options.h"
#include "app/cli/OutputPath.h"
#include "app/cli/Report.h"
#include "core/base/File.h"
#include "core/gltf/Profile.h"
#include "core/output/Output.h"

namespace sketchwalk::cli {
namespace {

struct GenerateOptions : WorldRequest {
    std::filesystem::path out, package, report;
    std::string profile = "universal";
    bool navmesh = false;
    std::filesystem::path stl;
    print::PrintOptions print;
};

constexpr double kWorldShare = 0.65;  // of the progress bar; the files take the rest

std::string profileNames() {
    std::string names;
    for (const gltf::Profile& profile : gltf::profiles())
        names += (names.empty() ? "" : ",") + std::string(profile.name);
    return names;
}

std::string checkProfile(const std::string& profile) {
    if (gltf::profileNamed(profile)) return {};
    return "'" + profile + "' is no profile; use one of " + profileNames();
}

struct Targets {
    output::Wanted wanted;
    std::optional<std::filesystem::path> report;
};

// What else will lie beside the scene must be writable too, and must not be the map.
Result<void> checkNavPaths(const GenerateOptions& options, const std::filesystem::path& glb) {
    const output::NavPaths paths = output::navPathsBeside(glb);
    for (const auto& path : {paths.glb, paths.bin}) {
        if (auto apart = keepApart(options.map.in, path); !apart) return apart;
        if (auto checked = outputFile(path); !checked) return tl::make_unexpected(checked.error());
    }
    return {};
}

// Where everything goes, checked before the long work.
Result<Targets> targetsOf(const GenerateOptions& options) {
    if (options.out.empty() && options.package.empty() && options.stl.empty()) {
        return fail(ErrorKind::usage, "Nothing to write: give -o scene.glb, --package FOLDER, or --stl FILE.");
    }
    if (options.navmesh && options.out.empty() && options.package.empty()) {
        return fail(ErrorKind::usage, "--navmesh goes with a scene: give -o scene.glb or --package FOLDER too.");
    }
    Targets targets;
    targets.wanted.profile = gltf::profileNamed(options.profile);
    for (const auto& path : {options.out, options.stl, options.report}) {
        if (path.empty()) continue;
        if (auto apart = keepApart(options.map.in, path); !apart) return tl::make_unexpected(apart.error());
    }
    if (!options.out.empty()) {
        auto glb = outputFile(options.out);
        if (!glb) return tl::make_unexpected(glb.error());
        targets.wanted.glb = std::move(*glb);
    }
    if (!options.package.empty()) {
        auto folder = outputFolder(options.package);
        if (!folder) return tl::make_unexpected(folder.error());
        targets.wanted.package = std::move(*folder);
    }
    if (!options.stl.empty()) {
        auto stl = outputFile(options.stl);
        if (!stl) return tl::make_unexpected(stl.error());
        targets.wanted.stl = std::move(*stl);
    }
    targets.wanted.navmesh = options.navmesh;
    targets.wanted.print = options.print;
    if (options.navmesh && targets.wanted.glb) {
        if (auto fit = checkNavPaths(options, *targets.wanted.glb); !fit) return tl::make_unexpected(fit.error());
    }
    if (!options.report.empty()) {
        auto report = outputFile(options.report);
        if (!report) return tl::make_unexpected(report.error());
        targets.report = std::move(*report);
    }
    return targets;
}

std::string summaryOf(const Run& run, const pipeline::World& world) {
    std::string text = "Wrote";
    for (size_t i = 0; i < run.outputs.size(); ++i) text += (i ? " and " : " ") + run.outputs[i].string();
    char figures[160];
    std::snprintf(figures, sizeof figures, ": %.0f x %.0f m, %zu objects, %.2f s.\n", world.layout.extent.x,
                  world.layout.extent.y, world.scene->objectCount(), run.seconds);
    return text + figures;
}

Result<void> generate(const GenerateOptions& options, const std::stop_token& stop, Console& console) {
    const auto start = std::chrono::steady_clock::now();
    const auto elapsed = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    auto targets = targetsOf(options);
    if (!targets) return tl::make_unexpected(targets.error());

    const auto made = makeWorld(options, stop, console, kWorldShare);
    if (!made) return tl::make_unexpected(made.error());
    const pipeline::World& world = made->world;
    Run run{options.map.in, {}, options.world.resolution, options.world.threads, made->strokes,
            made->times,    0,  made->diagnostics};
    const auto files = output::write(world, made->resources.catalogue, targets->wanted,
                                     restOfBar(options, stop, console, kWorldShare));
    if (!files) return tl::make_unexpected(files.error());
    run.times.insert(run.times.end(), files->times.begin(), files->times.end());
    run.diagnostics.insert(run.diagnostics.end(), files->diagnostics.begin(), files->diagnostics.end());
    if (!options.out.empty()) run.outputs.push_back(options.out);
    if (!options.package.empty()) run.outputs.push_back(options.package);
    if (!options.stl.empty()) run.outputs.push_back(options.stl);
    run.seconds = elapsed();

    console.diagnostics(run.diagnostics);
    const auto report = reportOf(run, world);
    if (targets->report) {
        const auto text = report.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
        if (auto written = writeFile(*targets->report, text); !written) return written;
    }
    console.say(summaryOf(run, world));
    console.result(report);
    return {};
}

// CLI::Range would let "nan" pass.
CLI::Validator millimetres(double least, double most) {
    return {[least, most](const std::string& text) {
                double value = 0;
                const bool good = CLI::detail::lexical_cast(text, value) && value >= least && value <= most;
                char why[80];
                std::snprintf(why, sizeof why, "'%.20s' is not between %g and %g", text.c_str(), least, most);
                return good ? std::string() : std::string(why);
            },
            ""};
}

void addPrintOptions(CLI::App& command, GenerateOptions& options) {
    command.add_option("--stl", options.stl, "Also a closed solid for 3D printing, as binary STL in millimetres")
        ->type_name("FILE");
    command.add_option("--stl-size", options.print.size, "Longer side of the print in millimetres")
        ->check(millimetres(print::kLeastSize, print::kMostSize))
        ->capture_default_str()
        ->type_name("MM");
    command
        .add_option("--stl-base", options.print.base, "Thickness of the plate under the lowest point in millimetres")
        ->check(millimetres(print::kLeastBase, print::kMostBase))
        ->capture_default_str()
        ->type_name("MM");
}

}  // namespace

void addGenerate(CLI::App& program, Session& session) {
    auto* command = program.add_subcommand("generate", "Make a world of a map: one GLB, a package of files, or both");
    const auto options = std::make_shared<GenerateOptions>();
    addMapOptions(*command, options->map);
    addOutput(*command, options->out, "The scene to write, as binary glTF 2.0");
    command
        ->add_option("--package", options->package, "A folder for the scene, heights, surfaces and a preview picture")
        ->type_name("FOLDER");
    addWorldOptions(*command, options->world);
    addLibraryOption(*command, options->libraries);
    command
        ->add_option("--profile", options->profile,
                     "Whom the scene is for: colliders, levels of detail, heights and a README.txt as it likes them")
        ->check(CLI::Validator(checkProfile, "{" + profileNames() + "}"))
        ->default_str("universal")
        ->type_name("NAME");
    command->add_flag("--navmesh", options->navmesh,
                      "Also where one can walk: navmesh.glb and navmesh.bin in the package, or beside the scene");
    addPrintOptions(*command, *options);
    command->add_option("--report", options->report, "Write stage times, peak memory, counts and diagnostics as JSON")
        ->type_name("FILE");
    addTalkOptions(*command, session.talk);
    command->callback([options, &session] {
        session.action = [options, stop = session.stop](Console& console) { return generate(*options, stop, console); };
    });
}

}  // namespace sketchwalk::cli
