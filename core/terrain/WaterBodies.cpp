#include "core/terrain/WaterBodies.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "core/base/Raster.h"
#include "core/terrain/Components.h"

namespace sketchwalk::terrain {

namespace {

// One drawn area or line that makes cells wet, or dry again.
struct Source {
    const layout::Region* region = nullptr;
    const layout::Line* line = nullptr;
    const catalogue::Entry* water = nullptr;  // null: land
    bool flows = false;
    int64_t rank = 0;
    const sketch::LockedWater* held = nullptr;  // what a lock keeps there, drawn or not

    int64_t stroke() const { return region ? region->stroke : line ? line->stroke : 0; }
    const std::vector<std::string>& qualities() const {
        return region ? region->qualities : line ? line->qualities : held->qualities;
    }
};

const catalogue::Entry* waterOf(const catalogue::Catalogue& catalogue, const std::string& id) {
    const catalogue::Entry* entry = catalogue.find(id);
    return entry && entry->kind == catalogue::Kind::water ? entry : nullptr;
}

bool isStill(const std::string& id) {
    return id == "sea" || id == "lake";
}

// What is painted, from the bottom up.
std::vector<Source> sourcesOf(const layout::Layout& layout, const catalogue::Catalogue& catalogue) {
    std::set<int64_t> withShape, withLine;
    for (const layout::Region& region : layout.regions) withShape.insert(region.stroke);
    for (const layout::Line& line : layout.lines) withLine.insert(line.stroke);
    std::vector<Source> sources;
    bool anyArea = false;
    for (const layout::Region& region : layout.regions) {
        Source source{&region, nullptr, waterOf(catalogue, region.id), false, region.order, nullptr};
        source.flows =
            source.water && !isStill(region.id) && (region.id == "river" || withLine.contains(region.stroke));
        anyArea = anyArea || source.water;
        sources.push_back(source);
    }
    if (!anyArea) sources.clear();  // land paints nothing where there is no area of water below it
    for (const layout::Line& line : layout.lines) {
        const catalogue::Entry* water = waterOf(catalogue, line.id);
        if (!water || withShape.contains(line.stroke)) continue;
        const int64_t above = isStill(line.id) ? 0 : int64_t{1} << 40;
        sources.push_back({nullptr, &line, water, !isStill(line.id), line.order + above, nullptr});
    }
    std::stable_sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) { return a.rank < b.rank; });
    return sources;
}

struct CellBox {
    int x0, y0, x1, y1;
};

CellBox cellsIn(const Frame& frame, const Box& box) {
    const auto cell = [&](double metres, int last) {
        return static_cast<int>(std::clamp(metres / frame.spacing, -1.0, last + 1.0));
    };
    return {std::max(0, cell(box.min.x, frame.cols) - 1), std::max(0, cell(box.min.y, frame.rows) - 1),
            std::min(frame.cols - 1, cell(box.max.x, frame.cols) + 1),
            std::min(frame.rows - 1, cell(box.max.y, frame.rows) + 1)};
}

// Sets the mask within half the width of a line whose width changes from point to point; round ends. A line is never so
// thin that its cells fall apart.
Box fillLine(Grid<uint8_t>& mask, const layout::Line& line, const Frame& frame) {
    const auto radiusAt = [&](size_t i) {
        const double width = i < line.width.size() ? line.width[i] : line.width.empty() ? 4.0 : line.width.back();
        return std::max(std::isfinite(width) ? std::min(width / 2, 2000.0) : 2.0, 0.75 * frame.spacing);
    };
    Box touched;
    const size_t n = line.centre.size();
    for (size_t i = 0; i < n; ++i) {
        const size_t j = std::min(i + 1, n - 1);
        const Ring ends = usable(Ring{line.centre[i], line.centre[j]});
        if (ends.size() < 2) continue;
        const Point a = ends[0], b = ends[1];
        const double ra = radiusAt(i), rb = radiusAt(j), length = distance(a, b);
        Box box;
        box.include(a);
        box.include(b);
        box = box.grown(std::max(ra, rb));
        touched.include(box);
        const CellBox cells = cellsIn(frame, box);
        for (int y = cells.y0; y <= cells.y1; ++y) {
            for (int x = cells.x0; x <= cells.x1; ++x) {
                const Point p = Point(x + 0.5, y + 0.5) * frame.spacing;
                const Point near = closestOnSegment(p, a, b);
                const double t = length > 0 ? distance(a, near) / length : 0;
                if (distance(p, near) <= ra + (rb - ra) * t) mask(x, y) = 1;
            }
        }
    }
    return touched;
}

// 1 + the index of the topmost source per cell, 0 where it is land.
Grid<uint16_t> paint(const std::vector<Source>& sources, const Frame& frame) {
    Grid<uint16_t> owner(frame.cols, frame.rows);
    Grid<uint8_t> scratch(frame.cols, frame.rows);
    for (size_t i = 0; i < std::min<size_t>(sources.size(), 65534); ++i) {
        const Source& source = sources[i];
        if (source.held != nullptr) continue;
        Box box;
        if (source.region) {
            const Polygon shape = usable(source.region->shape);
            if (shape.outer.size() < 3) continue;
            box = boundsOf(shape.outer);
            fill(scratch, shape, frame.spacing);
        } else {
            box = fillLine(scratch, *source.line, frame);
        }
        if (box.min.x > box.max.x) continue;
        const CellBox cells = cellsIn(frame, box);
        const auto mark = static_cast<uint16_t>(source.water ? i + 1 : 0);
        for (int y = cells.y0; y <= cells.y1; ++y) {
            for (int x = cells.x0; x <= cells.x1; ++x) {
                if (!scratch(x, y)) continue;
                scratch(x, y) = 0;
                // A river that ends in a lake is the lake from its shore on.
                const uint16_t below = owner(x, y);
                if (source.line && source.flows && below && isStill(sources[below - 1u].water->id)) continue;
                owner(x, y) = mark;
            }
        }
    }
    return owner;
}

