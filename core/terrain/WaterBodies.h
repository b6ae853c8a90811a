// Where the drawn water lies, to the cell, and which cells are one body.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/Grid.h"
#include "core/catalogue/Catalogue.h"
#include "core/layout/Layout.h"
#include "core/terrain/Frame.h"
#include "core/terrain/Ground.h"
#include "core/terrain/Locked.h"

namespace sketchwalk::terrain {

struct WaterBodies {
    Grid<uint16_t> cells;                // 0 dry, else 1 + index into bodies
    std::vector<Water> bodies;           // in order of their first cell; levels not yet known
    std::vector<double> depth;           // metres, typical depth in the middle of each body
    std::vector<Point> springs, mouths;  // first and last points of the drawn lines: a hint where the water goes

    bool any() const { return !bodies.empty(); }
};

// Regions and lines are painted in their order, the greater on top, and drawn lines of running water over all of it.
// Cells of one category that touch, corners included, are one body. Lines that share their stroke with a region do not
// widen it. What `locked` holds lies over all of it.
WaterBodies findWaters(const layout::Layout& layout, const Frame& frame, const catalogue::Catalogue& catalogue,
                       const Locked* locked = nullptr);

// The number of water cells around each node, 0 to 4: 0 is land, 4 is under water, between lies the shore. A node on
// the map's edge counts the cells beyond it as those inside.
Grid<uint8_t> wetCorners(const Grid<uint16_t>& cells);

}  // namespace sketchwalk::terrain
