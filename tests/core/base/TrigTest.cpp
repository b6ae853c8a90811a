#include "core/base/Trig.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/base/Noise.h"

using namespace sketchwalk;

TEST(Trig, AgreesWithTheLibraryToTwelveDigits) {
    for (double x = -50; x <= 50; x += 0.0371) {
        EXPECT_NEAR(exact::sin(x), std::sin(x), 1e-12);
        EXPECT_NEAR(exact::cos(x), std::cos(x), 1e-12);
        EXPECT_NEAR(exact::exp(x) / std::exp(x), 1, 1e-12);
        EXPECT_NEAR(exact::atan2(x, 3.3), std::atan2(x, 3.3), 1e-12);
        EXPECT_NEAR(exact::atan2(1.7, x), std::atan2(1.7, x), 1e-12);
        EXPECT_NEAR(exact::atan2(-x, x), std::atan2(-x, x), 1e-12);
    }
    for (double x = 1e-6; x < 1e6; x *= 1.37) {
        EXPECT_NEAR(exact::log(x), std::log(x), 1e-12);
        EXPECT_NEAR(exact::pow(x, 0.4167) / std::pow(x, 0.4167), 1, 1e-12);
    }
}

TEST(Trig, KeepsItsHeadAtTheEdges) {
    EXPECT_EQ(exact::atan2(0, 0), 0);
    EXPECT_EQ(exact::exp(-1000), 0);
    EXPECT_TRUE(std::isinf(exact::exp(1000)));
    EXPECT_EQ(exact::pow(0, 2), 0);
    EXPECT_EQ(exact::pow(0, 0), 1);
    EXPECT_EQ(exact::sin(1e300), 0);
    EXPECT_EQ(exact::sin(NAN), 0);
}

TEST(Noise, IsBoundedZeroOnTheLatticeAndCoversItsRange) {
    double low = 0, high = 0;
    for (int i = 0; i < 20000; ++i) {
        const double v = fractalNoise(7, i * 0.137, i * 0.071, 4);
        low = std::min(low, v);
        high = std::max(high, v);
    }
    EXPECT_GT(low, -1.2);
    EXPECT_LT(high, 1.2);
    EXPECT_LT(low, -0.5);
    EXPECT_GT(high, 0.5);
    EXPECT_EQ(gradientNoise(3, 5, -2), 0);
    EXPECT_NE(gradientNoise(3, 5.5, -2.5), gradientNoise(4, 5.5, -2.5));
}
