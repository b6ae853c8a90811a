// Where an eye stands and looks. Metres and degrees, in the scene's axes: X east, Y up, Z south.
#pragma once

#include <cmath>
#include <glm/vec3.hpp>

namespace sketchwalk::render {

enum class CameraMode {
    orbit,   // turns about a point on the ground: drag turns, right drag moves, the wheel comes closer
    fly,     // the eye itself moves: W A S D, Q E for down and up, drag looks round
    topDown  // straight from above, north up: drag moves, the wheel comes closer
};

constexpr float kFieldOfView = 45;  // degrees, upright: of a model that one looks at

struct CameraPose {
    glm::vec3 eye{0, 100, 100};
    float yaw = 180;                   // as in the scene: 0 looks south (+Z), 90 east, 180 north
    float pitch = -35;                 // above 0 looks up; -90 straight down
    float distance = 60;               // metres to the point looked at, > 0; what orbit turns about
    float fieldOfView = kFieldOfView;  // degrees, upright
    float nearest = 0;                 // metres: what is nearer is cut away; 0: by the height over the ground

    bool operator==(const CameraPose&) const = default;
    glm::vec3 forward() const {  // unit
        const float y = yaw * 0.017453293f, p = pitch * 0.017453293f;
        return {std::sin(y) * std::cos(p), std::sin(p), std::cos(y) * std::cos(p)};
    }
    glm::vec3 target() const { return eye + forward() * distance; }
};

}  // namespace sketchwalk::render
