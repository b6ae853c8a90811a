#include "core/layout/Objects.h"

#include <algorithm>
#include <cmath>

#include "core/base/Hash.h"
#include "core/layout/Areas.h"

namespace sketchwalk::layout {

using catalogue::Entry;
using catalogue::Faces;
using catalogue::Kind;
using catalogue::Stands;

namespace {

constexpr double kSees = 40;  // metres: how far away a road or shore still turns a house

bool keepsOutline(const Drawn& drawn) {
    const std::string& id = drawn.entry->id;
    return id == "castle" || id == "temple" || (drawn.entry->family == "building" && surveyed(drawn.area.outer));
}

// The largest stretched size of one thing that fits into `room` (its sides along the thing's own), kept believable:
// between 1/maxStretch and maxStretch of the usual, and not much further out of proportion than half as wide again.
Point fitted(const Entry& entry, double width, double depth) {
    const double most = std::max(entry.maxStretch, 1.0);
    double x = std::clamp(width / entry.size.width, 1 / most, most),
           y = std::clamp(depth / entry.size.depth, 1 / most, most);
    const double skew = entry.family == "building"                          ? 1.6
                        : entry.family == "prop" || entry.family == "craft" ? 1.3
                                                                            : 1.0;
    x = std::min(x, y * skew);
    y = std::min(y, x * skew);
    return {entry.size.width * x, entry.size.depth * y};
}

// The thing's size and place inside its patch when it looks along `front`.
void fitInside(Placement& p, const Entry& entry, const Polygon& area, Point middle) {
    const Point front = directionOf(p.yaw), side(front.y, -front.x);
    const Standing room = largestRectangle(area, side);
    p.footprint = fitted(entry, 2 * room.halfWidth, 2 * room.halfDepth);
    p.position = middle;
    if (inside(area, standing(middle, p.yaw, p.footprint)) || room.halfWidth <= 0) return;
    // From the middle toward the roomiest place, only as far as needed.
    for (int k = 1; k <= 8; ++k) {
        p.position = middle + (room.centre - middle) * (k / 8.0);
        if (inside(area, standing(p.position, p.yaw, p.footprint))) return;
    }
}

double plantTurn(uint64_t id) {
    return 360 * toUnit(randomBits(0, "turn", id));
}

bool turnsFreely(const Entry& entry) {
    return entry.family == "plant" || entry.family == "stone" || entry.id == "campfire";
}

void surveyedBuilding(const Site& site, const Drawn& drawn, Placement& p) {
    const Entry& entry = *drawn.entry;
    const Point axis = mainDirection(drawn.area.outer);
    Standing room = largestRectangle(drawn.area, axis);
    if (room.halfWidth <= 0) {
        const OrientedBox box = minimumBox(drawn.area.outer);
        room.centre = innerPoint(drawn.area);
        room.side = box.axis;
        room.front = {-box.axis.y, box.axis.x};
        room.halfWidth = box.length / 2;
        room.halfDepth = std::max(box.width / 2, 0.5);
    }
    p.position = room.centre;
    const Point longAxis = room.halfWidth >= room.halfDepth ? room.side : room.front;
    p.yaw = squaredYaw(longAxis, facing(site, entry, p.position));
    const bool frontOnLong = std::abs(dot(directionOf(p.yaw), longAxis)) < 0.5;
    const double longer = std::max(2 * std::max(room.halfWidth, room.halfDepth), 1.0);
    const double shorter = std::max(2 * std::min(room.halfWidth, room.halfDepth), 1.0);
    p.footprint = frontOnLong ? Point(longer, shorter) : Point(shorter, longer);
}

void outlined(Placement& p, const Drawn& drawn, const Box& map) {
    const Ring ring = clippedRing(drawn.area.outer, map);
    if (ring.size() < 3) return;
    Standing frame = standing({0, 0}, p.yaw, {0, 0});
    Box box;
    for (const Point v : ring) box.include(frame.local(v));
    p.footprint = box.size();
    p.position = frame.side * box.centre().x + frame.front * box.centre().y;
    if (!contains(drawn.area, p.position)) p.position = innerPoint({ring, drawn.area.holes});
}

}  // namespace

std::optional<Point> facing(const Site& site, const Entry& entry, Point p) {
    if (entry.faces == Faces::none) return std::nullopt;
    if (entry.faces != Faces::water) {
        if (const auto road = site.roads.nearest(p, kSees)) {
            const Point way = road->point - p;
            if (dot(way, way) > 1e-6) return unitOr(way, {0, 1});
        }
        if (entry.faces == Faces::road) return std::nullopt;
    }
    if (site.waters.wet(p)) return std::nullopt;
    if (const auto water = site.waters.nearestWet(p, kSees, 2)) return unitOr(*water - p, {0, 1});
    return std::nullopt;
}

double squaredYaw(Point axis, std::optional<Point> wish) {
    const Point across(-axis.y, axis.x);
    Point best = across.y >= 0 ? across : -across;
    if (wish) {
        double most = -2;
        for (const Point way : {across, -across, axis, -axis}) {
            // A gable end is a front only when it looks clearly better at the road than a long side does.
            const bool gable = way == axis || way == -axis;
            const double score = dot(way, *wish) - (gable ? 0.1 : 0.0);
            if (score > most + 1e-9) most = score, best = way;
        }
    }
    return yawToward(best);
}

Piece pieceFor(const Drawn& drawn, const Draft& draft, uint64_t number) {
    Piece piece;
    piece.entry = drawn.entry;
    piece.drawn = static_cast<int>(&drawn - draft.drawn.data());
    piece.placement.id = placementId(drawn.id, number);
    piece.placement.stroke = drawn.id;
    piece.placement.category = drawn.entry->id;
    piece.placement.qualities = drawn.qualities;
    piece.placement.footprint = {drawn.entry->size.width, drawn.entry->size.depth};
    return piece;
}

void placeSingle(const Site& site, const Drawn& drawn) {
    const Entry& entry = *drawn.entry;
    Piece piece = pieceFor(drawn, site.draft, 0);
    Placement& p = piece.placement;
    if (drawn.form == Form::stamp) {
        p.position = drawn.at;
        const auto wish = facing(site, entry, p.position);
        p.yaw = wish ? yawToward(*wish) : turnsFreely(entry) ? plantTurn(p.id) : 0;
        site.draft.pieces.push_back(std::move(piece));
        return;
    }
    const Ring onMap = clippedRing(drawn.area.outer, site.draft.map());
    const Polygon area = onMap.size() >= 3 ? Polygon{onMap, drawn.area.holes} : drawn.area;
    const bool outline = keepsOutline(drawn);
    if (entry.family == "building" && entry.id != "castle" && surveyed(drawn.area.outer) && !drawn.plural) {
        surveyedBuilding(site, drawn, p);
        piece.measured = true;
    } else {
        const OrientedBox box = minimumBox(area.outer);
        const Point middle = innerPoint(area);
        const bool elongated = box.width > 0 && box.length > 1.3 * box.width;
        const auto wish = facing(site, entry, middle);
        if (turnsFreely(entry) && !elongated) {
            p.yaw = plantTurn(p.id);
        } else if (elongated) {
            const bool deep = entry.size.depth > 1.2 * entry.size.width;  // a church or boat lies along its depth
            p.yaw = squaredYaw(deep && !wish ? Point(-box.axis.y, box.axis.x) : box.axis, wish);
        } else {
            p.yaw = wish ? yawToward(*wish) : 0;
        }
        piece.outlined = entry.id == "castle";
        if (piece.outlined)
            outlined(p, drawn, site.draft.map());
        else
            fitInside(p, entry, area, middle);
    }
    if (outline) p.outline = simplifiedRing(drawn.area.outer, 0.25);
    site.draft.pieces.push_back(std::move(piece));
}

void placeObjects(const Site& site) {
    for (const Drawn& drawn : site.draft.drawn) {
        const Entry& entry = *drawn.entry;
        if (entry.kind != Kind::object || entry.stands == Stands::span || isFallingWater(drawn)) continue;
        if (entry.family == "barrier" && drawn.form != Form::stamp && entry.id != "gate")
            placeBarrier(site, drawn);
        else if (drawn.form == Form::line)
            placeRow(site, drawn);
        else if (!holdsGroup(drawn) || !placeGroup(site, drawn))
            placeSingle(site, drawn);
    }
}

}  // namespace sketchwalk::layout
