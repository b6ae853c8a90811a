#include "core/navigation/Parts.h"

#include <algorithm>
#include <cmath>

#include "core/base/Geometry.h"
#include "core/navigation/Footprint.h"

namespace sketchwalk::navigation {
namespace {

constexpr double kLeastPart = 2;  // square metres
constexpr float kWithin = 0.5f;   // metres a footprint is grown by: rounding keeps what is inside off its walls anyway

struct PartFacts {
    double area = 0;  // square metres
    bool ground = false;
    Box box;
};

std::vector<PartFacts> factsOf(const NavMesh& mesh) {
    std::vector<PartFacts> facts(static_cast<size_t>(mesh.partCount));
    for (size_t t = 0; t < mesh.tiles.size(); ++t) {
        const PolyTile& tile = mesh.tiles[t];
        for (size_t p = 0; p < tile.size(); ++p) {
            PartFacts& part = facts[static_cast<size_t>(mesh.parts[t][p])];
            part.ground = part.ground || tile.areas[p] == kGround;
            Ring ring;
            for (int k = 0; k < kCorners; ++k) {
                const uint16_t v = tile.polygons[2 * kCorners * p + static_cast<size_t>(k)];
                if (v == kNobody) break;
                ring.emplace_back(tile.low[0] + static_cast<float>(tile.vertices[3 * v]) * mesh.settings.cell,
                                  tile.low[2] + static_cast<float>(tile.vertices[3 * v + 2]) * mesh.settings.cell);
                part.box.include(ring.back());
            }
            part.area += std::abs(signedArea(ring));
        }
    }
    return facts;
}

// The tile without the polygons that are not kept; neighbours are numbered anew.
PolyTile filtered(const PolyTile& tile, const std::vector<bool>& keep) {
    PolyTile out;
    out.column = tile.column;
    out.row = tile.row;
    out.low = tile.low;
    out.high = tile.high;
    std::vector<uint16_t> number(tile.size(), kNobody), vertexNumber(tile.vertices.size() / 3, kNobody);
    uint16_t count = 0;
    for (size_t p = 0; p < tile.size(); ++p) {
        if (keep[p]) number[p] = count++;
    }
    for (size_t p = 0; p < tile.size(); ++p) {
        if (!keep[p]) continue;
        const uint16_t* polygon = &tile.polygons[2 * kCorners * p];
        for (int k = 0; k < kCorners; ++k) {
            const uint16_t v = polygon[k];
            if (v != kNobody && vertexNumber[v] == kNobody) {
                vertexNumber[v] = static_cast<uint16_t>(out.vertices.size() / 3);
                out.vertices.insert(out.vertices.end(), &tile.vertices[3 * v], &tile.vertices[3 * v] + 3);
            }
            out.polygons.push_back(v == kNobody ? kNobody : vertexNumber[v]);
        }
        for (int k = kCorners; k < 2 * kCorners; ++k) {
            const uint16_t n = polygon[k];  // 0x8000 and above: an edge of the tile
            out.polygons.push_back(n >= 0x8000 ? n : number[n]);
        }
        out.areas.push_back(tile.areas[p]);
        const uint32_t* detail = &tile.details[4 * p];
        out.details.insert(out.details.end(), {static_cast<uint32_t>(out.detailVertices.size() / 3), detail[1],
                                               static_cast<uint32_t>(out.detailTriangles.size() / 4), detail[3]});
        const auto vertices = tile.detailVertices.begin() + 3 * static_cast<ptrdiff_t>(detail[0]);
        out.detailVertices.insert(out.detailVertices.end(), vertices, vertices + 3 * static_cast<ptrdiff_t>(detail[1]));
        const auto triangles = tile.detailTriangles.begin() + 4 * static_cast<ptrdiff_t>(detail[2]);
        out.detailTriangles.insert(out.detailTriangles.end(), triangles,
                                   triangles + 4 * static_cast<ptrdiff_t>(detail[3]));
    }
    return out;
}

}  // namespace

void findParts(NavMesh& mesh, const dtNavMesh& linked) {
    mesh.parts.clear();
    mesh.partCount = 0;
    std::vector<size_t> tileOf(static_cast<size_t>(linked.getMaxTiles()), 0);  // Detour's number -> ours
    std::vector<const dtMeshTile*> tiles;
    for (const PolyTile& tile : mesh.tiles) {
        const dtMeshTile* at = linked.getTileAt(tile.column, tile.row, 0);
        tileOf[linked.decodePolyIdTile(linked.getPolyRefBase(at))] = tiles.size();
        tiles.push_back(at);
        mesh.parts.emplace_back(tile.size(), -1);
    }
    std::vector<std::pair<size_t, size_t>> open;
    for (size_t t = 0; t < tiles.size(); ++t) {
        for (size_t p = 0; p < mesh.parts[t].size(); ++p) {
            if (mesh.parts[t][p] >= 0) continue;
            const int part = mesh.partCount++;
            mesh.parts[t][p] = part;
            open.assign(1, {t, p});
            while (!open.empty()) {
                const auto [tile, polygon] = open.back();
                open.pop_back();
                for (unsigned l = tiles[tile]->polys[polygon].firstLink; l != DT_NULL_LINK;
                     l = tiles[tile]->links[l].next) {
                    const dtPolyRef to = tiles[tile]->links[l].ref;
                    const size_t toTile = tileOf[linked.decodePolyIdTile(to)], toPolygon = linked.decodePolyIdPoly(to);
                    if (mesh.parts[toTile][toPolygon] >= 0) continue;
                    mesh.parts[toTile][toPolygon] = part;
                    open.emplace_back(toTile, toPolygon);
                }
            }
        }
    }
}

void dropUseless(NavMesh& mesh, const scene::Scene& scene) {
    std::vector<PartFacts> facts = factsOf(mesh);
    const Footprints footprints(scene);
    std::vector<bool> useful(facts.size());
    for (size_t i = 0; i < facts.size(); ++i) {
        useful[i] = facts[i].ground && facts[i].area >= kLeastPart && !footprints.anyHolds(facts[i].box, kWithin);
    }
    std::vector<PolyTile> kept;
    for (size_t t = 0; t < mesh.tiles.size(); ++t) {
        std::vector<bool> keep(mesh.tiles[t].size());
        for (size_t p = 0; p < keep.size(); ++p) keep[p] = useful[static_cast<size_t>(mesh.parts[t][p])];
        if (std::find(keep.begin(), keep.end(), true) != keep.end()) kept.push_back(filtered(mesh.tiles[t], keep));
    }
    mesh.tiles = std::move(kept);
    mesh.parts.clear();
    mesh.partCount = 0;
}

}  // namespace sketchwalk::navigation
