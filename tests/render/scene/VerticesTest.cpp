#include "render/scene/Vertices.h"

#include <gtest/gtest.h>

#include <cstring>

namespace sketchwalk::render {
namespace {

assets::Mesh triangle(int material) {
    assets::Mesh mesh;
    auto& p = mesh.primitives.emplace_back();
    p.material = material;
    p.positions = {{0, 0, 0}, {1, 0, 0}, {0, 0, -1}};
    p.normals.assign(3, {0, 1, 0});
    p.uvs = {{0, 0}, {1, 0}, {0, 1}};
    p.openness = {1, 0.5f, 0};
    p.indices = {0, 1, 2};
    return mesh;
}

std::vector<uint32_t> indicesOf(const Vertices& v) {
    std::vector<uint32_t> out(v.indexCount);
    std::memcpy(out.data(), v.indices.constData(), out.size() * 4);
    return out;
}

TEST(Vertices, TwoSidedFacesAreThereTwiceWithTheOtherNormal) {
    std::vector<assets::Material> materials(2);
    materials[1].doubleSided = true;
    EXPECT_EQ(objectVertices(triangle(0), materials).plain.indexCount, 3u);
    const Vertices both = objectVertices(triangle(1), materials).plain;
    EXPECT_EQ(both.count, 6u);
    EXPECT_EQ(indicesOf(both), (std::vector<uint32_t>{0, 1, 2, 3, 5, 4}));
    float normalY = 0;
    std::memcpy(&normalY, both.bytes.constData() + 3 * kObjectStride + 16, 4);
    EXPECT_FLOAT_EQ(normalY, -1);
}

TEST(Vertices, CarryColourAndOpenness) {
    std::vector<assets::Material> materials(1);
    materials[0].colour = {1, 0.5f, 0};
    const Vertices v = objectVertices(triangle(0), materials).plain;
    const auto* second = reinterpret_cast<const uint8_t*>(v.bytes.constData()) + kObjectStride + 24;
    EXPECT_EQ(second[0], 255);
    EXPECT_EQ(second[1], 128);
    EXPECT_EQ(second[2], 0);
    EXPECT_EQ(second[3], 128);  // openness 0.5
}

TEST(Vertices, GlassIsKeptApart) {
    std::vector<assets::Material> materials(1);
    materials[0].alpha = 0.5f;
    const auto v = objectVertices(triangle(0), materials);
    EXPECT_TRUE(v.plain.empty());
    EXPECT_EQ(v.glass.indexCount, 3u);
}

TEST(Vertices, SheetPartsAreMovedIntoTheirPlaceOfThePicture) {
    const assets::Mesh mesh = triangle(0);
    const SheetPart parts[] = {{&mesh, {1, 1}, {0, 0}}, {&mesh, {0.5f, 0.5f}, {0.5f, 0}}};
    const Vertices v = sheetVertices(parts);
    EXPECT_EQ(v.count, 6u);
    EXPECT_EQ(indicesOf(v), (std::vector<uint32_t>{0, 1, 2, 3, 4, 5}));
    float u = 0;
    std::memcpy(&u, v.bytes.constData() + 4 * kSheetStride + 24, 4);
    EXPECT_FLOAT_EQ(u, 1);
}

TEST(Vertices, SkirtsHangFromEveryOpenEdge) {
    const assets::Mesh mesh = triangle(0);
    const SheetPart part{&mesh, {1, 1}, {0, 0}};
    Vertices v = sheetVertices(std::span(&part, 1));
    addSkirts(v, 2);
    EXPECT_EQ(v.count, 6u);                // three lowered corners
    EXPECT_EQ(v.indexCount, 3u + 3u * 6);  // two triangles an edge
    float y = 0;
    std::memcpy(&y, v.bytes.constData() + 5 * kSheetStride + 4, 4);
    EXPECT_FLOAT_EQ(y, -2);
    EXPECT_FLOAT_EQ(v.min.y, -2);
}

}  // namespace
}  // namespace sketchwalk::render
