// Where a symbol's drawing, seen from the side as people draw things, stands on the map seen from above.
#pragma once

#include <vector>

#include "core/base/Geometry.h"
#include "core/catalogue/Catalogue.h"
#include "core/sketch/Sketch.h"

namespace sketchwalk::neural {

// Strokes of the entry's brush (their ids are left open), at least one; never more than there are strokes in the
// drawing. Objects get a footprint around the middle of the drawing, as wide as it as far as the entry stretches; land,
// lakes and surfaces the hull of the drawing; rivers, roads, walls and bridges a line along it. A picture of a follower
// is one that stands in its middle; a single line that ends elsewhere is its route.
std::vector<sketch::Stroke> inkFootprint(const std::vector<Polyline>& drawing, const catalogue::Entry& entry,
                                         Point extent);

// The line in the middle of a course that was drawn by two banks, or along its longest stroke.
struct Course {
    Polyline line;
    double width = 0;  // metres between the banks; 0: drawn as one line
};
Course courseOf(const std::vector<Polyline>& drawing);

}  // namespace sketchwalk::neural
