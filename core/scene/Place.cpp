#include "core/scene/Place.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/base/Hash.h"
#include "core/base/Trig.h"
#include "core/scene/Footing.h"
#include "core/scene/HeldThings.h"
#include "core/scene/Neighbours.h"
#include "core/scene/WaterMesh.h"

namespace sketchwalk::scene {
namespace {

constexpr double kSizeStep = 1.5;      // between two size classes of a building; the copy's scale makes up the rest
constexpr double kAspect = 1.2;        // of width to depth, what is usual: no border between two classes
constexpr double kAspectStep = 1.75;   // between two classes of it
constexpr double kSpanStep = 0.5;      // metres, bridges
constexpr double kSectionStep = 0.25;  // metres, barriers: sections overlap by at most this
constexpr double kBridgeRise = 0.1;    // metres, bridges: their decks meet the road at both ends
constexpr double kDeckLift = 0.05;     // metres a deck lies above its feet, so that it never flickers with the ground
constexpr double kLeastFall = 1.5;     // metres: lower steps leave a waterfall its own height
constexpr double kFallReach = 14;      // metres behind a waterfall's footprint in which its step of the land is sought
constexpr double kFallFoot = 3;        // metres of pool and stones before the falling water
constexpr double kToShape = 30;        // metres: things typically this large (castles) follow their drawn outline
constexpr double kDeepest = 0.4;       // metres the origin may lie below the ground at the middle

// The nearest member of the series 1, step, step^2... and their inverses.
double seriesClass(double value, double step) {
    const double steps = std::round(exact::log(std::clamp(value, 1e-3, 1e4)) / exact::log(step));
    return exact::pow(step, steps);
}

double stepped(double value, double step) {
    return std::round(value / step) * step;
}

std::string tenths(double metres) {
    return std::to_string(std::lround(metres * 10));
}

std::string signedTenths(double metres) {
    return (metres < 0 ? "m" : "") + tenths(std::abs(metres));
}

std::string joined(const std::vector<std::string>& qualities) {
    std::string text;
    for (const std::string& quality : qualities) {
        text += '_';
        for (const char c : quality) text += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '-';
    }
    return text;
}

// "<recipe>_<variant>", led by the category where the recipe's name does not say it.
std::string nameOf(const std::string& category, const std::string& recipe, int variant) {
    const std::string lead = recipe.starts_with(category) ? std::string() : category + "_";
    return lead + recipe + "_" + std::to_string(variant);
}

struct Choice {
    AssetWish wish;
    double scale = 1;
    Point moved{0, 0};  // metres its origin stands beside the middle of its footprint
};

class Placer {
  public:
    Placer(const Setting& setting, AssetShelf& shelf) : m_set(setting), m_shelf(shelf) {}

    // `variant`: which design of its recipe, where its neighbours have a say in it, else -1.
    std::optional<Copy> place(const layout::Placement& placement, const catalogue::Entry& entry, int variant) const {
        const std::string recipe = recipeOf(placement, entry);
        if (recipe.empty()) return std::nullopt;
        Choice choice;
        choice.wish.category = placement.category;
        choice.wish.recipe = recipe;
        choice.wish.wish.biome = m_set.biome.id;
        choice.wish.wish.qualities = placement.qualities;
        for (std::string& quality : climateOf(m_set, entry)) {
            auto& told = choice.wish.wish.qualities;
            if (std::find(told.begin(), told.end(), quality) == told.end()) told.push_back(std::move(quality));
        }
        const int kept = keptVariant(placement, recipe);
        choice.wish.variant =
            kept >= 0 ? kept
            : variant >= 0
                ? variant
                : m_shelf.variantFor(recipe, randomBits(m_set.layout.seed, "variant", alikeOf(placement, entry)));

        Copy copy;
        copy.instance.id = placement.id;
        if (placement.stroke != 0) copy.instance.stroke = placement.stroke;
        copy.instance.yaw = static_cast<float>(std::isfinite(placement.yaw) ? placement.yaw : 0);
        const bool spans = placement.path.size() >= 2;
        const double height =
            spans ? choosePath(placement, entry, choice, copy) : chooseStanding(placement, entry, choice, copy);
        const Point at =
            onMap(spans ? (placement.path.front() + placement.path.back()) * 0.5 : placement.position + choice.moved);
        copy.instance.position = {static_cast<float>(at.x), static_cast<float>(height), static_cast<float>(at.y)};
        copy.instance.scale = static_cast<float>(choice.scale);
        choice.wish.id += joined(choice.wish.wish.qualities);
        copy.asset = m_shelf.want(std::move(choice.wish));
        return copy;
    }

