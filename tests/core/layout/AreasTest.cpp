#include "tests/core/layout/Sketches.h"

namespace sketchwalk::layout {
namespace {

const Region* regionOf(const Layout& plan, std::string_view id) {
    for (const Region& r : plan.regions) {
        if (r.id == id) return &r;
    }
    return nullptr;
}

// The id that lies on top at a point, as a reader of the plan sees it.
std::string onTop(const Layout& plan, Point p) {
    std::string id = plan.base;
    int order = -1;
    for (const Region& r : plan.regions) {
        if (r.order > order && contains(r.shape, p)) order = r.order, id = r.id;
    }
    for (const Line& l : plan.lines) {
        if (l.order > order && nearestOnLine(l.centre, p).distance <= l.width[0] / 2) order = l.order, id = l.id;
    }
    return id;
}

TEST(Areas, KeepTheDrawnOutlineExactly) {
    SketchMaker m;
    const Ring ring{{20, 20}, {90, 30}, {80, 90}, {40, 70}};
    m.area("sand", ring);
    m.area("mud", rectangle(120, 120, 160, 160)).pen = sketch::Pen::block;
    const Layout plan = m.plan();
    ASSERT_EQ(plan.regions.size(), 2u);
    EXPECT_EQ(plan.regions[0].shape.outer, ring);
    EXPECT_TRUE(plan.regions[0].exact);
    EXPECT_FALSE(plan.regions[1].exact);
}

TEST(Areas, LandOnAnIslandOutranksTheSea) {
    SketchMaker m;
    m.base("beach");
    m.area("ocean", rectangle(0, 0, 256, 120));
    m.area("tropical islands", circle({100, 60}, 30));
    const Layout plan = m.plan();
    EXPECT_EQ(onTop(plan, {30, 60}), "sea");
    EXPECT_EQ(onTop(plan, {100, 60}), "grass");
    ASSERT_EQ(plan.reliefs.size(), 1u);
    EXPECT_EQ(plan.reliefs[0].id, "island");
}

TEST(Areas, GrassDrawnInALakeIsLandAndAPondOnItIsWaterAgain) {
    SketchMaker m;
    m.area("lake", rectangle(20, 20, 220, 220));
    m.area("grass", rectangle(80, 80, 160, 160));
    m.area("lake", rectangle(110, 110, 130, 130));
    const Layout plan = m.plan();
    EXPECT_EQ(onTop(plan, {40, 40}), "lake");
    EXPECT_EQ(onTop(plan, {90, 90}), "grass");
    EXPECT_EQ(onTop(plan, {120, 120}), "lake");
}

TEST(Areas, AForestPaintedAroundALakeOrOverARiverLeavesTheWater) {
    SketchMaker m;
    m.area("lake", rectangle(100, 100, 130, 130));
    m.line("river", {{0, 60}, {256, 60}}, 8);
    m.area("forest", rectangle(10, 10, 240, 240));
    const Layout plan = m.plan();
    EXPECT_EQ(onTop(plan, {115, 115}), "lake");
    EXPECT_EQ(onTop(plan, {150, 60}), "river");
    EXPECT_EQ(onTop(plan, {50, 200}), "forest");
}

TEST(Areas, RoadsLieOnFieldsDrawnLater) {
    SketchMaker m;
    m.line("road", {{0, 60}, {256, 60}}, 6);
    m.area("field", rectangle(50, 20, 200, 100));
    EXPECT_EQ(onTop(m.plan(), {100, 60}), "road");
}

TEST(Areas, HolesUnderObjectsAreClosedButIslandsOfLandStay) {
    SketchMaker m;
    auto& beach = m.area("sand", rectangle(0, 0, 120, 120));
    beach.holes = {rectangle(40, 40, 52, 52), rectangle(80, 80, 100, 100)};
    m.area("house", rectangle(40.5, 40.5, 51.5, 51.5));
    auto& lake = m.area("lake", rectangle(140, 0, 250, 120));
    lake.holes = {rectangle(160, 20, 170, 32), rectangle(200, 60, 220, 80)};
    m.area("boat", rectangle(160.5, 20.5, 169.5, 31.5));
    m.area("house", rectangle(200.5, 60.5, 219.5, 79.5));
    const Layout plan = m.plan();
    EXPECT_EQ(regionOf(plan, "sand")->shape.holes.size(), 1u);  // the one that nothing covers
    const Region* water = regionOf(plan, "lake");
    ASSERT_EQ(water->shape.holes.size(), 1u);  // the boat floats, the house keeps its island
    EXPECT_DOUBLE_EQ(water->shape.holes[0][0].x, 200);
    const auto house = ofStroke(plan, 5);
    ASSERT_EQ(house.size(), 1u);
    EXPECT_TRUE(contains(Polygon{rectangle(200, 60, 220, 80), {}}, house[0].position));
}

TEST(Areas, ALongPatchOfARiverIsShapeAndProfile) {
    SketchMaker m;
    m.area("river", rectangle(0, 100, 200, 112));
    const Layout plan = m.plan();
    ASSERT_EQ(plan.regions.size(), 1u);
    ASSERT_GE(plan.lines.size(), 1u);
    EXPECT_EQ(plan.lines[0].stroke, plan.regions[0].stroke);
    for (const Point p : plan.lines[0].centre) EXPECT_NEAR(p.y, 106, 3);
    EXPECT_GT(lengthOf(plan.lines[0].centre), 180);
}

TEST(Areas, KnownCentreLinesAreTaken) {
    SketchMaker m;
    auto& river = m.area("a frozen river", rectangle(0, 100, 200, 112));
    river.centreLines = {{{0, 106}, {100, 106}}, {{100, 106}, {200, 106}}};
    river.centreWidth = {12, 11};
    const Layout plan = m.plan();
    ASSERT_EQ(plan.lines.size(), 2u);
    EXPECT_EQ(plan.lines[0].id, "ice");
    EXPECT_DOUBLE_EQ(plan.lines[1].width[0], 11);
    EXPECT_EQ(plan.lines[0].centre.back(), plan.lines[1].centre.front());
}

TEST(Areas, LinesOfACliffAreSpinesAndPatchesOfMountainsAreAreas) {
    SketchMaker m;
    m.line("cliff", {{20, 20}, {100, 20}}, 8);
    m.area("mountain", circle({180, 180}, 40));
    m.stamp("hill", {60, 180});
    m.line("hills", {{100, 100}, {200, 100}}, 30);
    const Layout plan = m.plan();
    ASSERT_EQ(plan.reliefs.size(), 4u);
    EXPECT_EQ(plan.reliefs[0].spine.size(), 2u);
    EXPECT_DOUBLE_EQ(plan.reliefs[0].width, 8);
    EXPECT_FALSE(plan.reliefs[1].shape.outer.empty());
    EXPECT_NEAR(std::abs(signedArea(plan.reliefs[2].shape.outer)), 3.14159 * 25 * 25,
                250);  // the catalogue's hill: 50 m
    // A hill drawn with a pen of 30 m over 100 m: a capsule of 100 x 30 and a circle of 30.
    EXPECT_NEAR(std::abs(signedArea(plan.reliefs[3].shape.outer)), 3000 + 706.86, 60);
}

TEST(Areas, APatchOfWaterfallIsWaterWithAStepAndAFall) {
    SketchMaker m;
    m.base("jungle");
    Ring ring{{90, 0}, {190, 0}, {190, 60}, {150, 60}, {150, 250}, {130, 250}, {130, 60}, {90, 60}};
    auto& stroke = m.area("waterfalls", ring);
    stroke.centreLines = {{{140, 0}, {140, 250}}};
    stroke.centreWidth = {20};
    const Layout plan = m.plan();
    ASSERT_TRUE(regionOf(plan, "river"));
    EXPECT_EQ(regionOf(plan, "river")->shape.outer, ring);
    const auto falls = ofCategory(plan, "waterfall");
    ASSERT_EQ(falls.size(), 1u);
    EXPECT_TRUE(falls[0].afloat);
    EXPECT_LT(falls[0].position.y, 62);  // at the broad pool, on one of its banks
    // It lands 3 m into the water and reaches back over the bank to the cliff.
    const Point front = directionOf(falls[0].yaw) * (falls[0].footprint.y / 2);
    EXPECT_TRUE(contains(ring, falls[0].position + front));
    EXPECT_NEAR(nearestOnRing(ring, falls[0].position + front).distance, 3, 0.1);
    EXPECT_FALSE(contains(ring, falls[0].position - front));
    ASSERT_EQ(plan.reliefs.size(), 1u);
    const Polyline& spine = plan.reliefs[0].spine;
    const Point left = leftOf(unitOr(spine.back() - spine.front(), {1, 0}));
    EXPECT_LT(dot(left, directionOf(falls[0].yaw)), -0.99);  // ground rises behind it
}

TEST(Areas, ALineOfWaterfallBeginsAtACliff) {
    SketchMaker m;
    m.line("waterfall", {{100, 50}, {100, 200}}, 8);
    const Layout plan = m.plan();
    ASSERT_EQ(plan.lines.size(), 1u);
    EXPECT_EQ(plan.lines[0].id, "river");
    const auto falls = ofCategory(plan, "waterfall");
    ASSERT_EQ(falls.size(), 1u);
    EXPECT_NEAR(directionOf(falls[0].yaw).y, 1, 1e-9);
    EXPECT_NEAR(falls[0].position.y + falls[0].footprint.y / 2, 53, 1e-6);  // its foot, 3 m into the water
    ASSERT_EQ(plan.reliefs.size(), 1u);
    const double back = falls[0].position.y - falls[0].footprint.y / 2;
    for (const Point p : plan.reliefs[0].spine) EXPECT_GT(p.y, back);  // it reaches back past the cliff's edge
    for (const Point p : plan.reliefs[0].spine) EXPECT_LT(p.y, 50);
}

}  // namespace
}  // namespace sketchwalk::layout
