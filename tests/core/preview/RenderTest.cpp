#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "core/preview/Preview.h"
#include "tests/core/preview/HandMadeScene.h"

namespace sketchwalk::preview {
namespace {

Image picture(const scene::Scene& scene, View view, int width, int height, int threads = 1) {
    Job job;
    job.threads = threads;
    const auto image = render(scene, {view, width, height}, job);
    EXPECT_TRUE(image.has_value());
    return image.value_or(Image(width, height, 3));
}

std::array<int, 3> at(const Image& image, int x, int y) {
    const uint8_t* p = image.at(x, y);
    return {p[0], p[1], p[2]};
}
bool isRed(std::array<int, 3> c) {
    return c[0] > 100 && c[0] > 2 * c[1] && c[0] > 2 * c[2];
}
bool isGreen(std::array<int, 3> c) {
    return c[1] > c[0] + 30 && c[1] > c[2] + 30;
}
int brightness(std::array<int, 3> c) {
    return c[0] + c[1] + c[2];
}

const Colour kGreen{0.2f, 0.7f, 0.2f}, kRed{0.9f, 0.1f, 0.1f}, kBlue{0.1f, 0.1f, 0.9f};

std::shared_ptr<assets::Mesh> boxMesh(glm::vec3 low, glm::vec3 high, int material) {
    return meshOf({boxPrimitive(low, high, material)});
}

TEST(MapView, ARedQuadCoversExactlyItsPixels) {
    scene::Scene scene = flatScene(64, kGreen);
    scene.materials.push_back(plain("red", kRed));
    assets::Primitive quad;
    quad.material = 1;
    addQuad(quad, {0, 0, 0}, {0, 0, 8}, {16, 0, 8}, {16, 0, 0});
    addObject(scene, "mat", meshOf({quad}), {20, 0.01f, 32});
    const Image image = picture(scene, View::map, 64, 64);
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 64; ++x) {
            const bool inside = x >= 20 && x < 36 && y >= 32 && y < 40;
            ASSERT_EQ(isRed(at(image, x, y)), inside) << x << " " << y;
            ASSERT_EQ(isGreen(at(image, x, y)), !inside) << x << " " << y;
        }
    }
}

TEST(MapView, OverlaysWithTheDrawing) {
    // A map point (64, 128) of 256 is seen at pixel (256, 512) of 1024.
    scene::Scene scene = flatScene(256, kGreen);
    scene.materials.push_back(plain("red", kRed));
    addObject(scene, "post", boxMesh({-1, 0, -1}, {1, 0.1f, 1}, 1), {64, 0, 128});
    const Image image = picture(scene, View::map, 1024, 1024);
    int count = 0;
    double sumX = 0, sumY = 0;
    for (int y = 0; y < 1024; ++y) {
        for (int x = 0; x < 1024; ++x) {
            if (!isRed(at(image, x, y))) continue;
            ++count;
            sumX += x + 0.5;
            sumY += y + 0.5;
        }
    }
    EXPECT_EQ(count, 8 * 8);
    EXPECT_DOUBLE_EQ(sumX / count, 256);
    EXPECT_DOUBLE_EQ(sumY / count, 512);
}

TEST(MapView, StretchesTheExtentOverAnyPicture) {
    scene::Scene scene = flatScene(128, kGreen);
    scene.materials.push_back(plain("red", kRed));
    addObject(scene, "post", boxMesh({-4, 0, -4}, {4, 0.1f, 4}, 1), {96, 0, 32});
    const Image image = picture(scene, View::map, 200, 100);
    EXPECT_TRUE(isRed(at(image, 150, 25)));
    EXPECT_TRUE(isGreen(at(image, 150, 75)));
    EXPECT_TRUE(isGreen(at(image, 50, 25)));
}

TEST(MapView, AntiAliasesHalfCoveredPixels) {
    scene::Scene scene = flatScene(64, kGreen);
    scene.materials.push_back(plain("red", kRed));
    assets::Primitive quad;
    quad.material = 1;
    addQuad(quad, {0, 0, 0}, {0, 0, 20}, {10.5f, 0, 20}, {10.5f, 0, 0});
    addObject(scene, "mat", meshOf({quad}), {10, 0.01f, 10});
    const Image image = picture(scene, View::map, 64, 64);
    const auto red = at(image, 19, 20), half = at(image, 20, 20), green = at(image, 21, 20);
    EXPECT_TRUE(isRed(red));
    EXPECT_TRUE(isGreen(green));
    EXPECT_GT(half[0], green[0] + 20);
    EXPECT_LT(half[0], red[0] - 20);
    EXPECT_GT(half[1], red[1] + 20);
    EXPECT_LT(half[1], green[1] - 20);
}

