#include "core/layout/Bridges.h"

#include <algorithm>
#include <cmath>

#include "core/layout/Joins.h"
#include "core/layout/Shapes.h"
#include "core/layout/Spans.h"

namespace sketchwalk::layout {

using catalogue::Stands;

namespace {

struct Axis {
    Polyline line;
    double penWidth = 0;    // metres across what was drawn
    bool measured = false;  // the drawn width is the deck's
};

// A bridge drawn as a point: across the nearest water by the shortest way, else along the nearest road.
Polyline stampAxis(const Drawn& drawn, const Waters& waters, const Roads& roads) {
    const double half = std::max(drawn.entry->size.width, drawn.entry->size.depth) / 2;
    const Point at = drawn.at;
    std::optional<Point> wet = waters.wet(at) ? at : waters.nearestWet(at, 12, 0.5);
    if (!wet) {
        const auto road = roads.nearest(at, 12);
        const Point way = road ? road->tangent : Point(1, 0);
        return {at - way * half, at + way * half};
    }
    double shortest = 1e300;
    Polyline best;
    for (const Point way : circle({0, 0}, 1, 32)) {
        if (way.y < -1e-9 || (std::abs(way.y) <= 1e-9 && way.x < 0)) continue;
        double back = 0, ahead = 0;
        while (back < 80 && waters.wet(*wet - way * (back + 0.5))) back += 0.5;
        while (ahead < 80 && waters.wet(*wet + way * (ahead + 0.5))) ahead += 0.5;
        if (back + ahead >= shortest - 0.25) continue;
        shortest = back + ahead;
        const Point middle = *wet + way * ((ahead - back) / 2);
        best = {middle - way * (shortest / 2 + 2), middle + way * (shortest / 2 + 2)};
    }
    return best;
}

Axis axisOf(const Drawn& drawn, const Waters& waters, const Roads& roads) {
    if (drawn.form == Form::stamp) return {stampAxis(drawn, waters, roads), drawn.entry->size.width, true};
    if (drawn.form == Form::line) {
        const auto longest = std::max_element(drawn.arms.begin(), drawn.arms.end(), [](const Arm& a, const Arm& b) {
            return lengthOf(a.points) < lengthOf(b.points);
        });
        return {longest->points, drawn.width, true};
    }
    const OrientedBox box = minimumBox(drawn.area.outer);
    if (!drawn.arms.empty()) {
        const auto longest = std::max_element(drawn.arms.begin(), drawn.arms.end(), [](const Arm& a, const Arm& b) {
            return lengthOf(a.points) < lengthOf(b.points);
        });
        if (lengthOf(longest->points) > 0.5 * box.length) {
            return {simplified(longest->points, 0.4), area(drawn.area) / std::max(lengthOf(longest->points), 1.0),
                    false};
        }
    }
    const Point middle = innerPoint(drawn.area);
    return {{middle - box.axis * (box.length / 2), middle + box.axis * (box.length / 2)},
            box.width,
            surveyed(drawn.area.outer)};
}

double deckOf(const Axis& axis, const catalogue::Entry& entry, const Roads& roads) {
    if (axis.measured && axis.penWidth <= 10) return std::clamp(axis.penWidth, 2.5, 8.0);
    for (const Point end : {axis.line.front(), axis.line.back()}) {
        if (const auto road = roads.nearest(end, 8)) {
            if (road->halfWidth > 0) return std::clamp(2 * road->halfWidth, 2.5, 30.0);
        }
    }
    return std::clamp(std::min(entry.size.width, axis.penWidth), 2.5, 8.0);
}

// The axis with straight prolongations, as far as a careless pen may have missed the far shore.
struct Prolonged {
    Polyline line;
    double from = 0, to = 0;  // where the drawn part lies
};

Prolonged prolonged(const Axis& axis, const Box& map) {
    const double length = lengthOf(axis.line), more = std::min(15 + 0.6 * length, 80.0);
    // The ends of a hand-drawn line hook: their direction is taken over some metres.
    const double grip = std::min(length / 3, 6.0);
    const Point back = unitOr(axis.line.front() - pointAlong(axis.line, grip), {-1, 0});
    const Point ahead = unitOr(axis.line.back() - pointAlong(axis.line, length - grip), {1, 0});
    const auto reach = [&](Point p, Point way) {
        double r = 0;
        while (r < more && map.contains(p + way * (r + 1))) r += 1;
        return r;
    };
    const double before = reach(axis.line.front(), back), after = reach(axis.line.back(), ahead);
    Prolonged out;
    if (before > 0) out.line.push_back(axis.line.front() + back * before);
    out.line.insert(out.line.end(), axis.line.begin(), axis.line.end());
    if (after > 0) out.line.push_back(axis.line.back() + ahead * after);
    out.from = before;
    out.to = before + length;
    return out;
}

// The water that a bridge means: what it crosses, else what its ends nearly touch. Narrow banks between are crossed
// too.
std::optional<Interval> waterMeant(const std::vector<Interval>& wet, const Prolonged& way) {
    for (const double slack : {0.5, 6.0}) {
        std::optional<Interval> span;
        for (const Interval& w : wet) {
            if (w.to < way.from - slack || w.from > way.to + slack) continue;
            span = span ? Interval{std::min(span->from, w.from), std::max(span->to, w.to)} : w;
        }
        if (!span) continue;
        for (bool grew = true; grew;) {
            grew = false;
            for (const Interval& w : wet) {
                const bool after = w.from > span->to && w.from - span->to < 3.5;
                const bool before = w.to < span->from && span->from - w.to < 3.5;
                if (!after && !before) continue;
                span = Interval{std::min(span->from, w.from), std::max(span->to, w.to)};
                grew = true;
            }
        }
        return span;
    }
    return std::nullopt;
}

double nextWater(const std::vector<Interval>& wet, double edge, double sign, double end) {
    double limit = end;
    for (const Interval& w : wet) {
        if (sign > 0 && w.from > edge) limit = std::min(limit, w.from);
        if (sign < 0 && w.to < edge) limit = std::max(limit, w.to);
    }
    return limit;
}

// Roads that end where the bridge was drawn go on to its feet.
void joinRoads(Draft& draft, const Drawn& drawn, const Axis& axis, const Placement& bridge) {
    Layout& layout = draft.layout;
    const Point drawnEnds[2] = {axis.line.front(), axis.line.back()};
    const Point feet[2] = {bridge.path.front(), bridge.path.back()};
    for (int e = 0; e < 2; ++e) {
        std::vector<LineEnd> near;
        for (size_t i = 0; i < layout.lines.size(); ++i) {
            if (!isRoadId(layout.lines[i].id)) continue;
            for (const bool front : {true, false}) {
                const Point at = front ? layout.lines[i].centre.front() : layout.lines[i].centre.back();
                const double width = front ? layout.lines[i].width.front() : layout.lines[i].width.back();
                const double reach = std::max({2 * width, 6.0, drawn.form == Form::area ? axis.penWidth : 0.0});
                if (distance(at, drawnEnds[e]) > reach && distance(at, feet[e]) > reach) continue;
                near.push_back(endOf(layout, i, front));
            }
        }
        if (near.empty()) continue;
        const auto closest = std::min_element(near.begin(), near.end(), [&](const LineEnd& a, const LineEnd& b) {
            return distance(a.at, drawnEnds[e]) < distance(b.at, drawnEnds[e]);
        });
        const bool meetsDrawnEnd = distance(closest->at, drawnEnds[e]) < 0.5;
        if (meetsDrawnEnd && distance(drawnEnds[e], feet[e]) > 1) {
            // Several roads may share the drawn end: one more line leads from there to the foot.
            Line approach;
            approach.stroke = drawn.id;
            approach.id = layout.lines[closest->line].id;
            approach.qualities = layout.lines[closest->line].qualities;
            approach.order = layout.lines[closest->line].order;
            approach.centre = {drawnEnds[e], feet[e]};
            approach.width = {bridge.width, bridge.width};
            layout.lines.push_back(std::move(approach));
        } else {
            for (const LineEnd& end : near) {
                if (distance(end.at, feet[e]) > 1e-6) extend(layout, end, feet[e], end.width);
            }
        }
    }
}

void placeBridge(Draft& draft, const Drawn& drawn, const Waters& waters, const Roads& roads) {
    Axis axis = axisOf(drawn, waters, roads);
    std::vector<Polyline> onMap = clippedLine(axis.line, draft.map());
    if (onMap.empty()) return;
    axis.line = *std::max_element(onMap.begin(), onMap.end(),
                                  [](const Polyline& a, const Polyline& b) { return lengthOf(a) < lengthOf(b); });
    if (axis.line.size() < 2 || lengthOf(axis.line) < 1) {
        const Point at = axis.line.front();
        axis.line = {at - Point(drawn.entry->size.width, 0), at + Point(drawn.entry->size.width, 0)};
    }
    const double deck = deckOf(axis, *drawn.entry, roads);
    const Prolonged way = prolonged(axis, draft.map());
    const std::vector<Interval> wet = wetStretches(way.line, waters);
    const double length = lengthOf(way.line);
    Piece piece;
    piece.entry = drawn.entry;
    piece.drawn = static_cast<int>(&drawn - draft.drawn.data());
    piece.fixed = true;
    Placement& bridge = piece.placement;
    bridge.id = placementId(drawn.id, 0);
    bridge.stroke = drawn.id;
    bridge.category = drawn.entry->id;
    bridge.qualities = drawn.qualities;
    if (const auto span = waterMeant(wet, way)) {
        const bool reachesBack = span->from > 0.6, reachesAhead = span->to < length - 0.6;
        const double from = reachesBack
                                ? footBeyond(way.line, waters, span->from, -1, nextWater(wet, span->from, -1, 0), deck)
                                : std::max(way.from, 0.0);
        const double to = reachesAhead
                              ? footBeyond(way.line, waters, span->to, 1, nextWater(wet, span->to, 1, length), deck)
                              : std::min(way.to, length);
        if (!reachesBack || !reachesAhead)
            draft.note(drawn.id, {"The bridge does not reach the far shore; it ends where it was drawn.", {}});
        setPath(bridge, straightened(stretchOf(way.line, std::min(from, to - 1), to)), deck);
    } else {
        draft.note(drawn.id, {"The bridge crosses no drawn water; it stands as drawn.", {}});
        setPath(bridge, straightened(axis.line), deck);
    }
    // A curve's middle may lie beside a patch that was drawn by a shaky hand: stay on what was drawn.
    if (drawn.form == Form::area && !contains(drawn.area, bridge.position)) {
        const double total = lengthOf(bridge.path);
        for (double off = 0.5; off < total / 2; off += 0.5) {
            const Point before = pointAlong(bridge.path, total / 2 - off),
                        after = pointAlong(bridge.path, total / 2 + off);
            if (contains(drawn.area, before))
                bridge.position = before;
            else if (contains(drawn.area, after))
                bridge.position = after;
            else
                continue;
            break;
        }
    }
    joinRoads(draft, drawn, axis, bridge);
    draft.pieces.push_back(std::move(piece));
}

}  // namespace

void placeBridges(Draft& draft, const Waters& waters, const Roads& roads) {
    for (const Drawn& drawn : draft.drawn) {
        if (drawn.entry->kind == catalogue::Kind::object && drawn.entry->stands == Stands::span) {
            placeBridge(draft, drawn, waters, roads);
        }
    }
}

}  // namespace sketchwalk::layout
