// How plants and stones lie over a map: stands and edges of forests, clearings, hedges, rows, scree, seasons.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/assets/Recipes.h"
#include "core/base/Hash.h"
#include "core/scene/Scene.h"
#include "tests/core/scene/HandGround.h"

namespace sketchwalk::scene {
namespace {

constexpr double kSide = 256;

struct Thing {
    std::string category, asset;
    Instance instance;
    Point at() const { return {instance.position.x, instance.position.z}; }
};

class Scatter : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        const std::filesystem::path folder = std::filesystem::path(SKETCHWALK_SOURCE_DIR) / "resources";
        auto catalogue = catalogue::Catalogue::load(folder);
        ASSERT_TRUE(catalogue) << catalogue.error().text;
        auto recipes = assets::Recipes::load(folder / "recipes");
        ASSERT_TRUE(recipes) << recipes.error().text;
        s_catalogue = std::make_unique<catalogue::Catalogue>(std::move(*catalogue));
        s_recipes = std::make_unique<assets::Recipes>(std::move(*recipes));
    }
    static void TearDownTestSuite() {
        s_catalogue.reset();
        s_recipes.reset();
    }

    static std::shared_ptr<terrain::Ground> flat(const char* surface = "grass") {
        auto ground = std::make_shared<terrain::Ground>(
            test::dryGround(512, 512, kSide / 512, [](double, double) { return 10.0; }));
        ground->surfaces = ground->layers = {surface};
        return ground;
    }
    static layout::Region region(const char* id, Ring outer, int64_t stroke = 9) {
        layout::Region region;
        region.stroke = stroke;
        region.id = id;
        region.shape.outer = std::move(outer);
        return region;
    }
    static Ring square(double low, double high) { return {{low, low}, {high, low}, {high, high}, {low, high}}; }

    static Scene furnished(const layout::Layout& layout, const std::shared_ptr<const terrain::Ground>& ground) {
        Job job;
        job.threads = 2;
        auto scene = furnish(layout, ground, *s_catalogue, *s_recipes, job);
        EXPECT_TRUE(scene);
        return std::move(*scene);
    }
    static std::vector<Thing> things(const Scene& scene) {
        std::vector<Thing> all;
        for (const auto& group : scene.groups) {
            const Asset& asset = scene.assets[static_cast<size_t>(group.asset)];
            for (const auto& instance : group.instances) all.push_back({asset.category, asset.id, instance});
        }
        return all;
    }
    static bool isTree(const Thing& thing) { return thing.category == "tree" || thing.category == "pine"; }
    // Metres from a point inside a square to its edge.
    static double inside(Point p, double low, double high) {
        return std::min({p.x - low, p.y - low, high - p.x, high - p.y});
    }

    static inline std::unique_ptr<catalogue::Catalogue> s_catalogue;
    static inline std::unique_ptr<assets::Recipes> s_recipes;
};

// "a pine forest" holds pines: whatever words name trees, in one map side by side, each outline is full of those.
TEST_F(Scatter, AForestIsOfTheTreesThatItsWordsName) {
    const std::vector<std::pair<const char*, const char*>> woods{
        {"a pine forest", "pine"}, {"palm grove", "palm"}, {"dead forest", "dead_tree"}, {"birch wood", "tree"}};
    layout::Layout layout;
    layout.extent = {kSide, kSide};
    for (size_t i = 0; i < woods.size(); ++i) {
        const catalogue::Meaning meaning = s_catalogue->resolve(woods[i].first);
        ASSERT_TRUE(meaning.entry != nullptr && meaning.entry->id == "forest") << woods[i].first;
        const double west = i % 2 == 0 ? 16 : 144, north = i < 2 ? 16 : 144;
        layout.regions.push_back(
            region("forest", {{west, north}, {west + 96, north}, {west + 96, north + 96}, {west, north + 96}},
                   static_cast<int64_t>(i)));
        layout.regions.back().qualities = meaning.qualities;
    }
    const auto all = things(furnished(layout, flat("forest")));
    for (size_t i = 0; i < woods.size(); ++i) {
        std::map<std::string, int> trees;
        std::set<std::string> meshes;
        for (const Thing& thing : all) {
            if (thing.instance.stroke != static_cast<int64_t>(i) || s_catalogue->find(thing.category)->size.height < 5)
                continue;
            ++trees[thing.category];
            meshes.insert(thing.asset);
        }
        EXPECT_EQ(trees.size(), 1u) << woods[i].first;
        EXPECT_GT(trees[woods[i].second], 150) << woods[i].first;
        EXPECT_GE(meshes.size(), 4u) << woods[i].first;
    }
}

