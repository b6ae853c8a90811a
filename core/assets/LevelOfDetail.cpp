#include "core/assets/LevelOfDetail.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <numeric>
#include <tuple>

namespace sketchwalk::assets {
namespace {

struct Level {
    double triangles;  // share of the full mesh's
    double part;       // parts smaller than this share of the mesh's size may go
    float error;       // share of the mesh's size by which surfaces may move
};
constexpr std::array kLevels = {Level{0.45, 0.06, 0.012f}, Level{0.15, 0.16, 0.05f}};
constexpr size_t kFewTriangles = 60;
constexpr double kWorthwhile = 0.75;  // of the level before; more is no level of its own
constexpr float kSmooth = 0.8f;       // cosine up to which a corner's own normal is kept

// The corners of a primitive that lie at one place, as ranges of `order`.
struct Places {
    std::vector<uint32_t> of;       // per vertex: its place
    std::vector<uint32_t> order;    // vertices by place
    std::vector<uint32_t> first;    // per place, and one more: where it begins in order
    std::vector<glm::vec3> points;  // per place
};

Places placesOf(const std::vector<glm::vec3>& positions) {
    Places places;
    places.order.resize(positions.size());
    places.of.resize(positions.size());
    std::iota(places.order.begin(), places.order.end(), 0u);
    const auto key = [&](uint32_t v) {
        const glm::vec3& p = positions[v];
        return std::tuple(p.x, p.y, p.z, v);
    };
    std::sort(places.order.begin(), places.order.end(), [&](uint32_t a, uint32_t b) { return key(a) < key(b); });
    for (size_t i = 0; i < places.order.size(); ++i) {
        const glm::vec3& p = positions[places.order[i]];
        if (places.points.empty() || places.points.back() != p) {
            places.points.push_back(p);
            places.first.push_back(static_cast<uint32_t>(i));
        }
        places.of[places.order[i]] = static_cast<uint32_t>(places.points.size() - 1);
    }
    places.first.push_back(static_cast<uint32_t>(places.order.size()));
    return places;
}

// Connected parts of one primitive, over places.
struct Part {
    size_t primitive = 0;
    std::vector<uint32_t> triangles;  // three places each
    double size = 0;                  // metres across
};

std::vector<Part> partsOf(const std::vector<uint32_t>& indices, const Places& places, size_t primitive) {
    std::vector<uint32_t> root(places.points.size());
    std::iota(root.begin(), root.end(), 0u);
    const auto find = [&](uint32_t i) {
        while (root[i] != i) i = root[i] = root[root[i]];
        return i;
    };
    for (size_t i = 0; i + 2 < indices.size(); i += 3) {
        for (size_t k = 1; k < 3; ++k) {
            const uint32_t a = find(places.of[indices[i]]), b = find(places.of[indices[i + k]]);
            root[std::max(a, b)] = std::min(a, b);
        }
    }
    std::vector<Part> parts;
    std::vector<int> partOf(places.points.size(), -1);
    for (size_t i = 0; i + 2 < indices.size(); i += 3) {
        const std::array<uint32_t, 3> t{places.of[indices[i]], places.of[indices[i + 1]], places.of[indices[i + 2]]};
        if (t[0] == t[1] || t[1] == t[2] || t[0] == t[2]) continue;
        int& part = partOf[find(t[0])];
        if (part < 0) {
            part = static_cast<int>(parts.size());
            parts.push_back({primitive, {}, 0});
        }
        parts[static_cast<size_t>(part)].triangles.insert(parts[static_cast<size_t>(part)].triangles.end(), t.begin(),
                                                          t.end());
    }
    for (Part& part : parts) {
        glm::vec3 low(1e30f), high(-1e30f);
        for (const uint32_t place : part.triangles) {
            const glm::vec3& p = places.points[place];
            for (int k = 0; k < 3; ++k) {
                low[k] = std::min(low[k], p[k]);
                high[k] = std::max(high[k], p[k]);
            }
        }
        part.size = static_cast<double>(glm::length(high - low));
    }
    return parts;
}

// A primitive of triangles over places: flat where the faces turned, else with the corners' own normals.
Primitive dressed(const Primitive& source, const Places& places, const std::vector<uint32_t>& triangles) {
    Primitive out;
    out.material = source.material;
    for (size_t i = 0; i + 2 < triangles.size(); i += 3) {
        const glm::vec3 a = places.points[triangles[i]], b = places.points[triangles[i + 1]],
                        c = places.points[triangles[i + 2]];
        const glm::vec3 across = glm::cross(b - a, c - a);
        const float length = glm::length(across);
        if (!(length > 1e-10f)) continue;
        const glm::vec3 face = across / length;
        for (size_t k = 0; k < 3; ++k) {
            const uint32_t place = triangles[i + k];
            uint32_t best = places.order[places.first[place]];
            for (uint32_t at = places.first[place]; at < places.first[place + 1]; ++at) {
                const uint32_t vertex = places.order[at];
                if (glm::dot(source.normals[vertex], face) > glm::dot(source.normals[best], face)) best = vertex;
            }
            const bool fits = glm::dot(source.normals[best], face) > kSmooth;
            out.indices.push_back(static_cast<uint32_t>(out.positions.size()));
            out.positions.push_back(places.points[place]);
            out.normals.push_back(fits ? source.normals[best] : face);
            if (!source.uvs.empty()) out.uvs.push_back(source.uvs[best]);
            if (!source.tangents.empty()) out.tangents.push_back(source.tangents[best]);
            if (!source.openness.empty()) out.openness.push_back(source.openness[best]);
        }
    }
    return out;
}

// Equal corners of a primitive become one.
Primitive shared(const Primitive& source) {
    std::vector<meshopt_Stream> streams = {{source.positions.data(), sizeof(glm::vec3), sizeof(glm::vec3)},
                                           {source.normals.data(), sizeof(glm::vec3), sizeof(glm::vec3)}};
    if (!source.uvs.empty()) streams.push_back({source.uvs.data(), sizeof(glm::vec2), sizeof(glm::vec2)});
    if (!source.tangents.empty()) streams.push_back({source.tangents.data(), sizeof(glm::vec4), sizeof(glm::vec4)});
    if (!source.openness.empty()) streams.push_back({source.openness.data(), sizeof(float), sizeof(float)});
    std::vector<unsigned int> remap(source.positions.size());
    const size_t count = meshopt_generateVertexRemapMulti(remap.data(), source.indices.data(), source.indices.size(),
                                                          source.positions.size(), streams.data(), streams.size());
    Primitive out;
    out.material = source.material;
    const auto pick = [&](const auto& from, auto& to) {
        if (from.empty()) return;
        to.resize(count);
        for (size_t i = 0; i < from.size(); ++i) to[remap[i]] = from[i];
    };
    pick(source.positions, out.positions);
    pick(source.normals, out.normals);
    pick(source.uvs, out.uvs);
    pick(source.tangents, out.tangents);
    pick(source.openness, out.openness);
    for (const uint32_t index : source.indices) out.indices.push_back(remap[index]);
    return out;
}

std::vector<uint32_t> collapsed(const std::vector<uint32_t>& triangles, const Places& places, size_t target,
                                float error) {
    std::vector<uint32_t> out(triangles.size());
    const size_t count = meshopt_simplify(out.data(), triangles.data(), triangles.size(), &places.points.front().x,
                                          places.points.size(), sizeof(glm::vec3), target, error, 0, nullptr);
    out.resize(count);
    return out;
}

class Simplifier {
  public:
    explicit Simplifier(const Mesh& mesh)
        : m_mesh(mesh), m_size(static_cast<double>(glm::length(mesh.max - mesh.min))) {
        for (size_t i = 0; i < mesh.primitives.size(); ++i) {
            m_places.push_back(placesOf(mesh.primitives[i].positions));
            std::vector<Part> parts = partsOf(mesh.primitives[i].indices, m_places[i], i);
            std::move(parts.begin(), parts.end(), std::back_inserter(m_parts));
        }
        std::stable_sort(m_parts.begin(), m_parts.end(), [](const Part& a, const Part& b) { return a.size < b.size; });
    }

