// Freehand ink through the real command: what it says, and what happens where there is no network.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/app/Cli.h"

namespace sketchwalk::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const char* kDrawing =
    R"({"key_id":"1","word":"x","drawing":[[[0,100,100,0,0],[0,0,100,100,0]],[[0,50,100],[0,-60,0]]]})";

fs::path written(const TemporaryFolder& folder, const char* name, const std::string& text) {
    const fs::path path = folder / name;
    std::ofstream(path) << text;
    return path;
}

TEST(Read, SaysALineADrawing) {
    const TemporaryFolder folder;
    const auto path = written(folder, "a.ndjson", std::string(kDrawing) + "\n" + kDrawing + "\n");
    const auto outcome = cli({"read", path.string(), "--json"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    std::istringstream lines(outcome.out);
    std::string line;
    int count = 0;
    while (std::getline(lines, line)) {
        const auto said = json::parse(line);
        EXPECT_EQ(said["key_id"], "1");
        EXPECT_EQ(said["guesses"].size(), 5U);
        EXPECT_EQ(said["guesses"][0]["symbol"], said["symbol"]);
        EXPECT_GE(said["confidence"], said["guesses"][1]["confidence"]);
        ++count;
    }
    EXPECT_EQ(count, 2);
}

TEST(Read, SaysTheSymbolsOfAPage) {
    const TemporaryFolder folder;
    const auto path = written(folder, "a.sketch.json",
                              R"({"format":"sketchwalk-sketch","version":1,"strokes":[
        {"id":4,"brush":"ink","points":[[20,20],[60,20],[60,60],[20,60],[20,20]]},
        {"id":9,"brush":"lake","closed":true,"points":[[100,100],[140,100],[120,140]]}]})");
    const auto outcome = cli({"read", path.string(), "--json"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto said = json::parse(outcome.out);
    ASSERT_EQ(said["symbols"].size(), 1U);
    EXPECT_EQ(said["symbols"][0]["strokes"], json({4}));
    EXPECT_EQ(said["symbols"][0]["box"], json({20.0, 20.0, 60.0, 60.0}));
}

TEST(Read, WithoutAModelIsFour) {
    const TemporaryFolder folder;
    const auto path = written(folder, "a.ndjson", kDrawing);
    const auto outcome = cli({"read", path.string(), "--model", (folder / "nothing").string()});
    EXPECT_EQ(outcome.status, 4);
    EXPECT_NE(outcome.err.find("recogniser.json"), std::string::npos);
    EXPECT_EQ(cli({"read", (folder / "missing.ndjson").string()}).status, 3);
}

// A folder of resources without models: the world is made all the same, and a warning says what became of the ink.
TEST(Read, WithoutAModelInkStaysInkInTheWorld) {
    const TemporaryFolder folder;
    const auto resources = folder / "resources";
    fs::copy(fs::path(SKETCHWALK_SOURCE_DIR) / "resources", resources, fs::copy_options::recursive);
    fs::remove_all(resources / "models");
    const auto path = written(folder, "a.ndjson", kDrawing);
    const auto outcome = cli({"generate", path.string(), "-o", (folder / "a.glb").string(), "--resolution", "64"},
                             {{{"SKETCHWALK_RESOURCES", resources.string()}}, 0, {}, RLIM_INFINITY, {}});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_NE(outcome.err.find("The ink stays ink"), std::string::npos) << outcome.err;
    EXPECT_TRUE(fs::exists(folder / "a.glb"));
}

// What a person said of ink is what is built, and is said again by whoever reads the page.
TEST(Read, WhatThePersonSaidIsBuilt) {
    const TemporaryFolder folder;
    const auto path = written(folder, "a.sketch.json",
                              R"({"format":"sketchwalk-sketch","version":1,"extent":[96,96],"strokes":[
        {"id":4,"brush":"ink","group":1,"symbol":"well","points":[[20,20],[60,20],[60,60]]},
        {"id":5,"brush":"ink","group":1,"symbol":"well","points":[[20,60],[40,30],[60,60]]}]})");
    auto outcome = cli({"read", path.string(), "--json"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto said = json::parse(outcome.out);
    ASSERT_EQ(said["symbols"].size(), 1U);
    EXPECT_EQ(said["symbols"][0]["said"], "well");
    EXPECT_EQ(said["symbols"][0]["taken"], true);
    EXPECT_EQ(said["symbols"][0]["strokes"], json({4, 5}));
    const auto package = (folder / "out").string();
    outcome = cli({"generate", path.string(), "--package", package, "--resolution", "64"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto scene = json::parse(contentOf(folder / "out/scene.json"));
    bool well = false;
    for (const auto& object : scene["objects"]) well = well || (object["category"] == "well" && object["stroke"] == 4);
    EXPECT_TRUE(well);
}

// Styles that come along make a drawing like them what they show; the drawing keeps them, so that it needs no file
// beside it afterwards.
TEST(Read, StylesOfAPersonAreUsedWhenTheyAreNamedAndKeptByADrawing) {
    const TemporaryFolder folder;
    const std::string points = "[[20,20],[60,22],[24,34],[62,40],[20,60],[64,58],[40,10],[41,70]]";
    const auto page = written(folder, "a.sketch.json",
                              R"({"format":"sketchwalk-sketch","version":1,"extent":[96,96],"strokes":[
        {"id":4,"brush":"ink","points":)" +
                                  points + "}]}");
    const auto styles = written(folder, "me.json",
                                R"({"format":"sketchwalk-sketch","version":1,"styles":[
        {"symbol":"statue","strokes":[[167,167,833,200,233,400,867,500,167,833,900,800,500,0,517,1000]]}]})");
    const auto symbolOf = [&](std::vector<std::string> more) {
        more.insert(more.begin(), "read");
        more.emplace_back("--json");
        const auto outcome = cli(more);
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        return json::parse(outcome.out)["symbols"][0]["symbol"].get<std::string>();
    };
    EXPECT_NE(symbolOf({page.string()}), "statue");
    EXPECT_EQ(symbolOf({page.string(), "--styles", styles.string()}), "statue");
    const auto drawing = (folder / "a.sketchwalk").string();
    ASSERT_EQ(cli({"import", page.string(), "-o", drawing, "--styles", styles.string()}).status, 0);
    EXPECT_EQ(symbolOf({drawing}), "statue");
    const auto broken = written(folder, "broken.json", "{");
    EXPECT_EQ(cli({"read", page.string(), "--styles", broken.string()}).status, 3);
}

}  // namespace
}  // namespace sketchwalk::test
