#include "core/gltf/Compact.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <glm/common.hpp>
#include <limits>
#include <map>
#include <span>
#include <string>

#include "core/base/Parallel.h"
#include "core/base/Trig.h"
#include "core/gltf/Numbers.h"
#include "core/gltf/PackedPrimitive.h"

namespace sketchwalk::gltf {
namespace {

constexpr double kFinestStep = 1.0 / 256, kWorldStep = 1.0 / 64;  // metres
constexpr double kLeastStep = 1.0 / 4096;                         // metres, where slivers need it
constexpr double kMostSteps = 32767, kStepsAcross = 1024;
constexpr int kTurnBits = 12;  // of a quaternion's part
constexpr int kExponent = -8;  // of copies' places and scales: steps of 1/256

// One compressed bufferView to be.
struct Stream {
    const char* mode = "ATTRIBUTES";
    const char* filter = nullptr;
    size_t stride = 0;
    int target = 0;
    std::vector<uint8_t> plain, packed;
    size_t count() const { return plain.size() / stride; }
};

enum StreamKind { places, normals, tangents, textures, wideTextures, narrow, wide, moves, turns, scales, kinds };

std::vector<Stream> emptyStreams() {
    std::vector<Stream> streams(kinds);
    const auto set = [&](StreamKind kind, size_t stride, const char* filter, int target, const char* mode) {
        streams[kind].stride = stride;
        streams[kind].filter = filter;
        streams[kind].target = target;
        streams[kind].mode = mode;
    };
    set(places, 8, nullptr, kVertexData, "ATTRIBUTES");
    set(normals, 4, "OCTAHEDRAL", kVertexData, "ATTRIBUTES");
    set(tangents, 4, "OCTAHEDRAL", kVertexData, "ATTRIBUTES");
    set(textures, 4, nullptr, kVertexData, "ATTRIBUTES");
    set(wideTextures, 8, nullptr, kVertexData, "ATTRIBUTES");
    set(narrow, 2, nullptr, kIndexData, "TRIANGLES");
    set(wide, 4, nullptr, kIndexData, "TRIANGLES");
    set(moves, 12, "EXPONENTIAL", 0, "ATTRIBUTES");
    set(turns, 8, "QUATERNION", 0, "ATTRIBUTES");
    set(scales, 12, "EXPONENTIAL", 0, "ATTRIBUTES");
    return streams;
}

void pack(Stream& stream) {
    if (std::strcmp(stream.mode, "TRIANGLES") == 0) {
        std::vector<unsigned int> indices(stream.count());
        for (size_t i = 0; i < indices.size(); ++i) {
            uint32_t value = 0;
            std::memcpy(&value, stream.plain.data() + i * stream.stride, stream.stride);
            indices[i] = value;
        }
        stream.packed.resize(meshopt_encodeIndexBufferBound(indices.size(), std::numeric_limits<uint32_t>::max()));
        stream.packed.resize(
            meshopt_encodeIndexBuffer(stream.packed.data(), stream.packed.size(), indices.data(), indices.size()));
    } else {
        stream.packed.resize(meshopt_encodeVertexBufferBound(stream.count(), stream.stride));
        stream.packed.resize(meshopt_encodeVertexBuffer(stream.packed.data(), stream.packed.size(), stream.plain.data(),
                                                        stream.count(), stream.stride));
    }
}

// A number as the exponential filter reads it: 24 bits of mantissa below 8 of exponent.
uint32_t exponential(double value, int exponent) {
    const auto mantissa = static_cast<int32_t>(std::llround(std::ldexp(value, -exponent)));
    return (static_cast<uint32_t>(mantissa) & 0xffffffu) | static_cast<uint32_t>(exponent) << 24;
}

std::string kindOf(const Json& node) {
    return node.contains("extras") ? node["extras"].value("kind", "") : "";
}

struct MeshGrid {
    glm::dvec3 offset{0};
    double step = kWorldStep;
};

class Compactor {
  public:
    Compactor(Json& document, Json& nodes, const std::vector<uint8_t>& binary, const std::vector<Copies>& copies)
        : m_document(document), m_nodes(nodes), m_binary(binary), m_copies(copies), m_streams(emptyStreams()) {}

