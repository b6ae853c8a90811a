// The block of earth that the map is cut from in the isometric picture: sides with layers, water seen from the side
// where it reaches the edge, a thin base.
#pragma once

#include <array>
#include <optional>

#include "core/preview/Stage.h"

namespace sketchwalk::preview {

// Adds the sheets it needs, and returns the four corners of its base on the table; nothing where the scene has no
// ground.
std::optional<std::array<glm::vec3, 4>> addPlinth(Stage& stage, const scene::Scene& scene);

// The soft shadow on the table around the base.
class Footing {
  public:
    Footing() = default;
    Footing(const Camera& camera, const std::array<glm::vec3, 4>& base);
    float openness(float px, float py) const;  // 1 far away, less close to the base

  private:
    std::array<glm::vec2, 4> m_ring{};
    glm::vec2 m_low{0}, m_high{0};  // pixels: what lies outside is not darkened
    float m_reach = 1;              // pixels
};

}  // namespace sketchwalk::preview
