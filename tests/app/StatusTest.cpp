// Exit statuses and what stays on the disk when something goes wrong: a contract that scripts rely on.
#include <gtest/gtest.h>

#include "tests/app/Cli.h"

namespace sketchwalk::test {
namespace {

bool says(const Outcome& outcome, const std::string& text) {
    return outcome.err.find(text) != std::string::npos;
}

size_t linesIn(const std::string& text) {
    return static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
}

TEST(Status, WrongUsageIsTwo) {
    const TemporaryFolder folder;
    const auto map = smallMap(folder).string(), out = (folder / "a.glb").string();
    const std::vector<std::vector<std::string>> wrong{
        {},
        {"paint", map},
        {"generate"},
        {"generate", map},
        {"generate", map, "-o", out, "--imagine"},
        {"generate", map, "-o", out, "--terrain", "diffusion"},
        {"generate", map, "-o", out, "--resolution", "63"},
        {"generate", map, "-o", out, "--resolution", "4097"},
        {"generate", map, "-o", out, "--resolution", "many"},
        {"generate", map, "-o", out, "--threads", "0"},
        {"generate", map, "-o", out, "--seed", "-1"},
        {"generate", map, "-o", out, "--seed", "1.5"},
        {"generate", map, "-o", out, "--extent", "256"},
        {"generate", map, "-o", out, "--extent", "256x"},
        {"generate", map, "-o", out, "--extent", "63x256"},
        {"generate", map, "-o", out, "--extent", "256x9000"},
        {"generate", map, "-o", out, "--extent", "nanxnan"},
        {"generate", map, "-o", map},
        {"generate", map, "-o", out, "--report", map},
        {"generate", map, "-o", out, map},
        {"render", map, "-o", out, "--view", "north"},
        {"render", map, "-o", out, "--size", "15x100"},
        {"render", map, "-o", out, "--size", "100.5x100"},
        {"render", map},
        {"import", map},
        {"inspect"},
        {"completion", "tcsh"},
    };
    for (const auto& words : wrong) {
        const auto outcome = cli(words);
        std::string all;
        for (const auto& word : words) all += word + " ";
        EXPECT_EQ(outcome.status, 2) << all << outcome.err;
        EXPECT_FALSE(outcome.err.empty()) << all;
        EXPECT_TRUE(outcome.out.empty()) << all;
    }
    EXPECT_EQ(folder.files(), 1U);
}

TEST(Status, RefusalsSayWhatIsPossible) {
    const TemporaryFolder folder;
    const auto map = smallMap(folder).string(), out = (folder / "a.glb").string();
    const auto profile = cli({"generate", map, "-o", out, "--profile", "cryengine"});
    EXPECT_EQ(profile.status, 2);
    EXPECT_TRUE(says(profile, "cryengine") && says(profile, "universal")) << profile.err;
    const auto device = cli({"generate", map, "-o", out, "--device", "cuda"});
    EXPECT_EQ(device.status, 2);
    EXPECT_TRUE(says(device, "CUDA") && says(device, "cpu")) << device.err;
}

TEST(Status, HelpAndVersionAreNoErrors) {
    for (const char* word : {"--help", "--version"}) {
        const auto outcome = cli({word});
        EXPECT_EQ(outcome.status, 0);
        EXPECT_NE(outcome.out.find("sketchwalk-cli"), std::string::npos);
    }
}

TEST(Status, AnInputThatCannotBeUsedIsThreeAndNamed) {
    const TemporaryFolder folder;
    const auto out = (folder / "a.glb").string();
    const auto broken = (folder / "broken.sketch.json").string();
    std::ofstream(broken) << "{ \"format\": \"sketchwalk-sketch\", \"version\": 1,\n \"strokes\": [ { ] }";
    const auto empty = (folder / "empty.png").string();
    std::ofstream(empty) << "";
    const auto noise = (folder / "noise.png").string();
    std::ofstream(noise) << "\x89PNG\r\n\x1a\nthis is no picture";
    for (const auto& in : {(folder / "missing.png").string(), broken, empty, noise, folder.path().string()}) {
        for (const auto* command : {"generate", "import", "render"}) {
            const auto outcome = cli({command, in, "-o", out});
            EXPECT_EQ(outcome.status, 3) << command << " " << in << outcome.err;
            EXPECT_TRUE(says(outcome, in)) << outcome.err;
            EXPECT_EQ(linesIn(outcome.err), 1U) << outcome.err;
        }
        EXPECT_EQ(cli({"inspect", in}).status, 3) << in;
    }
    const auto outcome = cli({"generate", broken, "-o", out});
    EXPECT_TRUE(says(outcome, "line 2") || says(outcome, ":2")) << outcome.err;
    EXPECT_EQ(folder.files(), 3U);
}

TEST(Status, AMissingLegendIsThree) {
    const TemporaryFolder folder;
    const auto outcome =
        cli({"import", smallMap(folder).string(), "-o", (folder / "b.json").string(), "--legend", "/nowhere.json"});
    EXPECT_TRUE(outcome.status == 3 || outcome.status == 0) << outcome.err;  // text maps have no colours to look up
    const auto picture = cli({"render", smallMap(folder).string(), "-o", (folder / "p.png").string(), "--resolution",
                              "64", "--size", "64x64"});
    ASSERT_EQ(picture.status, 0) << picture.err;
    EXPECT_EQ(
        cli({"import", (folder / "p.png").string(), "-o", (folder / "b.json").string(), "--legend", "/nowhere.json"})
            .status,
        3);
}

TEST(Status, AMissingResourceIsFour) {
    const TemporaryFolder folder;
    const auto outcome = cli({"generate", smallMap(folder).string(), "-o", (folder / "a.glb").string()},
                             {{{"SKETCHWALK_RESOURCES", "/nowhere"}}, 0, {}, RLIM_INFINITY, {}});
    EXPECT_EQ(outcome.status, 4);
    EXPECT_TRUE(says(outcome, "/nowhere")) << outcome.err;
}

TEST(Status, WhatCannotBeWrittenIsFiveBeforeTheWork) {
    const TemporaryFolder folder;
    const auto map = smallMap(folder).string();
    std::ofstream(folder / "file") << "x";
    for (const auto& out : {std::string("/nowhere/a.glb"), folder.path().string(), std::string("/proc/a.glb"),
                            std::string("/dev/full"), (folder / "file/a.glb").string()}) {
        const auto outcome = cli({"generate", map, "-o", out});
        EXPECT_EQ(outcome.status, 5) << out << outcome.err;
        EXPECT_TRUE(says(outcome, out)) << outcome.err;
    }
    EXPECT_EQ(cli({"generate", map, "--package", (folder / "file").string()}).status, 5);
    EXPECT_EQ(cli({"generate", map, "--package", "/proc/package"}).status, 5);
    EXPECT_EQ(cli({"generate", map, "-o", (folder / "a.glb").string(), "--report", "/nowhere/r.json"}).status, 5);
    EXPECT_EQ(cli({"render", map, "-o", "/nowhere/a.png"}).status, 5);
    EXPECT_EQ(cli({"import", map, "-o", "/nowhere/a.json"}).status, 5);
    EXPECT_EQ(folder.files(), 2U);
}

TEST(Status, AFullDiskIsFiveAndLeavesNothing) {
    const TemporaryFolder folder;
    const auto map = smallMap(folder).string();
    const Circumstances full{{}, 0, {}, 20'000, {}};
    EXPECT_EQ(cli({"generate", map, "-o", (folder / "a.glb").string(), "--resolution", "64"}, full).status, 5);
    EXPECT_EQ(cli({"render", map, "-o", (folder / "a.png").string(), "--resolution", "64"}, full).status, 5);
    EXPECT_EQ(folder.files(), 1U);
    const auto package = folder / "package";
    EXPECT_EQ(cli({"generate", map, "--package", package.string(), "--resolution", "64"}, full).status, 5);
    EXPECT_TRUE(!std::filesystem::exists(package) || std::filesystem::is_empty(package));
}

TEST(Status, AFullStandardOutputIsFive) {
    const TemporaryFolder folder;
    EXPECT_EQ(cli({"inspect", smallMap(folder).string(), "--json"}, {{}, 0, {}, RLIM_INFINITY, "/dev/full"}).status, 5);
}

TEST(Status, AStopIsOneHundredAndThirtyAndLeavesNothing) {
    for (const int signal : {SIGINT, SIGTERM}) {
        for (const int after : {0, 5, 150, 500}) {
            const TemporaryFolder folder;
            const auto map = smallMap(folder).string();
            const auto start = std::chrono::steady_clock::now();
            const auto outcome =
                cli({"generate", map, "-o", (folder / "a.glb").string(), "--package", (folder / "p").string(),
                     "--resolution", "4096", "--report", (folder / "r.json").string()},
                    {{}, signal, std::chrono::milliseconds(after), RLIM_INFINITY, {}});
            EXPECT_EQ(outcome.status, 130) << outcome.err;
            EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
            EXPECT_EQ(folder.files(), 1U);
        }
    }
}

}  // namespace
}  // namespace sketchwalk::test
