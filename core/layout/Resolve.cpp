#include "core/layout/Resolve.h"

#include <algorithm>
#include <cmath>

#include "core/base/Hash.h"
#include "core/layout/Shapes.h"
#include "core/sketch/CentreLines.h"

namespace sketchwalk::layout {

using catalogue::DrawnAs;
using catalogue::Entry;
using catalogue::Kind;

uint64_t placementId(int64_t stroke, uint64_t number) {
    return std::max<uint64_t>(combine(mix(static_cast<uint64_t>(stroke)), number), 1);
}

namespace {

constexpr double kFar = 1e6;  // metres; whatever lies further is brought here before it is clipped

// Finite points, none twice in a row.
Polyline cleaned(const std::vector<sketch::StrokePoint>& points) {
    Polyline out;
    out.reserve(points.size());
    for (const sketch::StrokePoint& p : points) {
        if (!std::isfinite(p.at.x) || !std::isfinite(p.at.y)) continue;
        const Point at(std::clamp(p.at.x, -kFar, kFar), std::clamp(p.at.y, -kFar, kFar));
        if (out.empty() || distance(out.back(), at) > 1e-3) out.push_back(at);
    }
    return out;
}

Ring cleaned(const Ring& ring) {
    Ring out;
    for (const Point p : ring) {
        if (!std::isfinite(p.x) || !std::isfinite(p.y)) continue;
        const Point at(std::clamp(p.x, -kFar, kFar), std::clamp(p.y, -kFar, kFar));
        if (out.empty() || distance(out.back(), at) > 1e-3) out.push_back(at);
    }
    while (out.size() > 1 && distance(out.front(), out.back()) <= 1e-3) out.pop_back();
    return out;
}

sketch::Stroke finite(sketch::Stroke stroke) {
    std::erase_if(stroke.points,
                  [](const sketch::StrokePoint& p) { return !std::isfinite(p.at.x) || !std::isfinite(p.at.y); });
    return stroke;
}

std::string nameOf(const sketch::Stroke& stroke) {
    return stroke.brush.substr(0, 60);
}

double usableWidth(const sketch::Stroke& stroke, const Entry& entry) {
    if (std::isfinite(stroke.width) && stroke.width > 0) return std::min(stroke.width, 2000.0);
    if (entry.lineWidth > 0) return entry.lineWidth;
    return entry.kind == Kind::object ? 0.0 : 6.0;
}

// An open stroke whose ends nearly meet around some ground: the outline of a thing, drawn without closing it.
bool nearlyClosed(const Polyline& points, double width) {
    const double length = lengthOf(points);
    if (points.size() < 4 || length < std::max(4.0, 4 * width)) return false;
    if (distance(points.front(), points.back()) > std::max(0.12 * length, width)) return false;
    return std::abs(signedArea(points)) > 0.02 * length * length;
}

bool linePrimarily(const Entry& entry) {
    return !entry.drawn.empty() && entry.drawn.front() == DrawnAs::line;
}

// "a big rock", "one old oak": an article says that it is a single thing, where a bare "rock" may be a brush to paint
// with.
bool namesOne(std::string_view phrase) {
    while (!phrase.empty() && phrase.front() == ' ') phrase.remove_prefix(1);
    for (const std::string_view article : {"a ", "an ", "one ", "the ", "A ", "An ", "One ", "The "}) {
        if (phrase.starts_with(article)) return true;
    }
    return false;
}

// Whether a long, thin patch of this is a line that was drawn broadly. Seas and lakes are level however long.
bool runsWhenLong(const Entry& entry) {
    if (!drawnAs(entry, DrawnAs::line) || entry.id == "sea" || entry.id == "lake") return false;
    return linePrimarily(entry) || entry.kind == Kind::water || entry.id == "dock" || entry.id == "waterfall";
}

// The arms of a long area: as the reader found them, else by its skeleton. `known` are those of the stroke.
std::vector<Arm> armsOf(const Drawn& drawn, const Box& reach) {
    std::vector<Arm> out;
    const sketch::Stroke& stroke = *drawn.stroke;
    if (!stroke.centreLines.empty()) {
        for (size_t i = 0; i < stroke.centreLines.size(); ++i) {
            const double width = i < stroke.centreWidth.size() ? stroke.centreWidth[i] : drawn.width;
            if (!std::isfinite(width) || width <= 0) continue;
            for (Polyline& piece : clippedLine(cleaned(stroke.centreLines[i]), reach)) {
                std::vector<double> widths(piece.size(), width);
                out.push_back({std::move(piece), std::move(widths)});
            }
        }
        return out;
    }
    const double size = area(drawn.area);
    if (size < 1) return out;
    const OrientedBox box = minimumBox(drawn.area.outer);
    const double spacing = std::clamp(std::min(size / std::max(box.length, 1.0) / 8, box.length / 60), 0.25, 16.0);
    std::vector<sketch::CentreLine> found = sketch::centreLines(drawn.area, spacing);
    if (!sketch::runsAsLine(found)) return out;
    for (sketch::CentreLine& arm : found) {
        if (arm.points.size() > 1) out.push_back({std::move(arm.points), std::move(arm.width)});
    }
    return out;
}

// An object drawn with an open line: a short fat dab is a thing of that size, a long line a row of things.
void lineToDab(Drawn& drawn) {
    const Entry& entry = *drawn.entry;
    if (drawn.form != Form::line || entry.kind != Kind::object || drawnAs(entry, DrawnAs::line)) return;
    const double length = lengthOf(drawn.arms[0].points);
    const double wide = std::max(drawn.width, std::max(entry.size.width, entry.size.depth));
    if (length > 2.2 * wide) return;
    const double pen = drawn.stroke->width;
    std::vector<Polygon> dab;
    if (std::isfinite(pen) && pen >= 2) dab = strokedArea(drawn.arms[0].points, pen);
    if (dab.size() == 1) {
        drawn.form = Form::area;
        drawn.area = std::move(dab[0]);
    } else {
        drawn.form = Form::stamp;
        drawn.at = pointAlong(drawn.arms[0].points, length / 2);
    }
    drawn.arms.clear();
}

// Gives the stroke its form and shape; false where nothing of it lies on the map.
bool shapeStroke(Draft& draft, Drawn& drawn, Polyline points) {
    const sketch::Stroke& stroke = *drawn.stroke;
    const Entry& entry = *drawn.entry;
    const Box map = draft.map(), reach = map.grown(kMargin);
    drawn.width = usableWidth(stroke, entry);
    bool closed = stroke.closed;
    if (!closed && drawnAs(entry, DrawnAs::area) && !linePrimarily(entry) && nearlyClosed(points, drawn.width))
        closed = true;
    Ring ring;
    if (closed) {
        ring = cleaned(points);
        if (ring.size() < 3 || std::abs(signedArea(ring)) < 0.05) closed = false;
    }
    if (closed) {
        if (selfCrosses(ring))
            draft.note(drawn.id,
                       {"The outline of \"%1\" crosses itself; what it encloses once counts.", {nameOf(stroke)}});
        drawn.form = Form::area;
        drawn.area.outer = clippedRing(ring, reach);
        for (const Ring& hole : stroke.holes) {
            Ring inner = clippedRing(cleaned(hole), reach);
            if (inner.size() >= 3) drawn.area.holes.push_back(std::move(inner));
        }
        drawn.box = boundsOf(drawn.area.outer);
        const bool lineBrush = runsWhenLong(entry);
        if (drawn.area.outer.size() >= 3 && lineBrush) drawn.arms = armsOf(drawn, reach);
    } else if (points.size() == 1 || lengthOf(points) < 0.5) {
        drawn.form = Form::stamp;
        drawn.at = points[points.size() / 2];
        drawn.box.include(drawn.at);
    } else {
        std::vector<Polyline> pieces = clippedLine(points, reach);
        if (pieces.empty()) return false;
        drawn.form = Form::line;
        for (Polyline& piece : pieces) {
            drawn.box.include(boundsOf(piece));
            std::vector<double> widths(piece.size(), drawn.width);
            drawn.arms.push_back({std::move(piece), std::move(widths)});
        }
        drawn.box = drawn.box.grown(drawn.width / 2);
        lineToDab(drawn);
    }
    return drawn.box.min.x <= drawn.box.max.x && map.overlaps(drawn.box);
}

void completeOf(Draft& draft, const Drawn& drawn) {
    if (drawn.entry->kind != Kind::object) return;
    auto& complete = draft.layout.complete;
    complete.insert(drawn.entry->id);
    // Whoever draws "trees" one by one means every kind that a person would call a tree; "stones" and boulders look
    // alike.
    if (drawn.generic) complete.insert({"tree", "pine", "palm", "dead_tree"});
    if (drawn.entry->id == "stones") complete.insert("boulder");
}

// A touch on the land keeps the pen's pressure; it may reach over the map's edge.
void addSculpt(Draft& draft, const sketch::Stroke& stroke, const Entry& entry) {
    Sculpt sculpt{stroke.id, entry.id, {}, {}, usableWidth(stroke, entry)};
    const Box reach = draft.map().grown(kMargin);
    for (const sketch::StrokePoint& p : stroke.points) {
        if (!std::isfinite(p.at.x) || !std::isfinite(p.at.y)) continue;
        const float pressure = std::isfinite(p.pressure) ? std::clamp(p.pressure, 0.0f, 1.0f) : 1.0f;
        sculpt.points.push_back({{std::clamp(p.at.x, -kFar, kFar), std::clamp(p.at.y, -kFar, kFar)}, pressure});
    }
    if (stroke.closed) sculpt.shape = drawnArea(stroke, reach);
    draft.layout.sculpts.push_back(std::move(sculpt));
}

// What needs no planning; true where the stroke is done with.
bool setAside(Draft& draft, const sketch::Stroke& stroke, const catalogue::Meaning& meaning, const Polyline& points) {
    Layout& layout = draft.layout;
    const Entry* entry = meaning.entry;
    if (meaning.aloft || (entry && entry->kind == Kind::atmosphere)) {
        layout.atmosphere.push_back(stroke.brush);
        draft.note(stroke.id,
                   {"\"%1\" cannot stand on the ground; it is kept as the mood of the sky.", {nameOf(stroke)}});
        return true;
    }
    if (!entry) {
        draft.warn(stroke.id, {"No brush is known by the name \"%1\"; the stroke is left out.", {nameOf(stroke)}});
        return true;
    }
    if (points.empty()) {
        draft.warn(stroke.id, {"The stroke \"%1\" has no usable point; it is left out.", {nameOf(stroke)}});
        return true;
    }
    if (entry->id == "lock") {
        draft.locks.push_back(&stroke);
        return true;
    }
    if (entry->kind == Kind::sculpt) {
        addSculpt(draft, stroke, *entry);
        return true;
    }
    if (entry->kind != Kind::play && entry->kind != Kind::follower) return false;
    if (entry->id == "ink") {
        draft.note(stroke.id, {"This ink stays a drawing; name its brush to make it part of the world.", {}});
    } else if (!std::any_of(points.begin(), points.end(), [&](Point p) { return draft.map().contains(p); })) {
        draft.warn(stroke.id, {"The stroke \"%1\" lies off the map; it is left out.", {nameOf(stroke)}});
    } else if (entry->id == "spawn") {
        const Point at = stroke.closed && points.size() > 2 ? innerPoint({points, {}}) : points[points.size() / 2];
        layout.spawn = Point(std::clamp(at.x, 0.0, layout.extent.x), std::clamp(at.y, 0.0, layout.extent.y));
    } else if (entry->id == "route" || entry->kind == Kind::follower) {
        draft.routes.push_back(&stroke);
    } else if (entry->id == "label") {
        layout.labels.push_back(finite(stroke));
    } else {
        layout.goals.push_back(finite(stroke));
    }
    return true;
}

}  // namespace

Polygon drawnArea(const sketch::Stroke& stroke, const Box& reach) {
    Polygon shape{clippedRing(cleaned(stroke.points), reach), {}};
    if (shape.outer.size() < 3) return {};
    for (const Ring& hole : stroke.holes) {
        Ring inner = clippedRing(cleaned(hole), reach);
        if (inner.size() >= 3) shape.holes.push_back(std::move(inner));
    }
    return shape;
}

void resolveStrokes(Draft& draft, const sketch::Sketch& sketch) {
    Layout& layout = draft.layout;
    layout.biome = draft.catalogue.biomeFor(sketch.base, sketch.prompt).id;
    layout.season = draft.catalogue.seasonFor(sketch.base, sketch.prompt);
    draft.biome = draft.catalogue.findBiome(layout.biome, layout.season);
    layout.base = draft.catalogue.baseSurface(sketch.base, *draft.biome).id;
    layout.baseQualities = draft.catalogue.resolve(sketch.base).qualities;
    std::map<std::string, catalogue::Meaning, std::less<>> meanings;  // a map of a city names "house" a thousand times
    int index = 0;
    for (const auto& shared : sketch.strokes) {
        if (!shared) continue;
        const sketch::Stroke& stroke = *shared;
        if (stroke.edit) {
            draft.edits.push_back(&stroke);
            continue;
        }
        const auto [at, isNew] = meanings.try_emplace(stroke.brush);
        if (isNew) at->second = draft.catalogue.resolve(stroke.brush);
        const catalogue::Meaning& meaning = at->second;
        Polyline points = cleaned(stroke.points);
        if (!points.empty() && points.size() < stroke.points.size() &&
            std::any_of(stroke.points.begin(), stroke.points.end(), [](const sketch::StrokePoint& p) {
                return !std::isfinite(p.at.x) || !std::isfinite(p.at.y);
            })) {
            draft.warn(stroke.id, {"Some points of \"%1\" are no numbers; they are left out.", {nameOf(stroke)}});
        }
        if (setAside(draft, stroke, meaning, points)) continue;
        Drawn drawn;
        drawn.stroke = &stroke;
        drawn.id = stroke.id;
        drawn.index = index++;
        drawn.entry = meaning.entry;
        drawn.qualities = meaning.qualities;
        drawn.plural = meaning.plural;
        drawn.one = !meaning.plural && namesOne(stroke.brush);
        drawn.generic = meaning.entry->id == "tree";
        if (drawn.generic) {
            const auto swap = draft.biome->swaps.find("tree");
            const Entry* fitting = swap == draft.biome->swaps.end() ? nullptr : draft.catalogue.find(swap->second);
            if (fitting) drawn.entry = fitting;
        }
        if (!shapeStroke(draft, drawn, std::move(points))) {
            draft.warn(stroke.id, {"The stroke \"%1\" lies off the map; it is left out.", {nameOf(stroke)}});
            continue;
        }
        completeOf(draft, drawn);
        draft.drawn.push_back(std::move(drawn));
    }
}

}  // namespace sketchwalk::layout