TEST_F(Scatter, ASparseForestHasFewTreesAndADenseOneMany) {
    const auto treesOf = [&](std::vector<std::string> qualities) {
        layout::Layout layout;
        layout.extent = {kSide, kSide};
        layout.regions = {region("forest", square(40, 200))};
        layout.regions.back().qualities = std::move(qualities);
        const auto all = things(furnished(layout, flat("forest")));
        return std::count_if(all.begin(), all.end(),
                             [](const Thing& thing) { return isTree(thing) && thing.instance.stroke == 9; });
    };
    const auto usual = treesOf({}), few = treesOf({"sparse"}), many = treesOf({"dense"});
    EXPECT_LT(few, 0.6 * static_cast<double>(usual));
    EXPECT_GT(few, 0.2 * static_cast<double>(usual));
    EXPECT_GT(many, 1.1 * static_cast<double>(usual));
    EXPECT_EQ(treesOf({"murky"}), usual) << "says nothing of trees";
}

TEST_F(Scatter, AForestIsOfManyMeshesAndYetTheSceneOfFew) {
    for (uint64_t seed = 1; seed <= 3; ++seed) {
        layout::Layout layout;
        layout.seed = seed;
        layout.biome = "countryside";
        layout.regions = {region("forest", square(60, 152))};
        std::set<std::string> trees, all;
        int count = 0;
        for (const Thing& thing : things(furnished(layout, flat()))) {
            all.insert(thing.asset);
            if (!isTree(thing) || thing.instance.stroke != 9) continue;
            ++count;
            trees.insert(thing.asset);
        }
        EXPECT_GE(count, 200);
        EXPECT_GE(trees.size(), 12u) << seed;
        EXPECT_LE(all.size(), 22u) << seed;
    }
}

TEST_F(Scatter, FewTreesAreLargeAndManyAreSmall) {
    layout::Layout layout;
    layout.regions = {region("forest", square(30, 220))};
    std::vector<float> scales;
    for (const Thing& thing : things(furnished(layout, flat()))) {
        if (thing.category == "tree" && thing.instance.scale >= 0.75f) scales.push_back(thing.instance.scale);
    }
    ASSERT_GT(scales.size(), 300u);
    const auto share = [&](float from, float to) {
        return static_cast<double>(
                   std::count_if(scales.begin(), scales.end(), [&](float s) { return s >= from && s < to; })) /
               static_cast<double>(scales.size());
    };
    EXPECT_GT(share(0.75f, 1.1f), 0.5);  // 41 % of the range
    EXPECT_LT(share(1.35f, 1.7f), 0.25);
    EXPECT_GT(share(1.35f, 1.7f), 0.04);
}

TEST_F(Scatter, KindsOfTreesStandTogether) {
    layout::Layout layout;
    layout.regions = {region("forest", square(30, 220))};
    std::vector<Thing> trees;
    for (Thing& thing : things(furnished(layout, flat()))) {
        if (thing.category == "tree" && thing.instance.scale >= 0.75f) trees.push_back(std::move(thing));
    }
    int alike = 0, pairs = 0;
    for (const Thing& a : trees) {
        for (const Thing& b : trees) {
            const double away = distance(a.at(), b.at());
            if (away <= 0 || away > 8) continue;
            ++pairs;
            alike += a.asset == b.asset;
        }
    }
    ASSERT_GT(pairs, 300);
    EXPECT_GT(alike, pairs / 4);  // an eighth by chance
    EXPECT_LT(alike, pairs * 3 / 4);
}

TEST_F(Scatter, ForestEdgesAreThickWithBushesAndSaplings) {
    layout::Layout layout;
    layout.regions = {region("forest", square(40, 200))};
    double rim = 0, core = 0;
    int saplings = 0;
    for (const Thing& thing : things(furnished(layout, flat()))) {
        if (thing.instance.stroke != 9) continue;
        const double edge = inside(thing.at(), 40, 200);
        if (thing.category == "bush") (edge < 4 ? rim : core) += 1;
        if (thing.category == "tree" && thing.instance.scale < 0.6f) {
            ++saplings;
            EXPECT_LT(edge, 6.5);
        }
    }
    rim /= 160.0 * 160 - 152.0 * 152;  // per square metre
    core /= 152.0 * 152;
    EXPECT_GT(core, 0);
    EXPECT_GT(rim, 2.5 * core);
    EXPECT_GT(saplings, 10);
}

