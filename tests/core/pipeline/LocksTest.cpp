// A locked region stays as it was, bit for bit, through whatever is drawn, another seed and another resolution; locking
// itself changes nothing; and who drew into it is told.
#include "core/pipeline/Locks.h"

#include <gtest/gtest.h>

#include <random>

#include "core/pipeline/Live.h"
#include "core/pipeline/ObjectEdits.h"
#include "core/sketch/Read.h"
#include "tests/core/pipeline/Hand.h"
#include "tests/core/pipeline/Locked.h"

namespace sketchwalk::test {
namespace {

constexpr int kLockRaster = 160;

std::shared_ptr<sketch::Stroke> stampOf(const char* brush, Point at, int64_t id) {
    auto stroke = std::make_shared<sketch::Stroke>();
    stroke->id = id;
    stroke->brush = brush;
    stroke->points = {{at, 1, -1}};
    return stroke;
}

TEST(Locks, LockingChangesNothing) {
    for (const char* name : {"village", "river-valley", "island", "mountain-pass"}) {
        sketch::Sketch drawn = sample(name);
        const pipeline::World before = worldOf(drawn, kLockRaster);
        drawn.strokes.push_back(lockedBy(before, lasso(drawn.extent * 0.45, 0.2 * drawn.extent.x, 9001)));
        drawn.strokes.push_back(lockedBy(before, lasso(drawn.extent * 0.75, 0.15 * drawn.extent.x, 9002)));
        const pipeline::World after = worldOf(drawn, kLockRaster);
        expectSameGround(*before.ground, *after.ground, name);
        expectSameScene(*before.scene, *after.scene, name);
        EXPECT_TRUE(test::same(before.diagnostics, after.diagnostics)) << name;
    }
}

TEST(Locks, HoldThroughWhateverTheSketchBecomes) {
    int compared = 0, coarse = 0;
    for (uint32_t story = 0; story < 12; ++story) {
        std::mt19937 random(story);
        const auto unit = [&] { return (random() % 10000) / 10000.0; };
        Hand hand(story % 3 == 0 ? sample("village") : sketch::Sketch{}, 77 + story);
        for (int i = 0; i < 5; ++i) hand.editStroke();
        const pipeline::World then = worldOf(hand.sketch(), kLockRaster);
        const Point extent = then.layout.extent;
        const auto lock = lockedBy(
            then, lasso({extent.x * (0.2 + 0.6 * unit()), extent.y * (0.2 + 0.6 * unit())}, 15 + 35 * unit(), 20000));
        std::string what = "story " + std::to_string(story);
        for (int edit = 0; edit < 4; ++edit) {
            what += "; " + (edit == 2 ? hand.editSettings() : hand.editStroke());
            sketch::Sketch sketch = hand.sketch();
            sketch.strokes.push_back(lock);
            const int resolution = edit == 3 ? 220 : kLockRaster;
            const pipeline::World now = worldOf(sketch, resolution);
            ASSERT_EQ(groundOff(*lock, now), "") << what;
            ASSERT_EQ(thingsOff(*lock, now), "") << what;
            (now.ground->spacing == then.ground->spacing ? compared : coarse) += 1;
        }
    }
    EXPECT_GT(compared, 20);
    EXPECT_GT(coarse, 8);
}

TEST(Locks, TheLiveWayGivesTheSameWorlds) {
    Hand hand(sample("village"), 31);
    pipeline::Live live(resources());
    Job job;
    job.threads = 2;
    const auto first = live.update(hand.sketch(), {kLockRaster}, job);
    ASSERT_TRUE(first);
    const auto lock = lockedBy(*first, lasso({120, 130}, 40, 20000));
    for (int edit = 0; edit < 8; ++edit) {
        sketch::Sketch sketch = hand.sketch();
        if (edit % 4 != 3) sketch.strokes.push_back(lock);  // unlocked now and then
        const auto now = live.update(sketch, {kLockRaster}, job);
        ASSERT_TRUE(now);
        expectSameWorld(worldOf(sketch, kLockRaster, 1), *now, "edit " + std::to_string(edit));
        hand.editStroke();
    }
}

TEST(Locks, WhatIsErasedThereStaysAndIsTold) {
    sketch::Sketch village = sample("village");
    const pipeline::World then = worldOf(village, kLockRaster);
    const auto house = std::find_if(then.layout.placements.begin(), then.layout.placements.end(),
                                    [](const layout::Placement& one) { return one.category == "house"; });
    ASSERT_NE(house, then.layout.placements.end());
    const auto lock = lockedBy(then, lasso(house->position, 12, 20000));
    std::erase_if(village.strokes, [&](const auto& stroke) { return stroke->id == house->stroke; });
    village.strokes.push_back(lock);
    const pipeline::World now = worldOf(village, kLockRaster);
    EXPECT_EQ(thingsOff(*lock, now), "");
    EXPECT_TRUE(isTold(now, lock->id));
    const auto stays = std::find_if(now.layout.placements.begin(), now.layout.placements.end(),
                                    [&](const layout::Placement& one) { return one.id == house->id; });
    ASSERT_NE(stays, now.layout.placements.end());
    EXPECT_EQ(stays->stroke, lock->id);  // a click on it leads to what keeps it
}

TEST(Locks, WhoDrawsIntoItIsTold) {
    sketch::Sketch village = sample("village");
    const pipeline::World then = worldOf(village, kLockRaster);
    const auto lock = lockedBy(then, lasso({200, 60}, 25, 20000));
    village.strokes.push_back(lock);
    EXPECT_EQ(worldOf(village, kLockRaster).diagnostics.size(), then.diagnostics.size());
    village.strokes.push_back(stampOf("house", {200, 60}, 20001));
    auto lake = lasso({198, 62}, 8, 20002);
    lake.brush = "lake";
    village.strokes.push_back(std::make_shared<sketch::Stroke>(lake));
    const pipeline::World now = worldOf(village, kLockRaster);
    EXPECT_TRUE(isTold(now, 20001));
    EXPECT_TRUE(isTold(now, 20002));
    EXPECT_EQ(groundOff(*lock, now), "");
    EXPECT_EQ(thingsOff(*lock, now), "");
    village.strokes.erase(std::find(village.strokes.begin(), village.strokes.end(), lock));
    const pipeline::World open = worldOf(village, kLockRaster);  // it shows when the lock is erased
    EXPECT_TRUE(open.ground->isWater({198, 62}));
}

TEST(Locks, ThingsBeyondItMayStillBeMovedButNotIntoIt) {
    sketch::Sketch village = sample("village");
    const pipeline::World then = worldOf(village, kLockRaster);
    const auto lock = lockedBy(then, lasso({200, 60}, 25, 20000));
    const auto house = std::find_if(then.layout.placements.begin(), then.layout.placements.end(), [](const auto& one) {
        return one.category == "house" && distance(one.position, {200, 60}) > 40;
    });
    ASSERT_NE(house, then.layout.placements.end());
    auto moved = pipeline::editOf(village, then, house->id);
    ASSERT_TRUE(moved);
    moved->id = 20001;
    moved->points.back().at = {200, 60};
    village.strokes.push_back(lock);
    village.strokes.push_back(std::make_shared<sketch::Stroke>(*moved));
    const pipeline::World now = worldOf(village, kLockRaster);
    EXPECT_TRUE(isTold(now, 20001));
    EXPECT_EQ(thingsOff(*lock, now), "");
}

TEST(Locks, TravelInTheSketchAsText) {
    sketch::Sketch village = sample("village");
    const pipeline::World then = worldOf(village, kLockRaster);
    village.strokes.push_back(lockedBy(then, lasso({128, 128}, 40, 20000)));
    village.strokes.erase(village.strokes.begin());
    village.seed = 99;
    const std::string text = writeJson(village);
    const auto read = sketch::parseJson(text, "village");
    ASSERT_TRUE(read) << read.error().text;
    EXPECT_TRUE(read->diagnostics.empty());
    ASSERT_NE(read->sketch.strokes.back()->lock, nullptr);
    EXPECT_EQ(read->sketch.strokes.back()->lock->hash, village.strokes.back()->lock->hash);
    EXPECT_EQ(writeJson(read->sketch), text);
    expectSameWorld(worldOf(village, kLockRaster), worldOf(read->sketch, kLockRaster, 1), "read back");
}

TEST(Locks, BytesThatAreNoneAreTold) {
    const pipeline::World then = worldOf(sample("village"), kLockRaster);
    const auto lock = lockedBy(then, lasso({128, 128}, 20, 20000));
    EXPECT_LT(lock->lock->packed.size(), 60'000u);
    std::mt19937 random(5);
    for (int i = 0; i < 200; ++i) {
        std::vector<uint8_t> bytes = lock->lock->packed;
        if (i % 2 == 0) bytes.resize(random() % bytes.size());
        if (i % 2 == 1) bytes[random() % bytes.size()] ^= static_cast<uint8_t>(1 + random() % 255);
        EXPECT_EQ(sketch::openedLock(bytes), nullptr);  // zlib's checksum
    }
    const auto read = sketch::parseJson(
        R"({"format":"sketchwalk-sketch","version":1,"strokes":[
            {"id":4,"brush":"lock","closed":true,"points":[[9,9],[50,9],[50,50]],"lock":"bm90aGluZw=="}]})",
        "odd");
    ASSERT_TRUE(read);
    ASSERT_EQ(read->diagnostics.size(), 1u);
    EXPECT_EQ(read->diagnostics[0].stroke, 4);
    EXPECT_EQ(read->sketch.strokes[0]->lock, nullptr);
    EXPECT_TRUE(isTold(worldOf(read->sketch, 64), 4));
}

}  // namespace
}  // namespace sketchwalk::test
