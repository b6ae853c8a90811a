#include "core/neural/InkFootprint.h"

#include <gtest/gtest.h>

#include "core/base/File.h"

namespace sketchwalk::neural {
namespace {

const catalogue::Catalogue& book() {
    static const auto loaded = catalogue::Catalogue::load(std::filesystem::path(SKETCHWALK_SOURCE_DIR) / "resources");
    EXPECT_TRUE(loaded);
    return *loaded;
}

Box boxOf(const sketch::Stroke& stroke) {
    Box box;
    for (const auto& p : stroke.points) box.include(p.at);
    return box;
}

const std::vector<Polyline> kDrawing = {{{100, 100}, {100, 60}, {140, 60}, {140, 100}, {100, 100}},
                                        {{100, 60}, {120, 40}, {140, 60}}};

TEST(InkFootprint, AHouseStandsInTheMiddleOfItsDrawingAndIsOne) {
    const auto made = inkFootprint(kDrawing, *book().find("house"), {256, 256});
    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(made[0].brush, "house");
    EXPECT_TRUE(made[0].closed);
    const Box box = boxOf(made[0]);
    EXPECT_NEAR(box.centre().x, 120, 1e-9);
    EXPECT_NEAR(box.centre().y, 70, 1e-9);
    EXPECT_LE(box.size().x, 10 * 1.8 + 1e-9);  // the catalogue's width and most stretch
    EXPECT_LT(box.size().x * box.size().y, book().find("house")->groupAbove);
}

TEST(InkFootprint, AMountainIsReliefAsLargeAsItsDrawing) {
    const auto made =
        inkFootprint({{{0, 100}, {50, 20}, {90, 70}, {120, 30}, {160, 100}}}, *book().find("mountain"), {256, 256});
    ASSERT_EQ(made.size(), 1u);
    EXPECT_TRUE(made[0].closed);
    EXPECT_NEAR(boxOf(made[0]).size().x, 160, 1e-9);
    EXPECT_NEAR(boxOf(made[0]).size().y, 80, 1e-9);
}

TEST(InkFootprint, AFlatDrawingOfLandStillCoversGround) {
    const auto made = inkFootprint({{{0, 50}, {100, 50}}}, *book().find("mountain"), {256, 256});
    EXPECT_NEAR(boxOf(made[0]).size().y, 20, 1e-6);
}

TEST(InkFootprint, ARiverOfTwoBanksRunsBetweenThem) {
    // The second bank is drawn the other way round.
    const Course course = courseOf({{{0, 0}, {100, 0}}, {{100, 10}, {0, 10}}});
    for (Point p : course.line) EXPECT_NEAR(p.y, 5, 1e-9);
    EXPECT_NEAR(course.width, 10, 1e-9);
    const auto made = inkFootprint({{{0, 0}, {100, 0}}, {{100, 10}, {0, 10}}}, *book().find("river"), {256, 256});
    EXPECT_FALSE(made[0].closed);
    EXPECT_NEAR(made[0].width, 10, 1e-9);
}

TEST(InkFootprint, ARiverOfOneLineFollowsIt) {
    const auto made =
        inkFootprint({{{0, 0}, {50, 40}, {100, 0}}, {{20, 10}, {24, 12}}}, *book().find("river"), {256, 256});
    ASSERT_EQ(made[0].points.size(), 3u);
    EXPECT_EQ(made[0].points[1].at, (Point{50, 40}));
    EXPECT_EQ(made[0].width, 0);
}

TEST(InkFootprint, AWallRunsAlongItsDrawing) {
    const auto made = inkFootprint({{{0, 10}, {80, 10}, {80, 20}, {0, 20}, {0, 10}}}, *book().find("wall"), {256, 256});
    ASSERT_EQ(made[0].points.size(), 2u);
    EXPECT_NEAR(distance(made[0].points[0].at, made[0].points[1].at), 80, 1e-6);
    EXPECT_NEAR(made[0].points[0].at.y, 15, 1e-6);
}

TEST(InkFootprint, APictureOfACowIsACowThatStandsThere) {
    const auto made = inkFootprint(kDrawing, *book().find("cow"), {256, 256});
    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(made[0].brush, "cow");
    ASSERT_EQ(made[0].points.size(), 1u);
    EXPECT_EQ(made[0].points[0].at, (Point{120, 70}));
}

TEST(InkFootprint, ADotThatIsSaidToBeACowIsACowThatStandsThere) {
    const auto made = inkFootprint({{{30, 40}}}, *book().find("cow"), {256, 256});
    ASSERT_EQ(made[0].points.size(), 1u);
    EXPECT_EQ(made[0].points[0].at, (Point{30, 40}));
}

TEST(InkFootprint, ALineThatIsSaidToBeSomebodysIsTheirRoute) {
    for (const char* whose : {"cow", "route", "camera"}) {
        const auto made = inkFootprint({{{0, 0}, {50, 40}, {100, 0}}}, *book().find(whose), {256, 256});
        ASSERT_EQ(made.size(), 1u);
        EXPECT_FALSE(made[0].closed);
        ASSERT_EQ(made[0].points.size(), 3u) << whose;
        EXPECT_EQ(made[0].points[1].at, (Point{50, 40}));
    }
}

}  // namespace
}  // namespace sketchwalk::neural
