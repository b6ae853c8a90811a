// The desktop program, run as a person runs it, without a screen.
#include <gtest/gtest.h>

#include <ctime>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <tuple>

#include "core/base/File.h"
#include "core/document/AnyMap.h"
#include "core/document/Store.h"
#include "tests/support/Process.h"

namespace sketchwalk {
namespace {

using nlohmann::json;

class Desktop : public ::testing::Test {
  protected:
    test::Outcome run(std::vector<std::string> words) {
        words.insert(words.begin(), SKETCHWALK_DESKTOP);
        const std::string home = m_folder.path().string();
        test::Circumstances with;
        with.environment = {{"QT_QPA_PLATFORM", "offscreen"},
                            {"HOME", home},
                            {"XDG_CONFIG_HOME", home},
                            {"XDG_DATA_HOME", home},
                            {"XDG_RUNTIME_DIR", home}};
        return test::run(words, with);
    }
    // A river, drawn in 60 samples, and a house.
    std::string trace() {
        json events = json::array();
        for (int i = 0; i < 60; ++i) {
            events.push_back({{"t", i / 240.0},
                              {"x", 100 + 10 * i},
                              {"y", 500 + i % 7},
                              {"pressure", 0.5},
                              {"type", i ? "move" : "press"},
                              {"brush", "river"}});
        }
        events.push_back({{"t", 0.25}, {"x", 690}, {"y", 503}, {"pressure", 0}, {"type", "release"}});
        events.push_back(
            {{"t", 0.4}, {"x", 400}, {"y", 300}, {"pressure", 0.7}, {"type", "press"}, {"brush", "house"}});
        events.push_back({{"t", 0.45}, {"x", 400}, {"y", 300}, {"pressure", 0}, {"type", "release"}});
        const auto path = m_folder / "trace.json";
        std::ofstream(path) << json{{"events", events}};
        return path.string();
    }
    test::TemporaryFolder m_folder;
};

TEST_F(Desktop, ReplaysAPenIntoADrawingThatIsThereAfterwards) {
    const auto file = m_folder / "map.sketchwalk";
    ASSERT_TRUE(document::writeDocument(file, {}));
    const auto report = m_folder / "report.json";
    const auto outcome = run({file.string(), "--replay", trace(), "--report", report.string()});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.out, "stroke 1\nstroke 2\n");
    const auto document = document::readDocument(file);
    ASSERT_TRUE(document) << document.error().text;
    ASSERT_EQ(document->strokes.size(), 2u);
    const sketch::Stroke& river = document->strokes[0]->stroke;
    EXPECT_EQ(river.brush, "river");
    ASSERT_GE(river.points.size(), 20u);
    // 4 pixels a metre; the stabiliser may pull a little.
    EXPECT_NEAR(river.points.front().at.x, 25, 1.5);
    EXPECT_NEAR(river.points.back().at.x, 172.5, 1.5);
    EXPECT_EQ(document->strokes[1]->stroke.brush, "house");
    const json facts = json::parse(test::contentOf(report));
    EXPECT_EQ(facts.at("samples"), 61);
    EXPECT_EQ(facts.at("dropped"), 0);
    for (const char* key : {"p50", "p99", "max"}) EXPECT_GT(facts.at("pen_to_paint_ms").at(key), 0.0);
    for (const char* key : {"p50", "p99"}) EXPECT_GT(facts.at("stroke_to_world_ms").at(key), 0.0);
    EXPECT_GT(facts.at("gui_blocked_ms_max"), 0.0);
}

TEST_F(Desktop, TakesAPictureOfItself) {
    const auto picture = m_folder / "window.png";
    const auto outcome =
        run({(resourceFolder() / "samples/village.sketch.json").string(), "--screenshot", picture.string()});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    // But for what the offscreen screen says of itself.
    std::istringstream lines(outcome.err);
    for (std::string line; std::getline(lines, line);) {
        EXPECT_EQ(line, "This plugin does not support propagateSizeHints()");
    }
    const std::string png = test::contentOf(picture);
    ASSERT_GT(png.size(), 10000u);
    EXPECT_EQ(png.substr(1, 3), "PNG");
}

TEST_F(Desktop, SaysWhatIsWrongWithACall) {
    EXPECT_EQ(run({"--no-such-option"}).status, 2);
    EXPECT_EQ(run({"one", "two"}).status, 2);
    std::ofstream(m_folder / "bad.json") << R"({"events": [{"t": 1, "x": 0, "y": 0, "type": "press"}, {"t": 0}]})";
    const auto outcome = run({"--replay", (m_folder / "bad.json").string()});
    EXPECT_EQ(outcome.status, 3);
    EXPECT_NE(outcome.err.find("bad.json"), std::string::npos);
    EXPECT_NE(outcome.err.find("event 1"), std::string::npos) << outcome.err;
    EXPECT_EQ(run({"--replay", (m_folder / "none.json").string()}).status, 3);
}

TEST_F(Desktop, ACrashLeavesAReportHereAndIsToldOnceOnTheNextStart) {
    const auto file = m_folder / "map.sketchwalk";
    ASSERT_TRUE(document::writeDocument(file, {}));
    const auto folder = m_folder / "Sketchwalk/Sketchwalk/Crash reports";
    size_t reports = 0;
    for (const auto& [kind, signal, words] :
         {std::tuple("segv", SIGSEGV, "crashOnPurpose"), std::tuple("abort", SIGABRT, "crashOnPurpose"),
          std::tuple("stack", SIGSEGV, "SIGSEGV"), std::tuple("throw", SIGABRT, "Nobody caught: thrown on purpose"),
          std::tuple("check", SIGABRT, "check failed: kind.empty() (a test asked for it)")}) {
        const auto outcome = run({file.string(), "--crash", kind});
        EXPECT_EQ(outcome.status, 1000 + signal) << kind << outcome.err;
        std::set<std::filesystem::path> found;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) found.insert(entry.path());
        ASSERT_EQ(found.size(), ++reports) << kind;
        // By name: two in one second are told apart by the process.
        std::string all;
        for (const auto& path : found) all += test::contentOf(path);
        EXPECT_NE(all.find(words), std::string::npos) << kind << all;
        EXPECT_NE(all.find("Crash on purpose: " + std::string(kind)), std::string::npos) << all;
        EXPECT_NE(all.find("Open: " + file.string()), std::string::npos) << all;
    }
    const auto report = std::filesystem::directory_iterator(folder)->path();
    const std::string text = test::contentOf(report);
    EXPECT_EQ(text.rfind("Sketchwalk ", 0), 0u);
    // The year, so that it is a date at all; the rest is compared with the system's own below.
    std::time_t time = std::time(nullptr);
    char today[16];
    std::strftime(today, sizeof today, "%Y-%m-%d", std::gmtime(&time));
    EXPECT_NE(text.find(std::string("Time: ") + today), std::string::npos) << text;

    const auto picture = [&](const char* name) {
        const auto path = m_folder / name;
        EXPECT_EQ(run({file.string(), "--screenshot", path.string()}).status, 0);
        return test::contentOf(path);
    };
    const std::string first = picture("first.png"), second = picture("second.png"), third = picture("third.png");
    EXPECT_NE(first, second) << "the first start after a crash says something";
    EXPECT_EQ(second, third);
    EXPECT_TRUE(document::readDocument(file));
}

}  // namespace
}  // namespace sketchwalk
