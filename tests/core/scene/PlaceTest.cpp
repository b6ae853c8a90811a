#include "core/assets/Recipes.h"
#include "core/scene/Place.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "core/assets/Recipes.h"
#include "core/base/Hash.h"
#include "tests/core/scene/HandGround.h"

namespace sketchwalk::scene {
namespace {

// A slope that rises 1 in 10 to the east.
class Place : public ::testing::Test {
  protected:
    void SetUp() override {
        const std::filesystem::path folder = std::filesystem::path(SKETCHWALK_SOURCE_DIR) / "resources";
        auto catalogue = catalogue::Catalogue::load(folder);
        ASSERT_TRUE(catalogue) << catalogue.error().text;
        m_catalogue = std::move(*catalogue);
        auto recipes = assets::Recipes::load(folder / "recipes");
        ASSERT_TRUE(recipes) << recipes.error().text;
        m_recipes = std::move(*recipes);
        m_ground = test::dryGround(128, 128, 1, [](double x, double) { return 0.1 * x; });
    }

    layout::Placement& add(const char* category, Point at, Point footprint = {4, 4}) {
        layout::Placement placement;
        placement.id = mix(m_layout.placements.size());
        placement.stroke = static_cast<int64_t>(m_layout.placements.size()) + 1;
        placement.category = category;
        placement.position = at;
        placement.footprint = footprint;
        m_layout.placements.push_back(placement);
        return m_layout.placements.back();
    }

    std::vector<Copy> placed() {
        const TerrainMesh mesh(m_ground, 1);
        const Setting setting{m_layout, m_ground, m_catalogue, m_catalogue.biomes().front(), mesh, false};
        AssetShelf shelf(m_recipes, setting.biome.palette, 1);
        m_layout.extent = m_ground.extent;
        return placeDrawn(setting, shelf, m_diagnostics);
    }

