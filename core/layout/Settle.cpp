#include "core/layout/Settle.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/layout/Shapes.h"
#include "core/layout/Spans.h"

namespace sketchwalk::layout {

using catalogue::Stands;

Standing standingOf(const Placement& p) {
    return standing(p.position, p.yaw, p.footprint);
}

namespace {

constexpr double kShoreMargin = 0.75;  // metres of dry ground around a footprint
constexpr double kMiddleMargin = 2.0;  // metres of dry ground around its middle
constexpr double kRoadMargin = 0.3;
constexpr double kAshore = 30;  // metres that something slides to reach land, or water

bool dryAround(const Waters& waters, Point p, double radius) {
    static const Ring directions = circle({0, 0}, 1, 12);
    return std::none_of(directions.begin(), directions.end(), [&](Point d) { return waters.wet(p + d * radius); });
}

bool offRoads(const Site& site, const Piece& piece, const Standing& s) {
    return piece.entry->family == "barrier" || site.roads.clear(s, kRoadMargin);
}

// Which way water lies from a point on its edge, averaged over some metres.
Point towardWater(const Waters& waters, Point edge) {
    static const Ring directions = circle({0, 0}, 1, 24);
    Point sum{0, 0};
    for (const double r : {2.0, 4.0, 7.0}) {
        for (const Point d : directions) sum += waters.wet(edge + d * r) ? d : -d;
    }
    return unitOr(sum, {0, 1});
}

// The point of the shore nearest to p, a quarter of a metre exact.
std::optional<Point> nearestShore(const Waters& waters, Point p, double reach) {
    static const Ring directions = circle({0, 0}, 1, 24);
    const bool wet = waters.wet(p);
    for (double r = 0.5; r <= reach; r += 0.5) {
        for (const Point d : directions) {
            if (waters.wet(p + d * r) != wet) return p + d * (r - 0.25);
        }
    }
    return std::nullopt;
}

// Moves the thing so that it lies on the map whole, where it is small enough.
void bringOntoMap(const Site& site, Placement& p) {
    const Box own = standingOf(p).box(), map = site.draft.map();
    for (int axis = 0; axis < 2; ++axis) {
        if (own.size()[axis] >= map.size()[axis])
            p.position[axis] = map.centre()[axis];
        else if (own.min[axis] < map.min[axis])
            p.position[axis] += map.min[axis] - own.min[axis];
        else if (own.max[axis] > map.max[axis])
            p.position[axis] -= own.max[axis] - map.max[axis];
    }
}

// A long jetty points the way it was drawn, and begins a metre on land. False for a patch without a direction.
bool alongItsPatch(const Site& site, const Drawn& drawn, Placement& p, Point out) {
    const OrientedBox box = minimumBox(drawn.area.outer);
    if (box.length < 1.4 * box.width) return false;
    const Point way = dot(box.axis, out) >= 0 ? box.axis : -box.axis, half = way * (box.length / 2);
    const std::vector<Interval> wet = wetStretches({box.centre - half, box.centre + half}, site.waters);
    if (wet.empty()) return false;
    p.yaw = yawToward(way);
    const double most = p.footprint.y, first = std::max(wet.front().from - 1, 0.0);
    p.footprint.y = std::clamp(box.length - first, std::min(4.0, most), most);
    const Point wish = box.centre - half + way * (first + p.footprint.y / 2);
    if (contains(drawn.area, wish)) p.position = wish;
    bringOntoMap(site, p);
    return true;
}

void settleAtShore(const Site& site, Piece& piece) {
    Placement& p = piece.placement;
    const Drawn& drawn = site.draft.drawn[static_cast<size_t>(piece.drawn)];
    const bool stands = piece.entry->family == "building";  // a mill stands on the bank, a jetty over the water
    p.afloat = !stands;
    if (drawn.form == Form::line) return;  // drawn from shore to water
    const auto edge = nearestShore(site.waters, p.position, 60);
    if (!edge) {
        site.draft.note(p.stroke, {"There is no water near this %1; it stands where it was drawn.", {p.category}});
        p.afloat = false;
        return;
    }
    const Point out = towardWater(site.waters, *edge);
    if (!stands && drawn.form == Form::area && alongItsPatch(site, drawn, p, out)) return;
    p.yaw = yawToward(out);
    const Point wish = stands ? *edge - out * (p.footprint.y / 2 + 0.9) : *edge + out * (p.footprint.y / 2 - 1.0);
    const Point drawnAt = p.position;
    if (drawn.form != Form::area) {
        p.position = wish;
    } else {  // as near to the water as its patch goes
        for (double t = 0; t < 1; t += 0.05) {
            p.position = wish + (drawnAt - wish) * t;
            if (contains(drawn.area, p.position)) break;
            p.position = drawnAt;
        }
    }
    bringOntoMap(site, p);
    if (stands) {
        moveToFit(site, piece, 12, 0.7,
                  [&](const Standing& s) { return site.waters.allDry(s, 0.4) && offRoads(site, piece, s); });
    }
}

void settleAfloat(const Site& site, Piece& piece) {
    Placement& p = piece.placement;
    const auto floats = [&](const Standing& s) { return site.waters.allWet(s); };
    p.afloat = floats(standingOf(p)) || moveToFit(site, piece, kAshore, 0.7, floats) ||
               moveToFit(site, piece, kAshore, 1, [&](const Standing& s) { return site.waters.wet(s.centre); });
    if (!p.afloat) site.draft.note(p.stroke, {"There is no water near this %1; it lies on land.", {p.category}});
}

// An object drawn far out in the water gets a little island of its own.
void raiseIsland(const Site& site, const Piece& piece) {
    const Placement& p = piece.placement;
    const Drawn& drawn = site.draft.drawn[static_cast<size_t>(piece.drawn)];
    Layout& layout = site.draft.layout;
    const Polygon shape{circle(p.position, standingOf(p).radius() + 4), {}};
    const std::string& base = site.draft.biome->base;
    const bool bare = base == "paving" || isWaterId(site.draft.catalogue, base);
    const int order = std::max(site.waters.top(p.position).order / kLevelStep, kWaterLevel) + 2;
    layout.regions.push_back({p.stroke, bare ? "grass" : base, {}, shape, true, order * kLevelStep + drawn.index});
    Relief relief;
    relief.stroke = p.stroke;
    relief.id = "island";
    relief.shape = shape;
    relief.order = drawn.index;
    layout.reliefs.push_back(std::move(relief));
    site.draft.note(p.stroke, {"This %1 was drawn in open water; a small island carries it.", {p.category}});
}

void settle(const Site& site, Piece& piece) {
    Placement& p = piece.placement;
    if (piece.outlined && dryAround(site.waters, p.position, kMiddleMargin)) return;
    bringOntoMap(site, p);
    if (piece.entry->stands == Stands::shore) return settleAtShore(site, piece);
    if (piece.entry->stands == Stands::water) return settleAfloat(site, piece);
    const auto firm = [&](const Standing& s) { return onFirmGround(site, piece, s); };
    if (firm(standingOf(p))) return;
    if (moveToFit(site, piece, kAshore, 0.55, firm)) return;
    const bool wet = site.waters.wet(p.position) || !dryAround(site.waters, p.position, kMiddleMargin);
    if (wet && piece.entry->stands == Stands::land) return raiseIsland(site, piece);
    site.draft.note(p.stroke, {"There is no free ground near this %1; it stands on the way.", {p.category}});
}

}  // namespace

bool onFirmGround(const Site& site, const Piece& piece, const Standing& s) {
    const Stands stands = piece.entry->stands;
    if (stands == Stands::shore) return true;
    if (stands == Stands::water) return !piece.placement.afloat || site.waters.wet(s.centre);
    if (stands == Stands::land &&
        (!site.waters.allDry(s, kShoreMargin) || !dryAround(site.waters, s.centre, kMiddleMargin))) {
        return false;
    }
    return offRoads(site, piece, s);
}

void settleOnGround(const Site& site) {
    std::vector<Piece>& pieces = site.draft.pieces;
    std::set<int64_t> held;  // strokes of which something stands
    std::vector<Piece> kept, lost;
    for (Piece& piece : pieces) {
        const bool unsettled = piece.member && !piece.fixed && !onFirmGround(site, piece, standingOf(piece.placement));
        const bool land = piece.entry->stands == Stands::land || piece.entry->stands == Stands::anywhere;
        if (unsettled && land) {
            lost.push_back(std::move(piece));
            continue;
        }
        held.insert(piece.placement.stroke);
        if (!piece.fixed) settle(site, piece);
        kept.push_back(std::move(piece));
    }
    for (Piece& piece : lost) {  // of a group without any room at least one must find some
        if (!held.insert(piece.placement.stroke).second) continue;
        piece.member = false;
        settle(site, piece);
        kept.push_back(std::move(piece));
    }
    pieces = std::move(kept);
}

}  // namespace sketchwalk::layout
