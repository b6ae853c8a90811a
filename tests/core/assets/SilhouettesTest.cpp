// Variants of a recipe must look clearly different from afar, not only be painted differently.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <vector>

#include "tests/core/assets/Shipped.h"

namespace sketchwalk::assets {
namespace {

// What a plant covers, seen from the side: 12 x 12 cells over its own square, so that size alone makes no difference.
std::array<bool, 144> silhouette(const Built& built) {
    std::array<bool, 144> cells{};
    const glm::vec3 size = sizeOf(built);
    const float side = std::max(size.x, built.mesh->max.y);
    for (const Primitive& p : built.mesh->primitives) {
        for (size_t i = 0; i + 2 < p.indices.size(); i += 3) {
            const glm::vec3 a = p.positions[p.indices[i]], b = p.positions[p.indices[i + 1]],
                            c = p.positions[p.indices[i + 2]];
            for (int u = 0; u <= 8; ++u) {
                for (int v = 0; u + v <= 8; ++v) {
                    const glm::vec3 q =
                        a + (b - a) * (static_cast<float>(u) / 8) + (c - a) * (static_cast<float>(v) / 8);
                    const int x = static_cast<int>((q.x - (built.mesh->min.x + size.x / 2)) / side * 12 + 6);
                    const int y = static_cast<int>(q.y / side * 12);
                    if (x >= 0 && x < 12 && y >= 0 && y < 12) cells[static_cast<size_t>(y * 12 + x)] = true;
                }
            }
        }
    }
    return cells;
}

TEST(Silhouettes, TreesComeInClearlyDifferentSilhouettes) {
    for (const char* name : {"tree", "pine", "palm", "dead_tree", "cactus"}) {
        std::vector<std::array<bool, 144>> kept;  // each differs from all before it in a fifth of what both cover
        for (int variant = 0; variant < shipped().variants(name); ++variant) {
            Wish wish;
            wish.variant = variant;
            const auto mine = silhouette(shipped().build(name, wish, 3, kNoPalette));
            bool fresh = true;
            for (const auto& other : kept) {
                int both = 0, either = 0;
                for (size_t i = 0; i < mine.size(); ++i) both += mine[i] && other[i], either += mine[i] || other[i];
                fresh &= both < 0.8 * either;
            }
            if (fresh) kept.push_back(mine);
        }
        EXPECT_GE(kept.size(), 4U) << name;
    }
}

// What one sees from afar, from the front, the side and above: 24 x 24 cells each, filled or not.
using Silhouette = std::array<std::array<bool, 576>, 3>;

void fillCells(std::array<bool, 576>& cells, glm::vec2 a, glm::vec2 b, glm::vec2 c) {
    const float side = std::max({glm::length(b - a), glm::length(c - a), 1e-3F});
    const int steps = std::max(1, static_cast<int>(side * 48));
    for (int i = 0; i <= steps; ++i) {
        for (int j = 0; i + j <= steps; ++j) {
            const glm::vec2 p = a + (b - a) * (static_cast<float>(i) / static_cast<float>(steps)) +
                                (c - a) * (static_cast<float>(j) / static_cast<float>(steps));
            const int x = std::clamp(static_cast<int>(p.x * 24), 0, 23),
                      y = std::clamp(static_cast<int>(p.y * 24), 0, 23);
            cells[static_cast<size_t>(y * 24 + x)] = true;
        }
    }
}

Silhouette silhouetteOf(const Mesh& mesh) {
    Silhouette seen{};
    const glm::vec3 size = glm::max(mesh.max - mesh.min, glm::vec3(1e-3F));
    for (const Primitive& p : mesh.primitives) {
        for (size_t i = 0; i + 2 < p.indices.size(); i += 3) {
            glm::vec3 v[3];
            for (size_t k = 0; k < 3; ++k) v[k] = (p.positions[p.indices[i + k]] - mesh.min) / size;
            fillCells(seen[0], {v[0].x, v[0].y}, {v[1].x, v[1].y}, {v[2].x, v[2].y});
            fillCells(seen[1], {v[0].z, v[0].y}, {v[1].z, v[1].y}, {v[2].z, v[2].y});
            fillCells(seen[2], {v[0].x, v[0].z}, {v[1].x, v[1].z}, {v[2].x, v[2].z});
        }
    }
    return seen;
}

// Share of the cells that only one of the two fills, on the view where they differ most.
double unlikeness(const Silhouette& a, const Silhouette& b) {
    double most = 0;
    for (size_t view = 0; view < 3; ++view) {
        int either = 0, one = 0;
        for (size_t i = 0; i < 576; ++i) {
            either += a[view][i] || b[view][i] ? 1 : 0;
            one += a[view][i] != b[view][i] ? 1 : 0;
        }
        most = std::max(most, static_cast<double>(one) / std::max(either, 1));
    }
    return most;
}

TEST(Silhouettes, BuildingsHaveFourSilhouettes) {
    for (const char* name : {"house", "cabin", "barn", "church", "tower", "windmill", "watermill", "lighthouse",
                             "market_stall", "tent", "temple", "well"}) {
        std::vector<Silhouette> kinds;
        for (int variant = 0; variant < shipped().variants(name); ++variant) {
            const Silhouette one = silhouetteOf(*make(name, {}, static_cast<uint64_t>(variant) + 1).mesh);
            const bool fresh = std::all_of(kinds.begin(), kinds.end(),
                                           [&](const Silhouette& other) { return unlikeness(one, other) > 0.08; });
            if (fresh) kinds.push_back(one);
        }
        EXPECT_GE(kinds.size(), 4U) << name;
    }
}

}  // namespace
}  // namespace sketchwalk::assets
