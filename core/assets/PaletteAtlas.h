// One small picture that holds every plain colour of a scene, so that an asset is one draw instead of ten.
//
// Each opaque material without pictures of its own gets a cell of 16 x 16 pixels. Down the cell the colour goes from
// full light to the shade that a corner of openness 0 gets; texture coordinates point at the material's cell and, down
// it, at the vertex's openness. A second picture of the same cells holds roughness and metallic, a third what glows.
// Shading thus survives in every viewer, with no vertex colours and no extension. Cells are wide enough that a
// neighbour's colour enters only from the fourth mip level on.
#pragma once

#include <memory>
#include <vector>

#include "core/assets/Mesh.h"

namespace sketchwalk::assets {

// What is left of a material's light (linear, 0..1 a channel) at this openness: cooler in corners, as under a sky.
// Every picture of the program, drawn or exported, shades by this.
inline Colour shadeOf(float openness) {
    constexpr Colour kDarkest{0.44f, 0.47f, 0.56f};
    return kDarkest + (Colour(1) - kDarkest) * openness;
}

class PaletteAtlas {
  public:
    // `materials` are the scene's; cells follow their order.
    explicit PaletteAtlas(const std::vector<Material>& materials);

    // The scene's materials, followed by those of the atlas: "palette" and "palette_two_sided".
    const std::vector<Material>& materials() const { return m_materials; }

    // The mesh with all primitives of plain materials as at most two, ordered: one-sided, two-sided, then the others as
    // they were. Primitive::material indexes materials().
    Mesh merged(const Mesh& mesh) const;

  private:
    glm::vec2 place(int cell, float openness) const;

    std::vector<Material> m_materials;
    std::vector<int> m_cells;  // per material of the scene; -1: not in the atlas
    size_t m_scene = 0;        // number of the scene's materials
    int m_rows = 1;            // of cells
};

}  // namespace sketchwalk::assets
