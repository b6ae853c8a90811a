// Triangles of a simple polygon by ear clipping (Meisters, 1975). Counter-clockwise in and out; indices into the
// polygon. A polygon that crosses itself gives some triangulation of the right size, never an endless loop.
#pragma once

#include <glm/vec2.hpp>
#include <vector>

namespace sketchwalk::assets {

std::vector<int> triangulate(const std::vector<glm::dvec2>& polygon);

}  // namespace sketchwalk::assets
