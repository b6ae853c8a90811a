#include <gtest/gtest.h>

#include <map>
#include <set>

#include "core/assets/Recipes.h"
#include "core/base/Hash.h"
#include "core/scene/Scene.h"
#include "core/scene/TerrainMesh.h"
#include "tests/core/scene/HandGround.h"

namespace sketchwalk::scene {
namespace {

class Furnish : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        const std::filesystem::path folder = std::filesystem::path(SKETCHWALK_SOURCE_DIR) / "resources";
        auto catalogue = catalogue::Catalogue::load(folder);
        ASSERT_TRUE(catalogue) << catalogue.error().text;
        auto recipes = assets::Recipes::load(folder / "recipes");
        ASSERT_TRUE(recipes) << recipes.error().text;
        s_catalogue = std::make_unique<catalogue::Catalogue>(std::move(*catalogue));
        s_recipes = std::make_unique<assets::Recipes>(std::move(*recipes));
        s_ground = std::make_shared<terrain::Ground>(test::lakeland());
    }
    static void TearDownTestSuite() {
        s_catalogue.reset();
        s_recipes.reset();
        s_ground.reset();
    }

    static layout::Placement house(uint64_t id, Point at, double yaw = 0) {
        layout::Placement placement;
        placement.id = mix(id);
        placement.stroke = static_cast<int64_t>(id);
        placement.category = "house";
        placement.position = at;
        placement.footprint = {10, 8};
        placement.yaw = yaw;
        return placement;
    }

    static layout::Region forest(Ring outer) {
        layout::Region region;
        region.stroke = 9;
        region.id = "forest";
        region.shape.outer = std::move(outer);
        return region;
    }

    static Scene furnished(const layout::Layout& layout, int threads = 2) {
        Job job;
        job.threads = threads;
        auto scene = furnish(layout, s_ground, *s_catalogue, *s_recipes, job);
        EXPECT_TRUE(scene);
        return std::move(*scene);
    }

    struct Thing {
        std::string category, asset;
        Instance instance;
        bool operator==(const Thing& o) const {
            return category == o.category && asset == o.asset && instance.position == o.instance.position &&
                   instance.yaw == o.instance.yaw && instance.scale == o.instance.scale &&
                   instance.stroke == o.instance.stroke;
        }
    };
    static std::map<uint64_t, Thing> things(const Scene& scene) {
        std::map<uint64_t, Thing> all;
        for (const auto& group : scene.groups) {
            const Asset& asset = scene.assets[static_cast<size_t>(group.asset)];
            for (const auto& instance : group.instances) {
                EXPECT_TRUE(all.emplace(instance.id, Thing{asset.category, asset.id, instance}).second)
                    << "two things with one id";
            }
        }
        return all;
    }
    static Point at(const Thing& thing) { return {thing.instance.position.x, thing.instance.position.z}; }

    static inline std::unique_ptr<catalogue::Catalogue> s_catalogue;
    static inline std::unique_ptr<assets::Recipes> s_recipes;
    static inline std::shared_ptr<const terrain::Ground> s_ground;
};

TEST_F(Furnish, StandsOnTheDrawnGroundAndOffTheWater) {
    layout::Layout layout;
    layout.regions = {forest({{20, 20}, {120, 30}, {110, 110}, {30, 100}})};
    for (uint64_t i = 0; i < 20; ++i)
        layout.placements.push_back(
            house(i + 1, {130 + 20.0 * static_cast<double>(i % 5), 150 + 22.0 * static_cast<double>(i / 5)}));
    const Scene scene = furnished(layout);
    const TerrainMesh mesh(*s_ground, 1);
    ASSERT_GT(scene.objectCount(), 200u);
    for (const auto& [id, thing] : things(scene)) {
        EXPECT_NEAR(thing.instance.position.y, mesh.heightAt(at(thing)), 0.5) << thing.category;
        EXPECT_FALSE(s_ground->isWater(at(thing))) << thing.category;
    }
}

