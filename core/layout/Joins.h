// Third step of planning: what nearly meets is joined. A picture's patches hide each other, so a river is cut where a
// bridge or a road was drawn over it: the water under them is filled in again here.
#pragma once

#include "core/layout/Draft.h"

namespace sketchwalk::layout {

void fillUnderCrossings(Draft& draft);  // water that shows on both sides of a drawn bridge or road goes on beneath it
void joinLines(Draft& draft);           // ends of roads and rivers snap to what they nearly reach

// Where a line ends: which way it points outward and how wide it is there.
struct LineEnd {
    size_t line = 0;
    bool front = false;  // the line's first point
    Point at{0, 0}, outward{1, 0};
    double width = 0;
};
LineEnd endOf(const Layout& layout, size_t line, bool front);
void extend(Layout& layout, const LineEnd& end, Point to, double width);

}  // namespace sketchwalk::layout
