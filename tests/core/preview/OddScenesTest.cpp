// Input that no sound scene has must neither crash nor spoil the rest of the picture.
#include <gtest/gtest.h>

#include <limits>

#include "core/base/Hash.h"
#include "core/preview/Preview.h"
#include "tests/core/preview/HandMadeScene.h"

namespace sketchwalk::preview {
namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN(), kInfinity = std::numeric_limits<float>::infinity();

void expectPictures(const scene::Scene& scene) {
    for (const View view : {View::isometric, View::map, View::walk}) {
        const auto image = render(scene, {view, 80, 60}, {});
        ASSERT_TRUE(image.has_value());
        EXPECT_EQ(image->pixels.size(), 80u * 60u * 3u);
    }
}

TEST(OddScenes, DegenerateTrianglesDrawNothing) {
    scene::Scene scene = flatScene(64, {0.2f, 0.7f, 0.2f});
    const auto plainImage = render(scene, {View::map, 64, 64}, {});
    assets::Primitive odd;
    addTriangle(odd, {1, 1, 1}, {1, 1, 1}, {1, 1, 1});
    addTriangle(odd, {0, 1, 0}, {5, 1, 5}, {10, 1, 10});
    addTriangle(odd, {kNan, 1, 0}, {5, 1, 5}, {10, 1, 0});
    addTriangle(odd, {0, 1, 0}, {5, kInfinity, 5}, {10, 1, 0});
    scene.assets.push_back({"odd", "odd", meshOf({odd})});
    scene::InstanceGroup group;
    group.instances.push_back({1, {}, {20, 0, 20}, 0, 1});
    scene.groups.push_back(group);
    const auto image = render(scene, {View::map, 64, 64}, {});
    ASSERT_TRUE(image && plainImage);
    EXPECT_EQ(image->pixels, plainImage->pixels);
    expectPictures(scene);
}

TEST(OddScenes, BrokenInstancesAreLeftOut) {
    scene::Scene scene = flatScene(64, {0.2f, 0.7f, 0.2f});
    auto& group = addObject(scene, "box", meshOf({boxPrimitive({-1, 0, -1}, {1, 2, 1}, 0)}), {kNan, 0, 0});
    group.instances.push_back({2, {}, {10, 0, 10}, kNan, 1});
    group.instances.push_back({3, {}, {10, 0, 10}, 0, kInfinity});
    group.instances.push_back({4, {}, {10, 0, 10}, 0, -1});
    group.instances.push_back({5, {}, {1e30f, 0, 10}, 0, 1});
    scene.groups.push_back({99, 0, 0, {{6, {}, {1, 1, 1}, 0, 1}}, 0});
    scene.groups.push_back({-1, 0, 0, {{7, {}, {1, 1, 1}, 0, 1}}, 0});
    expectPictures(scene);
}

TEST(OddScenes, MissingAndBrokenPartsAreLeftOut) {
    scene::Scene scene;
    scene.chunks.push_back({0, 0, {}, nullptr});
    scene.chunks.push_back({0, 1, {}, std::make_shared<assets::Mesh>()});
    scene.waters.push_back({"lake", 0, 0, {}, 1, nullptr});
    scene.assets.push_back({"none", "none", nullptr});
    scene.groups.push_back({0, 0, 0, {{1, {}, {0, 0, 0}, 0, 1}}, 0});
    assets::Primitive broken;
    broken.material = 77;
    broken.positions = {{0, 0, 0}, {1, 0, 0}, {0, 0, 1}};
    broken.indices = {0, 1, 2, 0, 5, 9, 1};
    scene.assets.push_back({"broken", "broken", meshOf({broken})});
    scene.groups.push_back({1, 0, 0, {{1, {}, {5, 0, 5}, 0, 1}}, 0});
    scene.chunks.push_back({0, 2, {}, meshOf({broken})});
    scene.terrainColour = std::make_shared<Image>();
    scene.ground = std::make_shared<terrain::Ground>();
    scene.sky.sunElevation = std::numeric_limits<double>::quiet_NaN();
    scene.sky.fogEnd = -5;
    scene.sky.zenith = {kNan, kInfinity, -3};
    scene.spawn = {{kNan, kInfinity, 0}, kNan};
    expectPictures(scene);
    scene.extent = {0, 0};
    expectPictures(scene);
}

TEST(OddScenes, HoleyHeightsAreBridged) {
    scene::Scene scene = hillScene(64, 32);
    auto ground = std::make_shared<terrain::Ground>(*scene.ground);
    ground->height(3, 0) = kNan;
    ground->height(7, 7) = kInfinity;
    scene.ground = ground;
    expectPictures(scene);
}

TEST(OddScenes, RandomTriangleSoupNeverCrashes) {
    for (uint64_t seed = 0; seed < 12; ++seed) {
        scene::Scene scene = flatScene(100, {0.4f, 0.5f, 0.3f});
        assets::Primitive soup;
        const double size = seed < 6 ? 40 : 30000;
        for (uint64_t i = 0; i < 200; ++i) {
            glm::vec3 p[3];
            for (uint64_t k = 0; k < 9; ++k)
                p[k / 3][static_cast<int>(k % 3)] = static_cast<float>((randomUnit(seed, "soup", i, k) - 0.5) * size);
            addTriangle(soup, p[0], p[1], p[2]);
        }
        addObject(scene, "soup", meshOf({soup}), {50, 0, 50});
        const auto one = render(scene, {View::walk, 100, 70}, {});
        Job two;
        two.threads = 2;
        const auto other = render(scene, {View::walk, 100, 70}, two);
        ASSERT_TRUE(one && other);
        EXPECT_EQ(one->pixels, other->pixels);
        expectPictures(scene);
    }
}

}  // namespace
}  // namespace sketchwalk::preview
