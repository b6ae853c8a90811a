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

}  // namespace
}  // namespace sketchwalk::test
