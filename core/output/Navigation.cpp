#include "core/output/Navigation.h"

#include <cmath>

#include "core/gltf/SurfaceGlb.h"
#include "core/navigation/NavFile.h"
#include "core/navigation/NavMesh.h"
#include "core/navigation/Reach.h"
#include "core/navigation/Surface.h"

namespace sketchwalk::output {
namespace {

// Godot makes a NavigationMesh of a node with this ending; for everybody else it is a mesh.
const gltf::SurfaceLook kLook{"Walkable-navmesh", {0.16f, 0.56f, 0.93f}, 0.6f};

double rounded(double value) {
    return std::round(value * 1e4) / 1e4;
}

nlohmann::ordered_json aboutOf(const navigation::NavMesh& mesh, const navigation::Surface& surface) {
    const navigation::NavSettings& s = mesh.settings;
    size_t polygons = 0;
    for (const auto& tile : mesh.tiles) polygons += tile.size();
    return {{"agent",
             {{"radius", rounded(s.radius)},
              {"height", rounded(s.height)},
              {"climb", rounded(s.climb)},
              {"slope", rounded(s.slope)},
              {"wading", rounded(s.wading)}}},
            {"cell", {rounded(s.cell), rounded(s.rise)}},
            {"tile", rounded(s.tileSize())},
            {"trunks", s.trunks},
            {"tiles", mesh.tiles.size()},
            {"polygons", polygons},
            {"triangles", surface.indices.size() / 3},
            {"parts", mesh.partCount}};
}

}  // namespace

Result<Navigation> navigationOf(const scene::Scene& scene, const catalogue::Catalogue& catalogue, const Job& job) {
    const auto mesh = navigation::build(scene, catalogue, navigation::settingsFor(scene.extent), job);
    if (!mesh) return tl::make_unexpected(mesh.error());
    auto bin = navigation::encodeNavFile(*mesh);
    if (!bin) return tl::make_unexpected(bin.error());
    const navigation::Surface surface = navigation::surfaceOf(*mesh);
    Navigation output;
    output.bin = std::move(*bin);
    output.glb = gltf::encodeSurfaceGlb(surface.vertices, surface.indices, kLook);
    output.about = aboutOf(*mesh, surface);
    output.diagnostics = navigation::unreachable(*mesh, scene, catalogue);
    if (job.stopped()) return fail(ErrorKind::interrupted, "Stopped before anything was written.");
    return output;
}

}  // namespace sketchwalk::output
