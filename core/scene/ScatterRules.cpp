#include "core/scene/ScatterRules.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "core/base/Hash.h"
#include "core/base/Raster.h"
#include "core/base/Trig.h"
#include "core/scene/PoissonLattice.h"

namespace sketchwalk::scene {
namespace {

constexpr double kFringe = 8;        // metres around a drawn swamp in which its plants grow
constexpr double kFullDetail = 200;  // hectares up to which no rule is thinned
constexpr double kSmall = 1.3;       // metres: lower things are thinned first, because from afar nobody misses them
constexpr double kTall = 5;          // metres: higher plants are trees of some kind to whoever drew "trees"
constexpr double kDrifts = 0.8;      // rules at least this clustered grow in drifts
constexpr double kDriftPeak = 7;     // fits Grower::crowding
constexpr double kLoosest = 0.62;    // share of the distance of an even spread that a sparse rule keeps
constexpr int kChoices = 160;        // draws from a recipe's variants: enough to meet each of them

// Regions whose very meaning is what grows in them, so that drawing single trees elsewhere takes nothing from them; of
// a field that is what was sown, not the hedge around it.
bool isMadeOf(std::string_view region, std::string_view object) {
    if (region == "field") return object == "crops";
    return region == "forest" || region == "jungle" || region == "garden";
}

// What was drawn one by one is complete, and with it what a person would call by the same word.
bool isComplete(const Setting& setting, const catalogue::Entry& object) {
    const auto& complete = setting.layout.complete;
    if (complete.contains(object.id)) return true;
    const auto isTree = [](const catalogue::Entry& e) { return e.family == "plant" && e.size.height >= kTall; };
    for (const std::string& id : complete) {
        const catalogue::Entry* drawn = setting.catalogue.find(id);
        if (drawn == nullptr) continue;
        if (isTree(*drawn) && isTree(object)) return true;
        if (drawn->family == "stone" && object.family == "stone") return true;
    }
    return false;
}

double detailFor(Point extent, const catalogue::Entry& object) {
    const double hectares = extent.x * extent.y * 1e-4;
    const double share = std::min(1.0, kFullDetail / hectares);
    return object.size.height < kSmall ? share * share : share;
}

double tangent(double degrees) {
    const double radians = exact::radians(std::clamp(degrees, 0.0, 89.0));
    return exact::sin(radians) / exact::cos(radians);
}

std::vector<uint8_t> growsOn(const catalogue::Scatter& scatter, const terrain::Ground& ground,
                             const catalogue::Catalogue& catalogue) {
    std::vector<uint8_t> grows(ground.surfaces.size(), 0);
    for (size_t i = 0; i < grows.size(); ++i) {
        const std::string& name = ground.surfaces[i];
        if (scatter.surfaces.empty()) {
            const catalogue::Entry* entry = catalogue.find(name);
            const bool wet = entry != nullptr && entry->kind == catalogue::Kind::water;
            grows[i] = !wet && name != "road" && name != "path" && name != "paving";
        } else {
            grows[i] = std::find(scatter.surfaces.begin(), scatter.surfaces.end(), name) != scatter.surfaces.end();
        }
    }
    return grows;
}

class RuleMaker {
  public:
    RuleMaker(const Setting& setting, AssetShelf& shelf) : m_set(setting), m_shelf(shelf) {}

    std::vector<ScatterRule> make() {
        std::map<std::string, Place> drawn;
        for (const layout::Region& region : m_set.layout.regions) {
            if (const catalogue::Entry* entry = m_set.catalogue.find(region.id))
                drawn.try_emplace(growthName(region, m_set.catalogue), placeOf(entry, region.qualities));
        }
        for (const auto& [name, place] : drawn) addAll(place.entry->scatter, name, place);
        const Place base = placeOf(m_set.catalogue.find(m_set.layout.base), m_set.layout.baseQualities);
        addAll(m_set.biome.scatter, "", {nullptr, base.qualities});
        // Where the open ground itself is a jungle or a bog, what grows in such a region grows there too.
        if (base.entry != nullptr) addAll(base.entry->scatter, "", base);
        std::stable_sort(m_rules.begin(), m_rules.end(), [](const ScatterRule& a, const ScatterRule& b) {
            return std::pair(a.region.empty(), -a.crown) < std::pair(b.region.empty(), -b.crown);
        });
        return std::move(m_rules);
    }