    // Buildings stand in neighbourhoods; null for everything else.
    std::optional<Lookalike> lookalike(const layout::Placement& placement, const catalogue::Entry& entry) const {
        if (entry.family != "building" || placement.path.size() >= 2) return std::nullopt;
        const std::string recipe = recipeOf(placement, entry);
        if (recipe.empty()) return std::nullopt;
        const SizeClass size = sizeClassOf(placement, entry);
        ContentHash kind;
        kind.add(recipe);
        kind.add(size.width);
        kind.add(size.depth);
        return Lookalike{placement.id, kind.value(), placement.position, m_shelf.variantsOf(recipe)};
    }

  private:
    struct SizeClass {  // metres; the copy's scale makes up the rest
        double width, depth, scale;
    };

    // The design of this recipe that the placement's look names; -1 where it names none.
    int keptVariant(const layout::Placement& placement, const std::string& recipe) const {
        const std::string lead = nameOf(placement.category, recipe, 0);
        const size_t stem = lead.size() - 1;  // up to the number
        if (placement.look.compare(0, stem, lead, 0, stem) != 0) return -1;
        int variant = -1;
        const char* end = placement.look.data() + placement.look.size();
        const auto read = std::from_chars(placement.look.data() + stem, end, variant);
        if (read.ec != std::errc() || (read.ptr != end && *read.ptr != '_')) return -1;
        return variant < m_shelf.variantsOf(recipe) ? variant : -1;
    }

    std::string recipeOf(const layout::Placement& placement, const catalogue::Entry& entry) const {
        for (const std::string& recipe : entry.recipes) {
            if (!placement.look.empty() && keptVariant(placement, recipe) >= 0) return recipe;
        }
        return m_shelf.recipeFor(entry, randomBits(m_set.layout.seed, "recipe", alikeOf(placement, entry)),
                                 roughly(placement));
    }
    // Sections of one fence look alike; everything else varies from copy to copy.
    static uint64_t alikeOf(const layout::Placement& placement, const catalogue::Entry& entry) {
        return entry.family == "barrier" ? static_cast<uint64_t>(placement.stroke) : placement.id;
    }
    // A stamp is of the usual size.
    static SizeClass sizeClassOf(const layout::Placement& placement, const catalogue::Entry& entry) {
        const double width = sane(placement.footprint.x, entry.size.width);
        const double depth = sane(placement.footprint.y, entry.size.depth);
        const double w = entry.size.width, d = entry.size.depth;
        if (std::abs(width - w) <= 0.01 * w && std::abs(depth - d) <= 0.01 * d) return {w, d, 1};
        const double side = std::sqrt(width * depth), sideClass = seriesClass(side, kSizeStep);
        const double aspect = std::sqrt(kAspect * seriesClass(width / depth / kAspect, kAspectStep));
        return {stepped(sideClass * aspect, 0.1), stepped(sideClass / aspect, 0.1), side / sideClass};
    }