TEST_F(Furnish, DrawnForestsFillTheirOutlineAndNothingElse) {
    layout::Layout layout;
    const Ring outline = {{20, 20}, {100, 20}, {100, 60}, {60, 61}, {60, 100}, {20, 100}};
    layout.regions = {forest(outline)};
    layout.complete = {"tree"};  // and yet the forest has trees
    int inside = 0;
    std::set<std::pair<int, int>> squares;
    for (const auto& [id, thing] : things(furnished(layout))) {
        const bool tree = thing.category == "tree" || thing.category == "pine";
        EXPECT_TRUE(!tree || thing.instance.stroke == 9);
        if (thing.instance.stroke != 9) {
            EXPECT_FALSE(contains(outline, at(thing))) << thing.category;
            continue;
        }
        EXPECT_TRUE(contains(outline, at(thing))) << thing.category;
        if (tree) {
            ++inside;
            squares.insert({static_cast<int>(at(thing).x / 20), static_cast<int>(at(thing).y / 20)});
        }
    }
    EXPECT_GT(inside, 60);
    EXPECT_GE(squares.size(), 11u);  // of the 12 squares of 20 m that the outline holds
}

TEST_F(Furnish, WhatWasDrawnOneByOneGrowsNowhereElse) {
    layout::Layout layout;
    const auto counted = [&](const char* category) {
        size_t count = 0;
        for (const auto& [id, thing] : things(furnished(layout))) count += thing.category == category;
        return count;
    };
    ASSERT_GT(counted("tree"), 0u);
    layout.complete = {"pine"};
    EXPECT_EQ(counted("tree"), 0u) << "three drawn pines mean no other trees";
    EXPECT_GT(counted("tall_grass"), 0u);
}

TEST_F(Furnish, OpenGroundThatIsAJungleGrowsOne) {
    auto ground = test::lakeland();
    ground.surfaces[0] = "jungle";
    layout::Layout layout;
    layout.biome = layout.base = "jungle";
    layout.complete = {"vine"};
    const auto scene =
        furnish(layout, std::make_shared<terrain::Ground>(std::move(ground)), *s_catalogue, *s_recipes, {});
    ASSERT_TRUE(scene);
    std::map<std::string, int> counts;
    for (const auto& [id, thing] : things(*scene)) ++counts[thing.category];
    EXPECT_GT(counts["tree"] + counts["palm"], 200);
    EXPECT_EQ(counts["vine"], 0);
}

TEST_F(Furnish, CropsStandInRowsAlongTheField) {
    layout::Layout layout;
    layout::Region field = forest({{20, 20}, {80, 20}, {80, 50}, {20, 50}});  // longer from west to east
    field.id = "field";
    layout.regions = {field};
    std::map<int, int> rows;  // crops by their distance from the northern edge, in centimetres
    int crops = 0;
    for (const auto& [id, thing] : things(furnished(layout))) {
        if (thing.category != "crops") continue;
        ++crops;
        ++rows[static_cast<int>(std::lround(100 * at(thing).y))];
        EXPECT_TRUE(contains(field.shape.outer, at(thing)));
        EXPECT_EQ(thing.instance.stroke, 9);
    }
    EXPECT_GT(crops, 150);
    EXPECT_LT(rows.size(), 20u);
}

TEST_F(Furnish, KeepsOffBuildings) {
    layout::Layout layout;
    layout.placements = {house(1, {200, 200}, 30)};
    const Scene without = furnished(layout::Layout()), with = furnished(layout);
    for (const auto& [id, thing] : things(with)) {
        if (thing.instance.stroke) continue;
        const Point d = at(thing) - Point(200, 200);
        const double c = 0.8660254, s = 0.5;  // yaw 30: local x points to (cos, -sin)
        const double x = std::abs(d.x * c - d.y * s), z = std::abs(d.x * s + d.y * c);
        EXPECT_FALSE(x < 5 && z < 4) << thing.category;
    }
}

TEST_F(Furnish, AnEditMovesNothingOutsideItsReach) {
    for (uint64_t seed = 0; seed < 12; ++seed) {
        layout::Layout before;
        before.seed = seed;
        before.regions = {forest({{20, 20}, {120, 30}, {110, 110}, {30, 100}})};
        for (uint64_t i = 0; i < 6; ++i)
            before.placements.push_back(house(i + 1, {130 + 20.0 * static_cast<double>(i), 200}));
        layout::Layout after = before;
        const Point edit(20 + 210 * randomUnit(seed, "x"), 20 + 210 * randomUnit(seed, "y"));
        after.placements.push_back(house(77, edit, 360 * randomUnit(seed, "yaw")));
        const auto a = things(furnished(before)), b = things(furnished(after));
        const auto expectSame = [&](const auto& one, const auto& other) {
            for (const auto& [id, thing] : one) {
                if (distance(at(thing), edit) <= 20) continue;
                const auto found = other.find(id);
                ASSERT_TRUE(found != other.end()) << thing.category << " " << distance(at(thing), edit) << " m away";
                EXPECT_TRUE(found->second == thing) << thing.category;
            }
        };
        expectSame(a, b);
        expectSame(b, a);
    }
}

