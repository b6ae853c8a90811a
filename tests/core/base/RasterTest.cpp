#include "core/base/Raster.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/base/Hash.h"

using namespace sketchwalk;

namespace {

Grid<uint8_t> randomMask(int width, int height, uint64_t seed, double share) {
    Grid<uint8_t> mask(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            mask(x, y) = randomUnit(seed, "mask", static_cast<uint64_t>(x), static_cast<uint64_t>(y)) < share ? 1 : 0;
        }
    }
    return mask;
}

int count(const Grid<uint8_t>& mask) {
    return static_cast<int>(std::count(mask.values().begin(), mask.values().end(), 1));
}

}  // namespace

TEST(Fill, SetsTheCellsWhoseCentresLieInside) {
    Grid<uint8_t> mask(10, 10);
    fill(mask, {{{2, 2}, {6, 2}, {6, 5}, {2, 5}}, {}}, 1.0);
    EXPECT_EQ(count(mask), 12);
    EXPECT_TRUE(mask(2, 2) && mask(5, 4));
    EXPECT_FALSE(mask(6, 2) || mask(2, 5) || mask(1, 2));
}

TEST(Fill, LeavesHolesAndReachesPastTheEdge) {
    Grid<uint8_t> mask(8, 8);
    fill(mask, {{{-50, -50}, {50, -50}, {50, 50}, {-50, 50}}, {{{2, 2}, {4, 2}, {4, 4}, {2, 4}}}}, 1.0);
    EXPECT_EQ(count(mask), 60);
}

TEST(Fill, IgnoresShapesWithoutArea) {
    Grid<uint8_t> mask(8, 8);
    fill(mask, {}, 1.0);
    fill(mask, {{{3, 3}}, {}}, 1.0);
    fill(mask, {{{1, 1}, {7, 7}}, {}}, 1.0);
    fill(mask, {{{NAN, 1}, {7, INFINITY}, {3, 3}}, {}}, 1.0);
    EXPECT_EQ(count(mask), 0);
}

TEST(Fill, AgreesWithThePointTest) {
    for (uint64_t seed = 0; seed < 20; ++seed) {
        Ring ring;
        for (uint64_t i = 0; i < 9; ++i)
            ring.emplace_back(randomUnit(seed, "x", i) * 20, randomUnit(seed, "y", i) * 20);
        Grid<uint8_t> mask(40, 40);
        fill(mask, {ring, {}}, 0.5);
        for (int y = 0; y < 40; ++y) {
            for (int x = 0; x < 40; ++x) {
                ASSERT_EQ(mask(x, y) != 0, contains(ring, {(x + 0.5) * 0.5, (y + 0.5) * 0.5}))
                    << seed << " " << x << " " << y;
            }
        }
    }
}

TEST(DistanceTo, IsExact) {
    const Grid<uint8_t> mask = randomMask(37, 23, 5, 0.02);
    const Grid<float> d = distanceTo(mask, 2.0);
    for (int y = 0; y < mask.height(); ++y) {
        for (int x = 0; x < mask.width(); ++x) {
            double best = 1e9;
            for (int v = 0; v < mask.height(); ++v) {
                for (int u = 0; u < mask.width(); ++u) {
                    if (mask(u, v)) best = std::min(best, 2.0 * std::sqrt((u - x) * (u - x) + (v - y) * (v - y)));
                }
            }
            ASSERT_FLOAT_EQ(d(x, y), static_cast<float>(best));
        }
    }
}

TEST(DistanceTo, IsFarWhereNothingIsSetAndTheSameOnThreads) {
    EXPECT_EQ(distanceTo(Grid<uint8_t>(5, 5), 1.0)(2, 2), 1e9f);
    const Grid<uint8_t> mask = randomMask(301, 257, 9, 0.001);
    EXPECT_EQ(distanceTo(mask, 0.5, 1), distanceTo(mask, 0.5, 3));
}

TEST(SignedDistance, ChangesSignBetweenSetAndUnset) {
    Grid<uint8_t> mask(20, 20);
    fill(mask, {{{5, 5}, {15, 5}, {15, 15}, {5, 15}}, {}}, 1.0);
    const Grid<float> d = signedDistance(mask, 1.0);
    EXPECT_FLOAT_EQ(d(5, 10), -0.5f);
    EXPECT_FLOAT_EQ(d(4, 10), 0.5f);
    EXPECT_FLOAT_EQ(d(9, 10), -4.5f);
    EXPECT_FLOAT_EQ(d(0, 10), 4.5f);
}

TEST(Outlines, FillBackToTheSameMask) {
    for (uint64_t seed = 0; seed < 10; ++seed) {
        const Grid<uint8_t> mask = randomMask(31, 17, seed, 0.2 + 0.06 * static_cast<double>(seed));
        Grid<uint8_t> back(31, 17);
        for (const Polygon& patch : outlines(mask, 0.25)) {
            EXPECT_GT(signedArea(patch.outer), 0);
            fill(back, patch, 0.25);
        }
        EXPECT_EQ(back, mask) << seed;
    }
}

TEST(Outlines, OnePatchEachWithItsHoles) {
    Grid<uint8_t> mask(12, 8);
    fill(mask, {{{1, 1}, {6, 1}, {6, 6}, {1, 6}}, {{{3, 3}, {4, 3}, {4, 4}, {3, 4}}}}, 1.0);
    fill(mask, {{{8, 2}, {10, 2}, {10, 4}, {8, 4}}, {}}, 1.0);
    const auto patches = outlines(mask, 1.0);
    ASSERT_EQ(patches.size(), 2U);
    EXPECT_EQ(patches[0].holes.size(), 1U);
    EXPECT_TRUE(patches[1].holes.empty());
}