    Point onMap(Point p) const {
        if (!std::isfinite(p.x) || !std::isfinite(p.y)) return m_set.layout.extent * 0.5;
        return {std::clamp(p.x, 0.0, m_set.layout.extent.x), std::clamp(p.y, 0.0, m_set.layout.extent.y)};
    }
    // What is known of the wish before a design is chosen: whether one suits may depend on it.
    static assets::Wish roughly(const layout::Placement& placement) {
        assets::Wish wish;
        wish.qualities = placement.qualities;
        if (placement.path.size() >= 2) {
            wish.span = distance(placement.path.front(), placement.path.back());
            wish.size.x = static_cast<float>(placement.width);
        } else {
            wish.size = {static_cast<float>(placement.footprint.x), 0, static_cast<float>(placement.footprint.y)};
        }
        return wish;
    }
    double groundAt(Point p) const { return m_set.ground.heightAt(onMap(p)); }

    // Bridges and barriers: local x runs along the path. Returns the height of the origin, which lies in the middle.
    double choosePath(const layout::Placement& placement, const catalogue::Entry& entry, Choice& choice,
                      Copy& copy) const {
        const Point a = placement.path.front(), b = placement.path.back();
        const Point run = b - a;
        const double length = std::clamp(distance(a, b), 0.5, 4000.0);
        copy.instance.yaw = static_cast<float>(exact::degrees(exact::atan2(-run.y, run.x)));
        const double startsAt = groundAt(a), endsAt = groundAt(b);
        assets::Wish& wish = choice.wish.wish;
        const bool bridge = entry.stands == catalogue::Stands::span;
        const double step = bridge ? kSpanStep : kSectionStep;
        wish.span = std::max(stepped(length, step), step);
        wish.drop = stepped(std::clamp(endsAt - startsAt, -length, length), bridge ? kBridgeRise : kSectionStep);
        if (bridge && placement.width > 0) {
            wish.size.x = static_cast<float>(stepped(std::clamp(placement.width, 1.0, 60.0), kSpanStep));
        }
        if (bridge)
            wish.size.y =
                static_cast<float>(std::ceil(depthBelowDeck(m_set.ground, onMap(a), onMap(b), startsAt, endsAt)));
        choice.wish.id = nameOf(placement.category, choice.wish.recipe, choice.wish.variant) + "_" + tenths(wish.span);
        if (wish.size.x > 0) choice.wish.id += "x" + tenths(wish.size.x);
        if (wish.size.y > 0) choice.wish.id += "x" + tenths(wish.size.y);
        if (wish.drop != 0) choice.wish.id += "_" + signedTenths(wish.drop);
        // Both rise by the drop from end to end, evenly about the middle.
        if (bridge) return (startsAt + endsAt) * 0.5 + kDeckLift;
        return sectionHeight(m_set.ground, onMap(a), onMap(b));
    }

    double chooseStanding(const layout::Placement& placement, const catalogue::Entry& entry, Choice& choice,
                          Copy& copy) const {
        const double width = sane(placement.footprint.x, entry.size.width);
        const double depth = sane(placement.footprint.y, entry.size.depth);
        if (entry.family == "plant") {
            choice.scale = std::clamp(std::sqrt(width * depth / (entry.size.width * entry.size.depth)), 0.2, 12.0);
            choice.wish.id = nameOf(placement.category, choice.wish.recipe, choice.wish.variant);
        } else {
            chooseSize(placement, entry, width, depth, choice);
        }
        if (entry.id == "waterfall") return chooseFall(placement, width, depth, choice);
        if (entry.id == "cave") return chooseMouth(placement, width, depth, copy);
        return standingHeight(placement, entry, width, depth);
    }

    // A spur of rock from the step of the land behind the fall to its foot, where the footprint's front lies; returns
    // the height of that foot.
    double chooseFall(const layout::Placement& placement, double width, double depth, Choice& choice) const {
        const Point front = directionOf(placement.yaw), foot = placement.position + front * (depth / 2);
        const Fall fall = fallAt(m_set.ground, foot, front, depth + kFallReach);
        const double drop = stepped(std::clamp(fall.drop, 0.0, 60.0), kSpanStep);
        if (drop < kLeastFall) return fall.below;
        const double w = std::max(stepped(width, 1), 2.0), reach = stepped(fall.back + kFallFoot, 1);
        choice.scale = 1;
        choice.wish.wish.size = {static_cast<float>(w), 0, static_cast<float>(reach)};
        choice.wish.wish.drop = drop;
        choice.wish.id = nameOf(placement.category, choice.wish.recipe, choice.wish.variant) + "_" + tenths(w) + "x" +
                         tenths(reach) + "_" + tenths(drop);
        choice.moved = front * (depth / 2 - reach / 2);
        return fall.below;
    }

