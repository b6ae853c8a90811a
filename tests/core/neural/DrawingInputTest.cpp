#include "core/neural/DrawingInput.h"

#include <gtest/gtest.h>

#include <numeric>

namespace sketchwalk::neural {
namespace {

struct Input {
    std::vector<float> raster = std::vector<float>(kRasterSize), points = std::vector<float>(kPointsSize);
    explicit Input(const std::vector<Polyline>& strokes, const InputLook& look = {}) {
        fillInput(strokes, raster, points, look);
    }
    float at(int plane, int x, int y) const { return raster[static_cast<size_t>((plane * kSide + y) * kSide + x)]; }
    float point(int channel, int i) const { return points[static_cast<size_t>(channel * kPoints + i)]; }
};

const std::vector<Polyline> kCorner = {{{10, 10}, {110, 10}}, {{10, 10}, {10, 60}}};

TEST(DrawingInput, DoesNotCareWhereAndHowLargeTheDrawingIs) {
    std::vector<Polyline> elsewhere = kCorner;
    for (Polyline& line : elsewhere) {
        for (Point& p : line) p = p * 8.0 + Point{-512, 64};
    }
    EXPECT_EQ(Input(kCorner).raster, Input(elsewhere).raster);
    EXPECT_EQ(Input(kCorner).points, Input(elsewhere).points);
}

TEST(DrawingInput, FillsTheLongerSideAndSaysOrderAndDirection) {
    const Input input(kCorner);  // 58 x 29 pixels: from (3, 17.5) to (61, 46.5)
    EXPECT_NEAR(input.at(0, 30, 17), 1, 1e-6);
    EXPECT_EQ(input.at(0, 30, 30), 0);
    EXPECT_NEAR(input.at(2, 30, 17), 1, 1e-6);                                    // level: cos 2a = 1
    EXPECT_NEAR(input.at(2, 3, 40), -input.at(0, 3, 40), 1e-6);                   // upright: cos 2a = -1
    EXPECT_GT(input.at(1, 30, 17), 0.99);                                         // the first stroke is early
    EXPECT_NEAR(input.at(1, 3, 40) / input.at(0, 3, 40), 1 - 0.8 * 2 / 3, 1e-3);  // two thirds of the ink lie before
}

TEST(DrawingInput, ALineDrawnBackwardsLooksTheSameInTheRaster) {
    const Input there({{{0, 0}, {50, 30}}}), back({{{50, 30}, {0, 0}}});
    for (size_t i = 0; i < there.raster.size(); ++i) EXPECT_NEAR(there.raster[i], back.raster[i], 1e-6);
}

TEST(DrawingInput, PointsFollowTheInk) {
    const Input input(kCorner);
    EXPECT_NEAR(input.point(0, 0), -1, 1e-6);
    EXPECT_NEAR(input.point(1, 0), -0.5, 1e-6);
    EXPECT_EQ(input.point(4, 0), 1);
    float starts = 0, ends = 0;
    for (int i = 0; i < kPoints; ++i) {
        starts += input.point(4, i);
        ends += input.point(5, i);
        if (i > 0) {
            EXPECT_GE(input.point(6, i), input.point(6, i - 1));
        }
    }
    EXPECT_EQ(starts, 2);
    EXPECT_EQ(ends, 2);
    EXPECT_NEAR(input.point(6, kPoints - 1), 1, 1e-6);
}

TEST(DrawingInput, TakesEmptyDrawingsDotsAndVeryManyStrokes) {
    const Input empty{std::vector<Polyline>{}}, dot{std::vector<Polyline>{Polyline{{5, 5}}}};
    EXPECT_EQ(std::accumulate(empty.raster.begin(), empty.raster.end(), 0.0F), 0);
    EXPECT_GT(dot.at(0, 32, 32), 0.5);
    std::vector<Polyline> many;
    for (int i = 0; i < 500; ++i) many.push_back({{i * 1.0, 0}, {i * 1.0, i % 7 + 1.0}});
    const Input input(many);
    for (float v : input.points) EXPECT_TRUE(v >= -1.001F && v <= 1.001F);
}

}  // namespace
}  // namespace sketchwalk::neural