TEST_F(Scatter, ClearingsOpenInsideAForestButNeverAtItsEdge) {
    layout::Layout layout;
    layout.regions = {region("forest", square(20, 236))};
    const auto all = things(furnished(layout, flat()));
    int flowers = 0, crowded = 0;
    for (const Thing& flower : all) {
        if (flower.category != "flowers" || flower.instance.stroke != 9) continue;
        ++flowers;
        EXPECT_GT(inside(flower.at(), 20, 236), 7);
        crowded += std::any_of(all.begin(), all.end(), [&](const Thing& other) {
            return isTree(other) && other.instance.scale > 0.75f && distance(other.at(), flower.at()) < 0.5;
        });
    }
    EXPECT_GT(flowers, 60);
    EXPECT_EQ(crowded, 0);
}

TEST_F(Scatter, FieldsHaveStraightRowsOfOneCropInsideAHedge) {
    // Turned by 30 degrees, 80 m by 44 m: the rows follow the long side.
    const Point along(0.8660254, 0.5), across(-0.5, 0.8660254), centre(128, 128);
    const auto corner = [&](double u, double v) { return centre + along * u + across * v; };
    layout::Layout layout;
    layout.biome = "countryside";
    layout.regions = {region("field", {corner(-40, -22), corner(40, -22), corner(40, 22), corner(-40, 22)})};
    std::map<long, int> rows;
    std::set<std::string> kinds;
    int hedge = 0, crops = 0;
    for (const Thing& thing : things(furnished(layout, flat("field")))) {
        if (thing.instance.stroke != 9) continue;
        const Point d = thing.at() - centre;
        const double u = d.x * along.x + d.y * along.y, v = d.x * across.x + d.y * across.y;
        const double edge = std::min(40 - std::abs(u), 22 - std::abs(v));
        if (thing.category == "crops") {
            ++crops;
            ++rows[std::lround(v * 20)];  // a row is within 5 cm
            kinds.insert(thing.asset);
            EXPECT_GT(edge, 1.5);
            // Local x runs along the row: yaw 150 or -30 of (cos, -sin) is (0.866, 0.5).
            const double yaw = std::fmod(thing.instance.yaw + 720.0, 180.0);
            EXPECT_NEAR(yaw, 150, 0.5);
        } else if (thing.category == "bush") {
            ++hedge;
            EXPECT_LT(edge, 2);
        }
    }
    EXPECT_GT(crops, 300);
    EXPECT_LT(rows.size(), 18u);
    EXPECT_GE(rows.size(), 12u);
    EXPECT_EQ(kinds.size(), 1u);
    EXPECT_GT(hedge, 25);
}

TEST_F(Scatter, WhereTreesWereDrawnFieldsGetNone) {
    layout::Layout layout;
    layout.regions = {region("field", square(60, 200))};
    layout.complete = {"tree"};
    int crops = 0;
    for (const Thing& thing : things(furnished(layout, flat("field")))) {
        EXPECT_FALSE(isTree(thing));
        crops += thing.category == "crops";
    }
    EXPECT_GT(crops, 300);
}

TEST_F(Scatter, ScreeLiesAtTheFootOfCliffs) {
    // A scarp, 12 m in 6 m, at x = 125 to 131; level elsewhere.
    const auto ground = std::make_shared<terrain::Ground>(test::dryGround(
        512, 512, kSide / 512, [](double x, double) { return 10 + 12 * std::clamp((x - 125) / 6, 0.0, 1.0); }));
    std::map<int, int> stones;  // by x, in strips of 8 m
    for (const Thing& thing : things(furnished(layout::Layout(), ground))) {
        if (thing.category == "stones" || thing.category == "boulder") ++stones[static_cast<int>(thing.at().x / 8)];
    }
    int elsewhere = 0;
    for (const auto& [strip, count] : stones) elsewhere += strip < 14 || strip > 17 ? count : 0;
    const double usual = elsewhere / 28.0;
    EXPECT_GT(stones[15], 6 * usual + 6) << "x = 120 to 128";
    EXPECT_LT(stones[17], 4 * usual + 6) << "above the cliff";
}

