// Makes the land drain: from every node of it water finds a strictly falling way to drawn water or to the map's edge.
#pragma once

#include <cstdint>

#include "core/base/Grid.h"
#include "core/base/Job.h"
#include "core/terrain/Frame.h"

namespace sketchwalk::terrain {

// What mendHollows respects.
struct DrainageSetting {
    const Grid<float>& level;     // nodes: water levels; land beside water keeps its bank
    const Grid<uint8_t>& wet;     // nodes: number of wet cells around; any is an outlet
    const Grid<uint8_t>& marks;   // nodes: kHollow ones may keep their water
    const Grid<float>& roadEdge;  // metres to the nearest road and building site, negative on it: cut only if need be
    const Grid<float>& siteEdge;
};

// Breaches every hollow by the cheapest cut to lower ground (least-cost breaching: Lindsay and Dhun, 2015), each found
// by a search around the hollow alone, so that nothing changes elsewhere; what cannot be breached is filled (Barnes et
// al., 2014). Wet nodes keep their height. Returns the number of hollows mended.
int mendHollows(Grid<float>& height, const DrainageSetting& setting, const Frame& frame, const Job& job);

// Nodes without a lower neighbour, but for wet ones, drawn hollows and the map's edge; in row order.
std::vector<uint32_t> hollowsOf(const Grid<float>& height, const Grid<uint8_t>& wet, const Grid<uint8_t>& marks,
                                int threads);

}  // namespace sketchwalk::terrain
