#include "core/preview/Camera.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/Trig.h"

namespace sketchwalk::preview {

Camera Camera::orthographic(glm::vec3 right, glm::vec3 down, glm::vec3 forward, glm::vec2 pixelsPerMetre,
                            glm::vec3 anchor, glm::vec2 pixel) {
    Camera camera;
    camera.m_origin = anchor;
    camera.m_x = right * pixelsPerMetre.x;
    camera.m_y = down * pixelsPerMetre.y;
    camera.m_z = forward;
    camera.m_inverseX = right / pixelsPerMetre.x;
    camera.m_inverseY = down / pixelsPerMetre.y;
    camera.m_centre = pixel;
    camera.m_metresPerPixel = 1.0f / std::min(pixelsPerMetre.x, pixelsPerMetre.y);
    return camera;
}

Camera Camera::perspective(glm::vec3 eye, glm::vec3 right, glm::vec3 down, glm::vec3 forward, float focalPixels,
                           glm::vec2 centre) {
    Camera camera = orthographic(right, down, forward, {focalPixels, focalPixels}, eye, centre);
    camera.m_perspective = true;
    return camera;
}

Projector Camera::projector() const {
    return {m_x,          m_y,
            m_z,          -glm::vec3(glm::dot(m_x, m_origin), glm::dot(m_y, m_origin), glm::dot(m_z, m_origin)),
            m_centre.x,   m_centre.y,
            m_perspective};
}

Projector Camera::projector(const Placed& placed) const {
    // A row r over turned points is the row turned back over the points.
    const auto back = [&](glm::vec3 r) {
        return glm::vec3(r.x * placed.cosine - r.z * placed.sine, r.y, r.z * placed.cosine + r.x * placed.sine) *
               placed.scale;
    };
    const glm::vec3 d = placed.position - m_origin;
    return {back(m_x),  back(m_y),  back(m_z),    {glm::dot(m_x, d), glm::dot(m_y, d), glm::dot(m_z, d)},
            m_centre.x, m_centre.y, m_perspective};
}

glm::vec3 Camera::direction(float px, float py) const {
    if (!m_perspective) return m_z;
    return glm::normalize(m_z + m_inverseX * (px - m_centre.x) + m_inverseY * (py - m_centre.y));
}

Camera mapCamera(glm::dvec2 extent, int width, int height) {
    const glm::vec2 scale(width / std::max(extent.x, 1e-3), height / std::max(extent.y, 1e-3));
    return Camera::orthographic({1, 0, 0}, {0, 0, 1}, {0, -1, 0}, scale, {0, 0, 0}, {0, 0});
}

Camera isometricCamera(const std::vector<glm::vec3>& points, int width, int height) {
    const float s = std::sqrt(0.5f), c = std::sqrt(0.75f);
    const glm::vec3 right(s, 0, -s), down(0.5f * s, -c, 0.5f * s), forward(-c * s, -0.5f, -c * s);
    glm::vec2 low(1e30f), high(-1e30f);
    for (const glm::vec3& p : points) {
        const glm::vec2 at(glm::dot(right, p), glm::dot(down, p));
        if (!(std::abs(at.x) < 1e7f && std::abs(at.y) < 1e7f)) continue;
        low = glm::min(low, at);
        high = glm::max(high, at);
    }
    if (low.x > high.x) low = high = glm::vec2(0);
    const glm::vec2 size = glm::max(high - low, glm::vec2(1.0f)), middle = (low + high) * 0.5f;
    const float scale =
        std::min(static_cast<float>(width) * 0.95f / size.x, static_cast<float>(height) * 0.93f / size.y);
    return Camera::orthographic(right, down, forward, {scale, scale}, right * middle.x + down * middle.y,
                                glm::vec2(width, height) * 0.5f);
}

Camera walkCamera(const scene::Scene& scene, int width, int height) {
    glm::vec3 eye = scene.spawn.position;
    for (int i = 0; i < 3; ++i) {
        if (!(std::abs(eye[i]) < 1e6f)) eye[i] = 0;
    }
    if (scene.ground && !scene.ground->height.empty()) {
        const auto ground = static_cast<float>(scene.ground->heightAt({eye.x, eye.z}));
        if (ground > eye.y) eye.y = ground;
    }
    eye.y += 1.7f;
    const double yaw = std::abs(scene.spawn.yaw) < 1e6f ? exact::radians(scene.spawn.yaw) : 0.0;
    const glm::vec3 forward(exact::sin(yaw), 0, exact::cos(yaw)), right(-forward.z, 0, forward.x), down(0, -1, 0);
    const double half = exact::radians(35);
    const double focal = width * 0.5 * exact::cos(half) / exact::sin(half);
    // The horizon lies a little above the middle: more of the world, less of the sky.
    return Camera::perspective(eye, right, down, forward, static_cast<float>(focal), {width * 0.5f, height * 0.46f});
}

Camera eyeCamera(const scene::TrackPose& eye, int width, int height) {
    const double yaw = exact::radians(eye.yaw), pitch = exact::radians(eye.pitch);
    const double level = exact::cos(pitch), half = exact::radians(35);
    const glm::vec3 forward(exact::sin(yaw) * level, exact::sin(pitch), exact::cos(yaw) * level);
    const glm::vec3 right(-exact::cos(yaw), 0, exact::sin(yaw)), down = glm::cross(forward, right);
    const double focal = width * 0.5 * exact::cos(half) / exact::sin(half);
    return Camera::perspective(eye.position, right, down, forward, static_cast<float>(focal),
                               {width * 0.5f, height * 0.5f});
}

Camera sunCamera(glm::vec3 toSun, const Bounds& region, float metresPerTexel, int maxSize, int& size) {
    const glm::vec3 forward = -toSun;
    const glm::vec3 helper = std::abs(forward.y) < 0.99f ? glm::vec3(0, 1, 0) : glm::vec3(0, 0, 1);
    const glm::vec3 right = glm::normalize(glm::cross(forward, helper)), down = glm::cross(forward, right);
    glm::vec3 low(1e30f), high(-1e30f);
    for (int corner = 0; corner < 8; ++corner) {
        const glm::vec3 p((corner & 1) ? region.max.x : region.min.x, (corner & 2) ? region.max.y : region.min.y,
                          (corner & 4) ? region.max.z : region.min.z);
        const glm::vec3 at(glm::dot(right, p), glm::dot(down, p), glm::dot(forward, p));
        low = glm::min(low, at);
        high = glm::max(high, at);
    }
    const float side = std::max({high.x - low.x, high.y - low.y, 1.0f});
    size = std::clamp(static_cast<int>(side / metresPerTexel) + 1, 256, maxSize);
    size = (size + 63) / 64 * 64;
    const float scale = static_cast<float>(size - 4) / side;
    const glm::vec3 middle = (low + high) * 0.5f;
    return Camera::orthographic(right, down, forward, {scale, scale},
                                right * middle.x + down * middle.y + forward * middle.z,
                                glm::vec2(static_cast<float>(size) * 0.5f));
}

}  // namespace sketchwalk::preview
