#include "render/camera/Lens.h"

#include <algorithm>
#include <glm/geometric.hpp>

namespace sketchwalk::render {
namespace {

float tanOf(const CameraPose& pose) {  // of half the field of view
    return std::tan(pose.fieldOfView * 0.5f * 0.017453293f);
}

}  // namespace

Axes axesOf(const CameraPose& pose) {
    const float yaw = pose.yaw * 0.017453293f;
    Axes axes;
    axes.forward = pose.forward();
    axes.right = {-std::cos(yaw), 0, std::sin(yaw)};
    axes.up = glm::cross(axes.right, axes.forward);
    return axes;
}

Ray Lens::ray(glm::vec2 pixel) const {
    const Axes axes = axesOf(pose);
    const float x = (pixel.x / std::max(width, 1.0f) * 2 - 1) * tanOf(pose) * aspect();
    const float y = (1 - pixel.y / std::max(height, 1.0f) * 2) * tanOf(pose);
    return {pose.eye, glm::normalize(axes.forward + axes.right * x + axes.up * y)};
}

std::optional<glm::vec2> Lens::project(glm::vec3 point) const {
    const Axes axes = axesOf(pose);
    const glm::vec3 d = point - pose.eye;
    const float depth = glm::dot(d, axes.forward);
    if (depth < 0.01f) return std::nullopt;
    const float x = glm::dot(d, axes.right) / (depth * tanOf(pose) * aspect()),
                y = glm::dot(d, axes.up) / (depth * tanOf(pose));
    return glm::vec2((x * 0.5f + 0.5f) * width, (0.5f - y * 0.5f) * height);
}

float Lens::metresPerPixel(glm::vec3 at) const {
    const float depth = std::max(glm::dot(at - pose.eye, axesOf(pose).forward), 0.01f);
    return 2 * depth * tanOf(pose) / std::max(height, 1.0f);
}

ViewRange Lens::range(float margin, float far) const {
    const Axes axes = axesOf(pose);
    const float up = tanOf(pose) * (1 + margin), across = tanOf(pose) * aspect() * (1 + margin);
    ViewRange range;
    range.eye = pose.eye;
    range.perShare = 1 / (2 * tanOf(pose));
    const auto plane = [&](glm::vec3 normal, float offset) {
        normal = glm::normalize(normal);
        return glm::vec4(normal, offset - glm::dot(normal, pose.eye));
    };
    range.planes = {plane(axes.right + axes.forward * across, 0), plane(-axes.right + axes.forward * across, 0),
                    plane(axes.up + axes.forward * up, 0), plane(-axes.up + axes.forward * up, 0),
                    plane(-axes.forward, far)};
    return range;
}

}  // namespace sketchwalk::render
