#include "core/preview/Pyramid.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sketchwalk::preview {
namespace {

// Left half black, right half white.
Image halves() {
    Image image(8, 8, 3);
    for (int y = 0; y < 8; ++y) {
        for (int x = 4; x < 8; ++x) std::fill_n(image.at(x, y), 3, uint8_t{255});
    }
    return image;
}

TEST(Pyramid, ShowsTexelsNearbyAndTheirMeanFromAfar) {
    const Pyramid pyramid(halves());
    EXPECT_FLOAT_EQ(pyramid.at(0.25f, 0.5f, 0).x, 0);
    EXPECT_FLOAT_EQ(pyramid.at(0.75f, 0.5f, 0).x, 1);
    EXPECT_FLOAT_EQ(pyramid.at(0.25f, 0.5f, 1).x, 0.5f);  // a pixel covers it all
    EXPECT_FLOAT_EQ(pyramid.at(0.25f, 0.5f, 100).x, 0.5f);
}

TEST(Pyramid, Repeats) {
    const Pyramid pyramid(halves());
    for (const float shift : {-3.0f, 1.0f, 20.0f}) {
        EXPECT_NEAR(pyramid.at(0.25f + shift, 0.5f - shift, 0).x, 0, 1e-4);
        EXPECT_NEAR(pyramid.at(shift, 0.5f, 0).x, 0.5f, 1e-3);  // on the seam, half of either
    }
}

}  // namespace
}  // namespace sketchwalk::preview
