#include "render/scene/Vertices.h"

#include <algorithm>
#include <cstring>
#include <glm/common.hpp>
#include <string_view>
#include <unordered_map>

namespace sketchwalk::render {
namespace {

struct SheetVertex {
    glm::vec3 position, normal;
    glm::vec2 place;
};
static_assert(sizeof(SheetVertex) == kSheetStride);

struct ObjectVertex {
    glm::vec3 position, normal;
    uint8_t colour[4], glow[4];
    glm::vec2 place;
};
static_assert(sizeof(ObjectVertex) == kObjectStride);

void append(QByteArray& to, const void* data, size_t bytes) {
    to.append(static_cast<const char*>(data), static_cast<qsizetype>(bytes));
}

void grow(Vertices& v, glm::vec3 p) {
    v.min = glm::min(v.min, p);
    v.max = glm::max(v.max, p);
}

// What the wind moves: leaves, needles, grass and reeds; wood stands still.
bool isLeaf(const assets::Material& material) {
    constexpr std::string_view kWords[] = {"leaf",  "leaves", "needle", "grass", "reed", "frond",
                                           "petal", "crop",   "bush",   "vine",  "fern", "foliage"};
    return std::any_of(std::begin(kWords), std::end(kWords),
                       [&](std::string_view word) { return material.name.find(word) != std::string::npos; });
}

void addObject(Vertices& to, const assets::Primitive& from, const assets::Material& material, bool bothSides) {
    ObjectVertex v{};
    for (size_t k = 0; k < 3; ++k) {
        v.colour[k] = byteOf(material.colour[static_cast<int>(k)]);
        v.glow[k] = byteOf(material.glow[static_cast<int>(k)]);
    }
    v.glow[3] = isLeaf(material) ? 255 : 0;
    const uint32_t first = to.count;
    const auto count = static_cast<uint32_t>(from.positions.size());
    const bool twice = bothSides && material.doubleSided;
    for (const bool back : {false, true}) {
        if (back && !twice) break;
        for (size_t i = 0; i < count; ++i) {
            v.position = from.positions[i];
            v.normal = back ? -from.normals[i] : from.normals[i];
            v.colour[3] = from.openness.empty() ? 255 : byteOf(from.openness[i]);
            v.place = from.uvs.empty() ? glm::vec2(0) : from.uvs[i];
            append(to.bytes, &v, sizeof v);
            grow(to, v.position);
        }
        std::vector<uint32_t> corners(from.indices);
        for (size_t i = 0; i + 2 < corners.size(); i += 3) {
            if (back) std::swap(corners[i + 1], corners[i + 2]);
            for (size_t k = 0; k < 3; ++k) corners[i + k] += first + (back ? count : 0);
        }
        append(to.indices, corners.data(), corners.size() * sizeof(uint32_t));
        to.indexCount += static_cast<unsigned>(corners.size());
    }
    to.count += twice ? 2 * count : count;
}

}  // namespace

void Vertices::addObjectVertex(glm::vec3 position, glm::vec3 normal, Colour colour, float openness) {
    ObjectVertex v{};
    v.position = position;
    v.normal = normal;
    for (size_t k = 0; k < 3; ++k) v.colour[k] = byteOf(colour[static_cast<int>(k)]);
    v.colour[3] = byteOf(openness);
    append(bytes, &v, sizeof v);
    grow(*this, position);
    ++count;
}

void Vertices::addIndex(uint32_t index) {
    append(indices, &index, sizeof index);
    ++indexCount;
}

Vertices sheetVertices(std::span<const SheetPart> parts) {
    Vertices out;
    for (const SheetPart& part : parts) {
        if (part.mesh == nullptr) continue;
        for (const assets::Primitive& p : part.mesh->primitives) {
            const uint32_t first = out.count;
            out.bytes.reserve(out.bytes.size() + static_cast<qsizetype>(p.positions.size() * kSheetStride));
            for (size_t i = 0; i < p.positions.size(); ++i) {
                const glm::vec2 uv = p.uvs.empty() ? glm::vec2(0) : p.uvs[i];
                const SheetVertex v{p.positions[i], p.normals[i], uv * part.scale + part.move};
                append(out.bytes, &v, sizeof v);
                grow(out, v.position);
            }
            std::vector<uint32_t> corners(p.indices);
            for (auto& corner : corners) corner += first;
            append(out.indices, corners.data(), corners.size() * sizeof(uint32_t));
            out.count += static_cast<unsigned>(p.positions.size());
            out.indexCount += static_cast<unsigned>(corners.size());
        }
    }
    return out;
}

void addSkirts(Vertices& sheet, float depth) {
    std::vector<uint32_t> corners(sheet.indexCount);
    std::memcpy(corners.data(), sheet.indices.constData(), corners.size() * sizeof(uint32_t));
    std::unordered_map<uint64_t, int> seen;  // directed edges
    const auto key = [](uint32_t a, uint32_t b) { return static_cast<uint64_t>(a) << 32 | b; };
    for (size_t i = 0; i + 2 < corners.size(); i += 3) {
        for (size_t k = 0; k < 3; ++k) ++seen[key(corners[i + k], corners[i + (k + 1) % 3])];
    }
    std::unordered_map<uint32_t, uint32_t> lowered;
    const auto low = [&](uint32_t at) {
        const auto [place, isNew] = lowered.try_emplace(at, sheet.count);
        if (isNew) {
            SheetVertex v;
            std::memcpy(&v, sheet.bytes.constData() + static_cast<qsizetype>(at) * kSheetStride, sizeof v);
            v.position.y -= depth;
            append(sheet.bytes, &v, sizeof v);
            ++sheet.count;
        }
        return place->second;
    };
    for (size_t i = 0; i + 2 < corners.size(); i += 3) {
        for (size_t k = 0; k < 3; ++k) {
            const uint32_t a = corners[i + k], b = corners[i + (k + 1) % 3];
            if (seen.contains(key(b, a))) continue;
            const uint32_t c = low(a), d = low(b);
            const uint32_t wall[] = {b, a, c, b, c, d};
            append(sheet.indices, wall, sizeof wall);
            sheet.indexCount += 6;
        }
    }
    sheet.min.y -= depth;
}

ObjectVertices objectVertices(const assets::Mesh& mesh, std::span<const assets::Material> materials) {
    ObjectVertices out;
    static const assets::Material kPlain;
    for (const assets::Primitive& p : mesh.primitives) {
        const auto index = static_cast<size_t>(std::max(p.material, 0));
        const assets::Material& material = index < materials.size() ? materials[index] : kPlain;
        if (material.pictures && (material.pictures->colour || material.pictures->glow)) {
            const auto same = std::find_if(out.textured.begin(), out.textured.end(),
                                           [&](const auto& t) { return t.material == p.material; });
            auto& textured = same == out.textured.end() ? out.textured.emplace_back() : *same;
            textured.material = p.material;
            addObject(textured.vertices, p, material, true);
        } else if (material.alpha < 1) {
            addObject(out.glass, p, material, false);
        } else {
            addObject(out.plain, p, material, true);
        }
    }
    return out;
}

}  // namespace sketchwalk::render
