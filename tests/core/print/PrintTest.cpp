// Solids of worlds made by hand, measured on the bytes of the file.
#include "core/print/Print.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <map>

#include "core/base/Hash.h"
#include "core/print/Envelope.h"
#include "core/print/Skin.h"
#include "core/print/Thin.h"
#include "tests/core/preview/HandMadeScene.h"

namespace sketchwalk::print {
namespace {

const catalogue::Catalogue& things() {
    static const auto loaded = catalogue::Catalogue::load(SKETCHWALK_SOURCE_DIR "/resources");
    return *loaded;
}

struct Mesh {
    std::vector<std::array<glm::vec3, 3>> facets;
    double volume() const {
        double sum = 0;
        for (const auto& [a, b, c] : facets) {
            const glm::dvec3 p(a), q(b), r(c);
            sum += glm::dot(p, glm::cross(q, r));
        }
        return sum / 6;
    }
    float top() const {
        float z = 0;
        for (const auto& facet : facets)
            for (const glm::vec3& p : facet) z = std::max(z, p.z);
        return z;
    }
    // The greatest height among the corners within a rectangle.
    float topWithin(float west, float south, float east, float north) const {
        float z = 0;
        for (const auto& facet : facets)
            for (const glm::vec3& p : facet)
                if (p.x >= west && p.x <= east && p.y >= south && p.y <= north) z = std::max(z, p.z);
        return z;
    }
};

Mesh readStl(const std::vector<uint8_t>& bytes) {
    Mesh mesh;
    uint32_t count = 0;
    std::memcpy(&count, bytes.data() + 80, 4);
    EXPECT_EQ(bytes.size(), 84 + 50 * static_cast<size_t>(count));
    for (size_t i = 0; i < count; ++i) {
        float numbers[12];
        std::memcpy(numbers, bytes.data() + 84 + 50 * i, sizeof numbers);
        std::array<glm::vec3, 3> facet;
        for (size_t k = 0; k < 3; ++k) facet[k] = {numbers[3 + 3 * k], numbers[4 + 3 * k], numbers[5 + 3 * k]};
        mesh.facets.push_back(facet);
    }
    return mesh;
}

// 0 where every edge is used once in each direction.
template <class Facets>
int openEdges(const Facets& facets) {
    using Place = std::array<double, 3>;
    std::map<std::pair<Place, Place>, int> uses;
    for (const auto& facet : facets) {
        for (size_t e = 0; e < 3; ++e) {
            const auto &a = facet[e], &b = facet[(e + 1) % 3];
            const Place from{double(a.x), double(a.y), double(a.z)}, to{double(b.x), double(b.y), double(b.z)};
            ++uses[{from, to}];
        }
    }
    int open = 0;
    for (const auto& [edge, count] : uses) {
        const auto back = uses.find({edge.second, edge.first});
        open += count != 1 || back == uses.end() || back->second != 1;
    }
    return open;
}

void addThing(scene::Scene& scene, const std::string& category, std::vector<assets::Primitive> primitives, glm::vec3 at,
              float yaw = 0) {
    auto mesh = preview::meshOf(std::move(primitives));
    assets::finish(*mesh);
    preview::addObject(scene, category, mesh, at, yaw);
}

scene::Scene flat(double size) {
    scene::Scene scene = preview::flatScene(size, {0.4f, 0.6f, 0.3f});
    auto ground = std::make_shared<assets::Mesh>(*scene.chunks[0].mesh);
    assets::finish(*ground);
    scene.chunks[0].mesh = ground;
    return scene;
}

Mesh printed(const scene::Scene& scene, const PrintOptions& options = {}, int threads = 1) {
    const auto bytes = encodeStl(scene, things(), options, Job{{}, {}, threads});
    EXPECT_TRUE(bytes.has_value());
    return readStl(*bytes);
}

TEST(Print, FlatGroundIsAPlate) {
    const Mesh mesh = printed(flat(100), {100, 3});
    EXPECT_EQ(openEdges(mesh.facets), 0);
    EXPECT_NEAR(mesh.volume(), 100 * 100 * 3, 0.5);
}

TEST(Print, AHouseAddsItsOwnVolumeWhicheverWayItStands) {
    // 20 x 10 x 8 m at one millimetre a metre.
    for (const float yaw : {0.0f, 37.0f, 90.0f}) {
        scene::Scene scene = flat(100);
        addThing(scene, "house", {preview::boxPrimitive({-10, 0, -5}, {10, 8, 5}, 0)}, {50, 0, 50}, yaw);
        const Mesh mesh = printed(scene, {100, 3});
        EXPECT_EQ(openEdges(mesh.facets), 0) << yaw;
        EXPECT_NEAR(mesh.volume(), 30000 + 1600, 1600 * 0.01) << yaw;
        EXPECT_NEAR(mesh.top(), 11, 1e-3) << yaw;
    }
}

TEST(Print, NorthIsUpAndEastIsRight) {
    scene::Scene scene = flat(100);
    addThing(scene, "house", {preview::boxPrimitive({-5, 0, -5}, {5, 8, 5}, 0)}, {80, 0, 10});  // north-east
    const Mesh mesh = printed(scene, {100, 3});
    EXPECT_NEAR(mesh.topWithin(70, 80, 90, 100), 11, 1e-3);
    EXPECT_NEAR(mesh.topWithin(0, 0, 60, 60), 3, 1e-3);
}

TEST(Print, WhatIsThinIsTakenOffAndFencesAreThickened) {
    scene::Scene scene = flat(100);
    addThing(scene, "lantern", {preview::boxPrimitive({-0.15f, 0, -0.15f}, {0.15f, 3, 0.15f}, 0)}, {30, 0, 30});
    addThing(scene, "house",
             {preview::boxPrimitive({-5, 0, -5}, {5, 6, 5}, 0),
              preview::boxPrimitive({-0.2f, 6, -0.2f}, {0.2f, 9, 0.2f}, 0)},
             {70, 0, 30});
    addThing(scene, "fence", {preview::boxPrimitive({-20, 0, -0.1f}, {20, 1.2f, 0.1f}, 0)}, {50, 0, 70}, 20);
    const Mesh mesh = printed(scene, {100, 3});
    EXPECT_EQ(openEdges(mesh.facets), 0);
    EXPECT_NEAR(mesh.topWithin(25, 65, 35, 75), 3, 1e-3);  // no lantern
    EXPECT_NEAR(mesh.topWithin(60, 60, 80, 80), 9, 1e-3);  // a roof and no chimney
    EXPECT_NEAR(mesh.topWithin(30, 20, 70, 40), 4.2f, 1e-3);
    // A wall this thin is known to a sample or two of a twelfth of a millimetre.
    EXPECT_NEAR(mesh.volume() - 30000 - 600, 40 * 0.9 * 1.2, 40 * 0.17 * 1.2);
}

TEST(Print, WaterLiesALittleDeeperThanItsShore) {
    scene::Scene scene = flat(100);
    assets::Primitive sheet;
    preview::addQuad(sheet, {20, 0.1f, 20}, {20, 0.1f, 60}, {60, 0.1f, 60}, {60, 0.1f, 20});
    auto mesh = preview::meshOf({sheet});
    assets::finish(*mesh);
    scene.waters.push_back({"lake", 0.1, 0, {}, 1, mesh});
    const Mesh print = printed(scene, {100, 3});
    EXPECT_EQ(openEdges(print.facets), 0);
    EXPECT_NEAR(print.top(), 3.3f, 1e-3);  // 0.4 mm below the lake's level, which is 0.1 mm above the land
    EXPECT_NEAR(print.topWithin(25, 45, 55, 75), 3, 1e-3);
}

TEST(Print, AnyNumberOfThreadsGivesTheSameBytes) {
    scene::Scene scene = flat(100);
    addThing(scene, "house", {preview::boxPrimitive({-10, 0, -5}, {10, 8, 5}, 0)}, {50, 0, 50}, 31);
    EXPECT_EQ(*encodeStl(scene, things(), {}, Job{{}, {}, 1}), *encodeStl(scene, things(), {}, Job{{}, {}, 3}));
}

TEST(Print, AStoppedJobSaysSo) {
    std::stop_source stop;
    stop.request_stop();
    const auto bytes = encodeStl(flat(100), things(), {}, Job{stop.get_token(), {}, 2});
    ASSERT_FALSE(bytes.has_value());
    EXPECT_EQ(bytes.error().kind, ErrorKind::interrupted);
}

// Noise of every roughness: steps between all neighbours, pits, saddles, equal heights.
TEST(Skin, IsClosedOverAnyHeights) {
    const Plate plate = plateOf({10, 10}, 22, 64);
    ASSERT_EQ(plate.columns, 64);
    for (uint64_t seed = 0; seed < 12; ++seed) {
        Heights heights;
        heights.steps = Grid<uint16_t>(plate.samplesWide(), plate.samplesDeep());
        for (int y = 0; y < plate.samplesDeep(); ++y) {
            for (int x = 0; x < plate.samplesWide(); ++x) {
                const auto block = static_cast<int>(1 + seed % 6);
                const uint64_t bits =
                    randomBits(seed, "heights", static_cast<uint64_t>(x / block), static_cast<uint64_t>(y / block));
                heights.steps(x, y) = static_cast<uint16_t>(bits % (2 + seed % 4) * 400);
            }
        }
        const auto facets = skinOf(heights, plate, Job{});
        EXPECT_EQ(openEdges(facets), 0) << seed;
    }
}

}  // namespace
}  // namespace sketchwalk::print
