#include "core/scene/Scatter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

#include "core/base/GridHash.h"
#include "core/base/Hash.h"
#include "core/base/Memo.h"
#include "core/base/Noise.h"
#include "core/base/Parallel.h"
#include "core/layout/LayoutHash.h"
#include "core/scene/HeldThings.h"
#include "core/scene/Occupied.h"
#include "core/scene/PoissonLattice.h"
#include "core/scene/ScatterBlocks.h"
#include "core/scene/ScatterRules.h"
#include "core/scene/UprootedThings.h"

namespace sketchwalk::scene {
namespace {

constexpr int kWindow = 32;        // lattice cells a side that are worked on together
constexpr int kBlock = 16;         // cells a side
constexpr double kRowShare = 0.8;  // places in a row stand this much closer than an even spread would
constexpr double kStand = 21;      // metres across a stand of one kind of tree, a drift of one kind of flower
constexpr double kClearing = 17;   // metres, of the noise that opens clearings
constexpr double kRim = 8;         // metres within the edge of a drawn area that stay grown over
constexpr double kUphill = 6;      // metres up the slope where scree has come from

struct Grown {
    Instance instance;
    int choice = 0;  // index into its rule's assets
    float crown = 0;
};

class Grower {
  public:
    // `blocks`: null where nothing is remembered.
    Grower(const Setting& setting, const Clearance& clearance, const RegionMap& regions, const ScatterBlocks* blocks,
           double widest)
        : m_set(setting), m_clearance(clearance), m_regions(regions), m_blocks(blocks), m_widest(widest) {
        sortRegions();
    }

    // All that one rule grows, given what the rules before it grew.
    std::vector<Grown> grow(const ScatterRule& rule, const Occupied& occupied, const Job& job) const {
        if (rule.rows) return growRows(rule, occupied, job);
        const PoissonLattice lattice(randomBits(rule.key, "lattice"), rule.radius);
        const double window = lattice.cell() * kWindow;
        const int across = static_cast<int>(m_set.layout.extent.x / window) + 1;
        const int down = static_cast<int>(m_set.layout.extent.y / window) + 1;
        std::vector<std::shared_ptr<const std::vector<Grown>>> parts(static_cast<size_t>(across) *
                                                                     static_cast<size_t>(down));
        parallelFor(job.threads, static_cast<int>(parts.size()), [&](int i) {
            const double west = i % across * window, north = i / across * window;
            if (job.stopped() || !concerns(rule, west, north, window)) return;
            parts[static_cast<size_t>(i)] = memoised(job, "grown", keyOf(rule, occupied, west, north, window), [&] {
                std::vector<Grown> grown;
                PoissonLattice::Window points(lattice, i % across * kWindow, i / across * kWindow, kWindow);
                growWindow(rule, occupied, points, i % across * kWindow, i / across * kWindow, grown);
                return grown;
            });
        });
        std::vector<Grown> all;
        for (const auto& part : parts) {
            if (part) all.insert(all.end(), part->begin(), part->end());
        }
        return all;
    }

  private:
    uint64_t keyOf(const ScatterRule& rule, const Occupied& occupied, double west, double north, double size) const {
        if (m_blocks == nullptr) return 0;
        const double margin = Occupied::kShare * (rule.crown * rule.scatter->maxScale + m_widest) + 0.01;
        return combine(m_blocks->around(rule, west, north, size), occupied.hashAround(west, north, size, margin));
    }

    // Does the rule's ground show in this square at all? A look at whole blocks of cells.
    bool concerns(const ScatterRule& rule, double west, double north, double size) const {
        const int kind = kindOf(rule.region);
        const double block = kBlock * m_set.ground.spacing;
        const int x1 = std::min(static_cast<int>((west + size) / block), m_kinds.width() - 1);
        const int y1 = std::min(static_cast<int>((north + size) / block), m_kinds.height() - 1);
        for (int y = static_cast<int>(north / block); y <= y1; ++y) {
            for (int x = static_cast<int>(west / block); x <= x1; ++x) {
                if ((m_kinds(x, y) >> kind & 1) != 0) return true;
            }
        }
        return false;
    }