    std::vector<uint8_t> run(int threads) {
        chooseGrids();
        packMeshes(threads);
        place();
        for (const Copies& copies : m_copies) addCopies(copies);
        return finish(threads);
    }

  private:
    // The floats (or indices) of an accessor.
    template <class T>
    std::vector<T> read(const Json& accessor, size_t width) const {
        const Json& view = m_document["bufferViews"][accessor["bufferView"].get<size_t>()];
        const size_t start = view["byteOffset"].get<size_t>() + accessor["byteOffset"].get<size_t>();
        std::vector<T> values(accessor["count"].get<size_t>() * width);
        std::memcpy(values.data(), m_binary.data() + start, values.size() * sizeof(T));
        return values;
    }

    PlainPrimitive plainOf(const Json& primitive) const {
        const Json& accessors = m_document["accessors"];
        const Json& attributes = primitive["attributes"];
        const auto floats = [&](const char* name, size_t width) {
            return attributes.contains(name) ? read<float>(accessors[attributes[name].get<size_t>()], width)
                                             : std::vector<float>();
        };
        PlainPrimitive plain{
            floats("POSITION", 3), floats("NORMAL", 3), floats("TANGENT", 4), floats("TEXCOORD_0", 2), {}};
        const Json& indices = accessors[primitive["indices"].get<size_t>()];
        if (indices["componentType"] == kUnsignedInt) {
            plain.indices = read<uint32_t>(indices, 1);
        } else {
            const auto small = read<uint16_t>(indices, 1);
            plain.indices.assign(small.begin(), small.end());
        }
        return plain;
    }

    // Low and high of a mesh's positions.
    std::pair<glm::dvec3, glm::dvec3> boundsOf(const Json& mesh) const {
        glm::dvec3 low(1e300), high(-1e300);
        for (const Json& primitive : mesh["primitives"]) {
            const Json& positions = m_document["accessors"][primitive["attributes"]["POSITION"].get<size_t>()];
            for (int k = 0; k < 3; ++k) {
                low[k] = std::min(low[k], positions["min"][static_cast<size_t>(k)].get<double>());
                high[k] = std::max(high[k], positions["max"][static_cast<size_t>(k)].get<double>());
            }
        }
        return {low, high};
    }

    static double fitting(double step, const glm::dvec3& reach) {
        while (std::max({reach.x, reach.y, reach.z}) / step > kMostSteps) step *= 2;
        return step;
    }

    // A finer step where a triangle would vanish because two of its corners lie on one.
    double keepingTriangles(const Json& mesh, double step, double reach) const {
        const auto vanishes = [](const PlainPrimitive& plain, double by) {
            const auto same = [&](uint32_t a, uint32_t b) {
                for (size_t k = 0; k < 3; ++k) {
                    const auto on = [&](uint32_t v) {
                        return std::llround(static_cast<double>(plain.positions[3 * size_t{v} + k]) / by);
                    };
                    if (on(a) != on(b)) return false;
                }
                return true;
            };
            for (size_t i = 0; i + 2 < plain.indices.size(); i += 3) {
                const uint32_t a = plain.indices[i], b = plain.indices[i + 1], c = plain.indices[i + 2];
                if (same(a, b) || same(b, c) || same(a, c)) return true;
            }
            return false;
        };
        for (const Json& primitive : mesh["primitives"]) {
            const PlainPrimitive plain = plainOf(primitive);
            while (step > kLeastStep && reach / step * 2 <= kMostSteps && vanishes(plain, step)) step /= 2;
        }
        return step;
    }

