// Drawn relief: mountains, hills, ridges, peaks, volcanoes, cliffs, valleys, basins, plateaus, islands.
//
// Every piece is shaped in a box of its own, so that nothing reaches further than kReliefReach beyond its outline and
// no piece knows of another; then the pieces are blended onto the base land in drawing order.
#pragma once

#include <cstdint>
#include <memory>
#include <utility>
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

// Every drawn relief's piece, in drawing order, on its base land (nodes). `setting`: a hash of all that the base land
// and the frame depend on. Unfinished when the job is stopped.
using Lifts = std::vector<std::pair<const layout::Relief*, std::shared_ptr<const Lift>>>;
Lifts shapeReliefs(const Grid<float>& base, const layout::Layout& layout, const Frame& frame,
                   const catalogue::Catalogue& catalogue, uint64_t setting, const Job& job);

// Raises `height`, the base land, by all of them, and sets NodeMarks in `marks`.
void raiseReliefs(Grid<float>& height, Grid<uint8_t>& marks, const Lifts& lifts, const Frame& frame, int threads);

}  // namespace sketchwalk::terrain
