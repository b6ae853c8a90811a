#include "core/navigation/NavMesh.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "core/base/Parallel.h"
#include "core/navigation/Detour.h"
#include "core/navigation/Parts.h"
#include "core/navigation/Reach.h"
#include "core/navigation/TileBuild.h"

namespace sketchwalk::navigation {
namespace {

constexpr double kLargeMap = 1024;     // metres
constexpr int kTilesOfALargeMap = 30;  // along its longer side
constexpr float kFromSpawn = 2;        // metres the walkable surface may be off the spawn

tl::unexpected<Error> interrupted() {
    return fail(ErrorKind::interrupted, "Stopped while looking where one can walk.");
}

using Wanted = std::function<bool(const Box& tile)>;

// Fills the wanted tiles, side by side.
Result<void> buildTiles(NavMesh& mesh, Point extent, const Obstacles& obstacles, const Wanted& wanted, const Job& job) {
    const double size = mesh.settings.tileSize();
    mesh.columns = std::max(1, static_cast<int>(std::ceil(extent.x / size - 1e-6)));
    mesh.rows = std::max(1, static_cast<int>(std::ceil(extent.y / size - 1e-6)));
    mesh.tiles.clear();
    const int count = mesh.columns * mesh.rows;
    std::vector<Result<PolyTile>> tiles(static_cast<size_t>(count));
    parallelFor(job.threads, count, [&](int i) {
        if (job.stopped()) return;
        const int column = i % mesh.columns, row = i / mesh.columns;
        const Box box{Point(column, row) * size, Point(column + 1, row + 1) * size};
        if (wanted && !wanted(box)) return;
        tiles[static_cast<size_t>(i)] = buildTile(obstacles, mesh.settings, column, row, job);
    });
    if (job.stopped()) return interrupted();
    for (Result<PolyTile>& tile : tiles) {
        if (!tile) return tl::make_unexpected(tile.error());
        if (tile->size() > 0) mesh.tiles.push_back(std::move(*tile));
    }
    return {};
}

// The tiles' bytes, linked; the parts follow from the links.
Result<void> link(NavMesh& mesh) {
    std::vector<std::vector<uint8_t>> data;
    for (const PolyTile& tile : mesh.tiles) {
        auto bytes = tileData(tile, mesh.settings);
        if (!bytes) return tl::make_unexpected(bytes.error());
        data.push_back(std::move(*bytes));
    }
    const auto params = paramsOf(mesh);
    if (!params) return tl::make_unexpected(params.error());
    const auto linked = assemble(*params, data);
    if (!linked) return tl::make_unexpected(linked.error());
    findParts(mesh, **linked);
    return {};
}

Result<NavMesh> built(const scene::Scene& scene, const catalogue::Catalogue& catalogue, const NavSettings& settings,
                      const Wanted& wanted, const Job& job) {
    NavMesh mesh;
    mesh.settings = settings;
    const Obstacles obstacles(scene, catalogue, settings);
    if (auto made = buildTiles(mesh, scene.extent, obstacles, wanted, job); !made)
        return tl::make_unexpected(made.error());
    job.progress("navigation", 0.8);
    if (auto linked = link(mesh); !linked) return tl::make_unexpected(linked.error());
    dropUseless(mesh, scene);
    if (auto linked = link(mesh); !linked) return tl::make_unexpected(linked.error());
    if (job.stopped()) return interrupted();
    return mesh;
}

}  // namespace

NavSettings settingsFor(Point extent) {
    NavSettings settings;
    if (std::max(extent.x, extent.y) <= kLargeMap) return settings;
    settings.cell = 0.4f;
    // Few large tiles: rich places even out in them, and their numbers leave bits for polygons.
    const double side = std::max(extent.x, extent.y) / kTilesOfALargeMap;
    settings.tileCells = 32 * static_cast<int>(std::ceil(side / settings.cell / 32));
    settings.trunks = false;
    return settings;
}

Result<NavMesh> build(const scene::Scene& scene, const catalogue::Catalogue& catalogue, const NavSettings& settings,
                      const Job& job) {
    auto mesh = built(scene, catalogue, settings, {}, job);
    if (!mesh) return mesh;
    mesh->spawnPart = Reach(*mesh).partAt(scene.spawn.position, kFromSpawn);
    job.progress("navigation", 1);
    return mesh;
}

Result<NavMesh> buildAlong(const Polyline& line, double reach, const scene::Scene& scene,
                           const catalogue::Catalogue& catalogue, const NavSettings& settings, const Job& job) {
    const auto near = [&](const Box& tile) {
        const Box box = tile.grown(reach);
        for (size_t i = 0; i < line.size(); ++i) {
            if (box.contains(line[i])) return true;
            if (i == 0) continue;
            const Ring corners{box.min, {box.max.x, box.min.y}, box.max, {box.min.x, box.max.y}};
            for (size_t k = 0; k < 4; ++k) {
                if (crossing(line[i - 1], line[i], corners[k], corners[(k + 1) % 4])) return true;
            }
        }
        return false;
    };
    return built(scene, catalogue, settings, near, job);
}

}  // namespace sketchwalk::navigation
