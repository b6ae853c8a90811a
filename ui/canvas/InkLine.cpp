#include "ui/canvas/InkLine.h"

#include <algorithm>
#include <cmath>

#include "core/base/Hash.h"

namespace sketchwalk::ui {
namespace {

constexpr double kClose = 0.7;     // pixels: samples nearer than this say nothing new
constexpr double kStep = 4;        // pixels between points of a smoothed line
constexpr double kCorner = 0.35;   // cosine of the turn from which a corner is meant
constexpr double kLongSide = 1.2;  // metres: shorter sides are a hand's tremble, no corner

double lengthOf(QPointF v) {
    return std::hypot(v.x(), v.y());
}

struct Knot {
    QPointF at;
    double half = 0;
    QPointF tangent;  // per unit of the knot's own side lengths
};

// Samples that lie apart; from the start, whatever the clip.
std::vector<Knot> knotsOf(const std::vector<Knot>& all, bool closed) {
    std::vector<Knot> out;
    out.reserve(all.size());
    for (size_t i = 0; i < all.size(); ++i) {
        const bool last = !closed && i + 1 == all.size();
        if (out.empty() || lengthOf(all[i].at - out.back().at) >= kClose) {
            out.push_back(all[i]);
        } else if (last && out.size() > 1) {
            out.back() = all[i];
        }
    }
    return out;
}

// Unit directions, none at a corner.
void setTangents(std::vector<Knot>& knots, bool closed, double longSide) {
    const size_t n = knots.size();
    for (size_t i = 0; i < n; ++i) {
        if (!closed && (i == 0 || i + 1 == n)) continue;
        const QPointF in = knots[i].at - knots[(i + n - 1) % n].at, out = knots[(i + 1) % n].at - knots[i].at;
        const double a = lengthOf(in), b = lengthOf(out);
        if (a <= 0 || b <= 0) continue;
        const double turn = QPointF::dotProduct(in, out) / (a * b);
        if (turn < kCorner && std::min(a, b) > longSide) continue;
        // Weighted the centripetal way: the shorter side says more.
        QPointF t = in / a * std::sqrt(b) + out / b * std::sqrt(a);
        const double length = lengthOf(t);
        if (length > 0) knots[i].tangent = t / length;
    }
}

// Points after knot i up to knot i + 1.
template <class Add>
void addSide(const Knot& a, const Knot& b, const QRectF& clip, double margin, Add&& add) {
    const double length = lengthOf(b.at - a.at);
    const double reach = margin + length / 3;
    const bool near =
        std::max(a.at.x(), b.at.x()) + reach >= clip.left() && std::min(a.at.x(), b.at.x()) - reach <= clip.right() &&
        std::max(a.at.y(), b.at.y()) + reach >= clip.top() && std::min(a.at.y(), b.at.y()) - reach <= clip.bottom();
    const int steps = near ? std::clamp(static_cast<int>(length / kStep), 1, 48) : 1;
    const QPointF ta = a.tangent * length, tb = b.tangent * length;
    for (int k = 1; k < steps; ++k) {
        const double t = static_cast<double>(k) / steps, t2 = t * t, t3 = t2 * t;
        const QPointF at =
            (2 * t3 - 3 * t2 + 1) * a.at + (t3 - 2 * t2 + t) * ta + (3 * t2 - 2 * t3) * b.at + (t3 - t2) * tb;
        add(at, a.half + (b.half - a.half) * t, t * length);
    }
    add(b.at, b.half, length);
}

}  // namespace

std::vector<InkPoint> inkPoints(const std::vector<sketch::StrokePoint>& points, const Frame& frame, const QRectF& clip,
                                const std::function<double(const sketch::StrokePoint&)>& half) {
    std::vector<Knot> all;
    all.reserve(points.size());
    for (const sketch::StrokePoint& p : points) all.push_back({frame.toImage(p.at), half(p), {}});
    std::vector<Knot> knots = knotsOf(all, false);
    std::vector<InkPoint> line;
    if (knots.empty()) return line;
    setTangents(knots, false, kLongSide * frame.scale);
    double widest = 0;
    for (const Knot& knot : knots) widest = std::max(widest, knot.half);
    const double margin = 8 + widest;
    line.push_back({knots[0].at, knots[0].half, 0});
    for (size_t i = 0; i + 1 < knots.size(); ++i) {
        // Along the chords, so that it does not depend on where the line is left coarse.
        const double before = line.back().along;
        addSide(knots[i], knots[i + 1], clip, margin, [&](QPointF at, double width, double along) {
            line.push_back({at, width, before + along});
        });
    }
    return line;
}

QPainterPath ringPath(const Ring& ring, const Frame& frame, const QRectF& clip) {
    QPainterPath path;
    std::vector<Knot> all;
    all.reserve(ring.size());
    for (const Point& p : ring) all.push_back({frame.toImage(p), 0, {}});
    std::vector<Knot> knots = knotsOf(all, true);
    if (knots.size() < 3) return path;
    setTangents(knots, true, kLongSide * frame.scale);
    path.moveTo(knots[0].at);
    for (size_t i = 0; i < knots.size(); ++i) {
        addSide(knots[i], knots[(i + 1) % knots.size()], clip, 8, [&](QPointF at, double, double) { path.lineTo(at); });
    }
    path.closeSubpath();
    return path;
}

QPainterPath areaPath(const sketch::Stroke& stroke, const Frame& frame, const QRectF& clip) {
    Ring outer;
    outer.reserve(stroke.points.size());
    for (const sketch::StrokePoint& p : stroke.points) outer.push_back(p.at);
    QPainterPath path = ringPath(outer, frame, clip);
    for (const Ring& hole : stroke.holes) path.addPath(ringPath(hole, frame, clip));
    path.setFillRule(Qt::OddEvenFill);
    return path;
}

QPainterPath ribbonPath(const std::vector<InkPoint>& line, const QRectF& clip, uint64_t seed, double tremble,
                        bool flatEnds) {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const auto width = [&](const InkPoint& p) {
        if (tremble <= 0) return p.half;
        const double u = p.along / 9;
        const auto cell = static_cast<uint64_t>(u);
        const double t = u - std::floor(u), a = randomUnit(seed, "ink", cell), b = randomUnit(seed, "ink", cell + 1);
        return p.half * (1 + tremble * (2 * (a + (b - a) * t * t * (3 - 2 * t)) - 1));
    };
    const auto sideOf = [&](size_t i) {  // unit, from i to i + 1
        const QPointF side = line[i + 1].at - line[i].at;
        const double length = lengthOf(side);
        return length > 1e-9 ? side / length : QPointF(0, 0);
    };
    // Where the line hardly turns, both pieces share an edge; where it turns sharply, a round joint fills the gap.
    const auto normalAt = [&](size_t i, size_t piece, bool& sharp) {
        const QPointF own = sideOf(piece),
                      other = i == piece ? (i > 0 ? sideOf(i - 1) : own) : (i + 1 < line.size() ? sideOf(i) : own);
        sharp = QPointF::dotProduct(own, other) < 0.86;
        QPointF d = sharp ? own : own + other;
        const double length = lengthOf(d);
        d = length > 1e-9 ? d / length : own;
        return QPointF(-d.y(), d.x());
    };
    for (size_t i = 0; i < line.size(); ++i) {
        const double r = width(line[i]);
        const QPointF at = line[i].at;
        bool joint = (i == 0 || i + 1 == line.size()) && !flatEnds;
        joint = joint || line.size() == 1;
        if (i + 1 < line.size()) {
            const double s = width(line[i + 1]), most = std::max(r, s) + 1;
            const QPointF to = line[i + 1].at;
            if (QRectF(at, to).normalized().adjusted(-most, -most, most, most).intersects(clip)) {
                bool sharpHere = false, sharpThere = false;
                QPointF n = normalAt(i, i, sharpHere) * r, m = normalAt(i + 1, i, sharpThere) * s;
                // Where a wide line bends tightly its inner edge would run backwards and cut a hole.
                const QPointF d = sideOf(i), left = (to - m) - (at - n), right = (to + m) - (at + n);
                if (QPointF::dotProduct(left, d) <= 0 || QPointF::dotProduct(right, d) <= 0) {
                    n = QPointF(-d.y(), d.x()) * r;
                    m = QPointF(-d.y(), d.x()) * s;
                    joint = joint || !flatEnds || i > 0;
                }
                joint = joint || (i > 0 && sharpHere);
                // The way round of an ellipse, or the winding would cut holes.
                path.addPolygon(QPolygonF({at - n, to - m, to + m, at + n}));
                path.closeSubpath();
            }
        }
        if (joint && clip.adjusted(-r, -r, r, r).contains(at)) path.addEllipse(at, r, r);
    }
    return path;
}

std::vector<std::vector<InkPoint>> dashed(const std::vector<InkPoint>& line, double on, double off) {
    std::vector<std::vector<InkPoint>> pieces;
    if (line.size() < 2 || on <= 0) return pieces;
    const double period = on + off;
    bool drawing = false;
    for (size_t i = 0; i + 1 < line.size(); ++i) {
        const InkPoint &a = line[i], &b = line[i + 1];
        const double length = b.along - a.along;
        double at = a.along;
        while (at < b.along) {
            const double phase = std::fmod(at, period);
            const bool ink = phase < on - 1e-9;
            const double stop = std::min(b.along, at + (ink ? on - phase : period - phase) + 1e-9);
            const auto mid = [&](double along) {
                const double t = length > 0 ? (along - a.along) / length : 0;
                return InkPoint{a.at + (b.at - a.at) * t, a.half + (b.half - a.half) * t, along};
            };
            if (ink) {
                if (!drawing) pieces.push_back({mid(at)});
                pieces.back().push_back(mid(stop));
            }
            drawing = ink;
            at = stop;
        }
    }
    return pieces;
}

InkPlace placeAlong(const std::vector<InkPoint>& line, double along) {
    const auto above = std::upper_bound(line.begin(), line.end(), along,
                                        [](double value, const InkPoint& p) { return value < p.along; });
    const size_t i = std::clamp<size_t>(static_cast<size_t>(above - line.begin()), 1, line.size() - 1);
    const InkPoint &a = line[i - 1], &b = line[i];
    const double length = b.along - a.along;
    const double t = length > 0 ? std::clamp((along - a.along) / length, 0.0, 1.0) : 0;
    const QPointF side = length > 0 ? (b.at - a.at) / length : QPointF(1, 0);
    return {a.at + (b.at - a.at) * t, QPointF(-side.y(), side.x())};
}

}  // namespace sketchwalk::ui