    // Regions of one name are of one kind; what grows nothing of its own (a drawn meadow, a road) is of kind 0 like the
    // open ground, so that the biome's rules hold, as far as its surface suits them.
    int kindAt(int x, int y) const {
        const int region = regionAt(x, y);
        return region < 0 ? 0 : m_kindOfRegion[static_cast<size_t>(region)];
    }
    int kindOf(const std::string& name) const {
        const auto known = m_kindOfName.find(name);
        return known == m_kindOfName.end() ? 0 : known->second;
    }

    void sortRegions() {
        for (const layout::Region& region : m_set.layout.regions) {
            const catalogue::Entry* entry = m_set.catalogue.find(region.id);
            int kind = 0;
            if (entry != nullptr && !entry->scatter.empty()) {
                const int next = std::min(static_cast<int>(m_kindOfName.size()) + 1, 63);
                kind = m_kindOfName.try_emplace(growthName(region, m_set.catalogue), next).first->second;
            }
            m_kindOfRegion.push_back(kind);
        }
        const int width = m_set.ground.width(), depth = m_set.ground.depth();
        m_kinds = Grid<uint64_t>((width + kBlock - 1) / kBlock, (depth + kBlock - 1) / kBlock);
        for (int y = 0; y < depth; ++y) {
            for (int x = 0; x < width; ++x) m_kinds(x / kBlock, y / kBlock) |= uint64_t{1} << kindAt(x, y);
        }
    }

    int regionAt(int x, int y) const {  // -1: nothing drawn
        const uint16_t top = m_regions.top(x, y);
        if (top != 0 || m_regions.fringe.empty()) return top - 1;
        return m_regions.fringe(x, y) - 1;
    }

    // Inside the drawn outline itself, not only inside its cells.
    bool insideOutline(int region, int x, int y, Point p) const {
        const Grid<uint16_t>& top = m_regions.top;
        const uint16_t here = top(x, y);
        if (region < 0 || here == 0) return true;  // in the open, or on a fringe
        if (top.clamped(x - 1, y) == here && top.clamped(x + 1, y) == here && top.clamped(x, y - 1) == here &&
            top.clamped(x, y + 1) == here) {
            return true;
        }
        return contains(m_set.layout.regions[static_cast<size_t>(region)].shape, p);
    }

    void growWindow(const ScatterRule& rule, const Occupied& occupied, PoissonLattice::Window& points, int column,
                    int row, std::vector<Grown>& out) const {
        const int kind = kindOf(rule.region);
        for (int r = row; r < row + kWindow; ++r) {
            for (int c = column; c < column + kWindow; ++c) {
                const PoissonPoint& point = points.candidate(c, r);
                const Point p(point.x, point.y);
                if (p.x >= m_set.layout.extent.x || p.y >= m_set.layout.extent.y) continue;
                const uint64_t id = randomBits(rule.key, "point", static_cast<uint32_t>(c), static_cast<uint32_t>(r));
                const double luck = toUnit(mix(id));
                if (luck >= rule.chance * (1 + rule.peak * rule.scatter->clusters)) continue;
                const auto [x, y] = cellOf(p);
                if (kindAt(x, y) != kind || luck >= rule.chance * crowding(rule, p)) continue;
                if (!fits(rule, x, y, p) || !points.kept(c, r)) continue;
                settle(rule, occupied, id, p, 360 * toUnit(mix(id ^ 0x7a3ULL)), choiceAt(rule, id, p), out);
            }
        }
    }

    // What people sow stands in rows along the field's long side.
    std::vector<Grown> growRows(const ScatterRule& rule, const Occupied& occupied, const Job& job) const {
        std::vector<Grown> all;
        for (size_t index = 0; index < m_set.layout.regions.size(); ++index) {
            const layout::Region& region = m_set.layout.regions[index];
            if (m_kindOfRegion[index] != kindOf(rule.region) || region.shape.outer.size() < 3 || job.stopped())
                continue;
            const OrientedBox box = minimumBox(region.shape.outer);
            if (!std::isfinite(box.length + box.width + box.centre.x + box.centre.y)) continue;
            const double half = std::min((box.length + box.width) / 2, 2e4);
            const uint64_t around = keyOf(rule, occupied, box.centre.x - half, box.centre.y - half, 2 * half);
            const uint64_t key = m_blocks != nullptr ? combine(around, layout::hashOf(region)) : 0;
            const auto sown = memoised(job, "sown", key, [&] { return growField(rule, occupied, index, box, job); });
            all.insert(all.end(), sown->begin(), sown->end());
        }
        return all;
    }

