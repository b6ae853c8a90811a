#include "core/navigation/TileBuild.h"

#include <Recast.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>

#include "core/base/Memo.h"

namespace sketchwalk::navigation {
namespace {

constexpr float kEdgeError = 1.3f;           // voxels a simplified edge may miss the voxels' outline
constexpr float kLongestEdge = 12;           // metres
constexpr int kMostCellsForWatershed = 128;  // along a tile
constexpr int kMergedRegion = 400;           // voxels: smaller regions join their neighbours
constexpr int kLeastRegion = 0;              // voxels: small porches belong to what lies around them
constexpr float kDetailEvery = 2.4f;         // metres between samples of the heights
constexpr float kDetailError = 0.15f;        // metres the heights may miss
constexpr int kSameTop = 1;                  // voxels
constexpr float kMostRange = 780;            // metres: a voxel's height has 13 bits

template <class T, void (*release)(T*)>
struct Release {
    void operator()(T* value) const { release(value); }
};
using Solid = std::unique_ptr<rcHeightfield, Release<rcHeightfield, rcFreeHeightField>>;
using Compact = std::unique_ptr<rcCompactHeightfield, Release<rcCompactHeightfield, rcFreeCompactHeightfield>>;
using Contours = std::unique_ptr<rcContourSet, Release<rcContourSet, rcFreeContourSet>>;
using Polygons = std::unique_ptr<rcPolyMesh, Release<rcPolyMesh, rcFreePolyMesh>>;
using Details = std::unique_ptr<rcPolyMeshDetail, Release<rcPolyMeshDetail, rcFreePolyMeshDetail>>;

class Builder {
  public:
    Builder(const Obstacles& obstacles, const NavSettings& settings, int column, int row)
        : m_obstacles(obstacles), m_settings(settings), m_context(false) {
        m_tile.column = column;
        m_tile.row = row;
        m_radius = static_cast<int>(std::ceil(settings.radius / settings.cell));
        m_border = m_radius + 3;
        m_cells = settings.tileCells + 2 * m_border;
        m_climb = static_cast<int>(std::lround(settings.climb / settings.rise));
        m_height = static_cast<int>(std::ceil(settings.height / settings.rise - 1e-3f));
        const float margin = static_cast<float>(m_border) * settings.cell;
        m_window.west = static_cast<float>(column) * settings.tileSize() - margin;
        m_window.north = static_cast<float>(row) * settings.tileSize() - margin;
        m_window.east = m_window.west + static_cast<float>(m_cells) * settings.cell;
        m_window.south = m_window.north + static_cast<float>(m_cells) * settings.cell;
    }

    // What it is all made from, and its hash.
    uint64_t gather() {
        m_input = m_obstacles.gather(m_window);
        if (!m_input.areas.empty()) m_floors = m_obstacles.floors(m_window, m_settings.cell, m_cells);
        ContentHash hash;
        hash.add(static_cast<uint64_t>(m_tile.column));
        hash.add(static_cast<uint64_t>(m_tile.row));
        for (const float number : {m_settings.cell, m_settings.rise, m_settings.radius, m_settings.height,
                                   m_settings.climb, static_cast<float>(m_settings.tileCells)})
            hash.add(static_cast<double>(number));
        const auto addAll = [&](const auto& list) {
            hash.add(static_cast<uint64_t>(list.size()));
            hash.add(list.data(), list.size() * sizeof list[0]);
        };
        addAll(m_input.vertices);
        addAll(m_input.areas);
        addAll(m_input.trunks);
        addAll(m_floors);
        return hash.value();
    }

    Result<PolyTile> build() {
        const TileInput& input = m_input;
        if (input.areas.empty()) return std::move(m_tile);
        if (voxels(input) && compact(input) && polygons()) return std::move(m_tile);
        return fail(
            ErrorKind::output,
            "The walkable surface around (" + std::to_string(std::lround(m_window.west)) + ", " +
                std::to_string(std::lround(m_window.north)) +
                ") could not be built: there is too much in one place. Leave --navmesh away, or draw less there.");
    }

  private:
    bool voxels(const TileInput& input) {
        // On whole voxels, so that neighbouring tiles count heights alike.
        const float floor = std::floor(input.lowest / m_settings.rise) * m_settings.rise;
        const float low[3] = {m_window.west, floor, m_window.north};
        const float high[3] = {m_window.east, std::min(input.highest + 2 * m_settings.height, floor + kMostRange),
                               m_window.south};
        m_solid.reset(rcAllocHeightfield());
        if (!m_solid ||
            !rcCreateHeightfield(&m_context, *m_solid, m_cells, m_cells, low, high, m_settings.cell, m_settings.rise)) {
            return false;
        }
        // A steep face wins over walkable ground that it shares a voxel's column with, unless both end at one height.
        if (!rcRasterizeTriangles(&m_context, input.vertices.data(), input.areas.data(),
                                  static_cast<int>(input.areas.size()), *m_solid, kSameTop)) {
            return false;
        }
        rcFilterLowHangingWalkableObstacles(&m_context, m_climb, *m_solid);
        // No rcFilterLedgeSpans: it takes slopes above 34 degrees for ledges, and the radius keeps off real ones.
        rcFilterWalkableLowHeightSpans(&m_context, m_height, *m_solid);
        return true;
    }