  private:
    // What rules belong to, and what was said of what grows there.
    struct Place {
        const catalogue::Entry* entry = nullptr;  // a region's or the open ground's; null: the biome's
        std::vector<std::string> qualities;
    };
    Place placeOf(const catalogue::Entry* entry, const std::vector<std::string>& said) const {
        if (entry == nullptr) return {};
        return {entry, growthQualities(*entry, said, m_set.catalogue)};
    }

    // What the biome grows is what was said of its ground where it grows on no other: "a pine forest" as a map's base.
    std::vector<std::string> saidOf(const catalogue::Scatter& scatter, const Place& place) const {
        const bool onBase = scatter.surfaces.size() == 1 && scatter.surfaces.front() == m_set.layout.base;
        return place.entry != nullptr || onBase ? place.qualities : std::vector<std::string>{};
    }

    // `region`: growthName; empty for the biome's rules and the open ground's.
    void addAll(const std::vector<catalogue::Scatter>& scatters, const std::string& region, const Place& place) {
        std::map<std::string, uint64_t> seen;  // the same object twice in one list: two lattices
        for (const catalogue::Scatter& scatter : scatters) {
            const std::vector<std::string> said = saidOf(scatter, place);
            const catalogue::Entry* object = m_set.catalogue.turned(scatter.object, said);
            const auto swap = m_set.biome.swaps.find(scatter.object);
            const bool asSaid = object != nullptr && object->id != scatter.object;
            if (!asSaid && place.entry != nullptr && swap != m_set.biome.swaps.end())
                object = m_set.catalogue.find(swap->second);
            const uint64_t turn = seen[scatter.object]++;
            if (object == nullptr || !(scatter.perHectare * growthOf(*object) > 0)) continue;
            const std::string_view within = region.empty() ? std::string_view() : place.entry->id;
            if (!isMadeOf(within, object->id) && isComplete(m_set, *object)) continue;
            add(scatter, *object, region, place, turn, said);
        }
    }

    void add(const catalogue::Scatter& scatter, const catalogue::Entry& object, const std::string& region,
             const Place& place, uint64_t turn, const std::vector<std::string>& said) {
        const std::string base = region.empty() && place.entry != nullptr ? place.entry->id : "";
        ScatterRule rule;
        rule.scatter = &scatter;
        rule.object = &object;
        rule.region = region;
        const std::string where = !base.empty() ? "base " + base : region.empty() ? "biome " + m_set.biome.id : region;
        rule.key = randomBits(m_set.layout.seed, "scatter", hashText(where), hashText(scatter.object), turn);
        double perSquareMetre = scatter.perHectare * growthOf(object) * 1e-4 * detailFor(m_set.layout.extent, object);
        for (const std::string& quality : said) {
            if (!region.empty() && object.size.height >= kSmall) perSquareMetre *= m_set.catalogue.growthWhere(quality);
        }
        rule.drifts = scatter.clusters >= kDrifts;
        rule.along = directionOf(360 * toUnit(mix(rule.key)));
        rule.peak = rule.drifts ? kDriftPeak : 2;
        const double densest = perSquareMetre * (1 + rule.peak * std::clamp(scatter.clusters, 0.0, 1.0));
        rule.radius = std::max({scatter.spacing, 0.3, kLoosest / std::sqrt(densest)});
        rule.chance = perSquareMetre * rule.radius * rule.radius / PoissonLattice::kDensity;
        rule.rows = !region.empty() && place.entry->id == "field" && object.id == "crops";
        rule.crown = 0.25 * (object.size.width + object.size.depth);
        rule.minRise = scatter.minSlope > 0 ? tangent(scatter.minSlope) : -1;
        rule.maxRise = tangent(scatter.maxSlope);
        rule.risesTo = scatter.belowSlope > 0 ? tangent(scatter.belowSlope) : 0;
        rule.clearings = randomBits(m_set.layout.seed, "clearings", hashText(where));
        // Readers look at the surface through cells as coarse as 1/256 of the map: keep trunks clear of cells seen as
        // water.
        const double coarse = std::max(m_set.layout.extent.x, m_set.layout.extent.y) / 256;
        rule.fromWater = std::max(scatter.fromWater, std::min(0.75 * coarse + m_set.ground.spacing, 5.0));
        rule.grows = growsOn(scatter, m_set.ground, m_set.catalogue);
        if (std::find(rule.grows.begin(), rule.grows.end(), 1) == rule.grows.end()) return;
        for (size_t i = 0; i < rule.grows.size() && !base.empty(); ++i) {
            if (m_set.ground.surfaces[i] != base) rule.grows[i] = 0;
        }
        rule.assets = chooseAssets(scatter, object, said);
        if (!rule.assets.empty()) m_rules.push_back(std::move(rule));
    }

