// The raster that a plan is shaped on, and what keeps odd input away from it. Cells are square; nodes are their
// corners.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "core/base/Geometry.h"
#include "core/base/Grid.h"

namespace sketchwalk::terrain {

// The way to a node's eight neighbours, round it.
inline constexpr std::array<int, 8> kDx{1, 1, 0, -1, -1, -1, 0, 1};
inline constexpr std::array<int, 8> kDy{0, 1, 1, 1, 0, -1, -1, -1};

struct Frame {
    int cols = 0, rows = 0;  // cells
    double spacing = 1;      // metres

    int nodesX() const { return cols + 1; }
    int nodesY() const { return rows + 1; }
    Point at(int x, int y) const { return {x * spacing, y * spacing}; }  // of a node
    Point end() const { return at(cols, rows); }
};

// Resolution is kept to 64..4096 cells along the longer side, the shorter one follows in proportion. An extent that is
// not a number counts as 256 m.
Frame frameFor(Point extent, int resolution);

// What later steps must know of a node, as bits.
enum NodeMark : uint8_t {
    kHollow = 1,   // in a drawn basin or valley: it may hold water
    kOwnShore = 2  // on an island in the sea that brings its own beach
};

// A rectangle of nodes, bounds included; empty where x0 > x1.
struct NodeBox {
    int x0 = 0, y0 = 0, x1 = -1, y1 = -1;

    bool empty() const { return x0 > x1 || y0 > y1; }
    int width() const { return x1 - x0 + 1; }
    int height() const { return y1 - y0 + 1; }
};

// The nodes inside a box grown by a margin in metres, cut to the frame.
NodeBox nodesIn(const Frame& frame, const Box& box, double margin);

// Metres inside an outline (negative outside), at the nodes of a box that reaches beyond it.
Grid<float> depthInside(const Polygon& shape, const Frame& frame, const NodeBox& box);

// Without points that are not finite; the rest is kept within 100 km. Rings of fewer than three points are dropped.
Ring usable(const Ring& points);
Polygon usable(const Polygon& polygon);

// 0 below `from`, 1 above `to`, with level ends (3 t^2 - 2 t^3).
template <class T>
T smoothStep(T from, T to, T value) {
    const T t = std::clamp((value - from) / (to - from), T(0), T(1));
    return t * t * (T(3) - T(2) * t);
}

// The lesser (greater) of two, rounded where they differ by less than `width`; never more than width / 4 beyond them.
template <class T>
T smoothMin(T a, T b, T width) {
    const T h = std::max(width - std::abs(a - b), T(0));
    return width > T(0) ? std::min(a, b) - h * h / (T(4) * width) : std::min(a, b);
}
template <class T>
T smoothMax(T a, T b, T width) {
    return -smoothMin(-a, -b, width);
}

}  // namespace sketchwalk::terrain
