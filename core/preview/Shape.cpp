#include "core/preview/Shape.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string_view>

namespace sketchwalk::preview {
namespace {

bool finite(glm::vec3 p) {
    return std::abs(p.x) < 1e6f && std::abs(p.y) < 1e6f && std::abs(p.z) < 1e6f;
}

glm::vec3 faceNormal(glm::vec3 a, glm::vec3 b, glm::vec3 c) {
    const glm::vec3 n = glm::cross(b - a, c - a);
    const float length = std::sqrt(glm::dot(n, n));
    return length > 1e-20f ? n / length : glm::vec3(0, 1, 0);
}

// Finds equal positions: open addressing over the bits of the coordinates.
class PositionTable {
  public:
    explicit PositionTable(size_t count) {
        size_t size = 16;
        while (size < count * 2) size *= 2;
        m_slots.assign(size, ~0u);
    }
    uint32_t add(glm::vec3 p, std::vector<glm::vec3>& positions) {
        p += 0.0f;  // -0 and 0 are one
        uint32_t bits[3];
        std::memcpy(bits, &p, sizeof bits);
        const uint64_t hash =
            (bits[0] * 0x9e3779b97f4a7c15ULL) ^ (bits[1] * 0xbf58476d1ce4e5b9ULL) ^ (bits[2] * 0x94d049bb133111ebULL);
        for (size_t slot = (hash ^ (hash >> 32)) & (m_slots.size() - 1);; slot = (slot + 1) & (m_slots.size() - 1)) {
            if (m_slots[slot] == ~0u) {
                m_slots[slot] = static_cast<uint32_t>(positions.size());
                positions.push_back(p);
                return m_slots[slot];
            }
            if (positions[m_slots[slot]] == p) return m_slots[slot];
        }
    }

