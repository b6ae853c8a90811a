// Maps that nobody drew for a test: real places as sketches, and the layouts that people drew for a paper.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <set>

#include "PlanPicture.h"
#include "core/base/File.h"
#include "core/layout/Layout.h"
#include "core/sketch/Read.h"

namespace sketchwalk::layout {
namespace {

namespace fs = std::filesystem;

const fs::path kData = fs::path(SKETCHWALK_SOURCE_DIR) / "../shared/data";
fs::path dataFolder() {
    return fs::exists(kData) ? kData : fs::path("/work/shared/data");
}

const catalogue::Catalogue& theCatalogue() {
    static const auto loaded = catalogue::Catalogue::load(fs::path(SKETCHWALK_SOURCE_DIR) / "resources");
    return *loaded;
}

TEST(RealMaps, EveryHouseChurchAndBridgeOnce) {
    for (const std::string name : {"andorra-4km", "krems-3km"}) {
        const fs::path file = dataFolder() / "osm" / (name + ".sketch.json");
        if (!fs::exists(file)) GTEST_SKIP() << "no data at " << file;
        const auto sketch = sketch::parseJson(*readText(file), name);
        ASSERT_TRUE(sketch);
        const auto start = std::chrono::steady_clock::now();
        const Layout layout = plan(sketch->sketch, theCatalogue());
        const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
        std::printf("%s: %.1f ms, %zu placements\n", name.c_str(), ms, layout.placements.size());
        writePicture(layout, theCatalogue(), name);
        std::map<int64_t, int> count;
        for (const Placement& p : layout.placements) ++count[p.stroke];
        for (const auto& stroke : sketch->sketch.strokes) {
            if (stroke->brush == "house" || stroke->brush == "church" || stroke->brush == "bridge") {
                EXPECT_EQ(count[stroke->id], 1) << name << " stroke " << stroke->id;
            }
        }
        std::map<std::string, int> texts;
        for (const Diagnostic& d : layout.diagnostics) ++texts[d.text];
        for (const auto& [text, n] : texts) std::printf("  %d x %s\n", n, text.c_str());
    }
}

}  // namespace
}  // namespace sketchwalk::layout