    catalogue::Catalogue m_catalogue;
    assets::Recipes m_recipes;
    terrain::Ground m_ground;
    layout::Layout m_layout;
    Diagnostics m_diagnostics;
};

TEST_F(Place, BridgesRunFromFootToFoot) {
    auto& bridge = add("bridge", {50, 40});
    bridge.path = {{40, 50}, {60, 30}};  // to the north-east: heights 4 and 6
    bridge.width = 5;
    const auto copies = placed();
    ASSERT_EQ(copies.size(), 1u);
    const Instance& instance = copies[0].instance;
    EXPECT_NEAR(instance.position.x, 50, 1e-4);
    EXPECT_NEAR(instance.position.z, 40, 1e-4);
    EXPECT_NEAR(instance.position.y, 5.05, 1e-3);
    EXPECT_NEAR(instance.yaw, 45, 1e-4);  // local x, which yaw 0 sends east, is turned toward the north
}

TEST_F(Place, BarriersStandOnTheGroundAtTheirMiddle) {
    add("fence", {50, 50}).path = {{48, 50}, {51, 50}};
    const auto copies = placed();
    ASSERT_EQ(copies.size(), 1u);
    EXPECT_NEAR(copies[0].instance.position.y, 4.95, 1e-3);
    EXPECT_NEAR(copies[0].instance.yaw, 0, 1e-4);
}

// A fence over rolling ground: both ends of every section lie within 0.3 m of the ground.
TEST_F(Place, FencesStandOnTheGroundAtTheirEnds) {
    m_ground =
        test::dryGround(128, 128, 1, [](double x, double y) { return 6 + 3 * std::sin(x / 9) + 2 * std::cos(y / 7); });
    for (int i = 0; i < 30; ++i) {
        const Point a(10 + 3.0 * i, 20 + 2.5 * i), b = a + Point(3, 2.5);
        auto& fence = add("fence", (a + b) * 0.5);
        fence.stroke = 1;
        fence.path = {a, b};
    }
    m_layout.extent = m_ground.extent;
    const TerrainMesh mesh(m_ground, 1);
    const Setting setting{m_layout, m_ground, m_catalogue, m_catalogue.biomes().front(), mesh, false};
    AssetShelf shelf(m_recipes, setting.biome.palette, 1);
    const std::vector<Copy> copies = placeDrawn(setting, shelf, m_diagnostics);
    shelf.build(std::vector<bool>(shelf.size(), true), {});
    Scene scene;
    const std::vector<int> assetOf = shelf.unpack(std::vector<bool>(shelf.size(), true), scene);
    ASSERT_EQ(copies.size(), 30u);
    for (size_t i = 0; i < copies.size(); ++i) {
        const auto& built = *scene.assets[static_cast<size_t>(assetOf[static_cast<size_t>(copies[i].asset)])].mesh;
        // The feet of the outermost posts reach 0.4 to 0.5 m into the ground; between the ends they lie on the slope.
        for (const float sign : {-1.0f, 1.0f}) {
            float foot = 1e9f, top = -1e9f;
            for (const auto& p : built.primitives) {
                for (const auto& v : p.positions) {
                    if (sign * v.x < built.max.x - 0.4f) continue;
                    foot = std::min(foot, v.y);
                    top = std::max(top, v.y);
                }
            }
            const auto& path = m_layout.placements[i].path;
            const double ground = m_ground.heightAt(sign < 0 ? path.front() : path.back());
            EXPECT_LT(copies[i].instance.position.y + foot, ground) << i;                // none hangs
            EXPECT_GT(copies[i].instance.position.y + foot, ground - 0.9) << i;          // none is buried
            EXPECT_NEAR(copies[i].instance.position.y + top - 1.25, ground, 0.45) << i;  // about as tall as a fence
        }
    }
}

TEST_F(Place, AllOfOneFenceLooksAlike) {
    for (int i = 0; i < 12; ++i) {
        auto& fence = add("fence", {20 + 3.0 * i, 60});
        fence.stroke = 7;
        fence.path = {{20 + 3.0 * i, 58.5}, {20 + 3.0 * i, 61.5}};  // across the slope: all level
    }
    std::set<int> meshes;
    for (const Copy& copy : placed()) meshes.insert(copy.asset);
    EXPECT_EQ(meshes.size(), 1u);
}

TEST_F(Place, AWaterfallReachesFromItsFootBackToTheCliff) {
    m_ground = test::dryGround(128, 128, 1, [](double x, double) { return x <= 42 ? 12.0 : x >= 44 ? 4.0 : 8.0; });
    auto& fall = add("waterfall", {46, 60}, {8, 8});
    fall.yaw = 90;  // falls to the east: its foot at x = 50
    const auto copies = placed();
    ASSERT_EQ(copies.size(), 1u);
    EXPECT_NEAR(copies[0].instance.position.y, 4, 1e-3);
    EXPECT_NEAR(copies[0].instance.position.x, 50 - 11 / 2.0, 0.6);  // 8 m back and 3 m of pool
}

TEST_F(Place, ACaveOnASlopeLooksDownhill) {
    m_ground = test::dryGround(128, 128, 1, [](double x, double) { return 60 - 0.5 * x; });
    auto& cave = add("cave", {50, 50}, {10, 9});
    cave.yaw = 200;
    const auto copies = placed();
    EXPECT_NEAR(copies[0].instance.yaw, 90, 1e-3);
    EXPECT_NEAR(copies[0].instance.position.y, 60 - 0.5 * (50 + 0.45 * 9) - 0.1, 1e-3);
}

TEST_F(Place, HousesOfNearlyOneSizeShareMeshes) {
    for (int i = 0; i < 60; ++i) add("house", {60, 60}, {9.0 + 0.01 * i, 7.1 - 0.01 * i});
    std::map<int, double> scales;
    for (const Copy& copy : placed()) {
        scales[copy.asset] = copy.instance.scale;
        EXPECT_GT(copy.instance.scale, 0.85f);
        EXPECT_LT(copy.instance.scale, 1.18f);
    }
    EXPECT_LE(scales.size(), 9u);  // all in one place: every variant of one size
}

TEST_F(Place, ScaledPlantsFillWhatWasDrawn) {
    const auto* tree = m_catalogue.find("tree");
    ASSERT_NE(tree, nullptr);
    add("tree", {30, 30}, {1.5 * tree->size.width, 1.5 * tree->size.depth});
    EXPECT_NEAR(placed()[0].instance.scale, 1.5, 1e-5);
}

TEST_F(Place, NoWallHangsFreeOnASlopeAndNoneIsBuried) {
    auto& statue = add("statue", {50, 50}, {2, 2});
    statue.yaw = 0;
    add("ruin", {80, 50}, {14, 14});
    const auto copies = placed();
    EXPECT_NEAR(copies[0].instance.position.y, 4.9, 1e-3);  // its lowest corner
    EXPECT_NEAR(copies[1].instance.position.y, 7.6, 1e-3);  // at most 0.4 m below its middle
}

TEST_F(Place, ThingsWithoutARecipeAreNamed) {
    add("griffin", {20, 20});
    EXPECT_TRUE(placed().empty());
    ASSERT_EQ(m_diagnostics.size(), 1u);
    EXPECT_EQ(m_diagnostics[0].stroke, 1);
    EXPECT_NE(m_diagnostics[0].text.find("griffin"), std::string::npos);
}

}  // namespace
}  // namespace sketchwalk::scene
