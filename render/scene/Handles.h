// Handles about a thing: a ring on the ground with a round knob that turns it and a square one that scales it.
#pragma once

#include <glm/vec3.hpp>
#include <vector>

namespace sketchwalk::render {

struct Handles {
    glm::vec3 foot{0};  // metres, of the scene: where it stands
    float radius = 2;   // metres, of the ring
    float yaw = 0;      // degrees about +Y: before its front is the knob that turns it

    glm::vec3 turningKnob() const;
    glm::vec3 scalingKnob() const;  // to the thing's left
    bool operator==(const Handles&) const = default;
};

// Pairs of ends, in the scene.
std::vector<glm::vec3> linesOf(const Handles& handles);

}  // namespace sketchwalk::render
