// Where a plan is wet: the drawn water less the land drawn on it, by order. Built once, then only read; any thread.
#pragma once

#include "core/layout/Bins.h"
#include "core/layout/Draft.h"
#include "core/layout/Shapes.h"

namespace sketchwalk::layout {

class Waters {
  public:
    explicit Waters(const Draft& draft);

    bool wet(Point p) const { return top(p).water; }
    // Whether any water may lie in the box (never wrong when it says no).
    bool near(const Box& box) const;
    // Whether all of a standing thing, and `margin` metres around it, is dry; or wet.
    bool allDry(const Standing& s, double margin) const;
    bool allWet(const Standing& s) const;
    // The nearest wet point seen from a dry one, looking around in 24 directions. Empty beyond reach.
    std::optional<Point> nearestWet(Point p, double reach, double step = 1) const;
    // What lies at p on top: an index into the layout's regions or lines, -1 where it is not one.
    struct Top {
        bool water = false;
        int region = -1, line = -1;
        int order = -1;
        double width = 0;  // of the line there
    };
    Top top(Point p) const;

  private:
    struct Cover {
        bool water = true;
        int order = 0;
        int region = -1, line = -1;
        int area = -1;           // index into m_areas
        Point a{0, 0}, b{0, 0};  // else a piece of a line
        double radiusA = 0, radiusB = 0;
        Box box;
    };
    void add(const Polygon& shape, bool water, int order, int region);

    Bins m_bins;
    std::vector<Cover> m_covers;
    std::vector<AreaIndex> m_areas;
    bool m_baseWater = false;
};

}  // namespace sketchwalk::layout
