// Water that is right: levels, beds, shores, networks.
#include <algorithm>
#include <functional>
#include <queue>

#include "core/terrain/WaterBodies.h"
#include "tests/core/terrain/Worlds.h"

namespace sketchwalk::terrain {
namespace {

double levelAt(const Ground& g, Point p) {
    const int x = static_cast<int>(p.x / g.spacing + 0.5), y = static_cast<int>(p.y / g.spacing + 0.5);
    return g.waterLevel.clamped(x, y);
}

// Levels along a drawn river, from its first point to its last, where it is water.
std::vector<double> profile(const Ground& g, const Polyline& course) {
    std::vector<double> out;
    for (double s = 0; s <= lengthOf(course); s += 2) {
        const Point p = pointAlong(course, s);
        if (g.isWater(p)) out.push_back(levelAt(g, p));
    }
    return out;
}

bool falls(const std::vector<double>& levels, bool forward) {
    double least = 1e9;
    for (size_t i = 0; i < levels.size(); ++i) {
        const double l = levels[forward ? i : levels.size() - 1 - i];
        if (l > least + 0.04)
            return false;  // off the stream, on the outer side of a sharp bend, water may stand a little otherwise
        least = std::min(least, l);
    }
    return true;
}

TEST(Rivers, NeverRunUphill) {
    for (uint64_t seed = 1; seed <= 20; ++seed) {
        Dice dice("rivers", seed);
        layout::Layout plan = land(seed);
        Polyline course{{0, dice(40, 216)}};
        for (int k = 1; k < 5; ++k) course.emplace_back(51 * k, dice(30, 226));
        course.emplace_back(256, dice(40, 216));
        plan.reliefs = {relief(1, "hill", disc(dice.point(60, 196), 35)),
                        spine(2, "cliff", {dice.point(20, 236), dice.point(20, 236)}, 6)};
        plan.lines = {line(3, "river", course, dice(3, 14))};
        const std::vector<double> levels = profile(shaped(plan), course);
        ASSERT_GT(levels.size(), 100u);
        EXPECT_TRUE(falls(levels, true) || falls(levels, false)) << seed;
        EXPECT_NE(levels.front(), levels.back());
    }
}

TEST(Rivers, FlowIntoTheSea) {
    for (uint64_t seed = 1; seed <= 6; ++seed) {
        layout::Layout plan = land(seed);
        plan.regions = {region(1, "sea", box(-5, 190, 261, 261))};
        const Polyline course{{30, 195}, {90, 140}, {120, 60}, {200, 0}};  // drawn from the sea upward
        plan.lines = {line(2, "river", course, 6)};
        const std::vector<double> levels = profile(shaped(plan), course);
        EXPECT_TRUE(falls(levels, false)) << seed;
        EXPECT_NEAR(levels.front(), 0, 0.02);
        EXPECT_GT(levels.back(), 0.2);
    }
}

TEST(Rivers, CrossingsAndLoopsHoldTogether) {
    // A ring with four arms: water on neighbouring cells never steps by more than a cascade could.
    for (uint64_t seed = 1; seed <= 6; ++seed) {
        layout::Layout plan = land(seed);
        Polyline ring = disc({128, 128}, 50).outer;
        ring.push_back(ring.front());
        plan.lines = {line(1, "river", ring, 7), line(2, "river", {{0, 128}, {78, 128}}, 7),
                      line(3, "river", {{178, 128}, {256, 120}}, 7), line(4, "river", {{60, 40}, {200, 220}}, 7)};
        const Ground g = shaped(plan);
        for (int y = 0; y < g.depth(); ++y) {
            for (int x = 0; x + 1 < g.width(); ++x) {
                if (!g.water(x, y) || !g.water(x + 1, y)) continue;
                ASSERT_NEAR(g.waterLevel(x, y), g.waterLevel(x + 1, y), 0.25 * g.spacing)
                    << seed << " " << x << "," << y;
            }
        }
        EXPECT_EQ(g.waters.size(), 1u);
    }
}

TEST(Rivers, FallOverTheEdgeOfAPlateau) {
    layout::Layout plan = land(2);
    plan.reliefs = {relief(1, "plateau", box(60, 20, 200, 130))};
    const Polyline course{{128, 70}, {128, 256}};
    plan.lines = {line(2, "river", course, 6)};
    const Ground g = shaped(plan);
    EXPECT_GT(levelAt(g, {128, 110}) - levelAt(g, {128, 145}), 8);  // the plateau is 22 m high
    EXPECT_TRUE(falls(profile(g, course), true));
}

TEST(Rivers, CutThroughACliffThatFacesThem) {
    layout::Layout plan = land(2);
    plan.reliefs = {spine(1, "cliff", {{40, 128}, {216, 128}}, 6)};
    const Polyline course{{128, 0}, {130, 256}};
    plan.lines = {line(2, "river", course, 6)};
    const Ground g = shaped(plan);
    const std::vector<double> levels = profile(g, course);
    EXPECT_TRUE(falls(levels, true) || falls(levels, false));
    EXPECT_LT(g.heightAt({128, 120}), levelAt(g, {128, 120}));
}

TEST(Lakes, AreLevelAndBelowTheirShores) {
    for (uint64_t seed = 1; seed <= 8; ++seed) {
        layout::Layout plan = land(seed);
        const Polygon lake = disc({120, 130}, 35);
        plan.regions = {region(1, "lake", lake)};
        plan.reliefs = {relief(2, "hill", disc({190, 130}, 40))};
        const Ground g = shaped(plan);
        ASSERT_EQ(g.waters.size(), 1u);
        EXPECT_TRUE(g.waters[0].flat);
        for (int y = 0; y < g.height.height(); ++y) {
            for (int x = 0; x < g.height.width(); ++x) {
                if (std::isnan(g.waterLevel(x, y))) continue;
                ASSERT_NEAR(g.waterLevel(x, y), g.waters[0].level, 1e-4);
                if (wetAround(g, x, y) == 0) {
                    ASSERT_GE(g.height(x, y), g.waterLevel(x, y) + 0.05);
                }
            }
        }
        EXPECT_NEAR(g.waters[0].level - g.heightAt({120, 130}), 4, 1);  // the catalogue's depth of a lake
    }
}

TEST(Water, LiesOverItsBedAndUnderItsBanksEverywhere) {
    for (uint64_t seed = 1; seed <= 12; ++seed) {
        const Ground g = shaped(anything(seed));
        for (int y = 0; y < g.height.height(); ++y) {
            for (int x = 0; x < g.height.width(); ++x) {
                const int wet = wetAround(g, x, y);
                const float level = g.waterLevel(x, y);
                if (wet > 0) {
                    ASSERT_LT(g.height(x, y), level) << seed << " " << x << "," << y;
                }
                if (wet == 4) {
                    ASSERT_LT(g.height(x, y), level - 0.2f);
                }
                if (wet == 0 && !std::isnan(level)) {
                    ASSERT_GT(g.height(x, y), level + 0.04f) << seed << " " << x << "," << y;
                }
            }
        }
    }
}

TEST(Water, CoversExactlyTheDrawnCells) {
    layout::Layout plan = land();
    plan.regions = {region(1, "lake", disc({100, 100}, 40)), region(2, "sand", disc({100, 100}, 12))};
    plan.lines = {line(3, "river", {{200, 0}, {200, 256}}, 8)};
    const Ground g = shaped(plan, 256);
    for (int y = 0; y < 256; ++y) {
        for (int x = 0; x < 256; ++x) {
            const Point p(x + 0.5, y + 0.5);
            const bool drawn =
                (contains(plan.regions[0].shape, p) && !contains(plan.regions[1].shape, p)) || std::abs(p.x - 200) <= 4;
            ASSERT_EQ(g.isWater(p), drawn) << x << "," << y;
        }
    }
}

TEST(Water, ShapesComeFromTheRegionWhereBothAreDrawn) {
    layout::Layout plan = land();
    plan.regions = {region(1, "river", box(100, -5, 110, 261))};
    plan.lines = {line(1, "river", {{105, 0}, {105, 256}}, 30)};
    const Ground g = shaped(plan);
    EXPECT_TRUE(g.isWater({105, 128}));
    EXPECT_FALSE(g.isWater({115, 128}));
    ASSERT_EQ(g.waters.size(), 1u);
    EXPECT_FALSE(g.waters[0].flat);
}

TEST(Water, LevelsReachPastTheShore) {
    layout::Layout plan = land();
    plan.regions = {region(1, "lake", disc({100, 100}, 40))};
    const Ground g = shaped(plan);
    EXPECT_FALSE(std::isnan(levelAt(g, {141.0, 100})));
    EXPECT_TRUE(std::isnan(levelAt(g, {150, 100})));
}

TEST(Water, IceAndLavaAreBodiesOfTheirOwn) {
    layout::Layout plan = land();
    plan.regions = {region(1, "ice", disc({60, 60}, 30)), region(2, "lava", disc({180, 180}, 25))};
    const Ground g = shaped(plan);
    ASSERT_EQ(g.waters.size(), 2u);
    EXPECT_EQ(g.waters[0].category, "ice");
    EXPECT_EQ(g.waters[1].category, "lava");
    EXPECT_EQ(g.waters[1].strokes, std::vector<int64_t>{2});
}

}  // namespace
}  // namespace sketchwalk::terrain
