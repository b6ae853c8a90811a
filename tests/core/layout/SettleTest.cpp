#include "tests/core/layout/Sketches.h"

namespace sketchwalk::layout {
namespace {

Standing standingOf(const Placement& p) {
    return standing(p.position, p.yaw, p.footprint);
}

TEST(Settle, WhatIsDrawnHalfInWaterSlidesAshore) {
    SketchMaker m;
    m.area("sea", rectangle(120, 0, 256, 256));
    m.stamp("house", {121, 100});
    m.stamp("tree", {124, 160});
    const Layout plan = m.plan();
    for (const int64_t stroke : {2, 3}) {
        const auto mine = ofStroke(plan, stroke);
        ASSERT_EQ(mine.size(), 1u);
        for (const Point corner : standingOf(mine[0]).corners()) EXPECT_LT(corner.x, 119.5);
        EXPECT_GT(mine[0].position.x, 100);  // and no further than it must
        EXPECT_NEAR(mine[0].position.y, stroke == 2 ? 100 : 160, 6);
    }
}

TEST(Settle, BoatsSlideIntoTheWaterAndFloat) {
    SketchMaker m;
    m.area("lake", rectangle(120, 0, 256, 256));
    m.stamp("boat", {116, 100});
    m.stamp("boat", {10, 10});
    const Layout plan = m.plan();
    const auto near = ofStroke(plan, 2), far = ofStroke(plan, 3);
    EXPECT_TRUE(near[0].afloat);
    for (const Point corner : standingOf(near[0]).corners()) EXPECT_GT(corner.x, 120);
    EXPECT_FALSE(far[0].afloat);
    EXPECT_TRUE(says(plan, 3, "no water"));
}

TEST(Settle, AJettyStandsAtTheShoreAndPointsOut) {
    SketchMaker m;
    m.area("lake", rectangle(120, 0, 256, 256));
    m.stamp("dock", {110, 100});
    m.stamp("watermill", {125, 180});
    const Layout plan = m.plan();
    const auto dock = ofStroke(plan, 2), mill = ofStroke(plan, 3);
    EXPECT_GT(directionOf(dock[0].yaw).x, 0.98);
    EXPECT_TRUE(dock[0].afloat);
    EXPECT_NEAR(dock[0].position.x - dock[0].footprint.y / 2, 119, 0.6);  // a metre of it lies on land
    EXPECT_GT(directionOf(mill[0].yaw).x, 0.98);
    EXPECT_FALSE(mill[0].afloat);
    for (const Point corner : standingOf(mill[0]).corners()) EXPECT_LT(corner.x, 120);
}

TEST(Settle, WaterGoesOnUnderAJettyOfAPicture) {
    SketchMaker m;
    m.area("sea", {{120, 0}, {256, 0}, {256, 256}, {120, 256}, {120, 112}, {160, 112}, {160, 100}, {120, 100}});
    m.area("a pier", rectangle(105, 100, 160, 112));
    const Layout plan = m.plan();
    bool wet = false;
    for (const Region& r : plan.regions) wet = wet || (r.id == "sea" && contains(r.shape, Point(140, 106)));
    EXPECT_TRUE(wet);
    const auto dock = ofCategory(plan, "dock");
    ASSERT_EQ(dock.size(), 1u);
    EXPECT_GT(directionOf(dock[0].yaw).x, 0.999);
    EXPECT_NEAR(dock[0].position.x - dock[0].footprint.y / 2, 119, 1);
    EXPECT_TRUE(contains(rectangle(105, 100, 160, 112), dock[0].position));
}

TEST(Settle, AHouseFarOutInTheSeaGetsAnIsland) {
    SketchMaker m;
    m.area("sea", rectangle(0, 0, 256, 256));
    m.stamp("house", {128, 128});
    const Layout plan = m.plan();
    ASSERT_EQ(plan.placements.size(), 1u);
    EXPECT_EQ(plan.placements[0].position, Point(128, 128));
    ASSERT_EQ(plan.reliefs.size(), 1u);
    EXPECT_EQ(plan.reliefs[0].id, "island");
    ASSERT_EQ(plan.regions.size(), 2u);
    EXPECT_GT(plan.regions[1].order, plan.regions[0].order);
    for (const Point corner : standingOf(plan.placements[0]).corners())
        EXPECT_TRUE(contains(plan.regions[1].shape, corner));
    EXPECT_TRUE(says(plan, 2, "island"));
}

TEST(Settle, NothingStandsOnARoad) {
    SketchMaker m;
    m.line("road", {{0, 100}, {256, 100}}, 8);
    m.stamp("house", {60, 103});
    m.area("a house", circle({150, 108}, 14, 60));
    m.stamp("tree", {200, 100});
    const Layout plan = m.plan();
    for (const Placement& p : plan.placements) {
        EXPECT_GE(distanceToSegment(standingOf(p), {0, 100}, {256, 100}), 4.0) << p.stroke;
    }
    EXPECT_TRUE(contains(circle({150, 108}, 14, 60), ofStroke(plan, 3)[0].position));
}

TEST(Settle, WhatWasDrawnLaterStaysAndTheEarlierGivesWay) {
    SketchMaker m;
    m.stamp("tree", {101, 101});
    m.stamp("house", {104, 110});
    m.stamp("house", {100, 100});
    const Layout plan = m.plan();
    ASSERT_EQ(plan.placements.size(), 3u);
    EXPECT_EQ(ofStroke(plan, 3)[0].position, Point(100, 100));
    for (const int64_t stroke : {1, 2}) {
        Standing s = standingOf(ofStroke(plan, stroke)[0]);
        if (stroke == 1) s.halfWidth *= 0.5, s.halfDepth *= 0.5;
        EXPECT_FALSE(overlap(s, standingOf(ofStroke(plan, 3)[0]), 0)) << stroke;
    }
    EXPECT_LT(distance(ofStroke(plan, 2)[0].position, {104, 110}), 12);
}

TEST(Settle, TreesOfAGroveMakeRoomForAHouse) {
    SketchMaker m;
    m.area("trees", rectangle(40, 40, 120, 120));
    m.stamp("house", {80, 80});
    const Layout plan = m.plan();
    const Standing house = standingOf(ofStroke(plan, 2)[0]);
    EXPECT_EQ(house.centre, Point(80, 80));
    EXPECT_GT(ofStroke(plan, 1).size(), 50u);
    for (const Placement& p : ofStroke(plan, 1)) {
        Standing s = standingOf(p);
        s.halfWidth *= 0.5, s.halfDepth *= 0.5;
        EXPECT_FALSE(overlap(s, house, 0));
    }
}

TEST(Settle, WhatIsDrawnAtTheRimStandsOnTheMapWhole) {
    SketchMaker m;
    m.stamp("house", {1, 128});
    m.area("a house", circle({254, 10}, 12, 40));
    for (const Placement& p : m.plan().placements) {
        for (const Point corner : standingOf(p).corners()) {
            EXPECT_GE(corner.x, -1e-9);
            EXPECT_LE(corner.x, 256 + 1e-9);
            EXPECT_GE(corner.y, -1e-9);
        }
    }
}

}  // namespace
}  // namespace sketchwalk::layout