// What locks hold lies over all that is drawn; where that is of the same kind it stays the drawn one's.
void holdCells(Grid<uint16_t>& owner, std::vector<Source>& sources, const Locked& locked,
               const catalogue::Catalogue& catalogue) {
    std::map<const sketch::LockedWater*, uint16_t> numbers;  // asked by key alone
    for (int y = 0; y < owner.height(); ++y) {
        for (int x = 0; x < owner.width(); ++x) {
            if (!locked.holds(x, y)) continue;
            const sketch::LockedWater* held = locked.waterAt(x, y);
            const catalogue::Entry* water = held != nullptr ? waterOf(catalogue, held->category) : nullptr;
            uint16_t& here = owner(x, y);
            if (water == nullptr) {
                here = 0;
            } else if (here == 0 || sources[here - 1u].water != water || sources[here - 1u].flows != held->flows) {
                const auto [at, fresh] = numbers.try_emplace(held, static_cast<uint16_t>(sources.size() + 1));
                if (fresh) sources.push_back({nullptr, nullptr, water, held->flows, 0, held});
                here = at->second;
            }
        }
    }
}

}  // namespace

WaterBodies findWaters(const layout::Layout& layout, const Frame& frame, const catalogue::Catalogue& catalogue,
                       const Locked* locked) {
    WaterBodies waters;
    waters.cells = Grid<uint16_t>(frame.cols, frame.rows);
    std::vector<Source> sources = sourcesOf(layout, catalogue);
    const bool holds = locked != nullptr && locked->any();
    if (sources.empty() && !holds) return waters;
    Grid<uint16_t> owner = paint(sources, frame);
    if (holds) holdCells(owner, sources, *locked, catalogue);

    // One code for each category that lies still and each that flows.
    std::map<std::pair<std::string, bool>, uint8_t> codes;
    std::vector<uint8_t> codeOf(sources.size() + 1);
    for (size_t i = 0; i < sources.size(); ++i) {
        if (!sources[i].water) continue;
        const auto next = static_cast<uint8_t>(codes.size() + 1);
        codeOf[i + 1] = codes.try_emplace({sources[i].water->id, sources[i].flows}, next).first->second;
    }
    Grid<uint8_t> kind(frame.cols, frame.rows);
    for (size_t i = 0; i < kind.values().size(); ++i) kind.values()[i] = codeOf[owner.values()[i]];
    Components bodies(kind);

    const size_t count = std::min<size_t>(bodies.count(), 65534);
    waters.bodies.resize(count);
    waters.depth.resize(count, 1.0);
    std::vector<std::set<uint16_t>> owners(count);
    std::vector<uint16_t> last(count);
    for (size_t i = 0; i < owner.values().size(); ++i) {
        const uint32_t body = bodies.label().values()[i];
        if (body == 0 || body > count) continue;
        waters.cells.values()[i] = static_cast<uint16_t>(body);
        if (last[body - 1] == owner.values()[i]) continue;
        last[body - 1] = owner.values()[i];
        owners[body - 1].insert(owner.values()[i]);
    }
    for (size_t b = 0; b < count; ++b) {
        Water& body = waters.bodies[b];
        for (const uint16_t o : owners[b]) {
            const Source& source = sources[o - 1u];
            body.category = source.water->id;
            body.flat = !source.flows;
            waters.depth[b] = std::max(0.3, source.water->depth);
            if (source.stroke() != 0 &&
                std::find(body.strokes.begin(), body.strokes.end(), source.stroke()) == body.strokes.end())
                body.strokes.push_back(source.stroke());
            for (const std::string& word : source.qualities()) {
                if (std::find(body.qualities.begin(), body.qualities.end(), word) == body.qualities.end())
                    body.qualities.push_back(word);
            }
        }
        std::sort(body.strokes.begin(), body.strokes.end());
    }
    for (const layout::Line& line : layout.lines) {
        if (!waterOf(catalogue, line.id) || line.centre.empty()) continue;
        const Ring ends = usable(Ring{line.centre.front(), line.centre.back()});
        if (ends.size() < 2) continue;
        waters.springs.push_back(ends.front());
        waters.mouths.push_back(ends.back());
    }
    return waters;
}

Grid<uint8_t> wetCorners(const Grid<uint16_t>& cells) {
    Grid<uint8_t> out(cells.width() + 1, cells.height() + 1);
    for (int y = 0; y < out.height(); ++y) {
        const uint16_t* north = cells.row(std::max(y - 1, 0));
        const uint16_t* south = cells.row(std::min(y, cells.height() - 1));
        for (int x = 0; x < out.width(); ++x) {
            const int west = std::max(x - 1, 0), east = std::min(x, cells.width() - 1);
            out(x, y) =
                static_cast<uint8_t>((north[west] != 0) + (north[east] != 0) + (south[west] != 0) + (south[east] != 0));
        }
    }
    return out;
}

}  // namespace sketchwalk::terrain
