#include "core/scene/Clearance.h"

#include <gtest/gtest.h>

namespace sketchwalk::scene {
namespace {

class ClearanceOf : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        auto catalogue = catalogue::Catalogue::load(std::filesystem::path(SKETCHWALK_SOURCE_DIR) / "resources");
        ASSERT_TRUE(catalogue) << catalogue.error().text;
        s_catalogue = std::make_unique<catalogue::Catalogue>(std::move(*catalogue));
    }
    static void TearDownTestSuite() { s_catalogue.reset(); }

    static layout::Layout with(const char* category, Point at, Point footprint, double yaw) {
        layout::Layout layout;
        layout::Placement placement;
        placement.category = category;
        placement.position = at;
        placement.footprint = footprint;
        placement.yaw = yaw;
        layout.placements = {placement};
        return layout;
    }
    static inline std::unique_ptr<catalogue::Catalogue> s_catalogue;
};

TEST_F(ClearanceOf, HousesIsMeasuredFromTheirWalls) {
    // Yaw 90 looks east: the front is 20 m wide from north to south, and the house 6 m deep from west to east.
    const Clearance clearance(with("house", {100, 100}, {20, 6}, 90), *s_catalogue, 10);
    EXPECT_FALSE(clearance.free({100, 109}, 2, 0.5));
    EXPECT_FALSE(clearance.free({100, 111.9}, 2, 0.5));
    EXPECT_TRUE(clearance.free({100, 112.1}, 2, 0.5));
    EXPECT_FALSE(clearance.free({104.9, 100}, 2, 0.5));
    EXPECT_TRUE(clearance.free({105.1, 100}, 2, 0.5));
    EXPECT_FALSE(clearance.free({105, 113}, 3.7, 0.5));  // 3.6 m from the corner at (103, 110)
    EXPECT_TRUE(clearance.free({105, 113}, 3.5, 0.5));
}

TEST_F(ClearanceOf, FencesIsMeasuredFromTheirLine) {
    layout::Layout layout = with("fence", {0, 0}, {1, 1}, 0);
    layout.placements[0].path = {{50, 50}, {80, 90}};  // 50 m long
    layout.placements[0].width = 0.4;
    const Clearance clearance(layout, *s_catalogue, 10);
    EXPECT_FALSE(clearance.free(Point(65, 70) + Point(-0.8, 0.6) * 1.1, 1, 0.5));
    EXPECT_TRUE(clearance.free(Point(65, 70) + Point(-0.8, 0.6) * 1.3, 1, 0.5));
    EXPECT_TRUE(clearance.free(Point(80, 90) + Point(0.6, 0.8) * 1.1, 1, 0.5));
}

TEST_F(ClearanceOf, TreesLetCrownsTouch) {
    const Clearance clearance(with("tree", {60, 60}, {6, 6}, 0), *s_catalogue, 10);  // a crown of 3 m
    EXPECT_FALSE(clearance.free({62.4, 60}, 5, 2));                                  // half of 3 + 2 is 2.5
    EXPECT_TRUE(clearance.free({62.6, 60}, 5, 2));
}

}  // namespace
}  // namespace sketchwalk::scene
