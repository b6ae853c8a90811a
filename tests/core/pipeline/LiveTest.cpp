// The live way through: the same worlds as from scratch, whatever was done before, and the same objects where nothing
// changed.
#include "core/pipeline/Live.h"

#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <thread>

#include "tests/core/pipeline/Hand.h"
#include "tests/core/pipeline/SameWorld.h"
#include "tests/core/pipeline/Worlds.h"

namespace sketchwalk::test {
namespace {

constexpr int kResolution = 160;  // two by two chunks, none of them whole

pipeline::World updated(pipeline::Live& live, const sketch::Sketch& sketch, int resolution = kResolution) {
    Job job;
    job.threads = 2;
    auto world = live.update(sketch, {resolution}, job);
    CHECK(world.has_value(), "a job that nobody stops makes a world");
    return std::move(*world);
}

// What has the same content as before is the same object.
void expectShared(const scene::Scene& before, const scene::Scene& after, const std::string& what) {
    if (before.chunks.size() != after.chunks.size()) return;
    for (size_t i = 0; i < after.chunks.size(); ++i) {
        const scene::TerrainChunk &old = before.chunks[i], &now = after.chunks[i];
        EXPECT_EQ(same(old.mesh, now.mesh), old.mesh == now.mesh) << what << ", chunk " << i;
        EXPECT_EQ(same(old.material, now.material), old.material.pictures == now.material.pictures)
            << what << ", chunk " << i;
    }
    for (const scene::WaterPart& now : after.waters) {
        for (const scene::WaterPart& old : before.waters) {
            EXPECT_EQ(same(old.mesh, now.mesh), old.mesh == now.mesh) << what << ", " << now.category;
            if (before.biome == after.biome && before.seed == after.seed && same(old.material, now.material)) {
                EXPECT_EQ(old.material.pictures, now.material.pictures) << what << ", " << now.category;
            }
        }
    }
    std::map<std::string, std::shared_ptr<const assets::Mesh>> old;
    for (const scene::Asset& asset : before.assets) old[asset.id] = asset.mesh;
    for (const scene::Asset& now : after.assets) {
        if (before.biome != after.biome || before.seed != after.seed || !old.contains(now.id)) continue;
        EXPECT_EQ(same(old[now.id], now.mesh), old[now.id] == now.mesh) << what << ", " << now.id;
    }
}

void expectSameThroughEdits(const std::string& name, uint32_t seed, int edits) {
    Hand hand(sample(name), seed);
    pipeline::Live live(resources());
    auto before = updated(live, hand.sketch());
    for (int i = 0; i < edits; ++i) {
        const std::string what =
            name + ", edit " + std::to_string(i) + ": " + (i % 6 == 5 ? hand.editSettings() : hand.editStroke());
        const auto now = updated(live, hand.sketch());
        expectSameWorld(worldOf(hand.sketch(), kResolution, 1), now, what);
        expectShared(*before.scene, *now.scene, what);
        if (::testing::Test::HasFailure()) return;
        before = now;
    }
}

TEST(Live, GivesTheWorldsFromScratchThroughEditsOfAVillage) {
    expectSameThroughEdits("village", 1, 18);
}
TEST(Live, GivesTheWorldsFromScratchThroughEditsOfAValley) {
    expectSameThroughEdits("river-valley", 2, 12);
}
TEST(Live, GivesTheWorldsFromScratchThroughEditsOfAnIsland) {
    expectSameThroughEdits("island", 3, 12);
}
TEST(Live, GivesTheWorldsFromScratchThroughEditsOfAPass) {
    expectSameThroughEdits("mountain-pass", 4, 12);
}

TEST(Live, FollowsASketchFromTheFirstStroke) {
    Hand hand({}, 7);
    pipeline::Live live(resources());
    for (int i = 0; i < 12; ++i) {
        const std::string what = "stroke " + std::to_string(i) + ": " + hand.editStroke();
        expectSameWorld(worldOf(hand.sketch(), 96, 1), updated(live, hand.sketch(), 96), what);
    }
}

TEST(Live, FollowsTheWordsOfAForest) {
    sketch::Sketch sketch = sample("village");
    const auto forest = std::find_if(sketch.strokes.begin(), sketch.strokes.end(),
                                     [](const auto& stroke) { return stroke->brush == "forest"; });
    ASSERT_NE(forest, sketch.strokes.end());
    pipeline::Live live(resources());
    for (const char* brush : {"forest", "pine forest", "birch forest", "sparse birch forest", "forest"}) {
        auto stroke = std::make_shared<sketch::Stroke>(**forest);
        stroke->brush = brush;
        *forest = std::move(stroke);
        expectSameWorld(worldOf(sketch, kResolution), updated(live, sketch), brush);
    }
}

TEST(Live, FollowsTheResolution) {
    pipeline::Live live(resources());
    for (const int resolution : {96, 200, 96})
        expectSameWorld(worldOf(sample("village"), resolution), updated(live, sample("village"), resolution),
                        "village");
}

TEST(Live, GivesTheSameObjectsForTheSameSketch) {
    pipeline::Live live(resources());
    const auto first = updated(live, sample("village")), second = updated(live, sample("village"));
    EXPECT_EQ(first.scene->terrainColour, second.scene->terrainColour);
    for (size_t i = 0; i < first.scene->assets.size(); ++i)
        EXPECT_EQ(first.scene->assets[i].mesh, second.scene->assets[i].mesh);
    for (size_t i = 0; i < first.scene->chunks.size(); ++i)
        EXPECT_EQ(first.scene->chunks[i].mesh, second.scene->chunks[i].mesh);
}

TEST(Live, ChangesOnlyTheChunksThatAHouseTouches) {
    auto sketch = sample("village");
    pipeline::Live live(resources());
    const auto before = updated(live, sketch, 512);
    auto house = std::make_shared<sketch::Stroke>();
    house->id = 9000;
    house->brush = "house";
    house->closed = true;
    for (const Point& p : {Point(20, 20), Point(28, 20), Point(28, 27), Point(20, 27)})
        house->points.push_back({p, 1, -1});
    sketch.strokes.push_back(house);
    const auto after = updated(live, sketch, 512);
    ASSERT_EQ(after.scene->chunks.size(), 16U);  // of 64 m
    size_t meshes = 0, pictures = 0;
    for (size_t i = 0; i < 16; ++i) {
        meshes += before.scene->chunks[i].mesh != after.scene->chunks[i].mesh;
        pictures += before.scene->chunks[i].material.pictures != after.scene->chunks[i].material.pictures;
    }
    EXPECT_GE(pictures, 1U);  // there is a yard now
    EXPECT_LE(pictures, 4U);
    EXPECT_LE(meshes, 4U);
    for (size_t i = 0; i < after.scene->waters.size(); ++i)
        EXPECT_EQ(before.scene->waters[i].mesh, after.scene->waters[i].mesh);
}

TEST(Live, KeepsNoMoreThanTheLastWorldUsed) {
    Hand hand(sample("village"), 5);
    pipeline::Live fresh(resources()), travelled(resources());
    (void)updated(fresh, hand.sketch());
    const auto home = hand.sketch();
    (void)updated(travelled, home);
    for (int i = 0; i < 4; ++i) {
        hand.editStroke();
        (void)updated(travelled, hand.sketch());
    }
    (void)updated(travelled, home);
    EXPECT_EQ(travelled.kept(), fresh.kept());
    travelled.forget();
    EXPECT_EQ(travelled.kept(), 0U);
}

// Stopped at the nth word of progress, of which there are some forty.
TEST(Live, IsRightAfterItWasStoppedAnywhere) {
    Hand hand(sample("river-valley"), 6);
    pipeline::Live live(resources());
    (void)updated(live, hand.sketch());
    for (int stopAt = 0; stopAt < 12; ++stopAt) {
        const std::string what = hand.editStroke();
        std::stop_source source;
        Job job;
        job.threads = 2;
        job.stop = source.get_token();
        int words = 0;
        job.report = [&](std::string_view, double) {
            if (words++ == stopAt) source.request_stop();
        };
        const auto stopped = live.update(hand.sketch(), {kResolution}, job);
        ASSERT_FALSE(stopped);
        EXPECT_EQ(stopped.error().kind, ErrorKind::interrupted);
        if (stopAt % 2 == 1) hand.editStroke();
        expectSameWorld(worldOf(hand.sketch(), kResolution), updated(live, hand.sketch()),
                        "stopped at " + std::to_string(stopAt) + ", " + what);
        if (::testing::Test::HasFailure()) return;
    }
}

TEST(Live, IsRightAfterItWasStoppedInTheMiddleOfThings) {
    Hand hand(sample("mountain-pass"), 8);
    pipeline::Live live(resources());
    for (int i = 0; i < 10; ++i) {
        hand.editStroke();
        std::stop_source source;
        Job job;
        job.threads = 2;
        job.stop = source.get_token();
        std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(5 + 37 * i));
            source.request_stop();
        });
        (void)live.update(hand.sketch(), {kResolution}, job);
        expectSameWorld(worldOf(hand.sketch(), kResolution), updated(live, hand.sketch()), std::to_string(i));
        if (::testing::Test::HasFailure()) return;
    }
}

TEST(Live, RefusesAResolutionOutOfRange) {
    pipeline::Live live(resources());
    const auto world = live.update(sample("village"), {1}, {});
    ASSERT_FALSE(world);
    EXPECT_EQ(world.error().kind, ErrorKind::usage);
}

}  // namespace
}  // namespace sketchwalk::test
