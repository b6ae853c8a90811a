#include "core/scene/HeldThings.h"

#include <algorithm>
#include <cmath>

namespace sketchwalk::scene {
namespace {

constexpr double kWidestCrown = 12;  // metres beyond a lock in which something may crowd what grew in it

double crownOf(const catalogue::Entry& entry, float scale) {
    return 0.25 * (entry.size.width + entry.size.depth) * static_cast<double>(scale);
}

// How much the ground under it lies higher than it did, where the raster is another one than then.
float liftOf(const terrain::Ground& ground, const sketch::LockedGround& then, Point p) {
    if (then.spacing == ground.spacing) return 0;
    const double was = bilinear(then.height, p.x / then.spacing - then.column, p.y / then.spacing - then.row);
    const double lift = ground.heightAt(p) - was;
    return std::isfinite(lift) ? static_cast<float>(lift) : 0.0f;
}

}  // namespace

std::optional<Copy> heldCopy(const Setting& setting, AssetShelf& shelf, const layout::Held& held,
                             Diagnostics& diagnostics) {
    const sketch::LockedThing& thing = held.what();
    const sketch::LockedAsset& asset = held.asset();
    if (!shelf.has(asset.recipe) || setting.catalogue.find(asset.category) == nullptr) {
        diagnostics.push_back(diagnosticOf(Severity::warning,
                                           held.stroke != 0 ? std::optional(held.stroke) : std::nullopt,
                                           {"There is no recipe for \"%1\", so it was left out.", {asset.category}}));
        return std::nullopt;
    }
    AssetWish wish{asset.id, asset.category, asset.recipe, asset.variant, {}, asset.seed, {}};
    if (asset.biome != setting.biome.id) wish.apart = "_" + asset.biome;
    wish.wish.size = asset.size;
    wish.wish.span = asset.span;
    wish.wish.drop = asset.drop;
    wish.wish.biome = asset.biome;
    wish.wish.qualities = asset.qualities;
    wish.wish.outline = asset.outline;
    Copy copy;
    copy.asset = shelf.want(std::move(wish));
    copy.instance.id = thing.id;
    if (held.stroke != 0) copy.instance.stroke = held.stroke;
    copy.instance.position = thing.position;
    copy.instance.position.y += liftOf(setting.ground, held.lock->ground, {thing.position.x, thing.position.z});
    copy.instance.yaw = thing.yaw;
    copy.instance.scale = thing.scale;
    return copy;
}

HeldThings::HeldThings(const Setting& setting) {
    for (const layout::Lock& lock : setting.layout.locks)
        m_locks.push_back({lock.box, layout::AreaIndex(lock.shape), {}});
    for (const layout::Held& held : setting.layout.held) {
        m_ids.insert(held.what().id);
        const auto* object = held.what().plan ? nullptr : setting.catalogue.find(held.asset().category);
        if (object == nullptr) continue;
        const Point at = placeOf(held.what());
        for (Region& region : m_locks) {
            const double crown = crownOf(*object, held.what().scale);
            if (crown >= Occupied::kLeastCrown && region.box.contains(at)) region.grown.push_back({at, crown, object});
        }
    }
}

bool HeldThings::keepsOut(const ScatterRule& rule, const Instance& instance, double crown) const {
    if (m_ids.contains(instance.id)) return true;
    const Point p(instance.position.x, instance.position.z);
    return std::any_of(m_locks.begin(), m_locks.end(), [&](const Region& region) {
        if (!region.box.grown(kWidestCrown).contains(p)) return false;
        if (region.area.contains(p)) return true;
        return std::any_of(region.grown.begin(), region.grown.end(), [&](const Grown& grown) {
            double apart = Occupied::kShare * (crown + grown.crown);
            if (grown.object == rule.object) apart = std::min(apart, rule.radius);  // of one rule: as near as it goes
            return distance(p, grown.at) < apart - 1e-4;
        });
    });
}

}  // namespace sketchwalk::scene
