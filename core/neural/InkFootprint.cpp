#include "core/neural/InkFootprint.h"

#include <algorithm>
#include <cmath>

namespace sketchwalk::neural {
namespace {

using catalogue::DrawnAs;
using catalogue::Entry;
using catalogue::Kind;

constexpr int kCoursePoints = 32;

bool can(const Entry& entry, DrawnAs way) {
    return std::find(entry.drawn.begin(), entry.drawn.end(), way) != entry.drawn.end();
}

sketch::Stroke strokeOf(const Entry& entry, const Polyline& points, bool closed) {
    sketch::Stroke stroke;
    stroke.brush = entry.id;
    stroke.closed = closed;
    for (Point p : points) stroke.points.push_back({p});
    return stroke;
}

std::vector<Point> pointsOf(const std::vector<Polyline>& drawing) {
    std::vector<Point> points;
    for (const Polyline& line : drawing) points.insert(points.end(), line.begin(), line.end());
    return points;
}

// Around the middle, within what one of these may measure.
sketch::Stroke objectFootprint(const Entry& entry, const Box& box) {
    const double most = std::max(entry.maxStretch, 1.0);
    double width = std::clamp(box.size().x, entry.size.width / most, entry.size.width * most);
    double depth = width * entry.size.depth / std::max(entry.size.width, 1e-9);
    const double shrink = std::sqrt(std::min(1.0, 0.9 * entry.groupAbove / (width * depth)));  // one, not a group
    width *= shrink;
    depth *= shrink;
    const Point half{width / 2, depth / 2}, m = box.centre();
    return strokeOf(entry, {m - half, m + Point{half.x, -half.y}, m + half, m + Point{-half.x, half.y}}, true);
}

// The hull, with rounded corners by construction of many points; a thin one is widened to a fifth of its length.
sketch::Stroke hullFootprint(const Entry& entry, const std::vector<Polyline>& drawing) {
    const std::vector<Point> points = pointsOf(drawing);
    const OrientedBox box = minimumBox(points);
    Ring ring = convexHull(points);
    const double least = std::max(box.length * 0.2, 2.0);
    if (ring.size() < 3 || box.width < least) {
        const Point across{-box.axis.y, box.axis.x};
        const Point along = box.axis * (std::max(box.length, least) / 2), side = across * (least / 2);
        ring = {box.centre - along - side, box.centre + along - side, box.centre + along + side,
                box.centre - along + side};
    }
    return strokeOf(entry, ring, true);
}

// From end to end along the drawing's long side.
Polyline axisOf(const std::vector<Polyline>& drawing) {
    const OrientedBox box = minimumBox(pointsOf(drawing));
    const Point along = box.axis * (std::max(box.length, 1.0) / 2);
    return {box.centre - along, box.centre + along};
}

// Somebody's way rather than a picture of them: one line that ends far from where it began.
bool isWay(const std::vector<Polyline>& drawing, const Box& box) {
    const Polyline& line = drawing.front();
    return drawing.size() == 1 && line.size() > 1 &&
           distance(line.front(), line.back()) > 0.5 * distance(box.min, box.max);
}

Polyline evenly(const Polyline& line, int count) {
    Polyline out;
    const double length = lengthOf(line);
    for (int i = 0; i < count; ++i) out.push_back(pointAlong(line, length * i / (count - 1)));
    return out;
}

}  // namespace

Course courseOf(const std::vector<Polyline>& drawing) {
    std::vector<const Polyline*> lines;
    for (const Polyline& line : drawing) lines.push_back(&line);
    std::stable_sort(lines.begin(), lines.end(), [](auto* a, auto* b) { return lengthOf(*a) > lengthOf(*b); });
    const Polyline& first = *lines.front();
    if (first.size() < 2) return {axisOf(drawing), 0};
    if (lines.size() < 2 || lengthOf(*lines[1]) < 0.5 * lengthOf(first)) return {first, 0};
    Polyline a = evenly(first, kCoursePoints), b = evenly(*lines[1], kCoursePoints);
    if (distance(a.front(), b.front()) + distance(a.back(), b.back()) >
        distance(a.front(), b.back()) + distance(a.back(), b.front())) {
        std::reverse(b.begin(), b.end());
    }
    Course course;
    for (size_t i = 0; i < a.size(); ++i) {
        course.line.push_back((a[i] + b[i]) * 0.5);
        course.width += distance(a[i], b[i]) / kCoursePoints;
    }
    if (course.width > 0.4 * lengthOf(course.line)) return {first, 0};  // no banks: two lines that have little to do
    return course;
}

std::vector<sketch::Stroke> inkFootprint(const std::vector<Polyline>& drawing, const Entry& entry, Point extent) {
    Box box;
    for (Point p : pointsOf(drawing)) box.include(p);
    if (entry.kind == Kind::follower || entry.kind == Kind::play) {
        if (can(entry, DrawnAs::line) && (isWay(drawing, box) || !can(entry, DrawnAs::symbol)))
            return {strokeOf(entry, courseOf(drawing).line, false)};
        return {strokeOf(entry, {box.centre()}, false)};
    }
    if (entry.kind == Kind::atmosphere) return {strokeOf(entry, {box.centre()}, false)};
    if (entry.family == "span" || entry.family == "barrier") return {strokeOf(entry, axisOf(drawing), false)};
    if (entry.kind == Kind::object) return {objectFootprint(entry, box)};
    const bool lineFirst = !entry.drawn.empty() && entry.drawn.front() == DrawnAs::line;
    if (lineFirst && entry.kind == Kind::relief) {  // ridge
        const Course course = courseOf(drawing);
        return {strokeOf(entry, axisOf({course.line}), false)};
    }
    if (lineFirst && can(entry, DrawnAs::line)) {  // river, road, path
        const Course course = courseOf(drawing);
        sketch::Stroke stroke = strokeOf(entry, simplified(course.line, 0.002 * std::min(extent.x, extent.y)), false);
        if (course.width > 0 && entry.lineWidth > 0) {
            stroke.width = std::clamp(course.width, 0.5 * entry.lineWidth, 4 * entry.lineWidth);
        }
        return {std::move(stroke)};
    }
    return {hullFootprint(entry, drawing)};
}

}  // namespace sketchwalk::neural
