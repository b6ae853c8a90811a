// The land before anything is drawn on it: gentle, plausible, drained. A function of seed, extent and resolution alone,
// so no edit of the sketch can change it.
#pragma once

#include <cstdint>

#include "core/base/Grid.h"
#include "core/base/Job.h"
#include "core/terrain/Frame.h"

namespace sketchwalk::terrain {

// Heights on nodes, metres, at least kLowestLand; a few metres of relief on a small map, some tens on one of several
// kilometres. Valleys are worn by running water, so nearly every node drains to the map's edge (what the fine detail
// leaves is mended by mendHollows).
Grid<float> baseLand(const Frame& frame, uint64_t seed, const Job& job);

inline constexpr float kLowestLand = 1.2f;  // metres above the sea

}  // namespace sketchwalk::terrain