    std::vector<Grown> growField(const ScatterRule& rule, const Occupied& occupied, size_t index,
                                 const OrientedBox& box, const Job& job) const {
        const double perSquareMetre = rule.chance * PoissonLattice::kDensity / (rule.radius * rule.radius);
        const double along = kRowShare / std::sqrt(perSquareMetre), apart = 1 / (perSquareMetre * along);
        const double length = std::min(box.length, 2e4), width = std::min(box.width, 2e4);
        const int rows = static_cast<int>(width / 2 / apart), places = static_cast<int>(length / 2 / along);
        const auto stroke = static_cast<uint64_t>(m_set.layout.regions[index].stroke);
        const uint64_t field = combine(stroke, hashOf(box.centre));
        const auto sown = static_cast<int>(mix(field ^ rule.key) % rule.assets.size());  // one kind a field
        std::vector<std::vector<Grown>> parts(static_cast<size_t>(2 * rows + 1));
        parallelFor(
            job.threads, 2 * rows + 1,
            [&](int i) {
                for (int j = -places; j <= places && !job.stopped(); ++j) {
                    const uint64_t id =
                        randomBits(rule.key, "row", field, static_cast<uint64_t>(i - rows), static_cast<uint64_t>(j));
                    const double shift = along * 0.25 * (toUnit(mix(id)) - 0.5);
                    const Point across(-box.axis.y, box.axis.x);
                    const Point p = box.centre + box.axis * (j * along + shift) + across * ((i - rows) * apart);
                    if (!(p.x >= 0 && p.y >= 0 && p.x < m_set.layout.extent.x && p.y < m_set.layout.extent.y)) continue;
                    const auto [x, y] = cellOf(p);
                    if (m_regions.top(x, y) != index + 1 || !fits(rule, x, y, p)) continue;
                    const double yaw = yawToward(box.axis) - 90 + ((id & 1) != 0 ? 180 : 0);  // x along the row
                    settle(rule, occupied, id, p, yaw, sown, parts[static_cast<size_t>(i)]);
                }
            },
            4);
        std::vector<Grown> all;
        for (auto& part : parts) all.insert(all.end(), part.begin(), part.end());
        return all;
    }

    // To the centimetre: one stroke may hold several fields.
    static uint64_t hashOf(Point p) {
        return combine(static_cast<uint64_t>(std::llround(p.x * 100)), static_cast<uint64_t>(std::llround(p.y * 100)));
    }

    std::pair<int, int> cellOf(Point p) const {
        const terrain::Ground& ground = m_set.ground;
        return {std::clamp(static_cast<int>(p.x / ground.spacing), 0, ground.width() - 1),
                std::clamp(static_cast<int>(p.y / ground.spacing), 0, ground.depth() - 1)};
    }

    // Lets it grow where it is inside its outline and stands on nothing else.
    void settle(const ScatterRule& rule, const Occupied& occupied, uint64_t id, Point p, double yaw, int choice,
                std::vector<Grown>& out) const {
        const auto [x, y] = cellOf(p);
        const int region = regionAt(x, y);
        if (!insideOutline(region, x, y, p)) return;
        const double scale = scaleOf(rule, id);
        if (!m_clearance.free(p, rule.scatter->fromBuilding, rule.crown * scale)) return;
        if (!occupied.free(p, rule.crown * scale)) return;
        out.push_back(grown(rule, id, p, scale, yaw, region));
        out.back().choice = choice;
    }

    // How much denser or thinner than even it grows here; 1 on average.
    double crowding(const ScatterRule& rule, Point p) const {
        const double clusters = rule.scatter->clusters;
        if (clusters <= 0) return 1;
        const double size = std::max(rule.scatter->clusterSize, 1.0);
        const uint64_t key = randomBits(rule.key, "clusters");
        double u = p.x / size, v = p.y / size;
        if (rule.drifts) {  // stretched along a direction of the rule's own, and bent
            const double bend = 0.6 * gradientNoise(key ^ 0xbe2dULL, u * 0.4, v * 0.4);
            const double s = u * rule.along.x + v * rule.along.y, t = v * rule.along.x - u * rule.along.y;
            u = 0.62 * s, v = 1.6 * (t + bend);
        }
        const double noise = gradientNoise(key, u, v);
        // The means of both smooth steps over the noise, measured, bring the mean of the whole to 1.
        const double from = rule.drifts ? 0.31 : -0.05, width = rule.drifts ? 0.15 : 0.4;
        const double mean = rule.drifts ? 1 / 8.0 : 0.338;
        const double t = std::clamp((noise - from) / width, 0.0, 1.0);
        return 1 - clusters + clusters * t * t * (3 - 2 * t) / mean;
    }

