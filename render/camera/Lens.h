// From a pose to what the picture shows: rays through pixels, points on the picture, planes of what is seen.
//
// Knows nothing of Qt. Pixels from the upper left corner.
#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <optional>

#include "render/camera/Pose.h"
#include "render/scene/InstanceTable.h"
#include "render/scene/Pick.h"

namespace sketchwalk::render {

struct Axes {
    glm::vec3 right{1, 0, 0}, up{0, 1, 0}, forward{0, 0, 1};  // unit, at right angles; right x up points back
};
Axes axesOf(const CameraPose& pose);

struct Lens {
    CameraPose pose;
    float width = 1, height = 1;  // pixels
    float aspect() const { return width / std::max(height, 1.0f); }
    Ray ray(glm::vec2 pixel) const;
    std::optional<glm::vec2> project(glm::vec3 point) const;
    // Metres that a pixel shows of what faces the eye there; at least those of what is very near.
    float metresPerPixel(glm::vec3 at) const;
    // Planes of the view, widened by `margin` (share of the angle's tangent), and what sizes mean there.
    ViewRange range(float margin, float far) const;
};

}  // namespace sketchwalk::render
