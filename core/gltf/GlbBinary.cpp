#include "core/gltf/GlbBinary.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "core/base/Parallel.h"

namespace sketchwalk::gltf {
namespace {

static_assert(std::endian::native == std::endian::little, "glTF is little-endian and is written as memory holds it");

constexpr int kFloat = 5126, kUnsignedShort = 5123, kUnsignedInt = 5125;  // glTF component types
constexpr int kVertexData = 34962, kIndexData = 34963;                    // glTF bufferView targets
constexpr size_t kNarrowLimit = 65535;                                    // 65535 itself is the restart index

// Accessors of a piece, in this order.
enum Slot { slotPosition, slotNormal, slotTexture, slotIndex, slotCount };

size_t aligned(size_t bytes) {
    return (bytes + 3) & ~size_t{3};
}

bool degenerate(const std::vector<uint32_t>& indices, size_t i) {
    return indices[i] == indices[i + 1] || indices[i + 1] == indices[i + 2] || indices[i] == indices[i + 2];
}

Json numbers(const glm::vec3& v) {
    return Json::array({static_cast<double>(v.x), static_cast<double>(v.y), static_cast<double>(v.z)});
}

glm::vec3 unit(const glm::vec3& n) {
    const float square = n.x * n.x + n.y * n.y + n.z * n.z;
    if (std::abs(square - 1) < 1e-4f) return n;
    if (!(square > 1e-20f) || !std::isfinite(square)) return {0, 1, 0};
    const float length = std::sqrt(square);
    return {n.x / length, n.y / length, n.z / length};
}

}  // namespace

Json GlbBinary::addPrimitive(const assets::Primitive& primitive) {
    Piece piece;
    piece.primitive = &primitive;
    const auto& indices = primitive.indices;
    bool bad = false;
    for (size_t i = 0; i + 2 < indices.size() && !bad; i += 3) bad = degenerate(indices, i);
    if (bad) {
        for (size_t i = 0; i + 2 < indices.size(); i += 3) {
            if (!degenerate(indices, i))
                piece.indices.insert(piece.indices.end(), {indices[i], indices[i + 1], indices[i + 2]});
        }
        if (piece.indices.empty()) return nullptr;
    }
    if (indices.empty() || primitive.positions.empty()) return nullptr;
    piece.firstVertex = m_vertices;
    m_vertices += primitive.positions.size();
    piece.wide = primitive.positions.size() > kNarrowLimit;
    size_t& next = piece.wide ? m_wide : m_narrow;
    piece.firstIndex = next;
    next += piece.used().size();
    const int first = static_cast<int>(m_pieces.size()) * slotCount;
    m_pieces.push_back(std::move(piece));
    return {{"attributes",
             {{"POSITION", first + slotPosition}, {"NORMAL", first + slotNormal}, {"TEXCOORD_0", first + slotTexture}}},
            {"indices", first + slotIndex}};
}

int GlbBinary::addImage(std::vector<uint8_t> bytes) {
    m_images.push_back(std::move(bytes));
    return static_cast<int>(m_images.size()) - 1;
}

int GlbBinary::viewsBeforeImages() const {
    return (m_vertices > 0 ? 3 : 0) + (m_narrow > 0 ? 1 : 0) + (m_wide > 0 ? 1 : 0);
}

int GlbBinary::imageView(int image) const {
    return viewsBeforeImages() + image;
}

std::vector<uint8_t> GlbBinary::assemble(Json& document, int threads) {
    size_t end = 0;
    Json views = Json::array();
    const auto view = [&](size_t bytes, int stride, int target) {
        const size_t start = end;
        Json about{{"buffer", 0}, {"byteOffset", start}, {"byteLength", bytes}};
        if (stride > 0) about["byteStride"] = stride;
        if (target > 0) about["target"] = target;
        views.push_back(std::move(about));
        end = aligned(start + bytes);
        return start;
    };
    size_t positions = 0, normals = 0, textures = 0, narrow = 0, wide = 0;
    if (m_vertices > 0) {
        positions = view(m_vertices * 12, 12, kVertexData);
        normals = view(m_vertices * 12, 12, kVertexData);
        textures = view(m_vertices * 8, 8, kVertexData);
    }
    if (m_narrow > 0) narrow = view(m_narrow * 2, 0, kIndexData);
    if (m_wide > 0) wide = view(m_wide * 4, 0, kIndexData);
    const int narrowView = m_vertices > 0 ? 3 : 0, wideView = narrowView + (m_narrow > 0 ? 1 : 0);
    std::vector<size_t> images;
    for (const auto& image : m_images) images.push_back(view(image.size(), 0, 0));

    std::vector<uint8_t> data(end, 0);
    for (size_t i = 0; i < m_images.size(); ++i)
        std::memcpy(data.data() + images[i], m_images[i].data(), m_images[i].size());
    std::vector<glm::vec3> lows(m_pieces.size()), highs(m_pieces.size());
    parallelFor(
        threads, static_cast<int>(m_pieces.size()),
        [&](int number) {
            const Piece& piece = m_pieces[static_cast<size_t>(number)];
            const assets::Primitive& source = *piece.primitive;
            const size_t count = source.positions.size();
            glm::vec3 low = source.positions.front(), high = low;
            for (const glm::vec3& p : source.positions) {
                low = {std::min(low.x, p.x), std::min(low.y, p.y), std::min(low.z, p.z)};
                high = {std::max(high.x, p.x), std::max(high.y, p.y), std::max(high.z, p.z)};
            }
            lows[static_cast<size_t>(number)] = low;
            highs[static_cast<size_t>(number)] = high;
            std::memcpy(data.data() + positions + piece.firstVertex * 12, source.positions.data(), count * 12);
            for (size_t i = 0; i < count; ++i) {
                const glm::vec3 normal = unit(i < source.normals.size() ? source.normals[i] : glm::vec3(0, 1, 0));
                const glm::vec2 texture = i < source.uvs.size() ? source.uvs[i] : glm::vec2(0, 0);
                std::memcpy(data.data() + normals + (piece.firstVertex + i) * 12, &normal, 12);
                std::memcpy(data.data() + textures + (piece.firstVertex + i) * 8, &texture, 8);
            }
            const auto& indices = piece.used();
            if (piece.wide) {
                std::memcpy(data.data() + wide + piece.firstIndex * 4, indices.data(), indices.size() * 4);
            } else {
                uint8_t* out = data.data() + narrow + piece.firstIndex * 2;
                for (size_t i = 0; i < indices.size(); ++i) {
                    const auto value = static_cast<uint16_t>(indices[i]);
                    std::memcpy(out + i * 2, &value, 2);
                }
            }
        },
        4);

    Json accessors = Json::array();
    for (size_t i = 0; i < m_pieces.size(); ++i) {
        const Piece& piece = m_pieces[i];
        const size_t count = piece.primitive->positions.size();
        accessors.push_back({{"bufferView", 0},
                             {"byteOffset", piece.firstVertex * 12},
                             {"componentType", kFloat},
                             {"count", count},
                             {"type", "VEC3"},
                             {"min", numbers(lows[i])},
                             {"max", numbers(highs[i])}});
        accessors.push_back({{"bufferView", 1},
                             {"byteOffset", piece.firstVertex * 12},
                             {"componentType", kFloat},
                             {"count", count},
                             {"type", "VEC3"}});
        accessors.push_back({{"bufferView", 2},
                             {"byteOffset", piece.firstVertex * 8},
                             {"componentType", kFloat},
                             {"count", count},
                             {"type", "VEC2"}});
        accessors.push_back({{"bufferView", piece.wide ? wideView : narrowView},
                             {"byteOffset", piece.firstIndex * (piece.wide ? 4 : 2)},
                             {"componentType", piece.wide ? kUnsignedInt : kUnsignedShort},
                             {"count", piece.used().size()},
                             {"type", "SCALAR"}});
    }
    document["accessors"] = std::move(accessors);
    document["bufferViews"] = std::move(views);
    document["buffers"] = Json::array({{{"byteLength", data.size()}}});
    return data;
}

}  // namespace sketchwalk::gltf