    bool compact(const TileInput& input) {
        m_compact.reset(rcAllocCompactHeightfield());
        if (!m_compact || !rcBuildCompactHeightfield(&m_context, m_height, m_climb, *m_solid, *m_compact)) return false;
        m_solid.reset();
        drown();
        for (const Trunk& trunk : input.trunks) {
            const float foot[3] = {trunk.foot.x, trunk.foot.y - m_settings.climb, trunk.foot.z};
            // At least the voxel in whose middle it stands.
            rcMarkCylinderArea(&m_context, foot, std::max(trunk.radius, 0.71f * m_settings.cell),
                               m_settings.height + m_settings.climb, RC_NULL_AREA, *m_compact);
        }
        return rcErodeWalkableArea(&m_context, m_radius, *m_compact);
    }

    // Takes away what lies too deep in water, in lava, or under ice.
    void drown() {
        rcCompactHeightfield& field = *m_compact;
        for (int i = 0; i < m_cells * m_cells; ++i) {
            const rcCompactCell& cell = field.cells[i];
            for (uint32_t s = cell.index, end = s + cell.count; s < end; ++s) {
                // A voxel reaches up to one of its own heights above what it holds.
                const float top = field.bmin[1] + (static_cast<float>(field.spans[s].y) - 0.5f) * field.ch;
                if (top < m_floors[static_cast<size_t>(i)]) field.areas[s] = RC_NULL_AREA;
            }
        }
    }

    // A watershed's regions make the best polygons, but rcBuildPolyMesh needs cubic time for long outlines, as large
    // tiles full of houses have them; monotone regions keep theirs short.
    bool regions() {
        if (m_settings.tileCells > kMostCellsForWatershed)
            return rcBuildRegionsMonotone(&m_context, *m_compact, m_border, kLeastRegion, kMergedRegion);
        return rcBuildDistanceField(&m_context, *m_compact) &&
               rcBuildRegions(&m_context, *m_compact, m_border, kLeastRegion, kMergedRegion);
    }

    bool polygons() {
        if (m_compact->spanCount == 0) return true;
        if (!regions()) return false;
        Contours contours(rcAllocContourSet());
        if (!contours || !rcBuildContours(&m_context, *m_compact, kEdgeError,
                                          static_cast<int>(kLongestEdge / m_settings.cell), *contours)) {
            return false;
        }
        if (contours->nconts == 0) return true;
        Polygons mesh(rcAllocPolyMesh());
        if (!mesh || !rcBuildPolyMesh(&m_context, *contours, kCorners, *mesh)) return false;
        if (mesh->npolys == 0) return true;
        Details details(rcAllocPolyMeshDetail());
        if (!details || !rcBuildPolyMeshDetail(&m_context, *mesh, *m_compact, kDetailEvery, kDetailError, *details)) {
            return false;
        }
        keep(*mesh, *details);
        return true;
    }

    void keep(const rcPolyMesh& mesh, const rcPolyMeshDetail& details) {
        std::copy_n(mesh.bmin, 3, m_tile.low.begin());
        std::copy_n(mesh.bmax, 3, m_tile.high.begin());
        m_tile.vertices.assign(mesh.verts, mesh.verts + 3 * static_cast<ptrdiff_t>(mesh.nverts));
        m_tile.polygons.assign(mesh.polys, mesh.polys + 2 * kCorners * static_cast<ptrdiff_t>(mesh.npolys));
        m_tile.areas.assign(mesh.areas, mesh.areas + mesh.npolys);
        m_tile.details.assign(details.meshes, details.meshes + 4 * static_cast<ptrdiff_t>(details.nmeshes));
        m_tile.detailVertices.assign(details.verts, details.verts + 3 * static_cast<ptrdiff_t>(details.nverts));
        m_tile.detailTriangles.assign(details.tris, details.tris + 4 * static_cast<ptrdiff_t>(details.ntris));
    }

    const Obstacles& m_obstacles;
    TileInput m_input;
    std::vector<float> m_floors;  // see Obstacles::floors
    const NavSettings& m_settings;
    rcContext m_context;
    PolyTile m_tile;
    Window m_window;
    Solid m_solid;
    Compact m_compact;
    int m_radius = 0, m_border = 0, m_cells = 0, m_climb = 0, m_height = 0;  // voxels
};

}  // namespace

Result<PolyTile> buildTile(const Obstacles& obstacles, const NavSettings& settings, int column, int row,
                           const Job& job) {
    Builder builder(obstacles, settings, column, row);
    const uint64_t key = builder.gather();
    return *memoised(job, "navigation tile", key, [&] { return builder.build(); });
}

}  // namespace sketchwalk::navigation
