// Maps that nobody drew for a test: real places as sketches, and the layouts that people drew for a paper.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <set>

#include "core/base/File.h"
#include "core/layout/Layout.h"
#include "core/sketch/Read.h"
#include "tests/core/layout/PlanPicture.h"

namespace sketchwalk::layout {
namespace {

namespace fs = std::filesystem;

// Beside the project, or one folder further up where it is built in a second working tree.
fs::path dataFolder() {
    const fs::path beside = fs::path(SKETCHWALK_SOURCE_DIR) / "../shared/data";
    return fs::exists(beside) ? beside : fs::path(SKETCHWALK_SOURCE_DIR) / "../../shared/data";
}

const catalogue::Catalogue& theCatalogue() {
    static const auto loaded = catalogue::Catalogue::load(fs::path(SKETCHWALK_SOURCE_DIR) / "resources");
    return *loaded;
}

Layout planTimed(const sketch::Sketch& sketch, const std::string& name) {
    const auto start = std::chrono::steady_clock::now();
    Layout layout = plan(sketch, theCatalogue());
    const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    std::printf("%s: %.1f ms, %zu strokes, %zu placements\n", name.c_str(), ms, sketch.strokes.size(),
                layout.placements.size());
    writePicture(layout, theCatalogue(), name);
    std::map<std::string, int> texts;
    for (const Diagnostic& d : layout.diagnostics) ++texts[d.text];
    for (const auto& [text, n] : texts) std::printf("  %d x %s\n", n, text.c_str());
    return layout;
}

TEST(RealMaps, EveryHouseChurchAndBridgeOnce) {
    for (const std::string name : {"andorra-4km", "krems-3km"}) {
        const fs::path file = dataFolder() / "osm" / (name + ".sketch.json");
        if (!fs::exists(file)) GTEST_SKIP() << "no data at " << file;
        const auto sketch = sketch::parseJson(*readText(file), name);
        ASSERT_TRUE(sketch);
        const Layout layout = planTimed(sketch->sketch, name);
        std::map<int64_t, int> count;
        std::map<int64_t, Point> where;
        for (const Placement& p : layout.placements) {
            ++count[p.stroke];
            where[p.stroke] = p.position;
        }
        size_t houses = 0, astray = 0;
        for (const auto& stroke : sketch->sketch.strokes) {
            if (stroke->brush != "house") continue;
            Ring ring;
            for (const auto& p : stroke->points) ring.push_back(p.at);
            ++houses;
            astray += !contains(ring, where[stroke->id]);
        }
        EXPECT_LE(astray * 50, houses) << "houses beside their ground plan in "
                                       << name;  // roads are drawn wider than they are
        std::printf("  %zu of %zu houses stand beside their ground plan\n", astray, houses);
        for (const auto& stroke : sketch->sketch.strokes) {
            if (stroke->brush == "house" || stroke->brush == "church" || stroke->brush == "bridge") {
                EXPECT_EQ(count[stroke->id], 1) << name << " stroke " << stroke->id;
            }
        }
    }
}

// Every drawn patch of a layout holds what it asks for, and nothing stands in water.
TEST(RealMaps, LayoutsOfThePaperArePlanned) {
    const fs::path folder = dataFolder() / "layouts";
    if (!fs::exists(folder)) GTEST_SKIP() << "no data at " << folder;
    for (const char* name :
         {"iclr1", "iclr3", "iclr5", "iclr7", "iclr9", "iclr11", "iclr13", "iclr15", "test1", "test3"}) {
        const auto sketch = sketch::read(folder / (std::string(name) + ".png"), theCatalogue());
        ASSERT_TRUE(sketch) << sketch.error().text;
        const Layout layout = planTimed(sketch->sketch, name);
        std::map<int64_t, int> count;
        for (const Placement& p : layout.placements) ++count[p.stroke];
        for (const auto& stroke : sketch->sketch.strokes) {
            const auto meaning = theCatalogue().resolve(stroke->brush);
            ASSERT_TRUE(meaning.entry) << name << ": " << stroke->brush;
            if (meaning.entry->kind == catalogue::Kind::object) {
                EXPECT_GE(count[stroke->id], 1) << name << ": " << stroke->brush << " " << stroke->id;
            }
        }
    }
}

}  // namespace
}  // namespace sketchwalk::layout
