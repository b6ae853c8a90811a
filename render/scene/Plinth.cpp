#include "render/scene/Plinth.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>

#include "core/preview/Speckle.h"

namespace sketchwalk::render {
namespace {

struct Layer {
    double depth;  // share of the block's depth at which it begins
    Colour colour;
};
constexpr std::array<Layer, 5> kEarth{{{0.0, {0.31f, 0.24f, 0.14f}},
                                       {0.10, {0.47f, 0.34f, 0.21f}},
                                       {0.34, {0.60f, 0.40f, 0.22f}},
                                       {0.52, {0.46f, 0.39f, 0.34f}},
                                       {0.74, {0.38f, 0.36f, 0.35f}}}};
constexpr float kOut = 0.03f;  // metres
constexpr Colour kBase{0.86f, 0.83f, 0.78f};

class Sides {
  public:
    explicit Sides(Vertices& out) : m_out(out) {}
    // Seen from outside, a lies to the left of b.
    void quad(glm::vec3 lowA, glm::vec3 lowB, glm::vec3 highA, glm::vec3 highB, Colour colour, float openness) {
        const glm::vec3 normal = glm::cross(lowB - lowA, highA - lowA);
        const float length = glm::length(normal);
        if (!(length > 1e-9f)) return;
        for (const glm::vec3 p : {lowA, lowB, highB, highA})
            m_out.addObjectVertex(p, normal / length, colour, openness);
        const uint32_t base = m_out.count - 4;
        for (const uint32_t c : {0u, 1u, 2u, 0u, 2u, 3u}) m_out.addIndex(base + c);
    }

  private:
    Vertices& m_out;
};

Colour wetColour(const scene::Scene& scene, int body) {
    for (const auto& part : scene.waters) {
        if (part.body != body) continue;
        // Lava and ice have their colours in pictures.
        if (part.category == "lava") return {0.62f, 0.17f, 0.04f};
        if (part.category == "ice") return {0.62f, 0.74f, 0.80f};
        return part.material.colour * 0.8f;
    }
    return {0.2f, 0.4f, 0.5f};
}

void addBase(Sides& sides, glm::vec2 extent, float bottom, float thickness) {
    const float rim = thickness * 0.9f, low = bottom - thickness;
    const std::array<glm::vec2, 4> ring{
        {{-rim, extent.y + rim}, {extent.x + rim, extent.y + rim}, {extent.x + rim, -rim}, {-rim, -rim}}};
    const auto at = [&](size_t k, float y) { return glm::vec3(ring[k % 4].x, y, ring[k % 4].y); };
    for (size_t k = 0; k < 4; ++k) {
        sides.quad(at(k, low), at(k + 1, low), at(k, bottom), at(k + 1, bottom), kBase, 0.9f);
    }
    sides.quad(at(0, bottom), at(1, bottom), at(3, bottom), at(2, bottom), kBase, 0.75f);
}

}  // namespace

Vertices plinthVertices(const scene::Scene& scene) {
    Vertices out;
    if (!scene.ground || scene.ground->height.width() < 2 || scene.ground->height.height() < 2) return out;
    const terrain::Ground& ground = *scene.ground;
    const auto& heights = ground.height.values();
    const float lowest = *std::min_element(heights.begin(), heights.end());
    const auto extent = static_cast<float>(std::max(scene.extent.x, scene.extent.y));
    if (!std::isfinite(lowest) || std::abs(lowest) > 1e5f) return out;
    const float bottom = lowest - extent * 0.042f;
    Sides sides(out);
    const int right = ground.height.width() - 1, down = ground.height.height() - 1;
    const int step = std::max(1, (right + down) / 512);
    const auto wall = [&](int ax, int ay, int bx, int by) {
        const auto at = [&](int x, int y, float height) {
            // A little outside, before the skirts of the terrain.
            const float east = x == 0 ? -kOut : x == right ? kOut : 0, south = y == 0 ? -kOut : y == down ? kOut : 0;
            return glm::vec3(static_cast<float>(x * ground.spacing) + east, height,
                             static_cast<float>(y * ground.spacing) + south);
        };
        const glm::vec3 a = at(ax, ay, ground.height(ax, ay)), b = at(bx, by, ground.height(bx, by));
        // Layers follow the land above them less and less, and waver.
        const auto rim = [&](glm::vec3 top, size_t layer) {
            if (layer >= kEarth.size()) return glm::vec3(top.x, bottom, top.z);
            if (layer == 0) return top;
            const auto depth = static_cast<float>(kEarth[layer].depth);
            const float waver =
                preview::speckle((top.x + top.z) * 24 / extent, static_cast<float>(layer) * 7.3f, 31) - 0.5f;
            const float level = lowest + (bottom - lowest) * depth, along = top.y + (bottom - top.y) * depth;
            const float y = along + (level - along) * depth * 0.6f + waver * extent * 0.006f;
            return glm::vec3(top.x, std::clamp(y, bottom, top.y), top.z);
        };
        for (size_t layer = 0; layer < kEarth.size(); ++layer) {
            sides.quad(rim(a, layer + 1), rim(b, layer + 1), rim(a, layer), rim(b, layer), kEarth[layer].colour,
                       layer == 0 ? 0.8f : 1.0f);
        }
        if (ground.water.empty() || ground.waterLevel.empty()) return;
        const auto cell = ground.water.clamped(std::min(ax, bx), std::min(ay, by));
        const float levelA = ground.waterLevel(ax, ay), levelB = ground.waterLevel(bx, by);
        if (cell == 0 || !(levelA > a.y || levelB > b.y)) return;
        sides.quad(a, b, at(ax, ay, levelA > a.y ? levelA : a.y), at(bx, by, levelB > b.y ? levelB : b.y),
                   wetColour(scene, cell - 1), 1);
    };
    for (int x = 0; x < right; x += step) {
        const int next = std::min(x + step, right);
        wall(x, down, next, down);  // south, seen from the south
        wall(next, 0, x, 0);
    }
    for (int y = 0; y < down; y += step) {
        const int next = std::min(y + step, down);
        wall(right, next, right, y);
        wall(0, y, 0, next);
    }
    addBase(sides, scene.extent, bottom, extent * 0.011f);
    return out;
}

}  // namespace sketchwalk::render
