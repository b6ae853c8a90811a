// The land beyond the map, as the map's edge promises it: where the sea reaches the edge there is sea beyond.
#pragma once

#include <vector>

#include "core/preview/GroundLook.h"
#include "core/preview/Sky.h"

namespace sketchwalk::preview {

class Rim {
  public:
    struct Land {
        Light3 colour{0.3f};  // as it looks in the light
        float height = 0;     // metres
    };
    Rim(const scene::Scene& scene, const GroundLook& ground, const Sunlight& light);

    // Where a level ray from `eye` leaves the map.
    Land beyond(glm::vec3 eye, glm::vec3 direction) const;
    Light3 meanColour() const { return m_mean; }  // of the dry edge, unlit

  private:
    glm::vec2 m_extent{1};
    std::vector<Land> m_ring;  // clockwise from the north-west corner, as many on every side
    Light3 m_mean{0.3f};
};

}  // namespace sketchwalk::preview
