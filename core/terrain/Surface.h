// Which surface lies on every cell, and how strongly each splat layer shows there.
#pragma once

#include "core/terrain/Ground.h"
#include "core/terrain/Locked.h"

namespace sketchwalk::terrain {

// Ground::shore of water cells (W x H): metres, negative inside water, 1e9 where there is none.
Grid<float> shoreOf(const Grid<uint16_t>& water, double spacing, int threads);

// Fills surfaces, surface, weights, layers, roadEdge and shore of a ground whose heights, water and waters are done.
// Drawn regions and lines first (the greater order on top, exact to the cell), then slope, height, wetness and the
// biome. What `locked` holds lies over all of it.
void classify(Ground& ground, const layout::Layout& layout, const catalogue::Catalogue& catalogue, const Job& job,
              const Locked* locked = nullptr);

}  // namespace sketchwalk::terrain
