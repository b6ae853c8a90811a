// Open lines of objects: fences and walls in sections with gates where a way goes through, and rows of trees or
// lanterns.
#include <algorithm>
#include <cmath>

#include "core/base/Hash.h"
#include "core/layout/Objects.h"
#include "core/layout/Spans.h"

namespace sketchwalk::layout {

using catalogue::Entry;

namespace {

// The lines that a barrier follows: as drawn; along the middle of a fat patch; around a yard.
std::vector<Polyline> courses(const Drawn& drawn) {
    std::vector<Polyline> out;
    for (const Arm& arm : drawn.arms) out.push_back(arm.points);
    if (!out.empty() || drawn.form != Form::area) return out;
    const OrientedBox box = minimumBox(drawn.area.outer);
    const double size = area(drawn.area), solid = size / std::max(box.length * box.width, 1e-9);
    const bool yard = drawn.area.outer.size() <= 16 && rightAngled(drawn.area.outer) && box.width > 6;
    if (!yard && (box.length > 1.5 * box.width || box.length < 14) && solid > 0.5) {
        const Point middle = innerPoint(drawn.area), half = box.axis * (box.length / 2);
        return {stretchOf({middle - half, middle + half}, 0.03 * box.length, 0.97 * box.length)};
    }
    Polyline around = simplifiedRing(drawn.area.outer, 0.5);
    around.push_back(around.front());
    return {around};
}

// Where a course bends sharply: sections meet there.
std::vector<double> cornersOf(const Polyline& line) {
    std::vector<double> out{0};
    double along = 0;
    for (size_t i = 1; i + 1 < line.size(); ++i) {
        along += distance(line[i - 1], line[i]);
        const Point before = unitOr(line[i] - line[i - 1], {1, 0}), after = unitOr(line[i + 1] - line[i], {1, 0});
        if (dot(before, after) < 0.9) out.push_back(along);
    }
    out.push_back(lengthOf(line));
    return out;
}

struct Gap {
    double from = 0, to = 0;
    bool gate = false;
};

std::vector<Gap> gapsOf(const Site& site, const Polyline& line) {
    std::vector<Gap> out;
    double before = 0;
    for (size_t i = 0; i + 1 < line.size(); ++i) {
        for (const Roads::Crossing& c : site.roads.crossings(line[i], line[i + 1])) {
            out.push_back({before + c.along - c.halfWidth, before + c.along + c.halfWidth, c.path});
        }
        before += distance(line[i], line[i + 1]);
    }
    return out;
}

void addSection(const Site& site, const Drawn& drawn, const Entry& entry, uint64_t number, Point a, Point b,
                double thick) {
    Piece piece = pieceFor(drawn, site.draft, number);
    piece.entry = &entry;
    piece.fixed = true;
    piece.member = true;
    piece.placement.category = entry.id;
    setPath(piece.placement, {a, b}, thick);
    const Box map = site.draft.map();
    if (!map.contains(piece.placement.position)) return;
    for (const double t : {0.05, 0.5, 0.95}) {
        if (site.waters.wet(a + (b - a) * t)) return;
    }
    site.draft.pieces.push_back(std::move(piece));
}

void sectionsAlong(const Site& site, const Drawn& drawn, const Polyline& line, uint64_t course) {
    const Entry& entry = *drawn.entry;
    const Entry* gate = site.draft.catalogue.find("gate");
    const double pen = drawn.form == Form::line && std::isfinite(drawn.stroke->width) ? drawn.stroke->width : 0;
    const double thick = pen > 0 ? std::clamp(pen, entry.size.depth * 0.5, entry.size.depth * 1.6) : entry.size.depth;
    const double usual = std::clamp(entry.size.width, 2.0, 5.0);
    const std::vector<Gap> gaps = gapsOf(site, line);
    const std::vector<double> corners = cornersOf(line);
    uint64_t number = course << 32;
    for (size_t c = 0; c + 1 < corners.size(); ++c) {
        const double run = corners[c + 1] - corners[c];
        const int count = std::max(1, static_cast<int>(std::lround(run / usual)));
        for (int k = 0; k < count; ++k) {
            // The lattice of sections does not depend on the gaps, so that a new road renames none of them.
            const uint64_t own = number++;
            std::vector<Gap> left{{corners[c] + run * k / count, corners[c] + run * (k + 1) / count, false}};
            for (const Gap& gap : gaps) {
                std::vector<Gap> rest;
                for (const Gap& piece : left) {
                    if (gap.to <= piece.from || gap.from >= piece.to) {
                        rest.push_back(piece);
                        continue;
                    }
                    if (gap.from - piece.from > 0.4) rest.push_back({piece.from, gap.from, false});
                    if (piece.to - gap.to > 0.4) rest.push_back({gap.to, piece.to, false});
                }
                left = rest;
            }
            for (size_t i = 0; i < left.size(); ++i) {
                const Point a = pointAlong(line, left[i].from), b = pointAlong(line, left[i].to);
                if (distance(a, b) > 0.2) addSection(site, drawn, entry, own + (i << 24), a, b, thick);
            }
        }
    }
    for (const Gap& gap : gaps) {
        if (!gap.gate || !gate || gap.to - gap.from < 1) continue;
        const Point a = pointAlong(line, gap.from), b = pointAlong(line, gap.to), middle = (a + b) * 0.5;
        const auto cell = [](double v) { return static_cast<uint64_t>(static_cast<int64_t>(std::floor(v / 4))); };
        addSection(site, drawn, *gate, combine(cell(middle.x), cell(middle.y)), a, b, gate->size.depth);
    }
}

}  // namespace

void placeBarrier(const Site& site, const Drawn& drawn) {
    uint64_t course = 0;
    for (const Polyline& line : courses(drawn)) {
        const Polyline clean = simplified(line, 0.3);
        if (clean.size() >= 2) sectionsAlong(site, drawn, clean, course++);
    }
}

void placeRow(const Site& site, const Drawn& drawn) {
    const Entry& entry = *drawn.entry;
    const bool plant = entry.family == "plant" || entry.family == "stone";
    if (entry.stands == catalogue::Stands::shore) {  // a jetty: one thing along the line
        Piece piece = pieceFor(drawn, site.draft, 0);
        const Polyline& line = drawn.arms[0].points;
        const double length = std::min(lengthOf(line), entry.size.depth * entry.maxStretch);
        const bool outward = site.waters.wet(line.back()) || !site.waters.wet(line.front());
        const Point way = unitOr(line.back() - line.front(), {0, 1});
        piece.placement.position = outward ? line.front() + way * (length / 2) : line.back() - way * (length / 2);
        piece.placement.yaw = yawToward(outward ? way : -way);
        piece.placement.footprint = {std::clamp(drawn.width, 1.5, 2 * entry.size.width), length};
        site.draft.pieces.push_back(std::move(piece));
        return;
    }
    const double pitch =
        std::max(plant ? entry.size.width * 0.85 : std::max(entry.size.width, 0.5) + entry.groupSpacing, 0.7);
    uint64_t course = 0;
    for (const Arm& arm : drawn.arms) {
        const double length = lengthOf(arm.points);
        const int count = std::clamp(static_cast<int>(length / pitch) + 1, 1, 4000);
        const double step = count > 1 ? length / (count - 1) : 0;
        for (int k = 0; k < count; ++k) {
            const uint64_t number = (course << 32) + static_cast<uint64_t>(k) + 1;
            Piece piece = pieceFor(drawn, site.draft, number);
            Placement& p = piece.placement;
            const double along = count > 1 ? k * step : length / 2;
            const Point tangent = tangentAlong(arm.points, along);
            p.position = pointAlong(arm.points, along);
            if (!site.draft.map().contains(p.position)) continue;
            if (plant) {
                const double r = randomUnit(0, "row", p.id);
                p.position += leftOf(tangent) * ((r - 0.5) * 0.3 * entry.size.width);
                p.footprint *= 0.85 + 0.3 * randomUnit(0, "row size", p.id);
                p.yaw = 360 * r;
            } else {
                p.yaw = squaredYaw(tangent, facing(site, entry, p.position));
            }
            piece.member = true;
            site.draft.pieces.push_back(std::move(piece));
        }
        ++course;
    }
}

}  // namespace sketchwalk::layout
