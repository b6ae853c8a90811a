// Upright walls: where the heights jump between the corners of a cell, and what the cell becomes of it.
#pragma once

#include <array>
#include <vector>

#include "core/print/Skin.h"

namespace sketchwalk::print {

// A jump between two neighbouring corners of cells, `first` to the west or north of `second`.
struct Jump {
    bool there = false;
    int at = 0;                     // sixteenths of the side, 2, 6, 10 or 14
    int32_t first = 0, second = 0;  // heights on either side of the wall, steps
};

// The jumps of a plate. No side of the plate's own edge has one, so that its sides stay plain.
class Walls {
  public:
    Walls(const Heights& heights, const Plate& plate, int threads);

    bool any(int x, int y) const { return m_cells(x, y) != 0; }  // of a cell's four sides
    // The facets of a cell that has some: its tops at both heights, and the walls between.
    void cut(int x, int y, std::vector<Facet>& out) const;
    int32_t height(int x, int y) const { return m_heights.steps(x * kFine, y * kFine); }  // of a corner

  private:
    Jump jump(const std::array<int32_t, kFine + 1>& samples) const;

    const Heights& m_heights;
    int32_t m_least;              // steps
    Grid<Jump> m_across, m_down;  // from a corner to its neighbour in the east, in the south
    Grid<uint8_t> m_cells;
};

}  // namespace sketchwalk::print
