// Turned rectangles: overlap, distance, and the roomiest one inside an area.
#include <algorithm>
#include <cmath>

#include "core/layout/Shapes.h"

namespace sketchwalk::layout {

std::array<Point, 4> Standing::corners() const {
    return {world(-halfWidth, -halfDepth), world(halfWidth, -halfDepth), world(halfWidth, halfDepth),
            world(-halfWidth, halfDepth)};
}

Box Standing::box() const {
    Box out;
    for (const Point p : corners()) out.include(p);
    return out;
}

double Standing::radius() const {
    return std::sqrt(halfWidth * halfWidth + halfDepth * halfDepth);
}

Standing standing(Point centre, double yaw, Point footprint) {
    const Point front = directionOf(yaw);
    return {centre, {front.y, -front.x}, front, footprint.x / 2, footprint.y / 2};
}

bool overlap(const Standing& a, const Standing& b, double gap) {
    const Point between = b.centre - a.centre;
    const double reach = a.radius() + b.radius() + gap;
    if (dot(between, between) >= reach * reach) return false;
    const auto apart = [&](Point axis) {
        const double extentA = std::abs(dot(a.side, axis)) * a.halfWidth + std::abs(dot(a.front, axis)) * a.halfDepth;
        const double extentB = std::abs(dot(b.side, axis)) * b.halfWidth + std::abs(dot(b.front, axis)) * b.halfDepth;
        return std::abs(dot(between, axis)) >= extentA + extentB + gap;
    };
    return !apart(a.side) && !apart(a.front) && !apart(b.side) && !apart(b.front);
}

double distanceToSegment(const Standing& s, Point a, Point b) {
    const Point p = s.local(a), q = s.local(b);
    const auto outside = [&](Point v) {
        const double x = std::max(std::abs(v.x) - s.halfWidth, 0.0), y = std::max(std::abs(v.y) - s.halfDepth, 0.0);
        return std::sqrt(x * x + y * y);
    };
    double best = std::min(outside(p), outside(q));
    if (best == 0) return 0;
    const std::array<Point, 4> rim{Point(-s.halfWidth, -s.halfDepth), Point(s.halfWidth, -s.halfDepth),
                                   Point(s.halfWidth, s.halfDepth), Point(-s.halfWidth, s.halfDepth)};
    for (size_t i = 0; i < 4; ++i) {
        if (crossing(p, q, rim[i], rim[(i + 1) % 4])) return 0;
        best = std::min(best, distance(rim[i], closestOnSegment(rim[i], p, q)));
    }
    return best;
}

bool within(const Standing& s, Point a, Point b, double reach) {
    const Point p = s.local(a), q = s.local(b);
    const double x = s.halfWidth + reach, y = s.halfDepth + reach;
    if ((p.x > x && q.x > x) || (p.x < -x && q.x < -x) || (p.y > y && q.y > y) || (p.y < -y && q.y < -y)) return false;
    if (std::abs(p.x) < x && std::abs(p.y) < s.halfDepth) return true;
    if (std::abs(q.x) < x && std::abs(q.y) < s.halfDepth) return true;
    return distanceToSegment(s, a, b) < reach;
}

bool inside(const Polygon& polygon, const Standing& s) {
    if (!contains(polygon, s.centre)) return false;
    for (const double t : {-1.0, -0.5, 0.0, 0.5}) {
        if (!contains(polygon, s.world(t * s.halfWidth, -s.halfDepth)) ||
            !contains(polygon, s.world(s.halfWidth, t * s.halfDepth)) ||
            !contains(polygon, s.world(-t * s.halfWidth, s.halfDepth)) ||
            !contains(polygon, s.world(-s.halfWidth, -t * s.halfDepth))) {
            return false;
        }
    }
    return true;
}

namespace {

constexpr int kCells = 28;

// Which cells of a raster over `frame` (local box, side/front axes) lie in the polygon, by scanlines.
struct Raster {
    Standing frame;
    Box box;  // local
    Point cell{1, 1};
    bool in[kCells][kCells] = {};
};

Raster rasterised(const Polygon& polygon, Point axis) {
    Raster out;
    out.frame.side = axis;
    out.frame.front = {-axis.y, axis.x};
    std::vector<Ring> rings;
    const auto turned = [&](const Ring& ring) {
        Ring local;
        local.reserve(ring.size());
        for (const Point p : ring) local.push_back(out.frame.local(p));
        return local;
    };
    rings.push_back(turned(polygon.outer));
    for (const Ring& hole : polygon.holes) rings.push_back(turned(hole));
    out.box = boundsOf(rings.front());
    out.cell = out.box.size() / static_cast<double>(kCells);
    std::vector<double> cuts;
    for (int y = 0; y < kCells; ++y) {
        const double at = out.box.min.y + (y + 0.5) * out.cell.y;
        cuts.clear();
        for (const Ring& ring : rings) {
            for (size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                const Point a = ring[j], b = ring[i];
                if ((a.y > at) != (b.y > at)) cuts.push_back(a.x + (b.x - a.x) * (at - a.y) / (b.y - a.y));
            }
        }
        std::sort(cuts.begin(), cuts.end());
        for (size_t k = 0; k + 1 < cuts.size(); k += 2) {
            for (int x = 0; x < kCells; ++x) {
                const double centre = out.box.min.x + (x + 0.5) * out.cell.x;
                if (centre >= cuts[k] && centre <= cuts[k + 1]) out.in[y][x] = true;
            }
        }
    }
    return out;
}

}  // namespace

Standing largestRectangle(const Polygon& polygon, Point axis) {
    if (polygon.outer.size() < 3) return {};
    const Raster raster = rasterised(polygon, axis);
    int run[kCells] = {};  // how many cells upward from this row are inside
    int best = 0, west = 0, east = 0, north = 0, south = 0;
    for (int y = 0; y < kCells; ++y) {
        for (int x = 0; x < kCells; ++x) run[x] = raster.in[y][x] ? run[x] + 1 : 0;
        for (int x = 0; x < kCells; ++x) {
            int height = run[x];
            for (int to = x; to < kCells && height > 0; ++to) {
                height = std::min(height, run[to]);
                if (height * (to - x + 1) > best) {
                    best = height * (to - x + 1);
                    west = x, east = to + 1, north = y + 1 - height, south = y + 1;
                }
            }
        }
    }
    Standing out = raster.frame;
    const Point from = raster.box.min + Point(west * raster.cell.x, north * raster.cell.y);
    const Point to = raster.box.min + Point(east * raster.cell.x, south * raster.cell.y);
    const Point middle = (from + to) * 0.5;
    out.centre = out.side * middle.x + out.front * middle.y;
    out.halfWidth = (to.x - from.x) / 2;
    out.halfDepth = (to.y - from.y) / 2;
    return out;
}

Point innerPoint(const Polygon& polygon) {
    const Point middle = centroid(polygon.outer);
    if (polygon.outer.size() < 3 || contains(polygon, middle)) return middle;
    const OrientedBox box = minimumBox(polygon.outer);
    const Standing room = largestRectangle(polygon, box.axis);
    if (room.halfWidth > 0 && contains(polygon, room.centre)) return room.centre;
    const size_t n = polygon.outer.size();
    for (size_t i = 0; i < n; ++i) {  // a sliver: the middle of some chord
        const Point p = (polygon.outer[i] + polygon.outer[(i + n / 2) % n]) * 0.5;
        if (contains(polygon, p)) return p;
    }
    return polygon.outer.front();
}

Point mainDirection(const Ring& ring) {
    // Sum of edges with their angle quadrupled (complex fourth power), so that all four sides of a rectangle agree.
    Point sum{0, 0};
    for (size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point e = ring[i] - ring[j];
        const double length = std::sqrt(dot(e, e));
        if (length < 1e-9) continue;
        const Point u = e / length;
        const Point square(u.x * u.x - u.y * u.y, 2 * u.x * u.y);
        sum += Point(square.x * square.x - square.y * square.y, 2 * square.x * square.y) * length;
    }
    // Half the angle twice, by the half-angle of a unit vector.
    const auto halved = [](Point v) {
        const Point u = unitOr(v, {1, 0});
        return unitOr(u.x > -0.999999 ? Point(1 + u.x, u.y) : Point(0, 1), {1, 0});
    };
    return halved(halved(sum));
}

bool rightAngled(const Ring& ring) {
    if (ring.size() < 3) return false;
    const Point axis = mainDirection(ring);
    double rim = 0, along = 0;
    for (size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point e = ring[i] - ring[j];
        const double length = std::sqrt(dot(e, e));
        rim += length;
        if (length <= 0) continue;
        const double off = std::min(std::abs(dot(e, axis)), std::abs(cross(e, axis))) / length;
        if (off < 0.14) along += length;  // within 8 degrees
    }
    return rim > 0 && along >= 0.7 * rim;
}

bool surveyed(const Ring& ring) {
    const size_t n = ring.size();
    if (n < 3) return false;
    double rim = 0;
    for (size_t i = 0, j = n - 1; i < n; j = i++) rim += distance(ring[j], ring[i]);
    return rightAngled(ring) || (n <= 24 && rim / static_cast<double>(n) >= 6);
}

}  // namespace sketchwalk::layout
