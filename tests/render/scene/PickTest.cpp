#include "render/scene/Pick.h"

#include <gtest/gtest.h>

#include <cmath>
#include <glm/geometric.hpp>

namespace sketchwalk::render {
namespace {

// A plain of 10 x 10 m at height 2, with a box of 2 x 2 x 2 m, turned by 90 degrees and twice as large, at (5, 2, 5).
std::shared_ptr<scene::Scene> plainWithBox() {
    auto scene = std::make_shared<scene::Scene>();
    scene->extent = {10, 10};
    auto ground = std::make_shared<terrain::Ground>();
    ground->extent = {10, 10};
    ground->spacing = 1;
    ground->height = Grid<float>(11, 11, 2.0f);
    ground->waterLevel = Grid<float>(11, 11, NAN);
    ground->water = Grid<uint16_t>(10, 10);
    ground->surface = Grid<uint8_t>(10, 10);
    scene->ground = ground;
    auto mesh = std::make_shared<assets::Mesh>();
    auto& p = mesh->primitives.emplace_back();
    // One wall of the box at x = 1 (local), seen from either side: from (1, 0, -1) to (1, 2, 1).
    p.positions = {{1, 0, -1}, {1, 2, -1}, {1, 2, 1}, {1, 0, 1}};
    p.normals.assign(4, {1, 0, 0});
    p.indices = {0, 1, 2, 0, 2, 3};
    assets::finish(*mesh);
    scene->assets.push_back({"wall", "wall", mesh});
    scene::InstanceGroup group;
    scene::Instance instance;
    instance.id = 77;
    instance.stroke = 5;
    instance.position = {5, 2, 5};
    instance.yaw = 90;
    instance.scale = 2;
    group.instances.push_back(instance);
    scene->groups.push_back(group);
    return scene;
}

TEST(Pick, HitsThePlainWhereTheRayMeetsIt) {
    const Picker picker(plainWithBox());
    // From (2, 5, 1) down at 45 degrees southward: 3 m down, 3 m south.
    const auto hit = picker.pick({{2, 5, 1}, glm::normalize(glm::vec3(0, -1, 1))});
    ASSERT_TRUE(hit);
    EXPECT_FALSE(hit->instance);
    EXPECT_NEAR(hit->point.x, 2, 1e-4);
    EXPECT_NEAR(hit->point.y, 2, 1e-4);
    EXPECT_NEAR(hit->point.z, 4, 1e-4);
    EXPECT_NEAR(hit->distance, 3 * std::sqrt(2.0), 1e-4);
}

TEST(Pick, FindsTheTurnedAndScaledObjectBeforeTheGround) {
    const Picker picker(plainWithBox());
    // Yaw 90 turns local +X to -Z: the wall stands at z = 5 - 2 = 3, x from 3 to 7, y from 2 to 6.
    const auto hit = picker.pick({{5, 3, 0}, {0, 0, 1}});
    ASSERT_TRUE(hit);
    ASSERT_TRUE(hit->instance);
    EXPECT_EQ(*hit->instance, 77u);
    EXPECT_EQ(hit->stroke, 5);
    EXPECT_NEAR(hit->point.z, 3, 1e-4);
}

TEST(Pick, PassesBesideTheObject) {
    const Picker picker(plainWithBox());
    EXPECT_FALSE(picker.pick({{7.2f, 3, 0}, {0, 0, 1}}));                        // beside, level: meets nothing
    EXPECT_FALSE(picker.pick({{5, 6.2f, 0}, {0, 0, 1}}));                        // above
    EXPECT_FALSE(picker.pick({{5, 3, 0}, {0, 0, -1}}));                          // the other way
    EXPECT_FALSE(picker.pick({{5, 3, 0}, glm::normalize(glm::vec3(0, 2, 1))}));  // over it
}

TEST(Pick, WaterIsTouchedAtItsSurface) {
    auto scene = plainWithBox();
    auto ground = std::make_shared<terrain::Ground>(*scene->ground);
    for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 4; ++x) ground->water(x, y) = 1;
    }
    for (int y = 0; y < 6; ++y) {
        for (int x = 0; x < 6; ++x) ground->waterLevel(x, y) = 3.5f;
    }
    scene->ground = ground;
    const Picker picker(scene);
    const auto wet = picker.ground({{1.5f, 9, 1.5f}, {0, -1, 0}}), dry = picker.ground({{8.5f, 9, 8.5f}, {0, -1, 0}});
    ASSERT_TRUE(wet && dry);
    EXPECT_NEAR(wet->y, 3.5, 1e-4);
    EXPECT_NEAR(dry->y, 2, 1e-4);
}

TEST(Pick, SlopesAreMetBetweenNodes) {
    auto scene = plainWithBox();
    auto ground = std::make_shared<terrain::Ground>(*scene->ground);
    for (int y = 0; y <= 10; ++y) {
        for (int x = 0; x <= 10; ++x) ground->height(x, y) = static_cast<float>(x);
    }
    scene->ground = ground;
    scene->groups.clear();
    const auto hit = Picker(scene).ground({{0, 4.25f, 5}, {1, 0, 0}});
    ASSERT_TRUE(hit);
    EXPECT_NEAR(hit->x, 4.25, 1e-3);
}

TEST(Pick, AnEmptySceneAnswersNothing) {
    EXPECT_FALSE(Picker(std::make_shared<scene::Scene>()).pick({{0, 5, 0}, {0, -1, 0}}));
}

}  // namespace
}  // namespace sketchwalk::render
