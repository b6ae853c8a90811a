// Stand-ins for copies that are only a few pixels tall, so that a forest seen from afar stays a forest but costs
// little.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/preview/Shape.h"

namespace sketchwalk::preview {
namespace {

struct Outline {  // of a horizontal cut
    float minX = 1e30f, maxX = -1e30f, minZ = 1e30f, maxZ = -1e30f;
    bool empty() const { return minX > maxX; }
    void include(float x, float z) {
        minX = std::min(minX, x);
        maxX = std::max(maxX, x);
        minZ = std::min(minZ, z);
        maxZ = std::max(maxZ, z);
    }
};

constexpr int kLevels = 5;  // cuts, from just above the base to just below the top

std::array<Outline, kLevels> cuts(const Shape& shape, std::array<float, kLevels>& heights) {
    const float low = shape.bounds.min.y, size = shape.bounds.max.y - low;
    constexpr std::array<float, kLevels> kShare{0.03f, 0.27f, 0.5f, 0.73f, 0.97f};
    std::array<Outline, kLevels> outlines;
    for (size_t k = 0; k < kLevels; ++k) heights[k] = low + size * kShare[k];
    for (uint32_t f = 0; f < shape.faces(); ++f) {
        for (int e = 0; e < 3; ++e) {
            const glm::vec3 a = shape.position(f, e), b = shape.position(f, (e + 1) % 3);
            for (size_t k = 0; k < kLevels; ++k) {
                const float h = heights[k];
                if ((a.y <= h) == (b.y <= h)) continue;
                const float t = (h - a.y) / (b.y - a.y);
                outlines[k].include(a.x + (b.x - a.x) * t, a.z + (b.z - a.z) * t);
            }
        }
    }
    for (size_t k = 1; k < kLevels; ++k) {
        if (outlines[k].empty()) outlines[k] = outlines[k - 1];
    }
    for (size_t k = kLevels - 1; k-- > 0;) {
        if (outlines[k].empty()) outlines[k] = outlines[k + 1];
    }
    if (outlines[0].empty())
        outlines.fill({shape.bounds.min.x, shape.bounds.max.x, shape.bounds.min.z, shape.bounds.max.z});
    return outlines;
}

// Mean material of what lies between two heights, by area.
Look meanLook(const Shape& shape, const std::vector<Look>& looks, float low, float high) {
    Look mean;
    mean.albedo = mean.glow = Light3(0);
    float total = 0, leaves = 0;
    for (uint32_t f = 0; f < shape.faces(); ++f) {
        const glm::vec3 a = shape.position(f, 0), b = shape.position(f, 1), c = shape.position(f, 2);
        const glm::vec3 n = glm::cross(b - a, c - a);
        const float top = std::max({a.y, b.y, c.y}) + 1e-3f, bottom = std::min({a.y, b.y, c.y}) - 1e-3f;
        const float overlap = std::min(top, high) - std::max(bottom, low);
        if (overlap <= 0) continue;
        const Look& look = looks[shape.lookOfFace(f)];
        const float weight = std::sqrt(glm::dot(n, n)) * overlap / (top - bottom) * look.alpha;
        const glm::vec2 uv = (shape.uv(f, 0) + shape.uv(f, 1) + shape.uv(f, 2)) / 3.0f;
        mean.albedo += albedoAt(look, uv) * weight;
        mean.glow += look.glow * weight;
        leaves += look.finish == Finish::leaf ? weight : 0;
        total += weight;
    }
    if (total > 0) {
        mean.albedo /= total;
        mean.glow /= total;
    } else {
        mean.albedo = Light3(0.3f);
    }
    mean.finish = leaves * 2 > total ? Finish::leaf : Finish::solid;
    return mean;
}

}  // namespace

Shape farShape(const Shape& shape, std::vector<Look>& looks, int slices) {
    std::array<float, kLevels> heights{};
    const auto outlines = cuts(shape, heights);
    const float low = shape.bounds.min.y, high = shape.bounds.max.y;
    std::vector<glm::vec3> positions;
    std::vector<uint32_t> corners;
    std::vector<uint16_t> faceLooks;
    const auto addRing = [&](const Outline& o, float y) {
        const auto base = static_cast<uint32_t>(positions.size());
        positions.insert(positions.end(),
                         {{o.minX, y, o.maxZ}, {o.maxX, y, o.maxZ}, {o.maxX, y, o.minZ}, {o.minX, y, o.minZ}});
        return base;
    };
    const auto addStorey = [&](uint32_t below, uint32_t above, uint16_t look) {
        for (uint32_t k = 0; k < 4; ++k) {
            const uint32_t next = (k + 1) % 4;
            corners.insert(corners.end(), {below + k, below + next, above + next, below + k, above + next, above + k});
            faceLooks.insert(faceLooks.end(), 2, look);
        }
    };
    const auto addLook = [&](float from, float to) {
        looks.push_back(meanLook(shape, looks, from, to));
        return static_cast<uint16_t>(std::min<size_t>(looks.size() - 1, 0xffff));
    };
    uint32_t below, above = 0;
    uint16_t look = 0;
    if (slices <= 1) {
        Outline mean{0, 0, 0, 0};
        for (const Outline& o : outlines) {
            mean.minX += o.minX / kLevels;
            mean.maxX += o.maxX / kLevels;
            mean.minZ += o.minZ / kLevels;
            mean.maxZ += o.maxZ / kLevels;
        }
        look = addLook(low, high);
        below = addRing(mean, low);
        above = addRing(mean, low + (high - low) * 0.9f);
        addStorey(below, above, look);
    } else {
        below = addRing(outlines[0], low);
        for (size_t k = 1; k < kLevels; ++k) {
            const float top = k + 1 == kLevels ? high : heights[k];
            look = addLook(k == 1 ? low : heights[k - 1], top);
            above = addRing(outlines[k], top);
            addStorey(below, above, look);
            below = above;
        }
    }
    corners.insert(corners.end(), {above, above + 1, above + 2, above, above + 2, above + 3});
    faceLooks.insert(faceLooks.end(), 2, look);
    return flatShape(std::move(positions), std::move(corners), std::move(faceLooks));
}

}  // namespace sketchwalk::preview
