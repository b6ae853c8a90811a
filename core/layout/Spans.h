// Where a way crosses water, and how a bridge spans it: feet on land, 1.5 to 4 m past the water's edge. Metres along a
// line.
#pragma once

#include "core/layout/Waters.h"

namespace sketchwalk::layout {

struct Interval {
    double from = 0, to = 0;
};

// The stretches of a line that are wet, to a quarter of a metre.
std::vector<Interval> wetStretches(const Polyline& line, const Waters& waters);

// The place of a bridge's foot outside a wet stretch: the nearest spot 1.5 to 4 m beyond `edge` where the whole deck's
// end is dry; at most half way to `limit`, where the next water or the line's end lies. `sign` is +1 toward the line's
// end.
double footBeyond(const Polyline& line, const Waters& waters, double edge, double sign, double limit, double deck);

Polyline stretchOf(const Polyline& line, double from, double to);  // a part of a line; its corners are kept
Polyline straightened(const Polyline& line);                       // two points where the line is nearly straight

// A bridge's placement along a path from foot to foot.
void setPath(Placement& placement, Polyline path, double deck);

}  // namespace sketchwalk::layout
