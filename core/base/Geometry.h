// Points, lines and areas on the map, in metres: x grows east, y grows south, the origin is the north-west corner.
//
// In the scene the map point (x, y) at height h is (X = x, Y = h, Z = y). Yaw is in degrees about +Y, right-handed: yaw
// 0 looks along +Z (south, the front of every asset), yaw 90 along +X (east).
#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <optional>
#include <vector>

namespace sketchwalk {

using Point = glm::dvec2;
using Ring = std::vector<Point>;  // closed without repeating the first point
using Polyline = std::vector<Point>;
using Colour = glm::vec3;  // sRGB, 0..1, as an artist names it; the writers turn it linear

struct Polygon {
    Ring outer;
    std::vector<Ring> holes;
};

struct Box {  // axis-aligned; empty when min > max
    Point min{1e300, 1e300};
    Point max{-1e300, -1e300};
    void include(Point p);
    void include(const Box& other);
    Box grown(double by) const;
    bool contains(Point p) const;
    bool overlaps(const Box& other) const;
    Point centre() const { return (min + max) * 0.5; }
    Point size() const { return max - min; }
};

// A rectangle that may be turned: `axis` is the unit vector of its long side.
struct OrientedBox {
    Point centre{0, 0};
    Point axis{1, 0};
    double length = 0;  // along axis, >= width
    double width = 0;
};

double cross(Point a, Point b);
double distance(Point a, Point b);
double signedArea(const Ring& ring);  // positive when clockwise on the map (x east, y south)
double area(const Polygon& polygon);  // holes taken off
Point centroid(const Ring& ring);
Box boundsOf(const Ring& points);
bool contains(const Ring& ring, Point p);  // even-odd
bool contains(const Polygon& polygon, Point p);
Point closestOnSegment(Point p, Point a, Point b);
struct Nearest {
    Point point{0, 0};
    double distance = 1e300;
    double along = 0;    // arc length from the line's start
    size_t segment = 0;  // index of the segment's first point
};
Nearest nearestOnLine(const Polyline& line, Point p);
Nearest nearestOnRing(const Ring& ring, Point p);
double lengthOf(const Polyline& line);
Point pointAlong(const Polyline& line, double along);         // clamped to the ends
Point tangentAlong(const Polyline& line, double along);       // unit
Polyline resampled(const Polyline& line, double step);        // even spacing <= step, ends kept
Polyline simplified(const Polyline& line, double tolerance);  // Douglas and Peucker (1973), ends kept
Ring simplifiedRing(const Ring& ring, double tolerance);
std::optional<Point> crossing(Point a, Point b, Point c, Point d);  // of two segments
bool selfCrosses(const Ring& ring);
Ring convexHull(std::vector<Point> points);                // clockwise on the map
OrientedBox minimumBox(const std::vector<Point>& points);  // smallest area, by rotating calipers over the hull
double yawToward(Point direction);                         // degrees, [0, 360)
Point directionOf(double yawDegrees);                      // unit

}  // namespace sketchwalk