    // A cave in a hillside looks downhill, whatever else its front would look at, and its mouth stands at the foot.
    double chooseMouth(const layout::Placement& placement, double width, double depth, Copy& copy) const {
        const Hillside side = hillsideAt(m_set.ground, onMap(placement.position), (width + depth) / 2);
        if (side.steep) copy.instance.yaw = static_cast<float>(side.yaw);
        return mouthHeight(m_set.ground, placement.position, static_cast<double>(copy.instance.yaw), width, depth) -
               0.1;
    }

    // Of the water, else of the ground.
    double surfaceAt(Point p) const { return waterLevelAt(m_set.ground, onMap(p), groundAt(p)); }

    void chooseSize(const layout::Placement& placement, const catalogue::Entry& entry, double width, double depth,
                    Choice& choice) const {
        assets::Wish& wish = choice.wish.wish;
        double w = width, d = depth;
        if (placement.outline.size() >= 3 && entry.size.width >= kToShape) {  // a mesh of its own, exact
            const std::string shape = outlined(placement, wish);
            choice.wish.id = nameOf(placement.category, choice.wish.recipe, choice.wish.variant) + "_" + shape;
        } else {
            const SizeClass size = sizeClassOf(placement, entry);
            w = size.width;
            d = size.depth;
            choice.scale = size.scale;
            choice.wish.id =
                nameOf(placement.category, choice.wish.recipe, choice.wish.variant) + "_" + tenths(w) + "x" + tenths(d);
        }
        wish.size = {static_cast<float>(w), 0.0f, static_cast<float>(d)};
    }

    // The drawn outline in local x, z; returns a name for its shape.
    static std::string outlined(const layout::Placement& placement, assets::Wish& wish) {
        const double yaw = exact::radians(placement.yaw), c = exact::cos(yaw), s = exact::sin(yaw);
        ContentHash hash;
        for (const Point& p : placement.outline) {
            const Point q = p - placement.position;
            if (!(std::abs(q.x) < 1e4 && std::abs(q.y) < 1e4)) continue;  // not a number, or off the map
            const double x = stepped(q.x * c - q.y * s, kSectionStep), z = stepped(q.x * s + q.y * c, kSectionStep);
            wish.outline.emplace_back(static_cast<float>(x), static_cast<float>(z));
            hash.add(x);
            hash.add(z);
        }
        return "drawn" + std::to_string(hash.value() % 1000000);
    }

    double standingHeight(const layout::Placement& placement, const catalogue::Entry& entry, double width,
                          double depth) const {
        const double middle = groundAt(placement.position);
        if (placement.afloat || entry.stands == catalogue::Stands::water) return surfaceAt(placement.position);
        if (entry.stands == catalogue::Stands::shore &&
            entry.site != catalogue::Site::level) {  // a jetty, out to its front
            const Point front = placement.position + directionOf(placement.yaw) * (depth / 2);
            return waterLevelAt(m_set.ground, onMap(front), surfaceAt(placement.position));
        }
        if (entry.family == "plant" || entry.family == "stone") {
            return rootedHeight(m_set, onMap(placement.position), 0.25 * (width + depth));
        }
        // Down to the lowest corner, so that no wall hangs free, but never far below the middle.
        const double yaw = exact::radians(placement.yaw), c = exact::cos(yaw) / 2, s = exact::sin(yaw) / 2;
        double lowest = middle;
        for (const Point& corner :
             {Point(-width, -depth), Point(width, -depth), Point(width, depth), Point(-width, depth)}) {
            lowest = std::min(
                lowest, groundAt(placement.position + Point(corner.x * c + corner.y * s, corner.y * c - corner.x * s)));
        }
        return std::max(lowest, middle - kDeepest);
    }

