// The walkable surface as plain triangles that hang together.
#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <vector>

#include "core/navigation/NavMesh.h"

namespace sketchwalk::navigation {

// Triangles share vertices wherever one can walk from one to the other, also across the edges of tiles: engines join
// what shares an edge, and know nothing of Detour's links. Counter-clockwise from above.
struct Surface {
    std::vector<glm::vec3> vertices;  // metres, whole millimetres
    std::vector<uint32_t> indices;
};

Surface surfaceOf(const NavMesh& mesh);

}  // namespace sketchwalk::navigation
