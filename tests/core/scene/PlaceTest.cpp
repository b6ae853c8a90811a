#include "core/scene/Place.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <optional>

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

TEST_F(Place, HousesOfNearlyOneSizeShareMeshes) {
    for (int i = 0; i < 60; ++i) add("house", {60, 60}, {9.0 + 0.01 * i, 7.1 - 0.01 * i});
    std::map<int, double> scales;
    for (const Copy& copy : placed()) {
        scales[copy.asset] = copy.instance.scale;
        EXPECT_GT(copy.instance.scale, 0.85f);
        EXPECT_LT(copy.instance.scale, 1.18f);
    }
    EXPECT_LE(scales.size(), 8u);
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
