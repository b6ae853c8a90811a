// The land under the hand: raise, lower, smooth, flatten, terrace, by brush strokes with the pen's pressure.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Grid.h"
#include "core/layout/Layout.h"
#include "core/terrain/Frame.h"

namespace sketchwalk::terrain {

// Shapes `height` (nodes, metres) by one stroke after the other; each reaches no further than its brush and reads the
// land no further than half its width beyond. What was dug is marked kHollow: it may hold water.
void sculpt(Grid<float>& height, Grid<uint8_t>& marks, const std::vector<layout::Sculpt>& strokes, const Frame& frame);

}  // namespace sketchwalk::terrain
