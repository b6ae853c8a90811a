// From a surface point to its colour on the picture.
#pragma once

#include "core/preview/GroundLook.h"
#include "core/preview/Plinth.h"
#include "core/preview/Rim.h"
#include "core/preview/Shadow.h"
#include "core/preview/Sky.h"
#include "core/preview/Stage.h"

namespace sketchwalk::scene {
class GroundPaint;
}

namespace sketchwalk::preview {

struct Studio {  // everything that shading reads; shared by all tiles and never changed
    const Stage& stage;
    const GroundLook& ground;
    const Camera& camera;
    const Sky& sky;
    const Rim& rim;
    Sunlight light;
    ShadowMap near, far;  // near: fine shadows around a walker, else empty
    Footing footing;      // isometric only
    View view = View::isometric;
    const scene::GroundPaint* paint = nullptr;  // for ground that is seen closer than its picture is fine

    float sunAt(glm::vec3 p, glm::vec3 normal) const {
        return (!near.empty() && near.covers(p) ? near : far).lit(p, normal);
    }
};

struct SurfacePoint {
    glm::vec3 position{0}, normal{0, 1, 0};
    float q = 0;          // of the camera
    float baseY = -1e9f;  // where the thing stands
    float open = -1;      // share of the sky's light; below 0: not known, follows from baseY
    glm::vec2 uv{0};      // of the look's picture
};

// Linear, bent by the shoulder, before fog. For every finish but water.
Light3 shadeSolid(const Studio& studio, const Look& look, const SurfacePoint& point);
// The water's surface over what is seen through it.
Light3 shadeWater(const Studio& studio, const Look& look, const SurfacePoint& point, Light3 under);
Light3 shadeIce(const Studio& studio, const Look& look, const SurfacePoint& point);
Light3 shadeLava(const Studio& studio, const Look& look, const SurfacePoint& point);
// The cut side of the block of earth that the map stands on.
Light3 earthColour(const Studio& studio, glm::vec3 position);

}  // namespace sketchwalk::preview
