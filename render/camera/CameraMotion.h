// How the camera answers drags, wheel and keys: the pose that is wished for, and the one shown, which follows it within
// a tenth of a second. Knows nothing of Qt. GUI thread.
#pragma once

#include <functional>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <optional>

#include "render/camera/Pose.h"

namespace sketchwalk::render {

enum class Drag { turn, move, lift };  // lift: comes closer or goes back

struct Steering {  // keys held down, each -1, 0 or 1
    float right = 0, forward = 0, up = 0, turn = 0, tilt = 0, zoom = 0;
    bool fast = false;
    bool any() const { return right != 0 || forward != 0 || up != 0 || turn != 0 || tilt != 0 || zoom != 0; }
};

class CameraMotion {
  public:
    using Height = std::function<float(float x, float z)>;  // of ground or water, metres

    void setGround(Height height, glm::vec3 min, glm::vec3 max);  // the camera stays near the box and over the ground
    void setMode(CameraMode mode);
    CameraMode mode() const { return m_mode; }

    const CameraPose& pose() const { return m_shown; }
    const CameraPose& wished() const { return m_wished; }
    void setPose(const CameraPose& pose);  // at once
    void glideTo(const CameraPose& pose);
    // The pose from which the box fills the picture, seen in the present direction. `aspect`: width by height.
    CameraPose framing(glm::vec3 min, glm::vec3 max, float aspect) const;

    // `by`: share of the picture's height, right and down positive. `grabbed`: the scene's point under the pointer
    // where the drag began; moving keeps it there.
    void drag(Drag drag, glm::vec2 by);
    // steps > 0 comes closer; toward the point where there is one.
    void zoom(float steps, std::optional<glm::vec3> toward);
    void turn(float degrees);
    void lookAt(glm::vec3 point);  // what is looked at becomes this, in the present direction and distance
    void steer(const Steering& keys, float seconds);

    // Moves what is shown toward what is wished; true while it moves.
    bool advance(float seconds);
    bool isMoving() const;

  private:
    void keepInside(CameraPose& pose) const;
    void keepMode(CameraPose& pose) const;

    CameraMode m_mode = CameraMode::orbit;
    CameraPose m_wished, m_shown;
    Height m_height;
    glm::vec3 m_min{0}, m_max{256, 1, 256};
};

}  // namespace sketchwalk::render
