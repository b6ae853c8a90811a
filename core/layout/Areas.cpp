#include "core/layout/Areas.h"

#include <algorithm>
#include <cmath>

#include "core/base/Hash.h"
#include "core/base/Trig.h"
#include "core/layout/Bins.h"
#include "core/layout/Shapes.h"

namespace sketchwalk::layout {

using catalogue::Kind;

namespace {

// Something already laid on which later things may lie: water, or land on water.
struct Laid {
    AreaIndex area;
    Polyline line;      // where it is a line instead
    double radius = 0;  // of the line
    Box box;
    bool water = true;
    int level = 0;

    bool contains(Point p) const { return line.empty() ? area.contains(p) : nearestOnLine(line, p).distance <= radius; }
};

// Points spread over a shape, to ask what lies beneath it.
std::vector<Point> samplesOf(const Polygon& shape) {
    std::vector<Point> out{innerPoint(shape)};
    const Box box = boundsOf(shape.outer);
    constexpr int kSide = 7;
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const Point p = box.min + Point(box.size().x * (x + 0.5) / kSide, box.size().y * (y + 0.5) / kSide);
            if (contains(shape, p)) out.push_back(p);
        }
    }
    return out;
}

std::vector<Point> samplesOf(const Polyline& line) {
    std::vector<Point> out;
    const double length = lengthOf(line);
    for (int i = 0; i < 9; ++i) out.push_back(pointAlong(line, length * (i + 0.5) / 9));
    return out;
}

class Levels {
  public:
    // baseWater: the map is water where nothing is drawn.
    Levels(Point extent, bool baseWater) : m_bins(extent, 64), m_baseWater(baseWater) {}

    // The highest level of water (or of land on water) under at least half of the samples; -1 where there is none.
    int beneath(const std::vector<Point>& samples, bool water) const {
        Box box;
        for (const Point p : samples) box.include(p);
        int level = water && m_baseWater ? 0 : -1;
        for (const int i : m_bins.values(box)) {
            const Laid& laid = m_laid[static_cast<size_t>(i)];
            if (laid.water != water || laid.level <= level || !laid.box.overlaps(box)) continue;
            size_t in = 0;
            for (const Point p : samples) in += laid.contains(p);
            if (2 * in >= samples.size()) level = laid.level;
        }
        return level;
    }

    void add(const Polygon& shape, bool water, int level) {
        m_bins.insert(boundsOf(shape.outer), static_cast<int>(m_laid.size()));
        m_laid.push_back({AreaIndex(shape), {}, 0, boundsOf(shape.outer), water, level});
    }
    void add(const Polyline& line, double width, int level) {
        const Box box = boundsOf(line).grown(width / 2);
        m_bins.insert(box, static_cast<int>(m_laid.size()));
        m_laid.push_back({AreaIndex({}), line, width / 2, box, true, level});
    }

  private:
    Bins m_bins;
    bool m_baseWater;
    std::vector<Laid> m_laid;
};

int orderOf(int level, int index) {
    return level * kLevelStep + std::min(index, kLevelStep - 1);
}

// A natural round patch for a stamp: its rim waves a little, by the stroke's own number.
Ring blot(const Drawn& drawn, double width, double depth) {
    Ring out = circle({0, 0}, 1, 32);
    const double turn = 6.283185307179586 * toUnit(randomBits(0, "blot", static_cast<uint64_t>(drawn.id)));
    for (size_t i = 0; i < out.size(); ++i) {
        const double angle = 6.283185307179586 * static_cast<double>(i) / static_cast<double>(out.size());
        const double wave = 1 + 0.09 * exact::sin(2 * angle + turn) + 0.06 * exact::sin(3 * angle - 2 * turn);
        out[i] = drawn.at + Point(out[i].x * width / 2, out[i].y * depth / 2) * wave;
    }
    return out;
}

double stampSize(const Drawn& drawn, double typical) {
    const double pen = drawn.stroke->width;
    return std::isfinite(pen) && pen > 0 ? std::min(pen, 2000.0) : typical;
}

std::vector<Polygon> shapesOf(const Drawn& drawn) {
    if (drawn.form == Form::area) return {drawn.area};
    if (drawn.form == Form::stamp) {
        const double size = stampSize(drawn, drawn.entry->size.width > 1 ? drawn.entry->size.width : 12);
        return {{blot(drawn, size, size), {}}};
    }
    std::vector<Polygon> out;
    for (const Arm& arm : drawn.arms) {
        for (Polygon& piece : strokedArea(arm.points, drawn.width)) out.push_back(std::move(piece));
    }
    return out;
}

struct Layer {
    Draft& draft;
    Levels levels;

    void region(const Drawn& drawn, const std::string& id, Polygon shape, int level) {
        draft.layout.regions.push_back({drawn.id, id, drawn.qualities, std::move(shape),
                                        drawn.stroke->pen == sketch::Pen::detail, orderOf(level, drawn.index)});
    }
    void line(const Drawn& drawn, const std::string& id, const Arm& arm, int level) {
        Line out;
        out.stroke = drawn.id;
        out.id = id;
        out.qualities = drawn.qualities;
        out.centre = arm.points;
        out.width = arm.width;
        out.order = orderOf(level, drawn.index);
        draft.layout.lines.push_back(std::move(out));
    }

