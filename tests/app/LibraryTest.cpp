// Own models, as a person uses them: listed, drawn, and placed in a world.
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/File.h"
#include "core/base/Image.h"
#include "tests/app/Cli.h"

namespace sketchwalk::test {
namespace {

using nlohmann::json;

// A wedge with its ridge along x, as OBJ: a roof without a house.
constexpr const char* kWedge =
    "usemtl tile\nv -1 0 -1\nv 1 0 -1\nv 1 0 1\nv -1 0 1\nv -1 1 0\nv 1 1 0\n"
    "f 4 3 6 5\nf 2 1 5 6\nf 1 4 5\nf 3 2 6\nf 1 2 3 4\n";

std::filesystem::path pack(const TemporaryFolder& folder) {
    const auto root = folder / "pack";
    std::filesystem::create_directories(root);
    std::ofstream(root / "house_a.obj") << kWedge;
    std::ofstream(root / "house_b.obj") << kWedge;
    std::ofstream(root / "tree_old.obj") << kWedge;
    std::ofstream(root / "zxqvw.obj") << kWedge;
    std::ofstream(root / "house_bad.obj") << "mtllib ../secret.mtl\n" << kWedge;
    std::ofstream(root / "readme.txt") << "no model";
    return root;
}

TEST(Library, ListsWhatItUnderstandsAndWhyNot) {
    const TemporaryFolder folder;
    const auto root = pack(folder).string();
    const auto outcome = cli({"library", root, "--json"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto facts = json::parse(outcome.out);
    EXPECT_EQ(facts["counts"], json({{"placed", 3}, {"unused", 1}, {"refused", 1}}));
    EXPECT_EQ(facts["categories"], json({{"house", 2}, {"tree", 1}}));
    for (const auto& file : facts["files"]) {
        if (file["file"] == "house_a.obj") {
            EXPECT_EQ(file["triangles"], 8);
            EXPECT_EQ(file["size"], json({8.0, 4.0, 8.0}));  // 2 x 1 x 2 in a footprint of 10 x 8 m
            EXPECT_EQ(file["asset"], "lib_house_a");
        }
        if (file["state"] == "refused") {
            EXPECT_EQ(file["file"], "house_bad.obj");
            EXPECT_NE(file["why"].get<std::string>().find("secret.mtl"), std::string::npos);
        }
    }
    const auto table = cli({"library", root});
    EXPECT_NE(table.out.find("3 of 5 models can be placed."), std::string::npos) << table.out;
}

TEST(Library, DrawsEachModelAndASheet) {
    const TemporaryFolder folder;
    const auto outcome =
        cli({"library", pack(folder).string(), "--thumbnails", (folder / "p").string(), "--side", "64", "--quiet"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    std::set<std::string> names;
    for (const auto& file : std::filesystem::directory_iterator(folder / "p")) names.insert(file.path().filename());
    EXPECT_EQ(names, (std::set<std::string>{"house_a_obj.png", "house_b_obj.png", "sheet.png", "tree_old_obj.png",
                                            "zxqvw_obj.png"}));
    const auto image = decodeImage(readFile(folder / "p/house_a_obj.png").value()).value();
    EXPECT_EQ(image.width, 64);
    const auto sheet = decodeImage(readFile(folder / "p/sheet.png").value()).value();
    EXPECT_EQ(sheet.width % 64, 0);
    EXPECT_GE(sheet.width / 64 * (sheet.height / 64), 4);
}

TEST(Library, StandsInPlaceOfRecipesAndLeavesTheRest) {
    const TemporaryFolder folder;
    const auto map = smallMap(folder).string();
    const auto root = pack(folder).string();
    const auto assetsOf = [&](const std::vector<std::string>& more, const std::string& name) {
        std::vector<std::string> words{"generate", map, "--package", (folder / name).string(), "--resolution", "64"};
        words.insert(words.end(), more.begin(), more.end());
        const auto outcome = cli(words);
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        std::map<std::string, std::set<std::string>> assets;
        const json scene = json::parse(contentOf(folder / name / "scene.json"));
        for (const auto& object : scene["objects"]) {
            assets[object["category"]].insert(object["asset"].get<std::string>());
        }
        if (!more.empty()) {
            EXPECT_NE(outcome.err.find("house_bad.obj"), std::string::npos) << outcome.err;
        }
        return assets;
    };
    auto plain = assetsOf({}, "a"), own = assetsOf({"--library", root}, "b");
    for (const auto& asset : own["house"]) EXPECT_NE(asset.find("lib_house_"), std::string::npos) << asset;
    for (const auto& asset : own["tree"]) EXPECT_NE(asset.find("lib_tree_old"), std::string::npos) << asset;
    for (const auto& asset : plain["house"]) EXPECT_EQ(asset.find("lib_"), std::string::npos) << asset;
    EXPECT_EQ(plain["bridge"], own["bridge"]);  // the library has none
    EXPECT_FALSE(own["house"].empty());
    assetsOf({"--library", root, "--threads", "1"}, "c");
    EXPECT_EQ(contentOf(folder / "b/scene.glb"), contentOf(folder / "c/scene.glb"));
}

TEST(Library, WrongFoldersAndNotesAreInputErrors) {
    const TemporaryFolder folder;
    const auto map = smallMap(folder).string();
    const auto missing = cli({"generate", map, "-o", (folder / "a.glb").string(), "--library", "/nowhere/at/all"});
    EXPECT_EQ(missing.status, 3);
    EXPECT_NE(missing.err.find("/nowhere/at/all"), std::string::npos);
    EXPECT_EQ(cli({"library"}).status, 2);
    EXPECT_EQ(cli({"library", map}).status, 3);
    const auto root = pack(folder);
    std::ofstream(root / "library.json") << "{";
    EXPECT_EQ(cli({"library", root.string()}).status, 3);
}

}  // namespace
}  // namespace sketchwalk::test
