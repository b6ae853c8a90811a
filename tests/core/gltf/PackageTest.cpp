#include "core/gltf/Package.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "core/base/File.h"
#include "core/gltf/SceneJson.h"
#include "tests/core/scene/HandGround.h"

namespace sketchwalk::gltf {
namespace {

namespace fs = std::filesystem;

class Package : public ::testing::Test {
  protected:
    void SetUp() override {
        std::string pattern = (fs::temp_directory_path() / "sketchwalk-package-XXXXXX").string();
        ASSERT_NE(mkdtemp(pattern.data()), nullptr);
        m_folder = pattern;
        auto ground = std::make_shared<terrain::Ground>(test::lakeland(64, 128));
        ground->weights.resize(6, Grid<uint8_t>(64, 64));
        ground->layers = {"grass", "rock", "sand", "mud", "snow", "ash"};
        ground->weights[5](3, 2) = 77;
        m_scene.ground = ground;
        m_scene.extent = ground->extent;
        m_scene.assets = {{"tree_0", "tree", std::make_shared<assets::Mesh>()}};
        m_scene.groups = {{0, 0, 0, {{0xfedcba9876543210u, 3, {1, 2, 3}, 45, 1}}, 0}};
    }
    void TearDown() override {
        fs::permissions(m_folder, fs::perms::owner_all);
        fs::remove_all(m_folder);
    }
    Result<void> write(const fs::path& folder) {
        const std::vector<uint8_t> glb = {1, 2, 3};
        return writePackage(m_scene, glb, Image(8, 8, 3), folder, {});
    }
    fs::path m_folder;
    scene::Scene m_scene;
};

TEST_F(Package, HoldsEveryFileAndNothingElse) {
    ASSERT_TRUE(write(m_folder / "new" / "place"));
    std::set<std::string> names;
    for (const auto& file : fs::directory_iterator(m_folder / "new" / "place")) names.insert(file.path().filename());
    EXPECT_EQ(names, (std::set<std::string>{"scene.glb", "scene.json", "surface.png", "height.r16", "height.png",
                                            "height.exr", "README.txt", "splat_0.png", "splat_1.png", "preview.png"}));
}

TEST_F(Package, ProfilesHoldTheHeightsTheirEngineReads) {
    const std::vector<uint8_t> glb = {1, 2, 3};
    for (const Profile& profile : profiles()) {
        const fs::path folder = m_folder / profile.name;
        ASSERT_TRUE(writePackage(m_scene, glb, Image(8, 8, 3), folder, {}, {}, profile));
        for (const char* name : {"height.r16", "height.png", "height.exr", "height.raw"}) {
            const bool wanted =
                std::find(profile.heights.begin(), profile.heights.end(), name) != profile.heights.end();
            EXPECT_EQ(fs::exists(folder / name), wanted) << profile.name << ": " << name;
        }
        const auto about = nlohmann::json::parse(*readText(folder / "scene.json"));
        EXPECT_EQ(about["profile"], std::string(profile.name));
        EXPECT_EQ(about["height"]["files"].size(), profile.heights.size());
        for (const auto& file : fs::directory_iterator(folder)) {  // "_x0_y0", "512x512": Unreal takes them for tiles
            const std::string name = file.path().filename();
            EXPECT_EQ(name.find('x', 1) != std::string::npos && std::isdigit(name[name.find('x', 1) - 1]), false)
                << name;
        }
    }
    EXPECT_EQ(fs::file_size(m_folder / "unity" / "height.raw"), 65u * 65u * 2u);  // 64 cells: 2^6 + 1
    EXPECT_EQ(fs::file_size(m_folder / "unreal" / "height.r16"), 127u * 127u * 2u);
}

TEST_F(Package, SceneJsonSaysHowToReadTheRest) {
    ASSERT_TRUE(write(m_folder));
    const auto about = nlohmann::json::parse(*readText(m_folder / "scene.json"));
    EXPECT_EQ(about["surfaces"], (nlohmann::json{"grass", "lake"}));
    EXPECT_EQ(about["height"]["width"], 65);
    EXPECT_EQ(about["height"]["spacing"], 2.0);
    EXPECT_EQ(about["splat"][1]["layers"], (nlohmann::json{"snow", "ash"}));
    const auto& object = about["objects"][0];
    EXPECT_EQ(object["id"], "fedcba9876543210");
    EXPECT_EQ(object["category"], "tree");
    EXPECT_EQ(object["stroke"], 3);
    EXPECT_EQ(object["yaw"], 45.0);
    const auto splat = decodeImage(*readFile(m_folder / "splat_1.png"));
    ASSERT_TRUE(splat);
    EXPECT_EQ(splat->at(3, 2)[1], 77);
}

TEST_F(Package, HeightsComeBackFromSixteenBits) {
    ASSERT_TRUE(write(m_folder));
    const auto about = nlohmann::json::parse(*readText(m_folder / "scene.json"));
    const double low = about["height"]["min"], high = about["height"]["max"];
    const auto bytes = *readFile(m_folder / "height.r16");
    ASSERT_EQ(bytes.size(), 65u * 65u * 2u);
    for (const auto& [x, y] : {std::pair(0, 0), std::pair(40, 20), std::pair(64, 64)}) {
        const size_t at = 2 * (static_cast<size_t>(y) * 65 + static_cast<size_t>(x));
        const double value = low + (high - low) * (bytes[at] + 256 * bytes[at + 1]) / 65535.0;
        EXPECT_NEAR(value, m_scene.ground->height(x, y), (high - low) / 65535);
    }
}

TEST_F(Package, SurfacePictureHoldsTheIndices) {
    ASSERT_TRUE(write(m_folder));
    const auto bytes = *readFile(m_folder / "surface.png");
    EXPECT_EQ(bytes[24], 8);  // bit depth
    EXPECT_EQ(bytes[25], 0);  // grey
    EXPECT_EQ(bytes[28], 0);  // not interlaced
    const auto picture = decodeImage(bytes);
    ASSERT_TRUE(picture);
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 64; ++x) ASSERT_EQ(picture->at(x, y)[0], m_scene.ground->surface(x, y));
    }
}

TEST_F(Package, LeavesNothingWhereItCannotWrite) {
    std::ofstream(m_folder / "file") << "in the way";
    const auto blocked = write(m_folder / "file");
    ASSERT_FALSE(blocked);
    EXPECT_EQ(blocked.error().kind, ErrorKind::output);
    fs::create_directories(m_folder / "half" / "scene.json");  // the last file's name is taken by a folder
    const auto half = write(m_folder / "half");
    ASSERT_FALSE(half);
    EXPECT_EQ(half.error().kind, ErrorKind::output);
    EXPECT_NE(half.error().text.find("scene.json"), std::string::npos);
    int left = 0;
    for (const auto& entry : fs::directory_iterator(m_folder / "half")) left += entry.path().filename() != "scene.json";
    EXPECT_EQ(left, 0);
}

TEST_F(Package, SameSceneSameText) {
    EXPECT_EQ(sceneJson(m_scene, 1), sceneJson(m_scene, 3));
}

}  // namespace
}  // namespace sketchwalk::gltf