    // Meshes of nodes that place nothing lie in world coordinates: around an offset of their own, on a common grid.
    void chooseGrids() {
        m_grids.resize(m_document.value("meshes", Json::array()).size());
        std::vector<bool> world(m_grids.size(), false);
        for (const Json& node : m_nodes) {
            if (node.contains("mesh") && kindOf(node) != "object" && kindOf(node) != "objects" &&
                kindOf(node) != "follower")
                world[node["mesh"].get<size_t>()] = true;
        }
        double worldStep = kWorldStep;
        for (size_t i = 0; i < m_grids.size(); ++i) {
            const auto [low, high] = boundsOf(m_document["meshes"][i]);
            if (world[i]) {
                worldStep = fitting(worldStep, (high - low) * 0.5 + glm::dvec3(worldStep));
            } else {
                const double size = std::max({high.x - low.x, high.y - low.y, high.z - low.z});
                double step = kFinestStep;
                while (step < kWorldStep && step * kStepsAcross < size) step *= 2;
                const glm::dvec3 reach = glm::max(-low, high);
                m_grids[i].step = keepingTriangles(m_document["meshes"][i], fitting(step, reach),
                                                   std::max({reach.x, reach.y, reach.z}));
            }
        }
        for (size_t i = 0; i < m_grids.size(); ++i) {
            if (!world[i]) continue;
            const auto [low, high] = boundsOf(m_document["meshes"][i]);
            m_grids[i].step = worldStep;
            for (int k = 0; k < 3; ++k)
                m_grids[i].offset[k] = std::round((low[k] + high[k]) / 2 / worldStep) * worldStep;
        }
    }

    void packMeshes(int threads) {
        if (!m_document.contains("meshes")) return;
        std::vector<std::pair<size_t, const Json*>> primitives;
        for (size_t i = 0; i < m_grids.size(); ++i) {
            m_document["meshes"][i].erase("name");  // nodes have names
            for (const Json& primitive : m_document["meshes"][i]["primitives"]) primitives.emplace_back(i, &primitive);
        }
        std::vector<PackedPrimitive> found(primitives.size());
        parallelFor(threads, static_cast<int>(found.size()), [&](int i) {
            const auto& [mesh, primitive] = primitives[static_cast<size_t>(i)];
            found[static_cast<size_t>(i)] = packed(plainOf(*primitive), m_grids[mesh].offset, m_grids[mesh].step);
        });
        size_t next = 0;
        for (Json& mesh : m_document["meshes"]) {
            for (Json& primitive : mesh["primitives"]) write(found[next++], primitive);
        }
    }

    // Adds values to a stream and an accessor on them; returns its number.
    template <class T>
    int add(StreamKind kind, const std::vector<T>& values, int component, const char* shape, bool normalized) {
        Stream& stream = m_streams[kind];
        Json accessor{{"bufferView", static_cast<int>(kind)},  // its number among the used ones is put in at the end
                      {"byteOffset", stream.plain.size()},
                      {"componentType", component},
                      {"count", values.size() * sizeof(T) / stream.stride},
                      {"type", shape}};
        if (normalized) accessor["normalized"] = true;
        const auto* bytes = reinterpret_cast<const uint8_t*>(values.data());
        stream.plain.insert(stream.plain.end(), bytes, bytes + values.size() * sizeof(T));
        m_accessors.push_back(std::move(accessor));
        return static_cast<int>(m_accessors.size()) - 1;
    }

    void write(const PackedPrimitive& from, Json& primitive) {
        Json attributes{{"POSITION", add(places, from.positions, kShort, "VEC3", false)}};
        std::array<int, 3> low{32767, 32767, 32767}, high{-32767, -32767, -32767};
        for (const auto& p : from.positions) {
            for (size_t k = 0; k < 3; ++k) {
                low[k] = std::min<int>(low[k], p[k]);
                high[k] = std::max<int>(high[k], p[k]);
            }
        }
        m_accessors.back()["min"] = low;
        m_accessors.back()["max"] = high;
        attributes["NORMAL"] = add(normals, from.normals, kByte, "VEC3", true);
        if (!from.tangents.empty()) attributes["TANGENT"] = add(tangents, from.tangents, kByte, "VEC4", true);
        if (!from.textures.empty())
            attributes["TEXCOORD_0"] = add(textures, from.textures, kUnsignedShort, "VEC2", true);
        if (!from.wideTextures.empty())
            attributes["TEXCOORD_0"] = add(wideTextures, from.wideTextures, kFloat, "VEC2", false);
        primitive["attributes"] = std::move(attributes);
        if (from.positions.size() > kNarrowLimit) {
            primitive["indices"] = add(wide, from.indices, kUnsignedInt, "SCALAR", false);
        } else {
            const std::vector<uint16_t> small(from.indices.begin(), from.indices.end());
            primitive["indices"] = add(narrow, small, kUnsignedShort, "SCALAR", false);
        }
    }

