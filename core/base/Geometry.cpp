#include "core/base/Geometry.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/Trig.h"

namespace sketchwalk {

namespace {

double dot(Point a, Point b) {
    return a.x * b.x + a.y * b.y;
}

double lengthSquared(Point a) {
    return dot(a, a);
}

Point unit(Point v, Point fallback) {
    const double length = std::sqrt(lengthSquared(v));
    return length > 1e-12 ? v / length : fallback;
}

// Marks the points of line[first..last] that Douglas and Peucker keep. A stack instead of recursion: lines can be long.
void keepFarthest(const Polyline& line, size_t first, size_t last, double tolerance, std::vector<char>& keep) {
    std::vector<std::pair<size_t, size_t>> open{{first, last}};
    while (!open.empty()) {
        const auto [a, b] = open.back();
        open.pop_back();
        double farthest = tolerance;
        size_t at = a;
        for (size_t i = a + 1; i < b; ++i) {
            const double d = distance(line[i], closestOnSegment(line[i], line[a], line[b]));
            if (d > farthest) {
                farthest = d;
                at = i;
            }
        }
        if (at != a) {
            keep[at] = 1;
            open.emplace_back(a, at);
            open.emplace_back(at, b);
        }
    }
}

Polyline kept(const Polyline& line, const std::vector<char>& keep) {
    Polyline out;
    for (size_t i = 0; i < line.size(); ++i) {
        if (keep[i]) out.push_back(line[i]);
    }
    return out;
}

}  // namespace

void Box::include(Point p) {
    min = {std::min(min.x, p.x), std::min(min.y, p.y)};
    max = {std::max(max.x, p.x), std::max(max.y, p.y)};
}

void Box::include(const Box& other) {
    min = {std::min(min.x, other.min.x), std::min(min.y, other.min.y)};
    max = {std::max(max.x, other.max.x), std::max(max.y, other.max.y)};
}

Box Box::grown(double by) const {
    Box out = *this;
    out.min -= Point(by, by);
    out.max += Point(by, by);
    return out;
}

bool Box::contains(Point p) const {
    return p.x >= min.x && p.x <= max.x && p.y >= min.y && p.y <= max.y;
}

bool Box::overlaps(const Box& other) const {
    return min.x <= other.max.x && other.min.x <= max.x && min.y <= other.max.y && other.min.y <= max.y;
}

double cross(Point a, Point b) {
    return a.x * b.y - a.y * b.x;
}

double distance(Point a, Point b) {
    return std::sqrt(lengthSquared(b - a));
}

double signedArea(const Ring& ring) {
    double twice = 0;
    for (size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) twice += cross(ring[j], ring[i]);
    return twice / 2;
}

double area(const Polygon& polygon) {
    double sum = std::abs(signedArea(polygon.outer));
    for (const Ring& hole : polygon.holes) sum -= std::abs(signedArea(hole));
    return std::max(sum, 0.0);
}

Point centroid(const Ring& ring) {
    if (ring.empty()) return {0, 0};
    const Point origin = ring.front();  // relative sums keep the precision of large coordinates
    Point sum{0, 0};
    double twice = 0;
    for (size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point a = ring[j] - origin, b = ring[i] - origin;
        const double c = cross(a, b);
        sum += (a + b) * c;
        twice += c;
    }
    if (std::abs(twice) > 1e-9) return origin + sum / (3 * twice);
    Point mean{0, 0};
    for (const Point p : ring) mean += (p - origin) / static_cast<double>(ring.size());
    return origin + mean;
}

Box boundsOf(const Ring& points) {
    Box box;
    for (const Point p : points) box.include(p);
    return box;
}

bool contains(const Ring& ring, Point p) {
    bool inside = false;
    for (size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point a = ring[i], b = ring[j];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
    }
    return inside;
}

bool contains(const Polygon& polygon, Point p) {
    if (!contains(polygon.outer, p)) return false;
    return std::none_of(polygon.holes.begin(), polygon.holes.end(), [p](const Ring& h) { return contains(h, p); });
}

Point closestOnSegment(Point p, Point a, Point b) {
    const Point along = b - a;
    const double length2 = lengthSquared(along);
    if (length2 <= 0) return a;
    return a + along * std::clamp(dot(p - a, along) / length2, 0.0, 1.0);
}

Nearest nearestOnLine(const Polyline& line, Point p) {
    Nearest best;
    if (line.size() == 1) return {line[0], distance(line[0], p), 0, 0};
    double before = 0;
    for (size_t i = 0; i + 1 < line.size(); ++i) {
        const Point q = closestOnSegment(p, line[i], line[i + 1]);
        const double d = distance(p, q);
        if (d < best.distance) best = {q, d, before + distance(line[i], q), i};
        before += distance(line[i], line[i + 1]);
    }
    return best;
}

Nearest nearestOnRing(const Ring& ring, Point p) {
    if (ring.empty()) return {};
    Polyline closed = ring;
    closed.push_back(ring.front());
    return nearestOnLine(closed, p);
}

double lengthOf(const Polyline& line) {
    double sum = 0;
    for (size_t i = 0; i + 1 < line.size(); ++i) sum += distance(line[i], line[i + 1]);
    return sum;
}

Point pointAlong(const Polyline& line, double along) {
    if (line.empty()) return {0, 0};
    if (along <= 0) return line.front();
    for (size_t i = 0; i + 1 < line.size(); ++i) {
        const double step = distance(line[i], line[i + 1]);
        if (along <= step && step > 0) return line[i] + (line[i + 1] - line[i]) * (along / step);
        along -= step;
    }
    return line.back();
}

Point tangentAlong(const Polyline& line, double along) {
    Point last{1, 0};
    for (size_t i = 0; i + 1 < line.size(); ++i) {
        const double step = distance(line[i], line[i + 1]);
        if (step > 0) last = unit(line[i + 1] - line[i], last);
        if (along < step) return last;
        along -= step;
    }
    return last;
}

Polyline resampled(const Polyline& line, double step) {
    const double length = lengthOf(line);
    if (line.size() < 2 || length <= 0 || step <= 0) return line;
    const auto pieces = static_cast<size_t>(std::max(1.0, std::ceil(length / step - 1e-9)));
    Polyline out{line.front()};
    out.reserve(pieces + 1);
    size_t segment = 0;
    double before = 0, here = distance(line[0], line[1]);
    for (size_t k = 1; k < pieces; ++k) {
        const double target = length * static_cast<double>(k) / static_cast<double>(pieces);
        while (segment + 2 < line.size() && before + here < target) {
            before += here;
            ++segment;
            here = distance(line[segment], line[segment + 1]);
        }
        const double t = here > 0 ? std::clamp((target - before) / here, 0.0, 1.0) : 0;
        out.push_back(line[segment] + (line[segment + 1] - line[segment]) * t);
    }
    out.push_back(line.back());
    return out;
}

Polyline simplified(const Polyline& line, double tolerance) {
    if (line.size() < 3) return line;
    std::vector<char> keep(line.size(), 0);
    keep.front() = keep.back() = 1;
    keepFarthest(line, 0, line.size() - 1, tolerance, keep);
    return kept(line, keep);
}

Ring simplifiedRing(const Ring& ring, double tolerance) {
    if (ring.size() < 4) return ring;
    // Split at the point farthest from the first, so that two open lines remain.
    size_t far = 0;
    for (size_t i = 1; i < ring.size(); ++i) {
        if (distance(ring[0], ring[i]) > distance(ring[0], ring[far])) far = i;
    }
    Polyline closed = ring;
    closed.push_back(ring.front());
    std::vector<char> keep(closed.size(), 0);
    keep[0] = keep[far] = keep.back() = 1;
    keepFarthest(closed, 0, far, tolerance, keep);
    keepFarthest(closed, far, closed.size() - 1, tolerance, keep);
    Ring out = kept(closed, keep);
    out.pop_back();
    return out;
}

std::optional<Point> crossing(Point a, Point b, Point c, Point d) {
    const Point r = b - a, s = d - c;
    const double denominator = cross(r, s);
    if (std::abs(denominator) < 1e-12) return std::nullopt;
    const double t = cross(c - a, s) / denominator, u = cross(c - a, r) / denominator;
    if (t < 0 || t > 1 || u < 0 || u > 1) return std::nullopt;
    return a + r * t;
}

bool selfCrosses(const Ring& ring) {
    const size_t n = ring.size();
    if (n < 4) return false;
    // Sweep over segments sorted by their west end: only those whose x spans overlap are compared.
    std::vector<size_t> order(n);
    for (size_t i = 0; i < n; ++i) order[i] = i;
    const auto west = [&](size_t i) { return std::min(ring[i].x, ring[(i + 1) % n].x); };
    const auto east = [&](size_t i) { return std::max(ring[i].x, ring[(i + 1) % n].x); };
    std::sort(order.begin(), order.end(),
              [&](size_t a, size_t b) { return std::pair(west(a), a) < std::pair(west(b), b); });
    for (size_t k = 0; k < n; ++k) {
        const size_t i = order[k];
        for (size_t l = k + 1; l < n && west(order[l]) <= east(i); ++l) {
            const size_t j = order[l];
            if ((i + 1) % n == j || (j + 1) % n == i) continue;  // neighbours share a point
            if (crossing(ring[i], ring[(i + 1) % n], ring[j], ring[(j + 1) % n])) return true;
        }
    }
    return false;
}

Ring convexHull(std::vector<Point> points) {
    // Andrew's monotone chain (1979).
    std::sort(points.begin(), points.end(), [](Point a, Point b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 3) return points;
    Ring hull(2 * points.size());
    size_t k = 0;
    const auto add = [&](Point p, size_t floor) {
        while (k >= floor && cross(hull[k - 1] - hull[k - 2], p - hull[k - 2]) <= 0) --k;
        hull[k++] = p;
    };
    for (const Point p : points) add(p, 2);
    const size_t lower = k + 1;
    for (size_t i = points.size() - 1; i-- > 0;) add(points[i], lower);
    hull.resize(k - 1);
    return hull;
}

OrientedBox minimumBox(const std::vector<Point>& points) {
    const Ring hull = convexHull(points);
    OrientedBox best;
    if (hull.empty()) return best;
    if (hull.size() < 3) {
        const Point a = hull.front(), b = hull.back();
        return {(a + b) * 0.5, unit(b - a, {1, 0}), distance(a, b), 0};
    }
    double bestArea = 1e300;
    for (size_t i = 0; i < hull.size(); ++i) {
        const Point u = unit(hull[(i + 1) % hull.size()] - hull[i], {1, 0});
        const Point v(-u.y, u.x);
        Box box;
        for (const Point p : hull) box.include({dot(p, u), dot(p, v)});
        const Point size = box.size();
        if (size.x * size.y < bestArea) {
            bestArea = size.x * size.y;
            const Point middle = box.centre();
            best.centre = u * middle.x + v * middle.y;
            const bool lying = size.x >= size.y;
            best.axis = lying ? u : v;
            best.length = lying ? size.x : size.y;
            best.width = lying ? size.y : size.x;
        }
    }
    return best;
}

double yawToward(Point direction) {
    if (lengthSquared(direction) <= 0) return 0;
    const double degrees = exact::degrees(exact::atan2(direction.x, direction.y));
    return degrees < 0 ? degrees + 360 : degrees;
}

Point directionOf(double yawDegrees) {
    const double angle = exact::radians(yawDegrees);
    return {exact::sin(angle), exact::cos(angle)};
}

}  // namespace sketchwalk
