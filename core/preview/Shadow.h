// Who stands in the sun: a depth picture seen from the sun, read with percentage-closer filtering (Reeves, Salesin,
// Cook 1987).
#pragma once

#include <memory>

#include "core/preview/Stage.h"

namespace sketchwalk::preview {

class ShadowMap {
  public:
    ShadowMap() = default;
    // Covers `region`; things outside it still throw shadows into it.
    ShadowMap(const Stage& stage, glm::vec3 toSun, const Bounds& region, float metresPerTexel, int maxSize,
              const Job& job);

    bool covers(glm::vec3 p) const;
    // 0 in shadow .. 1 in the sun. `normal` is the surface's, unit; it keeps a surface from shading itself.
    float lit(glm::vec3 p, glm::vec3 normal) const;
    bool empty() const { return !m_depth; }

  private:
    void drawTile(const Stage& stage, const PassList& list, int tile);

    Camera m_camera;
    Projector m_projector;
    glm::vec3 m_toSun{0, 1, 0};
    int m_size = 0;
    float m_texel = 1;                 // metres
    std::unique_ptr<float[]> m_depth;  // q of what is nearest the sun; row-major
};

}  // namespace sketchwalk::preview
