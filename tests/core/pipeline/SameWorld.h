// Whether two worlds are the same in everything that reaches a file or a viewer, bit for bit.
#pragma once

#include <gtest/gtest.h>

#include <cstring>
#include <string>

#include "core/pipeline/Pipeline.h"

namespace sketchwalk::test {

template <class T>
bool sameBits(const std::vector<T>& a, const std::vector<T>& b) {  // NaN equals NaN, -0 is not 0
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0);
}

template <class T>
bool sameBits(const Grid<T>& a, const Grid<T>& b) {
    return a.width() == b.width() && a.height() == b.height() && sameBits(a.values(), b.values());
}

inline bool same(const Diagnostics& a, const Diagnostics& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Diagnostic& p, const Diagnostic& q) {
        return p.severity == q.severity && p.stroke == q.stroke && p.text == q.text;
    });
}

inline bool same(const std::shared_ptr<const Image>& a, const std::shared_ptr<const Image>& b) {
    if (!a || !b) return !a && !b;
    return a->width == b->width && a->height == b->height && a->channels == b->channels && a->pixels == b->pixels;
}

inline bool same(const assets::Material& a, const assets::Material& b) {
    assets::Material plain = a;
    plain.pictures = b.pictures;
    if (!(plain == b) || !a.pictures != !b.pictures) return false;
    if (!a.pictures) return true;
    const assets::Pictures &p = *a.pictures, &q = *b.pictures;
    return same(p.colour, q.colour) && same(p.normal, q.normal) && same(p.surface, q.surface) && same(p.glow, q.glow) &&
           p.tiles == q.tiles && p.exact == q.exact;
}

inline bool same(const std::shared_ptr<const assets::Mesh>& a, const std::shared_ptr<const assets::Mesh>& b) {
    if (!a || !b) return !a && !b;
    return a->hash == b->hash && a->min == b->min && a->max == b->max &&
           std::equal(a->primitives.begin(), a->primitives.end(), b->primitives.begin(), b->primitives.end(),
                      [](const assets::Primitive& p, const assets::Primitive& q) {
                          return p.material == q.material && sameBits(p.positions, q.positions) &&
                                 sameBits(p.normals, q.normals) && sameBits(p.uvs, q.uvs) &&
                                 sameBits(p.tangents, q.tangents) && sameBits(p.openness, q.openness) &&
                                 sameBits(p.indices, q.indices);
                      });
}

inline void expectSameGround(const terrain::Ground& a, const terrain::Ground& b, const std::string& what) {
    EXPECT_TRUE(sameBits(a.height, b.height)) << what;
    EXPECT_TRUE(sameBits(a.waterLevel, b.waterLevel)) << what;
    EXPECT_TRUE(sameBits(a.water, b.water)) << what;
    EXPECT_TRUE(sameBits(a.surface, b.surface)) << what;
    EXPECT_TRUE(sameBits(a.roadEdge, b.roadEdge)) << what;
    EXPECT_TRUE(sameBits(a.shore, b.shore)) << what;
    EXPECT_EQ(a.surfaces, b.surfaces) << what;
    EXPECT_EQ(a.layers, b.layers) << what;
    ASSERT_EQ(a.weights.size(), b.weights.size()) << what;
    for (size_t l = 0; l < a.weights.size(); ++l) EXPECT_TRUE(sameBits(a.weights[l], b.weights[l])) << what;
    ASSERT_EQ(a.waters.size(), b.waters.size()) << what;
    for (size_t i = 0; i < a.waters.size(); ++i) {
        const terrain::Water &p = a.waters[i], &q = b.waters[i];
        EXPECT_TRUE(p.category == q.category && p.strokes == q.strokes && p.qualities == q.qualities &&
                    p.level == q.level && p.flat == q.flat)
            << what;
    }
}

inline void expectSameGroups(const scene::Scene& a, const scene::Scene& b, const std::string& what) {
    ASSERT_EQ(a.groups.size(), b.groups.size()) << what;
    for (size_t i = 0; i < a.groups.size(); ++i) {
        const scene::InstanceGroup &p = a.groups[i], &q = b.groups[i];
        EXPECT_TRUE(p.asset == q.asset && p.column == q.column && p.row == q.row && p.hash == q.hash) << what;
        EXPECT_TRUE(std::equal(p.instances.begin(), p.instances.end(), q.instances.begin(), q.instances.end(),
                               [](const scene::Instance& x, const scene::Instance& y) {
                                   return x.id == y.id && x.stroke == y.stroke && x.position == y.position &&
                                          x.yaw == y.yaw && x.scale == y.scale;
                               }))
            << what;
    }
}

inline void expectSameScene(const scene::Scene& a, const scene::Scene& b, const std::string& what) {
    EXPECT_TRUE(a.extent == b.extent && a.seed == b.seed && a.biome == b.biome && a.routes == b.routes) << what;
    EXPECT_TRUE(a.atmosphere == b.atmosphere && same(a.diagnostics, b.diagnostics)) << what;
    EXPECT_TRUE(a.spawn.position == b.spawn.position && a.spawn.yaw == b.spawn.yaw) << what;
    EXPECT_TRUE(same(a.terrainColour, b.terrainColour)) << what;
    ASSERT_EQ(a.chunks.size(), b.chunks.size()) << what;
    for (size_t i = 0; i < a.chunks.size(); ++i) {
        EXPECT_TRUE(a.chunks[i].column == b.chunks[i].column && a.chunks[i].row == b.chunks[i].row) << what;
        EXPECT_TRUE(same(a.chunks[i].mesh, b.chunks[i].mesh)) << what << ", chunk " << i;
        EXPECT_TRUE(same(a.chunks[i].material, b.chunks[i].material)) << what << ", chunk " << i;
    }
    ASSERT_EQ(a.waters.size(), b.waters.size()) << what;
    for (size_t i = 0; i < a.waters.size(); ++i) {
        const scene::WaterPart &p = a.waters[i], &q = b.waters[i];
        EXPECT_TRUE(p.category == q.category && p.level == q.level && p.body == q.body &&
                    p.pictureSize == q.pictureSize && same(p.material, q.material) && same(p.mesh, q.mesh))
            << what << ", " << p.category;
    }
    ASSERT_EQ(a.materials.size(), b.materials.size()) << what;
    for (size_t i = 0; i < a.materials.size(); ++i)
        EXPECT_TRUE(same(a.materials[i], b.materials[i])) << what << ", " << a.materials[i].name;
    ASSERT_EQ(a.assets.size(), b.assets.size()) << what;
    for (size_t i = 0; i < a.assets.size(); ++i) {
        EXPECT_TRUE(a.assets[i].id == b.assets[i].id && a.assets[i].category == b.assets[i].category &&
                    same(a.assets[i].mesh, b.assets[i].mesh))
            << what << ", " << a.assets[i].id;
    }
    expectSameGroups(a, b, what);
}

inline void expectSameWorld(const pipeline::World& a, const pipeline::World& b, const std::string& what) {
    expectSameGround(*a.ground, *b.ground, what);
    expectSameScene(*a.scene, *b.scene, what);
    EXPECT_TRUE(same(a.diagnostics, b.diagnostics)) << what;
}

}  // namespace sketchwalk::test
