// Second step of planning: drawn water, surfaces and relief become regions, lines and relief, in their order.
#pragma once

#include "core/layout/Draft.h"

namespace sketchwalk::layout {

void layAreas(Draft& draft);

// Holes that a coloured picture leaves under the objects drawn on a patch are closed again: of land under any object,
// of water under what floats on or spans it.
void closeHoles(Draft& draft);

// A waterfall drawn as a patch or line is water with a step in the ground and the fall itself where its source is.
bool isFallingWater(const Drawn& drawn);
void layWaterfall(Draft& draft, const Drawn& drawn);

}  // namespace sketchwalk::layout
