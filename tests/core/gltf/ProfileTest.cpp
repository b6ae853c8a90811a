#include "core/gltf/Profile.h"

#include <gtest/gtest.h>
#include <meshoptimizer.h>

#include <cmath>
#include <filesystem>
#include <map>
#include <set>

#include "core/assets/Collider.h"
#include "core/assets/Recipes.h"
#include "core/gltf/ColliderTable.h"
#include "core/gltf/Environment.h"
#include "core/gltf/Glb.h"
#include "core/gltf/Readme.h"
#include "core/gltf/SceneJson.h"
#include "core/scene/TerrainMesh.h"
#include "core/scene/WaterMesh.h"
#include "tests/core/gltf/ParsedGlb.h"
#include "tests/core/scene/HandGround.h"

namespace sketchwalk::gltf {
namespace {

const std::filesystem::path kRecipes = std::filesystem::path(SKETCHWALK_SOURCE_DIR) / "resources" / "recipes";

// Lakes and land with two houses, forty trees and many flowers.
scene::Scene village() {
    scene::Scene scene;
    const auto land = std::make_shared<terrain::Ground>(sketchwalk::test::lakeland(96, 192));
    scene.extent = land->extent;
    scene.ground = land;
    scene.chunks = scene::TerrainMesh(*land, 1).chunks({});
    scene.waters = scene::waterParts(*land, {}, {}, {});
    const auto recipes = assets::Recipes::load(kRecipes);
    if (!recipes) {
        ADD_FAILURE() << recipes.error().text;
        std::abort();
    }
    const std::pair<const char*, uint64_t> kinds[] = {{"house", 2}, {"tree", 40}, {"flowers", 25}};
    for (const auto& [name, count] : kinds) {
        const assets::Built built = recipes->build(name, {}, 1, {});
        auto mesh = std::make_shared<assets::Mesh>(*built.mesh);
        for (auto& primitive : mesh->primitives) primitive.material += static_cast<int>(scene.materials.size());
        scene.materials.insert(scene.materials.end(), built.materials.begin(), built.materials.end());
        scene::InstanceGroup group;
        group.asset = static_cast<int>(scene.assets.size());
        for (uint64_t i = 0; i < count; ++i) {
            group.instances.push_back({100 * scene.assets.size() + i,
                                       std::nullopt,
                                       {20 + 4.3f * static_cast<float>(i), 5.25f, 40 + static_cast<float>(i % 7)},
                                       static_cast<float>(30 * i),
                                       0.75f + 0.125f * static_cast<float>(i % 4)});
        }
        scene.assets.push_back({std::string(name) + "_0", name, mesh});
        scene.groups.push_back(group);
    }
    return scene;
}

test::ParsedGlb encoded(std::string_view profile, const scene::Scene& scene = village()) {
    const auto bytes = encodeGlb(scene, {}, *profileNamed(profile));
    EXPECT_TRUE(bytes);
    return test::parsed(*bytes);
}

std::vector<nlohmann::json> nodesNamed(const nlohmann::json& json, const std::string& part) {
    std::vector<nlohmann::json> found;
    for (const auto& node : json["nodes"]) {
        if (node["name"].get<std::string>().find(part) != std::string::npos) found.push_back(node);
    }
    return found;
}

TEST(Profile, IsFoundByNameAndUniversalComesFirst) {
    std::vector<std::string> names;
    for (const Profile& profile : profiles()) {
        names.emplace_back(profile.name);
        EXPECT_EQ(profileNamed(profile.name), &profile);
    }
    EXPECT_EQ(names, (std::vector<std::string>{"universal", "godot", "unity", "unreal", "blender", "compact"}));
    EXPECT_EQ(profileNamed("Godot"), nullptr);
}

TEST(Profile, NoFileHasTwoColliderSchemes) {
    const scene::Scene scene = village();
    for (const Profile& profile : profiles()) {
        const auto json = encoded(profile.name, scene).json;
        const bool suffixes = !nodesNamed(json, "-col").empty(), ucx = !nodesNamed(json, "UCX_").empty();
        const bool table = sceneJson(scene, 1, {}, profile).find("\"colliders\"") != std::string::npos;
        const bool physics = json["extensionsUsed"].dump().find("physics") != std::string::npos;
        EXPECT_FALSE(physics);
        EXPECT_EQ(suffixes, profile.name == "godot") << profile.name;
        EXPECT_EQ(ucx, profile.name == "unreal") << profile.name;
        EXPECT_EQ(table, profile.name == "unity") << profile.name;
    }
}

TEST(Profile, OnlyCompactRequiresExtensions) {
    for (const Profile& profile : profiles())
        EXPECT_EQ(encoded(profile.name).json.contains("extensionsRequired"), profile.name == "compact") << profile.name;
}

TEST(Profile, GodotBodiesHangBelowTheirObjects) {
    const scene::Scene scene = village();
    const auto json = encoded("godot", scene).json;
    std::set<int> bodyMeshes, drawnMeshes;
    int bodies = 0;
    for (const auto& node : json["nodes"]) {
        const std::string name = node["name"];
        if (node.contains("mesh") && !name.ends_with("-colonly")) drawnMeshes.insert(node["mesh"].get<int>());
        if (node.contains("extras") && node["extras"].value("kind", "") == "object") {
            const bool solid = node["extras"]["category"] != "flowers";
            ASSERT_EQ(node.contains("children"), solid) << name;
            if (!solid) continue;
            const auto& body = json["nodes"][node["children"][0].get<size_t>()];
            EXPECT_EQ(body["name"], name + "_body-colonly");
            EXPECT_FALSE(body.contains("scale")) << "it is where its object is";
            bodyMeshes.insert(body["mesh"].get<int>());
            ++bodies;
        }
    }
    EXPECT_EQ(bodies, 42);
    EXPECT_EQ(bodyMeshes.size(), 2u) << "one collision mesh an asset";
    for (const int mesh : bodyMeshes) EXPECT_FALSE(drawnMeshes.contains(mesh)) << "else every copy would get a body";
    EXPECT_EQ(nodesNamed(json, "Terrain_").size(), scene.chunks.size());
    for (const auto& chunk : nodesNamed(json, "Terrain_"))
        EXPECT_TRUE(chunk["name"].get<std::string>().ends_with("-col"));
}

TEST(Profile, UnrealHullsNameTheirMesh) {
    const scene::Scene scene = village();
    const auto json = encoded("unreal", scene).json;
    std::set<std::string> meshes;
    for (const auto& mesh : json["meshes"]) meshes.insert(mesh["name"].get<std::string>());
    for (const scene::Asset& asset : scene.assets) {
        const size_t shapes = assets::colliderOf(*asset.mesh, assets::solidityOf(asset.category)).size();
        EXPECT_EQ(nodesNamed(json, "UCX_" + asset.id + "_").size(), shapes) << asset.id;
        EXPECT_EQ(meshes.contains("UCX_" + asset.id + "_00"), shapes > 0) << asset.id;
    }
    EXPECT_TRUE(meshes.contains("house_0")) << "what the hull's name refers to";
    for (const auto& node : json["nodes"]) {  // with the place of their mesh, whatever an importer bakes
        if (!node["name"].get<std::string>().starts_with("UCX_")) continue;
        EXPECT_FALSE(node.contains("translation"));
    }
}

TEST(Profile, UnityLevelsStandWhereTheirObjectStands) {
    const auto json = encoded("unity").json;
    const auto triangles = [&](const nlohmann::json& node) {
        size_t sum = 0;
        for (const auto& primitive : json["meshes"][node["mesh"].get<size_t>()]["primitives"])
            sum += json["accessors"][primitive["indices"].get<size_t>()]["count"].get<size_t>() / 3;
        return sum;
    };
    int withLevels = 0;
    std::set<size_t> levels;
    for (const auto& node : json["nodes"]) {
        if (!node.contains("extensions") || !node["extensions"].contains("MSFT_lod")) continue;
        ++withLevels;
        const auto& ids = node["extensions"]["MSFT_lod"]["ids"];
        EXPECT_EQ(node["extras"]["MSFT_screencoverage"].size(), ids.size() + 1);
        size_t before = triangles(node);
        for (const auto& id : ids) {
            const auto& level = json["nodes"][id.get<size_t>()];
            EXPECT_TRUE(levels.insert(id.get<size_t>()).second)
                << "a level is moved below its object: it may serve one";
            EXPECT_EQ(level["translation"], node["translation"]);
            EXPECT_EQ(level.value("rotation", nlohmann::json()), node.value("rotation", nlohmann::json()));
            EXPECT_EQ(level.value("scale", nlohmann::json()), node.value("scale", nlohmann::json()));
            EXPECT_LT(triangles(level), before * 3 / 4);
            before = triangles(level);
        }
    }
    EXPECT_GE(withLevels, 42);
    EXPECT_EQ(json["scenes"][1]["nodes"].size(), levels.size());
    EXPECT_EQ(json["scene"], 0);
}

TEST(Profile, UnityTableListsWhatIsSolid) {
    const auto table = colliderTable(village(), 2);
    ASSERT_TRUE(table.contains("house_0"));
    ASSERT_TRUE(table.contains("tree_0"));
    EXPECT_FALSE(table.contains("flowers_0"));
    EXPECT_EQ(table["tree_0"][0]["shape"], "cylinder");
    for (const auto& shape : table["house_0"]) {
        if (shape["shape"] != "hull") continue;
        for (const auto& corner : shape["triangles"]) EXPECT_LT(corner.get<size_t>(), shape["points"].size());
    }
}

TEST(Profile, SameBytesWithAnyNumberOfThreads) {
    const scene::Scene scene = village();
    Job one, three;
    three.threads = 3;
    for (const Profile& profile : profiles()) {
        EXPECT_EQ(*encodeGlb(scene, one, profile), *encodeGlb(scene, three, profile)) << profile.name;
        EXPECT_EQ(sceneJson(scene, 1, {}, profile), sceneJson(scene, 3, {}, profile)) << profile.name;
    }
}

// Blender divides lux by 683 lumens a watt; a sun of its daylight has 2 to 5 W/m2. Others take the number as it is.
TEST(Profile, TheSunIsAsBrightAsEachReaderWantsIt) {
    const scene::Scene scene = village();
    for (const Profile& profile : profiles()) {
        const auto json = encoded(profile.name, scene).json;
        const double intensity = json["extensions"]["KHR_lights_punctual"]["lights"][0]["intensity"].get<double>();
        if (profile.name == "blender") {
            EXPECT_NEAR(intensity / 683, 3, 1e-6);
        } else {
            EXPECT_EQ(intensity, 3) << profile.name;
        }
    }
}

TEST(Profile, SceneTellsSunSkyAndFog) {
    scene::Scene scene = village();
    scene.sky.sunElevation = 30;
    scene.sky.sunAzimuth = 90;  // in the east: the light travels west and down
    const auto words = environment(scene);
    EXPECT_NEAR(words["sun"]["direction"][0].get<double>(), -std::sqrt(3) / 2, 1e-5);
    EXPECT_NEAR(words["sun"]["direction"][1].get<double>(), -0.5, 1e-5);
    EXPECT_NEAR(words["sun"]["direction"][2].get<double>(), 0, 1e-5);
    const auto extras = encoded("universal", scene).json["scenes"][0]["extras"];
    EXPECT_EQ(extras["sun"], words["sun"]);
    EXPECT_EQ(extras["fog"], words["fog"]);
    EXPECT_TRUE(extras["sky"].contains("zenith"));
}

TEST(Profile, EveryReadmeNamesItsFilesAndIsShort) {
    const scene::Scene scene = village();
    for (const Profile& profile : profiles()) {
        const std::string text = readme(scene, profile);
        EXPECT_NE(text.find("scene.glb"), std::string::npos);
        for (const std::string_view file : profile.heights)
            EXPECT_NE(text.find(file), std::string::npos) << profile.name << ": " << file;
        EXPECT_LT(std::count(text.begin(), text.end(), '\n'), 36) << profile.name;
    }
}

// ---- compact

struct Decoded {
    const test::ParsedGlb& glb;

