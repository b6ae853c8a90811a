#include "core/layout/Roads.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace sketchwalk::layout {

Roads::Roads(const Draft& draft) : m_bins(draft.layout.extent, 32) {
    std::set<int64_t> withLine;
    for (const Line& line : draft.layout.lines) {
        if (!isRoadId(line.id)) continue;
        withLine.insert(line.stroke);
        for (size_t i = 0; i + 1 < line.centre.size(); ++i) {
            add(line.centre[i], line.centre[i + 1], (line.width[i] + line.width[i + 1]) / 4, false);
        }
    }
    for (const Region& region : draft.layout.regions) {
        if (!isRoadId(region.id) || withLine.contains(region.stroke)) continue;
        const Ring& ring = region.shape.outer;
        for (size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) add(ring[j], ring[i], 0, true);
    }
}

void Roads::add(Point a, Point b, double halfWidth, bool rim) {
    Box box;
    box.include(a);
    box.include(b);
    m_bins.insert(box.grown(halfWidth), static_cast<int>(m_segments.size()));
    m_segments.push_back({a, b, halfWidth, rim});
}

void Roads::add(const Polyline& line, double width) {
    for (size_t i = 0; i + 1 < line.size(); ++i) add(line[i], line[i + 1], width / 2, false);
}

std::optional<Roads::Near> Roads::nearest(Point p, double reach) const {
    Box box;
    box.include(p);
    std::optional<Near> best;
    double bestEdge = reach;
    int bestIndex = -1;
    m_bins.visit(box.grown(reach), [&](int i) {
        const Segment& s = m_segments[static_cast<size_t>(i)];
        const Point q = closestOnSegment(p, s.a, s.b);
        const double edge = distance(p, q) - s.halfWidth;
        if (edge > bestEdge || (edge == bestEdge && bestIndex >= 0 && i >= bestIndex)) return;
        bestEdge = edge;
        bestIndex = i;
        best = Near{q, unitOr(s.b - s.a, {1, 0}), edge, s.halfWidth};
    });
    return best;
}

bool Roads::clear(const Standing& s, double margin) const {
    bool clear = true;
    m_bins.visit(s.box().grown(margin), [&](int i) {
        const Segment& road = m_segments[static_cast<size_t>(i)];
        if (clear && !road.rim) clear = !within(s, road.a, road.b, road.halfWidth + margin);
    });
    return clear;
}

std::vector<Roads::Crossing> Roads::crossings(Point a, Point b) const {
    std::vector<Crossing> out;
    Box box;
    box.include(a);
    box.include(b);
    const Point way = unitOr(b - a, {1, 0});
    for (const int i : m_bins.values(box)) {
        const Segment& s = m_segments[static_cast<size_t>(i)];
        if (s.rim) continue;
        const auto at = crossing(a, b, s.a, s.b);
        if (!at) continue;
        const double slant = std::max(std::abs(cross(way, unitOr(s.b - s.a, {1, 0}))), 0.4);
        out.push_back({*at, distance(a, *at), s.halfWidth / slant + 0.3, 2 * s.halfWidth <= 6});
    }
    std::sort(out.begin(), out.end(), [](const Crossing& x, const Crossing& y) { return x.along < y.along; });
    return out;
}

}  // namespace sketchwalk::layout
