#include "core/preview/Plinth.h"

#include <algorithm>
#include <cmath>

#include "core/preview/Shading.h"
#include "core/preview/Speckle.h"

namespace sketchwalk::preview {
namespace {

struct Sides {  // quads between a lower and an upper line
    std::vector<glm::vec3> positions;
    std::vector<uint32_t> corners;
    std::vector<uint16_t> looks;

    // Counter-clockwise as seen from outside when a to b runs with the outside on its right, seen from above.
    void quad(glm::vec3 lowA, glm::vec3 lowB, glm::vec3 highA, glm::vec3 highB, uint16_t look) {
        const auto base = static_cast<uint32_t>(positions.size());
        positions.insert(positions.end(), {lowA, lowB, highB, highA});
        corners.insert(corners.end(), {base, base + 1, base + 2, base, base + 2, base + 3});
        looks.insert(looks.end(), 2, look);
    }
};

// Walks the map's edge so that the outside lies on the right: south edge eastward, east edge northward, and so on.
template <class Visit>
void walkEdge(const terrain::Ground& ground, const Visit& visit) {
    const int right = ground.height.width() - 1, bottom = ground.height.height() - 1;
    for (int x = 0; x < right; ++x) visit(x, bottom, x + 1, bottom, x, bottom - 1);
    for (int y = bottom; y > 0; --y) visit(right, y, right, y - 1, right - 1, y - 1);
    for (int x = right; x > 0; --x) visit(x, 0, x - 1, 0, x - 1, 0);
    for (int y = 0; y < bottom; ++y) visit(0, y, 0, y + 1, 0, y);
}

std::vector<uint16_t> wetLooks(Stage& stage, const scene::Scene& scene) {
    Look wet;
    wet.finish = Finish::wetSide;
    wet.albedo = Light3(0.05f, 0.18f, 0.30f);
    std::vector<uint16_t> looks(scene.ground->waters.size(), stage.addLook(wet));
    for (const auto& part : scene.waters) {
        if (part.body < 0 || static_cast<size_t>(part.body) >= looks.size()) continue;
        Look look = lookOf(part.material);
        look.finish = Finish::wetSide;
        look.alpha = 1;
        if (part.category == "lava") look.glow = Light3(0.55f, 0.06f, 0.01f);
        looks[static_cast<size_t>(part.body)] = stage.addLook(look);
    }
    return looks;
}

std::array<glm::vec3, 4> addBase(Stage& stage, glm::dvec2 extent, float bottom, float thickness) {
    Look look;
    look.albedo = toLinear({0.86f, 0.83f, 0.78f});
    const uint16_t stone = stage.addLook(look);
    const float rim = thickness * 0.9f, east = static_cast<float>(extent.x) + rim,
                south = static_cast<float>(extent.y) + rim;
    const float low = bottom - thickness;
    const std::array<glm::vec2, 4> ring{{{-rim, south}, {east, south}, {east, -rim}, {-rim, -rim}}};
    Sides sides;
    for (size_t k = 0; k < 4; ++k) {
        const glm::vec2 a = ring[k], b = ring[(k + 1) % 4];
        sides.quad({a.x, low, a.y}, {b.x, low, b.y}, {a.x, bottom, a.y}, {b.x, bottom, b.y}, stone);
    }
    sides.quad({ring[0].x, bottom, ring[0].y}, {ring[1].x, bottom, ring[1].y}, {ring[3].x, bottom, ring[3].y},
               {ring[2].x, bottom, ring[2].y}, stone);
    stage.addSheet(flatShape(std::move(sides.positions), std::move(sides.corners), std::move(sides.looks)), true);
    std::array<glm::vec3, 4> corners;
    for (size_t k = 0; k < 4; ++k) corners[k] = {ring[k].x, low, ring[k].y};
    return corners;
}

}  // namespace

std::optional<std::array<glm::vec3, 4>> addPlinth(Stage& stage, const scene::Scene& scene) {
    if (!scene.ground || scene.ground->height.width() < 2 || scene.ground->height.height() < 2) return std::nullopt;
    const terrain::Ground& ground = *scene.ground;
    const auto spacing = static_cast<float>(ground.spacing);
    const auto extent = static_cast<float>(std::max(scene.extent.x, scene.extent.y));
    float lowest = 1e9f;
    for (const float h : ground.height.values()) {
        if (std::abs(h) < 1e5f) lowest = std::min(lowest, h);
    }
    if (lowest > 1e8f) return std::nullopt;
    const float bottom = lowest - extent * 0.042f;
    Look earth;
    earth.finish = Finish::earth;
    const uint16_t earthLook = stage.addLook(earth);
    const std::vector<uint16_t> wet = wetLooks(stage, scene);
    const bool hasWater = !ground.water.empty() && !ground.waterLevel.empty();
    Sides sides, wetSides;
    walkEdge(ground, [&](int ax, int ay, int bx, int by, int cellX, int cellY) {
        const auto node = [&](int x, int y, float height) {
            return glm::vec3(static_cast<float>(x) * spacing, std::abs(height) < 1e5f ? height : lowest,
                             static_cast<float>(y) * spacing);
        };
        const glm::vec3 a = node(ax, ay, ground.height(ax, ay)), b = node(bx, by, ground.height(bx, by));
        sides.quad({a.x, bottom, a.z}, {b.x, bottom, b.z}, a, b, earthLook);
        const uint16_t water = hasWater ? ground.water.clamped(cellX, cellY) : uint16_t{0};
        if (water == 0 || water > wet.size()) return;
        const float levelA = ground.waterLevel(ax, ay), levelB = ground.waterLevel(bx, by);
        if (!(levelA > a.y) && !(levelB > b.y)) return;
        wetSides.quad(a, b, {a.x, levelA > a.y ? levelA : a.y, a.z}, {b.x, levelB > b.y ? levelB : b.y, b.z},
                      wet[water - 1u]);
    });
    stage.addSheet(flatShape(std::move(sides.positions), std::move(sides.corners), std::move(sides.looks)), true);
    if (!wetSides.corners.empty()) {  // light falls through water
        stage.addSheet(flatShape(std::move(wetSides.positions), std::move(wetSides.corners), std::move(wetSides.looks)),
                       false);
    }
    return addBase(stage, scene.extent, bottom, extent * 0.011f);
}

Footing::Footing(const Camera& camera, const std::array<glm::vec3, 4>& base) {
    const Projector projector = camera.projector();
    for (size_t k = 0; k < 4; ++k) {
        const glm::vec3 v = projector.view(base[k]);
        m_ring[k] = {v.x + projector.centreX, v.y + projector.centreY};
    }
    const glm::vec2 across = m_ring[0] - m_ring[2];
    m_reach = 0.11f * std::sqrt(glm::dot(across, across));
    m_low = m_high = m_ring[0];
    for (const glm::vec2 p : m_ring) {
        m_low = glm::min(m_low, p - glm::vec2(m_reach, m_reach * 0.5f));
        m_high = glm::max(m_high, p + glm::vec2(m_reach, m_reach * 0.5f));
    }
}

float Footing::openness(float px, float py) const {
    if (!(px > m_low.x && py > m_low.y && px < m_high.x && py < m_high.y)) return 1;
    float outside = 1e18f;
    bool within = true;
    for (size_t k = 0; k < 4; ++k) {
        // The table lies flat under a 2:1 view, so distances down the picture count twice.
        const glm::vec2 a(m_ring[k].x, m_ring[k].y * 2), b(m_ring[(k + 1) % 4].x, m_ring[(k + 1) % 4].y * 2),
            p(px, py * 2);
        const glm::vec2 side = b - a, to = p - a;
        const float t = std::clamp(glm::dot(to, side) / std::max(glm::dot(side, side), 1e-6f), 0.0f, 1.0f);
        const glm::vec2 off = to - side * t;
        outside = std::min(outside, glm::dot(off, off));
        within = within && side.x * to.y - side.y * to.x <= 0;
    }
    const float near = within ? 1.0f : std::max(1.0f - std::sqrt(outside) / m_reach, 0.0f);
    return 1.0f - 0.45f * near * near * near;
}

Light3 earthColour(const Studio& studio, glm::vec3 p) {
    const glm::vec3 size = studio.stage.solid.max - studio.stage.solid.min;
    const float unit = std::max(size.x, size.z) / 256.0f;  // layers grow with the map, as a model's would
    const float along = (p.x + p.z) / unit;
    const float surface = studio.ground.height(p.x, p.z);
    const float wave =
        (speckle(along * 0.07f, p.y / unit * 0.02f, 51) - 0.5f) * 1.6f + (speckle(along * 0.31f, 0, 52) - 0.5f) * 0.5f;
    const float depth = (surface - p.y) / unit + wave * smooth(0.4f, 2.0f, (surface - p.y) / unit);
    static const Light3 humus = toLinear({0.34f, 0.25f, 0.17f}), soil = toLinear({0.47f, 0.34f, 0.23f}),
                        clay = toLinear({0.64f, 0.48f, 0.33f}), rock = toLinear({0.55f, 0.50f, 0.45f}),
                        pebble = toLinear({0.70f, 0.66f, 0.60f});
    const Light3 turf = blend(humus, studio.rim.meanColour(), 0.25f);
    const float soft = 0.18f;
    Light3 colour = blend(turf, soil, smooth(1.1f - soft, 1.1f + soft, depth));
    colour = blend(colour, clay, smooth(3.6f - soft, 3.6f + soft, depth));
    colour = blend(colour, rock, smooth(8.0f - soft, 8.0f + soft, depth));
    // Thin beds and stones.
    const float beds = speckle(along * 0.05f, p.y / unit * 1.6f + wave, 53) - 0.5f;
    const CellDistance stone = cells(along * 0.45f, p.y / unit * 0.7f, 54);
    const float isStone = (stone.id >> 8 & 7) == 0 ? smooth(0.34f, 0.24f, stone.nearest) : 0.0f;
    colour *= 1.0f + beds * 0.16f;
    return blend(colour, pebble, isStone * 0.55f * smooth(1.5f, 2.5f, depth));
}

}  // namespace sketchwalk::preview