    static double sane(double metres, double otherwise) {
        return std::isfinite(metres) && metres > 0 ? std::min(metres, 1000.0) : std::max(otherwise, 0.1);
    }

    const Setting& m_set;
    AssetShelf& m_shelf;
};

}  // namespace

double rootedHeight(const Setting& setting, Point p, double radius) {
    const double sink = setting.mesh.steepnessAt(p) * std::min(radius, 2.0) * 0.35;
    return setting.ground.heightAt(p) -
           std::clamp(sink + 0.5 * TerrainMesh::tolerance(setting.ground.spacing), 0.0, 0.35);
}

std::vector<std::string> climateOf(const Setting& setting, const catalogue::Entry& entry) {
    std::vector<std::string> told;
    if (setting.snowy) told.emplace_back("snowy");
    for (const std::string& quality : setting.biome.qualities) {
        if (quality != "snowy" && entry.family == "plant") told.push_back(quality);
    }
    return told;
}

AssetWish grownWish(const Setting& setting, const AssetShelf& shelf, const catalogue::Entry& entry, uint64_t random,
                    const std::vector<std::string>& qualities) {
    AssetWish wish;
    wish.wish.qualities = climateOf(setting, entry);
    wish.category = entry.id;
    wish.wish.biome = setting.biome.id;
    assets::Wish whole = wish.wish;
    whole.qualities.insert(whole.qualities.end(), qualities.begin(), qualities.end());
    wish.recipe = shelf.recipeFor(entry, mix(random), whole);
    if (wish.recipe.empty()) return wish;
    // What is said of a wood tells nothing of its bushes: they are the ones that grow everywhere.
    std::copy_if(qualities.begin(), qualities.end(), std::back_inserter(wish.wish.qualities),
                 [&](const std::string& quality) { return shelf.understands(wish.recipe, quality); });
    wish.variant = shelf.variantFor(wish.recipe, random);
    wish.id = nameOf(wish.category, wish.recipe, wish.variant) + joined(wish.wish.qualities);
    return wish;
}

std::vector<Copy> placeDrawn(const Setting& setting, AssetShelf& shelf, Diagnostics& diagnostics) {
    std::vector<Copy> copies;
    const Placer placer(setting, shelf);
    const std::vector<layout::Placement>& placements = setting.layout.placements;
    std::vector<Lookalike> lookalikes;
    std::vector<int> place(placements.size(), -1);  // among the lookalikes
    for (size_t i = 0; i < placements.size(); ++i) {
        const catalogue::Entry* entry = setting.catalogue.find(placements[i].category);
        auto lookalike = entry != nullptr ? placer.lookalike(placements[i], *entry) : std::nullopt;
        if (!lookalike) continue;
        place[i] = static_cast<int>(lookalikes.size());
        lookalikes.push_back(*lookalike);
    }
    const std::vector<int> variants = unlikeNeighbours(lookalikes, setting.layout.seed);
    for (size_t i = 0; i < placements.size(); ++i) {
        const layout::Placement& placement = placements[i];
        const catalogue::Entry* entry = setting.catalogue.find(placement.category);
        const int variant = place[i] < 0 ? -1 : variants[static_cast<size_t>(place[i])];
        if (placement.held >= 0) {
            const layout::Held& held = setting.layout.held[static_cast<size_t>(placement.held)];
            if (auto copy = heldCopy(setting, shelf, held, diagnostics)) copies.push_back(std::move(*copy));
            continue;
        }
        auto copy = entry != nullptr ? placer.place(placement, *entry, variant) : std::nullopt;
        if (copy) {
            copies.push_back(std::move(*copy));
        } else if (entry == nullptr || !entry->recipes.empty()) {
            diagnostics.push_back(
                diagnosticOf(Severity::warning, placement.stroke,
                             {"There is no recipe for \"%1\", so it was left out.", {placement.category}}));
        }
    }
    return copies;
}

}  // namespace sketchwalk::scene
