#include "core/gltf/Glb.h"

#include <algorithm>
#include <cmath>

#include "core/assets/PaletteAtlas.h"
#include "core/base/Parallel.h"
#include "core/base/Trig.h"
#include "core/gltf/GlbBinary.h"
#include "core/gltf/GlbMaterials.h"
#include "core/gltf/NodeNames.h"
#include "core/gltf/Version.h"

namespace sketchwalk::gltf {
namespace {

constexpr double kSunIntensity = 3;  // unitless, as engines' default suns
constexpr int kNodesAtOnce = 256;    // objects turned into text together

double rounded(double value, double steps) {
    return std::round(value * steps) / steps + 0.0;
}  // + 0.0: never "-0.0"

Json vector(const glm::vec3& v) {
    return Json::array({rounded(v.x, 1000), rounded(v.y, 1000), rounded(v.z, 1000)});  // to the millimetre
}

Json quaternion(double x, double y, double z, double w) {
    return Json::array({rounded(x, 1e7), rounded(y, 1e7), rounded(z, 1e7), rounded(w, 1e7)});
}

Json yawRotation(double degrees) {
    const double half = exact::radians(degrees) / 2;
    return quaternion(0, exact::sin(half), 0, exact::cos(half));
}

Json objectNode(const scene::Asset& asset, const scene::Instance& instance, int mesh, std::string name) {
    Json node{{"name", std::move(name)}, {"mesh", mesh}, {"translation", vector(instance.position)}};
    if (instance.yaw != 0) node["rotation"] = yawRotation(instance.yaw);
    if (const double scale = rounded(instance.scale, 1e4); scale != 1)
        node["scale"] = Json::array({scale, scale, scale});
    node["extras"] = {{"kind", "object"}, {"category", asset.category}};
    node["extras"]["stroke"] = instance.stroke ? Json(*instance.stroke) : Json(nullptr);
    node["extras"]["asset"] = asset.id;
    return node;
}

// Writes the document, but for the objects' nodes, which are many and turned into text side by side.
class GlbWriter {
  public:
    GlbWriter(const scene::Scene& scene, const Job& job) : m_scene(scene), m_job(job), m_palette(scene.materials) {}

    Result<std::vector<uint8_t>> write() {
        addNode({{"name", "Scene"}, {"children", Json::array()}, {"extras", about()}});
        addTerrain();
        addWater();
        const std::vector<std::string> objects = objectTexts();
        if (m_objects > 0) addPart("Objects", nullptr, Json::array());
        const size_t objectsNode = m_nodes.size() - 1;
        addPlay();
        addLights();
        for (int i = 0; i < m_objects; ++i)
            m_nodes[objectsNode]["children"].push_back(static_cast<int>(m_nodes.size()) + i);
        m_nodes[0]["children"] = m_parts;
        if (m_job.stopped()) return fail(ErrorKind::interrupted, "Stopped while writing the scene.");
        Json document{{"asset", {{"version", "2.0"}, {"generator", kGenerator}}}};
        document["scene"] = 0;
        // One root: readers that allow no more than one (assimp) would else make up another.
        document["scenes"] = Json::array({{{"nodes", Json::array({0})}, {"extras", about()}}});
        document["extensionsUsed"] = Json::array({"KHR_lights_punctual"});
        document["extensions"] = {{"KHR_lights_punctual", {{"lights", Json::array({sun()})}}}};
        if (!m_meshes.empty()) document["meshes"] = std::move(m_meshes);
        m_materials.write(document, m_binary, m_job.threads);
        const std::vector<uint8_t> binary = m_binary.assemble(document, m_job.threads);
        if (m_job.stopped()) return fail(ErrorKind::interrupted, "Stopped while writing the scene.");
        return file(document, objects, binary);
    }

  private:
    Json about() const {
        return {{"generator", kGenerator},
                {"format", "sketchwalk-scene"},
                {"version", 1},
                {"seed", m_scene.seed},
                {"extent", {m_scene.extent.x, m_scene.extent.y}},
                {"biome", m_scene.biome}};
    }

    int addNode(Json node) {
        m_nodes.push_back(std::move(node));
        return static_cast<int>(m_nodes.size()) - 1;
    }

