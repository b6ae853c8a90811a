// Water that goes on under a bridge or road of a picture.
#include <algorithm>
#include <cmath>

#include "core/layout/Joins.h"
#include "core/layout/Shapes.h"
#include "core/layout/Waters.h"

namespace sketchwalk::layout {

namespace {

struct Side {
    Point rim{0, 0};  // just past the patch's edge
    bool wet = false;
};

struct Run {  // metres along the axis between which one side is wet
    double from = 0, to = 0;
    double middle() const { return (from + to) / 2; }
};

// A patch that hides water, with its axis. `way` is +1 for the left side of the axis, -1 for the right.
class Hidden {
  public:
    Hidden(const Polygon& patch, const Polyline& axis, const Waters& waters)
        : m_area(patch), m_axis(axis), m_waters(waters), m_length(lengthOf(axis)) {}

    Side at(double along, double way) const {
        const Point p = pointAlong(m_axis, along), out = leftOf(tangentAlong(m_axis, along)) * way;
        double reach = 0;
        while (reach < 60 && m_area.contains(p + out * (reach + 0.5))) reach += 0.5;
        Side side;
        for (const double past : {0.8, 1.6, 2.6}) {
            side.rim = p + out * (reach + past);
            side.wet = m_waters.wet(side.rim);
            if (side.wet) break;
        }
        return side;
    }

    std::vector<Run> runs(double way) const {
        std::vector<Run> out;
        bool wasWet = false;
        for (double along = 0; along <= m_length; along += 1) {
            const bool wet = at(along, way).wet;
            if (wet && !wasWet) out.push_back({along, along});
            if (wet) out.back().to = along;
            wasWet = wet;
        }
        for (Run& run : out) {  // the true edge lies within the last metre
            for (const double step : {0.5, 0.25, 0.125}) {
                if (run.from >= step && at(run.from - step, way).wet) run.from -= step;
                if (run.to + step <= m_length && at(run.to + step, way).wet) run.to += step;
            }
        }
        std::erase_if(out, [](const Run& r) { return r.to - r.from < 1; });
        return out;
    }

    // The rim of a run from its start to its end.
    Polyline rim(const Run& run, double way) const {
        Polyline out;
        const int steps = std::max(1, static_cast<int>(std::ceil(run.to - run.from)));
        for (int i = 0; i <= steps; ++i) out.push_back(at(run.from + (run.to - run.from) * i / steps, way).rim);
        return out;
    }

    // Where a run reaches an end of the patch that lies in water: how far to go on from the rim's last point to be past
    // it.
    Point pastEnd(bool ahead) const {
        const Point end = ahead ? m_axis.back() : m_axis.front();
        const Point way = ahead ? tangentAlong(m_axis, m_length) : -tangentAlong(m_axis, 0);
        double reach = 0;
        while (reach < 60 && m_area.contains(end + way * (reach + 0.5))) reach += 0.5;
        return m_waters.wet(end + way * (reach + 1.6)) ? way * (reach + 1.6) : Point(0, 0);
    }
    bool reaches(const Run& run, bool ahead) const { return ahead ? run.to > m_length - 3 : run.from < 3; }

    bool wetAt(double along) const { return m_waters.wet(pointAlong(m_axis, along)); }

