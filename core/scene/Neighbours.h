// Which variant each of many like things (houses of one size, tents of one camp) takes, so that neighbours differ and
// yet few meshes serve them all.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Geometry.h"

namespace sketchwalk::scene {

struct Lookalike {
    uint64_t id = 0;    // stable; whoever has the smaller hash chooses first
    uint64_t kind = 0;  // recipe and size class: things of other kinds never look alike
    Point at;           // metres
    int variants = 1;   // of the kind
};

constexpr double kNeighbour = 25;   // metres between middles: nearer ones of a kind get different variants
constexpr double kInSight = 63.75;  // metres: nothing further away has a say in the choice

// One variant each, 0 .. variants - 1, in the order given. Neighbours of a kind get different ones: nine serve houses
// that keep 13 m from middle to middle; where more crowd, the variant that is rarest nearby. Things without neighbours
// get by with two. Depends on what stands within kInSight alone.
std::vector<int> unlikeNeighbours(const std::vector<Lookalike>& things, uint64_t seed);

}  // namespace sketchwalk::scene
