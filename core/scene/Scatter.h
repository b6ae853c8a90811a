// What grows and lies about by itself, by the catalogue's rules: inside drawn areas (a forest fills its outline and
// nothing else) and, by the biome, where nothing is drawn.
//
// Every rule has its own PoissonLattice, so an edit of the map moves nothing: it can only let points appear or vanish
// where it changes the ground, and at most a few metres further, where a plant that appeared takes the place of
// another.
#pragma once

#include <vector>

#include "core/base/Job.h"
#include "core/scene/AssetShelf.h"
#include "core/scene/Clearance.h"
#include "core/scene/Place.h"

namespace sketchwalk::scene {

// Copies in a fixed order. Their number is bounded by thinning that depends on the map's extent alone.
// What locks hold of it stands among them; `diagnostics` says what of that cannot be built any more.
std::vector<Copy> scatter(const Setting& setting, const Clearance& clearance, AssetShelf& shelf,
                          Diagnostics& diagnostics, const Job& job);

// The greatest distance to a footprint that any rule of the catalogue asks for, with room for crowns, in metres.
double scatterReach(const catalogue::Catalogue& catalogue);

}  // namespace sketchwalk::scene
