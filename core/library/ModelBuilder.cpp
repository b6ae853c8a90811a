#include "core/library/ModelBuilder.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "core/base/Trig.h"

namespace sketchwalk::library {
namespace {

constexpr double kLargestUv = 4096;
constexpr size_t kMostTints = 64;  // materials that vertex colours may make

bool finite(glm::vec3 v) {
    return std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.z);
}

glm::dvec3 faceNormal(const Piece& piece, const uint32_t* corner) {
    const glm::dvec3 a(piece.positions[corner[0]]), b(piece.positions[corner[1]]), c(piece.positions[corner[2]]);
    return glm::cross(b - a, c - a);
}

glm::vec3 unitOr(glm::dvec3 v, glm::vec3 otherwise) {
    const double length = std::sqrt(v.x * v.x + v.y * v.y + v.z * v.z);
    return std::isfinite(length) && length > 1e-30 ? glm::vec3(v / length) : otherwise;
}

Result<void> checkPositions(const Piece& piece) {
    for (size_t i = 0; i < piece.positions.size(); ++i) {
        const glm::vec3 p = piece.positions[i];
        const std::string which = "vertex " + std::to_string(i);
        if (!finite(p)) return fail(ErrorKind::input, which + " lies at no finite place");
        if (std::max({std::abs(p.x), std::abs(p.y), std::abs(p.z)}) > kFarthest) {
            return fail(ErrorKind::input, which + " lies more than a million units out");
        }
    }
    for (const uint32_t index : piece.indices) {
        if (index >= piece.positions.size()) {
            return fail(ErrorKind::input, "index " + std::to_string(index) + " points past its " +
                                              std::to_string(piece.positions.size()) + " vertices");
        }
    }
    return {};
}

}  // namespace

Colour srgbOf(glm::vec3 linear) {
    const auto one = [](float x) {
        const double v = x > 0 ? std::min(static_cast<double>(x), 1.0) : 0.0;
        return static_cast<float>(v <= 0.0031308 ? 12.92 * v : 1.055 * exact::pow(v, 1 / 2.4) - 0.055);
    };
    return {one(linear.x), one(linear.y), one(linear.z)};
}

glm::vec3 linearOf(Colour srgb) {
    const auto one = [](float x) {
        const double v = x > 0 ? std::min(static_cast<double>(x), 1.0) : 0.0;
        return static_cast<float>(v <= 0.04045 ? v / 12.92 : exact::pow((v + 0.055) / 1.055, 2.4));
    };
    return {one(srgb.r), one(srgb.g), one(srgb.b)};
}

std::string plainName(std::string_view name) {
    std::string plain;
    for (const char c : name.substr(0, 80)) {
        if (c >= 'A' && c <= 'Z') {
            plain += static_cast<char>(c - 'A' + 'a');
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            plain += c;
        } else if (!plain.empty() && plain.back() != '_') {
            plain += '_';
        }
    }
    while (plain.ends_with('_')) plain.pop_back();
    return plain.empty() ? "part" : plain;
}

void ModelBuilder::note(const std::string& text) {
    if (std::find(m_notes.begin(), m_notes.end(), text) == m_notes.end()) m_notes.push_back(text);
}

assets::Primitive& ModelBuilder::primitiveOf(int material) {
    for (auto& primitive : m_primitives) {
        if (primitive.material == material) return primitive;
    }
    m_primitives.emplace_back().material = material;
    return m_primitives.back();
}

// Vertex colours become materials of their own: to four bits a channel, so that a smooth play of colours stays few.
int ModelBuilder::tinted(int material, glm::vec3 linear) {
    const Colour srgb = srgbOf(linear);
    const auto step = [](float x) { return static_cast<int>(std::lround(static_cast<double>(x) * 15)); };
    const int r = step(srgb.r), g = step(srgb.g), b = step(srgb.b);
    if (r == 15 && g == 15 && b == 15) return material;
    const assets::Material base = m_materials[static_cast<size_t>(material)];
    const std::string name = base.name + "_" + std::to_string(r * 256 + g * 16 + b);
    for (size_t i = 0; i < m_materials.size(); ++i) {
        if (m_materials[i].name == name) return static_cast<int>(i);
    }
    if (m_materials.size() >= kMostMaterials + kMostTints) return material;
    assets::Material tint = base;
    tint.name = name;
    const auto back = [](int v) { return static_cast<float>(v) / 15.0f; };
    tint.colour = srgbOf(linearOf(base.colour) * linearOf({back(r), back(g), back(b)}));
    m_materials.push_back(tint);
    return static_cast<int>(m_materials.size() - 1);
}

Result<void> ModelBuilder::add(Piece piece) {
    if (auto good = checkPositions(piece); !good) return good;
    m_triangles += piece.indices.size() / 3;
    if (m_triangles > kMostTriangles) {
        return fail(ErrorKind::input, "it has more than " + std::to_string(kMostTriangles) + " triangles");
    }
    const bool smooth = piece.normals.size() == piece.positions.size();
    const bool placed = piece.uvs.size() == piece.positions.size();
    const bool tangents = smooth && piece.tangents.size() == piece.positions.size();
    const bool coloured = piece.colours.size() == piece.positions.size();
    for (size_t i = 0; i + 2 < piece.indices.size(); i += 3) {
        const uint32_t* corner = piece.indices.data() + i;
        const glm::vec3 flat = unitOr(faceNormal(piece, corner), {0, 1, 0});
        int material = piece.material;
        if (coloured) {
            material = tinted(material,
                              (piece.colours[corner[0]] + piece.colours[corner[1]] + piece.colours[corner[2]]) / 3.0f);
        }
        assets::Primitive& to = primitiveOf(material);
        for (int k = 0; k < 3; ++k) {
            const uint32_t v = corner[k];
            to.indices.push_back(static_cast<uint32_t>(to.positions.size()));
            to.positions.push_back(piece.positions[v]);
            to.normals.push_back(smooth ? unitOr(glm::dvec3(piece.normals[v]), flat) : flat);
            const glm::vec2 uv = placed ? piece.uvs[v] : glm::vec2(0);
            const bool sane = std::abs(uv.x) < kLargestUv && std::abs(uv.y) < kLargestUv;  // false for NaN
            to.uvs.push_back(sane ? uv : glm::vec2(0));
            if (tangents) {
                const glm::vec4 t = piece.tangents[v];
                to.tangents.resize(to.positions.size() - 1, glm::vec4(1, 0, 0, 1));
                to.tangents.emplace_back(unitOr(glm::dvec3(t.x, t.y, t.z), {1, 0, 0}), t.w < 0 ? -1.0f : 1.0f);
            }
        }
    }
    return {};
}

Result<Model> ModelBuilder::take() {
    if (m_triangles == 0) return fail(ErrorKind::input, "it holds no triangles");
    Model model;
    bool any = false;
    for (assets::Primitive& primitive : m_primitives) {
        if (!primitive.tangents.empty()) primitive.tangents.resize(primitive.positions.size(), glm::vec4(1, 0, 0, 1));
        for (const glm::vec3 p : primitive.positions) {
            model.min = any ? glm::min(model.min, p) : p;
            model.max = any ? glm::max(model.max, p) : p;
            any = true;
        }
    }
    const glm::vec3 size = model.max - model.min;
    if (!(std::max({size.x, size.y, size.z}) > 1e-6f))
        return fail(ErrorKind::input, "it has no extent: all its points are one");
    model.primitives = std::move(m_primitives);
    model.materials = std::move(m_materials);
    model.notes = std::move(m_notes);
    return model;
}

}  // namespace sketchwalk::library
