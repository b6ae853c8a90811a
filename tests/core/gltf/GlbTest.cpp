#include "core/gltf/Glb.h"

#include <gtest/gtest.h>

#include <cstring>
#include <nlohmann/json.hpp>
#include <set>

#include "core/gltf/GlbMaterials.h"
#include "core/scene/TerrainMesh.h"
#include "core/scene/WaterMesh.h"
#include "tests/core/scene/HandGround.h"

namespace sketchwalk::gltf {
namespace {

assets::Mesh pyramid() {
    assets::Mesh mesh;
    auto& p = mesh.primitives.emplace_back();
    p.positions = {{-1, 0, -1}, {1, 0, -1}, {1, 0, 1}, {-1, 0, 1}, {0, 2, 0}, {0, 2, 0}};
    p.normals.assign(6, {0, 1, 0});
    p.uvs.assign(6, {0.5f, 0.5f});
    p.indices = {4, 1, 0, 4, 2, 1, 4, 3, 2, 4, 0, 3, 2, 2, 1, 4, 5, 0};  // the last two have no area
    assets::finish(mesh);
    return mesh;
}

scene::Scene small() {
    scene::Scene scene;
    auto land = std::make_shared<terrain::Ground>(test::lakeland(96, 192));
    test::addLake(*land, "sea", 1, [](double x, double) { return x < 4; });
    scene.extent = land->extent;
    scene.seed = 42;
    scene.ground = land;
    scene.chunks = scene::TerrainMesh(*land, 1).chunks({});
    scene.waters = scene::waterParts(*land, {}, {}, {});
    auto colour = std::make_shared<Image>(32, 32, 3);
    for (size_t i = 0; i < colour->pixels.size(); ++i) colour->pixels[i] = static_cast<uint8_t>(i);
    scene.terrainColour = colour;
    assets::Material ground;
    ground.name = "terrain";
    ground.pictures =
        std::make_shared<assets::Pictures>(assets::Pictures{colour, nullptr, nullptr, nullptr, false, false});
    for (scene::TerrainChunk& chunk : scene.chunks) chunk.material = ground;
    scene.materials = {{"brick", {0.5f, 0.2f, 0.1f}, 1, 0.9f, 0, {0, 0, 0}, false, nullptr},
                       {"unused", {1, 1, 1}, 1, 0.9f, 0, {0, 0, 0}, false, nullptr}};
    scene.assets = {{"house_0", "house", std::make_shared<assets::Mesh>(pyramid())}};
    scene::InstanceGroup group;
    for (uint64_t i = 0; i < 300; ++i) {
        group.instances.push_back({i * 99999999,
                                   i % 3 == 0 ? std::optional<int64_t>() : std::optional<int64_t>(7),
                                   {static_cast<float>(i % 20) * 4, 5, static_cast<float>(i) / 4},
                                   90,
                                   1.5f});
    }
    scene.groups = {group};
    scene.routes = {{5, "person", -1, {{1, 2, 3}, {4, 5, 6}}, {}}};
    return scene;
}

struct Glb {
    nlohmann::json json;
    std::vector<uint8_t> binary;
};

Glb parse(const std::vector<uint8_t>& bytes) {
    const auto word = [&](size_t at) {
        uint32_t value;
        std::memcpy(&value, bytes.data() + at, 4);
        return value;
    };
    EXPECT_EQ(std::string(bytes.begin(), bytes.begin() + 4), "glTF");
    EXPECT_EQ(word(4), 2u);
    EXPECT_EQ(word(8), bytes.size());
    const size_t text = word(12);
    EXPECT_EQ(text % 4, 0u);
    EXPECT_EQ(word(20 + text) % 4, 0u);
    return {nlohmann::json::parse(bytes.begin() + 20, bytes.begin() + 20 + static_cast<long>(text)),
            {bytes.begin() + 28 + static_cast<long>(text), bytes.end()}};
}

Glb encoded(int threads = 2) {
    Job job;
    job.threads = threads;
    return parse(*encodeGlb(small(), job));
}

TEST(Glb, TreeIsAsTheContractSays) {
    const auto json = encoded().json;
    EXPECT_FALSE(json.contains("extensionsRequired"));
    const auto& nodes = json["nodes"];
    std::vector<std::string> roots;
    ASSERT_EQ(json["scenes"][0]["nodes"].size(), 1u);
    const auto& root = nodes[json["scenes"][0]["nodes"][0].get<size_t>()];
    EXPECT_EQ(root["name"], "Scene");
    EXPECT_EQ(json["scenes"][0]["name"], "World");  // another one: Godot makes both nodes and would rename the second
    EXPECT_EQ(root["extras"], json["scenes"][0]["extras"]);
    for (const auto& index : root["children"]) roots.push_back(nodes[index.get<size_t>()]["name"]);
    EXPECT_EQ(roots, (std::vector<std::string>{"Terrain", "Water", "Objects", "Play", "Lights"}));
    const auto& extras = json["scenes"][0]["extras"];
    EXPECT_EQ(extras["format"], "sketchwalk-scene");
    EXPECT_EQ(extras["seed"], 42);
    EXPECT_EQ(extras["extent"][0], 192.0);
    std::set<std::string> names;
    std::set<size_t> seen;
    std::vector<size_t> open;
    for (const auto& index : json["scenes"][0]["nodes"]) open.push_back(index.get<size_t>());
    while (!open.empty()) {
        const size_t index = open.back();
        open.pop_back();
        EXPECT_TRUE(seen.insert(index).second);
        EXPECT_TRUE(names.insert(nodes[index]["name"]).second) << nodes[index]["name"];
        if (nodes[index].contains("children")) {
            for (const auto& child : nodes[index]["children"]) open.push_back(child.get<size_t>());
        }
    }
    EXPECT_EQ(seen.size(), nodes.size()) << "every node hangs in the tree";
    EXPECT_EQ(nodes[root["children"][2].get<size_t>()]["children"].size(), 300u);
}

TEST(Glb, ObjectsSayWhatTheyAre) {
    int withStroke = 0, without = 0;
    const auto json = encoded().json;
    for (const auto& node : json["nodes"]) {
        if (!node.contains("extras") || node["extras"].value("kind", "") != "object") continue;
        EXPECT_EQ(node["extras"]["category"], "house");
        EXPECT_EQ(node["extras"]["asset"], "house_0");
        EXPECT_TRUE(node["name"].get<std::string>().starts_with("house_"));
        (node["extras"]["stroke"].is_null() ? without : withStroke) += 1;
        EXPECT_NEAR(node["rotation"][1].get<double>(), 0.70710678, 1e-6);  // yaw 90 about +Y
        EXPECT_EQ(node["scale"][0], 1.5);
    }
    EXPECT_EQ(without, 100);
    EXPECT_EQ(withStroke, 200);
}

TEST(Glb, AccessorsDescribeTheBytes) {
    const Glb glb = encoded();
    const auto& views = glb.json["bufferViews"];
    EXPECT_EQ(glb.json["buffers"][0]["byteLength"], glb.binary.size());
    for (const auto& mesh : glb.json["meshes"]) {
        for (const auto& primitive : mesh["primitives"]) {
            const auto& positions = glb.json["accessors"][primitive["attributes"]["POSITION"].get<size_t>()];
            const auto& indices = glb.json["accessors"][primitive["indices"].get<size_t>()];
            const auto start = [&](const auto& accessor) {
                return views[accessor["bufferView"].template get<size_t>()]["byteOffset"].template get<size_t>() +
                       accessor["byteOffset"].template get<size_t>();
            };
            glm::vec3 low(1e9f), high(-1e9f);
            for (size_t i = 0; i < positions["count"].get<size_t>(); ++i) {
                glm::vec3 p;
                std::memcpy(&p, glb.binary.data() + start(positions) + i * 12, 12);
                for (int k = 0; k < 3; ++k) {
                    low[k] = std::min(low[k], p[k]);
                    high[k] = std::max(high[k], p[k]);
                }
            }
            for (int k = 0; k < 3; ++k) {
                EXPECT_EQ(positions["min"][static_cast<size_t>(k)].get<float>(), low[k]);
                EXPECT_EQ(positions["max"][static_cast<size_t>(k)].get<float>(), high[k]);
            }
            ASSERT_EQ(indices["componentType"], 5123);
            for (size_t i = 0; i < indices["count"].get<size_t>(); ++i) {
                uint16_t index;
                std::memcpy(&index, glb.binary.data() + start(indices) + i * 2, 2);
                ASSERT_LT(index, positions["count"].get<size_t>());
            }
        }
    }
    size_t triangles = 0;
    for (const auto& mesh : glb.json["meshes"]) {
        if (mesh["name"] == "house_0")
            triangles =
                glb.json["accessors"][mesh["primitives"][0]["indices"].get<size_t>()]["count"].get<size_t>() / 3;
    }
    EXPECT_EQ(triangles, 4u) << "the triangles without area are dropped";
}

TEST(Glb, HoldsNoMaterialThatNothingUses) {
    const auto json = encoded().json;
    std::set<std::string> names;
    for (const auto& material : json["materials"]) names.insert(material["name"]);
    EXPECT_EQ(names, (std::set<std::string>{"terrain", "water_lake", "water_sea", "palette"}));
    std::vector<std::string> pictures;
    for (const auto& image : json["images"]) pictures.push_back(image["name"]);
    EXPECT_EQ(pictures, (std::vector<std::string>{"terrain", "water_lake_normal", "water_sea_normal", "palette",
                                                  "palette_surface"}));
}

TEST(Glb, WritesCoordinatesOnlyWhereAPictureReadsThem) {
    const auto json = encoded().json;
    for (const auto& mesh : json["meshes"]) {
        const auto& primitive = mesh["primitives"][0];
        const auto& material = json["materials"][primitive["material"].get<size_t>()];
        const bool coloured = material["pbrMetallicRoughness"].contains("baseColorTexture");
        const bool rippled = material.contains("normalTexture");
        EXPECT_EQ(primitive["attributes"].contains("TEXCOORD_0"), coloured || rippled) << mesh["name"];
        EXPECT_EQ(primitive["attributes"].contains("TANGENT"), rippled) << mesh["name"];
    }
}

TEST(Glb, WritesAllPicturesOfAMaterialAndTangentsForItsNormals) {
    scene::Scene scene = small();
    assets::Pictures pictures;
    pictures.colour = pictures.normal = pictures.glow = std::make_shared<Image>(8, 8, 3);
    pictures.exact = true;
    scene.materials[0].pictures = std::make_shared<assets::Pictures>(pictures);
    assets::Mesh mesh = pyramid();
    mesh.primitives[0].tangents.assign(6, {2, 0, 0, -0.5f});  // to be made unit
    scene.assets[0].mesh = std::make_shared<assets::Mesh>(mesh);
    const auto glb = parse(*encodeGlb(scene, {}));
    const auto& brick = glb.json["materials"].back();
    EXPECT_EQ(brick["name"], "brick");
    const int texture = brick["pbrMetallicRoughness"]["baseColorTexture"]["index"];
    EXPECT_EQ(brick["normalTexture"]["index"], texture) << "one picture, one texture";
    EXPECT_EQ(brick["emissiveTexture"]["index"], texture);
    const auto& image = glb.json["images"][glb.json["textures"][static_cast<size_t>(texture)]["source"].get<size_t>()];
    EXPECT_EQ(image["mimeType"], "image/png") << "kept without loss";
    for (const auto& house : glb.json["meshes"]) {
        if (house["name"] != "house_0") continue;
        const auto& accessor = glb.json["accessors"][house["primitives"][0]["attributes"]["TANGENT"].get<size_t>()];
        const auto& view = glb.json["bufferViews"][accessor["bufferView"].get<size_t>()];
        float tangent[4];
        std::memcpy(tangent,
                    glb.binary.data() + view["byteOffset"].get<size_t>() + accessor["byteOffset"].get<size_t>(), 16);
        EXPECT_EQ(tangent[0], 1);
        EXPECT_EQ(tangent[3], -1);
    }
}

TEST(Glb, IsTheSameWithAnyNumberOfThreads) {
    Job one, three;
    three.threads = 3;
    EXPECT_EQ(*encodeGlb(small(), one), *encodeGlb(small(), three));
}

TEST(Glb, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    Job job;
    job.stop = stop.get_token();
    const auto glb = encodeGlb(small(), job);
    ASSERT_FALSE(glb);
    EXPECT_EQ(glb.error().kind, ErrorKind::interrupted);
}

TEST(Glb, PicturesGetSidesThatArePowersOfTwo) {
    Image ramp(48, 20, 3);
    for (int y = 0; y < 20; ++y) {
        for (int x = 0; x < 48; ++x) std::fill_n(ramp.at(x, y), 3, static_cast<uint8_t>(4 * x + y));
    }
    const Image scaled = onPowersOfTwo(ramp, 2);
    ASSERT_EQ(scaled.width, 64);
    ASSERT_EQ(scaled.height, 32);
    // Pixel (31, 15) of the large one is centred on (23.125, 9.1875) of the small one.
    EXPECT_NEAR(scaled.at(31, 15)[1], 4 * 23.125 + 9.1875, 1);
    EXPECT_EQ(scaled.at(0, 0)[0], 0);
    EXPECT_EQ(scaled.at(63, 31)[0], 4 * 47 + 19);
    EXPECT_EQ(onPowersOfTwo(Image(64, 64, 3), 1).width, 64);
}

TEST(Glb, ColoursTurnLinear) {
    EXPECT_EQ(linearFromSrgb(0), 0);
    EXPECT_EQ(linearFromSrgb(1), 1);
    EXPECT_NEAR(linearFromSrgb(0.5), 0.21404, 1e-5);
    EXPECT_NEAR(linearFromSrgb(0.04), 0.04 / 12.92, 1e-5);
}

}  // namespace
}  // namespace sketchwalk::gltf
