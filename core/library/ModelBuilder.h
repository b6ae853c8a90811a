// Collects the triangles of a file into a Model and holds it to its promises. For the readers only.
#pragma once

#include <glm/mat3x3.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <string>
#include <vector>

#include "core/library/Model.h"

namespace sketchwalk::library {

// One run of triangles as a file gives it. Empty arrays are what the file does not say; else one entry a vertex.
struct Piece {
    int material = 0;
    std::vector<glm::vec3> positions, normals;
    std::vector<glm::vec2> uvs;
    std::vector<glm::vec4> tangents;
    std::vector<glm::vec3> colours;  // linear, multiply the material's
    std::vector<uint32_t> indices;   // triangles, in range
};

class ModelBuilder {
  public:
    explicit ModelBuilder(std::vector<assets::Material> materials) : m_materials(std::move(materials)) {}

    // Refuses what is not finite, too far out, or too much. Missing normals are made flat. A mirrored placing is
    // turned the right way out by the reader.
    Result<void> add(Piece piece);
    void note(const std::string& text);
    Result<Model> take();

  private:
    assets::Primitive& primitiveOf(int material);
    int tinted(int material, glm::vec3 linear);

    std::vector<assets::Material> m_materials;
    std::vector<assets::Primitive> m_primitives;
    std::vector<std::string> m_notes;
    size_t m_triangles = 0, m_vertices = 0;
};

Colour srgbOf(glm::vec3 linear);  // clamped to 0..1
glm::vec3 linearOf(Colour srgb);
// Lower-case letters, digits and '_' of a name; "part" where nothing is left.
std::string plainName(std::string_view name);

}  // namespace sketchwalk::library
