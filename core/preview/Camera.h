// From the scene to picture samples and back: orthographic and perspective views in one small type.
//
// Screen positions are in sub-pixels (1/16 pixel), x to the right, y down, (0, 0) in the picture's upper left corner.
// `q` says how near a point is: greater is nearer, and it is affine over the screen in both kinds of view, so planes
// stay planes.
#pragma once

#include <cstdint>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <limits>

#include "core/scene/Scene.h"

namespace sketchwalk::preview {

inline constexpr int kSubBits = 4;
inline constexpr int kSub = 1 << kSubBits;
inline constexpr float kGuard =
    16000.0f;  // pixels: what lies beyond is clipped, so that edge sums fit 32 bits within a tile
inline constexpr float kNear = 0.08f;  // metres
inline constexpr int32_t kOffScreen = std::numeric_limits<int32_t>::min();

struct ScreenPoint {
    int32_t x = kOffScreen, y = 0;  // sub-pixels; x is kOffScreen where the point needs clipping
    float q = 0;
};

// Where a copy of an asset stands: turned about +Y, scaled, then moved.
struct Placed {
    glm::vec3 position{0};
    float cosine = 1, sine = 0, scale = 1;

    glm::vec3 turn(glm::vec3 v) const { return {v.x * cosine + v.z * sine, v.y, v.z * cosine - v.x * sine}; }
    glm::vec3 operator()(glm::vec3 p) const { return position + turn(p) * scale; }
};

// A view with a placement folded in: maps local points straight to the screen.
struct Projector {
    glm::vec3 x{0}, y{0}, z{0};  // rows; x and y give pixels (times distance in perspective), z metres along the view
    glm::vec3 offset{0};
    float centreX = 0, centreY = 0;
    bool perspective = false;

    glm::vec3 view(glm::vec3 p) const {
        return {glm::dot(x, p) + offset.x, glm::dot(y, p) + offset.y, glm::dot(z, p) + offset.z};
    }
    ScreenPoint place(glm::vec3 v) const {
        float q = -v.z;
        if (perspective) {
            if (!(v.z > kNear)) return {};
            q = 1.0f / v.z;
            v.x *= q;
            v.y *= q;
        }
        const float sx = v.x + centreX, sy = v.y + centreY;
        if (!(sx > -kGuard && sx < kGuard && sy > -kGuard && sy < kGuard)) return {};
        // Shifted to positive numbers, the cast rounds to nearest without a library call.
        constexpr int kShift = 1 << 19;
        return {static_cast<int32_t>(sx * kSub + (kShift + 0.5f)) - kShift,
                static_cast<int32_t>(sy * kSub + (kShift + 0.5f)) - kShift, q};
    }
    ScreenPoint operator()(glm::vec3 p) const { return place(view(p)); }
};

class Camera {
  public:
    Camera() = default;
    // right, down and forward are unit vectors at right angles with right x down = forward. `anchor` is seen at
    // `pixel`.
    static Camera orthographic(glm::vec3 right, glm::vec3 down, glm::vec3 forward, glm::vec2 pixelsPerMetre,
                               glm::vec3 anchor, glm::vec2 pixel);
    static Camera perspective(glm::vec3 eye, glm::vec3 right, glm::vec3 down, glm::vec3 forward, float focalPixels,
                              glm::vec2 centre);

    Projector projector() const;
    Projector projector(const Placed& placed) const;
    glm::vec3 unproject(float px, float py, float q) const {
        const glm::vec3 across = m_inverseX * (px - m_centre.x) + m_inverseY * (py - m_centre.y);
        return m_perspective ? m_origin + (across + m_z) * (1.0f / q) : m_origin + across - m_z * q;
    }
    // Unit, from the eye into the scene.
    glm::vec3 direction(float px, float py) const;
    float metresPerPixel(float q) const { return m_perspective ? m_metresPerPixel / q : m_metresPerPixel; }
    float distance(float q) const { return m_perspective ? 1.0f / q : -q; }
    bool isPerspective() const { return m_perspective; }
    glm::vec3 origin() const { return m_origin; }
    glm::vec3 forward() const { return m_z; }

  private:
    glm::vec3 m_origin{0}, m_x{0}, m_y{0}, m_z{0}, m_inverseX{0}, m_inverseY{0};
    glm::vec2 m_centre{0};
    float m_metresPerPixel = 1;
    bool m_perspective = false;
};

struct Bounds {  // of points in the scene; empty when min > max
    glm::vec3 min{1e30f}, max{-1e30f};
    void include(glm::vec3 p) {
        min = glm::min(min, p);
        max = glm::max(max, p);
    }
    bool empty() const { return min.x > max.x; }
};

// North up, the extent exactly filling width x height pixels.
Camera mapCamera(glm::dvec2 extent, int width, int height);
// 2:1 dimetric, seen from the south-east with the north-west corner on top; every one of `points` is inside the frame.
Camera isometricCamera(const std::vector<glm::vec3>& points, int width, int height);
// 70 degrees across, level, at eye height over the spawn point.
Camera walkCamera(const scene::Scene& scene, int width, int height);
// 70 degrees across, from any eye, looking along its yaw and pitch.
Camera eyeCamera(const scene::TrackPose& eye, int width, int height);
// Looks along the sun's rays at what lies in `region`; `size` receives the side of the square picture it needs.
Camera sunCamera(glm::vec3 toSun, const Bounds& region, float metresPerTexel, int maxSize, int& size);

}  // namespace sketchwalk::preview
