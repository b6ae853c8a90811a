#include "core/assets/LevelOfDetail.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <glm/geometric.hpp>
#include <set>

#include "core/assets/Recipes.h"
#include "tests/core/assets/Shipped.h"

namespace sketchwalk::assets {
namespace {

constexpr int kSide = 64;

// The mesh's outline as seen along an axis, on a grid over the bounds given: a cell is set where a triangle covers its
// middle.
std::vector<bool> silhouette(const Mesh& mesh, int axis, const glm::vec3& low, const glm::vec3& high) {
    const int u = (axis + 1) % 3, v = (axis + 2) % 3;
    const float span = std::max(high[u] - low[u], high[v] - low[v]);
    std::vector<bool> cells(kSide * kSide, false);
    const auto place = [&](const glm::vec3& p) {
        return glm::vec2((p[u] - low[u]) / span * kSide, (p[v] - low[v]) / span * kSide);
    };
    for (const Primitive& primitive : mesh.primitives) {
        for (size_t i = 0; i + 2 < primitive.indices.size(); i += 3) {
            const glm::vec2 a = place(primitive.positions[primitive.indices[i]]),
                            b = place(primitive.positions[primitive.indices[i + 1]]),
                            c = place(primitive.positions[primitive.indices[i + 2]]);
            const auto side = [](glm::vec2 p, glm::vec2 q, glm::vec2 r) {
                return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
            };
            const auto first = [](float x, float y, float z) {
                return std::max(0, static_cast<int>(std::min({x, y, z})));
            };
            const auto last = [](float x, float y, float z) {
                return std::min(kSide - 1, static_cast<int>(std::max({x, y, z})));
            };
            for (int y = first(a.y, b.y, c.y); y <= last(a.y, b.y, c.y); ++y) {
                for (int x = first(a.x, b.x, c.x); x <= last(a.x, b.x, c.x); ++x) {
                    const glm::vec2 p(static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f);
                    const float s = side(a, b, p), t = side(b, c, p), w = side(c, a, p);
                    if ((s >= 0 && t >= 0 && w >= 0) || (s <= 0 && t <= 0 && w <= 0))
                        cells[static_cast<size_t>(y * kSide + x)] = true;
                }
            }
        }
    }
    return cells;
}

double overlap(const std::vector<bool>& a, const std::vector<bool>& b) {
    int both = 0, either = 0;
    for (size_t i = 0; i < a.size(); ++i) {
        both += a[i] && b[i] ? 1 : 0;
        either += a[i] || b[i] ? 1 : 0;
    }
    return either > 0 ? static_cast<double>(both) / either : 1;
}

TEST(LevelOfDetail, BuildingsGetTwoThatAreMuchLighter) {
    for (const char* name : {"house", "church", "castle", "windmill", "barn"}) {
        const Mesh mesh = *shipped().build(name, {}, 3, {}).mesh;
        const auto levels = levelsOfDetail(mesh);
        ASSERT_EQ(levels.size(), 2u) << name;
        const auto full = static_cast<double>(mesh.triangles());
        EXPECT_NEAR(levels[0].triangles() / full, 0.45, 0.1) << name;
        EXPECT_NEAR(levels[1].triangles() / full, 0.15, 0.06) << name;
    }
}

TEST(LevelOfDetail, SilhouettesStay) {
    for (const char* name : {"house", "church", "castle", "barn", "tower", "tree", "pine", "boulder"}) {
        const Mesh mesh = *shipped().build(name, {}, 3, {}).mesh;
        const auto levels = levelsOfDetail(mesh);
        for (size_t level = 0; level < levels.size(); ++level) {
            for (int axis = 0; axis < 3; ++axis) {
                const auto before = silhouette(mesh, axis, mesh.min, mesh.max),
                           after = silhouette(levels[level], axis, mesh.min, mesh.max);
                EXPECT_GT(overlap(before, after), level == 0 ? 0.85 : 0.7)
                    << name << ", level " << level + 1 << ", along axis " << axis;
            }
        }
    }
}

TEST(LevelOfDetail, KeepsMaterialsAttributesAndUnitNormals) {
    Mesh mesh = *shipped().build("house", {}, 3, {}).mesh;
    for (Primitive& primitive : mesh.primitives) primitive.openness.assign(primitive.positions.size(), 0.5f);
    std::set<int> materials;
    for (const Primitive& primitive : mesh.primitives) materials.insert(primitive.material);
    for (const Mesh& level : levelsOfDetail(mesh)) {
        for (const Primitive& primitive : level.primitives) {
            EXPECT_TRUE(materials.contains(primitive.material));
            const size_t count = primitive.positions.size();
            ASSERT_EQ(primitive.normals.size(), count);
            ASSERT_EQ(primitive.openness.size(), count);
            for (const glm::vec3& normal : primitive.normals) EXPECT_NEAR(glm::length(normal), 1, 1e-3);
            for (const uint32_t index : primitive.indices) ASSERT_LT(index, count);
        }
        EXPECT_NE(level.hash, mesh.hash);
    }
}

TEST(LevelOfDetail, IsPureAndLeavesSmallThingsAlone) {
    const Mesh mesh = *shipped().build("church", {}, 5, {}).mesh;
    const auto once = levelsOfDetail(mesh), again = levelsOfDetail(mesh);
    ASSERT_EQ(once.size(), again.size());
    for (size_t i = 0; i < once.size(); ++i) EXPECT_EQ(once[i].hash, again[i].hash);
    Mesh triangle;
    triangle.primitives.push_back(
        {0, {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}}, {{0, 0, 1}, {0, 0, 1}, {0, 0, 1}}, {}, {}, {}, {0, 1, 2}});
    finish(triangle);
    EXPECT_TRUE(levelsOfDetail(triangle).empty());
    EXPECT_TRUE(levelsOfDetail(Mesh()).empty());
}

}  // namespace
}  // namespace sketchwalk::assets
