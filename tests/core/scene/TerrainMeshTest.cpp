#include "core/scene/TerrainMesh.h"

#include <gtest/gtest.h>

#include <glm/geometric.hpp>
#include <map>

#include "core/base/Hash.h"
#include "core/base/Noise.h"
#include "tests/core/scene/HandGround.h"

namespace sketchwalk::scene {
namespace {

terrain::Ground rolling(int width, int depth) {
    return test::dryGround(width, depth, 0.5,
                           [](double x, double y) { return 9 * fractalNoise(4, x / 40, y / 40, 5); });
}

TEST(TerrainMesh, PlaneNeedsFewTriangles) {
    const auto ground = test::dryGround(256, 256, 0.5, [](double x, double) { return 0.004 * x; });
    size_t triangles = 0;
    for (const auto& chunk : TerrainMesh(ground, 1).chunks({})) triangles += chunk.mesh->triangles();
    EXPECT_EQ(triangles, 8u);
}

TEST(TerrainMesh, StaysNearTheHeightfield) {
    const auto ground = rolling(192, 128);
    const TerrainMesh mesh(ground, 2);
    double worst = 0, sum = 0;
    for (int y = 0; y <= ground.depth(); ++y) {
        for (int x = 0; x <= ground.width(); ++x) {
            const double miss = std::abs(mesh.heightAt({x * 0.5, y * 0.5}) - ground.height(x, y));
            worst = std::max(worst, miss);
            sum += miss;
        }
    }
    EXPECT_LT(worst, 0.2);
    EXPECT_LT(sum / (193 * 129), 0.03);
}

TEST(TerrainMesh, NormalsPointUpThePlane) {
    const auto ground = test::dryGround(64, 64, 1, [](double x, double y) { return 0.75 * x + 0 * y; });
    const auto chunk = TerrainMesh(ground, 1).chunk(0, 0);
    for (const glm::vec3& n : chunk.mesh->primitives[0].normals) {  // (-3, 4, 0) / 5
        EXPECT_NEAR(n.x, -0.6, 1e-5);
        EXPECT_NEAR(n.y, 0.8, 1e-5);
        EXPECT_NEAR(n.z, 0, 1e-5);
    }
}

TEST(TerrainMesh, ChunksAgreeAlongTheirBordersAndCoverTheMap) {
    const auto ground = rolling(300, 193);  // not whole tiles
    const auto chunks = TerrainMesh(ground, 2).chunks({});
    ASSERT_EQ(chunks.size(), 6u);
    std::map<std::pair<float, float>, std::pair<glm::vec3, glm::vec3>> seen;
    double area = 0;
    for (const auto& chunk : chunks) {
        const auto& p = chunk.mesh->primitives[0];
        ASSERT_EQ(p.positions.size(), p.normals.size());
        ASSERT_EQ(p.positions.size(), p.uvs.size());
        for (size_t i = 0; i < p.positions.size(); ++i) {
            const auto [at, fresh] =
                seen.try_emplace({p.positions[i].x, p.positions[i].z}, p.positions[i], p.normals[i]);
            EXPECT_EQ(at->second.first, p.positions[i]);
            EXPECT_EQ(at->second.second, p.normals[i]);
        }
        for (size_t i = 0; i < p.indices.size(); i += 3) {
            const glm::vec3 a = p.positions[p.indices[i]], b = p.positions[p.indices[i + 1]],
                            c = p.positions[p.indices[i + 2]];
            area += 0.5 * ((b.z - a.z) * (c.x - a.x) - (b.x - a.x) * (c.z - a.z));
        }
    }
    EXPECT_NEAR(area, 150 * 96.5, 1e-2);
}

// A chunk of 128 cells has a picture of 512 pixels on a map of 300 cells (three chunks: 3 x 512 <= 2048), 4 of them
// border on each side; the last chunk has 300 - 256 = 44 cells = 173.25 pixels, which with its borders need 256.
TEST(TerrainMesh, PictureCoordinatesLeaveABorderOfFourPixels) {
    const auto ground = rolling(300, 193);
    for (const auto& chunk : TerrainMesh(ground, 1).chunks({})) {
        const auto& p = chunk.mesh->primitives[0];
        const double wide = chunk.column == 2 ? 256 : 512, deep = 512;  // 65 cells: 255.9 + 8 pixels
        for (size_t i = 0; i < p.positions.size(); ++i) {
            const double cellX = p.positions[i].x * 2 - 128 * chunk.column,
                         cellY = p.positions[i].z * 2 - 128 * chunk.row;
            EXPECT_NEAR(p.uvs[i].x * wide, 4 + cellX * 504 / 128, 1e-3);
            EXPECT_NEAR(p.uvs[i].y * deep, 4 + cellY * 504 / 128, 1e-3);
        }
    }
}

// glTF: the bitangent is cross(normal, tangent) * w and points to the picture's top, where v falls.
TEST(TerrainMesh, TangentsFollowThePicture) {
    const auto ground = rolling(160, 140);
    for (const auto& chunk : TerrainMesh(ground, 1).chunks({})) {
        const auto& p = chunk.mesh->primitives[0];
        ASSERT_EQ(p.tangents.size(), p.positions.size());
        for (size_t i = 0; i < p.positions.size(); ++i) {
            const glm::vec3 t(p.tangents[i]);
            EXPECT_NEAR(glm::dot(t, t), 1, 1e-5);
            EXPECT_NEAR(glm::dot(t, p.normals[i]), 0, 1e-5);
            EXPECT_EQ(std::abs(p.tangents[i].w), 1);
        }
        for (size_t i = 0; i < p.indices.size(); i += 3) {
            const uint32_t a = p.indices[i], b = p.indices[i + 1], c = p.indices[i + 2];
            const glm::vec3 ab = p.positions[b] - p.positions[a], ac = p.positions[c] - p.positions[a];
            const glm::vec2 uvB = p.uvs[b] - p.uvs[a], uvC = p.uvs[c] - p.uvs[a];
            const float area = uvB.x * uvC.y - uvC.x * uvB.y;
            const glm::vec3 alongU = (ab * uvC.y - ac * uvB.y) / area, alongV = (ac * uvB.x - ab * uvC.x) / area;
            const glm::vec3 tangent(p.tangents[a]);
            const glm::vec3 bitangent = glm::cross(p.normals[a], tangent) * p.tangents[a].w;
            EXPECT_GT(glm::dot(tangent, alongU), 0);
            EXPECT_LT(glm::dot(bitangent, alongV), 0);
        }
    }
}

TEST(TerrainMesh, AnEditChangesOnlyTheTilesAround) {
    auto ground = rolling(512, 512);
    const auto before = TerrainMesh(ground, 1).chunks({});
    ground.height(20, 20) += 3;
    const auto after = TerrainMesh(ground, 1).chunks({});
    for (size_t i = 0; i < before.size(); ++i) {
        const bool far = before[i].column > 1 || before[i].row > 1;
        EXPECT_TRUE(!far || before[i].mesh->hash == after[i].mesh->hash);
    }
    EXPECT_NE(before[0].mesh->hash, after[0].mesh->hash);
}

TEST(TerrainMesh, IsTheSameWithAnyNumberOfThreads) {
    const auto ground = rolling(200, 130);
    Job one, three;
    three.threads = 3;
    const auto a = TerrainMesh(ground, 1).chunks(one), b = TerrainMesh(ground, 3).chunks(three);
    for (size_t i = 0; i < a.size(); ++i) EXPECT_EQ(a[i].mesh->hash, b[i].mesh->hash);
}

}  // namespace
}  // namespace sketchwalk::scene
