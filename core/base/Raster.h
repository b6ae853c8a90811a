// From shapes to rasters, and distances on rasters.
#pragma once

#include <cstdint>

#include "core/base/Geometry.h"
#include "core/base/Grid.h"

namespace sketchwalk {

// Sets mask to `value` in every cell of `spacing` metres whose sample point lies in the polygon (even-odd, scanline).
// Samples are cell centres, or cell corners where `nodes` is set. Shapes may reach past the raster.
void fill(Grid<uint8_t>& mask, const Polygon& polygon, double spacing, uint8_t value = 1, bool nodes = false);

// Exact Euclidean distance in metres from each sample to the nearest one that is set; 1e9 where none is set
// (Felzenszwalb and Huttenlocher, "Distance Transforms of Sampled Functions", 2012). O(samples), any number of threads.
Grid<float> distanceTo(const Grid<uint8_t>& mask, double spacing, int threads = 1);

// Distance to the mask's border: negative inside, positive outside, in metres, 0 midway between a set and an unset
// sample.
Grid<float> signedDistance(const Grid<uint8_t>& mask, double spacing, int threads = 1);

// Boundaries of the set cells of a cell raster, as polygons in metres that follow the cells' outline smoothed to its
// half-way contour (marching squares, Lorensen and Cline 1987). One polygon per 4-connected patch, holes included.
std::vector<Polygon> outlines(const Grid<uint8_t>& mask, double spacing);

}  // namespace sketchwalk
