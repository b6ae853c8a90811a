// Heights along roads and paths: smooth, no steeper than a cart can climb, one height where they meet, clear of water.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Geometry.h"
#include "core/base/Grid.h"
#include "core/base/Job.h"
#include "core/layout/Layout.h"
#include "core/terrain/Frame.h"

namespace sketchwalk::terrain {

inline constexpr double kSteepestRoad = 0.165;  // metres a metre; what blending adds keeps below 0.2
inline constexpr double kSteepestPath = 0.5;

struct RoadSample {
    Point at{0, 0};
    Point along{1, 0};  // unit
    double half = 2;    // metres, half the width
    double steepest = kSteepestRoad;
    double land = 0;    // metres, height of the ground before
    double height = 0;  // metres, height of the road
    double across = 0;  // metres a metre, rise toward the right: roads lean with the slope a little, so that they drain
    double least = -1e9;  // metres: clear of water
    bool bridge = false;  // on a deck: shapes the ground only at its feet
};

struct RoadNetwork {
    std::vector<RoadSample> samples;
    std::vector<uint32_t> starts;  // index of each line's first sample, and one past the last line
};

// Samples every road and path line and every bridge, and solves their heights. `level` holds water levels on nodes,
// `wet` the number of wet cells around each.
RoadNetwork roadNetwork(const layout::Layout& layout, const Grid<float>& height, const Grid<float>& level,
                        const Grid<uint8_t>& wet, const Frame& frame, const Job& job);

}  // namespace sketchwalk::terrain
