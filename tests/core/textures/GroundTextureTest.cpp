#include "core/textures/GroundTexture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace sketchwalk::textures {
namespace {

const catalogue::Catalogue& shipped() {
    static const auto catalogue = catalogue::Catalogue::load(SKETCHWALK_SOURCE_DIR "/resources");
    if (!catalogue) ADD_FAILURE() << catalogue.error().text;
    return *catalogue;
}
const catalogue::Palette& temperate() {
    return shipped().findBiome("temperate")->palette;
}

const char* const kSurfaces[] = {"grass",  "garden", "forest", "jungle", "field", "rock", "ash", "gravel",
                                 "paving", "road",   "path",   "sand",   "snow",  "mud",  "dirt"};

const std::vector<GroundTexture>& all() {
    static const std::vector<GroundTexture> list = [] {
        std::vector<GroundTexture> made;
        for (const char* surface : kSurfaces) made.push_back(groundTexture(surface, temperate(), 7, false));
        return made;
    }();
    return list;
}

int step(const Texel& a, const Texel& b) {
    return std::abs(a.r - b.r) + std::abs(a.g - b.g) + std::abs(a.b - b.b);
}

bool same(const GroundTexture& a, const GroundTexture& b) {
    for (size_t i = 0; i < a.levels[0].size(); ++i) {
        if (step(a.levels[0][i], b.levels[0][i]) != 0 || a.levels[0][i].height != b.levels[0][i].height) return false;
    }
    return true;
}

// The step over the edge is as small as those close to it (of paving, whose joints lie on the edge, as over its other
// joints); between unrelated pixels it would be much larger.
TEST(GroundTexture, OppositeEdgesContinue) {
    for (size_t t = 0; t < all().size(); ++t) {
        const auto& texels = all()[t].levels[0];
        ASSERT_EQ(texels.size(), 512u * 512u);
        const auto across = [&](size_t from, size_t to, bool columns) {
            double sum = 0;
            for (size_t i = 0; i < 512; ++i)
                sum += columns ? step(texels[i * 512 + from], texels[i * 512 + to])
                               : step(texels[from * 512 + i], texels[to * 512 + i]);
            return sum;
        };
        for (const bool columns : {true, false}) {
            double most = 0, unrelated = 0;
            const size_t close = std::string_view(kSurfaces[t]) == "paving" ? 511 : 6;
            for (size_t k = 0; k < close; ++k)
                most = std::max({most, across(k, k + 1, columns), across(510 - k, 511 - k, columns)});
            for (size_t k = 0; k < 256; k += 16) unrelated += across(k, k + 256, columns) / 16;
            EXPECT_LE(across(511, 0, columns), 1.2 * most) << kSurfaces[t];
            EXPECT_LT(across(511, 0, columns), 0.6 * unrelated) << kSurfaces[t];
        }
    }
}

TEST(GroundTexture, IsAFunctionOfItsSeed) {
    for (size_t t = 0; t < all().size(); t += 3) {
        EXPECT_TRUE(same(all()[t], groundTexture(kSurfaces[t], temperate(), 7, false))) << kSurfaces[t];
        EXPECT_FALSE(same(all()[t], groundTexture(kSurfaces[t], temperate(), 8, false))) << kSurfaces[t];
    }
}

TEST(GroundTexture, KeepsThePalettesColour) {
    for (size_t t = 0; t < all().size(); ++t) {
        const Texel mean = all()[t].levels.back().at(0);  // one texel: the mean of all
        const Colour wanted = temperate().colours.at(kSurfaces[t]);
        EXPECT_NEAR(mean.r / 255.0, wanted.r, 0.02) << kSurfaces[t];
        EXPECT_NEAR(mean.g / 255.0, wanted.g, 0.02) << kSurfaces[t];
        EXPECT_NEAR(mean.b / 255.0, wanted.b, 0.02) << kSurfaces[t];
    }
}

TEST(GroundTexture, HasShapesThatReadFromAfar) {
    for (size_t t = 0; t < all().size(); ++t) {  // at 64 x 64, about 12 cm a texel
        const auto& texels = all()[t].levels[3];
        double sum = 0, squares = 0;
        for (const Texel& texel : texels) {
            const double light = texel.r + texel.g + texel.b;
            sum += light;
            squares += light * light;
        }
        const double mean = sum / 4096.0, deviation = std::sqrt(squares / 4096.0 - mean * mean);
        EXPECT_GT(deviation, 0.008 * mean) << kSurfaces[t];
        EXPECT_LT(deviation, 0.25 * mean) << kSurfaces[t];  // calm, not noise
    }
}

TEST(GroundTexture, NormalsAreUnitAndFollowTheHeights) {
    const GroundTexture& paving = all()[8];
    const Image normals = normalPicture(paving);
    ASSERT_EQ(normals.width, 512);
    const auto height = [&](int x, int y) {
        return paving.levels[0][static_cast<size_t>(y & 511) * 512 + static_cast<size_t>(x & 511)].height;
    };
    for (int y = 0; y < 512; y += 7) {
        for (int x = 0; x < 512; x += 5) {
            const uint8_t* n = normals.at(x, y);
            const double nx = n[0] / 127.5 - 1, ny = n[1] / 127.5 - 1, nz = n[2] / 127.5 - 1;
            EXPECT_NEAR(nx * nx + ny * ny + nz * nz, 1, 0.03);
            EXPECT_GT(nz, 0);
            const bool risesEast = height(x + 1, y) > height(x - 1, y) + 8;
            const bool risesSouth = height(x, y + 1) > height(x, y - 1) + 8;
            EXPECT_TRUE(!risesEast || nx < 0);   // leans west
            EXPECT_TRUE(!risesSouth || ny > 0);  // leans north, +Y
        }
    }
}

TEST(GroundTexture, NormalBytesOfASlopeOfThreeInFour) {
    const auto east = normalBytes(0.75f, 0);  // (-3, 0, 4) / 5
    EXPECT_EQ(east, (std::array<uint8_t, 3>{51, 128, 230}));
    const auto south = normalBytes(0, 0.75f);
    EXPECT_EQ(south, (std::array<uint8_t, 3>{128, 204, 230}));
}

TEST(GroundTexture, SamplesRepeatAndMeetTheTexels) {
    const GroundTexture& rock = all()[5];
    const float texel = rock.size / 512;
    const auto at = rock.at(10.5f * texel, 20.5f * texel, 0);
    EXPECT_FLOAT_EQ(at[0], rock.levels[0][20 * 512 + 10].r);
    EXPECT_FLOAT_EQ(at[3], rock.levels[0][20 * 512 + 10].height);
    for (const float shift : {-2 * rock.size, rock.size, 5 * rock.size}) {
        const auto again = rock.at(10.5f * texel + shift, 20.5f * texel - shift, 0);
        for (int k = 0; k < 4; ++k) EXPECT_NEAR(again[k], at[k], 0.1f);
    }
    EXPECT_EQ(rock.levelFor(texel), 0);
    EXPECT_EQ(rock.levelFor(8 * texel), 3);
}

}  // namespace
}  // namespace sketchwalk::textures
