#include "core/navigation/Detour.h"

#include <DetourAlloc.h>
#include <DetourNavMeshBuilder.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace sketchwalk::navigation {
namespace {

constexpr int kReferenceBits = 22;  // of a tile's number and a polygon's; Detour keeps the other ten of 32 for itself

tl::unexpected<Error> tooRich() {
    return fail(ErrorKind::output,
                "The map is too rich for one navigation mesh: Detour's references cannot number its polygons. "
                "Leave --navmesh away, or split the map.");
}

}  // namespace

Result<std::vector<uint8_t>> tileData(const PolyTile& tile, const NavSettings& settings) {
    const std::vector<uint16_t> flags(tile.size(), 1);
    dtNavMeshCreateParams params{};
    params.verts = tile.vertices.data();
    params.vertCount = static_cast<int>(tile.vertices.size() / 3);
    params.polys = tile.polygons.data();
    params.polyFlags = flags.data();
    params.polyAreas = tile.areas.data();
    params.polyCount = static_cast<int>(tile.size());
    params.nvp = kCorners;
    params.detailMeshes = tile.details.data();
    params.detailVerts = tile.detailVertices.data();
    params.detailVertsCount = static_cast<int>(tile.detailVertices.size() / 3);
    params.detailTris = tile.detailTriangles.data();
    params.detailTriCount = static_cast<int>(tile.detailTriangles.size() / 4);
    params.tileX = tile.column;
    params.tileY = tile.row;
    std::copy(tile.low.begin(), tile.low.end(), params.bmin);
    std::copy(tile.high.begin(), tile.high.end(), params.bmax);
    params.walkableHeight = settings.height;
    params.walkableRadius = settings.radius;
    params.walkableClimb = settings.climb;
    params.cs = settings.cell;
    params.ch = settings.rise;
    params.buildBvTree = true;
    unsigned char* bytes = nullptr;
    int size = 0;
    if (!dtCreateNavMeshData(&params, &bytes, &size)) return tooRich();
    std::vector<uint8_t> data(bytes, bytes + size);
    dtFree(bytes);
    return data;
}

Result<dtNavMeshParams> paramsOf(const NavMesh& mesh) {
    size_t most = 1;
    for (const PolyTile& tile : mesh.tiles) most = std::max(most, tile.size());
    dtNavMeshParams params{};
    params.tileWidth = params.tileHeight = mesh.settings.tileSize();
    params.maxTiles = static_cast<int>(std::bit_ceil(std::max<size_t>(mesh.tiles.size(), 1)));
    params.maxPolys = static_cast<int>(std::bit_ceil(most));
    const int bits = std::bit_width(static_cast<unsigned>(params.maxTiles)) - 1 +
                     std::bit_width(static_cast<unsigned>(params.maxPolys)) - 1;
    if (bits > kReferenceBits) return tooRich();
    return params;
}

Result<DetourMesh> assemble(const dtNavMeshParams& params, std::span<const std::vector<uint8_t>> data) {
    DetourMesh mesh(dtAllocNavMesh());
    if (!mesh || dtStatusFailed(mesh->init(&params))) return tooRich();
    for (const std::vector<uint8_t>& tile : data) {
        auto* copy = static_cast<unsigned char*>(dtAlloc(tile.size(), DT_ALLOC_PERM));
        if (copy == nullptr) return tooRich();
        std::memcpy(copy, tile.data(), tile.size());
        if (dtStatusFailed(mesh->addTile(copy, static_cast<int>(tile.size()), DT_TILE_FREE_DATA, 0, nullptr))) {
            dtFree(copy);
            return tooRich();
        }
    }
    return mesh;
}

}  // namespace sketchwalk::navigation
