#include "core/assets/Openness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "core/base/Trig.h"

namespace sketchwalk::assets {
namespace {

constexpr int kMostCells = 36;       // along the longest side
constexpr float kLeastCell = 0.06f;  // metres
constexpr int kDirections = 14;
constexpr int kSteps = 5;                               // along each direction
constexpr float kLeastReach = 0.5f, kMostReach = 3.0f;  // metres within which things dim the light
constexpr float kReachShare = 0.3f;                     // of the asset's height
constexpr float kFull = 0.7f;                           // cells' worth of surface that let no light through

// How full space is, in cells; 0 outside.
class Fullness {
  public:
    explicit Fullness(const Mesh& mesh) {
        const glm::vec3 size = mesh.max - mesh.min;
        m_cell = std::max({size.x, size.y, size.z}) / kMostCells;
        m_cell = std::max(m_cell, kLeastCell);
        m_origin = mesh.min - 2 * m_cell;
        for (int k = 0; k < 3; ++k) m_count[k] = static_cast<int>(size[k] / m_cell) + 5;
        m_values.assign(static_cast<size_t>(m_count[0]) * static_cast<size_t>(m_count[1] * m_count[2]), 0.0f);
        for (const Primitive& primitive : mesh.primitives) mark(primitive);
        for (int axis = 0; axis < 3; ++axis) soften(axis);
    }

    float cell() const { return m_cell; }

    glm::vec3 inCells(glm::vec3 p) const { return (p - m_origin) / m_cell; }
    // Of the cell that holds the point, in cells; neighbours have already been blended in.
    float at(glm::vec3 q) const {
        if (!(q.x > 0 && q.y > 0 && q.z > 0)) return 0;
        const int x = static_cast<int>(q.x), y = static_cast<int>(q.y), z = static_cast<int>(q.z);
        return x < m_count[0] && y < m_count[1] && z < m_count[2] ? m_values[index(x, y, z)] : 0;
    }

  private:
    size_t index(int x, int y, int z) const {
        return (static_cast<size_t>(z) * static_cast<size_t>(m_count[1]) + static_cast<size_t>(y)) *
                   static_cast<size_t>(m_count[0]) +
               static_cast<size_t>(x);
    }

    // Points at most half a cell apart over every triangle.
    void mark(const Primitive& primitive) {
        for (size_t i = 0; i + 2 < primitive.indices.size(); i += 3) {
            const glm::vec3 a = primitive.positions[primitive.indices[i]];
            const glm::vec3 u = primitive.positions[primitive.indices[i + 1]] - a;
            const glm::vec3 v = primitive.positions[primitive.indices[i + 2]] - a;
            const float longest = std::sqrt(std::max({glm::dot(u, u), glm::dot(v, v), glm::dot(u - v, u - v)}));
            const glm::vec3 first = inCells(a), uCells = u / m_cell, vCells = v / m_cell;
            const int steps = std::clamp(static_cast<int>(longest / (0.5f * m_cell)) + 1, 1, 2 * kMostCells + 2);
            const float share = 1 / static_cast<float>(steps);
            for (int s = 0; s <= steps; ++s) {
                for (int t = 0; s + t <= steps; ++t) {
                    const glm::vec3 q =
                        first + (uCells * static_cast<float>(s) + vCells * static_cast<float>(t)) * share;
                    m_values[index(static_cast<int>(q.x), static_cast<int>(q.y), static_cast<int>(q.z))] = 1;
                }
            }
        }
    }

    void soften(int axis) {  // (1 2 1) / 4 along an axis; the first and last cells stay
        const size_t stride = axis == 0 ? 1 : axis == 1 ? index(0, 1, 0) : index(0, 0, 1);
        const auto length = static_cast<size_t>(m_count[axis]);
        // Rows of cells side by side whose neighbours along the axis lie one such row before and after.
        const size_t block = stride * length;
        std::vector<float> before(stride), own(stride);
        for (size_t first = 0; first < m_values.size(); first += block) {
            std::copy_n(&m_values[first], stride, before.begin());
            for (size_t i = 1; i + 1 < length; ++i) {
                float* row = &m_values[first + i * stride];
                std::copy_n(row, stride, own.begin());
                for (size_t k = 0; k < stride; ++k) row[k] = 0.25f * (before[k] + row[k + stride]) + 0.5f * own[k];
                before.swap(own);
            }
        }
    }

    glm::vec3 m_origin{0};
    float m_cell = 1;
    glm::ivec3 m_count{1};
    std::vector<float> m_values;
};

// Directions spread over the upper half of a sphere about +Y, denser toward the top (cosine-weighted, Fibonacci).
std::array<glm::vec3, kDirections> hemisphere() {
    std::array<glm::vec3, kDirections> directions;
    for (int i = 0; i < kDirections; ++i) {
        const double out = std::sqrt((i + 0.5) / kDirections), up = std::sqrt(1 - out * out);
        const double turn = 2.399963229728653 * i;  // golden angle
        directions[static_cast<size_t>(i)] = {static_cast<float>(out * exact::cos(turn)), static_cast<float>(up),
                                              static_cast<float>(out * exact::sin(turn))};
    }
    return directions;
}

class Baker {
  public:
    explicit Baker(const Mesh& mesh) : m_full(mesh) {
        m_reach = std::clamp((mesh.max.y - mesh.min.y) * kReachShare, kLeastReach, kMostReach);
        m_reach = std::max(m_reach, 3 * m_full.cell());
    }

    float opennessAt(glm::vec3 p, glm::vec3 normal) const {
        static const std::array<glm::vec3, kDirections> kAround = hemisphere();
        const glm::vec3 side = std::abs(normal.y) < 0.9f ? glm::vec3(0, 1, 0) : glm::vec3(1, 0, 0);
        const glm::vec3 x = glm::normalize(glm::cross(side, normal)), z = glm::cross(x, normal);
        const glm::vec3 start = m_full.inCells(p) + normal * 2.0f;
        const float ground = m_full.inCells({0, 0, 0}).y;
        float sum = 0;
        for (const glm::vec3& d : kAround) sum += along(start, x * d.x + normal * d.y + z * d.z, ground);
        return sum / kDirections;
    }

  private:
    // Light left from one direction. `start` in cells; the ground at y = 0 lies `ground` cells up.
    float along(glm::vec3 start, glm::vec3 direction, float ground) const {
        float light = 1;
        const float reach = m_reach / m_full.cell(), step = reach / kSteps, perStep = step / kFull;
        for (int i = 0; i < kSteps; ++i) {
            const float distance = (static_cast<float>(i) + 0.5f) * step, near = 1 - distance / reach;
            const glm::vec3 q = start + direction * distance;
            if (q.y < ground) return light * (1 - 0.8f * near);
            light *= 1 - std::min(1.0f, m_full.at(q) * perStep) * near;
        }
        return light;
    }

    Fullness m_full;
    float m_reach = 1;
};

}  // namespace

void bakeOpenness(Mesh& mesh) {
    if (mesh.triangles() == 0) return;
    const Baker baker(mesh);
    for (Primitive& primitive : mesh.primitives) {
        primitive.openness.resize(primitive.positions.size());
        for (size_t i = 0; i < primitive.positions.size(); ++i) {
            const glm::vec3 normal = i < primitive.normals.size() ? primitive.normals[i] : glm::vec3(0, 1, 0);
            primitive.openness[i] = baker.opennessAt(primitive.positions[i], normal);
        }
    }
}

}  // namespace sketchwalk::assets
