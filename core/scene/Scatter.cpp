#include "core/scene/Scatter.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/Hash.h"
#include "core/base/Noise.h"
#include "core/base/Parallel.h"
#include "core/scene/PoissonLattice.h"
#include "core/scene/ScatterRules.h"

namespace sketchwalk::scene {
namespace {

constexpr int kWindow = 32;          // lattice cells a side that are worked on together
constexpr int kBlock = 16;           // cells a side
constexpr double kShare = 0.5;       // trunks stand at least this share of the sum of their crowns apart
constexpr double kRowShare = 0.8;    // places in a row stand this much closer than an even spread would
constexpr double kLeastCrown = 0.7;  // metres: smaller things keep no distance to each other across rules

struct Grown {
    Instance instance;
    int asset = 0;
    float crown = 0;
};

// What grew by the rules before, by place.
class Occupied {
  public:
    explicit Occupied(Point extent)
        : m_bucketSize(std::max(4.0, std::max(extent.x, extent.y) / 512)),
          m_heads(static_cast<int>(extent.x / m_bucketSize) + 1, static_cast<int>(extent.y / m_bucketSize) + 1, -1) {}

    void add(Point p, double crown) {
        m_widest = std::max(m_widest, crown);
        int& head = m_heads(column(p.x), row(p.y));
        m_items.push_back({p, crown, head});
        head = static_cast<int>(m_items.size()) - 1;
    }

    bool free(Point p, double crown) const {
        const double reach = kShare * (crown + m_widest);
        for (int r = row(p.y - reach); r <= row(p.y + reach); ++r) {
            for (int c = column(p.x - reach); c <= column(p.x + reach); ++c) {
                for (int i = m_heads(c, r); i >= 0; i = m_items[static_cast<size_t>(i)].next) {
                    const Item& item = m_items[static_cast<size_t>(i)];
                    const Point d = item.at - p;
                    const double apart = kShare * (crown + item.crown);
                    if (d.x * d.x + d.y * d.y < apart * apart) return false;
                }
            }
        }
        return true;
    }

  private:
    struct Item {
        Point at;
        double crown;
        int next;
    };
    int column(double x) const { return std::clamp(static_cast<int>(x / m_bucketSize), 0, m_heads.width() - 1); }
    int row(double y) const { return std::clamp(static_cast<int>(y / m_bucketSize), 0, m_heads.height() - 1); }
    double m_bucketSize;
    double m_widest = 0;
    Grid<int> m_heads;
    std::vector<Item> m_items;
};

class Grower {
  public:
    Grower(const Setting& setting, const Clearance& clearance, const RegionMap& regions)
        : m_set(setting), m_clearance(clearance), m_regions(regions) {
        sortRegions();
    }

    // All that one rule grows, given what the rules before it grew.
    std::vector<Grown> grow(const ScatterRule& rule, const Occupied& occupied, const Job& job) const {
        if (rule.rows) return growRows(rule, occupied, job);
        const PoissonLattice lattice(randomBits(rule.key, "lattice"), rule.radius);
        const double window = lattice.cell() * kWindow;
        const int across = static_cast<int>(m_set.layout.extent.x / window) + 1;
        const int down = static_cast<int>(m_set.layout.extent.y / window) + 1;
        std::vector<std::vector<Grown>> parts(static_cast<size_t>(across) * static_cast<size_t>(down));
        parallelFor(job.threads, static_cast<int>(parts.size()), [&](int i) {
            if (job.stopped() || !concerns(rule, i % across * window, i / across * window, window)) return;
            PoissonLattice::Window points(lattice, i % across * kWindow, i / across * kWindow, kWindow);
            growWindow(rule, occupied, points, i % across * kWindow, i / across * kWindow,
                       parts[static_cast<size_t>(i)]);
        });
        std::vector<Grown> all;
        for (auto& part : parts) all.insert(all.end(), part.begin(), part.end());
        return all;
    }

  private:
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

    // Regions of one id are of one kind; what grows nothing of its own (a drawn meadow, a road) is of kind 0 like the
    // open ground, so that the biome's rules hold, as far as its surface suits them.
    int kindAt(int x, int y) const {
        const int region = regionAt(x, y);
        return region < 0 ? 0 : m_kindOfRegion[static_cast<size_t>(region)];
    }
    int kindOf(const std::string& id) const {
        const auto known = m_kindOfId.find(id);
        return known == m_kindOfId.end() ? 0 : known->second;
    }

    void sortRegions() {
        for (const layout::Region& region : m_set.layout.regions) {
            const catalogue::Entry* entry = m_set.catalogue.find(region.id);
            int kind = 0;
            if (entry != nullptr && !entry->scatter.empty()) {
                const int next = std::min(static_cast<int>(m_kindOfId.size()) + 1, 63);
                kind = m_kindOfId.try_emplace(region.id, next).first->second;
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
                if (luck >= rule.chance * (1 + 2 * rule.scatter->clusters)) continue;
                const auto [x, y] = cellOf(p);
                if (kindAt(x, y) != kind || luck >= rule.chance * crowding(rule, p)) continue;
                if (!fits(rule, x, y, p) || !points.kept(c, r)) continue;
                settle(rule, occupied, id, p, 360 * toUnit(mix(id ^ 0x7a3ULL)), out);
            }
        }
    }