    std::vector<uint8_t> view(size_t index) const {
        const auto& squeezed = glb.json["bufferViews"][index]["extensions"]["EXT_meshopt_compression"];
        const size_t count = squeezed["count"], stride = squeezed["byteStride"], length = squeezed["byteLength"];
        const uint8_t* from = glb.binary.data() + squeezed["byteOffset"].get<size_t>();
        std::vector<uint8_t> bytes(count * stride);
        if (squeezed["mode"] == "TRIANGLES") {
            EXPECT_EQ(meshopt_decodeIndexBuffer(bytes.data(), count, stride, from, length), 0);
        } else {
            EXPECT_EQ(meshopt_decodeVertexBuffer(bytes.data(), count, stride, from, length), 0);
        }
        const std::string filter = squeezed.value("filter", "NONE");
        if (filter == "OCTAHEDRAL") meshopt_decodeFilterOct(bytes.data(), count, stride);
        if (filter == "QUATERNION") meshopt_decodeFilterQuat(bytes.data(), count, stride);
        if (filter == "EXPONENTIAL") meshopt_decodeFilterExp(bytes.data(), count, stride);
        return bytes;
    }
    template <class T>
    std::vector<T> accessor(size_t index, size_t width, size_t stride) const {
        const auto& about = glb.json["accessors"][index];
        const std::vector<uint8_t> bytes = view(about["bufferView"]);
        std::vector<T> values(about["count"].get<size_t>() * width);
        for (size_t i = 0; i < values.size() / width; ++i)
            std::memcpy(values.data() + i * width, bytes.data() + about["byteOffset"].get<size_t>() + i * stride,
                        width * sizeof(T));
        return values;
    }
};

TEST(Compact, GroundComesBackWithinHalfAStepAndSeamsStayClosed) {
    const scene::Scene scene = village();
    const auto glb = encoded("compact", scene);
    const Decoded decoded{glb};
    std::map<std::string, const scene::TerrainChunk*> chunks;
    for (const auto& chunk : scene.chunks)
        chunks["Terrain_" + std::to_string(chunk.column) + "_" + std::to_string(chunk.row)] = &chunk;
    std::map<std::pair<float, float>, std::set<double>> heightsAt;  // on seams, of all chunks
    int seen = 0;
    for (const auto& node : nodesNamed(glb.json, "Terrain_")) {
        const auto& primitive = glb.json["meshes"][node["mesh"].get<size_t>()]["primitives"][0];
        const auto steps = decoded.accessor<int16_t>(primitive["attributes"]["POSITION"], 3, 8);
        const auto& wanted = chunks.at(node["name"])->mesh->primitives[0].positions;
        const double step = node["scale"][0];
        EXPECT_LE(step, 1.0 / 64);
        std::vector<glm::dvec3> found;
        for (size_t i = 0; i < steps.size(); i += 3) {
            glm::dvec3 p;
            for (int k = 0; k < 3; ++k)
                p[k] = node["translation"][static_cast<size_t>(k)].get<double>() +
                       step * steps[i + static_cast<size_t>(k)];
            found.push_back(p);
        }
        for (const glm::vec3& p : wanted) {
            double nearest = 1e9;
            for (const glm::dvec3& q : found) {
                nearest = std::min(nearest, std::max({std::abs(q.x - static_cast<double>(p.x)),
                                                      std::abs(q.y - static_cast<double>(p.y)),
                                                      std::abs(q.z - static_cast<double>(p.z))}));
            }
            ASSERT_LE(nearest, step / 2 + 1e-6);
        }
        for (const glm::dvec3& q : found) heightsAt[{static_cast<float>(q.x), static_cast<float>(q.z)}].insert(q.y);
        ++seen;
    }
    EXPECT_EQ(seen, static_cast<int>(scene.chunks.size()));
    for (const auto& [place, heights] : heightsAt)  // upright skirts aside, one place has one height
        EXPECT_LE(heights.size(), 2u) << place.first << ", " << place.second;
}

TEST(Compact, CopiesStandTurnAndGrowAsTheyDid) {
    const scene::Scene scene = village();
    const auto glb = encoded("compact", scene);
    const Decoded decoded{glb};
    const auto nodes = nodesNamed(glb.json, "tree_0_copies");
    ASSERT_EQ(nodes.size(), 1u);
    const auto& attributes = nodes[0]["extensions"]["EXT_mesh_gpu_instancing"]["attributes"];
    const auto moves = decoded.accessor<float>(attributes["TRANSLATION"], 3, 12);
    const auto scales = decoded.accessor<float>(attributes["SCALE"], 3, 12);
    const auto turns = decoded.accessor<int16_t>(attributes["ROTATION"], 4, 8);
    const double step = nodes[0]["scale"][0];
    ASSERT_EQ(moves.size(), 3 * 40u);
    for (const scene::Instance& wanted : scene.groups[1].instances) {
        double best = 1e9;
        size_t which = 0;
        for (size_t i = 0; i < 40; ++i) {
            const double apart =
                std::hypot(static_cast<double>(moves[3 * i]) * step - static_cast<double>(wanted.position.x),
                           static_cast<double>(moves[3 * i + 1]) * step - static_cast<double>(wanted.position.y),
                           static_cast<double>(moves[3 * i + 2]) * step - static_cast<double>(wanted.position.z));
            if (apart < best) {
                best = apart;
                which = i;
            }
        }
        EXPECT_LE(best, 1.0 / 256);
        EXPECT_NEAR(scales[3 * which], wanted.scale, 1.0 / 256);
        const double half = static_cast<double>(wanted.yaw) / 2 * 3.14159265358979 / 180;
        const double dot = (turns[4 * which + 1] * std::sin(half) + turns[4 * which + 3] * std::cos(half)) / 32767;
        EXPECT_GT(std::abs(dot), 0.99999);
    }
}

TEST(Compact, MeshesKeepTheirShape) {
    const scene::Scene scene = village();
    const auto glb = encoded("compact", scene);
    const Decoded decoded{glb};
    for (size_t asset = 0; asset < scene.assets.size(); ++asset) {
        const std::string name = scene.assets[asset].id == "house_0" ? "house_1" : scene.assets[asset].id + "_copies";
        const auto nodes = nodesNamed(glb.json, name);
        ASSERT_GE(nodes.size(), 1u) << name;
        double scale = nodes[0]["scale"][0];
        if (scene.assets[asset].id == "house_0") scale /= static_cast<double>(scene.groups[asset].instances[0].scale);
        glm::dvec3 low(1e9), high(-1e9);
        size_t triangles = 0;
        for (const auto& primitive : glb.json["meshes"][nodes[0]["mesh"].get<size_t>()]["primitives"]) {
            const auto steps = decoded.accessor<int16_t>(primitive["attributes"]["POSITION"], 3, 8);
            const auto indices = decoded.accessor<uint16_t>(primitive["indices"], 1, 2);
            triangles += indices.size() / 3;
            for (const uint16_t index : indices) ASSERT_LT(index, steps.size() / 3);
            for (size_t i = 0; i < steps.size(); ++i) {
                low[static_cast<int>(i % 3)] = std::min(low[static_cast<int>(i % 3)], steps[i] * scale);
                high[static_cast<int>(i % 3)] = std::max(high[static_cast<int>(i % 3)], steps[i] * scale);
            }
        }
        const assets::Mesh& mesh = *scene.assets[asset].mesh;
        for (int k = 0; k < 3; ++k) {
            EXPECT_NEAR(low[k], static_cast<double>(mesh.min[k]), 1.0 / 128) << name;
            EXPECT_NEAR(high[k], static_cast<double>(mesh.max[k]), 1.0 / 128) << name;
        }
        EXPECT_GE(triangles, mesh.triangles() * 98 / 100) << name;
    }
}

}  // namespace
}  // namespace sketchwalk::gltf