    Mesh at(const Level& level) const {
        const auto wanted = static_cast<size_t>(std::ceil(level.triangles * static_cast<double>(m_mesh.triangles())));
        std::vector<std::vector<uint32_t>> left(m_mesh.primitives.size());
        size_t total = 0;
        for (const Part& part : m_parts) total += part.triangles.size() / 3;
        for (const Part& part : m_parts) {  // smallest first
            if (total > wanted && part.size < level.part * m_size) {
                total -= part.triangles.size() / 3;
                continue;
            }
            auto& triangles = left[part.primitive];
            triangles.insert(triangles.end(), part.triangles.begin(), part.triangles.end());
        }
        Mesh mesh;
        for (size_t i = 0; i < left.size(); ++i) {
            if (left[i].empty()) continue;
            const size_t target = total <= wanted ? left[i].size() : left[i].size() / 3 * wanted / total * 3;
            // The error is measured against the primitive's own size.
            const float error = static_cast<float>(level.error * m_size / std::max(sizeOf(i), 1e-6));
            const Primitive primitive =
                dressed(m_mesh.primitives[i], m_places[i], collapsed(left[i], m_places[i], target, error));
            if (!primitive.indices.empty()) mesh.primitives.push_back(shared(primitive));
        }
        finish(mesh);
        return mesh;
    }

  private:
    double sizeOf(size_t primitive) const {
        const auto& points = m_places[primitive].points;
        return static_cast<double>(meshopt_simplifyScale(&points.front().x, points.size(), sizeof(glm::vec3)));
    }

    const Mesh& m_mesh;
    double m_size;
    std::vector<Places> m_places;
    std::vector<Part> m_parts;
};

}  // namespace

std::vector<Mesh> levelsOfDetail(const Mesh& mesh) {
    std::vector<Mesh> levels;
    size_t before = mesh.triangles();
    if (before < kFewTriangles) return levels;
    const Simplifier simplifier(mesh);
    for (const Level& level : kLevels) {
        Mesh simpler = simplifier.at(level);
        const size_t triangles = simpler.triangles();
        if (triangles == 0 || static_cast<double>(triangles) > kWorthwhile * static_cast<double>(before)) break;
        before = triangles;
        levels.push_back(std::move(simpler));
    }
    return levels;
}

}  // namespace sketchwalk::assets
