// The land under the hand.
#include "core/terrain/Sculpt.h"

#include <gtest/gtest.h>

#include "tests/core/terrain/Worlds.h"

namespace sketchwalk::terrain {
namespace {

constexpr int kCells = 128;  // of 1 m

struct Land {
    Frame frame{kCells, kCells, 1};
    Grid<float> height{kCells + 1, kCells + 1};
    Grid<uint8_t> marks{kCells + 1, kCells + 1};

    template <class Height>
    explicit Land(const Height& of) {
        for (int y = 0; y <= kCells; ++y) {
            for (int x = 0; x <= kCells; ++x) height(x, y) = static_cast<float>(of(x, y));
        }
    }
    Land& by(const layout::Sculpt& stroke) {
        sculpt(height, marks, {stroke}, frame);
        return *this;
    }
};

layout::Sculpt dab(const char* id, Point at, double width, float pressure = 1) {
    return {1, id, {{at, pressure}}, {}, width};
}

const auto kFlat = [](int, int) { return 5.0; };
const auto kSlope = [](int x, int) { return 0.1 * x; };

TEST(Sculpt, RaisesByAShareOfTheBrushAndNoFurtherThanIt) {
    const Land land = Land(kFlat).by(dab("raise", {64, 64}, 20));
    EXPECT_NEAR(land.height(64, 64), 5 + 0.15 * 20, 1e-4);
    EXPECT_NEAR(land.height(69, 64), 5 + 3 * 0.5625, 1e-4);  // half way out: (1 - 1/4)^2
    EXPECT_EQ(land.height(74, 64), 5);
    EXPECT_EQ(land.height(64, 30), 5);
    EXPECT_EQ(land.marks(64, 64), 0);
}

TEST(Sculpt, PressureCountsAndDoesNotDependOnHowManyPointsThereAre) {
    const Land light = Land(kFlat).by(dab("raise", {64, 64}, 20, 0.25f));
    EXPECT_NEAR(light.height(64, 64), 5 + 3 * 0.25, 1e-4);
    layout::Sculpt few{1, "lower", {{{30, 64}, 1}, {{90, 64}, 1}}, {}, 20}, many = few;
    many.points.clear();
    for (int x = 30; x <= 90; ++x) many.points.push_back({{static_cast<double>(x), 64}, 1});
    const Land a = Land(kFlat).by(few), b = Land(kFlat).by(many);
    for (int y = 40; y < 90; ++y) {
        for (int x = 15; x < 110; ++x) ASSERT_NEAR(a.height(x, y), b.height(x, y), 1e-3) << x << " " << y;
    }
    EXPECT_NEAR(a.height(60, 64), 2, 1e-4);
    EXPECT_EQ(a.marks(60, 64), kHollow);  // a pit may hold water
}

TEST(Sculpt, FlattensToWhereTheStrokeBegan) {
    const layout::Sculpt stroke{1, "flatten", {{{40, 64}, 1}, {{80, 64}, 1}}, {}, 16};
    const Land land = Land(kSlope).by(stroke);
    for (const int x : {42, 60, 78}) EXPECT_NEAR(land.height(x, 64), 4, 0.01) << x;
    EXPECT_EQ(land.height(60, 80), 6);
}

TEST(Sculpt, SmoothsBumpsAndLeavesSlopes) {
    const auto bumpy = [](int x, int y) { return 0.1 * x + ((x + y) % 2 == 0 ? 0.3 : -0.3); };
    const Land land = Land(bumpy).by(dab("smooth", {64, 64}, 40));
    EXPECT_NEAR(land.height(64, 64), 6.4, 0.05);
    EXPECT_NEAR(land.height(65, 64), 6.5, 0.05);
}

TEST(Sculpt, TerracesAreStepsWithLevelTreads) {
    const auto steep = [](int x, int) { return 0.5 * x; };
    layout::Sculpt area = dab("terracing", {64, 64}, 24);  // steps of 4 m
    area.shape.outer = {{20, 20}, {108, 20}, {108, 108}, {20, 108}};
    const Land land = Land(steep).by(area);
    int level = 0;
    for (int x = 40; x < 88; ++x) level += std::abs(land.height(x + 1, 64) - land.height(x, 64)) < 0.01f ? 1 : 0;
    EXPECT_EQ(level, 24);  // of the 8 m that a step takes here, 30 % are its face: it lies between 5 nodes
    EXPECT_NEAR(land.height(64, 64), 32, 1e-3);  // 8 steps
}

TEST(Sculpt, AnAreaFadesTowardItsOutline) {
    layout::Sculpt area = dab("raise", {64, 64}, 16, 0.5f);
    area.shape.outer = {{30, 30}, {100, 30}, {100, 100}, {30, 100}};
    const Land land = Land(kFlat).by(area);
    EXPECT_NEAR(land.height(65, 65), 5 + 0.5 * 2.4, 1e-4);
    EXPECT_LT(land.height(32, 65), 5.4f);
    EXPECT_EQ(land.height(28, 65), 5);
}

TEST(Sculpt, IsPartOfTheWorldAndKeepsItsWaterRight) {
    layout::Layout plan = land(3);
    const Ground before = shaped(plan);
    plan.sculpts = {dab("raise", {60, 60}, 30), dab("lower", {190, 190}, 30)};
    const Ground after = shaped(plan);
    EXPECT_NEAR(after.heightAt({60, 60}) - before.heightAt({60, 60}), 4.5, 0.5);
    EXPECT_NEAR(after.heightAt({190, 190}) - before.heightAt({190, 190}), -4.5, 0.5);
    EXPECT_NEAR(after.heightAt({128, 128}), before.heightAt({128, 128}), 0.05);
}

TEST(Sculpt, OddInputDoesNoHarm) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const Land land = Land(kFlat)
                          .by({1, "raise", {}, {}, 10})
                          .by({1, "raise", {{{1e9, 1e9}, 1}}, {}, 10})
                          .by({1, "smooth", {{{0, 0}, 1}, {{128, 128}, 1}}, {}, nan});
    for (const float h : land.height.values()) ASSERT_EQ(h, 5);
}

}  // namespace
}  // namespace sketchwalk::terrain
