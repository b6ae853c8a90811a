#include "core/terrain/Surface.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/base/Parallel.h"
#include "core/base/Raster.h"
#include "core/terrain/SurfacePaint.h"

namespace sketchwalk::terrain {

namespace {

using catalogue::Kind;

bool has(const std::vector<std::string>& list, std::string_view value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool hasAny(const std::vector<std::string>& list, std::initializer_list<std::string_view> values) {
    return std::any_of(values.begin(), values.end(), [&](std::string_view v) { return has(list, v); });
}

// A cobblestone road is a road to walk on and paving to look at.
std::string layerOf(const std::string& surface, const std::vector<std::string>& qualities) {
    if (!isRoad(surface)) return surface;
    if (hasAny(qualities, {"cobblestone", "stone", "brick"})) return "paving";
    if (hasAny(qualities, {"gravel"})) return "gravel";
    if (surface == "road" && hasAny(qualities, {"dirt", "sandy", "muddy", "grassy"})) return "path";
    if (surface == "path" && hasAny(qualities, {"paved"})) return "road";
    return surface;
}

Paint drawnPaint(const std::string& surface, const std::vector<std::string>& qualities) {
    const bool crisp = isRoad(surface) || surface == "paving" || surface == "field";
    return {surface, layerOf(surface, qualities), crisp, false};
}

std::string bedOf(const Water& water) {
    if (water.category == "lava") return "ash";
    if (water.category == "swamp" || has(water.qualities, "murky")) return "mud";
    if (water.category == "river" || water.category == "ice") return "gravel";
    return "sand";
}

// Sets every cell whose centre lies within half the line's width, with round ends and joints.
void stroke(Grid<uint8_t>& cells, const layout::Line& line, double spacing, uint8_t value) {
    const auto count = line.centre.size();
    for (size_t i = 0; i < count; ++i) {
        const Point a = line.centre[i], b = line.centre[std::min(i + 1, count - 1)];
        if (i + 1 == count && count > 1) break;
        const auto halfAt = [&](size_t k) {
            const double width = k < line.width.size() ? line.width[k] : line.width.empty() ? 0.0 : line.width.back();
            return std::max(width / 2, 0.51 * spacing);  // a path thinner than a cell must not fall apart
        };
        const double ha = halfAt(i), hb = halfAt(std::min(i + 1, count - 1));
        if (!std::isfinite(a.x + a.y + b.x + b.y + ha + hb)) continue;
        Box box;
        box.include(a);
        box.include(b);
        box = box.grown(std::max(ha, hb));
        const auto cell = [&](double at, int most) {
            return static_cast<int>(std::clamp(std::floor(at / spacing), -1.0, static_cast<double>(most)));
        };
        const int x0 = std::max(cell(box.min.x, cells.width()), 0),
                  x1 = std::min(cell(box.max.x, cells.width()), cells.width() - 1);
        const int y0 = std::max(cell(box.min.y, cells.height()), 0),
                  y1 = std::min(cell(box.max.y, cells.height()), cells.height() - 1);
        const Point along = b - a;
        const double length2 = along.x * along.x + along.y * along.y;
        for (int y = y0; y <= y1; ++y) {
            for (int x = x0; x <= x1; ++x) {
                const Point p((x + 0.5) * spacing - a.x, (y + 0.5) * spacing - a.y);
                const double t = length2 > 0 ? std::clamp((p.x * along.x + p.y * along.y) / length2, 0.0, 1.0) : 0.0;
                const double dx = p.x - t * along.x, dy = p.y - t * along.y, half = ha + (hb - ha) * t;
                if (dx * dx + dy * dy <= half * half) cells(x, y) = value;
            }
        }
    }
}

}  // namespace

bool isRoad(std::string_view surface) {
    return surface == "road" || surface == "path";
}

uint8_t Paints::add(const Paint& paint) {
    const auto at = std::find(m_paints.begin(), m_paints.end(), paint);
    if (at != m_paints.end()) return static_cast<uint8_t>(at - m_paints.begin());
    if (m_paints.size() >= kUndrawn) return 0;
    m_paints.push_back(paint);
    return static_cast<uint8_t>(m_paints.size() - 1);
}

void coverDrawn(const Ground& ground, const layout::Layout& layout, const catalogue::Catalogue& catalogue,
                Covering& covering) {
    covering.paint = Grid<uint8_t>(ground.water.width(), ground.water.height(), kUndrawn);
    const bool crispBase = layout.base == "paving" || isRoad(layout.base);
    covering.paints.add({layout.base, layerOf(layout.base, layout.baseQualities), crispBase, true});
    const auto isSurface = [&](const std::string& id) {
        const auto* entry = catalogue.find(id);
        return entry != nullptr && entry->kind == Kind::surface;
    };
    struct Piece {
        int order = 0;
        const layout::Region* region = nullptr;
        const layout::Line* line = nullptr;
    };
    std::vector<Piece> pieces;
    std::set<int64_t> shaped;  // strokes whose exact shape a region gives: their lines tell the profile alone
    for (const auto& region : layout.regions) {
        if (!isSurface(region.id)) continue;
        pieces.push_back({region.order, &region, nullptr});
        shaped.insert(region.stroke);
    }
    for (const auto& line : layout.lines) {
        if (isSurface(line.id) && !line.centre.empty() && shaped.count(line.stroke) == 0)
            pieces.push_back({line.order, nullptr, &line});
    }
    std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.order < b.order; });
    for (const auto& piece : pieces) {
        const bool area = piece.region != nullptr;
        const auto value = covering.paints.add(area ? drawnPaint(piece.region->id, piece.region->qualities)
                                                    : drawnPaint(piece.line->id, piece.line->qualities));
        if (area) {
            fill(covering.paint, piece.region->shape, ground.spacing, value);
        } else {
            stroke(covering.paint, *piece.line, ground.spacing, value);
        }
    }
    std::vector<uint8_t> beds;
    for (const auto& water : ground.waters)
        beds.push_back(covering.paints.add({water.category, bedOf(water), false, false}));
    for (size_t i = 0; i < ground.water.values().size(); ++i) {
        const size_t body = ground.water.values()[i];
        if (body > 0 && body <= beds.size()) covering.paint.values()[i] = beds[body - 1];
    }
}