TEST(MapView, NearerHidesFarther) {
    for (const bool redFirst : {true, false}) {
        scene::Scene scene = flatScene(64, kGreen);
        scene.materials.push_back(plain("red", kRed));
        scene.materials.push_back(plain("blue", kBlue));
        const auto low = boxMesh({-8, 0, -8}, {8, 4, 8}, 2), high = boxMesh({-4, 6, -4}, {4, 8, 4}, 1);
        addObject(scene, "a", redFirst ? high : low, {32, 0, 32});
        addObject(scene, "b", redFirst ? low : high, {32, 0, 32});
        const Image image = picture(scene, View::map, 64, 64);
        EXPECT_TRUE(isRed(at(image, 32, 32)));
        const auto around = at(image, 38, 38);
        EXPECT_GT(around[2], 2 * around[0]);
    }
}

TEST(MapView, ShadowsFallAwayFromTheSun) {
    // The sun stands in the south-east, 45 degrees high: a 20 m tower's shadow reaches 20 m to the north-west.
    scene::Scene scene = flatScene(128, {0.6f, 0.6f, 0.6f});
    scene.sky.sunAzimuth = 135;
    scene.sky.sunElevation = 45;
    addObject(scene, "tower", boxMesh({-2, 0, -2}, {2, 20, 2}, 0), {64, 0, 64});
    const Image image = picture(scene, View::map, 256, 256);
    const auto along = [&](double metres) {  // toward the north-west
        const int p = static_cast<int>((64 - metres * 0.70710678) * 2);
        return brightness(at(image, p, p));
    };
    const int open = brightness(at(image, 20, 230));
    EXPECT_LT(along(8), open * 8 / 10);
    EXPECT_LT(along(15), open * 8 / 10);
    EXPECT_GT(along(26), open * 95 / 100);
    EXPECT_GT(brightness(at(image, 150, 150)), open * 9 / 10);  // toward the sun
    EXPECT_GT(brightness(at(image, 150, 106)), open * 9 / 10);
}

TEST(MapView, FlatGroundShowsNeitherAcneNorStripes) {
    for (const double elevation : {15.0, 30.0, 60.0, 85.0}) {
        scene::Scene scene = flatScene(100, {0.5f, 0.5f, 0.5f});
        scene.sky.sunElevation = elevation;
        addObject(scene, "post", boxMesh({-0.5f, 0, -0.5f}, {0.5f, 1, 0.5f}, 0), {10, 0, 10});
        const Image image = picture(scene, View::map, 100, 100);
        const auto open = at(image, 60, 60);
        for (int y = 20; y < 99; ++y) {
            for (int x = 20; x < 99; ++x) ASSERT_EQ(at(image, x, y), open) << x << " " << y << " at " << elevation;
        }
    }
}

TEST(MapView, ShadowsTouchWhatThrowsThem) {
    scene::Scene scene = flatScene(64, {0.6f, 0.6f, 0.6f});
    scene.sky.sunAzimuth = 90;  // from the east
    scene.sky.sunElevation = 45;
    addObject(scene, "wall", boxMesh({-1, 0, -10}, {1, 6, 10}, 0), {32, 0, 32});
    const Image image = picture(scene, View::map, 512, 512);
    const int open = brightness(at(image, 100, 100));
    // The wall's west face is at x = 31, pixel 248: already the second pixel beside it lies in shadow.
    EXPECT_LT(brightness(at(image, 246, 256)), open * 8 / 10);
    EXPECT_LT(brightness(at(image, 244, 256)), open * 8 / 10);
}

TEST(MapView, BackFacesAreCulledUnlessDoubleSided) {
    for (const bool doubleSided : {false, true}) {
        scene::Scene scene = flatScene(64, kGreen);
        scene.materials.push_back(plain("red", kRed));
        scene.materials[1].doubleSided = doubleSided;
        assets::Primitive below;
        below.material = 1;
        addQuad(below, {0, 0, 0}, {16, 0, 0}, {16, 0, 16}, {0, 0, 16});  // seen from below only
        addObject(scene, "sheet", meshOf({below}), {20, 1, 20});
        EXPECT_EQ(isRed(at(picture(scene, View::map, 64, 64), 28, 28)), doubleSided);
    }
}

TEST(MapView, GlassLetsTheGroundThrough) {
    scene::Scene scene = flatScene(64, kGreen);
    scene.materials.push_back(plain("red", kRed));
    scene.materials[1].alpha = 0.5f;
    assets::Primitive pane;
    pane.material = 1;
    addQuad(pane, {0, 0, 0}, {0, 0, 16}, {16, 0, 16}, {16, 0, 0});
    addObject(scene, "pane", meshOf({pane}), {20, 1, 20});
    const Image image = picture(scene, View::map, 64, 64);
    const auto mixed = at(image, 28, 28), ground = at(image, 50, 50);
    EXPECT_GT(mixed[0], ground[0] + 40);
    EXPECT_LT(mixed[1], ground[1] - 20);
    EXPECT_GT(mixed[1], 60);
}

