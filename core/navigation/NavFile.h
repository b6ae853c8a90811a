// The navigation mesh as a file of Detour tiles, in the layout of Detour's own sample programs.
#pragma once

#include <cstdint>
#include <vector>

#include "core/navigation/NavMesh.h"

namespace sketchwalk::navigation {

// The bytes, little-endian (docs/navigation.md has the layout): a header, then every tile with its reference, as
// dtCreateNavMeshData makes them for 32-bit references.
Result<std::vector<uint8_t>> encodeNavFile(const NavMesh& mesh);

}  // namespace sketchwalk::navigation
