#include <limits>

#include "tests/core/layout/Sketches.h"

namespace sketchwalk::layout {
namespace {

TEST(Resolve, NamesTheStrokeWhosePhraseIsUnknown) {
    SketchMaker m;
    m.stamp("house", {50, 50});
    m.stamp("qwertyuiop zxcvb", {100, 100});
    const Layout plan = m.plan();
    EXPECT_EQ(plan.placements.size(), 1u);
    EXPECT_TRUE(says(plan, 2, "qwertyuiop zxcvb"));
    EXPECT_FALSE(says(plan, 1, ""));
}

TEST(Resolve, KeepsTheSkyAsAMood) {
    SketchMaker m;
    m.area("dark clouds", rectangle(0, 0, 256, 60));
    const Layout plan = m.plan();
    EXPECT_EQ(plan.atmosphere, std::vector<std::string>{"dark clouds"});
    EXPECT_TRUE(plan.placements.empty());
    EXPECT_TRUE(plan.regions.empty());
    EXPECT_TRUE(says(plan, 1, "cannot stand on the ground"));
}

TEST(Resolve, SetsPlayStrokesAside) {
    SketchMaker m;
    m.stamp("spawn", {30, 40});
    m.line("route", {{10, 10}, {60, 60}});
    m.stamp("label", {120, 88}).text = "Old Mill";
    m.stamp("goal", {200, 200});
    m.line("ink", {{1, 1}, {5, 9}});
    const Layout plan = m.plan();
    ASSERT_TRUE(plan.spawn);
    EXPECT_EQ(*plan.spawn, Point(30, 40));
    EXPECT_EQ(plan.routes.size(), 1u);
    ASSERT_EQ(plan.labels.size(), 1u);
    EXPECT_EQ(plan.labels[0].text, "Old Mill");
    EXPECT_EQ(plan.goals.size(), 1u);
    EXPECT_TRUE(says(plan, 5, "ink"));
    EXPECT_TRUE(plan.placements.empty());
}

TEST(Resolve, GrowsTheBiomesTreeWhereATreeIsDrawnButKeepsWhatIsNamed) {
    SketchMaker m;
    m.base("a snowy plain");
    m.stamp("a tree", {50, 50});
    m.stamp("palm tree", {150, 50});
    m.stamp("pine", {50, 150});
    const Layout plan = m.plan();
    EXPECT_EQ(plan.biome, "snow");
    ASSERT_EQ(plan.placements.size(), 3u);
    EXPECT_EQ(plan.placements[0].category, "pine");
    EXPECT_EQ(plan.placements[1].category, "palm");
    EXPECT_EQ(plan.placements[2].category, "pine");
}

TEST(Resolve, CallsCompleteWhatIsDrawnOneByOne) {
    SketchMaker pines;
    pines.stamp("pine", {50, 50});
    EXPECT_TRUE(pines.plan().complete.contains("pine"));
    EXPECT_FALSE(pines.plan().complete.contains("tree"));

    SketchMaker trees;
    trees.stamp("trees", {50, 50});
    for (const char* id : {"tree", "pine", "palm", "dead_tree"}) EXPECT_TRUE(trees.plan().complete.contains(id)) << id;

    SketchMaker forest;
    forest.area("a forest with trees", rectangle(20, 20, 120, 120));
    EXPECT_TRUE(forest.plan().complete.empty());
}

TEST(Resolve, LeavesOutWhatIsNoNumberOrOffTheMap) {
    const double nan = std::numeric_limits<double>::quiet_NaN(), infinite = std::numeric_limits<double>::infinity();
    SketchMaker m;
    m.line("river", {{10, 10}, {nan, 20}, {60, 60}});
    m.stamp("house", {nan, nan});
    m.stamp("house", {900, 900});
    m.area("lake", {{10, 10}, {infinite, 10}, {10, infinite}});
    m.add("house", {});
    const Layout plan = m.plan();
    ASSERT_EQ(plan.lines.size(), 1u);
    EXPECT_EQ(plan.lines[0].centre.size(), 2u);
    EXPECT_TRUE(says(plan, 1, "no numbers"));
    EXPECT_TRUE(says(plan, 2, "no usable point"));
    EXPECT_TRUE(says(plan, 3, "off the map"));
    EXPECT_TRUE(says(plan, 5, "no usable point"));
    EXPECT_TRUE(plan.placements.empty());
}

TEST(Resolve, ClipsWhatReachesFarOut) {
    SketchMaker m;
    m.area("sea", rectangle(-1e9, 128, 1e9, 1e9));
    m.line("road", {{-1e7, 50}, {1e7, 50}}, 6);
    const Layout plan = m.plan();
    ASSERT_EQ(plan.regions.size(), 1u);
    for (const Point p : plan.regions[0].shape.outer) {
        EXPECT_GE(p.x, -64);
        EXPECT_LE(p.x, 320);
        EXPECT_LE(p.y, 320);
    }
    ASSERT_EQ(plan.lines.size(), 1u);
    EXPECT_DOUBLE_EQ(plan.lines[0].centre.front().x, -64);
    EXPECT_DOUBLE_EQ(plan.lines[0].centre.back().x, 320);
}

}  // namespace
}  // namespace sketchwalk::layout
