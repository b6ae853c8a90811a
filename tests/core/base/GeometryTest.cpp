#include "core/base/Geometry.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/base/Hash.h"

using namespace sketchwalk;

namespace {
const Ring kSquare{{0, 0}, {4, 0}, {4, 4}, {0, 4}};  // clockwise on the map
}

TEST(Geometry, ASquareHasItsAreaCentreAndInside) {
    EXPECT_DOUBLE_EQ(signedArea(kSquare), 16);
    EXPECT_DOUBLE_EQ(area({kSquare, {{{1, 1}, {2, 1}, {2, 2}, {1, 2}}}}), 15);
    EXPECT_EQ(centroid(kSquare), Point(2, 2));
    EXPECT_TRUE(contains(kSquare, {1, 3}));
    EXPECT_FALSE(contains(kSquare, {5, 3}));
    EXPECT_FALSE(contains(Polygon{kSquare, {{{1, 1}, {3, 1}, {3, 3}, {1, 3}}}}, {2, 2}));
}

TEST(Geometry, CentroidSurvivesDegenerateRings) {
    EXPECT_EQ(centroid({}), Point(0, 0));
    EXPECT_EQ(centroid({{3, 5}}), Point(3, 5));
    EXPECT_EQ(centroid({{0, 0}, {2, 0}}), Point(1, 0));
}

TEST(Geometry, NearestPointsLieOnTheLine) {
    const Polyline line{{0, 0}, {10, 0}, {10, 10}};
    const Nearest n = nearestOnLine(line, {12, 4});
    EXPECT_EQ(n.point, Point(10, 4));
    EXPECT_DOUBLE_EQ(n.distance, 2);
    EXPECT_DOUBLE_EQ(n.along, 14);
    EXPECT_EQ(n.segment, 1U);
    EXPECT_DOUBLE_EQ(nearestOnRing(kSquare, {-3, 2}).distance, 3);
}

TEST(Geometry, ResamplingKeepsEndsAndEvenSteps) {
    const Polyline out = resampled({{0, 0}, {3, 0}, {3, 4}}, 2);
    ASSERT_EQ(out.size(), 5U);  // 7 m in four pieces of 1.75 m
    EXPECT_EQ(out.front(), Point(0, 0));
    EXPECT_EQ(out.back(), Point(3, 4));
    EXPECT_NEAR(out[2].x, 3, 1e-12);
    EXPECT_NEAR(out[2].y, 0.5, 1e-12);
}

TEST(Geometry, SimplifyingDropsWhatLiesOnTheLine) {
    EXPECT_EQ(simplified({{0, 0}, {1, 0.01}, {2, 0}, {2, 5}}, 0.1), (Polyline{{0, 0}, {2, 0}, {2, 5}}));
    EXPECT_EQ(simplifiedRing({{0, 0}, {2, 0}, {4, 0}, {4, 4}, {0, 4}}, 0.1).size(), 4U);
}

TEST(Geometry, SegmentsCrossWhereTheyShould) {
    const auto p = crossing({0, 0}, {4, 4}, {0, 4}, {4, 0});
    ASSERT_TRUE(p);
    EXPECT_EQ(*p, Point(2, 2));
    EXPECT_FALSE(crossing({0, 0}, {1, 1}, {0, 4}, {4, 0}));
    EXPECT_TRUE(selfCrosses({{0, 0}, {4, 4}, {4, 0}, {0, 4}}));
    EXPECT_FALSE(selfCrosses(kSquare));
}

TEST(Geometry, TheSmallestBoxOfATurnedRectangleIsThatRectangle) {
    const Point u(0.8, 0.6), v(-0.6, 0.8), c(100, 50);
    const OrientedBox box =
        minimumBox({c + u * 5.0 + v * 2.0, c + u * 5.0 - v * 2.0, c - u * 5.0 + v * 2.0, c - u * 5.0 - v * 2.0, c});
    EXPECT_NEAR(box.length, 10, 1e-9);
    EXPECT_NEAR(box.width, 4, 1e-9);
    EXPECT_NEAR(distance(box.centre, c), 0, 1e-9);
    EXPECT_NEAR(std::abs(cross(box.axis, u)), 0, 1e-9);
}

TEST(Geometry, HullsAreClockwiseAndHoldEveryPoint) {
    std::vector<Point> points;
    for (uint64_t i = 0; i < 200; ++i) points.emplace_back(randomUnit(1, "x", i) * 50, randomUnit(1, "y", i) * 50);
    const Ring hull = convexHull(points);
    EXPECT_GT(signedArea(hull), 0);
    for (const Point p : points) {
        EXPECT_TRUE(contains(hull, p) || nearestOnRing(hull, p).distance < 1e-9);
    }
}

TEST(Geometry, YawAndDirectionAreInverse) {
    EXPECT_NEAR(yawToward({0, 1}), 0, 1e-9);   // south is +Z, where an asset's front looks
    EXPECT_NEAR(yawToward({1, 0}), 90, 1e-9);  // east
    for (double yaw = 0; yaw < 360; yaw += 7.5) EXPECT_NEAR(yawToward(directionOf(yaw)), yaw, 1e-9);
}
