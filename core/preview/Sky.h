// What lies behind and above everything: the sky of a walk, or the studio behind a model of the map.
#pragma once

#include <array>

#include "core/catalogue/Catalogue.h"
#include "core/preview/Camera.h"
#include "core/preview/Preview.h"
#include "core/preview/Tone.h"

namespace sketchwalk::preview {

// Unit vector toward the sun. In the isometric view the sun is swung aside where it would stand behind the eye, because
// light from there leaves a model flat: a picture's choice, the scene keeps its own sun.
glm::vec3 towardSun(const catalogue::Sky& sky, View view);

struct Sunlight {
    glm::vec3 toSun{0, 1, 0};
    Light3 sun{0.6f};                 // on a surface that faces it; flat open ground in the sun gets about 1 altogether
    Light3 above{0.4f}, below{0.2f};  // the sky's light on what faces up, the ground's on what faces down
};
Sunlight sunlightOf(const catalogue::Sky& sky, glm::vec3 toSun);

class Sky {
  public:
    Sky(const catalogue::Sky& sky, glm::vec3 toSun);

    Light3 inDirection(glm::vec3 direction, bool withSun) const;  // direction.y below 0 gives the horizon
    // What a walker sees in a direction where nothing stands: the sky, or land of that lit colour `drop` metres below
    // the eye.
    Light3 beyond(glm::vec3 direction, Light3 land, float drop) const;
    Light3 fogged(Light3 colour, float distance) const;
    // The studio behind the isometric and the map picture; u, v are 0..1 over the picture.
    Light3 studio(float u, float v) const;

  private:
    Light3 clouded(Light3 clear, glm::vec3 direction) const;

    Light3 m_zenith, m_horizon, m_sun, m_fog;
    glm::vec3 m_toSun;
    float m_fogStart, m_fogEnd;
};

}  // namespace sketchwalk::preview
