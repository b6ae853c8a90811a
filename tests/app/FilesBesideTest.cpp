// What generate writes beside the scene: the navigation mesh and the print.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/app/Cli.h"

namespace sketchwalk::test {
namespace {

// The small map, with a bridge where the road meets the river and a house on either side of it.
std::string twoBanks(const TemporaryFolder& folder) {
    const auto path = folder / "banks.sketch.json";
    std::ofstream(path) << R"({ "format": "sketchwalk-sketch", "version": 1, "extent": [96, 96], "base": "grass",
  "strokes": [
    { "id": 1, "brush": "river", "width": 9, "points": [[48, -2], [48, 98]] },
    { "id": 3, "brush": "house", "closed": true, "points": [[20, 44], [29, 44], [29, 51], [20, 51]] },
    { "id": 4, "brush": "house", "closed": true, "points": [[70, 44], [79, 44], [79, 51], [70, 51]] },
    { "id": 5, "brush": "spawn", "points": [[24, 60]] } ] })";
    return path.string();
}

TEST(NavmeshOption, WritesBesideTheSceneAndIntoThePackage) {
    const TemporaryFolder folder;
    const auto outcome = cli({"generate", smallMap(folder).string(), "-o", (folder / "a.glb").string(), "--package",
                              (folder / "p").string(), "--navmesh", "--resolution", "64"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto glb = contentOf(folder / "a.navmesh.glb"), bin = contentOf(folder / "a.navmesh.bin");
    EXPECT_EQ(glb.substr(0, 4), "glTF");
    EXPECT_EQ(bin.substr(0, 4), "TESM");
    EXPECT_EQ(glb, contentOf(folder / "p/navmesh.glb"));
    EXPECT_EQ(bin, contentOf(folder / "p/navmesh.bin"));
    const auto about = nlohmann::json::parse(contentOf(folder / "p/scene.json"));
    EXPECT_EQ(about["navmesh"]["agent"]["radius"], 0.4);
    EXPECT_EQ(about["navmesh"]["files"], (nlohmann::json{"navmesh.glb", "navmesh.bin"}));
    EXPECT_GT(about["navmesh"]["polygons"], 10);
    EXPECT_FALSE(about["objects"].empty());
}

TEST(NavmeshOption, SaysWhatCannotBeReached) {
    const TemporaryFolder folder;
    const auto outcome = cli({"generate", twoBanks(folder), "-o", (folder / "a.glb").string(), "--navmesh"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_NE(outcome.err.find("stroke 4: The house cannot be reached on foot."), std::string::npos) << outcome.err;
    EXPECT_EQ(outcome.err.find("stroke 3: The house"), std::string::npos) << outcome.err;
}

TEST(NavmeshOption, NeedsAScene) {
    const TemporaryFolder folder;
    const auto outcome =
        cli({"generate", smallMap(folder).string(), "--stl", (folder / "a.stl").string(), "--navmesh"});
    EXPECT_EQ(outcome.status, 2);
    EXPECT_EQ(folder.files(), 1U);
}

TEST(StlOption, WritesTheAskedSizeAlone) {
    const TemporaryFolder folder;
    const auto outcome = cli({"generate", smallMap(folder).string(), "--stl", (folder / "a.stl").string(), "--stl-size",
                              "60", "--stl-base", "2", "--resolution", "64"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(folder.files(), 2U);
    const auto stl = contentOf(folder / "a.stl");
    uint32_t count = 0;
    std::memcpy(&count, stl.data() + 80, 4);
    ASSERT_EQ(stl.size(), 84 + 50 * static_cast<size_t>(count));
    float east = 0;
    for (size_t i = 0; i < count; ++i) {
        float x = 0;
        std::memcpy(&x, stl.data() + 84 + 50 * i + 12, 4);
        east = std::max(east, x);
    }
    EXPECT_FLOAT_EQ(east, 60);
}

TEST(StlOption, RefusesSizesThatCannotBePrinted) {
    const TemporaryFolder folder;
    const auto map = smallMap(folder).string(), stl = (folder / "a.stl").string();
    for (const char* size : {"19", "1001", "nan", "-180", "big", "180mm"}) {
        EXPECT_EQ(cli({"generate", map, "--stl", stl, "--stl-size", size}).status, 2) << size;
    }
    EXPECT_EQ(cli({"generate", map, "--stl", stl, "--stl-base", "0"}).status, 2);
    EXPECT_EQ(cli({"generate", map, "--stl", map}).status, 2);
    EXPECT_EQ(cli({"generate", map, "--stl", "/nowhere/a.stl"}).status, 5);
    EXPECT_EQ(folder.files(), 1U);
}

TEST(FilesBeside, AFullDiskIsFiveAndLeavesNothing) {
    const TemporaryFolder folder;
    const auto map = smallMap(folder).string();
    const Circumstances full{{}, 0, {}, 20'000, {}};
    EXPECT_EQ(cli({"generate", map, "--stl", (folder / "a.stl").string(), "--resolution", "64"}, full).status, 5);
    // The navigation mesh's surface fits, its tiles or the scene do not.
    EXPECT_EQ(cli({"generate", map, "-o", (folder / "a.glb").string(), "--navmesh", "--resolution", "64"}, full).status,
              5);
    EXPECT_EQ(folder.files(), 1U);
}

TEST(FilesBeside, AStopIsOneHundredAndThirtyAndLeavesNothing) {
    const TemporaryFolder folder;
    const auto map = smallMap(folder).string();
    const auto outcome = cli({"generate", map, "-o", (folder / "a.glb").string(), "--navmesh", "--stl",
                              (folder / "a.stl").string(), "--stl-size", "1000", "--resolution", "128"},
                             {{}, SIGINT, std::chrono::milliseconds(300), RLIM_INFINITY, {}});
    EXPECT_EQ(outcome.status, 130) << outcome.err;
    EXPECT_EQ(folder.files(), 1U);
}

}  // namespace
}  // namespace sketchwalk::test
