#include "core/scene/WaterMesh.h"

#include <gtest/gtest.h>

#include "tests/core/scene/HandGround.h"

namespace sketchwalk::scene {
namespace {

class WaterMesh : public ::testing::Test {
  protected:
    static std::vector<WaterPart> parts(const terrain::Ground& ground, int threads = 2) {
        Job job;
        job.threads = threads;
        catalogue::Biome biome;
        biome.palette.colours["water"] = {0.1f, 0.2f, 0.3f};
        return waterParts(ground, biome, catalogue::Catalogue(), job);
    }
    static double areaOf(const WaterPart& part) {
        const auto& p = part.mesh->primitives[0];
        double area = 0;
        for (size_t i = 0; i < p.indices.size(); i += 3) {
            const glm::vec3 a = p.positions[p.indices[i]], b = p.positions[p.indices[i + 1]],
                            c = p.positions[p.indices[i + 2]];
            area += 0.5 * ((b.z - a.z) * (c.x - a.x) - (b.x - a.x) * (c.z - a.z));
        }
        return area;
    }
};

TEST_F(WaterMesh, ReachesOneCellUnderTheBank) {
    auto ground = test::dryGround(128, 128, 0.5, [](double, double) { return 5.0; });
    test::addLake(ground, "lake", 3, [](double x, double y) { return x > 10 && x < 20 && y > 30 && y < 50; });
    const auto all = parts(ground);
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].category, "lake");
    EXPECT_EQ(all[0].mesh->min, glm::vec3(9.5f, 3, 29.5f));
    EXPECT_EQ(all[0].mesh->max, glm::vec3(20.5f, 3, 50.5f));
    EXPECT_DOUBLE_EQ(areaOf(all[0]), 11 * 21);
    EXPECT_EQ(all[0].material.colour, Colour(0.1f, 0.2f, 0.3f));
    EXPECT_LT(all[0].material.alpha, 1);
}

// A river drawn from west to east: the picture's v grows along it, u to its left, that is to the north.
TEST_F(WaterMesh, PicturesOfARiverRunAlongIt) {
    auto ground = test::dryGround(128, 128, 0.5, [](double, double) { return 5.0; });
    test::addLake(ground, "river", 3, [](double, double y) { return y > 28 && y < 36; });
    ground.waters[0].strokes = {4};
    layout::Layout layout;
    layout::Line line;
    line.stroke = 4;
    line.id = "river";
    line.centre = {{0, 32}, {64, 32}};
    line.width = {8, 8};
    layout.lines.push_back(line);
    catalogue::Biome biome;
    const auto all = waterParts(ground, biome, catalogue::Catalogue(), Job{}, &layout);
    ASSERT_EQ(all.size(), 1u);
    ASSERT_TRUE(all[0].material.pictures);
    const auto& p = all[0].mesh->primitives[0];
    ASSERT_EQ(p.tangents.size(), p.positions.size());
    const float size = all[0].pictureSize;
    for (size_t i = 0; i < p.positions.size(); ++i) {
        EXPECT_NEAR(p.uvs[i].x * size, 32 - p.positions[i].z, 1e-3);
        EXPECT_NEAR(p.uvs[i].y * size, p.positions[i].x, 1e-3);
        EXPECT_EQ(p.tangents[i], glm::vec4(0, 0, -1, 1));  // north; cross(up, north) is west: v falls there
    }
}

TEST_F(WaterMesh, EndsAtTheMapWhateverItsSize) {
    auto ground = test::dryGround(100, 90, 1, [](double, double) { return 0.0; });
    test::addLake(ground, "sea", 1, [](double, double) { return true; });
    const auto all = parts(ground);
    ASSERT_EQ(all.size(), 1u);
    EXPECT_DOUBLE_EQ(areaOf(all[0]), 9000);
}

TEST_F(WaterMesh, OpenWaterNeedsFewTriangles) {
    auto ground = test::dryGround(256, 256, 1, [](double, double) { return 0.0; });
    test::addLake(ground, "sea", 1, [](double, double) { return true; });
    EXPECT_EQ(parts(ground)[0].mesh->triangles(), 2u * 4u);
}

TEST_F(WaterMesh, BodiesThatTouchDoNotOverlapOnWater) {
    auto ground = test::dryGround(64, 64, 1, [](double, double) { return 0.0; });
    test::addLake(ground, "lake", 1, [](double x, double) { return x < 32; });
    test::addLake(ground, "river", 1, [](double x, double) { return x > 32; });
    const auto all = parts(ground);
    ASSERT_EQ(all.size(), 2u);
    EXPECT_DOUBLE_EQ(areaOf(all[0]) + areaOf(all[1]), 64 * 64);
}

TEST_F(WaterMesh, FollowsAFallingLevel) {
    auto ground = test::dryGround(128, 64, 1, [](double, double) { return 0.0; });
    test::addLake(ground, "river", 4, [](double, double y) { return y > 28 && y < 36; });
    ground.waters[0].flat = false;
    for (int y = 0; y <= 64; ++y) {
        for (int x = 0; x <= 128; ++x) {
            if (std::isfinite(ground.waterLevel(x, y)))
                ground.waterLevel(x, y) = static_cast<float>(10 - 0.0004 * x * x);
        }
    }
    const auto all = parts(ground);
    for (const glm::vec3& p : all[0].mesh->primitives[0].positions) EXPECT_NEAR(p.y, 10 - 0.0004 * p.x * p.x, 1e-3);
    EXPECT_NEAR(waterLevelAt(ground, {60, 32}, -1), 10 - 0.0004 * 3600, 1e-3);
    EXPECT_EQ(waterLevelAt(ground, {60, 5}, -1), -1);
}

TEST_F(WaterMesh, IsTheSameWithAnyNumberOfThreads) {
    const auto ground = test::lakeland();
    EXPECT_EQ(parts(ground, 1)[0].mesh->hash, parts(ground, 3)[0].mesh->hash);
}

}  // namespace
}  // namespace sketchwalk::scene