    bool fits(const ScatterRule& rule, int x, int y, Point p) const {
        const terrain::Ground& ground = m_set.ground;
        if (rule.grows[ground.surface(x, y)] == 0 || ground.water(x, y) != 0) return false;
        const float shore = ground.shore.empty() ? 1e9f : ground.shore(x, y);
        if (shore < rule.fromWater || shore > std::max(rule.scatter->toWater, rule.fromWater + 1)) return false;
        if (!ground.roadEdge.empty() && ground.roadEdge(x, y) < std::max(rule.scatter->fromRoad, 0.3)) return false;
        const double rise = m_set.mesh.steepnessAt(p);
        if (rise < rule.minRise || rise > rule.maxRise) return false;
        return fitsEdge(rule, x, y, p) && (rule.risesTo <= 0 || risesClose(p, rule.risesTo));
    }

    bool fitsEdge(const ScatterRule& rule, int x, int y, Point p) const {
        if (m_regions.edge.empty()) return true;
        const catalogue::Scatter& s = *rule.scatter;
        const double edge = m_regions.edge(x, y);
        if (edge < s.fromEdge || edge > s.toEdge) return false;
        const double share = std::max(s.clearings, s.inClearings);
        if (share <= 0) return true;
        const double noise = gradientNoise(rule.clearings, p.x / kClearing, p.y / kClearing);
        const bool open = edge > kRim && noise > kOpenAt - 1.35 * share;
        return open == (s.inClearings > 0);
    }
    static constexpr double kOpenAt = 0.55;  // measured: a share of 0.1 opens a tenth, 0.2 a fifth

    // Does steep ground stand over this point, a few metres up the slope?
    bool risesClose(Point p, double rise) const {
        const auto height = [&](double dx, double dy) { return m_set.ground.heightAt(p + Point(dx, dy)); };
        const double step = kUphill * 0.5;
        const Point up(height(step, 0) - height(-step, 0), height(0, step) - height(0, -step));
        const double length = std::sqrt(up.x * up.x + up.y * up.y);
        if (!(length > 1e-6)) return false;
        const Point foot = p + up * (kUphill / length);
        return m_set.ground.heightAt(foot) - m_set.ground.heightAt(p + (foot - p) * 0.5) > rise * kUphill * 0.5;
    }

    // Kinds keep together: round every point of a coarse jittered lattice one of them leads, the more so the more the
    // rule clusters; the rest is mixed.
    int choiceAt(const ScatterRule& rule, uint64_t id, Point p) const {
        const uint64_t any = mix(id ^ 0xa55e7ULL);
        const double mixed = 0.5 - 0.42 * rule.scatter->clusters;
        if (toUnit(mix(any)) < mixed) return static_cast<int>(any % rule.assets.size());
        const double size = kStand * (rule.drifts ? 0.4 : 1.0);
        const int cx = static_cast<int>(std::floor(p.x / size)), cy = static_cast<int>(std::floor(p.y / size));
        uint64_t leading = 0;
        double nearest = 1e18;
        for (int y = cy - 1; y <= cy + 1; ++y) {
            for (int x = cx - 1; x <= cx + 1; ++x) {
                const uint64_t bits = randomBits(rule.key, "stand", static_cast<uint32_t>(x), static_cast<uint32_t>(y));
                const Point d = Point(x + toUnit(bits), y + toUnit(mix(bits))) * size - p;
                const double away = d.x * d.x + d.y * d.y;
                if (away < nearest) nearest = away, leading = mix(bits ^ 0x1eadULL);
            }
        }
        return static_cast<int>(leading % rule.assets.size());
    }

    // Many small, few large.
    static double scaleOf(const ScatterRule& rule, uint64_t id) {
        const double even = toUnit(mix(id ^ 0x5ca1eULL)), t = even * (0.45 + 0.55 * even);
        return rule.scatter->minScale + (rule.scatter->maxScale - rule.scatter->minScale) * t;
    }

