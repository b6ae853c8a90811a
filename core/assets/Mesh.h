// Triangles with materials, in metres, Y up, right-handed, counter-clockwise front faces. Shared and never changed.
#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <memory>
#include <string>
#include <vector>

#include "core/base/Geometry.h"
#include "core/base/Image.h"

namespace sketchwalk::assets {

// The pictures of a material, as glTF 2.0 understands them; null where it has none. Shared and never changed.
struct Pictures {
    std::shared_ptr<const Image> colour;   // sRGB, RGB or RGBA; multiplies Material::colour
    std::shared_ptr<const Image> normal;   // RGB, tangent space, +Y up (OpenGL); needs Primitive::tangents
    std::shared_ptr<const Image> surface;  // RGB: G roughness, B metallic; they multiply Material's own
    std::shared_ptr<const Image> glow;     // sRGB, RGB; multiplies Material::glow
    bool tiles = true;                     // repeats beyond 0..1, else its edge goes on
    bool exact = false;                    // to be kept without loss: a palette, or small and sharp
};

struct Material {
    std::string name;                 // unique in a scene: "wood", "roof_red", "leaf"
    Colour colour{0.7f, 0.7f, 0.7f};  // sRGB
    float alpha = 1;                  // below 1: blended
    float roughness = 0.9f;
    float metallic = 0;
    Colour glow{0, 0, 0};  // emitted, sRGB
    bool doubleSided = false;
    std::shared_ptr<const Pictures> pictures;  // null: plain
    bool operator==(const Material&) const = default;
};

struct Primitive {     // all vertex arrays have one length
    int material = 0;  // index into the owner's materials
    std::vector<glm::vec3> positions;
    std::vector<glm::vec3> normals;   // unit
    std::vector<glm::vec2> uvs;       // metres / 1 where a tiling texture may go; 0..1 on terrain; v grows down (glTF)
    std::vector<glm::vec4> tangents;  // empty, or one a vertex: unit, w = +-1 (glTF); where a normal picture needs them
    std::vector<float> openness;      // empty, or one a vertex: share of the sky's light that reaches it, 0..1 (ambient
                                      // occlusion, baked)
    std::vector<uint32_t> indices;    // triangles
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

// Leaves out degenerate triangles (Degenerate.h), recomputes bounds and hash.
void finish(Mesh& mesh);

}  // namespace sketchwalk::assets
