#include "core/layout/Shapes.h"

#include <algorithm>
#include <cmath>

#include "core/base/Raster.h"
#include "core/base/Trig.h"

namespace sketchwalk::layout {

namespace {

// Keeps the side of a ring where inward(p) >= 0.
template <class Inward>
Ring keptSide(const Ring& ring, const Inward& inward) {
    Ring out;
    for (size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const double a = inward(ring[j]), b = inward(ring[i]);
        if ((a >= 0) != (b >= 0)) out.push_back(ring[j] + (ring[i] - ring[j]) * (a / (a - b)));
        if (b >= 0) out.push_back(ring[i]);
    }
    return out;
}

// Cuts at far-off points are rounded: this makes them end on the box exactly.
Point clampedInto(const Box& box, Point p) {
    return {std::clamp(p.x, box.min.x, box.max.x), std::clamp(p.y, box.min.y, box.max.y)};
}

}  // namespace

Point unitOr(Point v, Point fallback) {
    const double length = std::sqrt(dot(v, v));
    return length > 1e-9 ? v / length : fallback;
}

Ring clippedRing(const Ring& ring, const Box& box) {
    if (ring.empty()) return ring;
    const Box own = boundsOf(ring);
    if (box.contains(own.min) && box.contains(own.max)) return ring;
    Ring out = keptSide(ring, [&](Point p) { return p.x - box.min.x; });
    if (!out.empty()) out = keptSide(out, [&](Point p) { return box.max.x - p.x; });
    if (!out.empty()) out = keptSide(out, [&](Point p) { return p.y - box.min.y; });
    if (!out.empty()) out = keptSide(out, [&](Point p) { return box.max.y - p.y; });
    for (Point& p : out) p = clampedInto(box, p);
    return out;
}

std::vector<Polyline> clippedLine(const Polyline& line, const Box& box) {
    std::vector<Polyline> out;
    Polyline run;
    const auto finish = [&] {
        if (run.size() > 1) out.push_back(run);
        run.clear();
    };
    for (size_t i = 0; i + 1 < line.size(); ++i) {
        // Liang and Barsky (1984).
        const Point a = line[i], d = line[i + 1] - line[i];
        double from = 0, to = 1;
        const double step[4] = {-d.x, d.x, -d.y, d.y};
        const double room[4] = {a.x - box.min.x, box.max.x - a.x, a.y - box.min.y, box.max.y - a.y};
        bool seen = true;
        for (int k = 0; k < 4 && seen; ++k) {
            if (step[k] == 0)
                seen = room[k] >= 0;
            else if (step[k] < 0)
                from = std::max(from, room[k] / step[k]);
            else
                to = std::min(to, room[k] / step[k]);
        }
        if (!seen || from > to) {
            finish();
            continue;
        }
        if (run.empty() || from > 0) {
            finish();
            run.push_back(clampedInto(box, a + d * from));
        }
        run.push_back(clampedInto(box, a + d * to));
        if (to < 1) finish();
    }
    finish();
    return out;
}

Ring circle(Point centre, double radius, int corners) {
    Ring out;
    for (int i = 0; i < corners; ++i) {
        const double angle = exact::radians(360.0 * i / corners);
        out.push_back(centre + Point(exact::cos(angle), exact::sin(angle)) * radius);
    }
    return out;
}

std::vector<Polygon> strokedArea(const Polyline& line, double width) {
    if (line.empty() || !(width > 0)) return {};
    if (line.size() == 1) return {{circle(line[0], width / 2), {}}};
    Box box = boundsOf(line).grown(width / 2 + 1);
    const double spacing = std::max(std::clamp(width / 24, 0.125, 2.0), std::max(box.size().x, box.size().y) / 1500);
    Grid<uint8_t> mask(static_cast<int>(box.size().x / spacing) + 2, static_cast<int>(box.size().y / spacing) + 2);
    const double radius = width / 2;
    for (size_t i = 0; i + 1 < line.size(); ++i) {
        const Point a = line[i] - box.min, b = line[i + 1] - box.min;
        Box reach;
        reach.include(a);
        reach.include(b);
        reach = reach.grown(radius);
        const int east = std::min(static_cast<int>(reach.max.x / spacing) + 1, mask.width() - 1);
        const int south = std::min(static_cast<int>(reach.max.y / spacing) + 1, mask.height() - 1);
        for (int y = std::max(0, static_cast<int>(reach.min.y / spacing)); y <= south; ++y) {
            for (int x = std::max(0, static_cast<int>(reach.min.x / spacing)); x <= east; ++x) {
                const Point p((x + 0.5) * spacing, (y + 0.5) * spacing);
                if (distance(p, closestOnSegment(p, a, b)) <= radius) mask(x, y) = 1;
            }
        }
    }
    std::vector<Polygon> out = outlines(mask, spacing);
    for (Polygon& polygon : out) {
        for (Point& p : polygon.outer) p += box.min;
        polygon.outer = simplifiedRing(polygon.outer, spacing / 3);
        for (Ring& hole : polygon.holes) {
            for (Point& p : hole) p += box.min;
            hole = simplifiedRing(hole, spacing / 3);
        }
    }
    return out;
}

AreaIndex::AreaIndex(const Polygon& polygon) : m_box(boundsOf(polygon.outer)) {
    size_t count = polygon.outer.size();
    for (const Ring& hole : polygon.holes) count += hole.size();
    if (polygon.outer.size() < 3) return;
    const size_t bands = std::clamp<size_t>(count / 4, 1, 512);
    m_bandSize = std::max(m_box.size().y / static_cast<double>(bands), 1e-9);
    m_bands.resize(bands + 1);
    const auto bandOf = [&](double y) {
        return static_cast<size_t>(std::clamp((y - m_box.min.y) / m_bandSize, 0.0, static_cast<double>(bands)));
    };
    const auto add = [&](const Ring& ring) {
        for (size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const size_t from = bandOf(std::min(ring[j].y, ring[i].y)), to = bandOf(std::max(ring[j].y, ring[i].y));
            for (size_t band = from; band <= to; ++band) m_bands[band].push_back({ring[j], ring[i]});
        }
    };
    add(polygon.outer);
    for (const Ring& hole : polygon.holes) {
        if (!hole.empty()) add(hole);
    }
}

bool AreaIndex::contains(Point p) const {
    if (m_bands.empty() || !m_box.contains(p)) return false;
    const double band = std::clamp((p.y - m_box.min.y) / m_bandSize, 0.0, static_cast<double>(m_bands.size() - 1));
    bool in = false;
    for (const Edge& e : m_bands[static_cast<size_t>(band)]) {
        if ((e.a.y > p.y) != (e.b.y > p.y) && p.x < (e.b.x - e.a.x) * (p.y - e.a.y) / (e.b.y - e.a.y) + e.a.x) in = !in;
    }
    return in;
}

}  // namespace sketchwalk::layout
