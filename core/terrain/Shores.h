// Ground that holds its water: beds below the level, banks above it, and land that comes down to meet them.
#pragma once

#include <cstdint>

#include "core/base/Grid.h"
#include "core/base/Job.h"
#include "core/terrain/Frame.h"
#include "core/terrain/WaterBodies.h"

namespace sketchwalk::terrain {

inline constexpr float kBank = 0.06f;  // metres: land beside water stands at least this much above it

// Water levels from cells to nodes, and two nodes past every shore; NaN elsewhere.
Grid<float> levelsOnNodes(const Grid<float>& cellLevel, const Grid<uint8_t>& wet);

// Shapes `height` (nodes). Land: cut down to a parabola that rises from the water, so that every cut drains; raised to
// a low bank where it lay below the level. Nodes with four wet cells around them: at least 0.28 m below the level,
// deeper inward to the body's depth; nodes on the shore: just below it, so that the level meets the ground within a
// cell of the drawn outline.
void shapeShores(Grid<float>& height, const Grid<float>& level, const WaterBodies& waters, const Grid<uint8_t>& wet,
                 const Grid<uint8_t>& marks, const Frame& frame, const Job& job);

// Lifts land nodes beside water that later work has brought below the bank.
void holdBanks(Grid<float>& height, const Grid<float>& level, const Grid<uint8_t>& wet, int threads);

}  // namespace sketchwalk::terrain
