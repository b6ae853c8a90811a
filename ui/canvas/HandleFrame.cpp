#include "ui/canvas/HandleFrame.h"

#include <algorithm>
#include <cmath>

namespace sketchwalk::ui {
namespace {

constexpr double kGrip = 13;      // pixels: a pen's tip is not a mouse's
constexpr double kKnob = 5;       // pixels, half a handle as it is painted
constexpr double kTurnAway = 30;  // pixels from the box to the handle that turns it
constexpr Point kSides[]{{-1, -1}, {0, -1}, {1, -1}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}};

double angleOf(Point v) {
    return std::atan2(v.y, v.x) * 180 / M_PI;
}

}  // namespace

HandleFrame HandleFrame::around(const Box& box) {
    return {box.centre(), box.size() * 0.5, 0};
}

Point HandleFrame::at(Point side) const {
    const double a = turn * M_PI / 180, c = std::cos(a), s = std::sin(a);
    const Point local = side * half;
    return centre + Point(c * local.x - s * local.y, s * local.x + c * local.y);
}

QPointF HandleFrame::turnHandle(const Frame& view, double ratio) const {
    const QPointF top = view.toImage(at({0, -1})), middle = view.toImage(centre);
    QPointF up = top - middle;
    const double length = std::hypot(up.x(), up.y());
    up = length > 1e-6 ? up / length : QPointF(0, -1);
    return top + up * kTurnAway * ratio;
}

HandleFrame::Grip HandleFrame::gripAt(QPointF device, const Frame& view, double ratio) const {
    const auto near = [&](QPointF p) { return std::hypot(p.x() - device.x(), p.y() - device.y()) <= kGrip * ratio; };
    if (near(turnHandle(view, ratio))) return {Part::turning, {}};
    // A small box has no room for the handles of its sides, nor to be taken hold of between its corners.
    const double small = 2 * std::min(half.x, half.y) * view.scale;
    for (const Point& side : kSides) {
        const bool corner = side.x != 0 && side.y != 0;
        if (!corner && small < 5 * kGrip * ratio) continue;
        if (near(view.toImage(
                at(side * (small < 2 * kGrip * ratio ? 1.0 + kGrip * ratio / std::max(small, 1.0) : 1.0)))))
            return {Part::scale, side};
    }
    const Point p = view.toMetres(device) - centre;
    const double a = turn * M_PI / 180, c = std::cos(a), s = std::sin(a);
    const double margin = 6 * ratio / view.scale;
    const bool inside =
        std::abs(c * p.x + s * p.y) <= half.x + margin && std::abs(-s * p.x + c * p.y) <= half.y + margin;
    return {inside ? Part::inside : Part::none, {}};
}

QTransform HandleFrame::change(const Grip& grip, Point from, Point to, bool keep) const {
    QTransform out;
    switch (grip.part) {
        case Part::none:
            break;
        case Part::inside: {
            Point by = to - from;
            if (keep) (std::abs(by.x) > std::abs(by.y) ? by.y : by.x) = 0;
            out.translate(by.x, by.y);
            break;
        }
        case Part::turning: {
            double by = angleOf(to - centre) - angleOf(from - centre);
            if (keep) by = std::round(by / 15) * 15;
            out.translate(centre.x, centre.y);
            out.rotate(by);
            out.translate(-centre.x, -centre.y);
            break;
        }
        case Part::scale: {
            const Point fixed = at(-grip.side);
            const double a = turn * M_PI / 180, c = std::cos(a), s = std::sin(a);
            const auto local = [&](Point p) { return Point(c * p.x + s * p.y, -s * p.x + c * p.y); };
            const Point was = local(from - fixed), is = local(to - fixed);
            const auto ratio = [](double now, double before) {
                return std::abs(before) < 1e-6 ? 1.0 : std::clamp(now / before, 0.05, 50.0);
            };
            double x = grip.side.x != 0 ? ratio(is.x, was.x) : 1, y = grip.side.y != 0 ? ratio(is.y, was.y) : 1;
            if (keep || (grip.side.x != 0 && grip.side.y != 0)) {
                const double both = grip.side.x == 0 ? y : grip.side.y == 0 ? x : std::max(x, y);
                x = y = both;
            }
            out.translate(fixed.x, fixed.y);
            out.rotate(turn);
            out.scale(x, y);
            out.rotate(-turn);
            out.translate(-fixed.x, -fixed.y);
            break;
        }
    }
    return out;
}

void HandleFrame::paint(QPainter& painter, const Frame& view, double ratio) const {
    QPolygonF outline;
    for (const Point& side : {kSides[0], kSides[2], kSides[4], kSides[6]}) outline << view.toImage(at(side));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 250, 238, 210), 3 * ratio));
    painter.drawPolygon(outline);
    painter.setPen(QPen(QColor(38, 92, 140), 1.2 * ratio, Qt::DashLine));
    painter.drawPolygon(outline);
    if (!handles) return;
    const QPointF knob = turnHandle(view, ratio);
    painter.drawLine(view.toImage(at({0, -1})), knob);
    painter.setPen(QPen(QColor(38, 92, 140), 1.4 * ratio));
    painter.setBrush(QColor(255, 250, 238));
    const double k = kKnob * ratio;
    painter.drawEllipse(knob, k + ratio, k + ratio);
    const double small = 2 * std::min(half.x, half.y) * view.scale;
    for (const Point& side : kSides) {
        if ((side.x == 0 || side.y == 0) && small < 5 * kGrip * ratio) continue;
        const QPointF p = view.toImage(at(side));
        painter.drawRect(QRectF(p.x() - k, p.y() - k, 2 * k, 2 * k));
    }
}

QRectF HandleFrame::pixels(const Frame& view, double ratio) const {
    QPolygonF all;
    for (const Point& side : kSides) all << view.toImage(at(side));
    all << turnHandle(view, ratio);
    const double margin = 14 * ratio;
    return all.boundingRect().adjusted(-margin, -margin, margin, margin);
}

}  // namespace sketchwalk::ui
