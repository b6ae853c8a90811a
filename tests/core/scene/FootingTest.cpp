#include "core/scene/Footing.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/scene/HandGround.h"

namespace sketchwalk::scene {
namespace {

TEST(Footing, ABridgeKnowsTheDepthOfItsGorge) {
    // A V-shaped valley along y, 10 m deep at x = 50; banks at height 10.
    const auto ground = test::dryGround(128, 64, 1, [](double x, double) { return std::min(10.0, std::abs(x - 50)); });
    EXPECT_NEAR(depthBelowDeck(ground, {35, 30}, {65, 30}, 10, 10), 10, 0.3);
    EXPECT_DOUBLE_EQ(depthBelowDeck(ground, {90, 30}, {110, 30}, 10, 10), 1.5);  // level ground
}

TEST(Footing, ASectionSinksOverAHollowButItsEndsStayNearTheGround) {
    const auto hill = test::dryGround(64, 64, 1, [](double x, double) { return 5 - 0.1 * std::abs(x - 32); });
    EXPECT_NEAR(sectionHeight(hill, {30, 30}, {34, 30}), 4.8, 1e-6);  // over a crest: its ends stand on the ground
    const auto ditch = test::dryGround(64, 64, 1, [](double x, double) { return 5 + 0.35 * std::abs(x - 32); });
    EXPECT_NEAR(sectionHeight(ditch, {30, 30}, {34, 30}), 5.45, 1e-6);  // 0.7 m of air less 0.25
    const auto cleft = test::dryGround(64, 64, 1, [](double x, double) { return 5 + std::abs(x - 32); });
    EXPECT_NEAR(sectionHeight(cleft, {30, 30}, {34, 30}), 6.7, 1e-6);  // never more than 0.3 below its ends
}

TEST(Footing, AFallFindsTheStepBehindIt) {
    // A terrace 8 m high whose edge lies 7 m west of the foot.
    const auto ground = test::dryGround(128, 64, 1, [](double x, double) {
        return x <= 42 ? 12.0 : x >= 44 ? 4.0 : 8.0;
    });
    const Fall fall = fallAt(ground, {50, 32}, {1, 0}, 20);
    EXPECT_NEAR(fall.below, 4, 1e-6);
    EXPECT_NEAR(fall.drop, 8, 1e-6);
    EXPECT_NEAR(fall.back, 8, 1e-6);
    EXPECT_DOUBLE_EQ(fallAt(ground, {100, 32}, {1, 0}, 20).drop, 0);
}

TEST(Footing, AHillsideTurnsACaveDownhill) {
    const auto slope = test::dryGround(64, 64, 1, [](double x, double) { return 20 - 0.5 * x; });  // down to the east
    const Hillside side = hillsideAt(slope, {30, 30}, 8);
    EXPECT_TRUE(side.steep);
    EXPECT_NEAR(side.yaw, 90, 1e-6);
    EXPECT_NEAR(mouthHeight(slope, {30, 30}, 90, 10, 10), 20 - 0.5 * 34.5, 1e-6);
    const auto flat = test::dryGround(64, 64, 1, [](double, double y) { return 0.1 * y; });
    EXPECT_FALSE(hillsideAt(flat, {30, 30}, 8).steep);
}

}  // namespace
}  // namespace sketchwalk::scene
