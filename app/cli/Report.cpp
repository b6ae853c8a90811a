#include "app/cli/Report.h"

#include <fstream>
#include <map>
#include <string>

#include "app/cli/Console.h"

namespace sketchwalk::cli {
namespace {

size_t trianglesOf(const scene::Scene& scene) {
    size_t sum = 0;
    for (const auto& chunk : scene.chunks) sum += chunk.mesh->triangles();
    for (const auto& water : scene.waters) sum += water.mesh->triangles();
    for (const auto& group : scene.groups) {
        sum += scene.assets[static_cast<size_t>(group.asset)].mesh->triangles() * group.instances.size();
    }
    return sum;
}

}  // namespace

uint64_t peakMemory() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("VmHWM:", 0) == 0) return std::strtoull(line.c_str() + 6, nullptr, 10) * 1024;
    }
    return 0;
}

nlohmann::json countsOf(const pipeline::World& world) {
    const auto& scene = *world.scene;
    std::map<std::string, size_t> drawn, grown;
    for (const auto& group : scene.groups) {
        const auto& category = scene.assets[static_cast<size_t>(group.asset)].category;
        for (const auto& instance : group.instances) ++(instance.stroke ? drawn : grown)[category];
    }
    return {{"regions", world.layout.regions.size()},
            {"lines", world.layout.lines.size()},
            {"reliefs", world.layout.reliefs.size()},
            {"placements", world.layout.placements.size()},
            {"objects", scene.objectCount()},
            {"drawn", drawn},
            {"grown", grown},
            {"assets", scene.assets.size()},
            {"terrain_chunks", scene.chunks.size()},
            {"water_parts", scene.waters.size()},
            {"triangles", trianglesOf(scene)}};
}

nlohmann::json reportOf(const Run& run, const pipeline::World& world) {
    auto stages = nlohmann::json::array();
    for (const auto& time : run.times) stages.push_back({{"stage", time.stage}, {"seconds", time.seconds}});
    auto outputs = nlohmann::json::array();
    for (const auto& output : run.outputs) outputs.push_back(output.string());
    auto counts = countsOf(world);
    counts["strokes"] = run.strokes;
    return {{"format", "sketchwalk-report"},
            {"version", 1},
            {"program", "sketchwalk-cli " SKETCHWALK_VERSION},
            {"input", run.in.string()},
            {"outputs", outputs},
            {"seed", world.layout.seed},
            {"extent", {world.layout.extent.x, world.layout.extent.y}},
            {"biome", world.layout.biome},
            {"season", world.layout.season},
            {"resolution", run.resolution},
            {"cells", {world.ground->width(), world.ground->depth()}},
            {"threads", run.threads},
            {"stages", stages},
            {"seconds", run.seconds},
            {"peak_memory_bytes", peakMemory()},
            {"counts", counts},
            {"diagnostics", jsonOf(run.diagnostics)}};
}

}  // namespace sketchwalk::cli
