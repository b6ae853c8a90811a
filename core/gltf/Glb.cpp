#include "core/gltf/Glb.h"

#include <algorithm>
#include <cmath>

#include "core/assets/PaletteAtlas.h"
#include "core/base/Parallel.h"
#include "core/base/Trig.h"
#include "core/gltf/Compact.h"
#include "core/gltf/Environment.h"
#include "core/gltf/GlbAssets.h"
#include "core/gltf/GlbBinary.h"
#include "core/gltf/GlbMaterials.h"
#include "core/gltf/GlbObjects.h"
#include "core/gltf/GlbRoutes.h"
#include "core/gltf/NodeNames.h"
#include "core/gltf/Numbers.h"
#include "core/gltf/Version.h"

namespace sketchwalk::gltf {
namespace {

constexpr size_t kFewCopies = 3;  // fewer are plain nodes even where copies become instances

// Writes the document, but for the objects' nodes, which are many and turned into text side by side.
class GlbWriter {
  public:
    GlbWriter(const scene::Scene& scene, const Job& job, const Profile& profile)
        : m_scene(scene), m_job(job), m_profile(profile), m_palette(scene.materials) {}

    Result<std::vector<uint8_t>> write() {
        addNode({{"name", "Scene"}, {"children", Json::array()}, {"extras", about()}});
        addTerrain();
        addWater();
        const std::vector<AssetMeshes> assets = addAssets();
        const bool any = m_scene.objectCount() > 0 &&
                         std::any_of(assets.begin(), assets.end(), [](const auto& asset) { return asset.mesh >= 0; });
        if (any) addPart("Objects", nullptr, Json::array());
        const size_t objectsNode = m_nodes.size() - 1;
        addPlay(assets);
        addLights();
        ObjectTexts objects;
        if (m_profile.compact) {
            objects.objects = addCopies(assets);
        } else {
            objects = objectTexts(m_scene, assets, static_cast<int>(m_nodes.size()), m_job);
        }
        if (any) m_nodes[objectsNode]["children"] = objects.objects;
        m_nodes[0]["children"] = m_parts;
        if (m_job.stopped()) return fail(ErrorKind::interrupted, "Stopped while writing the scene.");
        Json document{{"asset", {{"version", "2.0"}, {"generator", kGenerator}}}};
        document["scene"] = 0;
        // One root: readers that allow no more than one (assimp) would else make up another.
        // Its name is not that root's, which Godot would have to change.
        document["scenes"] = Json::array({{{"name", "World"}, {"nodes", Json::array({0})}, {"extras", about()}}});
        document["extensionsUsed"] = Json::array({"KHR_lights_punctual"});
        document["extensions"] = {{"KHR_lights_punctual", {{"lights", Json::array({sun()})}}}};
        if (!objects.levels.empty()) {  // in a scene of their own, so that nothing in the file is unused
            document["extensionsUsed"].push_back("MSFT_lod");
            document["scenes"].push_back({{"name", "Levels of detail"}, {"nodes", std::move(objects.levels)}});
        }
        if (!m_routes.animations.empty()) document["animations"] = std::move(m_routes.animations);
        if (!m_routes.cameras.empty()) document["cameras"] = std::move(m_routes.cameras);
        if (!m_meshes.empty()) document["meshes"] = std::move(m_meshes);
        m_materials.write(document, m_binary, m_job.threads, m_profile.pictures);
        std::vector<uint8_t> binary = m_binary.assemble(document, m_job.threads);
        if (m_profile.compact) binary = compacted(document, m_nodes, binary, m_copies, m_job.threads);
        if (m_job.stopped()) return fail(ErrorKind::interrupted, "Stopped while writing the scene.");
        return file(document, objects.pieces, binary);
    }

