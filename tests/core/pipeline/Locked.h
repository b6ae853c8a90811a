// Whether a world still has what a lock of another one holds.
#pragma once

#include <algorithm>
#include <map>
#include <string>

#include "core/base/Raster.h"
#include "core/pipeline/Locks.h"
#include "tests/core/pipeline/SameWorld.h"
#include "tests/core/pipeline/Worlds.h"

namespace sketchwalk::test {

inline bool isTold(const pipeline::World& world, int64_t stroke) {
    return std::any_of(world.diagnostics.begin(), world.diagnostics.end(),
                       [stroke](const Diagnostic& d) { return d.stroke == stroke; });
}

inline sketch::Stroke lasso(Point centre, double radius, int64_t id) {
    sketch::Stroke stroke;
    stroke.id = id;
    stroke.brush = "lock";
    stroke.closed = true;
    for (int i = 0; i < 24; ++i)
        stroke.points.push_back({centre + directionOf(i * 15.0) * (radius * (i % 2 ? 1.0 : 0.85)), 1, -1});
    return stroke;
}

inline std::shared_ptr<sketch::Stroke> lockedBy(const pipeline::World& world, sketch::Stroke outline) {
    auto held = pipeline::lockOf(world, outline, sketch::View::map, world.layout.extent);
    CHECK(held.has_value() && *held != nullptr, "the outline encloses some of the world");
    outline.lock = *held;
    return std::make_shared<sketch::Stroke>(std::move(outline));
}

inline Polygon outlineOf(const sketch::Stroke& stroke) {
    Polygon outline;
    for (const auto& p : stroke.points) outline.outer.push_back(p.at);
    return outline;
}

// Empty where all of the ground that the lock holds is there, else what is not. On another raster than then: where the
// two are so alike that they can be compared, to a tolerance.
inline std::string groundOff(const sketch::Stroke& lock, const pipeline::World& world) {
    const terrain::Ground& ground = *world.ground;
    const sketch::LockedGround& held = lock.lock->ground;
    Grid<uint8_t> mask(ground.width(), ground.depth());
    fill(mask, outlineOf(lock), ground.spacing);
    const bool same = ground.spacing == held.spacing;
    // A map that has grown since has ground within the outline that was not there to be locked.
    const auto known = [&](double u, double v) {
        return u >= 0 && v >= 0 && u < held.surface.width() && v < held.surface.height();
    };
    for (int y = 0; y < mask.height(); ++y) {
        for (int x = 0; x < mask.width(); ++x) {
            if (mask(x, y) == 0) continue;
            const double middleX = (x + 0.5) * ground.spacing / held.spacing - held.column;
            const double middleY = (y + 0.5) * ground.spacing / held.spacing - held.row;
            if (!known(middleX, middleY)) continue;
            const std::string where = " at cell " + std::to_string(x) + ", " + std::to_string(y);
            if (!same) {
                const double u = x * ground.spacing / held.spacing - held.column;
                const double v = y * ground.spacing / held.spacing - held.row;
                const double then = bilinear(held.height, u, v);
                if (known(u, v) && std::isfinite(then) &&
                    std::abs(then - static_cast<double>(ground.height(x, y))) > 1e-3)
                    return "height" + where;
                continue;
            }
            const int hx = x - held.column, hy = y - held.row;
            for (int k = 0; k < 4; ++k) {
                const int nx = k % 2, ny = k / 2;
                const float was = held.height(hx + nx, hy + ny), is = ground.height(x + nx, y + ny);
                if (was != is) return "height" + where;
                const float level = held.level(hx + nx, hy + ny), now = ground.waterLevel(x + nx, y + ny);
                if (!(level == now || (std::isnan(level) && std::isnan(now)))) return "level" + where;
            }
            if (held.surfaces[held.surface(hx, hy)] != ground.surfaces[ground.surface(x, y)]) return "surface" + where;
            const uint8_t was = held.water(hx, hy);
            const uint16_t is = ground.water(x, y);
            if ((was != 0) != (is != 0) ||
                (was != 0 && held.waters[was - 1u].category != ground.waters[is - 1u].category))
                return "water" + where;
            std::map<std::string, int> weights;
            for (size_t l = 0; l < held.layers.size(); ++l) weights[held.layers[l]] += held.weights[l](hx, hy);
            for (size_t l = 0; l < ground.layers.size(); ++l) weights[ground.layers[l]] -= ground.weights[l](x, y);
            for (const auto& [layer, left] : weights) {
                if (left != 0) return "weight of " + layer + where;
            }
        }
    }
    return {};
}

// Metres that a thing stands above the drawn land. On a coarser raster the land itself may lie metres higher or lower.
inline float aboveLand(const Grid<float>& height, double spacing, int column, int row, glm::vec3 at) {
    const double x = static_cast<double>(at.x) / spacing - column, y = static_cast<double>(at.z) / spacing - row;
    return at.y - static_cast<float>(bilinear(height, x, y));
}

// The same of the things: those that it holds, and no others.
inline std::string thingsOff(const sketch::Stroke& lock, const pipeline::World& world) {
    const Polygon outline = outlineOf(lock);
    std::map<uint64_t, const sketch::LockedThing*> left;
    for (const sketch::LockedThing& thing : lock.lock->things) {
        if (contains(outline, placeOf(thing))) left[thing.id] = &thing;
    }
    std::map<uint64_t, Point> planned;
    for (const auto& placement : world.layout.placements) {
        planned[placement.id] =
            placement.path.size() >= 2 ? (placement.path.front() + placement.path.back()) * 0.5 : placement.position;
    }
    const bool same = world.ground->spacing == lock.lock->ground.spacing;
    for (const auto& group : world.scene->groups) {
        const scene::Asset& asset = world.scene->assets[static_cast<size_t>(group.asset)];
        for (const auto& instance : group.instances) {
            const auto known = left.find(instance.id);
            const auto plan = planned.find(instance.id);
            const Point at = plan != planned.end() ? plan->second : Point(instance.position.x, instance.position.z);
            if (known == left.end()) {
                if (contains(outline, at)) return "a " + asset.category + " stands there that did not";
                continue;
            }
            const sketch::LockedThing& thing = *known->second;
            const sketch::LockedAsset& then = lock.lock->assets[thing.asset];
            const sketch::LockedGround& land = lock.lock->ground;
            const float stoodAbove = aboveLand(land.height, land.spacing, land.column, land.row, thing.position);
            const float standsAbove = aboveLand(world.ground->height, world.ground->spacing, 0, 0, instance.position);
            const bool stands =
                instance.position.x == thing.position.x && instance.position.z == thing.position.z &&
                instance.yaw == thing.yaw && instance.scale == thing.scale &&
                (same ? instance.position.y == thing.position.y : std::abs(standsAbove - stoodAbove) < 0.5f);
            if (!stands) return "a " + then.category + " stands otherwise";
            if (asset.category != then.category || asset.wish->recipe != then.recipe || asset.wish->seed != then.seed ||
                asset.wish->variant != then.variant)
                return "a " + then.category + " looks otherwise";
            left.erase(known);
        }
    }
    return left.empty() ? "" : "a " + lock.lock->assets[left.begin()->second->asset].category + " is gone";
}

}  // namespace sketchwalk::test
