#include "ui/canvas/Cut.h"

#include <gtest/gtest.h>

#include <cmath>

namespace sketchwalk::ui {
namespace {

sketch::Stroke through(const std::vector<Point>& path, bool closed = false) {
    sketch::Stroke stroke;
    stroke.id = 3;
    stroke.brush = "road";
    stroke.closed = closed;
    float seconds = 0;
    for (const Point& p : path) stroke.points.push_back({p, 0.5f, closed ? -1 : seconds++});
    return stroke;
}

double areaOf(const sketch::Stroke& stroke) {
    Polygon polygon;
    for (const auto& p : stroke.points) polygon.outer.push_back(p.at);
    polygon.holes = stroke.holes;
    return area(polygon);
}

TEST(Cut, LineIsCutWhereTheEdgeCrossesIt) {
    const auto parts = cut({{{50, 40}, {50, 60}}, 3}, through({{10, 50}, {90, 50}}), 2);
    ASSERT_TRUE(parts);
    ASSERT_EQ(parts->size(), 2u);
    EXPECT_NEAR((*parts)[0].points.back().at.x, 47, 1e-6);
    EXPECT_NEAR((*parts)[1].points.front().at.x, 53, 1e-6);
    EXPECT_EQ((*parts)[1].points.front().seconds, 0);
}

TEST(Cut, EndOfALineIsShortened) {
    const auto parts = cut({{{90, 50}}, 5}, through({{10, 50}, {90, 50}}), 2);
    ASSERT_EQ(parts->size(), 1u);
    EXPECT_NEAR((*parts)[0].points.back().at.x, 85, 1e-6);
}

TEST(Cut, NothingIsTakenByAMiss) {
    EXPECT_FALSE(cut({{{50, 80}}, 5}, through({{10, 50}, {90, 50}}), 2));
    EXPECT_FALSE(cut({{{90, 90}}, 5}, through({{10, 10}, {50, 10}, {50, 50}, {10, 50}}, true), 0));
}

TEST(Cut, AllOfALineCanGo) {
    const auto parts = cut({{{0, 50}, {100, 50}}, 5}, through({{10, 50}, {40, 52}, {90, 50}}), 2);
    ASSERT_TRUE(parts);
    EXPECT_TRUE(parts->empty());
}

TEST(Cut, StripThroughASquareLeavesTwoAreas) {
    const auto parts = cut({{{30, 0}, {30, 60}}, 3}, through({{10, 10}, {50, 10}, {50, 50}, {10, 50}}, true), 0);
    ASSERT_TRUE(parts);
    ASSERT_EQ(parts->size(), 2u);
    EXPECT_NEAR(areaOf((*parts)[0]), 17 * 40, 0.5);
    EXPECT_NEAR(areaOf((*parts)[1]), 17 * 40, 0.5);
    EXPECT_TRUE((*parts)[0].closed);
}

TEST(Cut, DabInTheMiddleIsAHole) {
    const auto parts = cut({{{30, 30}}, 5}, through({{10, 10}, {50, 10}, {50, 50}, {10, 50}}, true), 0);
    ASSERT_TRUE(parts);
    ASSERT_EQ(parts->size(), 1u);
    ASSERT_EQ((*parts)[0].holes.size(), 1u);
    EXPECT_NEAR(areaOf((*parts)[0]), 1600 - M_PI * 25, 0.6);
    // And cut again through the hole: two areas without one.
    const auto again = cut({{{30, 0}, {30, 60}}, 1}, (*parts)[0], 0);
    ASSERT_EQ(again->size(), 2u);
    EXPECT_TRUE((*again)[0].holes.empty());
}

TEST(Cut, IslandInAHoleIsItsOwnArea) {
    sketch::Stroke ring = through({{0, 0}, {100, 0}, {100, 100}, {0, 100}}, true);
    Eraser round{{}, 3};
    for (int i = 0; i <= 64; ++i)
        round.path.push_back({50 + 30 * std::cos(i * M_PI / 32), 50 + 30 * std::sin(i * M_PI / 32)});
    const auto parts = cut(round, ring, 0);
    ASSERT_EQ(parts->size(), 2u);
    EXPECT_EQ((*parts)[0].holes.size(), 1u);
    EXPECT_NEAR(areaOf((*parts)[1]), M_PI * 27 * 27, 25);
}

}  // namespace
}  // namespace sketchwalk::ui
