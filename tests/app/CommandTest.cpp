// What the commands write and print when all goes well.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/base/File.h"
#include "core/base/Image.h"
#include "tests/app/Cli.h"

namespace sketchwalk::test {
namespace {

using nlohmann::json;

json readJson(const std::filesystem::path& path) {
    return json::parse(contentOf(path));
}

Image picture(const std::filesystem::path& path) {
    const auto bytes = readFile(path);
    return bytes ? decodeImage(*bytes).value_or(Image{}) : Image{};
}

TEST(Generate, WritesTheSameSceneAloneAndInAPackage) {
    const TemporaryFolder folder;
    const auto map = smallMap(folder).string();
    const auto alone =
        cli({"generate", map, "-o", (folder / "a.glb").string(), "--resolution", "64", "--threads", "1"});
    ASSERT_EQ(alone.status, 0) << alone.err;
    const auto both = cli({"generate", map, "-o", (folder / "b.glb").string(), "--package",
                           (folder / "deep/package").string(), "--resolution", "64", "--threads", "2"});
    ASSERT_EQ(both.status, 0) << both.err;
    const auto scene = contentOf(folder / "a.glb");
    EXPECT_EQ(scene.substr(0, 4), "glTF");
    EXPECT_EQ(scene, contentOf(folder / "b.glb"));
    EXPECT_EQ(scene, contentOf(folder / "deep/package/scene.glb"));
    for (const char* name :
         {"scene.json", "surface.png", "height.r16", "height.png", "height.exr", "splat_0.png", "preview.png"}) {
        EXPECT_TRUE(std::filesystem::exists(folder / "deep/package" / name)) << name;
    }
}

TEST(Generate, NamesTheStrokeOfADiagnosticOnOneLine) {
    const TemporaryFolder folder;
    const auto outcome =
        cli({"generate", smallMap(folder).string(), "-o", (folder / "a.glb").string(), "--resolution", "64"});
    ASSERT_EQ(outcome.status, 0);
    EXPECT_NE(outcome.err.find("stroke 4: "), std::string::npos) << outcome.err;
    std::istringstream lines(outcome.err);
    for (std::string line; std::getline(lines, line);) {
        EXPECT_TRUE(line.rfind("warning: ", 0) == 0 || line.rfind("note: ", 0) == 0) << line;
    }
}

TEST(Generate, ReportsStagesMemoryCountsAndDiagnostics) {
    const TemporaryFolder folder;
    const auto outcome = cli({"generate", smallMap(folder).string(), "-o", (folder / "a.glb").string(), "--resolution",
                              "64", "--report", (folder / "r.json").string(), "--seed", "99", "--json"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto report = readJson(folder / "r.json");
    EXPECT_EQ(report, json::parse(outcome.out));
    EXPECT_EQ(report["seed"], 99);
    EXPECT_EQ(report["extent"], json({96.0, 96.0}));
    EXPECT_GT(report["peak_memory_bytes"], 1 << 20);
    EXPECT_EQ(report["counts"]["strokes"], 5);
    EXPECT_EQ(report["counts"]["drawn"]["house"], 1);
    EXPECT_EQ(report["counts"]["drawn"]["bridge"], 1);
    double sum = 0;
    std::vector<std::string> stages;
    for (const auto& stage : report["stages"]) {
        stages.push_back(stage["stage"]);
        sum += stage["seconds"].get<double>();
    }
    EXPECT_EQ(stages, (std::vector<std::string>{"load", "read", "plan", "shape", "furnish", "encode", "write"}));
    EXPECT_NEAR(sum, report["seconds"].get<double>(), 0.2);
    bool named = false;
    for (const auto& diagnostic : report["diagnostics"]) named = named || diagnostic["stroke"] == 4;
    EXPECT_TRUE(named);
}

TEST(Generate, QuietSaysOnlyWarnings) {
    const TemporaryFolder folder;
    const auto outcome = cli(
        {"generate", smallMap(folder).string(), "-o", (folder / "a.glb").string(), "--resolution", "64", "--quiet"});
    EXPECT_EQ(outcome.status, 0);
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(outcome.err.find("note: "), std::string::npos);
    EXPECT_EQ(outcome.err.find('\r'), std::string::npos);
}

TEST(Generate, FollowsALinkAndKeepsIt) {
    const TemporaryFolder folder;
    std::ofstream(folder / "target.glb") << "old";
    std::filesystem::create_symlink(folder / "target.glb", folder / "link.glb");
    ASSERT_EQ(
        cli({"generate", smallMap(folder).string(), "-o", (folder / "link.glb").string(), "--resolution", "64"}).status,
        0);
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "link.glb"));
    EXPECT_EQ(contentOf(folder / "target.glb").substr(0, 4), "glTF");
}

TEST(Generate, ASeedChangesTheWorldButNotWhatWasDrawn) {
    const TemporaryFolder folder;
    const auto map = smallMap(folder).string();
    std::vector<json> drawn;
    for (const char* seed : {"1", "2"}) {
        const auto outcome = cli({"generate", map, "-o", (folder / (std::string(seed) + ".glb")).string(),
                                  "--resolution", "64", "--seed", seed, "--json"});
        ASSERT_EQ(outcome.status, 0) << outcome.err;
        drawn.push_back(json::parse(outcome.out)["counts"]["drawn"]["house"]);
    }
    EXPECT_EQ(drawn[0], drawn[1]);
    EXPECT_NE(contentOf(folder / "1.glb"), contentOf(folder / "2.glb"));
}

TEST(Import, GivesTheSameWorldAsTheMapItself) {
    const TemporaryFolder folder;
    const auto map = smallMap(folder).string();
    const auto outcome = cli({"import", map, "-o", (folder / "again.sketch.json").string(), "--json"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(json::parse(outcome.out)["strokes"], 5);
    ASSERT_EQ(cli({"generate", map, "-o", (folder / "a.glb").string(), "--resolution", "64"}).status, 0);
    ASSERT_EQ(cli({"generate", (folder / "again.sketch.json").string(), "-o", (folder / "b.glb").string(),
                   "--resolution", "64"})
                  .status,
              0);
    EXPECT_EQ(contentOf(folder / "a.glb"), contentOf(folder / "b.glb"));
}

TEST(Import, ReadsThePapersColoursFromAPicture) {
    const TemporaryFolder folder;
    Image map(128, 128, 3);
    for (int y = 0; y < 128; ++y) {
        for (int x = 0; x < 128; ++x) {
            const bool water = y > 90, building = x > 30 && x < 44 && y > 30 && y < 42;
            uint8_t* pixel = map.at(x, y);
            pixel[0] = building ? 255 : 0;
            pixel[1] = building ? 230 : 0;
            pixel[2] = water ? 255 : 0;
        }
    }
    ASSERT_TRUE(writeFile(folder / "map.png", encodePng(map)));
    const auto outcome = cli({"inspect", (folder / "map.png").string(), "--extent", "200x200", "--json"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto facts = json::parse(outcome.out);
    EXPECT_EQ(facts["extent"], json({200.0, 200.0}));
    EXPECT_EQ(facts["strokes"], 2);
}

TEST(Render, DrawsEveryViewInTheAskedSize) {
    const TemporaryFolder folder;
    const auto map = smallMap(folder).string();
    std::vector<std::string> seen;
    for (const char* view : {"iso", "map", "walk"}) {
        const auto out = folder / (std::string(view) + ".png");
        const auto outcome =
            cli({"render", map, "-o", out.string(), "--view", view, "--size", "120x80", "--resolution", "64"});
        ASSERT_EQ(outcome.status, 0) << outcome.err;
        const auto image = picture(out);
        EXPECT_EQ(image.width, 120);
        EXPECT_EQ(image.height, 80);
        seen.push_back(contentOf(out));
    }
    EXPECT_NE(seen[0], seen[1]);
    EXPECT_NE(seen[1], seen[2]);
    ASSERT_EQ(cli({"render", map, "-o", (folder / "a.jpg").string(), "--size", "64x64", "--resolution", "64"}).status,
              0);
    EXPECT_EQ(contentOf(folder / "a.jpg").substr(0, 2), "\xff\xd8");
}

TEST(Inspect, CountsWhatAMapHolds) {
    const TemporaryFolder folder;
    const auto outcome = cli({"inspect", smallMap(folder).string(), "--json"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto facts = json::parse(outcome.out);
    EXPECT_EQ(facts["kind"], "map");
    EXPECT_EQ(facts["strokes"], 5);
    for (const auto& row : facts["brushes"]) {
        if (row["brush"] == "river") {
            EXPECT_EQ(row["means"], "river");
            EXPECT_EQ(row["lines"], 1);
        }
        if (row["brush"] == "zxqvw") {
            EXPECT_TRUE(row["means"].is_null());
        }
    }
    const auto table = cli({"inspect", smallMap(folder).string()});
    EXPECT_NE(table.out.find("house"), std::string::npos);
}

TEST(Inspect, FindsTheSameObjectsInAllFormsOfAScene) {
    const TemporaryFolder folder;
    const auto made = cli(
        {"generate", smallMap(folder).string(), "--package", (folder / "p").string(), "--resolution", "64", "--json"});
    ASSERT_EQ(made.status, 0) << made.err;
    const auto package = json::parse(cli({"inspect", (folder / "p").string(), "--json"}).out);
    const auto scene = json::parse(cli({"inspect", (folder / "p/scene.glb").string(), "--json"}).out);
    const auto about = json::parse(cli({"inspect", (folder / "p/scene.json").string(), "--json"}).out);
    EXPECT_EQ(package["kind"], "package");
    EXPECT_EQ(scene["kind"], "scene");
    EXPECT_EQ(package["objects"], scene["objects"]);
    EXPECT_EQ(package["objects"], about["objects"]);
    EXPECT_EQ(scene["seed"], 5);
    size_t sum = 0;
    for (const auto& [category, count] : scene["objects"].items()) sum += count.get<size_t>();
    const auto report = json::parse(made.out);
    EXPECT_EQ(sum, report["counts"]["objects"]);
    EXPECT_EQ(scene["triangles"], report["counts"]["triangles"]);
}

TEST(Inspect, ACutSceneIsOneClearError) {
    const TemporaryFolder folder;
    ASSERT_EQ(
        cli({"generate", smallMap(folder).string(), "-o", (folder / "a.glb").string(), "--resolution", "64"}).status,
        0);
    for (const size_t size : {size_t{6}, size_t{15}, size_t{400}}) {
        std::ofstream(folder / "cut.glb", std::ios::binary) << contentOf(folder / "a.glb").substr(0, size);
        const auto outcome = cli({"inspect", (folder / "cut.glb").string()});
        EXPECT_EQ(outcome.status, 3) << size;
        EXPECT_NE(outcome.err.find("cut.glb"), std::string::npos);
    }
}

}  // namespace
}  // namespace sketchwalk::test
