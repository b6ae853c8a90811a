#include "core/gltf/SurfaceGlb.h"

#include <bit>
#include <cstring>
#include <glm/common.hpp>
#include <nlohmann/json.hpp>

#include "core/gltf/GlbMaterials.h"
#include "core/gltf/Version.h"

namespace sketchwalk::gltf {
namespace {

static_assert(std::endian::native == std::endian::little, "glTF is little-endian and is written as memory holds it");

Json documentOf(std::span<const glm::vec3> vertices, std::span<const uint32_t> indices, const SurfaceLook& look) {
    Json document{{"asset", {{"version", "2.0"}, {"generator", kGenerator}}}, {"scene", 0}};
    document["scenes"] = Json::array({{{"nodes", Json::array({0})}}});
    document["nodes"] = Json::array({{{"name", look.name}}});
    if (indices.empty()) return document;
    document["nodes"][0]["mesh"] = 0;
    document["meshes"] = Json::array(
        {{{"name", look.name},
          {"primitives", Json::array({{{"attributes", {{"POSITION", 0}}}, {"indices", 1}, {"material", 0}}})}}});
    Json material{{"name", "walkable"},
                  {"pbrMetallicRoughness",
                   {{"baseColorFactor",
                     {linearFromSrgb(look.colour.r), linearFromSrgb(look.colour.g), linearFromSrgb(look.colour.b),
                      static_cast<double>(look.alpha)}},
                    {"metallicFactor", 0}}}};
    if (look.alpha < 1) material["alphaMode"] = "BLEND";
    document["materials"] = Json::array({std::move(material)});
    glm::vec3 low = vertices.front(), high = low;
    for (const glm::vec3& p : vertices) {
        low = glm::min(low, p);
        high = glm::max(high, p);
    }
    document["accessors"] = Json::array(
        {{{"bufferView", 0},
          {"componentType", kFloat},
          {"count", vertices.size()},
          {"type", "VEC3"},
          {"min", numbers(low)},
          {"max", numbers(high)}},
         {{"bufferView", 1}, {"componentType", kUnsignedInt}, {"count", indices.size()}, {"type", "SCALAR"}}});
    document["bufferViews"] =
        Json::array({{{"buffer", 0}, {"byteLength", vertices.size_bytes()}, {"target", kVertexData}},
                     {{"buffer", 0},
                      {"byteOffset", vertices.size_bytes()},
                      {"byteLength", indices.size_bytes()},
                      {"target", kIndexData}}});
    document["buffers"] = Json::array({{{"byteLength", vertices.size_bytes() + indices.size_bytes()}}});
    return document;
}

}  // namespace

std::vector<uint8_t> encodeSurfaceGlb(std::span<const glm::vec3> vertices, std::span<const uint32_t> indices,
                                      const SurfaceLook& look) {
    static_assert(sizeof(glm::vec3) == 12);
    std::string text = documentOf(vertices, indices, look).dump();
    text.resize((text.size() + 3) / 4 * 4, ' ');
    const size_t binary = indices.empty() ? 0 : vertices.size_bytes() + indices.size_bytes();
    std::vector<uint8_t> out;
    out.reserve(28 + text.size() + binary);
    const auto word = [&](size_t value) {
        for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<uint8_t>(value >> shift & 0xff));
    };
    const auto bytes = [&](const void* data, size_t size) {
        const auto* from = static_cast<const uint8_t*>(data);
        out.insert(out.end(), from, from + size);
    };
    word(0x46546c67);  // "glTF"
    word(2);
    word(20 + text.size() + (binary > 0 ? 8 + binary : 0));
    word(text.size());
    word(0x4e4f534a);  // "JSON"
    bytes(text.data(), text.size());
    if (binary == 0) return out;
    word(binary);
    word(0x004e4942);  // "BIN"
    bytes(vertices.data(), vertices.size_bytes());
    bytes(indices.data(), indices.size_bytes());
    return out;
}

}  // namespace sketchwalk::gltf
