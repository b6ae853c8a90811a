// Where roads and paths run: for houses that turn to them, gates that let them through and things that must not stand
// on them. Built once, then only read; any thread.
#pragma once

#include <optional>

#include "core/layout/Bins.h"
#include "core/layout/Draft.h"
#include "core/layout/Shapes.h"

namespace sketchwalk::layout {

class Roads {
  public:
    explicit Roads(const Draft& draft);

    // A bridge's deck or another way that things must keep off.
    void add(const Polyline& line, double width);

    struct Near {
        Point point{0, 0};  // on the centre line, or on the rim of a square
        Point tangent{1, 0};
        double fromEdge = 1e300;  // metres from the road's edge; negative on it
        double halfWidth = 0;
    };
    std::optional<Near> nearest(Point p, double reach) const;

    // Whether a standing thing keeps `margin` metres off every road.
    bool clear(const Standing& s, double margin) const;

    struct Crossing {
        Point point{0, 0};
        double along = 0;      // metres from a
        double halfWidth = 0;  // of the gap along the segment
        bool path = false;     // narrow enough for a gate
    };
    std::vector<Crossing> crossings(Point a, Point b) const;

  private:
    struct Segment {
        Point a, b;
        double halfWidth = 0;
        bool rim = false;  // of a square: nothing keeps off it
    };
    void add(Point a, Point b, double halfWidth, bool rim);

    Bins m_bins;
    std::vector<Segment> m_segments;
};

}  // namespace sketchwalk::layout
