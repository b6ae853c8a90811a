#include "core/preview/Rim.h"

#include <algorithm>
#include <cmath>

namespace sketchwalk::preview {
namespace {

constexpr int kPerSide = 64;

// The water body in the map's cell at p, or null.
const scene::WaterPart* waterAt(const scene::Scene& scene, glm::vec2 p) {
    if (!scene.ground || scene.ground->water.empty() || !(scene.ground->spacing > 0)) return nullptr;
    const auto per = static_cast<float>(1.0 / scene.ground->spacing);
    const uint16_t body = scene.ground->water.clamped(static_cast<int>(p.x * per), static_cast<int>(p.y * per));
    for (const auto& part : scene.waters) {
        if (body != 0 && part.body == body - 1) return &part;
    }
    return nullptr;
}

}  // namespace

Rim::Rim(const scene::Scene& scene, const GroundLook& ground, const Sunlight& light) {
    for (int k = 0; k < 2; ++k) {
        if (scene.extent[k] > 1e-3 && scene.extent[k] < 1e6) m_extent[k] = static_cast<float>(scene.extent[k]);
    }
    const Light3 open = light.sun * light.toSun.y + light.above;
    std::vector<Land> sharp;
    Light3 sum(0);
    float count = 0;
    for (int side = 0; side < 4; ++side) {
        for (int i = 0; i < kPerSide; ++i) {
            const float t = (static_cast<float>(i) + 0.5f) / kPerSide;
            const glm::vec2 share = side == 0   ? glm::vec2(t, 0)
                                    : side == 1 ? glm::vec2(1, t)
                                    : side == 2 ? glm::vec2(1 - t, 1)
                                                : glm::vec2(0, 1 - t);
            const glm::vec2 p = share * m_extent;
            Land land;
            const float height = ground.height(p.x, p.y);
            land.height = std::abs(height) < 1e5f ? height : 0.0f;
            const Light3 colour = ground.hasColour() ? ground.colour(p.x, p.y, m_extent.x / kPerSide) : Light3(0.3f);
            land.colour = shoulder(colour * open);
            if (const scene::WaterPart* water = waterAt(scene, p)) {
                // Far water is seen so flatly that it mirrors the sky.
                land.colour =
                    blend(shoulder(toLinear(water->material.colour) * open * 0.9f), toLinear(scene.sky.horizon), 0.4f);
                if (std::abs(water->level) < 1e5) land.height = std::max(land.height, static_cast<float>(water->level));
            } else {
                sum += colour;
                count += 1;
            }
            sharp.push_back(land);
        }
    }
    m_mean = count > 0 ? sum / count : Light3(0.3f);
    // Softened along the edge, so that a path that leaves the map draws no ray to the horizon.
    constexpr int kSoft = 4;
    const auto size = static_cast<int>(sharp.size());
    for (int i = 0; i < size; ++i) {
        Land mean{Light3(0), 0};
        for (int k = -kSoft; k <= kSoft; ++k) {
            const Land& land = sharp[static_cast<size_t>((i + k + size) % size)];
            mean.colour += land.colour / (2.0f * kSoft + 1);
            mean.height += land.height / (2.0f * kSoft + 1);
        }
        m_ring.push_back(mean);
    }
}

Rim::Land Rim::beyond(glm::vec3 eye, glm::vec3 direction) const {
    const glm::vec2 from = glm::clamp(glm::vec2(eye.x, eye.z), glm::vec2(0), m_extent), along(direction.x, direction.z);
    const float toX = along.x > 1e-6f ? (m_extent.x - from.x) / along.x : along.x < -1e-6f ? -from.x / along.x : 1e30f;
    const float toY = along.y > 1e-6f ? (m_extent.y - from.y) / along.y : along.y < -1e-6f ? -from.y / along.y : 1e30f;
    const float reach = std::min(toX, toY);
    const glm::vec2 exit =
        glm::clamp((from + along * (reach < 1e29f ? reach : 0.0f)) / m_extent, glm::vec2(0), glm::vec2(1));
    const float round = toY <= toX ? (along.y < 0 ? exit.x : 3 - exit.x) : (along.x > 0 ? 1 + exit.y : 4 - exit.y);
    const float at = std::max(round * kPerSide - 0.5f, 0.0f);
    const auto first = static_cast<size_t>(at);
    const Land& a = m_ring[first % m_ring.size()];
    const Land& b = m_ring[(first + 1) % m_ring.size()];
    const float t = at - static_cast<float>(first);
    return {blend(a.colour, b.colour, t), blend(a.height, b.height, t)};
}

}  // namespace sketchwalk::preview
