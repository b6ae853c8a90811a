// Which surface lies on every cell, and how strongly each splat layer shows there.
#pragma once

#include "core/terrain/Ground.h"

namespace sketchwalk::terrain {

// Fills surfaces, surface, weights, layers, roadEdge and shore of a ground whose heights, water and waters are done.
// Drawn regions and lines first (the greater order on top, exact to the cell), then slope, height, wetness and the
// biome.
void classify(Ground& ground, const layout::Layout& layout, const catalogue::Catalogue& catalogue, const Job& job);

}  // namespace sketchwalk::terrain
