// One primitive with attributes as small whole numbers, its corners shared and in an order that compresses well.
#pragma once

#include <array>
#include <cstdint>
#include <glm/vec3.hpp>
#include <vector>

namespace sketchwalk::gltf {

struct PlainPrimitive {  // as read from a document; arrays of floats, one vertex after another
    std::vector<float> positions, normals, tangents, textures;  // 3, 3, 4, 2 a vertex; the last two may be empty
    std::vector<uint32_t> indices;
};

struct PackedPrimitive {
    std::vector<std::array<int16_t, 4>> positions;   // steps from the offset; the fourth is 0
    std::vector<std::array<int8_t, 4>> normals;      // octahedral, as EXT_meshopt_compression's filter reads them
    std::vector<std::array<int8_t, 4>> tangents;     // likewise, the fourth as it is; may be empty
    std::vector<std::array<uint16_t, 2>> textures;   // of 65535; may be empty
    std::vector<std::array<float, 2>> wideTextures;  // instead, where they leave 0..1
    std::vector<uint32_t> indices;
};

// Positions become round((p - offset) / step); those must fit 16 bits. Triangles that vanish are dropped.
PackedPrimitive packed(const PlainPrimitive& plain, const glm::dvec3& offset, double step);

}  // namespace sketchwalk::gltf
