#include "core/assets/Openness.h"

#include <gtest/gtest.h>

namespace sketchwalk::assets {
namespace {

// A horizontal square of the given side about (0, y, 0), facing up or down, in `steps` x `steps` quads.
Primitive sheet(float side, float y, bool up, int steps = 8) {
    Primitive p;
    for (int j = 0; j <= steps; ++j) {
        for (int i = 0; i <= steps; ++i) {
            const auto at = [&](int k) { return side * (static_cast<float>(k) / static_cast<float>(steps) - 0.5f); };
            p.positions.emplace_back(at(i), y, at(j));
            p.normals.emplace_back(0.0f, up ? 1.0f : -1.0f, 0.0f);
        }
    }
    const auto row = static_cast<uint32_t>(steps + 1);
    for (uint32_t j = 0; j + 1 < row; ++j) {
        for (uint32_t i = 0; i + 1 < row; ++i) {
            const uint32_t a = j * row + i, b = a + 1, c = a + row, d = c + 1;
            if (up) {
                p.indices.insert(p.indices.end(), {a, c, b, b, c, d});
            } else {
                p.indices.insert(p.indices.end(), {a, b, c, b, d, c});
            }
        }
    }
    return p;
}

Mesh meshOf(std::vector<Primitive> primitives) {
    Mesh mesh;
    mesh.primitives = std::move(primitives);
    finish(mesh);
    bakeOpenness(mesh);
    return mesh;
}

TEST(Openness, ASheetUnderTheSkyIsOpen) {
    const Mesh mesh = meshOf({sheet(4, 3, true)});
    for (const float open : mesh.primitives[0].openness) EXPECT_GT(open, 0.85f);
}

TEST(Openness, WhatLiesUnderARoofIsDarkerThanWhatDoesNot) {
    // A floor of 8 m under a roof of 4 m, half a metre above it.
    const Mesh mesh = meshOf({sheet(8, 1, true, 16), sheet(4, 1.5f, false)});
    const auto& floor = mesh.primitives[0];
    float under = 0, beside = 0;
    for (size_t i = 0; i < floor.positions.size(); ++i) {
        const glm::vec3 p = floor.positions[i];
        if (std::abs(p.x) < 0.1f && std::abs(p.z) < 0.1f) under = floor.openness[i];
        if (std::abs(p.x) > 3.9f && std::abs(p.z) > 3.9f) beside = floor.openness[i];
    }
    EXPECT_LT(under, 0.45f);
    EXPECT_GT(beside, 0.8f);
}

TEST(Openness, TheGroundDarkensWhatFacesIt) {
    const Mesh low = meshOf({sheet(2, 0.3f, false), sheet(2, 8, true)});
    const Mesh high = meshOf({sheet(2, 6, false), sheet(2, 8, true)});
    EXPECT_LT(low.primitives[0].openness[40] + 0.2f, high.primitives[0].openness[40]);
}

TEST(Openness, IsAShareAndOneAVertex) {
    const Mesh mesh = meshOf({sheet(5, 0.1f, true), sheet(3, 0.2f, false), sheet(1, 0.25f, true)});
    for (const Primitive& primitive : mesh.primitives) {
        ASSERT_EQ(primitive.openness.size(), primitive.positions.size());
        for (const float open : primitive.openness) EXPECT_TRUE(open >= 0 && open <= 1) << open;
    }
    Mesh nothing;
    bakeOpenness(nothing);
    EXPECT_TRUE(nothing.primitives.empty());
}

}  // namespace
}  // namespace sketchwalk::assets
