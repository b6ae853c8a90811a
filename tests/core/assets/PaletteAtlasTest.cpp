// One picture for all plain colours: every vertex must find its own colour there, shaded by its openness.
#include "core/assets/PaletteAtlas.h"

#include <gtest/gtest.h>

namespace sketchwalk::assets {
namespace {

Material plain(std::string name, Colour colour) {
    Material material;
    material.name = std::move(name);
    material.colour = colour;
    return material;
}

Primitive triangle(int material, float openness) {
    Primitive p;
    p.material = material;
    p.positions = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}};
    p.normals.assign(3, {0, 0, 1});
    p.openness.assign(3, openness);
    p.indices = {0, 1, 2};
    return p;
}

// The atlas's colour at a texture coordinate, 0..255.
glm::ivec3 colourAt(const Image& image, glm::vec2 uv) {
    const uint8_t* c = image.at(static_cast<int>(uv.x * static_cast<float>(image.width)),
                                static_cast<int>(uv.y * static_cast<float>(image.height)));
    return {c[0], c[1], c[2]};
}

TEST(PaletteAtlas, MergesPlainMaterialsAndLeavesOthersAlone) {
    std::vector<Material> materials{plain("wall", {0.8f, 0.7f, 0.6f}), plain("leaf", {0.2f, 0.5f, 0.2f}),
                                    plain("glass", {0.5f, 0.6f, 0.7f}), plain("roof", {0.7f, 0.3f, 0.2f})};
    materials[1].doubleSided = true;
    materials[2].alpha = 0.4f;
    const PaletteAtlas atlas(materials);
    ASSERT_EQ(atlas.materials().size(), 6u);
    Mesh mesh;
    for (int i = 0; i < 4; ++i) mesh.primitives.push_back(triangle(i, 1));
    const Mesh merged = atlas.merged(mesh);
    ASSERT_EQ(merged.primitives.size(), 3u);
    EXPECT_EQ(atlas.materials()[static_cast<size_t>(merged.primitives[0].material)].name, "palette");
    EXPECT_EQ(merged.primitives[0].indices, (std::vector<uint32_t>{0, 1, 2, 3, 4, 5}));
    EXPECT_EQ(atlas.materials()[static_cast<size_t>(merged.primitives[1].material)].name, "palette_two_sided");
    EXPECT_TRUE(atlas.materials()[static_cast<size_t>(merged.primitives[1].material)].doubleSided);
    EXPECT_EQ(merged.primitives[2].material, 2) << "glass stays as it was";
    EXPECT_EQ(merged.triangles(), mesh.triangles());
}

TEST(PaletteAtlas, VerticesPointAtTheirOwnColour) {
    std::vector<Material> materials;
    for (int i = 0; i < 300; ++i)  // more than one row of cells, more than 256 colours
        materials.push_back(
            plain("m" + std::to_string(i), {static_cast<float>(i % 16) / 15, 0.5f, static_cast<float>(i / 16) / 19}));
    const PaletteAtlas atlas(materials);
    const Image& image = *atlas.materials()[300].pictures->colour;
    EXPECT_EQ(image.width, 256);
    EXPECT_EQ(image.height, 512);
    for (int i = 0; i < 300; ++i) {
        Mesh mesh;
        mesh.primitives.push_back(triangle(i, 1));
        const glm::ivec3 found = colourAt(image, atlas.merged(mesh).primitives[0].uvs[0]);
        for (int k = 0; k < 3; ++k) EXPECT_NEAR(found[k], materials[static_cast<size_t>(i)].colour[k] * 255, 6) << i;
    }
}

TEST(PaletteAtlas, ShadesByOpenness) {
    const PaletteAtlas atlas({plain("white", {1, 1, 1})});
    const Image& image = *atlas.materials()[1].pictures->colour;
    int before = 256;
    for (const float openness : {1.0f, 0.7f, 0.4f, 0.0f}) {
        Mesh mesh;
        mesh.primitives.push_back(triangle(0, openness));
        const glm::ivec3 found = colourAt(image, atlas.merged(mesh).primitives[0].uvs[0]);
        EXPECT_LT(found.x, before);
        before = found.x;
        EXPECT_GE(found.z, found.x) << "shade is cool, not warm";
    }
    // 0.44 of linear light is sRGB 0.694.
    EXPECT_NEAR(before, 177, 5);
}

TEST(PaletteAtlas, KeepsRoughnessMetalAndGlow) {
    std::vector<Material> materials{plain("gold", {1, 0.8f, 0.3f}), plain("lamp", {1, 1, 0.8f})};
    materials[0].metallic = 1;
    materials[0].roughness = 0.2f;
    materials[1].glow = {1, 0.5f, 0};
    const PaletteAtlas atlas(materials);
    const Material& palette = atlas.materials()[2];
    Mesh mesh;
    mesh.primitives = {triangle(0, 1), triangle(1, 1)};
    const auto uvs = atlas.merged(mesh).primitives[0].uvs;
    const glm::ivec3 gold = colourAt(*palette.pictures->surface, uvs[0]);
    EXPECT_EQ(gold.y, 51);
    EXPECT_EQ(gold.z, 255);
    EXPECT_EQ(colourAt(*palette.pictures->glow, uvs[0]), glm::ivec3(0));
    EXPECT_EQ(colourAt(*palette.pictures->glow, uvs[3]).x, 255);
    EXPECT_EQ(palette.glow, Colour(1));
}

}  // namespace
}  // namespace sketchwalk::assets
