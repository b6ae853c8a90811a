#include "core/preview/Rasteriser.h"

#include <gtest/gtest.h>

#include <array>
#include <set>
#include <utility>
#include <vector>

#include "core/base/Hash.h"

namespace sketchwalk::preview {
namespace {

ScreenPoint pixel(double x, double y, float q = 0) {
    return {static_cast<int32_t>(x * kSub), static_cast<int32_t>(y * kSub), q};
}

using Samples = std::vector<int>;  // how often each sample was covered: (y * 32 + x) * 4 + lane

void cover(Samples& samples, ScreenPoint a, ScreenPoint b, ScreenPoint c) {
    const Facing side = facing(a, b, c);
    if (side == Facing::edgeOn) return;
    rasterise<kPerPixel>(a, b, c, side == Facing::front, {0, 0, 32, 32}, [&](int block, Int4 inside, Float4) {
        for (int lane = 0; lane < 4; ++lane) samples[static_cast<size_t>(block * 4 + lane)] += inside[lane] ? 1 : 0;
    });
}

TEST(Rasteriser, CounterClockwiseIsFront) {
    EXPECT_EQ(facing(pixel(0, 0), pixel(0, 8), pixel(8, 8)), Facing::front);
    EXPECT_EQ(facing(pixel(0, 0), pixel(8, 8), pixel(0, 8)), Facing::back);
    EXPECT_EQ(facing(pixel(0, 0), pixel(4, 4), pixel(8, 8)), Facing::edgeOn);
}

TEST(Rasteriser, NeighboursShareNoSampleAndLeaveNoneOut) {
    // A fan round random inner points, with corners on the samples themselves, tiles a square exactly.
    for (uint64_t seed = 0; seed < 200; ++seed) {
        Samples samples(32 * 32 * 4, 0);
        const ScreenPoint inner{static_cast<int32_t>(randomBits(seed, "x") % 512),
                                static_cast<int32_t>(randomBits(seed, "y") % 512), 0};
        std::vector<ScreenPoint> rim;
        for (int i = 0; i < 4; ++i) {
            for (int k = 0; k < 3; ++k) {
                const auto step = static_cast<int32_t>(
                    k * 170 +
                    (k ? randomBits(seed, "rim", static_cast<uint64_t>(i), static_cast<uint64_t>(k)) % 100 : 0));
                const std::array<ScreenPoint, 4> at{
                    {{step, 0, 0}, {512, step, 0}, {512 - step, 512, 0}, {0, 512 - step, 0}}};
                rim.push_back(at[static_cast<size_t>(i)]);
            }
        }
        for (size_t i = 0; i < rim.size(); ++i) cover(samples, inner, rim[i], rim[(i + 1) % rim.size()]);
        for (size_t i = 0; i < samples.size(); ++i) ASSERT_EQ(samples[i], 1) << seed << " sample " << i;
    }
}

TEST(Rasteriser, HugeTrianglesCoverTheTile) {
    Samples samples(32 * 32 * 4, 0);
    cover(samples, pixel(-11000, -11000), pixel(-11000, 11900), pixel(11900, 100));
    for (const int count : samples) EXPECT_EQ(count, 1);
}

TEST(Rasteriser, DepthIsAffine) {
    // q = x + 2 y in pixels.
    const auto q = [](double x, double y) { return pixel(x, y, static_cast<float>(x + 2 * y)); };
    int blocks = 0;
    rasterise<kPerPixel>(
        q(-10, -7), q(3, 80), q(90, 5), true, {0, 0, 32, 32}, [&](int block, Int4 inside, Float4 depth) {
            for (size_t lane = 0; lane < 4; ++lane) {
                if (!inside[lane]) continue;
                const double x = block % 32 + kPerPixel.dx(lane) / 16.0, y = block / 32 + kPerPixel.dy(lane) / 16.0;
                EXPECT_NEAR(depth[lane], x + 2 * y, 1e-3);
            }
            ++blocks;
        });
    EXPECT_GT(blocks, 900);
}

TEST(Rasteriser, FourAcrossCoversPixelCentres) {
    // The square from (3, 2) to (9, 5) holds 6 x 3 centres.
    std::set<std::pair<int, int>> seen;
    const auto draw = [&](ScreenPoint a, ScreenPoint b, ScreenPoint c) {
        rasterise<kAcross>(a, b, c, facing(a, b, c) == Facing::front, {0, 0, 16, 32},
                           [&](int block, Int4 inside, Float4) {
                               for (int lane = 0; lane < 4; ++lane) {
                                   if (!inside[lane]) continue;
                                   EXPECT_TRUE(seen.emplace(block % 16 * 4 + lane, block / 16).second);
                               }
                           });
    };
    draw(pixel(3, 2), pixel(3, 5), pixel(9, 5));
    draw(pixel(3, 2), pixel(9, 5), pixel(9, 2));
    EXPECT_EQ(seen.size(), 18u);
    for (const auto& [x, y] : seen) EXPECT_TRUE(x >= 3 && x < 9 && y >= 2 && y < 5);
}

TEST(Clipping, KeepsWhatIsBeforeTheEye) {
    const Camera camera = Camera::perspective({0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}, 100, {50, 50});
    int triangles = 0;
    clipped(camera.projector(), {glm::vec3(-1, 1, 10), glm::vec3(1, 1, 10), glm::vec3(0, 1, -10)},
            [&](ScreenPoint a, ScreenPoint b, ScreenPoint c) {
                ++triangles;
                for (const ScreenPoint p : {a, b, c}) EXPECT_GT(p.q, 0);
            });
    EXPECT_EQ(triangles, 2);  // a corner cut off leaves a quad
    clipped(camera.projector(), {glm::vec3(-1, 1, -10), glm::vec3(1, 1, -10), glm::vec3(0, 1, -1)},
            [&](ScreenPoint, ScreenPoint, ScreenPoint) { FAIL(); });
}

}  // namespace
}  // namespace sketchwalk::preview