    // What people sow stands in rows along the field's long side.
    std::vector<Grown> growRows(const ScatterRule& rule, const Occupied& occupied, const Job& job) const {
        std::vector<Grown> all;
        const double perSquareMetre = rule.chance * PoissonLattice::kDensity / (rule.radius * rule.radius);
        const double along = kRowShare / std::sqrt(perSquareMetre), apart = 1 / (perSquareMetre * along);
        for (size_t index = 0; index < m_set.layout.regions.size(); ++index) {
            const layout::Region& region = m_set.layout.regions[index];
            if (region.id != rule.region || region.shape.outer.size() < 3 || job.stopped()) continue;
            const OrientedBox box = minimumBox(region.shape.outer);
            if (!std::isfinite(box.length + box.width + box.centre.x + box.centre.y)) continue;
            const double length = std::min(box.length, 2e4), width = std::min(box.width, 2e4);
            const int rows = static_cast<int>(width / 2 / apart), places = static_cast<int>(length / 2 / along);
            const uint64_t field = combine(static_cast<uint64_t>(region.stroke), hashOf(box.centre));
            std::vector<std::vector<Grown>> parts(static_cast<size_t>(2 * rows + 1));
            parallelFor(
                job.threads, 2 * rows + 1,
                [&](int i) {
                    for (int j = -places; j <= places && !job.stopped(); ++j) {
                        const uint64_t id = randomBits(rule.key, "row", field, static_cast<uint64_t>(i - rows),
                                                       static_cast<uint64_t>(j));
                        const double shift = along * 0.25 * (toUnit(mix(id)) - 0.5);
                        const Point across(-box.axis.y, box.axis.x);
                        const Point p = box.centre + box.axis * (j * along + shift) + across * ((i - rows) * apart);
                        if (!(p.x >= 0 && p.y >= 0 && p.x < m_set.layout.extent.x && p.y < m_set.layout.extent.y))
                            continue;
                        const auto [x, y] = cellOf(p);
                        if (m_regions.top(x, y) != index + 1 || !fits(rule, x, y, p)) continue;
                        const double yaw = yawToward(box.axis) + ((id & 1) != 0 ? 180 : 0);
                        settle(rule, occupied, id, p, yaw, parts[static_cast<size_t>(i)]);
                    }
                },
                4);
            for (auto& part : parts) all.insert(all.end(), part.begin(), part.end());
        }
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
    void settle(const ScatterRule& rule, const Occupied& occupied, uint64_t id, Point p, double yaw,
                std::vector<Grown>& out) const {
        const auto [x, y] = cellOf(p);
        const int region = regionAt(x, y);
        if (!insideOutline(region, x, y, p)) return;
        const double scale = scaleOf(rule, id);
        if (!m_clearance.free(p, rule.scatter->fromBuilding, rule.crown * scale)) return;
        if (!occupied.free(p, rule.crown * scale)) return;
        out.push_back(grown(rule, id, p, scale, yaw, region));
    }

    // How much denser or thinner than even it grows here; 1 on average.
    double crowding(const ScatterRule& rule, Point p) const {
        const double clusters = rule.scatter->clusters;
        if (clusters <= 0) return 1;
        const double size = std::max(rule.scatter->clusterSize, 1.0);
        const double noise = gradientNoise(randomBits(rule.key, "clusters"), p.x / size, p.y / size);
        const double t = std::clamp((noise + 0.05) / 0.4, 0.0, 1.0);
        return 1 - clusters + clusters * 3 * t * t * (3 - 2 * t) * kClusterMean;
    }
    static constexpr double kClusterMean = 0.987;  // brings the mean of the term above to 1

    bool fits(const ScatterRule& rule, int x, int y, Point p) const {
        const terrain::Ground& ground = m_set.ground;
        if (rule.grows[ground.surface(x, y)] == 0 || ground.water(x, y) != 0) return false;
        const float shore = ground.shore.empty() ? 1e9f : ground.shore(x, y);
        if (shore < rule.fromWater || shore > std::max(rule.scatter->toWater, rule.fromWater + 1)) return false;
        if (!ground.roadEdge.empty() && ground.roadEdge(x, y) < std::max(rule.scatter->fromRoad, 0.3)) return false;
        const double rise = m_set.mesh.steepnessAt(p);
        return rise >= rule.minRise && rise <= rule.maxRise;
    }

    static double scaleOf(const ScatterRule& rule, uint64_t id) {
        const double t = toUnit(mix(id ^ 0x5ca1eULL));
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
        result.asset = rule.assets[mix(id ^ 0xa55e7ULL) % rule.assets.size()];
        result.crown = static_cast<float>(rule.crown * scale);
        return result;
    }

    const Setting& m_set;
    const Clearance& m_clearance;
    const RegionMap& m_regions;
    std::vector<int> m_kindOfRegion;
    std::map<std::string, int> m_kindOfId;  // regions that grow something of their own
    Grid<uint64_t> m_kinds;                 // per block of cells: a bit per kind that shows there
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

std::vector<Copy> scatter(const Setting& setting, const Clearance& clearance, AssetShelf& shelf, const Job& job) {
    const RegionMap regions = regionMap(setting.layout, setting.ground, setting.catalogue, job);
    const std::vector<ScatterRule> rules = scatterRules(setting, shelf);
    const Grower grower(setting, clearance, regions);
    Occupied occupied(setting.layout.extent);
    std::vector<Copy> copies;
    for (const ScatterRule& rule : rules) {
        if (job.stopped()) break;
        for (const Grown& grown : grower.grow(rule, occupied, job)) {
            if (grown.crown >= kLeastCrown)
                occupied.add({grown.instance.position.x, grown.instance.position.z}, grown.crown);
            copies.push_back({grown.asset, grown.instance});
        }
    }
    return copies;
}

}  // namespace sketchwalk::scene
