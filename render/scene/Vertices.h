// Meshes as bytes for the graphics card: one interleaved vertex buffer and one index buffer each. Pure; any thread.
#pragma once

#include <QByteArray>
#include <algorithm>
#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "core/assets/Mesh.h"

namespace sketchwalk::render {

inline uint8_t byteOf(float share) {  // of 0..1
    return static_cast<uint8_t>(std::clamp(share, 0.0f, 1.0f) * 255 + 0.5f);
}

struct Vertices {
    QByteArray bytes;
    QByteArray indices;  // uint32, triangles
    unsigned count = 0, indexCount = 0;
    glm::vec3 min{1e30f}, max{-1e30f};
    bool empty() const { return indexCount == 0; }
    void addObjectVertex(glm::vec3 position, glm::vec3 normal, Colour colour, float openness);
    void addIndex(uint32_t index);
};

// Terrain and water: position, normal, texture coordinate; 8 floats a vertex.
constexpr unsigned kSheetStride = 32;
struct SheetPart {  // what one mesh adds: its coordinates are moved into a larger picture
    const assets::Mesh* mesh = nullptr;
    glm::vec2 scale{1}, move{0};
};
Vertices sheetVertices(std::span<const SheetPart> parts);
// The same with walls of `depth` metres hanging from the open rims, which hide the gaps between levels of detail.
void addSkirts(Vertices& sheet, float depth);

// Objects: position and normal as floats, then colour (sRGB, openness) and glow (sRGB, leaf) as bytes, then a texture
// coordinate. Plain materials lose themselves in the vertices, so an asset is one draw; faces seen from both sides are
// there twice.
constexpr unsigned kObjectStride = 40;
struct ObjectVertices {
    Vertices plain, glass;
    struct Textured {
        int material = 0;  // of the scene
        Vertices vertices;
    };
    std::vector<Textured> textured;
};
ObjectVertices objectVertices(const assets::Mesh& mesh, std::span<const assets::Material> materials);

}  // namespace sketchwalk::render