    void addPart(const char* name, Json extras, Json children) {
        Json node{{"name", name}, {"children", std::move(children)}};
        if (!extras.is_null()) node["extras"] = std::move(extras);
        m_parts.push_back(addNode(std::move(node)));
    }

    // glTF's mesh; -1 where it is empty. `materialOf` gives the material of a primitive.
    template <class MaterialOf>
    int addMesh(const std::string& name, const assets::Mesh& mesh, const MaterialOf& materialOf) {
        Json primitives = Json::array();
        for (const assets::Primitive& primitive : mesh.primitives) {
            const assets::Material& material = materialOf(primitive);
            Json about = m_binary.addPrimitive(primitive, GlbMaterials::attributesFor(material));
            if (about.is_null()) continue;
            about["material"] = m_materials.add(material);
            primitives.push_back(std::move(about));
        }
        if (primitives.empty()) return -1;
        m_meshes.push_back({{"name", name}, {"primitives", std::move(primitives)}});
        return static_cast<int>(m_meshes.size()) - 1;
    }

    void addTerrain() {
        Json children = Json::array();
        for (const scene::TerrainChunk& chunk : m_scene.chunks) {
            const std::string name = "Terrain_" + std::to_string(chunk.column) + "_" + std::to_string(chunk.row);
            const int mesh = addMesh(
                name, *chunk.mesh, [&](const auto&) -> auto& { return chunk.material; });
            if (mesh >= 0) children.push_back(addNode({{"name", name}, {"mesh", mesh}}));
        }
        if (!children.empty()) addPart("Terrain", {{"kind", "terrain"}}, std::move(children));
    }

    void addWater() {
        Json children = Json::array();
        for (const scene::WaterPart& part : m_scene.waters) {
            const std::string name = "Water_" + std::to_string(part.body + 1);
            const int mesh = addMesh(
                name, *part.mesh, [&](const auto&) -> auto& { return part.material; });
            if (mesh < 0) continue;
            children.push_back(addNode(
                {{"name", name},
                 {"mesh", mesh},
                 {"extras", {{"kind", "water"}, {"category", part.category}, {"level", rounded(part.level, 1000)}}}}));
        }
        if (!children.empty()) addPart("Water", {{"kind", "water"}}, std::move(children));
    }

    std::vector<int> addAssets() {
        std::vector<bool> used(m_scene.assets.size(), false);
        for (const scene::InstanceGroup& group : m_scene.groups)
            used[static_cast<size_t>(group.asset)] = !group.instances.empty() || used[static_cast<size_t>(group.asset)];
        m_merged.resize(m_scene.assets.size());
        parallelFor(m_job.threads, static_cast<int>(m_merged.size()), [&](int i) {
            const auto index = static_cast<size_t>(i);
            if (used[index]) m_merged[index] = m_palette.merged(*m_scene.assets[index].mesh);
        });
        std::vector<int> meshes(m_scene.assets.size(), -1);
        for (size_t i = 0; i < meshes.size(); ++i) {
            if (!used[i]) continue;
            meshes[i] = addMesh(
                m_scene.assets[i].id, m_merged[i], [&](const assets::Primitive& primitive) -> auto& {
                    return m_palette.materials()[static_cast<size_t>(primitive.material)];
                });
        }
        return meshes;
    }

    // The nodes of all objects as JSON text, in pieces; their indices follow those of every other node.
    std::vector<std::string> objectTexts() {
        const std::vector<int> meshes = addAssets();
        struct Item {
            const scene::Asset* asset;
            const scene::Instance* instance;
            int mesh;
            std::string name;
        };
        std::vector<Item> items;
        NodeNames names;
        for (const scene::InstanceGroup& group : m_scene.groups) {
            const auto index = static_cast<size_t>(group.asset);
            if (meshes[index] < 0) continue;
            const scene::Asset& asset = m_scene.assets[index];
            for (const scene::Instance& instance : group.instances) {
                items.push_back({&asset, &instance, meshes[index], names.name(asset.category, instance.id)});
            }
        }
        m_objects = static_cast<int>(items.size());
        const int pieces = (m_objects + kNodesAtOnce - 1) / kNodesAtOnce;
        std::vector<std::string> texts(static_cast<size_t>(pieces));
        parallelFor(m_job.threads, pieces, [&](int piece) {
            std::string& text = texts[static_cast<size_t>(piece)];
            const int last = std::min(m_objects, (piece + 1) * kNodesAtOnce);
            for (int i = piece * kNodesAtOnce; i < last && !m_job.stopped(); ++i) {
                Item& item = items[static_cast<size_t>(i)];
                text += ',';
                text += objectNode(*item.asset, *item.instance, item.mesh, std::move(item.name)).dump();
            }
        });
        return texts;
    }