TEST(MapView, YawTurnsTheFrontFromSouthToEast) {
    // A red nose on the +Z side: yaw 0 shows it south of the middle, yaw 90 east.
    for (const auto& [yaw, x, y] : {std::array<int, 3>{0, 32, 42}, {90, 42, 32}, {180, 32, 22}, {270, 22, 32}}) {
        scene::Scene scene = flatScene(64, kGreen);
        scene.materials.push_back(plain("red", kRed));
        addObject(scene, "nose", boxMesh({-2, 0, 6}, {2, 1, 14}, 1), {32, 0, 32}, static_cast<float>(yaw));
        EXPECT_TRUE(isRed(at(picture(scene, View::map, 64, 64), x, y))) << yaw;
    }
}

TEST(MapView, PaletteColoursStayTrue) {
    // Open, flat, sunlit ground keeps the colour the artist named, within a shade.
    scene::Scene scene = flatScene(64, {0.48f, 0.62f, 0.31f});
    const auto seen = at(picture(scene, View::map, 64, 64), 32, 32);
    EXPECT_NEAR(seen[0], 122, 16);
    EXPECT_NEAR(seen[1], 158, 16);
    EXPECT_NEAR(seen[2], 79, 16);
}

TEST(Threads, GiveTheSameBytes) {
    const scene::Scene scene = villageScene(200, 96, 300, 60);
    for (const View view : {View::isometric, View::map, View::walk}) {
        const Image one = picture(scene, view, 250, 190, 1);
        for (const int threads : {2, 5}) EXPECT_EQ(one.pixels, picture(scene, view, 250, 190, threads).pixels);
    }
}

TEST(Stopping, GivesInterrupted) {
    const scene::Scene scene = villageScene(200, 96, 300, 60);
    std::stop_source source;
    source.request_stop();
    Job job;
    job.stop = source.get_token();
    const auto image = render(scene, {}, job);
    ASSERT_FALSE(image.has_value());
    EXPECT_EQ(image.error().kind, ErrorKind::interrupted);
}

TEST(Stopping, WorksHalfWay) {
    const scene::Scene scene = villageScene(200, 96, 300, 60);
    std::stop_source source;
    Job job;
    job.stop = source.get_token();
    double last = -1;
    job.report = [&](std::string_view, double fraction) {
        EXPECT_GE(fraction, last);
        last = fraction;
        if (fraction > 0.5) source.request_stop();
    };
    EXPECT_FALSE(render(scene, {View::isometric, 512, 512}, job).has_value());
    EXPECT_LT(last, 1);
}

TEST(Sizes, OutOfRangeIsAUsageError) {
    for (const auto& [width, height] : {std::pair{15, 100}, {100, 8193}, {0, 0}, {-5, 64}}) {
        const auto image = render(flatScene(64, kGreen), {View::map, width, height}, {});
        ASSERT_FALSE(image.has_value());
        EXPECT_EQ(image.error().kind, ErrorKind::usage);
    }
}

TEST(EmptyScene, ShowsSky) {
    const scene::Scene scene;
    const Image walk = picture(scene, View::walk, 64, 64);
    const auto zenith = at(walk, 32, 1);
    EXPECT_GT(zenith[2], zenith[0]);  // blue above
    for (const View view : {View::isometric, View::map}) {
        const auto studio = at(picture(scene, view, 64, 64), 32, 32);
        EXPECT_GT(brightness(studio), 450);
    }
}

TEST(WalkView, LooksAlongTheSpawnsYaw) {
    // Yaw 0 looks south: a red wall there fills the middle, one in the north is behind the back.
    for (const bool ahead : {true, false}) {
        scene::Scene scene = flatScene(100, kGreen);
        scene.materials.push_back(plain("red", kRed));
        scene.spawn = {{50, 0, 50}, 0};
        addObject(scene, "wall", boxMesh({-30, 0, -1}, {30, 10, 1}, 1), {50, 0, ahead ? 60.0f : 40.0f});
        EXPECT_EQ(isRed(at(picture(scene, View::walk, 128, 128), 64, 50)), ahead);
    }
}

