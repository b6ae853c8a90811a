#include "core/pipeline/Pipeline.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <limits>
#include <random>
#include <thread>

#include "core/gltf/Glb.h"
#include "tests/core/pipeline/Worlds.h"

namespace sketchwalk::test {
namespace {

TEST(Pipeline, GivesTheSameBytesWithAnyNumberOfThreads) {
    for (const char* name : {"village", "island", "river-valley", "mountain-pass"}) {
        std::vector<uint8_t> first;
        for (const int threads : {1, 2, 5}) {
            Job job;
            job.threads = threads;
            const auto glb = gltf::encodeGlb(*worldOf(sample(name), 160, threads).scene, job);
            ASSERT_TRUE(glb);
            if (first.empty()) first = *glb;
            EXPECT_TRUE(*glb == first) << name << " over " << threads << " threads";
        }
    }
}

TEST(Pipeline, TellsStagesInOrderAndProgressThatOnlyGrows) {
    double last = 0;
    std::vector<std::string> seen;
    Job job;
    job.report = [&](std::string_view stage, double fraction) {
        EXPECT_GE(fraction, last - 1e-12) << stage;
        EXPECT_LE(fraction, 1.0);
        last = fraction;
        if (seen.empty() || seen.back() != stage) seen.emplace_back(stage);
    };
    const auto world = pipeline::generate(sample("village"), resources(), {128}, job);
    ASSERT_TRUE(world);
    EXPECT_EQ(last, 1.0);
    EXPECT_EQ(seen, (std::vector<std::string>{"plan", "shape", "furnish"}));
    ASSERT_EQ(world->times.size(), 3U);
    for (size_t i = 0; i < seen.size(); ++i) EXPECT_EQ(world->times[i].stage, seen[i]);
}

TEST(Pipeline, StopsWhenAsked) {
    const auto map = sample("village");
    for (const int after : {0, 30, 200, 600}) {
        std::stop_source source;
        Job job;
        job.stop = source.get_token();
        job.threads = 2;
        std::chrono::steady_clock::time_point asked;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(after));
            asked = std::chrono::steady_clock::now();
            source.request_stop();
        });
        const auto world = pipeline::generate(map, resources(), {2048}, job);
        const auto ended = std::chrono::steady_clock::now();
        stopper.join();
        ASSERT_FALSE(world) << after;
        EXPECT_EQ(world.error().kind, ErrorKind::interrupted);
        EXPECT_LT(ended - asked, std::chrono::seconds(2)) << after;  // 50 ms on an idle machine; tests share theirs
    }
}

TEST(Pipeline, RefusesResolutionsOutOfRange) {
    for (const int resolution : {-1, 0, 63, 4097}) {
        const auto world = pipeline::generate(sample("village"), resources(), {resolution}, Job{});
        ASSERT_FALSE(world);
        EXPECT_EQ(world.error().kind, ErrorKind::usage);
    }
}

TEST(Pipeline, AnEmptyMapIsAWorldToo) {
    for (const auto& extent : {Point{64, 64}, Point{8192, 64}, Point{64, 8192}, Point{300, 177}}) {
        sketch::Sketch empty;
        empty.extent = extent;
        const auto world = worldOf(empty, 96);
        EXPECT_FALSE(world.scene->chunks.empty());
        EXPECT_TRUE(std::isfinite(world.scene->spawn.position.y));
    }
}

// Sketches as no person draws them: any brush, any number, any shape.
sketch::Sketch wildSketch(uint32_t seed) {
    std::mt19937 random(seed);
    const auto pick = [&](int count) { return static_cast<int>(random() % static_cast<uint32_t>(count)); };
    const auto number = [&]() -> double {
        switch (pick(24)) {
            case 0:
                return std::numeric_limits<double>::quiet_NaN();
            case 1:
                return std::numeric_limits<double>::infinity();
            case 2:
                return -1e300;
            case 3:
                return 1e9;
            case 4:
                return 0;
            default:
                return pick(4000) / 10.0 - 72;
        }
    };
    sketch::Sketch sketch;
    sketch.seed = seed;
    const auto& entries = resources().catalogue.entries();
    for (int i = 0, count = 5 + pick(30); i < count; ++i) {
        auto stroke = std::make_shared<sketch::Stroke>();
        stroke->id = i + 1;
        stroke->brush =
            pick(9) == 0 ? "dark clouds" : entries[static_cast<size_t>(pick(static_cast<int>(entries.size())))].id;
        stroke->closed = pick(2) == 0;
        stroke->width = pick(3) == 0 ? number() : pick(20);
        stroke->pen = pick(2) == 0 ? sketch::Pen::detail : sketch::Pen::block;
        const Point near{pick(256) * 1.0, pick(256) * 1.0};
        const bool wild = pick(3) == 0;
        for (int p = 0, points = pick(14); p < points; ++p) {
            const Point at =
                wild ? Point{number(), number()} : near + Point{pick(600) / 10.0 - 30, pick(600) / 10.0 - 30};
            stroke->points.push_back({at, 1, -1});
        }
        if (pick(6) == 0) stroke->holes.push_back({near, near + Point{5, 0}, near + Point{number(), 5}});
        sketch.strokes.push_back(std::move(stroke));
    }
    return sketch;
}

TEST(Pipeline, MakesASoundWorldOfAnySketch) {
    for (uint32_t seed = 1; seed <= 60; ++seed) {
        const auto sketch = wildSketch(seed);
        const auto world = worldOf(sketch, 64 + static_cast<int>(seed % 3) * 32);
        for (const float height : world.ground->height.values()) ASSERT_TRUE(std::isfinite(height)) << "seed " << seed;
        for (const auto& group : world.scene->groups) {
            for (const auto& instance : group.instances) {
                ASSERT_TRUE(
                    std::isfinite(instance.position.x + instance.position.y + instance.position.z + instance.yaw));
                EXPECT_GT(instance.scale, 0);
                EXPECT_GE(instance.position.x, 0) << "seed " << seed;
                EXPECT_LE(instance.position.x, sketch.extent.x) << "seed " << seed;
                EXPECT_GE(instance.position.z, 0) << "seed " << seed;
                EXPECT_LE(instance.position.z, sketch.extent.y) << "seed " << seed;
            }
        }
    }
}

}  // namespace
}  // namespace sketchwalk::test