TEST_F(Furnish, IsTheSameWithAnyNumberOfThreads) {
    layout::Layout layout;
    layout.regions = {forest({{20, 20}, {120, 30}, {110, 110}, {30, 100}})};
    layout.placements = {house(1, {200, 200}), house(2, {150, 210})};
    const Scene a = furnished(layout, 1), b = furnished(layout, 3);
    ASSERT_EQ(a.groups.size(), b.groups.size());
    for (size_t i = 0; i < a.groups.size(); ++i) EXPECT_EQ(a.groups[i].hash, b.groups[i].hash);
    for (size_t i = 0; i < a.chunks.size(); ++i) EXPECT_EQ(a.chunks[i].mesh->hash, b.chunks[i].mesh->hash);
    EXPECT_EQ(a.terrainColour->pixels, b.terrainColour->pixels);
    EXPECT_EQ(a.spawn.position, b.spawn.position);
}

TEST_F(Furnish, SpawnsOnDryLevelGroundOrWhereItWasDrawn) {
    layout::Layout layout;
    layout.placements = {house(1, {200, 200}), house(2, {150, 210})};
    const Scene free = furnished(layout);
    EXPECT_FALSE(s_ground->isWater({free.spawn.position.x, free.spawn.position.z}));
    layout.spawn = Point(40, 60);
    const Scene drawn = furnished(layout);
    EXPECT_NEAR(drawn.spawn.position.x, 40, 3);
    EXPECT_NEAR(drawn.spawn.position.z, 60, 3);
    layout.spawn = Point(80, 150);  // in the middle of the lake
    const Scene wet = furnished(layout);
    EXPECT_FALSE(s_ground->isWater({wet.spawn.position.x, wet.spawn.position.z}));
    EXPECT_FALSE(wet.diagnostics.empty());
}

TEST_F(Furnish, BoatsFloatAtTheLevel) {
    layout::Layout layout;
    layout::Placement boat = house(5, {80, 150});
    boat.category = "boat";
    boat.afloat = true;
    layout.placements = {boat};
    for (const auto& [id, thing] : things(furnished(layout))) {
        if (thing.category != "boat") continue;
        EXPECT_FLOAT_EQ(thing.instance.position.y, 2);
    }
}

TEST_F(Furnish, SurvivesOddPlacements) {
    layout::Layout layout;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (uint64_t i = 0; i < 8; ++i) layout.placements.push_back(house(i + 1, {60, 60}));
    layout.placements[0].position = {nan, 20};
    layout.placements[1].position = {1e300, -1e300};
    layout.placements[2].footprint = {0, -4};
    layout.placements[3].footprint = {nan, 1e300};
    layout.placements[4].yaw = nan;
    layout.placements[5].category = "no such thing";
    layout.placements[6].path = {{60, 60}, {60, 60}};
    layout.placements[7].outline = {{nan, nan}, {0, 0}, {1e9, 3}};
    layout.regions = {forest({}), forest({{nan, 1}, {2, 3}, {4, 5}}), forest({{-1e9, -1e9}, {1e9, -1e9}, {0, 1e9}}),
                      forest({{5, 5}})};
    const Scene scene = furnished(layout);
    for (const auto& [id, thing] : things(scene)) {
        EXPECT_TRUE(std::isfinite(thing.instance.position.x + thing.instance.position.y + thing.instance.position.z +
                                  thing.instance.yaw + thing.instance.scale));
    }
    EXPECT_FALSE(scene.diagnostics.empty());
}

TEST_F(Furnish, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    Job job;
    job.stop = stop.get_token();
    const auto scene = furnish(layout::Layout(), s_ground, *s_catalogue, *s_recipes, job);
    ASSERT_FALSE(scene);
    EXPECT_EQ(scene.error().kind, ErrorKind::interrupted);
}

}  // namespace
}  // namespace sketchwalk::scene
