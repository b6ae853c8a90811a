// From heights to a closed skin of triangles.
#pragma once

#include <array>
#include <vector>

#include "core/print/Plate.h"

namespace sketchwalk::print {

// A corner of the skin. Whole numbers: equal corners are one, and no two lie nearer than a file can tell apart.
struct Corner {
    int32_t x = 0, y = 0;  // sixteenths of a cell, from the north-west
    int32_t z = 0;         // steps above the lowest sample; kFloor: on the printer's bed
    auto operator<=>(const Corner&) const = default;
};
constexpr int kParts = 16;
constexpr int32_t kFloor = -1;

using Facet = std::array<Corner, 3>;  // counter-clockwise from outside, where north is up

// The closed skin: top, sides and floor. Every edge belongs to exactly two facets, which use it in opposite directions.
// Where heights jump between two samples stands an upright wall; elsewhere the top is a right-triangulated network
// (scene/Rtin.h) that misses the samples by 0.02 mm. The facets' order is fixed.
std::vector<Facet> skinOf(const Heights& heights, const Plate& plate, const Job& job);

}  // namespace sketchwalk::print