  private:
    AreaIndex m_area;
    const Polyline& m_axis;
    const Waters& m_waters;
    double m_length;
};

// The two river ends that the gap cut apart become one line again.
void linkEnds(Draft& draft, Point left, Point right, double width) {
    Layout& layout = draft.layout;
    const double reach = std::max(width * 1.5, 8.0);
    std::optional<LineEnd> a, b;
    double nearA = reach, nearB = reach;
    for (size_t i = 0; i < layout.lines.size(); ++i) {
        if (!isWaterId(draft.catalogue, layout.lines[i].id)) continue;
        for (const bool front : {true, false}) {
            const LineEnd end = endOf(layout, i, front);
            const double toLeft = distance(end.at, left), toRight = distance(end.at, right);
            if (toLeft < nearA && toLeft <= toRight)
                nearA = toLeft, a = end;
            else if (toRight < nearB && toRight < toLeft)
                nearB = toRight, b = end;
        }
    }
    if (!a || !b || a->line == b->line) return;
    extend(layout, *a, b->at, b->width);
    (a->front ? layout.lines[a->line].flowsIn : layout.lines[a->line].flowsOut) = true;
    (b->front ? layout.lines[b->line].flowsIn : layout.lines[b->line].flowsOut) = true;
}

enum class Hides { bridge, jetty, road };

// How much of a river's full width goes on under a road. A picture shows the road there and no water, so where a broad
// road would lose more than a twentieth of itself to a broad river, it narrows to a channel between abutments.
double channelShare(const Polygon& road, const Polygon& river, double hidden) {
    return std::clamp(0.04 * std::min(area(road), area(river)) / std::max(hidden, 1e-9), 0.3, 1.0);
}

Run narrowed(const Run& run, double share) {
    const double half = (run.to - run.from) / 2 * share;
    return {run.middle() - half, run.middle() + half};
}

void fillUnder(Draft& draft, const Waters& waters, const Polygon& patch, const Polyline& axis, Hides hides) {
    if (axis.size() < 2 || !waters.near(boundsOf(patch.outer).grown(4))) return;
    const Hidden hidden(patch, axis, waters);
    const std::vector<Run> leftRuns = hidden.runs(1);
    std::vector<Run> rightRuns = hidden.runs(-1);
    for (Run left : leftRuns) {
        const auto nearest = std::min_element(rightRuns.begin(), rightRuns.end(), [&](const Run& x, const Run& y) {
            return std::abs(x.middle() - left.middle()) < std::abs(y.middle() - left.middle());
        });
        if (nearest == rightRuns.end()) return;
        Run right = *nearest;
        const Point a = hidden.at(left.middle(), 1).rim, b = hidden.at(right.middle(), -1).rim;
        const double across = distance(a, b), width = std::max(left.to - left.from, right.to - right.from);
        if (std::abs(right.middle() - left.middle()) > 1.5 * across + 5) continue;
        const Waters::Top source = waters.top(a);
        if (source.region < 0 || hidden.wetAt(left.middle())) continue;
        const Region& from = draft.layout.regions[static_cast<size_t>(source.region)];
        if (hides == Hides::road) {
            if (width > std::max(40.0, 4 * across)) continue;  // a causeway along water
            const double share = channelShare(patch, from.shape, width * across);
            left = narrowed(left, share);
            right = narrowed(right, share);
        }
        Region fill{from.stroke, from.id, from.qualities, {}, true, from.order};
        Ring& shape = fill.shape.outer;
        shape = hidden.rim(left, 1);
        Polyline back = hidden.rim(right, -1);
        if (hides == Hides::jetty && hidden.reaches(left, true) && hidden.reaches(right, true)) {
            shape.push_back(shape.back() + hidden.pastEnd(true));
            back.push_back(back.back() + hidden.pastEnd(true));
        }
        if (hides == Hides::jetty && hidden.reaches(left, false) && hidden.reaches(right, false)) {
            shape.insert(shape.begin(), shape.front() + hidden.pastEnd(false));
            back.insert(back.begin(), back.front() + hidden.pastEnd(false));
        }
        shape.insert(shape.end(), back.rbegin(), back.rend());
        draft.layout.regions.push_back(std::move(fill));
        if (hides != Hides::jetty) linkEnds(draft, a, b, width);
        rightRuns.erase(nearest);
    }
}

}  // namespace

void fillUnderCrossings(Draft& draft) {
    const Waters waters(draft);
    for (const Drawn& drawn : draft.drawn) {
        if (drawn.form != Form::area) continue;
        const catalogue::Entry& entry = *drawn.entry;
        const bool bridge = entry.stands == catalogue::Stands::span;
        const bool jetty = entry.stands == catalogue::Stands::shore && entry.family != "building";
        if (!bridge && !jetty && !isRoad(entry)) continue;
        const Hides hides = bridge ? Hides::bridge : jetty ? Hides::jetty : Hides::road;
        for (const Arm& arm : drawn.arms) fillUnder(draft, waters, drawn.area, arm.points, hides);
        if (hides != Hides::road && drawn.arms.empty()) {
            const OrientedBox box = minimumBox(drawn.area.outer);
            const Point half = box.axis * (box.length / 2);
            fillUnder(draft, waters, drawn.area, {box.centre - half, box.centre + half}, hides);
        }
    }
}

}  // namespace sketchwalk::layout
