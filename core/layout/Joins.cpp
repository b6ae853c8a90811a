#include "core/layout/Joins.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/layout/Bins.h"
#include "core/layout/Shapes.h"
#include "core/layout/Waters.h"

namespace sketchwalk::layout {

LineEnd endOf(const Layout& layout, size_t line, bool front) {
    const Line& l = layout.lines[line];
    const double length = lengthOf(l.centre);
    const double back = std::min(length, std::max(4.0, front ? l.width.front() : l.width.back()));
    LineEnd end{
        line, front, front ? l.centre.front() : l.centre.back(), {1, 0}, front ? l.width.front() : l.width.back()};
    end.outward = unitOr(end.at - pointAlong(l.centre, front ? back : length - back), {1, 0});
    return end;
}

void extend(Layout& layout, const LineEnd& end, Point to, double width) {
    Line& l = layout.lines[end.line];
    if (distance(end.front ? l.centre.front() : l.centre.back(), to) < 1e-9) return;
    l.centre.insert(end.front ? l.centre.begin() : l.centre.end(), to);
    l.width.insert(end.front ? l.width.begin() : l.width.end(), width);
}

namespace {

// --- ends that nearly meet ------------------------------------------------------------------------------------------

class Joiner {
  public:
    Joiner(Draft& draft, bool roads)
        : m_draft(draft),
          m_layout(draft.layout),
          m_roads(roads),
          m_lineBins(m_layout.extent, 32),
          m_areaBins(m_layout.extent, 64) {
        for (size_t i = 0; i < m_layout.lines.size(); ++i) {
            if (!mine(m_layout.lines[i].id)) continue;
            const Line& line = m_layout.lines[i];
            for (size_t k = 0; k + 1 < line.centre.size(); ++k) {
                Box box;
                box.include(line.centre[k]);
                box.include(line.centre[k + 1]);
                m_lineBins.insert(box, static_cast<int>(m_segments.size()));
                m_segments.push_back({i, line.centre[k], line.centre[k + 1], (line.width[k] + line.width[k + 1]) / 4});
            }
            m_ends.push_back(endOf(m_layout, i, true));
            m_ends.push_back(endOf(m_layout, i, false));
        }
        for (size_t i = 0; i < m_layout.regions.size(); ++i) {
            if (mine(m_layout.regions[i].id))
                m_areaBins.insert(boundsOf(m_layout.regions[i].shape.outer), static_cast<int>(i));
        }
    }

    void run() {
        // Everything is decided on the lines as drawn, so that the order of the strokes does not matter.
        std::vector<std::pair<LineEnd, Target>> joins;
        for (const LineEnd& end : m_ends) {
            if (const auto target = targetOf(end)) joins.emplace_back(end, *target);
        }
        std::set<std::pair<std::pair<size_t, bool>, std::pair<size_t, bool>>> done;
        for (const auto& [end, target] : joins) {
            if (target.otherEnd) {
                const auto a = std::pair(end.line, end.front), b = std::pair(target.line, target.otherFront);
                if (!done.insert(std::minmax(a, b)).second) {
                    mark(end);
                    continue;
                }
            }
            extend(m_layout, end, target.at, end.width);
            mark(end);
        }
    }

  private:
    struct Segment {
        size_t line = 0;
        Point a, b;
        double halfWidth = 0;
    };
    struct Target {
        Point at{0, 0};
        bool otherEnd = false, otherFront = false;
        size_t line = 0;
    };

    bool mine(const std::string& id) const { return m_roads ? isRoadId(id) : isWaterId(m_draft.catalogue, id); }

    void mark(const LineEnd& end) {
        if (!m_roads) (end.front ? m_layout.lines[end.line].flowsIn : m_layout.lines[end.line].flowsOut) = true;
    }

