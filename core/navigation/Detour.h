// Detour's side of the mesh: tiles as Detour stores them, put together so that one can ask what is joined to what.
#pragma once

#include <DetourNavMesh.h>

#include <memory>
#include <span>
#include <vector>

#include "core/navigation/NavMesh.h"

namespace sketchwalk::navigation {

struct FreeNavMesh {
    void operator()(dtNavMesh* mesh) const { dtFreeNavMesh(mesh); }
};
using DetourMesh = std::unique_ptr<dtNavMesh, FreeNavMesh>;

// A tile's bytes as dtCreateNavMeshData makes them, not yet linked to any other.
Result<std::vector<uint8_t>> tileData(const PolyTile& tile, const NavSettings& settings);

// The parameters all tiles share: whole map, room for as many tiles and polygons as there are.
// ErrorKind::output where they do not fit into a reference.
Result<dtNavMeshParams> paramsOf(const NavMesh& mesh);

// All tiles, linked, in their order. `data` is copied.
Result<DetourMesh> assemble(const dtNavMeshParams& params, std::span<const std::vector<uint8_t>> data);

}  // namespace sketchwalk::navigation
