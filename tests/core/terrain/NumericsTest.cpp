// The solvers under the terrain against closed forms and brute force.
#include <algorithm>

#include "core/terrain/Envelope.h"
#include "core/terrain/Multigrid.h"
#include "core/terrain/Refine.h"
#include "core/terrain/StreamPower.h"
#include "tests/core/terrain/Worlds.h"

namespace sketchwalk::terrain {
namespace {

TEST(LowerEnvelope, EqualsBruteForce) {
    Grid<float> values(37, 23, kNothing);
    for (int i = 0; i < 40; ++i) {
        const auto n = static_cast<uint64_t>(i);
        values(static_cast<int>(37 * randomUnit(1, "x", n)), static_cast<int>(23 * randomUnit(1, "y", n))) =
            static_cast<float>(5 * randomUnit(1, "v", n));
    }
    for (const double bend : {0.01, 0.3}) {
        const Grid<float> one = lowerEnvelope(values, bend, 1), two = lowerEnvelope(values, bend, 2);
        EXPECT_EQ(one, two);
        for (int y = 0; y < 23; ++y) {
            for (int x = 0; x < 37; ++x) {
                double best = 1e18;
                for (int v = 0; v < 23; ++v) {
                    for (int u = 0; u < 37; ++u) {
                        if (values(u, v) < kNothing)
                            best = std::min(best, values(u, v) + bend * ((x - u) * (x - u) + (y - v) * (y - v)));
                    }
                }
                EXPECT_NEAR(one(x, y), best, 1e-4);
            }
        }
    }
}

TEST(LowerEnvelope, OfNothingIsNothing) {
    const Grid<float> out = lowerEnvelope(Grid<float>(5, 4, kNothing), 1, 2);
    for (const float v : out.values()) EXPECT_EQ(v, kNothing);
}

TEST(Multigrid, SolvesAMembraneOverADisc) {
    // -laplace(u) = 1 over a disc of radius R with u = 0 on its rim is (R^2 - r^2) / 4.
    constexpr int kSize = 129;
    constexpr double kRadius = 50;
    Constraints c{Grid<float>(kSize, kSize), Grid<uint8_t>(kSize, kSize), Grid<float>(kSize, kSize, 1.0f)};
    for (int y = 0; y < kSize; ++y) {
        for (int x = 0; x < kSize; ++x) c.fixed(x, y) = distance(Point(x, y), Point(64, 64)) > kRadius;
    }
    const Grid<float> u = diffuse(c, 10);
    EXPECT_LT(residualOf(c, u), 0.02f);
    EXPECT_NEAR(u(64, 64), kRadius * kRadius / 4, 0.03 * kRadius * kRadius / 4);
    EXPECT_NEAR(u(64 + 25, 64), (kRadius * kRadius - 25 * 25) / 4, 0.04 * kRadius * kRadius / 4);
    EXPECT_EQ(u(2, 2), 0.0f);
}

TEST(Multigrid, SettlesAtOneRateWhereverTheRimLies) {
    // A rim just past a coarse sample once made the cycles run away on some sizes.
    for (const int width : {140, 149, 157, 160, 161, 165, 170}) {
        for (const int rim : {2, 8, 9, 13}) {
            Constraints c{Grid<float>(width, 150), Grid<uint8_t>(width, 150, 1), Grid<float>(width, 150, 1.0f)};
            for (int y = 2; y < 150 - rim; ++y) {
                for (int x = rim; x < width - 8; ++x) c.fixed(x, y) = 0;
            }
            EXPECT_LT(residualOf(c, diffuse(c)), 0.15f) << width << " " << rim;
        }
    }
}

TEST(Multigrid, KeepsThinConstraintsAndSpreadsThem) {
    // A wall at height 10 across the middle of a strip between zero borders: linear on both sides.
    constexpr int kSize = 65;
    Constraints c{Grid<float>(kSize, kSize), Grid<uint8_t>(kSize, kSize), Grid<float>(kSize, kSize)};
    for (int y = 0; y < kSize; ++y) {
        c.fixed(32, y) = 1;
        c.value(32, y) = 10;
        for (const int x : {0, 64}) c.fixed(x, y) = 1;
    }
    for (int x = 0; x < kSize; ++x) {
        for (const int y : {0, 64}) {
            c.fixed(x, y) = 1;
            c.value(x, y) = 10 * (1 - std::abs(x - 32) / 32.0f);
        }
    }
    const Grid<float> u = diffuse(c, 12);
    EXPECT_EQ(u(32, 32), 10.0f);
    EXPECT_NEAR(u(16, 32), 5, 0.05);
    EXPECT_NEAR(u(56, 20), 2.5, 0.05);
}

TEST(StreamPower, DrainLeavesNoHollow) {
    Grid<float> height(60, 50);
    for (int y = 0; y < 50; ++y) {
        for (int x = 0; x < 60; ++x)
            height(x, y) = static_cast<float>(randomUnit(3, "h", static_cast<uint64_t>(x), static_cast<uint64_t>(y)));
    }
    const Grid<float> before = height;
    drain(height, Grid<uint8_t>(60, 50), 1e-3f);
    for (int y = 1; y < 49; ++y) {
        for (int x = 1; x < 59; ++x) {
            float lowest = 1e9f;
            for (int dy = -1; dy <= 1; ++dy) {
                for (int dx = -1; dx <= 1; ++dx) lowest = std::min(lowest, height(x + dx, y + dy));
            }
            EXPECT_LT(lowest, height(x, y));
            EXPECT_GE(height(x, y), before(x, y));
        }
    }
}

TEST(StreamPower, RisingLandWearsIntoValleysThatReachTheRim) {
    Grid<float> height(80, 80), uplift(80, 80, 1.0f);
    Grid<uint8_t> fixed(80, 80);
    for (int y = 0; y < 80; ++y) {
        for (int x = 0; x < 80; ++x) {
            fixed(x, y) = x < 2 || y < 2 || x > 77 || y > 77;
            height(x, y) =
                fixed(x, y)
                    ? 0
                    : static_cast<float>(randomUnit(3, "h", static_cast<uint64_t>(x), static_cast<uint64_t>(y)));
        }
    }
    StreamPower how;
    how.iterations = 40;
    how.strength = 0.3f;
    wear(height, uplift, fixed, how, {});
    int hollows = 0;
    float highest = 0;
    for (int y = 2; y < 78; ++y) {
        for (int x = 2; x < 78; ++x) {
            float lowest = 1e9f;
            for (int dy = -1; dy <= 1; ++dy) {
                for (int dx = -1; dx <= 1; ++dx) lowest = std::min(lowest, height(x + dx, y + dy));
            }
            hollows += lowest >= height(x, y);
            highest = std::max(highest, height(x, y));
        }
    }
    EXPECT_EQ(hollows, 0);
    EXPECT_GT(highest, 5.0f);
    EXPECT_EQ(height(0, 40), 0.0f);
}

TEST(Refine, KeepsPlanesAndInterpolatesSamples) {
    Grid<float> coarse(12, 12);
    for (int y = 0; y < 12; ++y) {
        for (int x = 0; x < 12; ++x) coarse(x, y) = static_cast<float>(2 * x - y);
    }
    const Frame frame = frameFor({64, 64}, 64);
    for (const Spline spline : {Spline::smoothing, Spline::interpolating}) {
        const Grid<float> fine = refined(coarse, 8, {-8, -8}, frame, {0, 0, 64, 64}, spline, 2);
        EXPECT_NEAR(fine(20, 33), 2 * (28.0 / 8) - 41.0 / 8, 1e-4);
    }
    coarse(5, 5) = 100;
    EXPECT_NEAR(refined(coarse, 8, {-8, -8}, frame, {0, 0, 64, 64}, Spline::interpolating, 1)(32, 32), 100, 1e-3);
}

TEST(Frame, KeepsCellsSquareOnOblongMaps) {
    const Frame frame = frameFor({400, 256}, 512);
    EXPECT_EQ(frame.cols, 512);
    EXPECT_EQ(frame.rows, 328);  // 256 / (400 / 512) = 327.68
    EXPECT_DOUBLE_EQ(frame.spacing, 400.0 / 512);
    EXPECT_EQ(frameFor({NAN, 64}, 512).cols, 512);
}

}  // namespace
}  // namespace sketchwalk::terrain