Grid<float> shoreOf(const Grid<uint16_t>& water, double spacing, int threads) {
    Grid<uint8_t> wet(water.width(), water.height());
    bool anyWet = false;
    for (size_t i = 0; i < wet.values().size(); ++i) {
        wet.values()[i] = water.values()[i] > 0;
        anyWet |= wet.values()[i] != 0;
    }
    return anyWet ? signedDistance(wet, spacing, threads) : Grid<float>(water.width(), water.height(), 1e9f);
}

void classify(Ground& ground, const layout::Layout& layout, const catalogue::Catalogue& catalogue, const Job& job,
              const Locked* locked) {
    const int width = ground.water.width(), depth = ground.water.height();
    const auto* biome = catalogue.findBiome(layout.biome, layout.season);
    if (biome == nullptr) biome = &catalogue.biomes().front();
    if (ground.shore.empty()) ground.shore = shoreOf(ground.water, ground.spacing, job.threads);

    Covering covering;
    coverDrawn(ground, layout, catalogue, covering);
    if (job.stopped()) return;
    coverNature(ground, layout, *biome, covering, job);
    if (job.stopped()) return;
    blend(ground, layout, catalogue, covering, job);
    if (job.stopped()) return;
    if (locked != nullptr) locked->holdSurface(ground);

    Grid<uint8_t> roads(width, depth);
    std::vector<uint8_t> road(ground.surfaces.size());
    for (size_t s = 0; s < road.size(); ++s) road[s] = isRoad(ground.surfaces[s]);
    for (size_t i = 0; i < roads.values().size(); ++i) roads.values()[i] = road[ground.surface.values()[i]];
    ground.roadEdge = distanceTo(roads, ground.spacing, job.threads);
}

}  // namespace sketchwalk::terrain