  private:
    Json about() const {
        Json words{{"generator", kGenerator},
                   {"format", "sketchwalk-scene"},
                   {"version", 1},
                   {"seed", m_scene.seed},
                   {"extent", {m_scene.extent.x, m_scene.extent.y}},
                   {"biome", m_scene.biome},
                   {"profile", std::string(m_profile.name)},
                   {"atmosphere", m_scene.atmosphere}};
        words.update(environment(m_scene));
        return words;
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
            const char* suffix = m_profile.colliders == ColliderScheme::nodeSuffixes ? "-col" : "";
            if (mesh >= 0) children.push_back(addNode({{"name", name + suffix}, {"mesh", mesh}}));
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

    std::vector<AssetMeshes> addAssets() {
        m_shapes = assetShapes(m_scene, m_palette, m_profile, m_job);
        std::vector<AssetMeshes> all(m_shapes.size());
        const auto add = [&](const std::string& name, const assets::Mesh& mesh) {
            return addMesh(
                name, mesh, [&](const assets::Primitive& primitive) -> auto& {
                    return m_palette.materials()[static_cast<size_t>(primitive.material)];
                });
        };
        for (size_t i = 0; i < all.size() && !m_job.stopped(); ++i) {
            const AssetShapes& shapes = m_shapes[i];
            const std::string& id = m_scene.assets[i].id;
            if (!shapes.used) continue;
            all[i].mesh = add(id, shapes.mesh);
            if (all[i].mesh < 0) continue;
            for (size_t k = 0; k < shapes.levels.size(); ++k)
                all[i].levels.push_back(add(id + "_LOD" + std::to_string(k + 1), shapes.levels[k]));
            for (size_t k = 0; k < shapes.hulls.size(); ++k) {
                if (m_profile.colliders == ColliderScheme::nodeSuffixes) {
                    all[i].body = addShape(id + "_body", shapes.hulls[k]);
                } else {
                    all[i].hulls.push_back(
                        addShape("UCX_" + id + (k < 10 ? "_0" : "_") + std::to_string(k), shapes.hulls[k]));
                }
            }
        }
        return all;
    }

    int addShape(const std::string& name, const assets::Mesh& mesh) {  // without a material
        m_meshes.push_back(
            {{"name", name}, {"primitives", Json::array({m_binary.addPrimitive(mesh.primitives.front(), {})})}});
        return static_cast<int>(m_meshes.size()) - 1;
    }

    // Copies of an asset become one node; single objects stay nodes.
    std::vector<int> addCopies(const std::vector<AssetMeshes>& assets) {
        std::vector<std::vector<const scene::Instance*>> copies(assets.size());
        for (const scene::InstanceGroup& group : m_scene.groups) {
            for (const scene::Instance& instance : group.instances)
                copies[static_cast<size_t>(group.asset)].push_back(&instance);
        }
        std::vector<int> nodes;
        NodeNames names;
        for (size_t i = 0; i < assets.size(); ++i) {
            if (assets[i].mesh < 0) continue;
            const scene::Asset& asset = m_scene.assets[i];
            if (copies[i].size() < kFewCopies) {
                for (const scene::Instance* one : copies[i])
                    nodes.push_back(
                        addNode(objectNode(asset, *one, assets[i].mesh, names.name(asset.category, one->id))));
                continue;
            }
            nodes.push_back(
                addNode({{"name", asset.id + "_copies"},
                         {"mesh", assets[i].mesh},
                         {"extras", {{"kind", "objects"}, {"category", asset.category}, {"asset", asset.id}}}}));
            m_copies.push_back({nodes.back(), std::move(copies[i])});
        }
        return nodes;
    }

    void addPlay(const std::vector<AssetMeshes>& assets) {
        Json children = Json::array();
        children.push_back(addNode({{"name", "Spawn"},
                                    {"translation", vectorJson(m_scene.spawn.position)},
                                    {"rotation", yawJson(m_scene.spawn.yaw)},
                                    {"extras", {{"kind", "spawn"}}}}));
        m_routes =
            addRoutes(m_scene, assets, m_profile, m_binary, [this](Json node) { return addNode(std::move(node)); });
        for (const int node : m_routes.nodes) children.push_back(node);
        addPart("Play", nullptr, std::move(children));
    }

    // The light shines along its node's -Z.
    void addLights() {
        const double pitch = exact::radians(-m_scene.sky.sunElevation) / 2,
                     yaw = exact::radians(180 - m_scene.sky.sunAzimuth) / 2;
        const double sp = exact::sin(pitch), cp = exact::cos(pitch), sy = exact::sin(yaw), cy = exact::cos(yaw);
        const int node = addNode({{"name", "sun"},
                                  {"rotation", quaternionJson(cy * sp, sy * cp, -sy * sp, cy * cp)},
                                  {"extensions", {{"KHR_lights_punctual", {{"light", 0}}}}}});
        addPart("Lights", nullptr, Json::array({node}));
    }

    Json sun() const {
        const Colour& c = m_scene.sky.sun;
        return {{"name", "sun"},
                {"type", "directional"},
                {"color", {linearFromSrgb(c.r), linearFromSrgb(c.g), linearFromSrgb(c.b)}},
                {"intensity", m_profile.sunIntensity}};
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
    const Profile& m_profile;
    assets::PaletteAtlas m_palette;
    std::vector<AssetShapes> m_shapes;  // per asset; the binary reads them when it is assembled
    std::vector<Copies> m_copies;
    RouteParts m_routes;
    GlbBinary m_binary;
    GlbMaterials m_materials;
    Json m_nodes = Json::array(), m_parts = Json::array(), m_meshes = Json::array();
};

}  // namespace

Result<std::vector<uint8_t>> encodeGlb(const scene::Scene& scene, const Job& job, const Profile& profile) {
    return GlbWriter(scene, job, profile).write();
}

}  // namespace sketchwalk::gltf
