#include "core/library/Finish.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <numeric>

namespace sketchwalk::library {
namespace {

constexpr float kSnowFrom = 0.55f;  // least y of a face's normal on which snow lies

using Corner = std::array<float, 12>;  // position, normal, uv, tangent

Corner cornerOf(const assets::Primitive& primitive, size_t v) {
    Corner corner{};
    const glm::vec3 p = primitive.positions[v], n = primitive.normals[v];
    const glm::vec2 uv = primitive.uvs[v];
    corner = {p.x, p.y, p.z, n.x, n.y, n.z, uv.x, uv.y, 0, 0, 0, 0};
    if (!primitive.tangents.empty()) {
        const glm::vec4 t = primitive.tangents[v];
        std::copy_n(&t.x, 4, corner.begin() + 8);
    }
    return corner;
}

// Equal corners become one; their order is that of first use.
assets::Primitive welded(const assets::Primitive& loose) {
    std::vector<Corner> corners(loose.positions.size());
    for (size_t v = 0; v < corners.size(); ++v) corners[v] = cornerOf(loose, v);
    std::vector<uint32_t> order(corners.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](uint32_t a, uint32_t b) { return corners[a] != corners[b] ? corners[a] < corners[b] : a < b; });
    std::vector<uint32_t> first(corners.size());
    for (size_t i = 0; i < order.size(); ++i) {
        const bool same = i > 0 && corners[order[i]] == corners[order[i - 1]];
        first[order[i]] = same ? first[order[i - 1]] : order[i];
    }
    assets::Primitive tight;
    tight.material = loose.material;
    std::vector<int64_t> renamed(corners.size(), -1);
    for (const uint32_t index : loose.indices) {
        int64_t& name = renamed[first[index]];
        if (name < 0) {
            name = static_cast<int64_t>(tight.positions.size());
            tight.positions.push_back(loose.positions[index]);
            tight.normals.push_back(loose.normals[index]);
            tight.uvs.push_back(loose.uvs[index]);
            if (!loose.tangents.empty()) tight.tangents.push_back(loose.tangents[index]);
        }
        tight.indices.push_back(static_cast<uint32_t>(name));
    }
    return tight;
}

// Along the picture's u (Lengyel, 2001), one a corner of each face.
void addTangents(assets::Primitive& primitive) {
    primitive.tangents.assign(primitive.positions.size(), glm::vec4(1, 0, 0, 1));
    for (size_t i = 0; i + 2 < primitive.indices.size(); i += 3) {
        const uint32_t* v = primitive.indices.data() + i;
        const glm::dvec3 e1(primitive.positions[v[1]] - primitive.positions[v[0]]);
        const glm::dvec3 e2(primitive.positions[v[2]] - primitive.positions[v[0]]);
        const glm::dvec2 a(primitive.uvs[v[1]] - primitive.uvs[v[0]]), b(primitive.uvs[v[2]] - primitive.uvs[v[0]]);
        const double area = a.x * b.y - b.x * a.y;
        for (int k = 0; k < 3; ++k) {
            const glm::dvec3 n(primitive.normals[v[k]]);
            glm::dvec3 t = area != 0 ? (e1 * b.y - e2 * a.y) / area : glm::dvec3(1, 0, 0);
            t -= n * glm::dot(n, t);
            double length = std::sqrt(glm::dot(t, t));
            if (!(length > 1e-9 && std::isfinite(length))) {
                t = std::abs(n.x) < 0.9 ? glm::dvec3(1, 0, 0) - n * n.x : glm::dvec3(0, 1, 0) - n * n.y;
                length = std::sqrt(glm::dot(t, t));
            }
            // glTF's v grows downward, so the bitangent is cross(n, t) * w against the picture's rise.
            primitive.tangents[v[k]] = glm::vec4(glm::vec3(t / length), area < 0 ? 1.0f : -1.0f);
        }
    }
}

class Finisher {
  public:
    Finisher(const Model& model, const Placement3& placement, const catalogue::Palette* snow)
        : m_model(model), m_place(placement), m_snow(snow) {
        for (const auto& material : model.materials) {
            m_built.materials.push_back(material);
            m_built.materials.back().name = "lib_" + material.name;
        }
        if (snow == nullptr) return;
        assets::Material white;
        white.name = "lib_snow";
        const auto known = snow->colours.find("snow");
        white.colour = known != snow->colours.end() ? known->second : Colour{0.93f, 0.95f, 0.97f};
        m_built.materials.push_back(white);
    }

