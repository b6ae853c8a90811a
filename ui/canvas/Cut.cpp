#include "ui/canvas/Cut.h"

#include <QPainterPath>
#include <QPainterPathStroker>
#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace sketchwalk::ui {
namespace {

constexpr double kFine = 32;        // path units a metre, so that curves are flattened to centimetres
constexpr double kLeastLine = 0.3;  // metres

double distanceToSegment(Point p, Point a, Point b) {
    return distance(p, closestOnSegment(p, a, b));
}

// Where along the segment p..q the pen is within reach of the segment a..b. How far a point is from a segment is a
// convex function along a line, so it is one stretch.
std::optional<std::pair<double, double>> covered(Point p, Point q, Point a, Point b, double reach) {
    const auto far = [&](double t) { return distanceToSegment(p + (q - p) * t, a, b); };
    double low = 0, high = 1;
    for (int i = 0; i < 60; ++i) {
        const double third = (high - low) / 3;
        if (far(low + third) < far(high - third)) {
            high -= third;
        } else {
            low += third;
        }
    }
    const double middle = (low + high) / 2;
    if (far(middle) > reach) return std::nullopt;
    const auto edge = [&](double inside, double outside) {
        if (far(outside) <= reach) return outside;
        for (int i = 0; i < 50; ++i) {
            const double t = (inside + outside) / 2;
            (far(t) <= reach ? inside : outside) = t;
        }
        return inside;
    };
    return std::pair{edge(middle, 0), edge(middle, 1)};
}

// The stretches of the segment that are left, as pairs of 0..1.
std::vector<std::pair<double, double>> leftOf(const Eraser& eraser, Point p, Point q, double reach) {
    std::vector<std::pair<double, double>> gone;
    const size_t count = std::max<size_t>(1, eraser.path.size() - 1);
    for (size_t i = 0; i < count; ++i) {
        const Point a = eraser.path[i], b = eraser.path[std::min(i + 1, eraser.path.size() - 1)];
        if (std::min(p.x, q.x) - reach > std::max(a.x, b.x) || std::max(p.x, q.x) + reach < std::min(a.x, b.x) ||
            std::min(p.y, q.y) - reach > std::max(a.y, b.y) || std::max(p.y, q.y) + reach < std::min(a.y, b.y)) {
            continue;
        }
        if (const auto stretch = covered(p, q, a, b, reach)) gone.push_back(*stretch);
    }
    std::sort(gone.begin(), gone.end());
    std::vector<std::pair<double, double>> left;
    double at = 0;
    for (const auto& [from, to] : gone) {
        if (from > at) left.emplace_back(at, from);
        at = std::max(at, to);
    }
    if (at < 1) left.emplace_back(at, 1);
    return left;
}

sketch::StrokePoint between(const sketch::StrokePoint& a, const sketch::StrokePoint& b, double t) {
    const auto k = static_cast<float>(t);
    const bool timed = a.seconds >= 0 && b.seconds >= 0;
    return {a.at + (b.at - a.at) * t, a.pressure + (b.pressure - a.pressure) * k,
            timed ? a.seconds + (b.seconds - a.seconds) * k : -1.0f, a.lean + (b.lean - a.lean) * k,
            a.height >= 0 && b.height >= 0 ? a.height + (b.height - a.height) * k : -1.0f};
}

std::optional<std::vector<sketch::Stroke>> cutLine(const Eraser& eraser, const sketch::Stroke& stroke, double reach) {
    std::vector<std::vector<sketch::StrokePoint>> parts;
    bool open = false, taken = false;
    for (size_t i = 0; i + 1 < stroke.points.size(); ++i) {
        const auto &a = stroke.points[i], &b = stroke.points[i + 1];
        const auto left = leftOf(eraser, a.at, b.at, reach);
        if (left.empty()) taken = true, open = false;
        for (const auto& [from, to] : left) {
            if (from > 0 || !open) parts.push_back({between(a, b, from)});
            parts.back().push_back(between(a, b, to));
            open = to >= 1;
            taken = taken || from > 0 || to < 1;
        }
    }
    if (!taken) return std::nullopt;
    std::vector<sketch::Stroke> out;
    for (auto& points : parts) {
        Polyline line;
        for (const auto& p : points) line.push_back(p.at);
        if (lengthOf(line) < kLeastLine) continue;
        sketch::Stroke part = stroke;
        // Each part's time starts anew.
        const float start = points.front().seconds;
        if (start > 0) {
            for (auto& p : points) p.seconds -= start;
        }
        part.points = std::move(points);
        out.push_back(std::move(part));
    }
    return out;
}

void addRing(QPainterPath& path, const Ring& ring) {
    if (ring.size() < 3) return;
    path.moveTo(ring[0].x * kFine, ring[0].y * kFine);
    for (size_t i = 1; i < ring.size(); ++i) path.lineTo(ring[i].x * kFine, ring[i].y * kFine);
    path.closeSubpath();
}

QPainterPath pathOf(const Eraser& eraser) {
    QPainterPath path;
    const double r = eraser.radius * kFine;
    const Polyline line = eraser.path.size() > 2 ? simplified(eraser.path, 0.05 * eraser.radius) : eraser.path;
    if (line.size() < 2 || lengthOf(line) < 0.01) {
        path.addEllipse(QPointF(line[0].x, line[0].y) * kFine, r, r);
        return path;
    }
    QPainterPath middle(QPointF(line[0].x, line[0].y) * kFine);
    for (size_t i = 1; i < line.size(); ++i) middle.lineTo(QPointF(line[i].x, line[i].y) * kFine);
    QPainterPathStroker stroker;
    stroker.setWidth(2 * r);
    stroker.setCapStyle(Qt::RoundCap);
    stroker.setJoinStyle(Qt::RoundJoin);
    path = stroker.createStroke(middle);
    path.setFillRule(Qt::WindingFill);
    return path.simplified();
}

std::optional<std::vector<sketch::Stroke>> cutArea(const Eraser& eraser, const sketch::Stroke& stroke) {
    Ring outer;
    for (const auto& p : stroke.points) outer.push_back(p.at);
    QPainterPath shape;
    addRing(shape, outer);
    for (const Ring& hole : stroke.holes) addRing(shape, hole);
    shape.setFillRule(Qt::OddEvenFill);
    const QPainterPath rubbed = pathOf(eraser);
    if (!shape.intersects(rubbed)) return std::nullopt;
    std::vector<Ring> rings;
    for (const QPolygonF& polygon : shape.subtracted(rubbed).toSubpathPolygons()) {
        Ring ring;
        for (const QPointF& p : polygon) ring.emplace_back(p.x() / kFine, p.y() / kFine);
        if (ring.size() > 1 && distance(ring.front(), ring.back()) < 1e-6) ring.pop_back();
        if (ring.size() > 2 && std::abs(signedArea(ring)) >= kLeastArea) rings.push_back(std::move(ring));
    }
    // Largest first, so that what holds a ring stands before it.
    std::sort(rings.begin(), rings.end(),
              [](const Ring& a, const Ring& b) { return std::abs(signedArea(a)) > std::abs(signedArea(b)); });
    std::vector<sketch::Stroke> out;
    std::vector<std::pair<Ring, int>> outers;  // with their place in `out`, -1: the ring is a hole
    for (const Ring& ring : rings) {
        // A corner may lie on another ring's edge; the middle of a side hardly does.
        const Point probe = (ring[0] + ring[1]) * 0.5 + (ring[1] - ring[0]) * 1e-4;
        int depth = 0, holder = -1;
        for (const auto& [other, place] : outers) {
            if (!contains(other, probe)) continue;
            ++depth;
            if (place >= 0) holder = place;
        }
        if (depth % 2 == 1) {
            if (holder >= 0) out[static_cast<size_t>(holder)].holes.push_back(ring);
            outers.emplace_back(ring, -1);
            continue;
        }
        sketch::Stroke part = stroke;
        part.points.clear();
        part.holes.clear();
        part.centreLines.clear();  // of the whole; the parts run otherwise
        part.centreWidth.clear();
        for (const Point& p : ring) part.points.push_back({p, 1, -1});
        outers.emplace_back(ring, static_cast<int>(out.size()));
        out.push_back(std::move(part));
    }
    return out;
}

}  // namespace

