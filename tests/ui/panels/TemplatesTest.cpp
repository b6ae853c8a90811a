// Every template is a map that the program itself finds nothing wrong with.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "core/base/File.h"
#include "core/pipeline/Pipeline.h"
#include "core/sketch/Read.h"

namespace sketchwalk {

namespace {

const pipeline::Resources& resources() {
    static const Result<pipeline::Resources> loaded = pipeline::Resources::load(2);
    return loaded.value();
}

std::vector<std::filesystem::path> templates() {
    std::vector<std::filesystem::path> found;
    for (const auto& file : std::filesystem::directory_iterator(resourceFolder() / "templates")) {
        if (file.path().string().ends_with(".sketch.json")) found.push_back(file.path());
    }
    return found;
}

std::string warnings(const Diagnostics& diagnostics) {
    std::string all;
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.severity == Severity::warning) all += diagnostic.text + "\n";
    }
    return all;
}

}  // namespace

TEST(Templates, AreTheTenThatAreOffered) {
    std::set<std::string> names;
    for (const auto& path : templates()) names.insert(path.stem().stem().string());
    EXPECT_EQ(names, (std::set<std::string>{"castle-siege", "coast", "desert", "island", "mountain-pass",
                                            "river-valley", "swamp", "village", "volcano", "winter-village"}));
}

TEST(Templates, ReadPlanAndFurnishWithoutWarnings) {
    for (const auto& path : templates()) {
        const auto read = sketch::read(path, resources().catalogue);
        ASSERT_TRUE(read.has_value()) << path << ": " << read.error().text;
        EXPECT_EQ(warnings(read->diagnostics), "") << path;
        EXPECT_GT(read->sketch.strokes.size(), 40U) << path;
        terrain::ShapeOptions options;
        options.resolution = 192;
        const auto world = pipeline::generate(sketch::onMap(read->sketch), resources(), options, {});
        ASSERT_TRUE(world.has_value()) << path << ": " << world.error().text;
        EXPECT_EQ(warnings(world->diagnostics), "") << path;
    }
}

TEST(Templates, WereDrawnByAHand) {
    for (const auto& path : templates()) {
        const auto read = sketch::read(path, resources().catalogue);
        ASSERT_TRUE(read.has_value());
        for (const auto& stroke : read->sketch.strokes) {
            if (stroke->points.size() < 6) continue;
            float least = 1, most = 0, before = -1;
            for (const sketch::StrokePoint& point : stroke->points) {
                least = std::min(least, point.pressure);
                most = std::max(most, point.pressure);
                EXPECT_GE(point.seconds, before) << path << " stroke " << stroke->id;
                before = point.seconds;
            }
            EXPECT_GT(most - least, 0.05f) << path << " stroke " << stroke->id;  // no machine's even line
        }
    }
}

}  // namespace sketchwalk
