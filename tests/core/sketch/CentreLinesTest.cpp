#include "core/sketch/CentreLines.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace sketchwalk::sketch {
namespace {

Ring bandRing(Point a, Point b, double width) {
    const Point along = (b - a) / distance(a, b), side = Point{-along.y, along.x} * (width / 2);
    return {a + side, b + side, b - side, a - side};
}

bool hasEnd(const CentreLine& arm, Point p) {
    return arm.points.front() == p || arm.points.back() == p;
}

TEST(CentreLines, AStraightBandIsOneArmFromEndToEnd) {
    const std::vector<CentreLine> arms = centreLines({bandRing({20, 30}, {120, 90}, 9), {}}, 0.5);
    ASSERT_EQ(arms.size(), 1u);
    EXPECT_TRUE(runsAsLine(arms));
    EXPECT_TRUE(isRibbon(arms));
    EXPECT_NEAR(arms[0].typicalWidth, 9, 0.8);
    EXPECT_NEAR(lengthOf(arms[0].points), 116.6, 2.5);
    for (const Point p : arms[0].points) EXPECT_LT(nearestOnLine({{20, 30}, {120, 90}}, p).distance, 0.8);
    EXPECT_EQ(arms[0].width.size(), arms[0].points.size());
    for (const double width : arms[0].width) EXPECT_NEAR(width, 9, 1.5);
}

TEST(CentreLines, ACrossHasFourArmsThatShareOnePoint) {
    Ring cross;  // two bands of 10 m that cross at (60, 60)
    for (const Point p : {Point{55, 5},
                          {65, 5},
                          {65, 55},
                          {115, 55},
                          {115, 65},
                          {65, 65},
                          {65, 115},
                          {55, 115},
                          {55, 65},
                          {5, 65},
                          {5, 55},
                          {55, 55}}) {
        cross.push_back(p);
    }
    const std::vector<CentreLine> arms = centreLines({cross, {}}, 0.5);
    ASSERT_EQ(arms.size(), 4u);
    const Point centre =
        distance(arms[0].points.front(), {60, 60}) < 5 ? arms[0].points.front() : arms[0].points.back();
    EXPECT_LT(distance(centre, {60, 60}), 1);
    for (const CentreLine& arm : arms) {
        EXPECT_TRUE(hasEnd(arm, centre));
        EXPECT_NEAR(lengthOf(arm.points), 55, 1.5);
        EXPECT_NEAR(arm.typicalWidth, 10, 1);
    }
}

TEST(CentreLines, AForkKeepsItsThroughRoadStraight) {
    const Ring tee = {{0, 45}, {120, 45}, {120, 55}, {65, 55}, {65, 120}, {55, 120}, {55, 55}, {0, 55}};
    const std::vector<CentreLine> arms = centreLines({tee, {}}, 0.5);
    ASSERT_EQ(arms.size(), 3u);
    for (const CentreLine& arm : arms) {
        for (const Point p : arm.points) {
            const double off = std::min(nearestOnLine({{0, 50}, {120, 50}}, p).distance,
                                        nearestOnLine({{60, 50}, {60, 120}}, p).distance);
            EXPECT_LT(off, 1.2) << p.x << " " << p.y;
        }
    }
}

TEST(CentreLines, AHairpinIsOneLineThroughItsTurn) {
    // Two bands of 8 m that leave (20, 60) 30 degrees apart.
    const Point turn{20, 60}, up{100, 40}, down{100, 80};
    Ring outline;
    const Point a = (up - turn) / distance(up, turn), b = (down - turn) / distance(down, turn);
    const Point na{-a.y * 4, a.x * 4}, nb{-b.y * 4, b.x * 4};
    const auto inner = crossing(turn + na, up + na, turn - nb, down - nb);
    ASSERT_TRUE(inner);
    outline = {up - na, up + na, *inner, down - nb, down + nb, turn + nb, turn - Point{4, 0}, turn - na};
    const std::vector<CentreLine> arms = centreLines({outline, {}}, 0.25);
    ASSERT_EQ(arms.size(), 1u);
    EXPECT_LT(nearestOnLine(arms[0].points, turn).distance, 2.5);
    EXPECT_NEAR(lengthOf(arms[0].points), distance(turn, up) * 2, 8);
}

TEST(CentreLines, ARingRoadClosesOnItself) {
    Polygon ring;
    ring.holes.emplace_back();
    for (int i = 0; i < 64; ++i) {
        const double t = i * 6.283185307 / 64;
        ring.outer.push_back({60 + 40 * std::cos(t), 60 + 40 * std::sin(t)});
        ring.holes[0].push_back({60 + 32 * std::cos(t), 60 + 32 * std::sin(t)});
    }
    const std::vector<CentreLine> arms = centreLines(ring, 0.5);
    ASSERT_EQ(arms.size(), 1u);
    EXPECT_EQ(arms[0].points.front(), arms[0].points.back());
    EXPECT_NEAR(lengthOf(arms[0].points), 2 * 3.14159 * 36, 6);
}

TEST(CentreLines, ABlotIsNoLine) {
    Ring disk;
    for (int i = 0; i < 40; ++i) disk.push_back({50 + 20 * std::cos(i * 0.15708), 50 + 20 * std::sin(i * 0.15708)});
    const std::vector<CentreLine> arms = centreLines({disk, {}}, 0.5);
    EXPECT_FALSE(runsAsLine(arms));
    EXPECT_FALSE(isRibbon(arms));
    EXPECT_FALSE(runsAsLine(centreLines({{{0, 0}, {30, 0}, {30, 30}, {0, 30}}, {}}, 0.5)));
}

TEST(CentreLines, DegenerateAreasGiveNothingAndNoHarm) {
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_TRUE(centreLines({}, 1).empty());
    (void)centreLines({{{0, 0}, {10, 0}, {10, 10}}, {{{5, 5}, {90, 5}, {90, 90}}}}, 1);  // a hole that reaches out
    EXPECT_TRUE(centreLines({{{1, 1}, {1, 1}, {1, 1}}, {}}, 1).empty());
    (void)centreLines({{{0, 0}, {100, 0}, {50, 0}}, {}}, 1);
    (void)centreLines({{{0, 0}, {1e6, 0}, {1e6, 1e-6}}, {}}, 1e-9);
    EXPECT_TRUE(centreLines({{{0, 0}, {1e300, 0}, {5, 1e300}}, {}}, 1).empty());
    (void)centreLines({{{0, 0}, {10, kNan}, {10, 10}}, {}}, 1);
    (void)centreLines({{{0, 0}, {10, 0}, {10, 10}}, {}}, kNan);
}

}  // namespace
}  // namespace sketchwalk::sketch
