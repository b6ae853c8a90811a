// The two CC0 packs and the sample models that lie beside the checkout in ../shared/data; left out where they are not.
#include <gtest/gtest.h>

#include <set>

#include "tests/core/library/MadeModels.h"

namespace sketchwalk::library {
namespace {

using test::contentOf;
using test::TemporaryFolder;

const AssetLibrary& pack(const std::string& name) {
    static std::map<std::string, AssetLibrary> loaded;
    if (!loaded.contains(name)) loaded.emplace(name, libraryOf({shared("assets3d/" + name)}, 2).value());
    return loaded.at(name);
}

std::string categoryOf(const AssetLibrary& library, const std::string& ending) {
    for (const Listed& file : library.files()) {
        if (file.file.ends_with(ending)) return file.state == State::placed ? file.category : "";
    }
    return "no such file";
}

TEST(Packs, NamesMeanWhatAPersonWouldSay) {
    if (!std::filesystem::exists(shared("assets3d"))) GTEST_SKIP() << "the shared models are not here";
    const std::map<std::string, std::string> kenney{{"tree_oak.glb", "tree"},
                                                    {"tree_pineTallA.glb", "pine"},
                                                    {"rock_largeA.glb", "boulder"},
                                                    {"flower_redA.glb", "flowers"},
                                                    {"fence_simple.glb", "fence"},
                                                    {"bridge_wood.glb", "bridge"},
                                                    {"tent_smallOpen.glb", "tent"},
                                                    {"tree_palmBend.glb", "palm"},
                                                    {"cactus_tall.glb", "cactus"},
                                                    {"mushroom_redGroup.glb", "mushroom"},
                                                    {"stump_old.glb", "log"},
                                                    {"log_stack.glb", "log"},
                                                    {"campfire_stones.glb", "campfire"},
                                                    {"sign.glb", "sign"},
                                                    {"statue_obelisk.glb", "statue"},
                                                    {"canoe.glb", "boat"},
                                                    {"fence_gate.glb", "gate"},
                                                    {"cliff_cave_rock.glb", "cave"},
                                                    {"crops_wheatStageB.glb", "crops"},
                                                    {"plant_bushLarge.glb", "bush"},
                                                    {"fence_corner.glb", ""},
                                                    {"bridge_side_wood.glb", ""},
                                                    {"crops_dirtRow.glb", ""},
                                                    {"canoe_paddle.glb", ""},
                                                    {"cliff_large_rock.glb", ""}};
    for (const auto& [file, category] : kenney) EXPECT_EQ(categoryOf(pack("kenney-nature"), file), category) << file;
    const std::map<std::string, std::string> kaykit{{"building_church_blue.gltf", "church"},
                                                    {"building_windmill_blue.gltf", "windmill"},
                                                    {"building_home_A_blue.gltf", "house"},
                                                    {"building_castle_blue.gltf", "castle"},
                                                    {"building_tower_A_blue.gltf", "tower"},
                                                    {"building_market_blue.gltf", "market_stall"},
                                                    {"building_well_blue.gltf", "well"},
                                                    {"building_mine_blue.gltf", "cave"},
                                                    {"building_watermill_blue.gltf", "watermill"},
                                                    {"building_tavern_blue.gltf", "house"},
                                                    {"building_destroyed.gltf", "ruin"},
                                                    {"wall_straight.gltf", "wall"},
                                                    {"wall_straight_gate.gltf", "gate"},
                                                    {"fence_wood_straight.gltf", "fence"},
                                                    {"tree_single_A.gltf", "tree"},
                                                    {"rock_single_C.gltf", "stones"},
                                                    {"tent.gltf", "tent"},
                                                    {"hills_A.gltf", ""},
                                                    {"mountain_B_grass_trees.gltf", ""},
                                                    {"cloud_big.gltf", ""},
                                                    {"wall_corner_A_gate.gltf", ""},
                                                    {"sack.gltf", ""}};
    for (const auto& [file, category] : kaykit) {
        EXPECT_EQ(categoryOf(pack("kaykit-medieval-hexagon"), file), category) << file;
    }
}

TEST(Packs, NineOfTenFilesFindTheirCategory) {
    if (!std::filesystem::exists(shared("assets3d"))) GTEST_SKIP() << "the shared models are not here";
    size_t found = 0, all = 0;
    for (const Listed& file : pack("kenney-nature").files()) {
        EXPECT_NE(file.state, State::refused) << file.file << ": " << file.why;
        ++all;
        found += !file.category.empty();
    }
    EXPECT_GE(static_cast<double>(found), 0.9 * static_cast<double>(all)) << found << " of " << all;
    found = all = 0;
    // What the catalogue has no word for: building sites, plots, a shooting range, a stone to throw.
    const std::set<std::string> strange{
        "building_archeryrange_blue", "building_scaffolding", "building_dirt",    "building_grain",
        "projectile_catapult",        "building_stage_A",     "building_stage_B", "building_stage_C"};
    for (const Listed& file : pack("kaykit-medieval-hexagon").files()) {
        EXPECT_NE(file.state, State::refused) << file.file << ": " << file.why;
        if (!file.file.starts_with("buildings/")) continue;
        if (strange.contains(std::filesystem::path(file.file).stem().string())) continue;
        ++all;
        found += !file.category.empty();
    }
    EXPECT_GE(static_cast<double>(found), 0.9 * static_cast<double>(all)) << found << " of " << all;
    RecordProperty("kaykit_buildings", static_cast<int>(found));
}

TEST(Packs, EveryPlacedModelHasItsCategorysSizeAndStandsOnTheGround) {
    if (!std::filesystem::exists(shared("assets3d"))) GTEST_SKIP() << "the shared models are not here";
    for (const char* name : {"kenney-nature", "kaykit-medieval-hexagon"}) {
        const AssetLibrary& library = pack(name);
        for (size_t i = 0; i < library.files().size(); ++i) {
            const Listed& file = library.files()[i];
            if (file.state != State::placed) continue;
            const catalogue::Entry& entry = *shippedCatalogue().find(file.category);
            EXPECT_LE(file.size.y, 2.05 * entry.size.height) << file.file;
            EXPECT_GE(file.size.y, 0.1 * entry.size.height) << file.file;
            if (entry.family == "building") {
                EXPECT_LE(file.size.x, 1.001 * entry.size.width) << file.file;
                EXPECT_LE(file.size.z, 1.001 * entry.size.depth) << file.file;
            }
            if (entry.family == "span" || entry.family == "craft") continue;  // they hang or float
            const auto built = library.show(i, {});
            EXPECT_NEAR(built.mesh->min.y, 0, 1e-3) << file.file;
            if (entry.family == "plant") continue;  // they stand on their trunks
            EXPECT_NEAR(built.mesh->min.x + built.mesh->max.x, 0, 1e-2) << file.file;
            EXPECT_NEAR(built.mesh->min.z + built.mesh->max.z, 0, 1e-2) << file.file;
        }
    }
}

TEST(Packs, MaterialsKeepTheirColoursAndOneAtlasIsOnePicture) {
    if (!std::filesystem::exists(shared("assets3d"))) GTEST_SKIP() << "the shared models are not here";
    std::set<const assets::Pictures*> pictures;
    for (size_t i = 0; i < pack("kaykit-medieval-hexagon").files().size(); ++i) {
        const auto built = pack("kaykit-medieval-hexagon").show(i, {});
        for (const auto& primitive : built.mesh->primitives) {
            const auto& material = built.materials[static_cast<size_t>(primitive.material)];
            ASSERT_TRUE(material.pictures && material.pictures->colour);
            pictures.insert(material.pictures.get());
        }
    }
    EXPECT_EQ(pictures.size(), 1U);
    // Kenney's oak: the exporter of that pack wrote its colours as sRGB.
    const auto bytes = contentOf(shared("assets3d/kenney-nature/tree_oak.glb"));
    uint32_t length = 0;
    std::memcpy(&length, bytes.data() + 12, 4);
    const json root = json::parse(bytes.substr(20, length));
    const auto& library = pack("kenney-nature");
    for (size_t i = 0; i < library.files().size(); ++i) {
        if (library.files()[i].file != "tree_oak.glb") continue;
        const auto built = library.show(i, {});
        for (size_t m = 0; m < root["materials"].size(); ++m) {
            const double srgb = root["materials"][m]["pbrMetallicRoughness"]["baseColorFactor"][1];
            EXPECT_NEAR(built.materials[m].colour.g, srgb, 1e-5);
            EXPECT_EQ(built.materials[m].roughness, 1);  // unlit: matte
            EXPECT_EQ(built.materials[m].metallic, 0);
        }
    }
}

TEST(Packs, TheOrderOfTheDiskAndTheThreadsDoNotMatter) {
    if (!std::filesystem::exists(shared("assets3d"))) GTEST_SKIP() << "the shared models are not here";
    const TemporaryFolder one, two;
    std::vector<std::string> names{"tree_oak.glb", "fence_simple.glb", "rock_largeA.glb", "tree_fat.glb", "sign.glb"};
    for (const auto& name : names) std::filesystem::copy(shared("assets3d/kenney-nature/" + name), one / name);
    std::reverse(names.begin(), names.end());
    for (const auto& name : names) std::filesystem::copy(shared("assets3d/kenney-nature/" + name), two / name);
    const auto a = libraryOf({one.path()}, 1), b = libraryOf({two.path()}, 4);
    ASSERT_TRUE(a && b);
    ASSERT_EQ(a->files().size(), b->files().size());
    for (size_t i = 0; i < a->files().size(); ++i) {
        EXPECT_EQ(a->files()[i].file, b->files()[i].file);
        EXPECT_EQ(a->files()[i].design, b->files()[i].design);
        EXPECT_EQ(a->show(i, {}).mesh->hash, b->show(i, {}).mesh->hash);
    }
    // A further file renames nothing.
    std::filesystem::copy(shared("assets3d/kenney-nature/tree_default.glb"), two / "tree_default.glb");
    const auto more = libraryOf({two.path()});
    for (const Listed& file : a->files()) EXPECT_TRUE(more->has(file.design)) << file.design;
}

TEST(Packs, WishedColoursAreAnswered) {
    if (!std::filesystem::exists(shared("assets3d"))) GTEST_SKIP() << "the shared models are not here";
    assets::Wish wish;
    wish.qualities = {"red"};
    const auto designs = pack("kenney-nature").designs(*shippedCatalogue().find("flowers"), wish);
    ASSERT_FALSE(designs.empty());
    for (const auto& design : designs) EXPECT_NE(design.name.find("red"), std::string::npos) << design.name;
}

// The triangles of the default scene, counted from the JSON alone.
size_t trianglesIn(const json& root) {
    size_t count = 0;
    std::vector<int> open = root["scenes"][root.value("scene", 0)]["nodes"];
    while (!open.empty()) {
        const json node = root["nodes"][open.back()];
        open.pop_back();
        for (const int child : node.value("children", std::vector<int>{})) open.push_back(child);
        if (!node.contains("mesh")) continue;
        for (const json& primitive : root["meshes"][node["mesh"].get<size_t>()]["primitives"]) {
            const size_t accessor = primitive.contains("indices") ? primitive["indices"].get<size_t>()
                                                                  : primitive["attributes"]["POSITION"].get<size_t>();
            const size_t corners = root["accessors"][accessor]["count"];
            const int mode = primitive.value("mode", 4);
            if (mode == 4) count += corners / 3;
            if (mode > 4) count += corners - 2;
        }
    }
    return count;
}

TEST(Packs, EverySampleHasItsTrianglesOrAReason) {
    const auto folder = shared("gltf-samples");
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "the shared models are not here";
    const auto library = libraryOf({folder});
    ASSERT_TRUE(library) << library.error().text;
    EXPECT_GE(library->files().size(), 11U);
    size_t read = 0;
    for (const Listed& file : library->files()) {
        if (file.state == State::refused) {
            EXPECT_FALSE(file.why.empty());
            // Compressed, or its buffer is only a pointer to where the real one is kept.
            const bool known = file.why.find("KHR_draco_mesh_compression") != std::string::npos ||
                               file.why.find("EXT_meshopt_compression") != std::string::npos ||
                               file.why.find("File size mismatch") != std::string::npos;
            EXPECT_TRUE(known) << file.file << ": " << file.why;
            continue;
        }
        ++read;
        const std::string bytes = contentOf(folder / file.file);
        if (file.file.ends_with(".gltf")) {
            EXPECT_EQ(file.triangles, trianglesIn(json::parse(bytes))) << file.file;
        } else if (file.file.ends_with(".obj")) {
            size_t wanted = 0;  // a face of n corners is n - 2 triangles
            std::istringstream lines(bytes);
            for (std::string line; std::getline(lines, line);) {
                std::istringstream words(line);
                std::string word;
                words >> word;
                if (word != "f") continue;
                size_t corners = 0;
                while (words >> word) ++corners;
                wanted += corners - 2;
            }
            EXPECT_EQ(file.triangles, wanted) << file.file;
        }
    }
    EXPECT_GE(read, 3U);
}

}  // namespace
}  // namespace sketchwalk::library
