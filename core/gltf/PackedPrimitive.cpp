#include "core/gltf/PackedPrimitive.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <cmath>

namespace sketchwalk::gltf {
namespace {

constexpr int kNormalBits = 8;
constexpr double kTextureStep = 32;  // of 65535: a quarter of a pixel of the pictures in use

int16_t whole(double value) {
    return static_cast<int16_t>(std::clamp(std::round(value), -32767.0, 32767.0));
}

std::vector<std::array<int8_t, 4>> octahedral(const std::vector<float>& vectors, size_t width) {
    const size_t count = vectors.size() / width;
    std::vector<float> four(count * 4, 0.0f);
    for (size_t i = 0; i < count; ++i)
        std::copy_n(vectors.begin() + static_cast<ptrdiff_t>(i * width), width,
                    four.begin() + static_cast<ptrdiff_t>(i * 4));
    std::vector<std::array<int8_t, 4>> out(count);
    if (count > 0) meshopt_encodeFilterOct(out.data(), count, 4, kNormalBits, four.data());
    return out;
}

void addTextures(const PlainPrimitive& plain, PackedPrimitive& out) {
    const bool inside =
        std::all_of(plain.textures.begin(), plain.textures.end(), [](float t) { return t >= 0.0f && t <= 1.0f; });
    for (size_t i = 0; i + 1 < plain.textures.size(); i += 2) {
        if (!inside) {
            out.wideTextures.push_back(
                {std::round(plain.textures[i] * 256) / 256, std::round(plain.textures[i + 1] * 256) / 256});
            continue;
        }
        const auto steps = [](float t) {  // the low bits stay 0, which compresses
            return static_cast<uint16_t>(
                std::min(std::round(static_cast<double>(t) * 65535 / kTextureStep) * kTextureStep, 65535.0));
        };
        out.textures.push_back({steps(plain.textures[i]), steps(plain.textures[i + 1])});
    }
}

template <class T>
void reorder(std::vector<T>& values, const std::vector<unsigned int>& remap, size_t count) {
    if (values.empty()) return;
    std::vector<T> moved(count);
    for (size_t i = 0; i < values.size(); ++i) {
        if (remap[i] != ~0u) moved[remap[i]] = values[i];
    }
    values = std::move(moved);
}

void reorder(PackedPrimitive& primitive, const std::vector<unsigned int>& remap, size_t count) {
    reorder(primitive.positions, remap, count);
    reorder(primitive.normals, remap, count);
    reorder(primitive.tangents, remap, count);
    reorder(primitive.textures, remap, count);
    reorder(primitive.wideTextures, remap, count);
    for (uint32_t& index : primitive.indices) index = remap[index];
}

// Equal corners become one.
void share(PackedPrimitive& primitive) {
    std::vector<meshopt_Stream> streams = {{primitive.positions.data(), 8, 8}, {primitive.normals.data(), 4, 4}};
    if (!primitive.tangents.empty()) streams.push_back({primitive.tangents.data(), 4, 4});
    if (!primitive.textures.empty()) streams.push_back({primitive.textures.data(), 4, 4});
    if (!primitive.wideTextures.empty()) streams.push_back({primitive.wideTextures.data(), 8, 8});
    std::vector<unsigned int> remap(primitive.positions.size());
    const size_t count =
        meshopt_generateVertexRemapMulti(remap.data(), primitive.indices.data(), primitive.indices.size(),
                                         primitive.positions.size(), streams.data(), streams.size());
    reorder(primitive, remap, count);
}

void dropVanished(PackedPrimitive& primitive) {
    std::vector<uint32_t> kept;
    const auto at = [&](uint32_t vertex) { return primitive.positions[vertex]; };
    for (size_t i = 0; i + 2 < primitive.indices.size(); i += 3) {
        const uint32_t a = primitive.indices[i], b = primitive.indices[i + 1], c = primitive.indices[i + 2];
        if (at(a) != at(b) && at(b) != at(c) && at(a) != at(c)) kept.insert(kept.end(), {a, b, c});
    }
    if (!kept.empty()) primitive.indices = std::move(kept);  // a speck keeps its triangles: a primitive must have some
}

}  // namespace

PackedPrimitive packed(const PlainPrimitive& plain, const glm::dvec3& offset, double step) {
    PackedPrimitive out;
    for (size_t i = 0; i + 2 < plain.positions.size(); i += 3) {
        std::array<int16_t, 4> position{};
        for (size_t k = 0; k < 3; ++k)
            position[k] = whole((static_cast<double>(plain.positions[i + k]) - offset[static_cast<int>(k)]) / step);
        out.positions.push_back(position);
    }
    out.normals = octahedral(plain.normals, 3);
    out.tangents = octahedral(plain.tangents, 4);
    addTextures(plain, out);
    out.indices = plain.indices;
    dropVanished(out);
    share(out);
    const size_t count = out.positions.size();
    meshopt_optimizeVertexCacheStrip(out.indices.data(), out.indices.data(), out.indices.size(), count);
    std::vector<unsigned int> remap(count);
    const size_t used = meshopt_optimizeVertexFetchRemap(remap.data(), out.indices.data(), out.indices.size(), count);
    reorder(out, remap, used);
    return out;
}

}  // namespace sketchwalk::gltf
