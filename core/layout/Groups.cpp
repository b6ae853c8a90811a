// A patch much larger than one of its kind holds a group: houses in rows with yards, stalls along aisles, trees as they
// grow.
#include <algorithm>
#include <cmath>

#include "core/base/Hash.h"
#include "core/base/Noise.h"
#include "core/layout/Objects.h"

namespace sketchwalk::layout {

using catalogue::Entry;

namespace {

constexpr double kSurveyedMost = 10000;  // m2 of one building whose ground plan was measured
constexpr double kMostMembers = 800;     // of one group: a larger patch is planted more thinly
constexpr double kMostOfOne = 6;         // where the words name one thing ("a playground") and the patch is far larger

uint64_t cellNumber(int64_t column, int64_t row) {
    return combine(static_cast<uint64_t>(column), static_cast<uint64_t>(row) + 0x9e37ULL);
}

double jitter(const Drawn& drawn, const char* purpose, uint64_t cell) {
    return 2 * randomUnit(static_cast<uint64_t>(drawn.id), purpose, cell) - 1;
}

bool natural(const Entry& entry) {
    return entry.family == "plant" || entry.family == "stone";
}

// Plants and stones: on a jittered lattice that is fixed to the map, so that an edit of the outline moves none of those
// within.
void growNatural(const Site& site, const Drawn& drawn, std::vector<Piece>& out) {
    const Entry& entry = *drawn.entry;
    const AreaIndex area(drawn.area);
    const double across = std::max(entry.size.width, entry.size.depth);
    const bool stones = entry.family == "stone";
    double pitch = std::max(across * (stones ? 1.5 : 0.8) + entry.groupSpacing, 0.8);
    const double size = std::max(sketchwalk::area(drawn.area), 1.0);
    while (size / (pitch * pitch) > kMostMembers) pitch *= 1.5;
    const Box box = area.box();
    const bool crops = entry.id == "crops";
    for (auto row = static_cast<int64_t>(std::floor(box.min.y / pitch)); static_cast<double>(row) * pitch <= box.max.y;
         ++row) {
        for (auto column = static_cast<int64_t>(std::floor(box.min.x / pitch));
             static_cast<double>(column) * pitch <= box.max.x; ++column) {
            const uint64_t cell = cellNumber(column, row);
            const double loose = crops ? 0.06 : 0.32;
            const Point p((static_cast<double>(column) + 0.5 + loose * jitter(drawn, "x", cell)) * pitch,
                          (static_cast<double>(row) + 0.5 + loose * jitter(drawn, "y", cell)) * pitch);
            if (!area.contains(p) || !site.draft.map().contains(p)) continue;
            // Clearings and thickets a few trees across.
            const double thick = fractalNoise(static_cast<uint64_t>(drawn.id), p.x / (7 * pitch), p.y / (7 * pitch), 2);
            if (!crops && randomUnit(static_cast<uint64_t>(drawn.id), "keep", cell) > 0.78 + 0.9 * thick) continue;
            Piece piece = pieceFor(drawn, site.draft, cell);
            const double scale = crops ? 1 : 1 + (stones ? 0.45 : 0.22) * jitter(drawn, "size", cell);
            piece.placement.position = p;
            piece.placement.footprint *= scale;
            piece.placement.yaw = 180 + 180 * jitter(drawn, "turn", cell);
            const Standing s = standing(p, piece.placement.yaw, piece.placement.footprint * 0.5);
            piece.member = true;
            if (inside(drawn.area, s)) out.push_back(std::move(piece));
        }
    }
}

struct Rows {
    Point along{1, 0}, across{0, 1};
    Point origin{0, 0};
    double pitchAlong = 1;     // from middle to middle
    double near = 1, far = 1;  // between rows: face to face over a lane, back to back over the yards
    double depth = 1;
    double loose = 0;    // share of the free space that jitter may use
    bool facing = true;  // rows face each other in pairs
};

Rows rowsFor(const Site& site, const Drawn& drawn) {
    const Entry& entry = *drawn.entry;
    const OrientedBox box = minimumBox(drawn.area.outer);
    Rows rows;
    rows.origin = innerPoint(drawn.area);
    rows.along = box.axis;
    // A road beside the patch gives the rows their direction; of a large patch only its own shape does, since a road at
    // one end must not turn houses far away at the other.
    const double sees = std::min(box.width / 2 + 25, 64 - box.length / 2);
    const auto road = sees > 0 ? site.roads.nearest(rows.origin, sees) : std::nullopt;
    if (road && entry.family == "building") rows.along = road->tangent;
    rows.across = {-rows.along.y, rows.along.x};
    const bool houses = entry.family == "building" && entry.id != "market_stall" && entry.id != "tent";
    const double gap = entry.groupSpacing;
    rows.pitchAlong = entry.size.width + gap;
    rows.depth = entry.size.depth;
    rows.far = entry.size.depth + (houses ? 1.6 * gap : gap);
    rows.near = entry.size.depth + (houses ? gap + 4 : gap);
    if (entry.id == "market_stall") {  // back to back, with room to walk and look between the fronts
        rows.pitchAlong += 1;
        rows.near = entry.size.depth + gap + 3.5;
        rows.far = entry.size.depth + gap + 0.5;
    }
    rows.loose = houses ? 0.12 : entry.id == "market_stall" ? 0.08 : 0.45;
    rows.facing = entry.family == "building";
    const double most = drawn.one ? kMostOfOne : kMostMembers;
    const double crowd = sketchwalk::area(drawn.area) / (rows.pitchAlong * (rows.near + rows.far) / 2) / most;
    if (crowd > 1) {
        const double wider = std::sqrt(crowd);
        rows.pitchAlong *= wider, rows.near *= wider, rows.far *= wider;
    }
    return rows;
}

Piece memberAt(const Site& site, const Drawn& drawn, const Rows& rows, int column, int row) {
    const Entry& entry = *drawn.entry;
    const uint64_t cell = cellNumber(column, row);
    Piece piece = pieceFor(drawn, site.draft, cell);
    Placement& p = piece.placement;
    const int pair = row >= 0 ? row / 2 : (row - 1) / 2;
    const bool second = row - 2 * pair == 1;
    const double v = pair * (rows.near + rows.far) + (second ? rows.near : 0) - rows.near / 2;
    const double u = column * rows.pitchAlong + (pair % 2 ? rows.pitchAlong * 0.15 : 0);
    const double free = entry.groupSpacing / 2 * rows.loose;
    p.position = rows.origin + rows.along * (u + free * jitter(drawn, "along", cell)) +
                 rows.across * (v + free * jitter(drawn, "across", cell));
    if (rows.facing)
        p.yaw = yawToward(second ? -rows.across : rows.across);
    else if (const auto wish = facing(site, entry, p.position))
        p.yaw = yawToward(*wish);
    else
        p.yaw = yawToward(rows.across) + 25 * jitter(drawn, "turn", cell);
    const double scale = (1 + 0.08 * jitter(drawn, "size", cell)) * (drawn.one ? std::min(entry.maxStretch, 1.5) : 1.0);
    p.footprint *= scale;
    piece.member = true;
    return piece;
}

void standInRows(const Site& site, const Drawn& drawn, std::vector<Piece>& out) {
    const Rows rows = rowsFor(site, drawn);
    Box box;
    for (const Point p : drawn.area.outer)
        box.include({dot(p - rows.origin, rows.along), dot(p - rows.origin, rows.across)});
    const double pair = rows.near + rows.far;
    const int firstRow = 2 * static_cast<int>(std::floor(box.min.y / pair)) - 1,
              lastRow = 2 * static_cast<int>(std::ceil(box.max.y / pair)) + 1;
    const int firstColumn = static_cast<int>(std::floor(box.min.x / rows.pitchAlong)) - 1;
    const int lastColumn = static_cast<int>(std::ceil(box.max.x / rows.pitchAlong)) + 1;
    for (int row = firstRow; row <= lastRow; ++row) {
        for (int column = firstColumn; column <= lastColumn; ++column) {
            Piece piece = memberAt(site, drawn, rows, column, row);
            Placement& p = piece.placement;
            const Standing s = standing(p.position, p.yaw, p.footprint);
            if (!inside(drawn.area, s) || !site.draft.map().contains(s.box().min) ||
                !site.draft.map().contains(s.box().max))
                continue;
            if (!site.roads.clear(s, 0.3)) continue;
            out.push_back(std::move(piece));
        }
    }
}

// What people who gather there have made of the ground, so that the drawn patch shows.
std::string_view troddenGround(const Entry& entry) {
    if (entry.id == "playground") return "sand";
    if (entry.id == "market_stall") return "gravel";
    return {};
}

}  // namespace

bool holdsGroup(const Drawn& drawn) {
    if (drawn.form != Form::area) return false;
    const Entry& entry = *drawn.entry;
    const double size = area(drawn.area);
    if (entry.family == "building" && !drawn.plural) {
        // A measured ground plan is one building, however large; a freehand blot may be drawn generously.
        if (surveyed(drawn.area.outer)) return size > std::max(kSurveyedMost, entry.groupAbove);
        return size > (drawn.one ? 8 : 2.5) * entry.groupAbove;
    }
    if (drawn.one && entry.family != "prop") return size > 8 * entry.groupAbove;
    return size > entry.groupAbove;
}

bool placeGroup(const Site& site, const Drawn& drawn) {
    std::vector<Piece> members;
    if (natural(*drawn.entry))
        growNatural(site, drawn, members);
    else
        standInRows(site, drawn, members);
    if (members.empty()) return false;
    for (Piece& piece : members) site.draft.pieces.push_back(std::move(piece));
    if (const std::string_view ground = troddenGround(*drawn.entry); site.draft.catalogue.find(ground)) {
        site.draft.layout.regions.push_back({drawn.id, std::string(ground), {}, drawn.area, false, drawn.index});
    }
    return true;
}

}  // namespace sketchwalk::layout
