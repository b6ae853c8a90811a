// What a locked region holds, through a drawing's file.
#include "core/sketch/Lock.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/document/Store.h"
#include "tests/support/Process.h"

namespace sketchwalk::document {
namespace {

DrawnPtr lockedRegion(int64_t id) {
    sketch::Lock lock;
    lock.ground.spacing = 0.5;
    lock.ground.column = 3;
    lock.ground.height = Grid<float>(3, 2, 1.25f);
    lock.ground.height(1, 1) = std::numeric_limits<float>::quiet_NaN();
    lock.ground.level = Grid<float>(3, 2, -0.0f);
    lock.ground.water = Grid<uint8_t>(2, 1);
    lock.ground.surfaces = {"grass"};
    lock.ground.surface = Grid<uint8_t>(2, 1);
    lock.assets.push_back({"house_3", "house", "house", 3, 7, {8, 0, 6}, 0, 0, "temperate", {"red"}, {{1, 2}}});
    lock.things.push_back({42, 2, 0, {1, 2, 3}, 90, 1.5f, sketch::LockedPlan{}});
    Drawn drawn;
    drawn.stroke.id = id;
    drawn.stroke.brush = "lock";
    drawn.stroke.closed = true;
    drawn.stroke.points = {{{1, 1}, 1, -1}, {{9, 1}, 1, -1}, {{9, 9}, 1, -1}};
    drawn.stroke.lock = sketch::sealed(lock);
    return std::make_shared<const Drawn>(std::move(drawn));
}

TEST(LockFile, WhatALockHoldsIsKept) {
    const test::TemporaryFolder folder;
    const auto path = folder / "locked.sketchwalk";
    const DrawnPtr drawn = lockedRegion(1);
    Document start;
    start.strokes.push_back(drawn);
    ASSERT_TRUE(writeDocument(path, start));
    const auto read = readDocument(path);
    ASSERT_TRUE(read) << read.error().text;
    ASSERT_EQ(read->strokes.size(), 1u);
    const auto& held = read->strokes[0]->stroke.lock;
    ASSERT_NE(held, nullptr);
    EXPECT_EQ(held->hash, drawn->stroke.lock->hash);
    EXPECT_EQ(held->packed, drawn->stroke.lock->packed);
    EXPECT_EQ(held->ground.height(2, 1), 1.25f);
    EXPECT_TRUE(std::isnan(held->ground.height(1, 1)));
    EXPECT_TRUE(std::signbit(held->ground.level(0, 0)));
    ASSERT_EQ(held->things.size(), 1u);
    EXPECT_EQ(held->things[0].id, 42u);
    EXPECT_TRUE(held->things[0].plan.has_value());
    EXPECT_EQ(held->assets[0].qualities, drawn->stroke.lock->assets[0].qualities);
}

// A lock may hold megabytes.
TEST(LockFile, AnUndoneLockThatWasDrawnOverIsHeldByNobody) {
    const test::TemporaryFolder folder;
    const auto path = folder / "drawn over.sketchwalk";
    auto store = Store::create(path, {});
    ASSERT_TRUE(store) << store.error().text;
    History history;
    const auto draw = [&](int64_t id) {
        history.append({lockedRegion(id)}, "Draw lock");
        (*store)->put(history.position() - 1, history.steps().back());
        return std::weak_ptr(history.document().strokes.back());
    };
    draw(1);
    std::vector<std::weak_ptr<const Drawn>> undone;
    for (int64_t id = 2; id < 150; ++id) {  // enough for forgotten rows to be looked for
        undone.push_back(draw(id));
        history.undo();
        (*store)->setPosition(history.position());
    }
    draw(150);
    ASSERT_TRUE((*store)->flush(std::chrono::seconds(20)));
    for (const auto& stroke : undone) EXPECT_TRUE(stroke.expired());
    store->reset();
    const auto read = readDocument(path);
    ASSERT_TRUE(read) << read.error().text;
    ASSERT_EQ(read->strokes.size(), 2u);
    EXPECT_EQ(read->strokes.front()->stroke.id, 1);
    EXPECT_EQ(read->strokes.back()->stroke.id, 150);
}

}  // namespace
}  // namespace sketchwalk::document
