#include "render/camera/CameraMotion.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <utility>

namespace sketchwalk::render {
namespace {

constexpr float kLeastOver = 0.35f;  // metres that the eye stays above ground
constexpr float kFollow = 14;        // per second: how quickly what is shown follows
constexpr float kTan = 0.41421356f;  // of half the field of view

glm::vec3 level(const CameraPose& pose) {  // unit, forward along the ground
    const float y = pose.yaw * 0.017453293f;
    return {std::sin(y), 0, std::cos(y)};
}
glm::vec3 rightOf(const CameraPose& pose) {
    const glm::vec3 f = level(pose);
    return {-f.z, 0, f.x};
}
float shorter(float degrees) {  // the same turn the short way
    return degrees - 360 * std::floor((degrees + 180) / 360);
}
void about(CameraPose& pose, glm::vec3 target) {
    pose.eye = target - pose.forward() * pose.distance;
}

}  // namespace

void CameraMotion::setGround(Height height, glm::vec3 min, glm::vec3 max) {
    m_height = std::move(height);
    m_min = min;
    m_max = max;
}

void CameraMotion::keepMode(CameraPose& pose) const {
    if (m_mode == CameraMode::topDown) {
        const glm::vec3 target = pose.target();
        pose.pitch = -90;
        pose.yaw = 180;
        about(pose, target);
    }
}

void CameraMotion::keepInside(CameraPose& pose) const {
    const float size = std::max(m_max.x - m_min.x, m_max.z - m_min.z);
    pose.distance = std::clamp(pose.distance, 0.8f, size * 3 + 50);
    pose.pitch = std::clamp(pose.pitch, -90.0f, m_mode == CameraMode::fly ? 89.0f : 30.0f);
    pose.eye.x = std::clamp(pose.eye.x, m_min.x - size * 2.5f, m_max.x + size * 2.5f);
    pose.eye.z = std::clamp(pose.eye.z, m_min.z - size * 2.5f, m_max.z + size * 2.5f);
    pose.eye.y = std::min(pose.eye.y, m_max.y + size * 3.5f);
    if (m_height && pose.eye.x >= m_min.x && pose.eye.x <= m_max.x && pose.eye.z >= m_min.z && pose.eye.z <= m_max.z) {
        pose.eye.y = std::max(pose.eye.y, m_height(pose.eye.x, pose.eye.z) + kLeastOver);
    } else {
        pose.eye.y = std::max(pose.eye.y, m_min.y + kLeastOver);
    }
}

void CameraMotion::setMode(CameraMode mode) {
    if (mode == m_mode) return;
    const bool fromAbove = m_mode == CameraMode::topDown;
    m_mode = mode;
    if (fromAbove && mode != CameraMode::topDown) {
        const glm::vec3 target = m_wished.target();
        m_wished.pitch = -40;
        about(m_wished, target);
    }
    keepMode(m_wished);
    keepInside(m_wished);
}

void CameraMotion::setPose(const CameraPose& pose) {
    m_wished = pose;
    m_wished.distance = std::max(m_wished.distance, 0.1f);
    m_shown = m_wished;
}

void CameraMotion::glideTo(const CameraPose& pose) {
    m_wished = pose;
    keepMode(m_wished);
    keepInside(m_wished);
    m_wished.yaw = m_shown.yaw + shorter(m_wished.yaw - m_shown.yaw);
}

CameraPose CameraMotion::framing(glm::vec3 min, glm::vec3 max, float aspect) const {
    CameraPose pose = m_wished;
    if (m_mode == CameraMode::orbit) pose.pitch = std::clamp(pose.pitch, -60.0f, -28.0f);
    keepMode(pose);
    const glm::vec3 target = (min + max) * 0.5f, forward = pose.forward(), right = rightOf(pose);
    const glm::vec3 up = glm::cross(right, forward);
    // As near as lets every corner lie within the picture, with a little air around.
    float distance = 1;
    for (int corner = 0; corner < 8; ++corner) {
        const glm::vec3 p =
            glm::vec3((corner & 1) ? max.x : min.x, (corner & 2) ? max.y : min.y, (corner & 4) ? max.z : min.z) -
            target;
        const float across = std::abs(glm::dot(p, right)) / (kTan * std::max(aspect, 0.1f));
        const float upright = std::abs(glm::dot(p, up)) / kTan;
        distance = std::max(distance, std::max(across, upright) * 1.06f - glm::dot(p, forward));
    }
    pose.distance = distance;
    about(pose, target);
    return pose;
}

void CameraMotion::drag(Drag drag, glm::vec2 by) {
    CameraPose& pose = m_wished;
    if (drag == Drag::lift) {
        zoom(-by.y * 12, std::nullopt);
        return;
    }
    if (drag == Drag::turn && m_mode == CameraMode::fly) {
        pose.yaw -= by.x * 90;
        pose.pitch -= by.y * 75;
    } else if (drag == Drag::turn && m_mode == CameraMode::orbit) {
        const glm::vec3 target = pose.target();
        pose.yaw -= by.x * 200;
        pose.pitch = std::clamp(pose.pitch - by.y * 130, -90.0f, 30.0f);
        about(pose, target);
    } else {
        const float metres = 2 * kTan * pose.distance;  // that the picture's height shows where one looks
        const float steep = std::max(std::sin(-pose.pitch * 0.017453293f), 0.25f);
        pose.eye += (rightOf(pose) * -by.x + level(pose) * (by.y / steep)) * metres;
    }
    keepInside(pose);
}

void CameraMotion::zoom(float steps, std::optional<glm::vec3> toward) {
    CameraPose& pose = m_wished;
    const float factor = std::pow(0.84f, steps);
    const glm::vec3 target = pose.target();
    if (m_mode == CameraMode::fly) {
        pose.eye += pose.forward() * (steps * std::max(2.0f, pose.distance * 0.12f));
    } else {
        const float before = pose.distance;
        pose.distance = std::clamp(pose.distance * factor, 1.2f, (m_max.x - m_min.x + m_max.z - m_min.z) * 2 + 50);
        const float share = 1 - pose.distance / before;
        about(pose, toward ? target + (*toward - target) * share : target);
    }
    keepInside(pose);
}

void CameraMotion::turn(float degrees) {
    const glm::vec3 target = m_wished.target();
    if (m_mode == CameraMode::topDown) return;
    m_wished.yaw += degrees;
    if (m_mode == CameraMode::orbit) about(m_wished, target);
    keepInside(m_wished);
}

void CameraMotion::lookAt(glm::vec3 point) {
    about(m_wished, point);
    keepInside(m_wished);
}

void CameraMotion::steer(const Steering& keys, float seconds) {
    if (!keys.any()) return;
    CameraPose& pose = m_wished;
    const float over = m_height ? pose.eye.y - m_height(pose.eye.x, pose.eye.z) : 20.0f;
    float speed = m_mode == CameraMode::fly ? std::clamp(over * 0.9f, 5.0f, 120.0f) : pose.distance * 0.9f;
    if (keys.fast) speed *= 3.5f;
    const glm::vec3 forward = m_mode == CameraMode::fly ? pose.forward() : level(pose);
    pose.eye += (rightOf(pose) * keys.right + forward * keys.forward) * (speed * seconds);
    if (m_mode == CameraMode::fly) pose.eye.y += keys.up * speed * seconds;
    if (keys.zoom != 0) zoom(keys.zoom * seconds * 9, std::nullopt);
    if (keys.turn != 0) turn(keys.turn * seconds * 80);
    if (keys.tilt != 0 && m_mode != CameraMode::topDown) {
        const glm::vec3 target = pose.target();
        pose.pitch += keys.tilt * seconds * 50;
        keepInside(pose);
        if (m_mode == CameraMode::orbit) about(pose, target);
    }
    keepInside(pose);
}

bool CameraMotion::isMoving() const {
    return glm::distance(m_wished.eye, m_shown.eye) > 0.002f + 0.0004f * m_shown.distance ||
           std::abs(m_wished.yaw - m_shown.yaw) > 0.02f || std::abs(m_wished.pitch - m_shown.pitch) > 0.02f ||
           std::abs(m_wished.distance - m_shown.distance) > 0.001f * m_shown.distance;
}

bool CameraMotion::advance(float seconds) {
    if (m_wished == m_shown) return false;
    m_shown.fieldOfView = m_wished.fieldOfView;
    m_shown.nearest = m_wished.nearest;
    if (!isMoving()) {
        m_shown = m_wished;
        return true;
    }
    const float share = 1 - std::exp(-kFollow * std::clamp(seconds, 0.0f, 0.25f));
    // The point looked at and the angles glide, so that a turn about it keeps its distance all the way.
    const glm::vec3 target = m_shown.target() + (m_wished.target() - m_shown.target()) * share;
    m_shown.yaw += (m_wished.yaw - m_shown.yaw) * share;
    m_shown.pitch += (m_wished.pitch - m_shown.pitch) * share;
    m_shown.distance *= std::pow(m_wished.distance / m_shown.distance, share);
    if (m_mode == CameraMode::fly) {
        m_shown.eye += (m_wished.eye - m_shown.eye) * share;
    } else {
        about(m_shown, target);
        if (m_height && m_shown.eye.x >= m_min.x && m_shown.eye.x <= m_max.x && m_shown.eye.z >= m_min.z &&
            m_shown.eye.z <= m_max.z) {
            m_shown.eye.y = std::max(m_shown.eye.y, m_height(m_shown.eye.x, m_shown.eye.z) + kLeastOver);
        }
    }
    return true;
}

}  // namespace sketchwalk::render
