// The outlines of patches as polygons, exact to half a pixel, with one and the same line between neighbours.
#pragma once

#include <vector>

#include "core/base/Geometry.h"
#include "core/base/Grid.h"

namespace sketchwalk::sketch {

// Polygon i belongs to label i; labels with !wanted[i] get an empty one. In pixels: pixel (x, y) covers [x, x + 1] x
// [y, y + 1]. The outline runs half-way between pixels in and out, smoothed by at most 0.35 px and simplified by at
// most 0.15 px. Where two wanted patches touch, both outlines hold the same points, so neither gaps nor overlaps
// appear; corners of three patches and the picture's own edge stay exactly where they are. Diagonal neighbours of one
// label are connected.
std::vector<Polygon> contours(const Grid<int32_t>& label, const std::vector<bool>& wanted);

}  // namespace sketchwalk::sketch
