// What was changed by hand holds, or the plan says that it cannot.
#include <gtest/gtest.h>

#include "tests/core/layout/Sketches.h"

namespace sketchwalk::layout {
namespace {

// A change to a placed thing, as a window would make it.
sketch::Stroke& edit(SketchMaker& maker, const Placement& placement, Point to) {
    sketch::Stroke& stroke = maker.line(placement.category, {placement.position, to});
    stroke.edit = sketch::ObjectEdit{placement.id, placement.stroke, placement.category, "", false, {}, 1};
    return stroke;
}

SketchMaker twoHouses() {
    SketchMaker maker;
    maker.area("house", rectangle(40, 40, 50, 48));
    maker.area("house", rectangle(150, 150, 162, 158));
    return maker;
}

bool warns(const Layout& plan, int64_t stroke) {
    return std::any_of(plan.diagnostics.begin(), plan.diagnostics.end(),
                       [stroke](const Diagnostic& d) { return d.stroke == stroke && d.severity == Severity::warning; });
}

TEST(Edits, AMovedHouseStandsWhereItWasPut) {
    SketchMaker maker = twoHouses();
    const Layout before = maker.plan();
    edit(maker, ofStroke(before, 1).at(0), {100, 60});
    const Layout after = maker.plan();
    const Placement moved = ofStroke(after, 1).at(0);
    EXPECT_EQ(moved.position, Point(100, 60));
    EXPECT_EQ(moved.footprint, ofStroke(before, 1).at(0).footprint);
    EXPECT_EQ(ofStroke(after, 2).at(0).position, ofStroke(before, 2).at(0).position);
    EXPECT_TRUE(after.diagnostics.empty());
}

TEST(Edits, ThingsTurnScaleAndGo) {
    SketchMaker maker = twoHouses();
    const Layout before = maker.plan();
    sketch::Stroke& first = edit(maker, ofStroke(before, 1).at(0), ofStroke(before, 1).at(0).position);
    first.edit->yaw = 30;
    first.edit->scale = 1.5;
    edit(maker, ofStroke(before, 2).at(0), {0, 0}).edit->removed = true;
    const Layout after = maker.plan();
    const Placement was = ofStroke(before, 1).at(0), is = ofStroke(after, 1).at(0);
    EXPECT_NEAR(is.yaw, 30, 1e-9);
    EXPECT_NEAR(is.footprint.x, 1.5 * was.footprint.x, 1e-9);
    EXPECT_NEAR(distance(is.position, was.position), 0, 1e-9);
    EXPECT_TRUE(ofStroke(after, 2).empty());
    EXPECT_TRUE(after.diagnostics.empty());
}

TEST(Edits, ATurnedBridgeTakesItsFeetAlong) {
    SketchMaker maker;
    maker.line("river", {{128, 0}, {128, 256}}, 10);
    maker.line("bridge", {{115, 128}, {141, 128}});
    const Placement before = ofCategory(maker.plan(), "bridge").at(0);
    const Point middle = (before.path.front() + before.path.back()) * 0.5;
    sketch::Stroke& turn = edit(maker, before, middle);
    turn.points.front().at = turn.points.back().at = middle;
    turn.edit->yaw = 90;  // from east to north: its run points up the map
    const Placement after = ofCategory(maker.plan(), "bridge").at(0);
    const Point run = after.path.back() - after.path.front();
    EXPECT_NEAR(run.x, 0, 1e-6);
    EXPECT_NEAR(run.y, -distance(before.path.front(), before.path.back()), 1e-6);
}

TEST(Edits, AThingBecomesAnother) {
    SketchMaker maker = twoHouses();
    sketch::Stroke& stroke = edit(maker, ofStroke(maker.plan(), 1).at(0), {45, 44});
    stroke.brush = "a stone tower";
    const Placement after = ofStroke(maker.plan(), 1).at(0);
    EXPECT_EQ(after.category, "tower");
    EXPECT_EQ(after.footprint.x, theCatalogue().find("tower")->size.width);
    stroke.brush = "no such thing at all";
    const Layout kept = maker.plan();
    EXPECT_EQ(ofStroke(kept, 1).at(0).category, "house");
    EXPECT_TRUE(warns(kept, stroke.id));
}

TEST(Edits, TheLastChangeToAThingCounts) {
    SketchMaker maker = twoHouses();
    const Placement house = ofStroke(maker.plan(), 1).at(0);
    edit(maker, house, {100, 60}).edit->scale = 3;
    edit(maker, house, {90, 70});
    const Placement after = ofStroke(maker.plan(), 1).at(0);
    EXPECT_EQ(after.position, Point(90, 70));
    EXPECT_EQ(after.footprint, house.footprint);
}

TEST(Edits, WhatLostItsStrokeIsTold) {
    SketchMaker maker = twoHouses();
    const int64_t change = edit(maker, ofStroke(maker.plan(), 1).at(0), {100, 60}).id;
    maker.sketch.strokes.erase(maker.sketch.strokes.begin());
    const Layout after = maker.plan();
    EXPECT_TRUE(warns(after, change));
    EXPECT_EQ(after.placements.size(), 1u);
}

TEST(Edits, WhatGrewIsUprootedAndPlantedAnew) {
    SketchMaker maker;
    sketch::Stroke& moved = maker.line("pine", {{20, 20}, {60, 70}});
    moved.edit = sketch::ObjectEdit{0xabc, 0, "pine", "pine_2", false, 45.0, 1.2};
    sketch::Stroke& felled = maker.line("tree", {{90, 90}});
    felled.edit = sketch::ObjectEdit{0xdef, 0, "tree", "", true, {}, 1};
    const Layout plan = maker.plan();
    ASSERT_EQ(plan.uprooted.size(), 2u);
    EXPECT_EQ(plan.uprooted[0].at, Point(20, 20));
    ASSERT_EQ(plan.placements.size(), 1u);
    const Placement& pine = plan.placements[0];
    EXPECT_EQ(pine.position, Point(60, 70));
    EXPECT_EQ(pine.look, "pine_2");
    EXPECT_EQ(pine.stroke, 0);
    EXPECT_NEAR(pine.footprint.x, 1.2 * theCatalogue().find("pine")->size.width, 1e-9);
    EXPECT_TRUE(plan.complete.empty());  // pines still grow elsewhere
}

TEST(Edits, NothingLeavesTheMap) {
    SketchMaker maker = twoHouses();
    edit(maker, ofStroke(maker.plan(), 1).at(0), {900, -50});
    EXPECT_EQ(ofStroke(maker.plan(), 1).at(0).position, Point(256, 0));
}

}  // namespace
}  // namespace sketchwalk::layout
