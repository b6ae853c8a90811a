#include "core/pipeline/Locks.h"

#include <algorithm>
#include <limits>
#include <map>
#include <unordered_map>

#include "core/base/Raster.h"
#include "core/sketch/Read.h"

namespace sketchwalk::pipeline {
namespace {

using sketch::LockedGround;

constexpr float kNone = std::numeric_limits<float>::quiet_NaN();

Polygon outlineOf(const sketch::Stroke& stroke, sketch::View view, Point extent) {
    sketch::Sketch alone;
    alone.extent = extent;
    alone.view = view;
    alone.strokes = {std::make_shared<const sketch::Stroke>(stroke)};
    const sketch::Sketch flat = sketch::onMap(alone);
    Polygon outline;
    for (const sketch::StrokePoint& p : flat.strokes.front()->points) outline.outer.push_back(p.at);
    outline.holes = flat.strokes.front()->holes;
    return outline;
}

// Cells of the outline and one around, since another raster's nodes lie between this one's.
Grid<uint8_t> cellsOf(const Polygon& outline, const terrain::Ground& ground) {
    Grid<uint8_t> inside(ground.width(), ground.depth());
    fill(inside, outline, ground.spacing);
    Grid<uint8_t> wide = inside;
    for (int y = 0; y < inside.height(); ++y) {
        for (int x = 0; x < inside.width(); ++x) {
            for (int k = 0; k < 9 && wide(x, y) == 0; ++k) wide(x, y) = inside.clamped(x + k % 3 - 1, y + k / 3 - 1);
        }
    }
    return wide;
}

template <class T>
uint8_t numberOf(std::vector<T>& known, std::map<size_t, uint8_t>& numbers, size_t index, const T& what) {
    const auto [at, fresh] = numbers.try_emplace(index, static_cast<uint8_t>(known.size()));
    if (fresh) known.push_back(what);
    return at->second;
}

LockedGround groundOf(const terrain::Ground& ground, const Grid<uint8_t>& cells) {
    int x0 = cells.width(), y0 = cells.height(), x1 = -1, y1 = -1;
    for (int y = 0; y < cells.height(); ++y) {
        for (int x = 0; x < cells.width(); ++x) {
            if (cells(x, y) == 0) continue;
            x0 = std::min(x0, x), x1 = std::max(x1, x);
            y0 = std::min(y0, y), y1 = std::max(y1, y);
        }
    }
    LockedGround held;
    held.spacing = ground.spacing;
    held.column = x0;
    held.row = y0;
    const int width = x1 - x0 + 1, height = y1 - y0 + 1;
    held.height = held.level = Grid<float>(width + 1, height + 1, kNone);
    held.water = Grid<uint8_t>(width, height);
    held.surface = Grid<uint8_t>(width, height, sketch::kNotHeld);
    std::map<size_t, uint8_t> waters, surfaces;
    std::vector<size_t> layers;
    for (size_t l = 0; l < ground.layers.size(); ++l) {
        Grid<uint8_t> weights(width, height);
        bool shows = false;
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                if (cells(x0 + x, y0 + y) == 0) continue;
                weights(x, y) = ground.weights[l](x0 + x, y0 + y);
                shows = shows || weights(x, y) != 0;
            }
        }
        if (!shows) continue;
        held.layers.push_back(ground.layers[l]);
        held.weights.push_back(std::move(weights));
    }
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            if (cells(x0 + x, y0 + y) == 0) continue;
            const size_t surface = ground.surface(x0 + x, y0 + y);
            held.surface(x, y) = numberOf(held.surfaces, surfaces, surface, ground.surfaces[surface]);
            for (int k = 0; k < 4; ++k) {
                const int nx = x + k % 2, ny = y + k / 2;
                held.height(nx, ny) = ground.height(x0 + nx, y0 + ny);
                held.level(nx, ny) = ground.waterLevel(x0 + nx, y0 + ny);
            }
            const size_t water = ground.water(x0 + x, y0 + y);
            if (water == 0 || (waters.size() >= 254 && !waters.contains(water))) continue;
            const terrain::Water& body = ground.waters[water - 1];
            held.water(x, y) = 1 + numberOf(held.waters, waters, water,
                                            sketch::LockedWater{body.category, body.qualities, !body.flat});
        }
    }
    return held;
}

sketch::LockedPlan planOf(const layout::Placement& placement) {
    return {placement.qualities, placement.position, placement.yaw,    placement.footprint, placement.outline,
            placement.path,      placement.width,    placement.afloat, placement.look};
}

sketch::LockedAsset assetOf(const scene::AssetWish& wish) {
    return {wish.id,        wish.category,  wish.recipe,     wish.variant,        wish.seed,        wish.wish.size,
            wish.wish.span, wish.wish.drop, wish.wish.biome, wish.wish.qualities, wish.wish.outline};
}

void holdThings(sketch::Lock& lock, const World& world, const Polygon& outline) {
    std::unordered_map<uint64_t, const layout::Placement*> placements;
    for (const layout::Placement& placement : world.layout.placements) placements[placement.id] = &placement;
    const Box box = boundsOf(outline.outer);
    std::map<int, size_t> assets;
    for (const scene::InstanceGroup& group : world.scene->groups) {
        const scene::Asset& asset = world.scene->assets[static_cast<size_t>(group.asset)];
        if (asset.wish == nullptr) continue;
        for (const scene::Instance& instance : group.instances) {
            sketch::LockedThing thing{
                instance.id, instance.stroke.value_or(0), 0, instance.position, instance.yaw, instance.scale, {}};
            const auto placed = placements.find(instance.id);
            if (placed != placements.end()) thing.plan = planOf(*placed->second);
            const Point place = placeOf(thing);
            if (!box.contains(place) || !contains(outline, place)) continue;
            const auto [at, fresh] = assets.try_emplace(group.asset, lock.assets.size());
            if (fresh) lock.assets.push_back(assetOf(*asset.wish));
            thing.asset = at->second;
            lock.things.push_back(std::move(thing));
        }
    }
}

}  // namespace

bool isLock(const std::string& brush) {
    return brush == "lock";
}

Result<std::shared_ptr<const sketch::Lock>> lockOf(const World& world, const sketch::Stroke& stroke, sketch::View view,
                                                   Point extent) {
    const Polygon outline = outlineOf(stroke, view, extent);
    const Grid<uint8_t> cells = cellsOf(outline, *world.ground);
    if (std::find(cells.values().begin(), cells.values().end(), 1) == cells.values().end()) return nullptr;
    sketch::Lock lock;
    lock.ground = groundOf(*world.ground, cells);
    if (lock.ground.height.values().size() > static_cast<size_t>(sketch::kMostHeldNodes))
        return fail(ErrorKind::usage, "The region is too large to be locked at this resolution; lock it in parts.");
    holdThings(lock, world, outline);
    return sealed(std::move(lock));
}

}  // namespace sketchwalk::pipeline
