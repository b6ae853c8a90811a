#include "core/play/Surface.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "core/assets/Collider.h"
#include "core/base/Trig.h"
#include "core/play/Shapes.h"

namespace sketchwalk::play {
namespace {

constexpr double kMostBins = 1024;  // along the longer side

}  // namespace

double distanceToTriangle(const glm::dvec3& p, const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c) {
    using glm::dot;
    const glm::dvec3 ab = b - a, ac = c - a, ap = p - a;
    const double d1 = dot(ab, ap), d2 = dot(ac, ap);
    if (d1 <= 0 && d2 <= 0) return glm::length(ap);
    const glm::dvec3 bp = p - b;
    const double d3 = dot(ab, bp), d4 = dot(ac, bp);
    if (d3 >= 0 && d4 <= d3) return glm::length(bp);
    const double vc = d1 * d4 - d3 * d2;
    if (vc <= 0 && d1 >= 0 && d3 <= 0) return glm::length(ap - ab * (d1 / (d1 - d3)));
    const glm::dvec3 cp = p - c;
    const double d5 = dot(ab, cp), d6 = dot(ac, cp);
    if (d6 >= 0 && d5 <= d6) return glm::length(cp);
    const double vb = d5 * d2 - d1 * d6;
    if (vb <= 0 && d2 >= 0 && d6 <= 0) return glm::length(ap - ac * (d2 / (d2 - d6)));
    const double va = d3 * d6 - d5 * d4;
    if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
        return glm::length(bp - (c - b) * ((d4 - d3) / ((d4 - d3) + (d5 - d6))));
    }
    const double sum = va + vb + vc;
    return glm::length(ap - ab * (vb / sum) - ac * (vc / sum));
}

Surface::Surface(const scene::Scene& scene) {
    m_bin = std::max(2.0, std::max(scene.extent.x, scene.extent.y) / kMostBins);
    m_columns = std::max(1, static_cast<int>(std::ceil(scene.extent.x / m_bin)));
    m_rows = std::max(1, static_cast<int>(std::ceil(scene.extent.y / m_bin)));
    for (const scene::TerrainChunk& chunk : scene.chunks) add(*chunk.mesh, nullptr);
    for (const scene::WaterPart& part : scene.waters) {
        if (part.category == "ice") add(*part.mesh, nullptr);
    }
    for (const scene::InstanceGroup& group : scene.groups) {
        const scene::Asset& asset = scene.assets[static_cast<size_t>(group.asset)];
        const assets::Solidity solidity = assets::solidityOf(asset.category);
        if (solidity == assets::Solidity::none || solidity == assets::Solidity::trunk || loosenessOf(asset)) continue;
        for (const scene::Instance& copy : group.instances) add(*asset.mesh, &copy);
    }
    sort();
}

void Surface::add(const assets::Mesh& mesh, const scene::Instance* copy) {
    const double yaw = copy ? exact::radians(copy->yaw) : 0;
    const auto sine = static_cast<float>(exact::sin(yaw)), cosine = static_cast<float>(exact::cos(yaw));
    for (const assets::Primitive& primitive : mesh.primitives) {
        for (const uint32_t index : primitive.indices) {
            glm::vec3 p = primitive.positions[index];
            if (copy) {
                p *= copy->scale;
                p = glm::vec3(p.x * cosine + p.z * sine, p.y, p.z * cosine - p.x * sine) + copy->position;
            }
            m_corners.push_back(p);
        }
    }
}

// Triangles into the bins they touch, by counting first.
void Surface::sort() {
    const auto column = [&](float x) { return std::clamp(static_cast<int>(x / m_bin), 0, m_columns - 1); };
    const auto row = [&](float z) { return std::clamp(static_cast<int>(z / m_bin), 0, m_rows - 1); };
    const auto eachBin = [&](size_t triangle, const auto& use) {
        const glm::vec3 *a = &m_corners[3 * triangle], *b = a + 1, *c = a + 2;
        for (int y = row(std::min({a->z, b->z, c->z})); y <= row(std::max({a->z, b->z, c->z})); ++y) {
            for (int x = column(std::min({a->x, b->x, c->x})); x <= column(std::max({a->x, b->x, c->x})); ++x) {
                use(static_cast<size_t>(y * m_columns + x));
            }
        }
    };
    m_starts.assign(static_cast<size_t>(m_columns) * static_cast<size_t>(m_rows) + 1, 0);
    for (size_t t = 0; t < triangles(); ++t) eachBin(t, [&](size_t bin) { ++m_starts[bin + 1]; });
    for (size_t bin = 1; bin < m_starts.size(); ++bin) m_starts[bin] += m_starts[bin - 1];
    m_entries.resize(m_starts.back());
    std::vector<uint32_t> next(m_starts.begin(), m_starts.end() - 1);
    for (size_t t = 0; t < triangles(); ++t) {
        eachBin(t, [&](size_t bin) { m_entries[next[bin]++] = static_cast<uint32_t>(t); });
    }
}

double Surface::distance(const glm::dvec3& point, double within) const {
    const auto bin = [&](double metres, int count) {
        return std::clamp(static_cast<int>(metres / m_bin), 0, count - 1);
    };
    double nearest = within;
    for (int y = bin(point.z - within, m_rows); y <= bin(point.z + within, m_rows); ++y) {
        for (int x = bin(point.x - within, m_columns); x <= bin(point.x + within, m_columns); ++x) {
            const auto at = static_cast<size_t>(y * m_columns + x);
            for (uint32_t i = m_starts[at]; i < m_starts[at + 1]; ++i) {
                const glm::vec3* corner = &m_corners[3 * static_cast<size_t>(m_entries[i])];
                const float low = std::min({corner[0].y, corner[1].y, corner[2].y});
                const float high = std::max({corner[0].y, corner[1].y, corner[2].y});
                if (low > point.y + nearest || high < point.y - nearest) continue;
                nearest = std::min(nearest, distanceToTriangle(point, glm::dvec3(corner[0]), glm::dvec3(corner[1]),
                                                               glm::dvec3(corner[2])));
            }
        }
    }
    return nearest;
}

}  // namespace sketchwalk::play