TEST(WalkView, EastIsOnTheLeftWhenLookingSouth) {
    scene::Scene scene = flatScene(100, kGreen);
    scene.materials.push_back(plain("red", kRed));
    scene.spawn = {{50, 0, 50}, 0};
    addObject(scene, "box", boxMesh({-1, 0, -1}, {1, 3, 1}, 1), {53, 0, 60});
    const Image image = picture(scene, View::walk, 128, 128);
    int left = 0, right = 0;
    for (int y = 0; y < 128; ++y) {
        for (int x = 0; x < 128; ++x) (x < 64 ? left : right) += isRed(at(image, x, y)) ? 1 : 0;
    }
    EXPECT_GT(left, 50);
    EXPECT_EQ(right, 0);
}

TEST(WalkView, SeventyDegreesAcross) {
    // 10 m ahead the picture is 2 * 10 m * tan(35 degrees) = 14.004 m wide: an edge 6.5 m aside is inside, one 7.5 m
    // aside is not.
    for (const auto& [aside, inside] : {std::pair{6.5f, true}, {7.5f, false}}) {
        scene::Scene scene = flatScene(100, kGreen);
        scene.materials.push_back(plain("red", kRed));
        scene.spawn = {{50, 0, 50}, 180};
        addObject(scene, "sheet", boxMesh({aside, 0, 0}, {40, 10, 0.01f}, 1), {50, 0, 40});
        EXPECT_EQ(isRed(at(picture(scene, View::walk, 256, 256), 255, 100)), inside);
    }
}

TEST(WalkView, GroundUnderTheFeetIsClippedNotLost) {
    // The ground is two triangles that reach far behind the eye.
    scene::Scene scene = flatScene(4000, kGreen);
    scene.spawn = {{2000, 0, 2000}, 30};
    const Image image = picture(scene, View::walk, 128, 128);
    for (int x = 0; x < 128; ++x) ASSERT_TRUE(isGreen(at(image, x, 127))) << x;
}

TEST(IsometricView, NorthWestIsOnTopAndEverythingIsInside) {
    scene::Scene scene = flatScene(100, kGreen);
    const Image image = picture(scene, View::isometric, 200, 200);
    int top = 200, bottom = -1, left = 200, right = -1;
    for (int y = 0; y < 200; ++y) {
        for (int x = 0; x < 200; ++x) {
            if (!isGreen(at(image, x, y))) continue;
            top = std::min(top, y);
            bottom = std::max(bottom, y);
            left = std::min(left, x);
            right = std::max(right, x);
        }
    }
    // 2:1, and not touching the frame.
    EXPECT_NEAR(right - left + 1, 2 * (bottom - top + 1), 4);
    EXPECT_GT(left, 0);
    EXPECT_LT(right, 199);
    scene.materials.push_back(plain("red", kRed));
    addObject(scene, "mark", boxMesh({-3, 0, -3}, {3, 0.2f, 3}, 1), {6, 0, 6});
    const Image marked = picture(scene, View::isometric, 200, 200);
    double sumX = 0, sumY = 0, count = 0;
    for (int y = 0; y < 200; ++y) {
        for (int x = 0; x < 200; ++x) {
            if (!isRed(at(marked, x, y))) continue;
            sumX += x;
            sumY += y;
            count += 1;
        }
    }
    ASSERT_GT(count, 10);
    EXPECT_NEAR(sumX / count, 99.5, 1.5);
    EXPECT_LT(sumY / count, top + 12);
}

TEST(IsometricView, SmallCopiesKeepTheirColourFromAfar) {
    // Three kilometres of red cones a few metres tall: each is about one pixel, they must neither vanish nor swell.
    scene::Scene scene = flatScene(3000, kGreen);
    scene.materials.push_back(plain("red", kRed));
    auto& group = addObject(scene, "cone", meshOf({conePrimitive(4, 0, 9, 60, 1)}), {20, 0, 20});
    for (int i = 1; i < 22500; ++i) {
        scene::Instance copy;
        copy.position = {20 + (i % 150) * 19.8f, 0, 20 + (i / 150) * 19.8f};
        group.instances.push_back(copy);
    }
    // Seen from nearer, where every copy is drawn in full, the same part of the map has the same mean colour.
    const auto mean = [&](int size, int channel) {
        const Image image = picture(scene, View::isometric, size, size, 2);
        double sum = 0;
        for (int y = size * 45 / 100; y < size * 55 / 100; ++y) {
            for (int x = size * 3 / 8; x < size * 5 / 8; ++x) sum += at(image, x, y)[static_cast<size_t>(channel)];
        }
        return sum / (size * size);
    };
    const double red = mean(400, 0), green = mean(400, 1);
    EXPECT_NEAR(red, mean(4800, 0), red * 0.2);
    EXPECT_NEAR(green, mean(4800, 1), green * 0.2);
}

}  // namespace
}  // namespace sketchwalk::preview
