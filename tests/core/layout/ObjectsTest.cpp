#include <set>

#include "core/base/Trig.h"
#include "tests/core/layout/Sketches.h"

namespace sketchwalk::layout {
namespace {

double looksAt(const Placement& p, Point target) {
    return dot(directionOf(p.yaw), unitOr(target - p.position, {0, 1}));
}

void expectInside(const Ring& ring, const std::vector<Placement>& placements) {
    for (const Placement& p : placements) {
        for (const Point corner : standing(p.position, p.yaw, p.footprint * 0.98).corners()) {
            EXPECT_TRUE(contains(ring, corner)) << p.category << " at " << p.position.x << " " << p.position.y;
        }
    }
}

TEST(Objects, StampsHaveTheCataloguesSizeAndHousesFaceTheRoad) {
    SketchMaker m;
    m.line("road", {{0, 60}, {256, 60}}, 6);
    m.stamp("house", {100, 80});
    m.stamp("house", {180, 40});
    m.stamp("house", {100, 200});  // too far to see the road
    const Layout plan = m.plan();
    ASSERT_EQ(plan.placements.size(), 3u);
    const auto* house = theCatalogue().find("house");
    EXPECT_EQ(plan.placements[0].footprint, Point(house->size.width, house->size.depth));
    EXPECT_EQ(plan.placements[0].position, Point(100, 80));
    EXPECT_NEAR(directionOf(plan.placements[0].yaw).y, -1, 1e-9);
    EXPECT_NEAR(directionOf(plan.placements[1].yaw).y, 1, 1e-9);
    EXPECT_NEAR(directionOf(plan.placements[2].yaw).y, 1, 1e-9);  // south by default
}

TEST(Objects, HousesWithoutARoadFaceTheWaterfront) {
    SketchMaker m;
    m.area("lake", rectangle(150, 0, 256, 256));
    m.stamp("house", {130, 100});
    const Layout plan = m.plan();
    EXPECT_GT(looksAt(plan.placements[0], {150, 100}), 0.98);
}

TEST(Objects, ElongatedPatchesKeepTheirAxisAndTurnInRightAngles) {
    // A rough patch of 24 x 13 m, turned by 30 degrees, with a road to the north-east.
    const Point axis = directionOf(90 - 30), across(-axis.y, axis.x);
    Ring ring;
    for (int i = 0; i < 48; ++i) {
        const double a = 0.1309 * i;
        ring.push_back(Point(100, 100) + axis * (12 * exact::cos(a)) + across * (6.5 * exact::sin(a)));
    }
    SketchMaker m;
    m.area("a house", ring);
    m.line("road", {{130, 60}, {130, 140}}, 5);
    const Layout plan = m.plan();
    ASSERT_EQ(ofStroke(plan, 1).size(), 1u);
    const Placement house = ofStroke(plan, 1)[0];
    const Point front = directionOf(house.yaw);
    const double along = std::abs(dot(front, axis));
    EXPECT_TRUE(along < 0.05 || along > 0.998) << along;
    EXPECT_GT(looksAt(house, {130, 100}), 0.6);
    expectInside(ring, {house});
}

TEST(Objects, OneThingFollowsItsPatchBelievablyAndInside) {
    const auto* house = theCatalogue().find("house");
    for (const double radius : {4.0, 9.0, 14.0, 18.0}) {
        SketchMaker m;
        const Ring ring = circle({128, 128}, radius, 90);
        m.area("a house", ring);
        const Layout plan = m.plan();
        ASSERT_EQ(plan.placements.size(), 1u) << radius;
        const Placement p = plan.placements[0];
        EXPECT_GE(p.footprint.x, house->size.width / house->maxStretch - 1e-9);
        EXPECT_LE(p.footprint.x, house->size.width * house->maxStretch + 1e-9);
        EXPECT_NEAR(distance(p.position, {128, 128}), 0, 0.5);
        if (radius > 5) expectInside(ring, {p});
    }
}

TEST(Objects, APatchOfCShapeStandsWithinIt) {
    SketchMaker m;
    const Ring ring{{100, 100}, {160, 100}, {160, 112}, {114, 112}, {114, 150}, {160, 150}, {160, 162}, {100, 162}};
    m.area("house", ring);
    const Layout plan = m.plan();
    ASSERT_EQ(plan.placements.size(), 1u);
    EXPECT_TRUE(contains(ring, plan.placements[0].position));
    EXPECT_EQ(plan.placements[0].outline.size(), 8u);
}

TEST(Objects, AMeasuredGroundPlanIsOneBuildingHoweverLarge) {
    SketchMaker m;
    m.area("house", rectangle(40, 40, 120, 100));  // 4,800 m2
    const Layout plan = m.plan();
    ASSERT_EQ(plan.placements.size(), 1u);
    EXPECT_NEAR(std::max(plan.placements[0].footprint.x, plan.placements[0].footprint.y), 80, 0.01);
    EXPECT_NEAR(std::min(plan.placements[0].footprint.x, plan.placements[0].footprint.y), 60, 0.01);
}

TEST(Objects, ABlockOfHousesHoldsHousesInRowsInside) {
    SketchMaker m;
    const Ring ring = rectangle(40, 40, 140, 110);
    m.area("houses", ring);
    m.line("road", {{0, 120}, {256, 120}}, 5);
    const Layout plan = m.plan();
    const auto houses = ofCategory(plan, "house");
    EXPECT_GE(houses.size(), 12u);  // 7,000 m2, some 200 m2 each
    EXPECT_LE(houses.size(), 45u);
    expectInside(ring, houses);
    std::set<uint64_t> ids;
    for (const Placement& p : houses) {
        ids.insert(p.id);
        const double square = std::abs(directionOf(p.yaw).y);
        EXPECT_TRUE(square < 0.01 || square > 0.99);  // rows along the road
    }
    EXPECT_EQ(ids.size(), houses.size());
    for (size_t i = 0; i < houses.size(); ++i) {
        for (size_t j = 0; j < i; ++j) {
            EXPECT_FALSE(overlap(standing(houses[i].position, houses[i].yaw, houses[i].footprint),
                                 standing(houses[j].position, houses[j].yaw, houses[j].footprint), 1.0));
        }
    }
}

TEST(Objects, AGroveFillsItsOutlineAndAnEditOfItMovesNoOtherTree) {
    SketchMaker before, after;
    const Ring small = rectangle(40, 40, 100, 100), large = rectangle(40, 40, 160, 100);
    before.area("trees", small);
    after.area("trees", large);
    const Layout a = before.plan(), b = after.plan();
    EXPECT_GT(a.placements.size(), 40u);
    for (const Placement& p : a.placements) EXPECT_TRUE(contains(small, p.position));
    for (const Placement& p : a.placements) {
        if (p.position.x > 95) continue;
        bool same = false;
        for (const Placement& q : b.placements) same = same || (q.id == p.id && q.position == p.position);
        EXPECT_TRUE(same) << p.position.x << " " << p.position.y;
    }
}

TEST(Objects, StallsAndUmbrellasStandInGroups) {
    SketchMaker m;
    m.area("market stalls", rectangle(20, 20, 60, 50));
    m.area("beach umbrellas", circle({150, 150}, 18, 60));
    const Layout plan = m.plan();
    EXPECT_GE(ofStroke(plan, 1).size(), 12u);
    EXPECT_GE(ofStroke(plan, 2).size(), 8u);
    expectInside(rectangle(20, 20, 60, 50), ofStroke(plan, 1));
}

TEST(Objects, ACastleHasItsOutline) {
    SketchMaker m;
    const Ring ring{{50, 50}, {110, 50}, {120, 80}, {100, 100}, {60, 95}};
    m.area("castle", ring);
    const Layout plan = m.plan();
    ASSERT_EQ(plan.placements.size(), 1u);
    EXPECT_EQ(plan.placements[0].outline, ring);
    EXPECT_TRUE(contains(ring, plan.placements[0].position));
}

TEST(Objects, WhatIsDrawnInACastlesYardStaysAndSoDoesTheCastle) {
    SketchMaker m;
    const Ring ring = rectangle(50, 50, 130, 120);
    m.stamp("tree", {132, 90});  // earlier, at the wall: gives way
    m.area("castle", ring);
    m.stamp("well", {70, 70});
    const Layout plan = m.plan();
    EXPECT_EQ(ofStroke(plan, 2)[0].position, Point(90, 85));
    EXPECT_EQ(ofStroke(plan, 3)[0].position, Point(70, 70));
    EXPECT_FALSE(contains(ring, ofStroke(plan, 1)[0].position));
}

TEST(Objects, OneThingInWordsIsFewInALargePatch) {
    SketchMaker m;
    m.area("a playground", circle({80, 80}, 45, 60));
    m.area("a big rock", circle({190, 190}, 40, 60));
    const Layout plan = m.plan();
    EXPECT_GE(ofStroke(plan, 1).size(), 2u);
    EXPECT_LE(ofStroke(plan, 1).size(), 8u);
    EXPECT_EQ(ofStroke(plan, 2).size(), 1u);
}

TEST(Objects, ARowOfTreesStandsAlongItsLine) {
    SketchMaker m;
    m.line("trees", {{20, 50}, {120, 50}});
    const Layout plan = m.plan();
    const auto* tree = theCatalogue().find("tree");
    EXPECT_NEAR(static_cast<double>(plan.placements.size()), 100 / (tree->size.width * 0.85) + 1, 2);
    for (const Placement& p : plan.placements) EXPECT_NEAR(p.position.y, 50, 1.5);
}

TEST(Objects, AShortFatDabIsOneThing) {
    SketchMaker m;
    m.line("pine", {{50, 50}, {50, 58}}, 8);
    const Layout plan = m.plan();
    ASSERT_EQ(plan.placements.size(), 1u);
    EXPECT_NEAR(plan.placements[0].position.y, 54, 0.5);
}

TEST(Barriers, AreSectionsThatFollowTheLineAndMeetAtCorners) {
    SketchMaker m;
    m.line("fence", {{20, 20}, {80, 20}, {80, 50}});
    const Layout plan = m.plan();
    ASSERT_EQ(plan.placements.size(), 30u);  // 60 m and 30 m in sections of 3 m
    bool corner = false;
    for (const Placement& p : plan.placements) {
        ASSERT_EQ(p.path.size(), 2u);
        EXPECT_NEAR(lengthOf(p.path), 3, 1e-6);
        corner = corner || distance(p.path[1], {80, 20}) < 1e-6;
        // The asset's local x runs along the section.
        const Point front = directionOf(p.yaw), side(front.y, -front.x);
        EXPECT_NEAR(dot(side, unitOr(p.path[1] - p.path[0], {1, 0})), 1, 1e-9);
    }
    EXPECT_TRUE(corner);
}

TEST(Barriers, LetAPathThroughByAGateAndARoadByAGap) {
    SketchMaker m;
    m.line("fence", {{20, 20}, {140, 20}});
    m.line("path", {{50.5, 0}, {50.5, 60}}, 2);
    m.line("road", {{100, 0}, {100, 60}}, 8);
    const Layout plan = m.plan();
    const auto gates = ofCategory(plan, "gate");
    ASSERT_EQ(gates.size(), 1u);
    EXPECT_NEAR(gates[0].position.x, 50.5, 1e-6);
    EXPECT_EQ(gates[0].stroke, 1);
    for (const Placement& p : ofCategory(plan, "fence")) {
        EXPECT_TRUE(p.path[1].x <= 49.3 || p.path[0].x >= 51.7) << p.path[0].x;
        EXPECT_TRUE(p.path[1].x <= 96 || p.path[0].x >= 104) << p.path[0].x;
    }
}

TEST(Barriers, AFatPatchRunsAlongItsMiddleAndAYardAlongItsRim) {
    SketchMaker m;
    m.area("fences", strokedArea({{60, 60}, {85, 60}}, 20)[0].outer);  // a capsule of 45 x 20 m
    m.area("fence", rectangle(120, 120, 160, 150));
    const Layout plan = m.plan();
    const auto middle = ofStroke(plan, 1), yard = ofStroke(plan, 2);
    EXPECT_GE(middle.size(), 12u);
    for (const Placement& p : middle) EXPECT_NEAR(p.position.y, 60, 1);
    double length = 0;
    for (const Placement& p : yard) length += lengthOf(p.path);
    EXPECT_NEAR(length, 140, 0.1);
}

}  // namespace
}  // namespace sketchwalk::layout
