#include "core/assets/MeshBuilder.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <numeric>

#include "core/base/Hash.h"
#include "core/base/Trig.h"

namespace sketchwalk::assets {

namespace {

glm::dvec3 unitOr(glm::dvec3 v, glm::dvec3 otherwise) {
    const double length = std::sqrt(glm::dot(v, v));
    return length > 1e-12 ? v / length : otherwise;
}

glm::vec2 boxProjected(glm::vec3 p, glm::vec3 n) {
    const glm::vec3 a{std::fabs(n.x), std::fabs(n.y), std::fabs(n.z)};
    if (a.y >= a.x && a.y >= a.z) return {p.x, p.z};
    if (a.x >= a.z) return {n.x > 0 ? -p.z : p.z, -p.y};
    return {n.z > 0 ? p.x : -p.x, -p.y};
}

}  // namespace

glm::dmat3 turnBy(glm::dvec3 degrees) {
    const auto s = [](double d) { return d == 0 ? 0 : exact::sin(exact::radians(d)); };
    const auto c = [](double d) { return d == 0 ? 1 : exact::cos(exact::radians(d)); };
    const double sx = s(degrees.x), cx = c(degrees.x), sy = s(degrees.y), cy = c(degrees.y), sz = s(degrees.z),
                 cz = c(degrees.z);
    const glm::dmat3 x(1, 0, 0, 0, cx, sx, 0, -sx, cx), y(cy, 0, -sy, 0, 1, 0, sy, 0, cy),
        z(cz, sz, 0, -sz, cz, 0, 0, 0, 1);
    return y * (z * x);
}

Primitive& MeshBuilder::primitiveOf(int material) {
    for (size_t i = 0; i < m_materials.size(); ++i) {
        if (m_materials[i] == material) return m_primitives[i];
    }
    m_materials.push_back(material);
    m_primitives.emplace_back().material = material;
    return m_primitives.back();
}

void MeshBuilder::placePoints(const Shape& shape, const Placing& placing, const Finish& finish) {
    m_points.resize(shape.points.size());
    for (size_t i = 0; i < m_points.size(); ++i) {
        glm::dvec3 p = shape.points[i];
        if (finish.jitter > 0) {
            const auto shake = [&](uint64_t axis) {
                return finish.jitter * (2 * toUnit(combine(finish.seed, i * 3 + axis)) - 1);
            };
            p += glm::dvec3(shake(1), shake(2), shake(3));
        }
        p = placing.apply(p);
        for (int axis = 0; axis < 3; ++axis) {
            if (!(std::fabs(p[axis]) < 1e5)) p[axis] = p[axis] > 0 ? 1e5 : p[axis] < 0 ? -1e5 : 0;
        }
        m_points[i] = p;
    }
}

MeshBuilder::Face MeshBuilder::faceOf(const int* corners, int count, bool flipped) const {
    // Newell's sum, exact for flat faces and the mean for bent ones.
    glm::dvec3 sum{0};
    const glm::dvec3 origin = m_points[static_cast<size_t>(corners[0])];
    for (int i = 1; i + 1 < count; ++i) {
        sum += glm::cross(m_points[static_cast<size_t>(corners[i])] - origin,
                          m_points[static_cast<size_t>(corners[i + 1])] - origin);
    }
    if (flipped) sum = -sum;
    const double length = std::sqrt(glm::dot(sum, sum));
    return {length > 1e-12 ? sum / length : glm::dvec3(0, 1, 0), length};
}

bool MeshBuilder::isBent(const int* corners, int count, const Face& face, bool flipped) const {
    if (face.area < 1e-10) return true;
    const glm::dvec3 origin = m_points[static_cast<size_t>(corners[0])];
    for (int i = 1; i < count; ++i) {
        const double off = glm::dot(m_points[static_cast<size_t>(corners[i])] - origin, face.normal);
        if (off * off > 1e-5 * face.area) return true;
    }
    for (int i = 1; i + 1 < count; ++i) {  // or folded back on itself
        const int triangle[3] = {corners[0], corners[i], corners[i + 1]};
        const Face part = faceOf(triangle, 3, flipped);
        if (part.area > 1e-10 && glm::dot(part.normal, face.normal) < 0.9) return true;
    }
    return false;
}

int MeshBuilder::materialFor(glm::dvec3 normal, const Finish& finish) const {
    if (finish.snowMaterial >= 0 && normal.y > finish.snowFrom) return finish.snowMaterial;
    if (finish.top >= 0 && normal.y > finish.topFrom) return finish.top;
    if (finish.under >= 0 && normal.y < finish.underBelow) return finish.under;
    return finish.material;
}

void MeshBuilder::emitFlat(const int* corners, int count, const Finish& finish, bool flipped) {
    const Face face = faceOf(corners, count, flipped);
    if (count == 3 && face.area < 1e-10) return;
    if (count > 3 && isBent(corners, count, face, flipped)) {  // each triangle gets its own normal
        for (int k = 1; k + 1 < count; ++k) {
            const int triangle[3] = {corners[0], corners[k], corners[k + 1]};
            emitFlat(triangle, 3, finish, flipped);
        }
        return;
    }
    Primitive& out = primitiveOf(materialFor(face.normal, finish));
    const auto base = static_cast<uint32_t>(out.positions.size());
    const glm::vec3 normal(face.normal);
    for (int i = 0; i < count; ++i) {
        out.positions.emplace_back(m_points[static_cast<size_t>(corners[flipped ? count - 1 - i : i])]);
        out.normals.push_back(normal);
    }
    for (int i = 1; i + 1 < count; ++i) {
        out.indices.insert(out.indices.end(),
                           {base, base + static_cast<uint32_t>(i), base + static_cast<uint32_t>(i) + 1});
    }
}

void MeshBuilder::emitSmooth(const Shape& shape, const Finish& finish, bool flipped) {
    const double limit = exact::cos(exact::radians(std::clamp(finish.smooth, 0.0, 180.0)));
    const size_t count = shape.faces();
    std::vector<Face> faces(count);
    std::vector<std::vector<int>> around(m_points.size());
    const auto sizeOf = [&](size_t f) {
        const size_t end = f + 1 < count ? static_cast<size_t>(shape.starts[f + 1]) : shape.corners.size();
        return static_cast<int>(end) - shape.starts[f];
    };
    for (size_t f = 0; f < count; ++f) {
        const int* corners = shape.corners.data() + shape.starts[f];
        faces[f] = faceOf(corners, sizeOf(f), flipped);
        for (int i = 0; i < sizeOf(f); ++i) around[static_cast<size_t>(corners[i])].push_back(static_cast<int>(f));
    }
    for (size_t f = 0; f < count; ++f) {
        if (faces[f].area < 1e-10) continue;
        const int n = sizeOf(f);
        const int* corners = shape.corners.data() + shape.starts[f];
        Primitive& out = primitiveOf(materialFor(faces[f].normal, finish));
        const auto base = static_cast<uint32_t>(out.positions.size());
        for (int i = 0; i < n; ++i) {
            const auto at = static_cast<size_t>(corners[flipped ? n - 1 - i : i]);
            glm::dvec3 sum{0};
            for (const int other : around[at]) {
                const Face& o = faces[static_cast<size_t>(other)];
                if (glm::dot(o.normal, faces[f].normal) >= limit - 1e-9) sum += o.normal * o.area;
            }
            out.positions.emplace_back(m_points[at]);
            out.normals.emplace_back(unitOr(sum, faces[f].normal));
        }
        for (int i = 1; i + 1 < n; ++i) {
            out.indices.insert(out.indices.end(),
                               {base, base + static_cast<uint32_t>(i), base + static_cast<uint32_t>(i) + 1});
        }
    }
}

void MeshBuilder::add(const Shape& shape, const Placing& placing, const Finish& finish) {
    if (m_full || m_triangles + shape.triangles() > kMostTriangles) {
        m_full = true;
        return;
    }
    m_triangles += shape.triangles();
    placePoints(shape, placing, finish);
    const bool flipped = glm::determinant(placing.turn) < 0;
    if (finish.smooth > 0) return emitSmooth(shape, finish, flipped);
    for (size_t f = 0; f < shape.faces(); ++f) {
        const size_t end = f + 1 < shape.faces() ? static_cast<size_t>(shape.starts[f + 1]) : shape.corners.size();
        emitFlat(shape.corners.data() + shape.starts[f], static_cast<int>(end) - shape.starts[f], finish, flipped);
    }
}

MeshBuilder::Bounds MeshBuilder::bounds() const {
    Bounds bounds;
    for (const Primitive& primitive : m_primitives) {
        for (const glm::vec3& p : primitive.positions) {
            bounds.min = glm::min(bounds.min, glm::dvec3(p));
            bounds.max = glm::max(bounds.max, glm::dvec3(p));
        }
    }
    return bounds;
}

void MeshBuilder::reshape(glm::dvec3 scale, glm::dvec3 move, double shear) {
    for (Primitive& primitive : m_primitives) {
        for (size_t i = 0; i < primitive.positions.size(); ++i) {
            glm::dvec3 p = glm::dvec3(primitive.positions[i]) * scale + move;
            p.y += shear * p.x;
            primitive.positions[i] = glm::vec3(p);
            // Normals go by the inverse transpose.
            glm::dvec3 n = glm::dvec3(primitive.normals[i]) / scale;
            n.x -= shear * n.y;
            primitive.normals[i] = glm::vec3(unitOr(n, {0, 1, 0}));
        }
    }
}

std::shared_ptr<const Mesh> MeshBuilder::take(const std::vector<int>& renamed) {
    auto mesh = std::make_shared<Mesh>();
    for (Primitive& primitive : m_primitives) {
        primitive.material = renamed[static_cast<size_t>(primitive.material)];
        primitive.uvs.resize(primitive.positions.size());
        for (size_t i = 0; i < primitive.uvs.size(); ++i) {
            primitive.uvs[i] = boxProjected(primitive.positions[i], primitive.normals[i]);
        }
    }
    mesh->primitives = std::move(m_primitives);
    std::stable_sort(mesh->primitives.begin(), mesh->primitives.end(),
                     [](const Primitive& a, const Primitive& b) { return a.material < b.material; });
    finish(*mesh);
    return mesh;
}

}  // namespace sketchwalk::assets
