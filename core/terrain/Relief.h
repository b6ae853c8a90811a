// Drawn relief: mountains, hills, ridges, peaks, volcanoes, cliffs, valleys, basins, plateaus, islands.
//
// Every piece is shaped in a box of its own, so that nothing reaches further than kReliefReach beyond its outline and
// no piece knows of another; then the pieces are blended onto the base land in drawing order.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Grid.h"
#include "core/base/Job.h"
#include "core/catalogue/Catalogue.h"
#include "core/layout/Layout.h"
#include "core/terrain/Frame.h"

namespace sketchwalk::terrain {

inline constexpr double kReliefReach = 50;  // metres beyond an outline

// One piece: metres to add to the base land at the nodes of its box; negative where it digs.
struct Lift {
    NodeBox box;
    Grid<float> metres;
    Grid<uint8_t> ownShore;  // where an island in the sea brings its own beach; may be empty
};

// What a piece is made from.
struct ReliefTask {
    const layout::Relief& drawn;
    catalogue::ReliefShape shape;
    const Frame& frame;
    const Grid<float>& base;  // nodes
    uint64_t seed;            // of this piece
    bool inSea = false;       // an island whose shore is the sea's
    int threads = 1;
};

// Height of a piece, metres: the catalogue's share of the inscribed diameter, kept to its limits and bent by words
// ("tall").
double heightOf(const ReliefTask& task, double diameter);

// Soft forms from a Poisson dome, worn by water where they are rough: mountain, hill, ridge, peak, volcano, valley,
// basin, island.
Lift massif(const ReliefTask& task, const Job& job);
// Forms with a steep step: plateau and cliff.
Lift scarp(const ReliefTask& task);

// Raises `height` (nodes) by the plan's reliefs, and sets NodeMarks in `marks`.
void raiseReliefs(Grid<float>& height, Grid<uint8_t>& marks, const layout::Layout& layout, const Frame& frame,
                  const catalogue::Catalogue& catalogue, const Job& job);

}  // namespace sketchwalk::terrain