    // Nodes turn whole numbers into metres.
    void place() {
        for (Json& node : m_nodes) {
            if (!node.contains("mesh")) continue;
            const MeshGrid& grid = m_grids[node["mesh"].get<size_t>()];
            if (kindOf(node) == "objects") continue;  // its copies do
            double scale = grid.step;
            if (node.contains("scale")) scale *= node["scale"][0].get<double>();
            node["scale"] = Json::array({scale, scale, scale});
            if (!node.contains("translation") && grid.offset != glm::dvec3(0))
                node["translation"] = Json::array({grid.offset.x, grid.offset.y, grid.offset.z});
        }
    }

    // Neighbours one after another: differences are small then.
    static std::vector<const scene::Instance*> sorted(std::vector<const scene::Instance*> copies) {
        std::vector<float> positions;
        for (const scene::Instance* copy : copies)
            positions.insert(positions.end(), {copy->position.x, copy->position.y, copy->position.z});
        std::vector<unsigned int> remap(copies.size());
        meshopt_spatialSortRemap(remap.data(), positions.data(), copies.size(), 12);
        std::vector<const scene::Instance*> order(copies.size());
        for (size_t i = 0; i < copies.size(); ++i) order[remap[i]] = copies[i];
        return order;
    }

    void addCopies(const Copies& copies) {
        Json& node = m_nodes[static_cast<size_t>(copies.node)];
        // The node turns steps into metres, so places are counted in steps too.
        const double step = m_grids[node["mesh"].get<size_t>()].step;
        const int moveExponent = kExponent - static_cast<int>(std::lround(std::log2(step)));
        node["scale"] = Json::array({step, step, step});
        std::vector<std::array<uint32_t, 3>> move, scale;
        std::vector<float> turn;
        for (const scene::Instance* copy : sorted(copies.instances)) {
            const glm::dvec3 at = glm::dvec3(copy->position) / step;
            move.push_back(
                {exponential(at.x, moveExponent), exponential(at.y, moveExponent), exponential(at.z, moveExponent)});
            const uint32_t size = exponential(static_cast<double>(copy->scale), kExponent);
            scale.push_back({size, size, size});
            const double half = exact::radians(static_cast<double>(copy->yaw)) / 2;
            turn.insert(turn.end(), {0, static_cast<float>(exact::sin(half)), 0, static_cast<float>(exact::cos(half))});
        }
        std::vector<std::array<int16_t, 4>> turned(copies.instances.size());
        meshopt_encodeFilterQuat(turned.data(), turned.size(), 8, kTurnBits, turn.data());
        Json attributes{{"TRANSLATION", add(moves, move, kFloat, "VEC3", false)},
                        {"ROTATION", add(turns, turned, kShort, "VEC4", true)}};
        const uint32_t one = exponential(1, kExponent);
        if (std::any_of(scale.begin(), scale.end(), [&](const auto& size) { return size[0] != one; }))
            attributes["SCALE"] = add(scales, scale, kFloat, "VEC3", false);
        node["extensions"]["EXT_mesh_gpu_instancing"]["attributes"] = std::move(attributes);
    }

    // Animations stay as they are: a few kilobytes of floats.
    template <class Append>
    void keepAnimations(Json& views, const Append& append) {
        std::map<int, int> moved;  // accessors
        for (Json& animation : m_document.contains("animations") ? m_document["animations"] : m_none) {
            for (Json& sampler : animation["samplers"]) {
                for (const char* end : {"input", "output"}) {
                    const int from = sampler[end].get<int>();
                    const auto [at, isNew] = moved.try_emplace(from, static_cast<int>(m_accessors.size()));
                    sampler[end] = at->second;
                    if (!isNew) continue;
                    Json accessor = m_document["accessors"][static_cast<size_t>(from)];
                    const size_t width = accessor["type"] == "SCALAR" ? 1 : accessor["type"] == "VEC3" ? 3 : 4;
                    const std::vector<float> values = read<float>(accessor, width);
                    const auto* bytes = reinterpret_cast<const uint8_t*>(values.data());
                    const size_t start = append({bytes, values.size() * 4});
                    accessor["bufferView"] = views.size();
                    accessor["byteOffset"] = 0;
                    views.push_back({{"buffer", 0}, {"byteOffset", start}, {"byteLength", values.size() * 4}});
                    m_accessors.push_back(std::move(accessor));
                }
            }
        }
    }