    // All that the recipes offer, or the rule's share of it: every rule of a map that takes few takes the same ones, so
    // that meshes are shared.
    std::vector<int> chooseAssets(const catalogue::Scatter& scatter, const catalogue::Entry& object,
                                  const std::vector<std::string>& said) {
        std::vector<std::string> qualities = scatter.qualities;
        for (const std::string& quality : said) {
            if (m_set.catalogue.plantsKnow(quality)) qualities.push_back(quality);
        }
        std::map<std::pair<uint64_t, std::string>, AssetWish> offered;
        for (uint64_t i = 0; i < kChoices; ++i) {
            const uint64_t random = randomBits(m_set.layout.seed, "choice", hashText(object.id), i);
            AssetWish wish = grownWish(m_set, m_shelf, object, random, qualities);
            const uint64_t turn = turnOf(wish);
            std::string id = wish.id;
            if (!wish.recipe.empty()) offered.try_emplace({turn, std::move(id)}, std::move(wish));
        }
        std::vector<int> assets;
        for (auto& [turn, wish] : offered) {
            if (scatter.kinds > 0 && assets.size() >= static_cast<size_t>(scatter.kinds)) break;
            assets.push_back(m_shelf.want(std::move(wish)));
        }
        return assets;
    }

    // A recipe's silhouettes follow each other, so a few in a row are as different as few can be.
    uint64_t turnOf(const AssetWish& wish) const {
        const uint64_t seed = m_set.layout.seed, recipe = hashText(wish.recipe);
        const auto all = static_cast<uint64_t>(m_shelf.variantsOf(wish.recipe));
        const auto variant = static_cast<uint64_t>(wish.variant);
        const uint64_t after = (variant + all - randomBits(seed, "kinds", recipe) % all) % all;
        return after << 32 | randomBits(seed, "kinds", recipe, variant) >> 32;
    }

    double growthOf(const catalogue::Entry& object) const {
        const auto at = m_set.biome.growth.find(object.id);
        return at == m_set.biome.growth.end() ? 1 : at->second;
    }

