// How high the water stands. Lakes and seas are level; running water never rises on its way to where it leaves.
//
// All water that touches (lava apart) is one network. Its root, where the water leaves, is the sea, else the lowest of
// map edge, lake and drawn end. Distance to the root through the water orders the cells into slices across the flow,
// and the level of a slice is the greatest that keeps below its banks, does not rise downstream and falls no steeper
// than the land: an infimal convolution over the slices, found by Dijkstra's search. Loops and crossings need no care,
// since distance orders them.
#pragma once

#include "core/base/Grid.h"
#include "core/base/Job.h"
#include "core/terrain/Frame.h"
#include "core/terrain/WaterBodies.h"

namespace sketchwalk::terrain {

inline constexpr float kSeaLevel = 0;  // metres; every sea of every map

// Level of the surface on cells; kDry where there is no water. Fills the bodies' own levels. `height` is the land
// (nodes) before water shapes it. Water drawn beside what is locked does not stand above that.
Grid<float> waterLevels(WaterBodies& waters, const Grid<float>& height, const Frame& frame, const Job& job,
                        const Locked* locked = nullptr);

inline constexpr float kDry = -1e9f;

}  // namespace sketchwalk::terrain