Box Eraser::box() const {
    return boundsOf(path).grown(radius);
}

double Eraser::distanceTo(Point p) const {
    return path.size() == 1 ? distance(path[0], p) : nearestOnLine(path, p).distance;
}

bool touches(const Eraser& eraser, const sketch::Stroke& stroke, double halfWidth) {
    const double reach = eraser.radius + halfWidth;
    if (stroke.closed && stroke.points.size() > 2) {
        Polygon polygon;
        for (const auto& p : stroke.points) polygon.outer.push_back(p.at);
        polygon.holes = stroke.holes;
        for (const Point& p : eraser.path) {
            // What lies in a lock is not covered by it.
            if ((!stroke.lock && contains(polygon, p)) || nearestOnRing(polygon.outer, p).distance <= eraser.radius)
                return true;
        }
        return false;
    }
    if (stroke.points.size() == 1) return eraser.distanceTo(stroke.points[0].at) <= reach;
    for (size_t i = 0; i + 1 < stroke.points.size(); ++i) {
        const auto left = leftOf(eraser, stroke.points[i].at, stroke.points[i + 1].at, reach);
        if (left.size() != 1 || left[0].first > 0 || left[0].second < 1) return true;
    }
    return false;
}

std::optional<std::vector<sketch::Stroke>> cut(const Eraser& eraser, const sketch::Stroke& stroke, double halfWidth) {
    if (stroke.points.size() < 2) {
        if (!touches(eraser, stroke, halfWidth)) return std::nullopt;
        return std::vector<sketch::Stroke>{};
    }
    if (stroke.closed && stroke.points.size() > 2) return cutArea(eraser, stroke);
    // A line goes where the eraser's edge crosses its middle: what is left is as wide as before up to its end.
    return cutLine(eraser, stroke, eraser.radius);
}

}  // namespace sketchwalk::ui