    // Lays out what was packed, then the pictures.
    std::vector<uint8_t> finish(int threads) {
        meshopt_encodeIndexVersion(1);  // as the extension wants it; the same from every thread
        meshopt_encodeVertexVersion(0);
        parallelFor(threads, kinds, [&](int i) {
            if (!m_streams[static_cast<size_t>(i)].plain.empty()) pack(m_streams[static_cast<size_t>(i)]);
        });
        std::vector<uint8_t> out;
        size_t unpacked = 0;
        Json views = Json::array();
        std::vector<int> number(kinds, -1);
        const auto append = [&](std::span<const uint8_t> bytes) {
            const size_t start = out.size();
            out.insert(out.end(), bytes.begin(), bytes.end());
            out.resize((out.size() + 3) / 4 * 4, 0);
            return start;
        };
        for (size_t i = 0; i < kinds; ++i) {
            const Stream& stream = m_streams[i];
            if (stream.plain.empty()) continue;
            Json squeezed{{"buffer", 0},
                          {"byteOffset", append(stream.packed)},
                          {"byteLength", stream.packed.size()},
                          {"byteStride", stream.stride},
                          {"mode", stream.mode},
                          {"count", stream.count()}};
            if (stream.filter) squeezed["filter"] = stream.filter;
            Json view{{"buffer", 1}, {"byteOffset", unpacked}, {"byteLength", stream.plain.size()}};
            if (stream.target == kVertexData) view["byteStride"] = stream.stride;
            if (stream.target != 0) view["target"] = stream.target;
            view["extensions"] = {{"EXT_meshopt_compression", std::move(squeezed)}};
            number[i] = static_cast<int>(views.size());
            views.push_back(std::move(view));
            unpacked = (unpacked + stream.plain.size() + 3) / 4 * 4;
        }
        for (Json& accessor : m_accessors) accessor["bufferView"] = number[accessor["bufferView"].get<size_t>()];
        for (Json& image : m_document.contains("images") ? m_document["images"] : m_none) {
            const Json& from = m_document["bufferViews"][image["bufferView"].get<size_t>()];
            const size_t length = from["byteLength"].get<size_t>();
            const size_t start = append({m_binary.data() + from["byteOffset"].get<size_t>(), length});
            image["bufferView"] = views.size();
            views.push_back({{"buffer", 0}, {"byteOffset", start}, {"byteLength", length}});
        }
        keepAnimations(views, append);
        m_document["accessors"] = std::move(m_accessors);
        m_document["bufferViews"] = std::move(views);
        m_document["buffers"] = Json::array({{{"byteLength", out.size()}}});
        if (unpacked > 0) {
            m_document["buffers"].push_back(
                {{"byteLength", unpacked}, {"extensions", {{"EXT_meshopt_compression", {{"fallback", true}}}}}});
        }
        for (const char* name : {"KHR_mesh_quantization", "EXT_meshopt_compression", "EXT_mesh_gpu_instancing"}) {
            if (unpacked == 0 || (m_copies.empty() && std::strcmp(name, "EXT_mesh_gpu_instancing") == 0)) continue;
            m_document["extensionsUsed"].push_back(name);
            m_document["extensionsRequired"].push_back(name);
        }
        return out;
    }

    Json& m_document;
    Json& m_nodes;
    const std::vector<uint8_t>& m_binary;
    const std::vector<Copies>& m_copies;
    std::vector<MeshGrid> m_grids;
    std::vector<Stream> m_streams;
    Json m_accessors = Json::array(), m_none = Json::array();
};

}  // namespace

std::vector<uint8_t> compacted(Json& document, Json& nodes, const std::vector<uint8_t>& binary,
                               const std::vector<Copies>& copies, int threads) {
    return Compactor(document, nodes, binary, copies).run(threads);
}

}  // namespace sketchwalk::gltf
