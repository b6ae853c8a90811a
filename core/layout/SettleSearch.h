// The search behind Settle.h.
#pragma once

#include <algorithm>

#include "core/layout/Settle.h"

namespace sketchwalk::layout {

template <class Fits>
bool moveToFit(const Site& site, Piece& piece, double reach, double least, const Fits& fits) {
    Placement& p = piece.placement;
    const Drawn& drawn = site.draft.drawn[static_cast<size_t>(piece.drawn)];
    const Point start = p.position, full = p.footprint;
    const Box map = site.draft.map();
    static const Ring directions = circle({0, 0}, 1, 24);
    const auto accept = [&](Point at, double scale, const AreaIndex* within) {
        if (!map.contains(at) || (within && !within->contains(at))) return false;
        const Standing s = standing(at, p.yaw, full * scale);
        if (!fits(s)) return false;
        p.position = at;
        p.footprint = full * scale;
        return true;
    };
    const auto around = [&](double scale, double far, const AreaIndex* within) {
        if (accept(start, scale, within)) return true;
        for (double r = 0.5; r <= far; r += r < 4 ? 0.5 : 1.0) {
            for (const Point d : directions) {
                if (accept(start + d * r, scale, within)) return true;
            }
        }
        return false;
    };
    if (drawn.form == Form::area) {
        const AreaIndex area(drawn.area);
        const Point size = area.box().size();
        const double far = std::min(std::max(size.x, size.y), 60.0);
        for (const double scale : {1.0, 0.85, 0.7, 0.55}) {
            if (scale >= least && around(scale, far, &area)) return true;
        }
    }
    return around(1, reach, nullptr) || (least < 1 && around(std::max(least, 0.7), reach, nullptr));
}

}  // namespace sketchwalk::layout