TEST_F(Scatter, WinterBaresTheTreesAndPutsSnowOnEverything) {
    layout::Layout layout;
    layout.biome = "countryside";
    layout.season = "winter";
    layout.base = "snow";
    layout.regions = {region("forest", square(40, 120)), region("field", square(140, 220), 10)};
    layout::Placement house;
    house.id = 7;
    house.stroke = 7;
    house.category = "house";
    house.position = {130, 30};
    house.footprint = {10, 8};
    layout.placements = {house};
    int trees = 0;
    for (const Thing& thing : things(furnished(layout, flat("snow")))) {
        EXPECT_NE(thing.category, "crops");
        EXPECT_NE(thing.category, "flowers");
        if (thing.category == "house") {
            EXPECT_NE(thing.asset.find("_snowy"), std::string::npos);
            EXPECT_EQ(thing.asset.find("_bare"), std::string::npos);
        }
        if (thing.category != "tree") continue;
        ++trees;
        EXPECT_TRUE(thing.asset.ends_with("_snowy_bare")) << thing.asset << ": drawn and grown ones share a mesh";
    }
    EXPECT_GT(trees, 80);
}

TEST_F(Scatter, AutumnTurnsTheLeaves) {
    layout::Layout layout;
    layout.regions = {region("forest", square(40, 120))};
    const auto redness = [&](const char* season) {
        layout.season = season;
        const Scene scene = furnished(layout, flat());
        float sum = 0;
        int count = 0;
        for (const auto& material : scene.materials) {
            if (!material.name.starts_with("leaf") || material.name.starts_with("leaf_pine")) continue;
            sum += material.colour.x - material.colour.y;
            ++count;
        }
        return count > 0 ? sum / static_cast<float>(count) : 0.0f;
    };
    EXPECT_GT(redness("autumn"), 0.1f);
    EXPECT_LT(redness(""), 0.0f);
}

TEST_F(Scatter, AnAutumnForestHasNoGreenTreeInSummer) {
    layout::Layout layout;
    layout.regions = {region("forest", square(40, 120))};
    layout.regions.front().qualities = {"autumn"};
    const Scene scene = furnished(layout, flat());
    std::set<std::string> crowns;
    for (const Asset& asset : scene.assets) {
        if (!asset.mesh || !asset.id.starts_with("tree") || !asset.id.ends_with("_autumn")) continue;
        for (const auto& primitive : asset.mesh->primitives) {
            const auto& material = scene.materials[static_cast<size_t>(primitive.material)];
            if (!material.name.starts_with("leaf")) continue;
            crowns.insert(material.name);
            EXPECT_GT(material.colour.x, material.colour.y) << asset.id << ": " << material.name;
        }
    }
    EXPECT_GE(crowns.size(), 4u) << "of several colours";
}

// The far end of a forest is drawn anew: nothing further than 64 m from the change may move.
TEST_F(Scatter, ReshapingAForestMovesNothingFarAway) {
    layout::Layout before, after;
    before.regions = {region("forest", {{20, 20}, {120, 20}, {120, 80}, {20, 80}})};
    after.regions = {region("forest", {{20, 20}, {120, 20}, {160, 30}, {150, 90}, {120, 80}, {20, 80}})};
    const auto ground = flat();
    std::map<uint64_t, Thing> a, b;
    for (Thing& thing : things(furnished(before, ground))) a.emplace(thing.instance.id, thing);
    for (Thing& thing : things(furnished(after, ground))) b.emplace(thing.instance.id, thing);
    size_t seen = 0;
    for (const auto& [id, thing] : a) {
        if (thing.at().x > 56) continue;
        const auto found = b.find(id);
        ASSERT_TRUE(found != b.end()) << thing.category << " at " << thing.at().x;
        EXPECT_EQ(found->second.asset, thing.asset);
        EXPECT_EQ(found->second.instance.position, thing.instance.position);
        EXPECT_EQ(found->second.instance.scale, thing.instance.scale);
        ++seen;
    }
    EXPECT_GT(seen, 100u);
}

}  // namespace
}  // namespace sketchwalk::scene
