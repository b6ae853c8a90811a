#include "tests/core/layout/Sketches.h"

namespace sketchwalk::layout {
namespace {

// A river from north to south at x = 128, 10 m wide: water from x = 123 to 133.
SketchMaker riverMap() {
    SketchMaker m;
    m.line("river", {{128, 0}, {128, 256}}, 10);
    return m;
}

void expectFeet(const Placement& bridge, double west, double east) {
    ASSERT_GE(bridge.path.size(), 2u);
    const double a = std::min(bridge.path.front().x, bridge.path.back().x),
                 b = std::max(bridge.path.front().x, bridge.path.back().x);
    EXPECT_GE(west - a, 1.4);
    EXPECT_LE(west - a, 4.1);
    EXPECT_GE(b - east, 1.4);
    EXPECT_LE(b - east, 4.1);
}

TEST(Bridges, AreDrawnOutOrTrimmedToTheBanks) {
    for (const double reach : {3.0, 8.0, 25.0}) {  // too short, right, too long
        SketchMaker m = riverMap();
        m.line("bridge", {{128 - reach, 100}, {128 + reach, 100}}, 5);
        const Layout plan = m.plan();
        const auto bridges = ofCategory(plan, "bridge");
        ASSERT_EQ(bridges.size(), 1u) << reach;
        expectFeet(bridges[0], 123, 133);
        EXPECT_NEAR(bridges[0].position.x, 128, 0.5);
        EXPECT_NEAR(bridges[0].position.y, 100, 0.01);
        EXPECT_DOUBLE_EQ(bridges[0].width, 5);
        // Local x runs along the path: the front looks across it.
        EXPECT_NEAR(std::abs(directionOf(bridges[0].yaw).y), 1, 1e-9);
        EXPECT_TRUE(plan.diagnostics.empty());
    }
}

TEST(Bridges, OfAFatPenHaveADeckOfBelievableWidth) {
    SketchMaker m = riverMap();
    Ring capsule = strokedArea({{100, 90}, {150, 110}}, 20)[0].outer;
    m.area("a bridge", capsule);
    const auto bridges = ofCategory(m.plan(), "bridge");
    ASSERT_EQ(bridges.size(), 1u);
    EXPECT_GE(bridges[0].width, 2.5);
    EXPECT_LE(bridges[0].width, 8);
    EXPECT_TRUE(contains(capsule, bridges[0].position));
    const Point way = unitOr(bridges[0].path.back() - bridges[0].path.front(), {1, 0});
    EXPECT_GT(std::abs(dot(way, unitOr({50, 20}, {1, 0}))), 0.99);
}

TEST(Bridges, StampsCrossTheShortWay) {
    SketchMaker m = riverMap();
    m.stamp("bridge", {126, 60});
    const auto bridges = ofCategory(m.plan(), "bridge");
    ASSERT_EQ(bridges.size(), 1u);
    expectFeet(bridges[0], 123, 133);
    EXPECT_NEAR(bridges[0].path.front().y, bridges[0].path.back().y, 0.3);
}

TEST(Bridges, WithoutWaterStandAsDrawnWithAWord) {
    SketchMaker m;
    m.line("bridge", {{50, 50}, {80, 50}}, 6);
    const Layout plan = m.plan();
    const auto bridges = ofCategory(plan, "bridge");
    ASSERT_EQ(bridges.size(), 1u);
    EXPECT_EQ(bridges[0].path.front(), Point(50, 50));
    EXPECT_EQ(bridges[0].path.back(), Point(80, 50));
    EXPECT_TRUE(says(plan, 1, "no drawn water"));
}

TEST(Bridges, FollowTheDrawnCurve) {
    SketchMaker m = riverMap();
    Polyline arc;
    for (int i = 0; i <= 20; ++i) {
        const double x = -20 + 2.0 * i;
        arc.push_back({128 + x, 100 + x * x / 25});
    }
    m.line("bridge", arc, 4);
    const auto bridges = ofCategory(m.plan(), "bridge");
    ASSERT_EQ(bridges.size(), 1u);
    expectFeet(bridges[0], 123, 133);
}

TEST(Bridges, AreAddedWhereARoadCrossesWaterAndTheRoadIsCutThere) {
    SketchMaker m = riverMap();
    m.line("road", {{20, 100}, {230, 100}}, 6);
    const Layout plan = m.plan();
    const auto bridges = ofCategory(plan, "bridge");
    ASSERT_EQ(bridges.size(), 1u);
    EXPECT_EQ(bridges[0].stroke, 2);
    EXPECT_DOUBLE_EQ(bridges[0].width, 6);
    expectFeet(bridges[0], 123, 133);
    EXPECT_TRUE(says(plan, 2, "bridge was added"));
    int pieces = 0;
    for (const Line& line : plan.lines) {
        if (line.id != "road") continue;
        ++pieces;
        for (const Point p : line.centre) EXPECT_TRUE(p.x < 123 || p.x > 133) << p.x;
    }
    EXPECT_EQ(pieces, 2);
}

TEST(Bridges, AddedOnesAreAsWideAsTheirRoad) {
    for (const double width : {3.0, 6.0, 14.0}) {
        SketchMaker m = riverMap();
        m.line("road", {{20, 100}, {230, 100}}, width);
        const auto bridges = ofCategory(m.plan(), "bridge");
        ASSERT_EQ(bridges.size(), 1u) << width;
        EXPECT_DOUBLE_EQ(bridges[0].width, width);
    }
}

TEST(Bridges, DrawnOnesCarryTheRoadAndNoSecondIsAdded) {
    SketchMaker m = riverMap();
    m.line("road", {{20, 100}, {230, 104}}, 6);
    m.line("bridge", {{115, 101}, {140, 103}}, 6);
    const Layout plan = m.plan();
    const auto bridges = ofCategory(plan, "bridge");
    ASSERT_EQ(bridges.size(), 1u);
    EXPECT_EQ(bridges[0].stroke, 3);
    int ends = 0;  // the road's pieces end at the bridge's feet
    for (const Line& line : plan.lines) {
        if (line.id != "road") continue;
        for (const Point foot : {bridges[0].path.front(), bridges[0].path.back()}) {
            ends += distance(line.centre.front(), foot) < 0.6 || distance(line.centre.back(), foot) < 0.6;
        }
    }
    EXPECT_EQ(ends, 2);
}

TEST(Bridges, RoadsThatEndAtADrawnBridgeReachItsFeet) {
    SketchMaker m = riverMap();
    m.line("road", {{20, 100}, {104, 100}}, 6);
    m.line("road", {{152, 100}, {230, 100}}, 6);
    m.line("bridge", {{104, 100}, {152, 100}}, 6);
    const Layout plan = m.plan();
    const auto bridges = ofCategory(plan, "bridge");
    ASSERT_EQ(bridges.size(), 1u);
    expectFeet(bridges[0], 123, 133);
    for (const Point foot : {bridges[0].path.front(), bridges[0].path.back()}) {
        double nearest = 1e9;
        for (const Line& line : plan.lines) {
            if (line.id == "road")
                nearest = std::min({nearest, distance(line.centre.front(), foot), distance(line.centre.back(), foot)});
        }
        EXPECT_LT(nearest, 0.01);
    }
}

TEST(Bridges, WaterGoesOnUnderABridgeThatHidesItInAPicture) {
    // A picture's river, cut in two by the patch of a bridge 20 m wide.
    SketchMaker m;
    auto& north = m.area("river", rectangle(120, 0, 136, 99.5));
    north.centreLines = {{{128, 0}, {128, 99.5}}};
    north.centreWidth = {16};
    auto& south = m.area("river", rectangle(120, 120.5, 136, 256));
    south.centreLines = {{{128, 120.5}, {128, 256}}};
    south.centreWidth = {16};
    m.area("bridge", strokedArea({{105, 110}, {151, 110}}, 20)[0].outer);
    const Layout plan = m.plan();
    bool filled = false;
    for (const Region& r : plan.regions) filled = filled || (r.id == "river" && contains(r.shape, Point(128, 110)));
    EXPECT_TRUE(filled);
    bool linked = false;
    for (const Line& l : plan.lines)
        linked = linked || (l.stroke == 1 && l.centre.back() == Point(128, 120.5) && l.flowsOut);
    EXPECT_TRUE(linked);
    const auto bridges = ofCategory(plan, "bridge");
    ASSERT_EQ(bridges.size(), 1u);
    expectFeet(bridges[0], 120, 136);
}

// In a picture a broad road hides a piece of a broad river; it keeps nearly all of its own ground.
TEST(Bridges, ARoadOfAPictureIsCarriedOverARiverThatNarrowsBeneath) {
    SketchMaker m;
    m.area("river", rectangle(113, 0, 143, 110)).centreLines = {{{128, 0}, {128, 110}}};
    m.area("river", rectangle(113, 130, 143, 256)).centreLines = {{{128, 130}, {128, 256}}};
    m.area("road", rectangle(0, 110, 256, 130)).centreLines = {{{0, 120}, {256, 120}}};
    for (const auto& s : m.sketch.strokes) {
        const_cast<sketch::Stroke&>(*s).centreWidth = {s->brush == "road" ? 20.0 : 30.0};
    }
    const Layout plan = m.plan();
    ASSERT_EQ(ofCategory(plan, "bridge").size(), 1u);
    EXPECT_TRUE(says(plan, 3, "bridge was added"));
    double hidden = 0;
    for (double x = 100; x < 156; x += 0.5) {
        for (double y = 110.25; y < 130; y += 0.5) {
            bool wet = false;
            for (const Region& r : plan.regions) wet = wet || (r.id == "river" && contains(r.shape, Point(x, y)));
            hidden += wet ? 0.25 : 0;
        }
    }
    EXPECT_GT(hidden, 100);          // it goes on
    EXPECT_LT(hidden, 0.07 * 5120);  // but takes little of the road
}

TEST(Bridges, TheFarShoreOutOfReachIsSaid) {
    SketchMaker m;
    m.area("sea", rectangle(100, 0, 256, 256));
    m.line("bridge", {{90, 100}, {130, 100}}, 5);
    const Layout plan = m.plan();
    ASSERT_EQ(ofCategory(plan, "bridge").size(), 1u);
    EXPECT_TRUE(says(plan, 2, "far shore"));
}

}  // namespace
}  // namespace sketchwalk::layout
