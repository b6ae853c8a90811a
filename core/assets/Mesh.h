// Triangles with materials, in metres, Y up, right-handed, counter-clockwise front faces. Shared and never changed.
#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <memory>
#include <string>
#include <vector>

#include "core/base/Geometry.h"

namespace sketchwalk::assets {

struct Material {
    std::string name;                 // unique in a scene: "wood", "roof_red", "leaf"
    Colour colour{0.7f, 0.7f, 0.7f};  // sRGB
    float alpha = 1;                  // below 1: blended
    float roughness = 0.9f;
    float metallic = 0;
    Colour glow{0, 0, 0};  // emitted, sRGB
    bool doubleSided = false;
    bool operator==(const Material&) const = default;
};

struct Primitive {     // all vertex arrays have one length
    int material = 0;  // index into the owner's materials
    std::vector<glm::vec3> positions;
    std::vector<glm::vec3> normals;  // unit
    std::vector<glm::vec2> uvs;      // metres / 1 where a tiling texture may go; 0..1 on terrain
    std::vector<uint32_t> indices;   // triangles
};

struct Mesh {
    std::vector<Primitive> primitives;
    glm::vec3 min{0}, max{0};  // bounds
    uint64_t hash = 0;         // of all content
    size_t triangles() const {
        size_t n = 0;
        for (const auto& p : primitives) n += p.indices.size() / 3;
        return n;
    }
};

// Recomputes bounds and hash.
void finish(Mesh& mesh);

}  // namespace sketchwalk::assets
