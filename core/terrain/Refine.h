// A coarse raster brought onto the frame's nodes by bicubic interpolation.
#pragma once

#include "core/base/Grid.h"
#include "core/terrain/Frame.h"

namespace sketchwalk::terrain {

enum class Spline {
    smoothing,     // uniform cubic B-spline: curvature without jumps, extremes a little lower
    interpolating  // Catmull and Rom (1974): passes through every sample
};

// Values at the nodes of `box`. Coarse sample (i, j) lies at origin + spacing * (i, j) metres; past its border the
// nearest is used.
Grid<float> refined(const Grid<float>& coarse, double spacing, Point origin, const Frame& frame, const NodeBox& box,
                    Spline spline, int threads);

}  // namespace sketchwalk::terrain
