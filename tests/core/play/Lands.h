// Small worlds made by hand, whose physics one can work out on paper.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>

#include "core/play/World.h"
#include "tests/core/preview/HandMadeScene.h"

namespace sketchwalk::play {

constexpr double kG = 9.81;  // metres a second squared

inline std::shared_ptr<const assets::Mesh> finished(std::vector<assets::Primitive> primitives) {
    auto mesh = preview::meshOf(std::move(primitives));
    assets::finish(*mesh);
    return mesh;
}

// Ground of 60 m square whose height depends on the east alone; vertices lie at every metre.
inline std::shared_ptr<scene::Scene> landscape(const std::function<float(float)>& height) {
    auto scene = std::make_shared<scene::Scene>();
    scene->extent = {60, 60};
    assets::Primitive ground;
    for (int x = 0; x < 60; ++x) {
        const auto a = static_cast<float>(x), b = a + 1;
        preview::addQuad(ground, {a, height(a), 0}, {a, height(a), 60}, {b, height(b), 60}, {b, height(b), 0});
    }
    scene->chunks.push_back({0, 0, {}, finished({ground})});
    scene->spawn.position = {5, height(5), 30};
    return scene;
}

inline std::shared_ptr<scene::Scene> flat() {
    return landscape([](float) { return 0.0f; });
}

inline void addThing(scene::Scene& scene, const std::string& category, std::vector<assets::Primitive> primitives,
                     glm::vec3 at, float yaw = 0, float scale = 1) {
    preview::addObject(scene, category, finished(std::move(primitives)), at, yaw, scale);
}

// A level slab, whole: preview's boxes have no underside.
inline std::vector<assets::Primitive> slab(glm::vec3 low, glm::vec3 high) {
    assets::Primitive under;
    preview::addQuad(under, {low.x, low.y, low.z}, {high.x, low.y, low.z}, {high.x, low.y, high.z},
                     {low.x, low.y, high.z});
    return {preview::boxPrimitive(low, high, 0), under};
}

inline void addWater(scene::Scene& scene, const std::string& category, float level, float west, float east) {
    assets::Primitive sheet;
    preview::addQuad(sheet, {west, level, 0}, {west, level, 60}, {east, level, 60}, {east, level, 0});
    scene.waters.push_back({category, level, 0, {}, 1, finished({sheet})});
}

inline World worldOf(const std::shared_ptr<scene::Scene>& scene, const WalkerSettings& settings = {}) {
    auto world = World::build(scene, settings, Job{});
    EXPECT_TRUE(world.has_value());
    return std::move(*world);
}

inline Intent toward(double yaw, double forward = 1) {
    Intent intent;
    intent.yaw = yaw;
    intent.forward = forward;
    return intent;
}
constexpr double kEast = 90, kWest = 270, kSouth = 0, kNorth = 180;

// Ticks for so many seconds; calls `see` after each.
inline void go(World& world, const Intent& intent, double seconds, const std::function<void(const Walker&)>& see = {}) {
    for (int i = 0; i < static_cast<int>(seconds * kTicksPerSecond + 0.5); ++i) {
        world.tick(intent);
        if (see) see(world.walker());
    }
}

}  // namespace sketchwalk::play
