// Water that goes on under a bridge or road of a picture.
#include <algorithm>
#include <cmath>

#include "core/layout/Joins.h"
#include "core/layout/Shapes.h"
#include "core/layout/Waters.h"

namespace sketchwalk::layout {

namespace {

struct Side {
    Point rim{0, 0};    // just past the patch's edge
    Point probe{0, 0};  // where water was found, if it was
    bool wet = false;
};

struct Run {  // samples [from, to) of one side that are wet
    size_t from = 0, to = 0;
    double middle() const { return (static_cast<double>(from) + static_cast<double>(to)) / 2; }
};

Side sideOf(const AreaIndex& area, const Waters& waters, Point p, Point way) {
    double reach = 0;
    while (reach < 60 && area.contains(p + way * (reach + 0.5))) reach += 0.5;
    Side side;
    for (const double past : {0.8, 1.6, 2.6}) {
        side.rim = side.probe = p + way * (reach + past);
        if (waters.wet(side.probe)) {
            side.wet = true;
            break;
        }
    }
    return side;
}

std::vector<Run> runsOf(const std::vector<Side>& sides) {
    std::vector<Run> out;
    for (size_t i = 0; i < sides.size(); ++i) {
        if (!sides[i].wet) continue;
        if (out.empty() || out.back().to != i) out.push_back({i, i});
        out.back().to = i + 1;
    }
    std::erase_if(out, [](const Run& r) { return r.to - r.from < 2; });
    return out;
}

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

void fillUnder(Draft& draft, const Waters& waters, const Polygon& patch, const Polyline& axis, bool bridge) {
    if (axis.size() < 2 || !waters.near(boundsOf(patch.outer).grown(4))) return;
    const AreaIndex area(patch);
    std::vector<Side> left, right;
    const Polyline samples = resampled(axis, 1);
    const double length = lengthOf(axis);
    for (const Point p : samples) {
        const Nearest at = nearestOnLine(axis, p);
        const Point normal = leftOf(tangentAlong(axis, std::min(at.along, length)));
        left.push_back(sideOf(area, waters, p, normal));
        right.push_back(sideOf(area, waters, p, -normal));
    }
    const std::vector<Run> leftRuns = runsOf(left);
    std::vector<Run> rightRuns = runsOf(right);
    for (const Run& l : leftRuns) {
        const auto r = std::min_element(rightRuns.begin(), rightRuns.end(), [&](const Run& x, const Run& y) {
            return std::abs(x.middle() - l.middle()) < std::abs(y.middle() - l.middle());
        });
        if (r == rightRuns.end()) return;
        const double across =
            distance(left[static_cast<size_t>(l.middle())].rim, right[static_cast<size_t>(r->middle())].rim);
        if (std::abs(r->middle() - l.middle()) > 1.5 * across + 5) continue;
        const Waters::Top source = waters.top(left[static_cast<size_t>(l.middle())].probe);
        if (source.region < 0 || waters.wet(samples[static_cast<size_t>(l.middle())])) continue;
        if (!bridge && static_cast<double>(l.to - l.from) > std::max(40.0, 4 * across))
            continue;  // a causeway along water
        const Region& from = draft.layout.regions[static_cast<size_t>(source.region)];
        Region fill{from.stroke, from.id, from.qualities, {}, true, from.order};
        // A little past the rim on both sides, so that no seam is left between the patches.
        for (size_t i = l.from; i < l.to; ++i) fill.shape.outer.push_back(left[i].probe);
        for (size_t i = r->to; i-- > r->from;) fill.shape.outer.push_back(right[i].probe);
        const Point a = (left[l.from].rim + left[l.to - 1].rim) * 0.5,
                    b = (right[r->from].rim + right[r->to - 1].rim) * 0.5;
        const double width = static_cast<double>(std::max(l.to - l.from, r->to - r->from));
        draft.layout.regions.push_back(std::move(fill));
        linkEnds(draft, a, b, width);
        rightRuns.erase(r);
    }
}

}  // namespace

void fillUnderCrossings(Draft& draft) {
    const Waters waters(draft);
    for (const Drawn& drawn : draft.drawn) {
        if (drawn.form != Form::area) continue;
        const bool bridge = drawn.entry->stands == catalogue::Stands::span;
        if (!bridge && !isRoad(*drawn.entry)) continue;
        for (const Arm& arm : drawn.arms) fillUnder(draft, waters, drawn.area, arm.points, bridge);
        if (bridge && drawn.arms.empty()) {
            const OrientedBox box = minimumBox(drawn.area.outer);
            const Point half = box.axis * (box.length / 2);
            fillUnder(draft, waters, drawn.area, {box.centre - half, box.centre + half}, true);
        }
    }
}

}  // namespace sketchwalk::layout
