// Which water hangs together, where it leaves, and how far every cell is from there. Used by WaterLevels alone.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Grid.h"
#include "core/base/Job.h"
#include "core/terrain/Frame.h"
#include "core/terrain/WaterBodies.h"

namespace sketchwalk::terrain {

struct WaterNetwork {
    Grid<uint32_t> net;  // cells: 0 dry, else 1 + network
    uint32_t count = 0;
    std::vector<uint8_t> sea;                    // per network: it reaches the sea
    std::vector<std::vector<uint32_t>> cellsOf;  // per still body: its cells; empty for running water
    std::vector<float> shore;                    // per still body: a low height of the land around it, metres
    Grid<int32_t> steps;  // cells: fifths of a cell to the root through the water; -1 where dry. Still water is crossed
                          // at no cost.
    std::vector<uint32_t> order;  // cells of running water, nearest to the root first
};

inline constexpr int kStraight = 5, kDiagonalStep = 7;  // a cell's side and diagonal, in fifths

WaterNetwork networkOf(const WaterBodies& waters, const Grid<float>& height, const Frame& frame, const Job& job);

}  // namespace sketchwalk::terrain
