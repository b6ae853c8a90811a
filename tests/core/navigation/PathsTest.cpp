// Ways over worlds made by hand, whose lengths one can measure with a ruler.
#include "core/navigation/Paths.h"

#include <gtest/gtest.h>

#include <glm/geometric.hpp>

#include "core/base/Hash.h"
#include "core/navigation/Reach.h"
#include "tests/core/navigation/Worlds.h"

namespace sketchwalk::navigation {
namespace {

// 60 m of level ground, cut in two by a trench three metres deep from x = 40 on.
scene::Scene ground() {
    scene::Scene scene;
    scene.extent = {60, 60};
    assets::Primitive level;
    preview::addQuad(level, {0, 0, 0}, {0, 0, 60}, {40, 0, 60}, {40, 0, 0});
    preview::addQuad(level, {40, -3, 0}, {40, -3, 60}, {60, -3, 60}, {60, -3, 0});
    scene.chunks.push_back({0, 0, {}, finished({level})});
    scene.spawn.position = {5, 0, 30};
    return scene;
}

void addWall(scene::Scene& scene) {  // from the north edge to z = 40
    preview::addObject(scene, "house", finished({preview::boxPrimitive({-1, 0, -30}, {1, 3, 10}, 0)}), {20, 0, 30})
        .instances.front()
        .stroke = 7;
}

NavMesh meshOf(const scene::Scene& scene) {
    auto mesh = build(scene, things(), settingsFor(scene.extent), Job{});
    EXPECT_TRUE(mesh.has_value());
    return std::move(*mesh);
}

double lengthOf(const std::vector<glm::vec3>& way) {
    double length = 0;
    for (size_t i = 1; i < way.size(); ++i) length += glm::distance(way[i - 1], way[i]);
    return length;
}

TEST(Paths, AFreeWayIsStraight) {
    const auto paths = Paths::from(meshOf(ground()));
    ASSERT_TRUE(paths.has_value());
    const auto way = paths->between({5, 0, 30}, {35, 0, 30});
    ASSERT_GE(way.size(), 2u);
    EXPECT_NEAR(lengthOf(way), 30, 0.3);
}

TEST(Paths, AWallIsPassedAroundAtABodysDistance) {
    scene::Scene scene = ground();
    addWall(scene);
    const auto paths = Paths::from(meshOf(scene));
    ASSERT_TRUE(paths.has_value());
    const auto way = paths->between({5, 0, 30}, {35, 0, 30});
    ASSERT_GE(way.size(), 3u);
    // Around the corners at (19, 40) and (21, 40), each kept off by 0.6 m: 2 x 18.4 + 2.
    EXPECT_NEAR(lengthOf(way), 2 * std::hypot(14, 10) + 2, 1.2);
    for (const glm::vec3& corner : way) {
        EXPECT_FALSE(corner.x > 18.7 && corner.x < 21.3 && corner.z < 40.3) << corner.x << " " << corner.z;
    }
}

TEST(Paths, WhatHangsNotTogetherIsNotReached) {
    const auto paths = Paths::from(meshOf(ground()));
    ASSERT_TRUE(paths.has_value());
    EXPECT_TRUE(paths->between({5, 0, 30}, {50, -3, 30}).empty());
    EXPECT_FALSE(paths->nearest({50, -3, 30}, 3).has_value());
    const auto near = paths->nearest({-1, 0, 30}, 3);
    ASSERT_TRUE(near.has_value());
    EXPECT_NEAR(near->x, 0.6, 0.4);
    EXPECT_NEAR(near->y, 0, 0.2);
}

TEST(Paths, SomewhereIsAnywhereOnThePart) {
    const auto paths = Paths::from(meshOf(ground()));
    ASSERT_TRUE(paths.has_value());
    int west = 0, north = 0;
    for (uint64_t i = 0; i < 2000; ++i) {
        const auto place = paths->somewhere(mix(i));
        ASSERT_TRUE(place.has_value());
        ASSERT_LT(place->x, 40);
        west += place->x < 20;
        north += place->z < 30;
    }
    EXPECT_NEAR(west, 1000, 100);
    EXPECT_NEAR(north, 1000, 100);
}

TEST(Goals, AHouseIsMetAtItsFrontAndABridgeAtBothEnds) {
    scene::Scene scene = ground();
    addWall(scene);
    preview::addObject(scene, "bridge", finished({preview::boxPrimitive({-8, 0, -1}, {8, 1, 1}, 0)}), {10, 0, 50}, 0)
        .instances.front()
        .stroke = 8;
    const auto goals = goalsOf(scene, things());
    ASSERT_EQ(goals.size(), 2u);
    EXPECT_EQ(goals[0].stroke, 7);
    EXPECT_NEAR(goals[0].places[0].x, 20, 1e-5);
    EXPECT_NEAR(goals[0].places[0].z, 40, 1e-5);
    EXPECT_FALSE(goals[0].all);
    ASSERT_EQ(goals[1].places.size(), 2u);
    EXPECT_TRUE(goals[1].all);
    EXPECT_NEAR(goals[1].places[0].x, 2, 1e-5);
    EXPECT_NEAR(goals[1].places[1].x, 18, 1e-5);
}

}  // namespace
}  // namespace sketchwalk::navigation