    void water(const Drawn& drawn, const std::string& id) {
        const auto levelFor = [&](const std::vector<Point>& samples) {
            const int land = levels.beneath(samples, false);
            return land < 0 ? kWaterLevel : land + 2;
        };
        // A lake or sea drawn with a broad pen is level, so it is an area; a river, lava or ice stream runs.
        const bool running = id != "lake" && id != "sea";
        if (drawn.form == Form::line && running) {
            for (const Arm& arm : drawn.arms) {
                const int level = levelFor(samplesOf(arm.points));
                line(drawn, id, arm, level);
                levels.add(arm.points, drawn.width, level);
            }
            return;
        }
        for (Polygon& shape : shapesOf(drawn)) {
            const int level = levelFor(samplesOf(shape));
            levels.add(shape, true, level);
            if (running) {
                for (const Arm& arm : drawn.arms) line(drawn, id, arm, level);
            }
            region(drawn, id, std::move(shape), level);
        }
    }

    void surface(const Drawn& drawn) {
        const std::string& id = drawn.entry->id;
        const bool road = isRoad(*drawn.entry) || (drawn.form == Form::line && id == "paving");
        if (drawn.form == Form::line) {
            for (const Arm& arm : drawn.arms) {
                const std::vector<Point> samples = samplesOf(arm.points);
                const int land = levels.beneath(samples, false);
                line(drawn, id, arm, std::max(land, kSurfaceLevel) + (road ? 1 : 0));
            }
            return;
        }
        for (Polygon& shape : shapesOf(drawn)) {
            const std::vector<Point> samples = samplesOf(shape);
            const int under = levels.beneath(samples, true), land = levels.beneath(samples, false);
            int level = std::max(land, kSurfaceLevel) + (road ? 1 : 0);
            if (!road && under > land) {
                level = under + 2;
                levels.add(shape, false, level);
            }
            if (road) {
                for (const Arm& arm : drawn.arms) line(drawn, id, arm, level);
            }
            region(drawn, id, std::move(shape), level);
        }
    }

    void relief(const Drawn& drawn) {
        const std::string& id = drawn.entry->id;
        const bool spines = id == "ridge" || id == "cliff" || id == "valley";
        Relief out;
        out.stroke = drawn.id;
        out.id = id;
        out.qualities = drawn.qualities;
        out.order = orderOf(kSurfaceLevel, drawn.index);
        if (spines && drawn.form != Form::stamp && !drawn.arms.empty()) {
            for (const Arm& arm : drawn.arms) {
                out.spine = arm.points;
                std::vector<double> widths = arm.width;
                std::nth_element(widths.begin(), widths.begin() + static_cast<long>(widths.size() / 2), widths.end());
                out.width = widths[widths.size() / 2];
                draft.layout.reliefs.push_back(out);
            }
            return;
        }
        for (Polygon& shape : shapesOf(drawn)) {
            // High ground drawn on water stands out of it: an island, whatever else it is.
            const std::vector<Point> samples = samplesOf(shape);
            const int under = levels.beneath(samples, true), land = levels.beneath(samples, false);
            const bool low = id == "basin" || id == "valley";
            if (id == "island" || (!low && under > land)) {
                const int level = std::max(under, kWaterLevel) + 2;
                levels.add(shape, false, level);
                region(drawn, islandSurface(), shape, level);
                draft.layout.regions.back().qualities.clear();
            }
            out.shape = std::move(shape);
            draft.layout.reliefs.push_back(out);
        }
    }

    // What lies on an island: what grows in this biome, and green where that is a city's paving.
    std::string islandSurface() const {
        const std::string& base = draft.biome->base;
        if (isWaterId(draft.catalogue, base)) return "sand";
        return base == "paving" ? "grass" : base;
    }
};

}  // namespace

void layAreas(Draft& draft) {
    Layer layer{draft, Levels(draft.layout.extent, isWaterId(draft.catalogue, draft.layout.base))};
    for (const Drawn& drawn : draft.drawn) {
        switch (drawn.entry->kind) {
            case Kind::water:
                layer.water(drawn, drawn.entry->id);
                break;
            case Kind::surface:
                layer.surface(drawn);
                break;
            case Kind::relief:
                layer.relief(drawn);
                break;
            case Kind::object:
                if (isFallingWater(drawn)) layer.water(drawn, "river");
                break;
            default:
                break;
        }
    }
}

void closeHoles(Draft& draft) {
    std::vector<AreaIndex> objects;
    std::vector<const Drawn*> drawn;
    Bins bins(draft.layout.extent, 64);
    for (const Drawn& d : draft.drawn) {
        if (d.entry->kind != Kind::object || d.form != Form::area || isFallingWater(d)) continue;
        bins.insert(d.box, static_cast<int>(objects.size()));
        objects.emplace_back(d.area);
        drawn.push_back(&d);
    }
    if (objects.empty()) return;
    for (Region& region : draft.layout.regions) {
        const bool water = isWaterId(draft.catalogue, region.id);
        std::erase_if(region.shape.holes, [&](const Ring& hole) {
            const std::vector<Point> samples = samplesOf(Polygon{hole, {}});
            const std::vector<int> near = bins.values(boundsOf(hole));
            size_t filled = 0;
            for (const Point p : samples) {
                filled += std::any_of(near.begin(), near.end(), [&](int i) {
                    const catalogue::Stands stands = drawn[static_cast<size_t>(i)]->entry->stands;
                    const bool fits = !water || stands == catalogue::Stands::water || stands == catalogue::Stands::span;
                    return fits && objects[static_cast<size_t>(i)].contains(p);
                });
            }
            return filled * 10 >= samples.size() * 7;
        });
    }
}

}  // namespace sketchwalk::layout
