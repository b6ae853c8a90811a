// What an eraser leaves of a stroke. Pure geometry, in metres.
#pragma once

#include <optional>
#include <vector>

#include "core/sketch/Sketch.h"

namespace sketchwalk::ui {

constexpr double kLeastArea = 0.5;  // m2: less is a crumb

// The ground an eraser went over: everything within `radius` of its path.
struct Eraser {
    Polyline path;  // at least one point
    double radius = 3;

    Box box() const;
    double distanceTo(Point p) const;  // to the path
};

// Whether the eraser touches what was drawn; `halfWidth` of its line.
bool touches(const Eraser& eraser, const sketch::Stroke& stroke, double halfWidth);

// The parts that are left, in the stroke's own order, each with its id and everything else of it; empty: nothing is
// left. None: the eraser took nothing. Lines are cut where the eraser's edge crosses them; areas lose what it covered.
std::optional<std::vector<sketch::Stroke>> cut(const Eraser& eraser, const sketch::Stroke& stroke, double halfWidth);

}  // namespace sketchwalk::ui
