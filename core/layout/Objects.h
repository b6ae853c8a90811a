// Fifth step of planning: every object stroke becomes placements: one thing, a group, a row or the sections of a
// barrier. Where they stand is decided by their own stroke, the water and the roads alone; Settle.h then gives them
// room among each other.
#pragma once

#include "core/layout/Draft.h"
#include "core/layout/Roads.h"
#include "core/layout/Waters.h"

namespace sketchwalk::layout {

struct Site {  // what placing an object may look at
    Draft& draft;
    const Waters& waters;
    const Roads& roads;
};

void placeObjects(const Site& site);

// Which way something at `p` should look: to the nearest road or water within 40 m, as its catalogue entry asks.
std::optional<Point> facing(const Site& site, const catalogue::Entry& entry, Point p);

// The four yaws of a thing whose sides follow `axis`; the one that looks most toward `wish`. Without a wish: toward the
// south. longSide: the front is a long side (axis is the long one).
double squaredYaw(Point axis, std::optional<Point> wish);

Piece pieceFor(const Drawn& drawn, const Draft& draft, uint64_t number);
void placeSingle(const Site& site, const Drawn& drawn);
bool holdsGroup(const Drawn& drawn);
bool placeGroup(const Site& site, const Drawn& drawn);  // false where not even one member fits
void placeRow(const Site& site, const Drawn& drawn);    // along an open line
void placeBarrier(const Site& site, const Drawn& drawn);

}  // namespace sketchwalk::layout
