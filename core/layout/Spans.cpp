#include "core/layout/Spans.h"

#include <algorithm>
#include <cmath>

namespace sketchwalk::layout {

std::vector<Interval> wetStretches(const Polyline& line, const Waters& waters) {
    constexpr double kCoarse = 0.5;
    std::vector<Interval> out;
    double before = 0;
    bool wasWet = false;
    for (size_t i = 0; i + 1 < line.size(); ++i) {
        const Point a = line[i], b = line[i + 1];
        const double length = distance(a, b);
        if (length <= 0) continue;
        Box box;
        box.include(a);
        box.include(b);
        if (!waters.near(box)) {
            if (wasWet) out.back().to = before;
            wasWet = false;
            before += length;
            continue;
        }
        const int steps = std::max(1, static_cast<int>(std::ceil(length / kCoarse)));
        for (int k = i == 0 ? 0 : 1; k <= steps; ++k) {
            const double at = length * k / steps;
            const bool wet = waters.wet(a + (b - a) * (at / length));
            if (wet && !wasWet) out.push_back({before + at, before + at});
            if (wet) out.back().to = before + at;
            wasWet = wet;
        }
        before += length;
    }
    // The true edge lies within the last step: halve it twice.
    for (Interval& w : out) {
        for (double step = kCoarse / 2; step >= kCoarse / 4; step /= 2) {
            if (waters.wet(pointAlong(line, w.from - step))) w.from = std::max(0.0, w.from - step);
            if (waters.wet(pointAlong(line, w.to + step))) w.to = std::min(before, w.to + step);
        }
    }
    return out;
}

double footBeyond(const Polyline& line, const Waters& waters, double edge, double sign, double limit, double deck) {
    const double room = std::abs(limit - edge);
    double best = std::min(2.0, room / 2);
    for (double past = 1.5; past <= std::min(6.0, room); past += 0.25) {
        const double at = edge + sign * past;
        const Point p = pointAlong(line, at), normal = leftOf(tangentAlong(line, at));
        if (waters.wet(p)) break;
        best = std::min(past, 4.0);
        const Point rim = normal * (deck / 2);
        if (!waters.wet(p + rim) && !waters.wet(p - rim))
            return edge + sign * std::max(past, std::min({past + 0.5, 4.0, room}));
    }
    return edge + sign * best;
}

Polyline stretchOf(const Polyline& line, double from, double to) {
    Polyline out{pointAlong(line, from)};
    double at = 0;
    for (size_t i = 1; i + 1 < line.size(); ++i) {
        at += distance(line[i - 1], line[i]);
        if (at > from + 1e-6 && at < to - 1e-6) out.push_back(line[i]);
    }
    out.push_back(pointAlong(line, to));
    return out;
}

Polyline straightened(const Polyline& line) {
    if (line.size() < 3) return line;
    const double length = lengthOf(line);
    const Polyline chord{line.front(), line.back()};
    double bow = 0;
    for (const Point p : line) bow = std::max(bow, nearestOnLine(chord, p).distance);
    if (bow < std::max(0.8, 0.04 * length)) return chord;
    return simplified(resampled(line, std::max(length / 16, 1.0)), 0.15);
}

void setPath(Placement& placement, Polyline path, double deck) {
    const double length = lengthOf(path);
    const Point chord = unitOr(path.back() - path.front(), {1, 0});
    placement.position = pointAlong(path, length / 2);
    placement.yaw = yawToward({-chord.y, chord.x});  // the asset's local x runs from the first foot to the last
    placement.footprint = {std::max(distance(path.front(), path.back()), 0.5), deck};
    placement.width = deck;
    placement.path = std::move(path);
}

}  // namespace sketchwalk::layout
