// Shapes that planning needs beyond core/base/Geometry.h: clipping, stroked areas, points and rectangles inside an
// area, and rectangles that stand turned. Metres. Pure functions; any thread.
#pragma once

#include <array>

#include "core/base/Geometry.h"

namespace sketchwalk::layout {

Point unitOr(Point v, Point fallback);
inline double dot(Point a, Point b) {
    return a.x * b.x + a.y * b.y;
}
inline Point leftOf(Point direction) {
    return {direction.y, -direction.x};
}  // walking on the map, y south

// Sutherland and Hodgman (1974). Parts that leave the box and come back are joined along its rim.
Ring clippedRing(const Ring& ring, const Box& box);
// The pieces of a line inside a box.
std::vector<Polyline> clippedLine(const Polyline& line, const Box& box);

// The area that a round pen of this width covers along a line; a circle for one point.
std::vector<Polygon> strokedArea(const Polyline& line, double width);
Ring circle(Point centre, double radius, int corners = 24);

// A rectangle that stands turned: front is where it looks, side is the asset's local +x. Yaw 0 has front (0, 1), side
// (1, 0).
struct Standing {
    Point centre{0, 0}, side{1, 0}, front{0, 1};
    double halfWidth = 0, halfDepth = 0;

    std::array<Point, 4> corners() const;
    Box box() const;
    double radius() const;
    Point local(Point p) const { return {dot(p - centre, side), dot(p - centre, front)}; }
    Point world(double x, double y) const { return centre + side * x + front * y; }
};
Standing standing(Point centre, double yaw, Point footprint);
bool overlap(const Standing& a, const Standing& b, double gap);  // separating axes
double distanceToSegment(const Standing& s, Point a, Point b);   // 0 where they touch
bool within(const Standing& s, Point a, Point b, double reach);  // whether a segment comes nearer than reach
bool inside(const Polygon& polygon, const Standing& s);          // rim sampled

// Tells quickly whether a point lies in an area: edges sorted into bands of y. Even-odd over the outline and its holes.
class AreaIndex {
  public:
    explicit AreaIndex(const Polygon& polygon);
    bool contains(Point p) const;
    const Box& box() const { return m_box; }

  private:
    struct Edge {
        Point a, b;
    };
    Box m_box;
    double m_bandSize = 1;
    std::vector<std::vector<Edge>> m_bands;
};

// The largest rectangle with sides along `axis` and across it inside the polygon, found on a raster of about 28 cells a
// side. halfWidth is along axis (Standing::side = axis). Zero halves where the polygon is too thin for it.
Standing largestRectangle(const Polygon& polygon, Point axis);

// A point inside the polygon: its centroid where that is inside, else the middle of its roomiest part.
Point innerPoint(const Polygon& polygon);

// Whether most of an outline runs along two directions at right angles.
bool rightAngled(const Ring& ring);
// Whether an outline is a surveyed ground plan rather than a freehand blot: right-angled, or of few, long sides.
bool surveyed(const Ring& ring);
// The direction along which most of the rim runs, folded into one quadrant and given as a unit vector.
Point mainDirection(const Ring& ring);

}  // namespace sketchwalk::layout
