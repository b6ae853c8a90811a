// generate: a map becomes a scene, as one GLB, as a package of files, or both.
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <chrono>
#include <cstdio>
#include <memory>

#include "app/cli/Commands.h"
#include "app/cli/Console.h"
#include "app/cli/NavOutput.h"
#include "app/cli/OutputPath.h"
#include "app/cli/Outputs.h"
#include "app/cli/Report.h"
#include "core/base/File.h"
#include "core/gltf/Profile.h"

namespace sketchwalk::cli {
namespace {

struct GenerateOptions {
    MapOptions map;
    WorldOptions world;
    std::filesystem::path out, package, report;
    std::string profile = "universal";
    bool navmesh = false;
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

struct NavPaths {
    std::filesystem::path glb, bin;
};

struct Targets {
    Wanted wanted;
    std::optional<NavPaths> navmesh;  // beside the scene
    std::optional<std::filesystem::path> report;
};

// scene.navmesh.glb and scene.navmesh.bin, beside scene.glb.
Result<NavPaths> navPathsOf(const GenerateOptions& options, const std::filesystem::path& glb) {
    NavPaths paths;
    for (auto [path, ending] : {std::pair(&paths.glb, ".navmesh.glb"), std::pair(&paths.bin, ".navmesh.bin")}) {
        const auto wished = glb.parent_path() / (glb.stem().string() + ending);
        if (auto apart = keepApart(options.map.in, wished); !apart) return tl::make_unexpected(apart.error());
        auto checked = outputFile(wished);
        if (!checked) return tl::make_unexpected(checked.error());
        *path = std::move(*checked);
    }
    return paths;
}

// Where everything goes, checked before the long work.
Result<Targets> targetsOf(const GenerateOptions& options) {
    if (options.out.empty() && options.package.empty()) {
        return fail(ErrorKind::usage, "Nothing to write: give -o scene.glb, --package FOLDER, or both.");
    }
    Targets targets;
    targets.wanted.profile = gltf::profileNamed(options.profile);
    for (const auto& path : {options.out, options.report}) {
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
    if (options.navmesh && targets.wanted.glb) {
        auto paths = navPathsOf(options, *targets.wanted.glb);
        if (!paths) return tl::make_unexpected(paths.error());
        targets.navmesh = std::move(*paths);
    }
    if (!options.report.empty()) {
        auto report = outputFile(options.report);
        if (!report) return tl::make_unexpected(report.error());
        targets.report = std::move(*report);
    }
    return targets;
}

// Builds the navigation mesh and adds its files to what will be written.
Result<void> addNavMesh(const pipeline::World& world, const catalogue::Catalogue& catalogue, Targets& targets,
                        const Job& job, Run& run) {
    const auto start = std::chrono::steady_clock::now();
    auto made = navigationOf(*world.scene, catalogue, job);
    if (!made) return tl::make_unexpected(made.error());
    run.times.push_back({"navmesh", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count()});
    run.diagnostics.insert(run.diagnostics.end(), made->diagnostics.begin(), made->diagnostics.end());
    if (targets.wanted.package) {
        made->about["files"] = {"navmesh.glb", "navmesh.bin"};
        targets.wanted.inPackage.about["navmesh"] = made->about;
        targets.wanted.inPackage.files.push_back({"navmesh.glb", made->glb});
        targets.wanted.inPackage.files.push_back({"navmesh.bin", made->bin});
    }
    if (targets.navmesh) {
        targets.wanted.beside.push_back({targets.navmesh->glb, std::move(made->glb)});
        targets.wanted.beside.push_back({targets.navmesh->bin, std::move(made->bin)});
    }
    return {};
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

    Run run{options.map.in, {}, options.world.resolution, options.world.threads, 0, {}, 0, {}};
    console.progress("read", 0);
    const auto resources = pipeline::Resources::load(options.world.threads);
    if (!resources) return tl::make_unexpected(resources.error());
    run.times.push_back({"load", elapsed()});
    const auto read = sketch::read(options.map.in, resources->catalogue, options.map.read);
    if (!read) return tl::make_unexpected(read.error());
    run.times.push_back({"read", elapsed() - run.times.back().seconds});
    run.strokes = read->sketch.strokes.size();
    run.diagnostics = read->diagnostics;

    Job job{stop, [&](std::string_view stage, double f) { console.progress(stage, f * kWorldShare); },
            options.world.threads};
    const auto world = pipeline::generate(read->sketch, *resources, {options.world.resolution}, job);
    if (!world) return tl::make_unexpected(world.error());
    run.times.insert(run.times.end(), world->times.begin(), world->times.end());
    run.diagnostics.insert(run.diagnostics.end(), world->diagnostics.begin(), world->diagnostics.end());

    job.report = [&](std::string_view stage, double f) {
        console.progress(stage, kWorldShare + f * (1 - kWorldShare));
    };
    if (options.navmesh) {
        if (auto added = addNavMesh(*world, resources->catalogue, *targets, job, run); !added) return added;
    }
    if (auto written = writeOutputs(*world->scene, targets->wanted, job, run.times); !written) return written;
    if (!options.out.empty()) run.outputs.push_back(options.out);
    if (!options.package.empty()) run.outputs.push_back(options.package);
    run.seconds = elapsed();

    console.diagnostics(run.diagnostics);
    const auto report = reportOf(run, *world);
    if (targets->report) {
        const auto text = report.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
        if (auto written = writeFile(*targets->report, text); !written) return written;
    }
    console.say(summaryOf(run, *world));
    console.result(report);
    return {};
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
    command
        ->add_option("--profile", options->profile,
                     "Whom the scene is for: colliders, levels of detail, heights and a README.txt as it likes them")
        ->check(CLI::Validator(checkProfile, "{" + profileNames() + "}"))
        ->default_str("universal")
        ->type_name("NAME");
    command->add_flag("--navmesh", options->navmesh,
                      "Also where one can walk: navmesh.glb and navmesh.bin in the package, or beside the scene");
    command->add_option("--report", options->report, "Write stage times, peak memory, counts and diagnostics as JSON")
        ->type_name("FILE");
    addTalkOptions(*command, session.talk);
    command->callback([options, &session] {
        session.action = [options, stop = session.stop](Console& console) { return generate(*options, stop, console); };
    });
}

}  // namespace sketchwalk::cli
