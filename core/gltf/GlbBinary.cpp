#include "core/gltf/GlbBinary.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "core/assets/Degenerate.h"
#include "core/base/Parallel.h"

namespace sketchwalk::gltf {
namespace {

static_assert(std::endian::native == std::endian::little, "glTF is little-endian and is written as memory holds it");

size_t aligned(size_t bytes) {
    return (bytes + 3) & ~size_t{3};
}

glm::vec3 unit(const glm::vec3& n) {
    const float square = n.x * n.x + n.y * n.y + n.z * n.z;
    if (std::abs(square - 1) < 1e-4f) return n;
    if (!(square > 1e-20f) || !std::isfinite(square)) return {0, 1, 0};
    const float length = std::sqrt(square);
    return {n.x / length, n.y / length, n.z / length};
}

// Unit and across the normal, as glTF wants it; along x where there is none.
glm::vec4 tangent(const glm::vec4& t) {
    const glm::vec3 direction = unit({t.x, t.y, t.z});
    return {direction.x, direction.y, direction.z, t.w < 0 ? -1.0f : 1.0f};
}

}  // namespace

Json GlbBinary::addPrimitive(const assets::Primitive& primitive, Attributes attributes) {
    Piece piece;
    piece.primitive = &primitive;
    const auto& indices = primitive.indices;
    if (indices.empty() || primitive.positions.empty()) return nullptr;
    bool bad = false;
    for (size_t i = 0; i + 2 < indices.size() && !bad; i += 3) bad = assets::isDegenerate(primitive, i);
    if (bad) {
        for (size_t i = 0; i + 2 < indices.size(); i += 3) {
            if (!assets::isDegenerate(primitive, i))
                piece.indices.insert(piece.indices.end(), {indices[i], indices[i + 1], indices[i + 2]});
        }
        if (piece.indices.empty()) return nullptr;
    }
    const size_t count = primitive.positions.size();
    piece.attributes = {attributes.textures && !primitive.uvs.empty(),
                        attributes.tangents && primitive.tangents.size() == count};
    piece.firstVertex = m_vertices;
    m_vertices += count;
    Json named{{"POSITION", m_accessors}, {"NORMAL", m_accessors + 1}};
    m_accessors += 2;
    if (piece.attributes.tangents) {
        piece.firstTangent = m_tangents;
        m_tangents += count;
        named["TANGENT"] = m_accessors++;
    }
    if (piece.attributes.textures) {
        piece.firstTexture = m_textures;
        m_textures += count;
        named["TEXCOORD_0"] = m_accessors++;
    }
    piece.wide = count > kNarrowLimit;
    size_t& next = piece.wide ? m_wide : m_narrow;
    piece.firstIndex = next;
    next += piece.used().size();
    m_pieces.push_back(std::move(piece));
    return {{"attributes", std::move(named)}, {"indices", m_accessors++}};
}

int GlbBinary::addImage(std::vector<uint8_t> bytes) {
    m_images.push_back(std::move(bytes));
    return static_cast<int>(m_images.size()) - 1;
}

int GlbBinary::addNumbers(std::vector<float> values, int width) {
    m_numbers.push_back({std::move(values), width});
    return m_accessors++;
}

int GlbBinary::viewsBeforeImages() const {
    return (m_vertices > 0 ? 2 : 0) + (m_tangents > 0 ? 1 : 0) + (m_textures > 0 ? 1 : 0) + (m_narrow > 0 ? 1 : 0) +
           (m_wide > 0 ? 1 : 0);
}

int GlbBinary::imageView(int image) const {
    return viewsBeforeImages() + image;
}

void GlbBinary::copy(const Piece& piece, const Places& places, uint8_t* data) const {
    const assets::Primitive& source = *piece.primitive;
    const size_t count = source.positions.size();
    std::memcpy(data + places.positions + piece.firstVertex * 12, source.positions.data(), count * 12);
    for (size_t i = 0; i < count; ++i) {
        const glm::vec3 normal = unit(i < source.normals.size() ? source.normals[i] : glm::vec3(0, 1, 0));
        std::memcpy(data + places.normals + (piece.firstVertex + i) * 12, &normal, 12);
    }
    for (size_t i = 0; piece.attributes.tangents && i < count; ++i) {
        const glm::vec4 along = tangent(source.tangents[i]);
        std::memcpy(data + places.tangents + (piece.firstTangent + i) * 16, &along, 16);
    }
    for (size_t i = 0; piece.attributes.textures && i < count; ++i) {
        const glm::vec2 texture = i < source.uvs.size() ? source.uvs[i] : glm::vec2(0, 0);
        std::memcpy(data + places.textures + (piece.firstTexture + i) * 8, &texture, 8);
    }
    const auto& indices = piece.used();
    if (piece.wide) {
        std::memcpy(data + places.wide + piece.firstIndex * 4, indices.data(), indices.size() * 4);
        return;
    }
    uint8_t* out = data + places.narrow + piece.firstIndex * 2;
    for (size_t i = 0; i < indices.size(); ++i) {
        const auto value = static_cast<uint16_t>(indices[i]);
        std::memcpy(out + i * 2, &value, 2);
    }
}

Json GlbBinary::accessors(const Places& places) const {
    Json accessors = Json::array();
    const auto add = [&](int view, size_t offset, int type, size_t count, const char* shape) -> Json& {
        accessors.push_back(
            {{"bufferView", view}, {"byteOffset", offset}, {"componentType", type}, {"count", count}, {"type", shape}});
        return accessors.back();
    };
    for (const Piece& piece : m_pieces) {
        const auto& points = piece.primitive->positions;
        const size_t count = points.size();
        glm::vec3 low = points.front(), high = low;
        for (const glm::vec3& p : points) {
            low = {std::min(low.x, p.x), std::min(low.y, p.y), std::min(low.z, p.z)};
            high = {std::max(high.x, p.x), std::max(high.y, p.y), std::max(high.z, p.z)};
        }
        Json& positions = add(0, piece.firstVertex * 12, kFloat, count, "VEC3");
        positions["min"] = numbers(low);
        positions["max"] = numbers(high);
        add(1, piece.firstVertex * 12, kFloat, count, "VEC3");
        if (piece.attributes.tangents) add(places.tangentView, piece.firstTangent * 16, kFloat, count, "VEC4");
        if (piece.attributes.textures) add(places.textureView, piece.firstTexture * 8, kFloat, count, "VEC2");
        add(piece.wide ? places.wideView : places.narrowView, piece.firstIndex * (piece.wide ? 4 : 2),
            piece.wide ? kUnsignedInt : kUnsignedShort, piece.used().size(), "SCALAR");
    }
    size_t offset = 0;
    for (const Numbers& numbers : m_numbers) {
        const size_t count = numbers.values.size() / static_cast<size_t>(numbers.width);
        Json& about = add(places.numberView, offset, kFloat, count,
                          numbers.width == 1   ? "SCALAR"
                          : numbers.width == 3 ? "VEC3"
                                               : "VEC4");
        offset += numbers.values.size() * 4;
        if (numbers.width != 1) continue;
        const auto [low, high] = std::minmax_element(numbers.values.begin(), numbers.values.end());
        about["min"] = Json::array({static_cast<double>(*low)});
        about["max"] = Json::array({static_cast<double>(*high)});
    }
    return accessors;
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
    const auto next = [&] { return static_cast<int>(views.size()); };
    Places places;
    if (m_vertices > 0) {
        places.positions = view(m_vertices * 12, 12, kVertexData);
        places.normals = view(m_vertices * 12, 12, kVertexData);
    }
    places.tangentView = next();
    if (m_tangents > 0) places.tangents = view(m_tangents * 16, 16, kVertexData);
    places.textureView = next();
    if (m_textures > 0) places.textures = view(m_textures * 8, 8, kVertexData);
    places.narrowView = next();
    if (m_narrow > 0) places.narrow = view(m_narrow * 2, 0, kIndexData);
    places.wideView = next();
    if (m_wide > 0) places.wide = view(m_wide * 4, 0, kIndexData);
    std::vector<size_t> images;
    for (const auto& image : m_images) images.push_back(view(image.size(), 0, 0));
    size_t count = 0;
    for (const Numbers& numbers : m_numbers) count += numbers.values.size();
    places.numberView = next();
    size_t place = count > 0 ? view(count * 4, 0, 0) : 0;

    std::vector<uint8_t> data(end, 0);
    for (const Numbers& numbers : m_numbers) {
        std::memcpy(data.data() + place, numbers.values.data(), numbers.values.size() * 4);
        place += numbers.values.size() * 4;
    }
    for (size_t i = 0; i < m_images.size(); ++i)
        std::memcpy(data.data() + images[i], m_images[i].data(), m_images[i].size());
    parallelFor(
        threads, static_cast<int>(m_pieces.size()),
        [&](int number) { copy(m_pieces[static_cast<size_t>(number)], places, data.data()); }, 4);
    document["accessors"] = accessors(places);
    document["bufferViews"] = std::move(views);
    document["buffers"] = Json::array({{{"byteLength", data.size()}}});
    return data;
}

}  // namespace sketchwalk::gltf
