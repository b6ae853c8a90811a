// How a long, thin area runs: the centre lines of a river, road or wall that was drawn as a patch.
#pragma once

#include <vector>

#include "core/base/Geometry.h"

namespace sketchwalk::sketch {

// One arm. Arms meet only at their ends, and arms that meet share that point exactly.
struct CentreLine {
    Polyline points;  // smoothed, at most `spacing` * 4 apart; reaches the area's own ends. Closed loops repeat their
                      // first point
    std::vector<double> width;  // metres, the area's width across each point
    double typicalWidth = 0;    // metres, their median
};

// The skeleton of an area, pruned of spurs that are no longer than the area is wide, sampled on cells of `spacing`
// metres (it is made coarser where the area would need more than four million cells). Empty for an empty or degenerate
// area; a compact area gives one short line. Pure; the same area gives the same lines. Any thread.
std::vector<CentreLine> centreLines(const Polygon& area, double spacing);

// True where the arms together are long and thin: a line drawn as a patch, not a blot.
bool runsAsLine(const std::vector<CentreLine>& arms);

// Stricter: five times as long as wide, and of about one width all along. What is usually an area ("ice") is then a
// line.
bool isRibbon(const std::vector<CentreLine>& arms);

}  // namespace sketchwalk::sketch