    assets::Built take() {
        for (int copy = 0; copy < m_place.count; ++copy) {
            const double shift = (copy - (m_place.count - 1) * 0.5) * m_place.length;
            for (const auto& primitive : m_model.primitives) addAll(primitive, shift);
        }
        auto mesh = std::make_shared<assets::Mesh>();
        for (assets::Primitive& loose : m_loose) {
            const auto& pictures = m_built.materials[static_cast<size_t>(loose.material)].pictures;
            if (!pictures) std::fill(loose.uvs.begin(), loose.uvs.end(), glm::vec2(0));
            const bool bumpy = pictures && pictures->normal;
            if (!bumpy) loose.tangents.clear();
            if (bumpy && loose.tangents.empty()) addTangents(loose);
            mesh->primitives.push_back(welded(loose));
        }
        assets::finish(*mesh);
        m_built.mesh = std::move(mesh);
        return std::move(m_built);
    }

  private:
    assets::Primitive& looseOf(int material) {
        for (auto& primitive : m_loose) {
            if (primitive.material == material) return primitive;
        }
        m_loose.emplace_back().material = material;
        return m_loose.back();
    }

    glm::vec3 placed(glm::vec3 p, double shift) const {
        glm::dvec3 q = glm::dvec3(p) * m_place.scale + m_place.move;
        q.x += shift;
        q.y += m_place.rise * q.x;
        return glm::vec3(q);
    }

    glm::vec3 placedNormal(glm::vec3 n) const {  // by the inverse transpose
        glm::dvec3 m = glm::dvec3(n) / m_place.scale;
        m.x -= m_place.rise * m.y;
        const double length = std::sqrt(glm::dot(m, m));
        return length > 0 ? glm::vec3(m / length) : n;
    }

    void addAll(const assets::Primitive& from, double shift) {
        for (size_t i = 0; i + 2 < from.indices.size(); i += 3) {
            const uint32_t* v = from.indices.data() + i;
            std::array<glm::vec3, 3> p;
            for (size_t k = 0; k < 3; ++k) p[k] = placed(from.positions[v[k]], shift);
            const glm::dvec3 face = glm::cross(glm::dvec3(p[1] - p[0]), glm::dvec3(p[2] - p[0]));
            const double area = std::sqrt(glm::dot(face, face));
            if (p[0] == p[1] || p[1] == p[2] || p[2] == p[0] || !(area > 0)) continue;  // nothing to see
            const bool white = m_snow != nullptr && face.y > static_cast<double>(kSnowFrom) * area;
            assets::Primitive& to = looseOf(white ? static_cast<int>(m_model.materials.size()) : from.material);
            for (size_t k = 0; k < 3; ++k) {
                to.indices.push_back(static_cast<uint32_t>(to.positions.size()));
                to.positions.push_back(p[k]);
                to.normals.push_back(placedNormal(from.normals[v[k]]));
                to.uvs.push_back(from.uvs[v[k]]);
                if (!from.tangents.empty() && !white) to.tangents.push_back(from.tangents[v[k]]);
            }
        }
    }

    const Model& m_model;
    const Placement3& m_place;
    const catalogue::Palette* m_snow;
    assets::Built m_built;
    std::vector<assets::Primitive> m_loose;  // one a material, three corners a triangle
};

}  // namespace

assets::Built finished(const Model& model, const Placement3& placement, const catalogue::Palette* snow) {
    return Finisher(model, placement, snow).take();
}

}  // namespace sketchwalk::library