    const Setting& m_set;
    AssetShelf& m_shelf;
    std::vector<ScatterRule> m_rules;
};

// Paints one region into the map, over what lay below it.
void paint(Grid<uint16_t>& top, const Polygon& shape, double spacing, uint16_t value) {
    Box box;
    for (const Point& p : shape.outer) box.include(p);
    if (!(box.min.x <= box.max.x) || !std::isfinite(box.size().x) || !std::isfinite(box.size().y)) return;
    const auto cell = [&](double at, int limit) {
        return static_cast<int>(std::clamp(std::floor(at / spacing), 0.0, double(limit)));
    };
    const int west = cell(box.min.x, top.width()), east = cell(box.max.x + spacing, top.width());
    const int north = cell(box.min.y, top.height()), south = cell(box.max.y + spacing, top.height());
    if (west >= east || north >= south) return;
    const Point origin(west * spacing, north * spacing);
    const auto shifted = [&](Ring ring) {
        for (Point& p : ring) p -= origin;
        return ring;
    };
    Polygon local{shifted(shape.outer), {}};
    for (const Ring& hole : shape.holes) local.holes.push_back(shifted(hole));
    Grid<uint8_t> mask(east - west, south - north);
    fill(mask, local, spacing);
    for (int y = 0; y < mask.height(); ++y) {
        for (int x = 0; x < mask.width(); ++x) {
            if (mask(x, y) != 0) top(west + x, north + y) = value;
        }
    }
}

}  // namespace

std::vector<std::string> growthQualities(const catalogue::Entry& region, const std::vector<std::string>& qualities,
                                         const catalogue::Catalogue& catalogue) {
    std::set<std::string> bear;
    for (const std::string& quality : qualities) {
        const bool turns =
            std::any_of(region.scatter.begin(), region.scatter.end(), [&](const catalogue::Scatter& scatter) {
                const catalogue::Entry* turned = catalogue.turned(scatter.object, {quality});
                return turned != nullptr && turned->id != scatter.object;
            });
        const bool bears = turns || catalogue.plantsKnow(quality) || catalogue.growthWhere(quality) != 1;
        if (!region.scatter.empty() && bears) bear.insert(quality);
    }
    return {bear.begin(), bear.end()};
}

std::string growthName(const layout::Region& region, const catalogue::Catalogue& catalogue) {
    std::string name = region.id;
    const catalogue::Entry* entry = catalogue.find(region.id);
    if (entry == nullptr) return name;
    for (const std::string& quality : growthQualities(*entry, region.qualities, catalogue)) name += " " + quality;
    return name;
}

RegionMap regionMap(const layout::Layout& layout, const terrain::Ground& ground, const catalogue::Catalogue& catalogue,
                    const Job& job) {
    RegionMap map{Grid<uint16_t>(ground.width(), ground.depth()), {}, {}};
    std::vector<size_t> order(layout.regions.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](size_t a, size_t b) { return layout.regions[a].order < layout.regions[b].order; });
    for (const size_t index : order) {
        if (index >= 0xffff || job.stopped()) break;
        paint(map.top, layout.regions[index].shape, ground.spacing, static_cast<uint16_t>(index + 1));
    }
    for (size_t index = 0; index < layout.regions.size() && index < 0xffff; ++index) {
        const catalogue::Entry* entry = catalogue.find(layout.regions[index].id);
        if (entry == nullptr || entry->kind != catalogue::Kind::water || entry->scatter.empty() || job.stopped())
            continue;
        if (map.fringe.empty()) map.fringe = Grid<uint16_t>(ground.width(), ground.depth());
        Grid<uint8_t> wet(ground.width(), ground.depth());
        fill(wet, layout.regions[index].shape, ground.spacing);
        const Grid<float> away = distanceTo(wet, ground.spacing, job.threads);
        for (size_t i = 0; i < away.values().size(); ++i) {
            if (away.values()[i] <= kFringe && map.top.values()[i] == 0)
                map.fringe.values()[i] = static_cast<uint16_t>(index + 1);
        }
    }
    return map;
}

Grid<float> edgesOf(const RegionMap& map, const layout::Layout& layout, double spacing, int threads) {
    std::map<std::string, uint16_t> numbers;
    std::vector<uint16_t> kinds{0};
    for (const layout::Region& region : layout.regions)
        kinds.push_back(numbers.try_emplace(region.id, static_cast<uint16_t>(numbers.size() + 1)).first->second);
    const int width = map.top.width(), depth = map.top.height();
    Grid<uint8_t> rim(width, depth);
    for (int y = 0; y < depth; ++y) {
        for (int x = 0; x < width; ++x) {
            const uint16_t here = kinds[map.top(x, y)];
            rim(x, y) = (x + 1 < width && kinds[map.top(x + 1, y)] != here) ||
                        (y + 1 < depth && kinds[map.top(x, y + 1)] != here) ||
                        (x > 0 && kinds[map.top(x - 1, y)] != here) || (y > 0 && kinds[map.top(x, y - 1)] != here);
        }
    }
    return distanceTo(rim, spacing, threads);
}

std::vector<ScatterRule> scatterRules(const Setting& setting, AssetShelf& shelf) {
    return RuleMaker(setting, shelf).make();
}

}  // namespace sketchwalk::scene
