#include "core/textures/WaterTexture.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace sketchwalk::textures {
namespace {

constexpr Colour kBlue{0.3f, 0.55f, 0.65f};

const char* const kCategories[] = {"sea", "lake", "river", "swamp", "ice", "lava"};

double stepsOver(const Image& image, int x0, int x1, bool across) {
    double sum = 0;
    for (int i = 0; i < image.width; ++i) {
        const uint8_t* a = across ? image.at(x0, i) : image.at(i, x0);
        const uint8_t* b = across ? image.at(x1, i) : image.at(i, x1);
        for (int k = 0; k < 3; ++k) sum += std::abs(a[k] - b[k]);
    }
    return sum;
}

TEST(WaterTexture, OppositeEdgesContinue) {
    for (const std::string category : kCategories) {
        const WaterTexture water = waterTexture(category, kBlue, 3);
        for (const auto& image : {water.pictures.colour, water.pictures.normal, water.pictures.glow}) {
            if (!image) continue;
            ASSERT_EQ(image->width, 512);
            for (const bool across : {true, false}) {
                double within = 0;
                for (int k = 16; k < 512; k += 31) within += stepsOver(*image, k, k + 1, across) / 16;
                EXPECT_LT(stepsOver(*image, 511, 0, across), 1.8 * within + 600) << category;
            }
        }
    }
}

TEST(WaterTexture, HasThePicturesThatItsKindNeeds) {
    for (const std::string category : kCategories) {
        const WaterTexture water = waterTexture(category, kBlue, 3);
        const bool still = category == "swamp" || category == "ice" || category == "lava";
        EXPECT_TRUE(water.pictures.normal) << category;
        EXPECT_EQ(water.pictures.colour != nullptr, still) << category;
        EXPECT_EQ(water.pictures.glow != nullptr, category == "lava") << category;
        EXPECT_TRUE(water.pictures.tiles) << category;
    }
}

TEST(WaterTexture, LavaGlowsInItsSeamsAlone) {
    const WaterTexture lava = waterTexture("lava", {1, 0.3f, 0.1f}, 3);
    const auto glow = [&](int x, int y) { return lava.pictures.glow->at(x & 511, y & 511); };
    int dark = 0, bright = 0, seams = 0, plates = 0;
    for (int y = 0; y < 512; ++y) {
        for (int x = 0; x < 512; ++x) {
            const uint8_t* g = glow(x, y);
            EXPECT_GE(g[0] + 1, g[1]);  // red before yellow, never blue
            EXPECT_GE(g[1] + 1, g[2]);
            dark += g[1] < 40;     // black to deep red
            bright += g[1] > 140;  // orange to yellow
            // Across a seam it is dark on both sides within a metre and a half; amid a plate, as far all around.
            const auto darkToward = [&](int dx, int dy) {
                for (int k = 1; k <= 32; ++k) {
                    if (glow(x + k * dx, y + k * dy)[1] < 70) return true;
                }
                return false;
            };
            if (g[1] > 140) {
                seams += (darkToward(1, 0) && darkToward(-1, 0)) || (darkToward(0, 1) && darkToward(0, -1)) ||
                         (darkToward(1, 1) && darkToward(-1, -1)) || (darkToward(1, -1) && darkToward(-1, 1));
            } else if (g[1] < 40) {
                plates += glow(x + 8, y)[1] < 70 && glow(x - 8, y)[1] < 70 && glow(x, y + 8)[1] < 70 &&
                          glow(x, y - 8)[1] < 70;
            }
        }
    }
    EXPECT_GT(dark, 512 * 512 / 3);
    EXPECT_GT(bright, 512 * 512 / 40);
    EXPECT_LT(bright, 512 * 512 * 3 / 10);
    EXPECT_GT(seams, bright * 9 / 10) << bright;
    EXPECT_GT(plates, dark / 3) << dark;
}

TEST(WaterTexture, RipplesOfARiverAreLongerAlongItThanAcross) {
    const auto river = waterTexture("river", kBlue, 3);
    const Image& normal = *river.pictures.normal;
    double across = 0, along = 0;  // how quickly the surface tilts
    for (int y = 0; y < 512; ++y) {
        for (int x = 0; x < 512; ++x) {
            across += std::abs(normal.at(x, y)[0] - 127.5);
            along += std::abs(normal.at(x, y)[1] - 127.5);
        }
    }
    EXPECT_GT(across, 1.4 * along);
}

TEST(WaterTexture, IsAFunctionOfItsSeed) {
    const auto one = waterTexture("ice", kBlue, 3), again = waterTexture("ice", kBlue, 3),
               other = waterTexture("ice", kBlue, 4);
    EXPECT_EQ(one.pictures.colour->pixels, again.pictures.colour->pixels);
    EXPECT_NE(one.pictures.colour->pixels, other.pictures.colour->pixels);
}

}  // namespace
}  // namespace sketchwalk::textures