    Grown grown(const ScatterRule& rule, uint64_t id, Point p, double scale, double yaw, int region) const {
        Grown result;
        result.instance.id = id;
        if (region >= 0 && !rule.region.empty())
            result.instance.stroke = m_set.layout.regions[static_cast<size_t>(region)].stroke;
        result.instance.position = {static_cast<float>(p.x),
                                    static_cast<float>(rootedHeight(m_set, p, rule.crown * scale)),
                                    static_cast<float>(p.y)};
        result.instance.yaw = static_cast<float>(yaw);
        result.instance.scale = static_cast<float>(scale);
        result.crown = static_cast<float>(rule.crown * scale);
        return result;
    }

    const Setting& m_set;
    const Clearance& m_clearance;
    const RegionMap& m_regions;
    const ScatterBlocks* m_blocks;
    double m_widest;  // metres, the widest crown that any rule grows
    std::vector<int> m_kindOfRegion;
    std::map<std::string, int> m_kindOfName;  // regions that grow something of their own
    Grid<uint64_t> m_kinds;                   // per block of cells: a bit per kind that shows there
};

}  // namespace

double scatterReach(const catalogue::Catalogue& catalogue) {
    double reach = 2, crown = 1;
    const auto look = [&](const std::vector<catalogue::Scatter>& scatters) {
        for (const catalogue::Scatter& scatter : scatters) {
            reach = std::max(reach, scatter.fromBuilding);
            if (const auto* object = catalogue.find(scatter.object)) {
                crown = std::max(crown, 0.25 * (object->size.width + object->size.depth) * scatter.maxScale);
            }
        }
    };
    for (const auto& entry : catalogue.entries()) look(entry.scatter);
    for (const auto& biome : catalogue.biomes()) look(biome.scatter);
    return std::min(std::max(reach, crown), 30.0);
}

std::vector<Copy> scatter(const Setting& setting, const Clearance& clearance, AssetShelf& shelf,
                          Diagnostics& diagnostics, const Job& job) {
    const std::vector<ScatterRule> rules = scatterRules(setting, shelf);
    const bool edged = std::any_of(rules.begin(), rules.end(), [](const ScatterRule& rule) {
        const catalogue::Scatter& s = *rule.scatter;
        return s.fromEdge > 0 || s.toEdge < 1e8 || s.clearings > 0 || s.inClearings > 0;
    });
    ContentHash read;
    read.add(layout::hashOfAll(setting.layout.regions));
    read.add(static_cast<uint64_t>(setting.ground.width()) << 32 | static_cast<uint32_t>(setting.ground.depth()));
    read.add(&setting.ground.spacing, sizeof(double));
    read.add(static_cast<uint64_t>(edged));
    const auto regions = memoised(job, "region map", read.value(), [&] {
        RegionMap map = regionMap(setting.layout, setting.ground, setting.catalogue, job);
        if (edged) map.edge = edgesOf(map, setting.layout, setting.ground.spacing, job.threads);
        return map;
    });
    if (job.stopped()) return {};
    double widest = 0;
    for (const ScatterRule& rule : rules) widest = std::max(widest, rule.crown * rule.scatter->maxScale);
    std::optional<ScatterBlocks> blocks;
    if (job.memo != nullptr) blocks.emplace(setting, clearance, *regions, rules, job);
    const Grower grower(setting, clearance, *regions, blocks ? &*blocks : nullptr, widest);
    Occupied occupied(setting.layout.extent);
    const UprootedThings uprooted(setting.layout.uprooted);
    const HeldThings held(setting);
    std::vector<Copy> copies;
    for (const ScatterRule& rule : rules) {
        if (job.stopped()) break;
        for (const Grown& grown : grower.grow(rule, occupied, job)) {
            if (grown.crown >= Occupied::kLeastCrown)
                occupied.add({grown.instance.position.x, grown.instance.position.z}, grown.crown);
            // Its room stays taken: where a tree was felled, nothing else springs up.
            if (uprooted.takes(rule.scatter->object, grown.instance)) continue;
            if (held.any() && held.keepsOut(rule, grown.instance, static_cast<double>(grown.crown))) continue;
            copies.push_back({rule.assets[static_cast<size_t>(grown.choice)], grown.instance});
        }
    }
    for (const layout::Held& one : setting.layout.held) {
        if (one.what().plan) continue;
        if (auto copy = heldCopy(setting, shelf, one, diagnostics)) copies.push_back(std::move(*copy));
    }
    return copies;
}

}  // namespace sketchwalk::scene