  private:
    std::vector<uint32_t> m_slots;
};

void measure(Shape& shape) {
    for (uint32_t corner : shape.corners) {
        const glm::vec3 p = shape.positions[corner];
        shape.bounds.include(p);
        shape.radius = std::max(shape.radius, p.x * p.x + p.z * p.z);
    }
    shape.radius = std::sqrt(shape.radius);
}

// Runs of neighbouring faces, cut where opaque ones end.
void clusterInOrder(Shape& shape, uint32_t most) {
    for (uint32_t first = 0; first < shape.faces();) {
        const uint32_t end = first < shape.opaque ? shape.opaque : shape.faces();
        Shape::Cluster cluster{first, std::min(most, end - first), {}};
        for (uint32_t corner = first * 3; corner < (first + cluster.count) * 3; ++corner) {
            cluster.bounds.include(shape.positions[shape.corners[corner]]);
        }
        shape.clusters.push_back(cluster);
        first += cluster.count;
    }
}

// Openness and picture coordinates lie beside the normals; 1 and 0 where the primitive has none.
void appendBeside(Shape& shape, const assets::Primitive& primitive, bool hasPicture) {
    const size_t before = shape.openness.size();
    if (primitive.openness.size() == primitive.positions.size())
        shape.openness.insert(shape.openness.end(), primitive.openness.begin(), primitive.openness.end());
    shape.openness.resize(before + primitive.positions.size(), 1.0f);
    if (!hasPicture && shape.uvs.empty()) return;
    shape.uvs.resize(before, glm::vec2(0));
    if (primitive.uvs.size() == primitive.positions.size())
        shape.uvs.insert(shape.uvs.end(), primitive.uvs.begin(), primitive.uvs.end());
    shape.uvs.resize(before + primitive.positions.size(), glm::vec2(0));
}

void appendPrimitive(Shape& shape, const assets::Primitive& primitive, uint16_t look, bool hasPicture,
                     PositionTable& table) {
    const bool ownNormals = primitive.normals.size() != primitive.positions.size();
    const auto base = static_cast<uint32_t>(shape.ownNormals.size());
    if (!ownNormals) {
        shape.ownNormals.insert(shape.ownNormals.end(), primitive.normals.begin(), primitive.normals.end());
        appendBeside(shape, primitive, hasPicture);
    }
    for (size_t i = 0; i + 2 < primitive.indices.size(); i += 3) {
        const uint32_t* at = &primitive.indices[i];
        const size_t count = primitive.positions.size();
        if (at[0] >= count || at[1] >= count || at[2] >= count) continue;
        const glm::vec3 a = primitive.positions[at[0]], b = primitive.positions[at[1]], c = primitive.positions[at[2]];
        if (!finite(a) || !finite(b) || !finite(c)) continue;
        if (ownNormals) {
            shape.ownNormals.push_back(faceNormal(a, b, c));
            shape.openness.push_back(1);
        }
        const auto last = static_cast<uint32_t>(shape.ownNormals.size() - 1);
        for (int k = 0; k < 3; ++k) {
            const glm::vec3 p = k == 0 ? a : k == 1 ? b : c;
            shape.corners.push_back(table.add(p, shape.ownPositions));
            shape.normalCorners.push_back(ownNormals ? last : base + at[k]);
        }
        shape.faceLooks.push_back(look);
    }
}

}  // namespace

Look lookOf(const assets::Material& material) {
    Look look;
    look.albedo = toLinear(material.colour);
    look.glow = toLinear(material.glow);
    look.alpha = material.alpha >= 0 ? std::min(material.alpha, 1.0f) : 1.0f;
    look.doubleSided = material.doubleSided;
    if (material.pictures && material.pictures->colour && material.pictures->colour->channels >= 3)
        look.picture = material.pictures->colour;
    const std::string_view name = material.name;
    for (const std::string_view leafy : {"leaf", "leaves", "needle", "grass", "foliage", "frond"}) {
        if (name.find(leafy) != std::string_view::npos) look.finish = Finish::leaf;
    }
    return look;
}

Light3 albedoAt(const Look& look, glm::vec2 uv) {
    if (!look.picture) return look.albedo;
    const Image& image = *look.picture;
    if (!(std::abs(uv.x) < 1e5f && std::abs(uv.y) < 1e5f)) return look.albedo;
    const float x = (uv.x - std::floor(uv.x)) * static_cast<float>(image.width) - 0.5f;
    const float y = (uv.y - std::floor(uv.y)) * static_cast<float>(image.height) - 0.5f;
    const int x0 = static_cast<int>(std::floor(x)), y0 = static_cast<int>(std::floor(y));
    const float fx = x - static_cast<float>(x0), fy = y - static_cast<float>(y0);
    const auto at = [&](int px, int py) {
        const uint8_t* c = image.at((px + image.width) % image.width, (py + image.height) % image.height);
        const auto& linear = linearOfByte();
        return Light3(linear[c[0]], linear[c[1]], linear[c[2]]);
    };
    return look.albedo *
           blend(blend(at(x0, y0), at(x0 + 1, y0), fx), blend(at(x0, y0 + 1), at(x0 + 1, y0 + 1), fx), fy);
}

Shape assetShape(const assets::Mesh& mesh, std::span<const Look> looks, size_t firstLook) {
    Shape shape;
    size_t vertices = 0;
    for (const auto& primitive : mesh.primitives) vertices += primitive.positions.size();
    PositionTable table(vertices);
    for (const bool opaque : {true, false}) {
        for (const auto& primitive : mesh.primitives) {
            const size_t look =
                primitive.material >= 0 ? firstLook + static_cast<size_t>(primitive.material) : looks.size();
            const bool known = look < looks.size();
            if (opaque != (!known || looks[look].alpha >= 1)) continue;
            appendPrimitive(shape, primitive, static_cast<uint16_t>(known ? look : 0), known && looks[look].picture,
                            table);
        }
        if (opaque) shape.opaque = shape.faces();
    }
    if (!shape.uvs.empty()) shape.uvs.resize(shape.ownNormals.size(), glm::vec2(0));
    shape.positions = shape.ownPositions;
    shape.normals = shape.ownNormals;
    measure(shape);
    clusterInOrder(shape, 48);
    return shape;
}

Shape sheetShape(const assets::Primitive& primitive, uint16_t look) {
    Shape shape;
    shape.look = look;
    shape.positions = primitive.positions;
    const size_t count = primitive.positions.size();
    if (primitive.normals.size() == count) {
        shape.normals = primitive.normals;
    } else {
        shape.ownNormals.assign(count, {0, 1, 0});
        shape.normals = shape.ownNormals;
    }
    // Counting sort of the faces by the square of a coarse grid that their first corner lies in.
    Bounds bounds;
    for (const glm::vec3& p : primitive.positions) {
        if (finite(p)) bounds.include(p);
    }
    const size_t faces = primitive.indices.size() / 3;
    if (bounds.empty() || faces == 0) return shape;
    const int side = std::clamp(static_cast<int>(std::sqrt(static_cast<float>(faces) / 128.0f) + 0.5f), 1, 250);
    const glm::vec3 size = glm::max(bounds.max - bounds.min, glm::vec3(1e-3f));
    const float toX = static_cast<float>(side) / size.x, toZ = static_cast<float>(side) / size.z;
    std::vector<uint32_t> starts(static_cast<size_t>(side * side) + 2, 0);
    std::vector<uint16_t> square(faces);
    constexpr uint16_t kBroken = 0xffff;
    for (size_t f = 0; f < faces; ++f) {
        const uint32_t* at = &primitive.indices[f * 3];
        square[f] = kBroken;
        if (at[0] >= count || at[1] >= count || at[2] >= count) continue;
        const glm::vec3 a = primitive.positions[at[0]], b = primitive.positions[at[1]], c = primitive.positions[at[2]];
        if (!finite(a) || !finite(b) || !finite(c)) continue;
        const int x = std::min(static_cast<int>((a.x - bounds.min.x) * toX), side - 1);
        const int z = std::min(static_cast<int>((a.z - bounds.min.z) * toZ), side - 1);
        square[f] = static_cast<uint16_t>(z * side + x);
        ++starts[square[f] + 2u];
    }
    for (size_t i = 2; i < starts.size(); ++i) starts[i] += starts[i - 1];
    shape.corners.resize(static_cast<size_t>(starts.back()) * 3);
    for (size_t f = 0; f < faces; ++f) {
        if (square[f] == kBroken) continue;
        const size_t to = starts[square[f] + 1u]++;
        for (size_t k = 0; k < 3; ++k) shape.corners[to * 3 + k] = primitive.indices[f * 3 + k];
    }
    shape.opaque = shape.faces();
    shape.bounds = bounds;
    for (size_t s = 0; s + 2 < starts.size(); ++s) {
        Shape::Cluster cluster{starts[s], starts[s + 1] - starts[s], {}};
        if (cluster.count == 0) continue;
        for (uint32_t corner = cluster.first * 3; corner < (cluster.first + cluster.count) * 3; ++corner) {
            cluster.bounds.include(shape.positions[shape.corners[corner]]);
        }
        shape.clusters.push_back(cluster);
    }
    return shape;
}

Shape flatShape(std::vector<glm::vec3> positions, std::vector<uint32_t> corners, std::vector<uint16_t> faceLooks) {
    Shape shape;
    shape.ownPositions = std::move(positions);
    shape.positions = shape.ownPositions;
    shape.corners = std::move(corners);
    shape.faceLooks = std::move(faceLooks);
    for (uint32_t f = 0; f < shape.faces(); ++f) {
        shape.ownNormals.push_back(faceNormal(shape.position(f, 0), shape.position(f, 1), shape.position(f, 2)));
        shape.normalCorners.insert(shape.normalCorners.end(), 3, f);
    }
    shape.normals = shape.ownNormals;
    shape.opaque = shape.faces();
    measure(shape);
    clusterInOrder(shape, 128);
    return shape;
}

}  // namespace sketchwalk::preview
