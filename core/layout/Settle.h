// Last step of planning: every placement finds firm ground (or water, if it floats), clear of roads and of what was
// drawn later.
//
// First each piece is settled against water and roads alone; then overlaps are resolved against where the others
// *wished* to stand, not against where they ended up. So a push never travels from neighbour to neighbour across the
// map.
#pragma once

#include "core/layout/Objects.h"

namespace sketchwalk::layout {

void settleOnGround(const Site& site);
void resolveOverlaps(const Site& site);

// The shared search: the nearest standing to the piece's own that `fits`, first inside what was drawn at full size,
// then smaller (down to `least` of its size), then outside as far as `reach` metres. False where there is none; the
// placement then is unchanged.
template <class Fits>
bool moveToFit(const Site& site, Piece& piece, double reach, double least, const Fits& fits);

Standing standingOf(const Placement& p);
bool onFirmGround(const Site& site, const Piece& piece, const Standing& s);

}  // namespace sketchwalk::layout

#include "core/layout/SettleSearch.h"
