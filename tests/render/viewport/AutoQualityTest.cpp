#include "render/viewport/AutoQuality.h"

#include <gtest/gtest.h>

namespace sketchwalk::render {
namespace {

int settled(AutoQuality quality, double msAtLow, double msAtMedium, double msAtHigh) {
    for (int i = 0; i < 1000; ++i) {
        const double ms[] = {msAtLow, msAtMedium, msAtHigh};
        quality.frame(ms[quality.level()]);
    }
    EXPECT_FALSE(quality.isMeasuring());
    return quality.level();
}

TEST(AutoQuality, RisesOnAFastMachineAndFallsOnASlowOne) {
    EXPECT_EQ(settled({1, false}, 2, 4, 8), 2);
    EXPECT_EQ(settled({1, false}, 20, 60, 200), 0);
    EXPECT_EQ(settled({1, false}, 5, 20, 60), 1);
}

TEST(AutoQuality, DoesNotSwingBackToWhatWasTooSlow) {
    EXPECT_EQ(settled({1, false}, 3, 8, 90), 1);
}

TEST(AutoQuality, ASoftwareRendererStaysLow) {
    EXPECT_EQ(settled({0, true}, 1, 1, 1), 0);
}

TEST(AutoQuality, OneHiccupSaysNothing) {
    AutoQuality quality(1, false);
    for (int i = 0; i < 60; ++i) EXPECT_FALSE(quality.frame(i % 12 == 7 ? 400 : 20).has_value());
    EXPECT_EQ(quality.level(), 1);
}

}  // namespace
}  // namespace sketchwalk::render