    void addPlay() {
        Json children = Json::array();
        children.push_back(addNode({{"name", "Spawn"},
                                    {"translation", vector(m_scene.spawn.position)},
                                    {"rotation", yawRotation(m_scene.spawn.yaw)},
                                    {"extras", {{"kind", "spawn"}}}}));
        for (size_t i = 0; i < m_scene.routes.size(); ++i) {
            if (m_scene.routes[i].empty()) continue;
            Json points = Json::array();
            for (const glm::vec3& p : m_scene.routes[i]) points.push_back(vector(p));
            children.push_back(addNode({{"name", "Route_" + std::to_string(i + 1)},
                                        {"translation", vector(m_scene.routes[i].front())},
                                        {"extras", {{"kind", "route"}, {"points", std::move(points)}}}}));
        }
        addPart("Play", nullptr, std::move(children));
    }

    // The light shines along its node's -Z.
    void addLights() {
        const double pitch = exact::radians(-m_scene.sky.sunElevation) / 2,
                     yaw = exact::radians(180 - m_scene.sky.sunAzimuth) / 2;
        const double sp = exact::sin(pitch), cp = exact::cos(pitch), sy = exact::sin(yaw), cy = exact::cos(yaw);
        const int node = addNode({{"name", "sun"},
                                  {"rotation", quaternion(cy * sp, sy * cp, -sy * sp, cy * cp)},
                                  {"extensions", {{"KHR_lights_punctual", {{"light", 0}}}}}});
        addPart("Lights", nullptr, Json::array({node}));
    }

    Json sun() const {
        const Colour& c = m_scene.sky.sun;
        return {{"name", "sun"},
                {"type", "directional"},
                {"color", {linearFromSrgb(c.r), linearFromSrgb(c.g), linearFromSrgb(c.b)}},
                {"intensity", kSunIntensity}};
    }

    // The GLB: header, JSON chunk, binary chunk (glTF 2.0, section 4).
    std::vector<uint8_t> file(Json& document, const std::vector<std::string>& objects,
                              const std::vector<uint8_t>& binary) const {
        std::string nodes;
        for (const Json& node : m_nodes) nodes += (nodes.empty() ? "" : ",") + node.dump();
        std::string text = document.dump();
        text.pop_back();  // the nodes go in before the closing brace
        size_t size = text.size() + nodes.size() + 64;
        for (const std::string& piece : objects) size += piece.size();
        text.reserve(size);
        text += ",\"nodes\":[" + nodes;
        for (const std::string& piece : objects) text += piece;
        text += "]}";
        text.resize((text.size() + 3) / 4 * 4, ' ');
        std::vector<uint8_t> out;
        out.reserve(28 + text.size() + binary.size());
        const auto word = [&](size_t value) {
            for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<uint8_t>(value >> shift & 0xff));
        };
        word(0x46546c67);  // "glTF"
        word(2);
        word(28 + text.size() + binary.size());
        word(text.size());
        word(0x4e4f534a);  // "JSON"
        out.insert(out.end(), text.begin(), text.end());
        word(binary.size());
        word(0x004e4942);  // "BIN"
        out.insert(out.end(), binary.begin(), binary.end());
        return out;
    }

    const scene::Scene& m_scene;
    const Job& m_job;
    assets::PaletteAtlas m_palette;
    std::vector<assets::Mesh> m_merged;  // per asset; the binary reads them when it is assembled
    GlbBinary m_binary;
    GlbMaterials m_materials;
    Json m_nodes = Json::array(), m_parts = Json::array(), m_meshes = Json::array();
    int m_objects = 0;
};

}  // namespace

Result<std::vector<uint8_t>> encodeGlb(const scene::Scene& scene, const Job& job) {
    return GlbWriter(scene, job).write();
}

}  // namespace sketchwalk::gltf