    std::optional<Target> targetOf(const LineEnd& end) {
        const double reach = std::max(2 * end.width, 6.0);
        const int64_t stroke = m_layout.lines[end.line].stroke;
        Box box;
        box.include(end.at);
        std::optional<Target> best;
        double bestGap = reach;
        for (const int i : m_lineBins.values(box.grown(reach + 60))) {
            const Segment& s = m_segments[static_cast<size_t>(i)];
            if (s.line == end.line) continue;
            const Line& other = m_layout.lines[s.line];
            const bool sharesEnd =
                distance(other.centre.front(), end.at) < 1e-6 || distance(other.centre.back(), end.at) < 1e-6;
            if (sharesEnd) {
                mark(end);
                return std::nullopt;
            }
            if (other.stroke == stroke) continue;
            const Point q = closestOnSegment(end.at, s.a, s.b);
            const double gap = std::max(distance(end.at, q) - s.halfWidth, 0.0);
            if (gap >= bestGap) continue;
            bestGap = gap;
            best = Target{q, false, false, s.line};
            for (const bool front : {true, false}) {
                const Point otherEnd = front ? other.centre.front() : other.centre.back();
                if (distance(q, otherEnd) <= std::max(s.halfWidth, 2.0)) best = Target{otherEnd, true, front, s.line};
            }
        }
        if (!m_roads) {
            for (const int i : m_areaBins.values(box.grown(reach))) {
                const Region& region = m_layout.regions[static_cast<size_t>(i)];
                if (region.stroke == stroke) continue;
                if (contains(region.shape, end.at)) {
                    mark(end);
                    return std::nullopt;
                }
                const Nearest near = nearestOnRing(region.shape.outer, end.at);
                if (near.distance >= bestGap) continue;
                bestGap = near.distance;
                best = Target{near.point + unitOr(near.point - end.at, end.outward) * 1.5, false, false, 0};
            }
        }
        if (best && distance(best->at, end.at) < 1e-6) {
            mark(end);
            return std::nullopt;
        }
        return best;
    }

    Draft& m_draft;
    Layout& m_layout;
    bool m_roads;
    Bins m_lineBins, m_areaBins;
    std::vector<Segment> m_segments;
    std::vector<LineEnd> m_ends;
};

// Two roads of a picture that end at the same water, face to face, are one road: joined over it, so that a bridge
// follows.
void joinAcrossWater(Draft& draft, const Waters& waters) {
    Layout& layout = draft.layout;
    std::vector<LineEnd> ends;
    Bins bins(layout.extent, 64);
    for (size_t i = 0; i < layout.lines.size(); ++i) {
        if (!isRoadId(layout.lines[i].id)) continue;
        for (const bool front : {true, false}) {
            const LineEnd end = endOf(layout, i, front);
            if (!waters.nearestWet(end.at, std::max(end.width, 4.0))) continue;
            Box box;
            box.include(end.at);
            bins.insert(box, static_cast<int>(ends.size()));
            ends.push_back(end);
        }
    }
    std::vector<char> taken(ends.size(), 0);
    for (size_t i = 0; i < ends.size(); ++i) {
        if (taken[i]) continue;
        Box box;
        box.include(ends[i].at);
        double nearest = 60;
        size_t other = ends.size();
        for (const int k : bins.values(box.grown(60))) {
            const size_t j = static_cast<size_t>(k);
            if (j == i || taken[j] || ends[j].line == ends[i].line) continue;
            const double gap = distance(ends[i].at, ends[j].at);
            if (gap >= nearest || gap < 1) continue;
            const Point way = (ends[j].at - ends[i].at) / gap;
            if (dot(ends[i].outward, way) < 0.8 || dot(ends[j].outward, -way) < 0.8) continue;
            int wet = 0;
            for (int s = 0; s < 8; ++s) wet += waters.wet(ends[i].at + way * (gap * (s + 0.5) / 8));
            if (wet < 4) continue;
            nearest = gap;
            other = j;
        }
        if (other == ends.size()) continue;
        taken[i] = taken[other] = 1;
        extend(layout, ends[i], ends[other].at, ends[i].width);
    }
}

}  // namespace

void joinLines(Draft& draft) {
    Joiner(draft, false).run();
    Joiner(draft, true).run();
    joinAcrossWater(draft, Waters(draft));
}

}  // namespace sketchwalk::layout
