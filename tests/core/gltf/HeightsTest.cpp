#include "core/gltf/Heights.h"

#include <gtest/gtest.h>

namespace sketchwalk::gltf {
namespace {

terrain::Ground slope(int width, int depth, Point extent) {  // rises eastward by 1 and southward by 10 a node
    terrain::Ground ground;
    ground.extent = extent;
    ground.spacing = extent.x / (width - 1);
    ground.height = Grid<float>(width, depth);
    for (int y = 0; y < depth; ++y) {
        for (int x = 0; x < width; ++x) ground.height(x, y) = static_cast<float>(x + 10 * y);
    }
    return ground;
}

TEST(Heights, SidesAreThoseThatEnginesTake) {
    EXPECT_EQ(unitySide(513), 513);
    EXPECT_EQ(unitySide(514), 1025);
    EXPECT_EQ(unitySide(65), 65);
    EXPECT_EQ(unitySide(2), 33);
    EXPECT_EQ(unitySide(9000), 4097);
    EXPECT_EQ(unrealSide(513), 505);
    EXPECT_EQ(unrealSide(1025), 1009);
    EXPECT_EQ(unrealSide(2049), 2017);
    EXPECT_EQ(unrealSide(65), 127);
}

TEST(Heights, UnityIsSquareAndBeginsInTheEast) {
    const auto ground = slope(65, 33, {128, 64});
    const HeightRaster raster = heightsFor(ground, HeightGrid::unity);
    ASSERT_EQ(raster.metres.width(), 65);
    ASSERT_EQ(raster.metres.height(), 65);
    EXPECT_TRUE(raster.eastFirst);
    EXPECT_EQ(raster.spacing, Point(2, 1));
    EXPECT_FLOAT_EQ(raster.metres(0, 0), 64);     // north-east
    EXPECT_FLOAT_EQ(raster.metres(64, 0), 0);     // north-west
    EXPECT_FLOAT_EQ(raster.metres(64, 64), 320);  // south-west
    EXPECT_NEAR(raster.metres(64, 31), 155, 1e-3) << "halfway between two nodes of a slope lies their mean";
}

TEST(Heights, UnrealKeepsItsCornersAndSlopes) {
    const auto ground = slope(513, 513, {256, 256});
    const HeightRaster raster = heightsFor(ground, HeightGrid::unreal);
    ASSERT_EQ(raster.metres.width(), 505);
    EXPECT_FLOAT_EQ(raster.metres(0, 0), 0);
    EXPECT_FLOAT_EQ(raster.metres(504, 504), 512 * 11);
    EXPECT_NEAR(raster.metres(100, 50), (100 + 10 * 50) * 512.0 / 504, 0.01);
    EXPECT_NEAR(raster.spacing.x, 256.0 / 504, 1e-12);
}

TEST(Heights, ResamplingNeverLeavesTheRange) {
    auto ground = slope(65, 65, {64, 64});
    for (float& height : ground.height.values()) height = 0;
    for (int y = 0; y < 65; ++y) {
        for (int x = 30; x < 65; ++x) ground.height(x, y) = 10;  // a cliff, over which a cubic would swing
    }
    const HeightRange range = heightRange(ground);
    const HeightRaster raster = heightsFor(ground, HeightGrid::unreal);
    for (const float height : raster.metres.values()) {
        EXPECT_GE(height, range.min);
        EXPECT_LE(height, range.max);
    }
    const auto values = sixteenBits(raster.metres, range);
    EXPECT_EQ(values.front(), 0);
    EXPECT_EQ(values.back(), 65535);
}

TEST(Heights, NodesStayAsTheyAre) {
    const auto ground = slope(65, 33, {128, 64});
    const HeightRaster raster = heightsFor(ground, HeightGrid::nodes);
    EXPECT_EQ(raster.metres.values(), ground.height.values());
    EXPECT_FALSE(raster.eastFirst);
}

}  // namespace
}  // namespace sketchwalk::gltf
