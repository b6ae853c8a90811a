#include "core/layout/Waters.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace sketchwalk::layout {

Waters::Waters(const Draft& draft)
    : m_bins(draft.layout.extent, 32), m_baseWater(isWaterId(draft.catalogue, draft.layout.base)) {
    std::set<int64_t> withShape;
    for (size_t r = 0; r < draft.layout.regions.size(); ++r) {
        const Region& region = draft.layout.regions[r];
        const bool water = isWaterId(draft.catalogue, region.id);
        if (water) withShape.insert(region.stroke);
        // Land at the lowest level lies under all water; only on a map of water does it count.
        if (water || m_baseWater || region.order >= (kWaterLevel + 1) * kLevelStep) {
            add(region.shape, water, region.order, static_cast<int>(r));
        }
    }
    for (size_t l = 0; l < draft.layout.lines.size(); ++l) {
        const Line& line = draft.layout.lines[l];
        if (!isWaterId(draft.catalogue, line.id) || withShape.contains(line.stroke)) continue;
        for (size_t i = 0; i + 1 < line.centre.size(); ++i) {
            Cover cover;
            cover.order = line.order;
            cover.line = static_cast<int>(l);
            cover.a = line.centre[i];
            cover.b = line.centre[i + 1];
            cover.radiusA = line.width[i] / 2;
            cover.radiusB = line.width[i + 1] / 2;
            cover.box.include(cover.a);
            cover.box.include(cover.b);
            cover.box = cover.box.grown(std::max(cover.radiusA, cover.radiusB));
            m_bins.insert(cover.box, static_cast<int>(m_covers.size()));
            m_covers.push_back(cover);
        }
    }
}

void Waters::add(const Polygon& shape, bool water, int order, int region) {
    Cover cover;
    cover.region = region;
    cover.water = water;
    cover.order = order;
    cover.order = order;
    cover.area = static_cast<int>(m_areas.size());
    m_areas.emplace_back(shape);
    cover.box = m_areas.back().box();
    m_bins.insert(cover.box, static_cast<int>(m_covers.size()));
    m_covers.push_back(cover);
}

Waters::Top Waters::top(Point p) const {
    Top out;
    out.water = m_baseWater;
    for (const int i : m_bins.at(p)) {
        const Cover& cover = m_covers[static_cast<size_t>(i)];
        if (cover.order < out.order || !cover.box.contains(p)) continue;
        double width = 0;
        if (cover.area >= 0) {
            if (!m_areas[static_cast<size_t>(cover.area)].contains(p)) continue;
        } else {
            const Point q = closestOnSegment(p, cover.a, cover.b);
            const double length = distance(cover.a, cover.b);
            const double t = length > 0 ? distance(cover.a, q) / length : 0;
            const double radius = cover.radiusA + (cover.radiusB - cover.radiusA) * t;
            if (distance(p, q) > radius) continue;
            width = 2 * radius;
        }
        out = {cover.water, cover.region, cover.line, cover.order, width};
    }
    return out;
}

bool Waters::near(const Box& box) const {
    if (m_baseWater) return true;
    bool found = false;
    m_bins.visit(box, [&](int i) {
        const Cover& cover = m_covers[static_cast<size_t>(i)];
        found = found || (cover.water && cover.box.overlaps(box));
    });
    return found;
}

namespace {

// Calls ask(p) over a raster of points across the thing, its rim included, until it says no.
template <class Ask>
bool everywhere(const Standing& s, double margin, const Ask& ask) {
    const double halfWidth = s.halfWidth + margin, halfDepth = s.halfDepth + margin;
    const int columns = std::clamp(static_cast<int>(std::ceil(halfWidth)), 1, 40);
    const int rows = std::clamp(static_cast<int>(std::ceil(halfDepth)), 1, 40);
    for (int y = -rows; y <= rows; ++y) {
        for (int x = -columns; x <= columns; ++x) {
            if (!ask(s.world(halfWidth * x / columns, halfDepth * y / rows))) return false;
        }
    }
    return true;
}

}  // namespace

bool Waters::allDry(const Standing& s, double margin) const {
    if (!near(s.box().grown(margin))) return true;
    return everywhere(s, margin, [this](Point p) { return !wet(p); });
}

bool Waters::allWet(const Standing& s) const {
    return everywhere(s, 0, [this](Point p) { return wet(p); });
}

std::optional<Point> Waters::nearestWet(Point p, double reach, double step) const {
    Box box;
    box.include(p);
    if (!near(box.grown(reach))) return std::nullopt;
    static const Ring directions = circle({0, 0}, 1, 24);
    for (double r = step; r <= reach; r += step) {
        for (const Point d : directions) {
            if (wet(p + d * r)) return p + d * r;
        }
    }
    return std::nullopt;
}

}  // namespace sketchwalk::layout
