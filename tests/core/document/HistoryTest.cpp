#include "core/document/History.h"

#include <gtest/gtest.h>

#include "core/base/Hash.h"

namespace sketchwalk::document {
namespace {

DrawnPtr stroke(int64_t id, const std::string& brush = "river") {
    Drawn drawn;
    drawn.stroke.id = id;
    drawn.stroke.brush = brush;
    drawn.stroke.points = {{{double(id), 1}, 1, -1}, {{double(id), 9}, 0.5f, 0.25f}};
    return std::make_shared<const Drawn>(std::move(drawn));
}

Document with(Document document, DrawnPtr drawn) {
    document.strokes.push_back(std::move(drawn));
    return document;
}

std::vector<int64_t> ids(const Document& document) {
    std::vector<int64_t> list;
    for (const DrawnPtr& drawn : document.strokes) list.push_back(drawn->stroke.id);
    return list;
}

TEST(History, ACommitAfterAnUndoClearsRedo) {
    History history;
    history.commit(with(history.document(), stroke(1)), "one");
    history.commit(with(history.document(), stroke(2)), "two");
    ASSERT_TRUE(history.undo());
    ASSERT_TRUE(history.canRedo());
    history.commit(with(history.document(), stroke(3)), "three");
    EXPECT_FALSE(history.canRedo());
    EXPECT_FALSE(history.redo());
    EXPECT_EQ(ids(history.document()), (std::vector<int64_t>{1, 3}));
    EXPECT_EQ(history.steps().size(), 2u);
}

TEST(History, AppendingIsACommitOfTheSame) {
    History appended, committed;
    for (const bool undoes : {false, true, false}) {
        const int64_t id = appended.document().nextId;
        const std::vector<DrawnPtr> two{stroke(id), stroke(id + 1)};
        ASSERT_TRUE(appended.append(two, "two", 5));
        committed.commit(with(with(committed.document(), two[0]), two[1]), "two", {}, 5);
        ASSERT_EQ(ids(appended.document()), ids(committed.document()));
        ASSERT_EQ(appended.document().nextId, committed.document().nextId);
        ASSERT_EQ(appended.steps().size(), committed.steps().size());
        ASSERT_EQ(appended.position(), committed.position());
        EXPECT_EQ(appended.steps().back().change.splices[0].at, committed.steps().back().change.splices[0].at);
        if (undoes) {
            ASSERT_TRUE(appended.undo() && committed.undo());
        }
    }
    EXPECT_FALSE(appended.append({}, "nothing"));
    EXPECT_FALSE(appended.canRedo());
    while (appended.undo()) {
    }
    EXPECT_TRUE(appended.document().strokes.empty());
}

TEST(History, WhatChangesNothingIsNoStep) {
    History history;
    EXPECT_FALSE(history.commit(history.document(), "nothing"));
    EXPECT_FALSE(history.canUndo());
}

TEST(History, StepsOfOneKeyAreOneStepAndUndoneTogether) {
    History history;
    for (const float opacity : {0.9f, 0.7f, 0.4f}) {
        Document next = history.document();
        next.settings.layers[0].opacity = opacity;
        history.commit(next, "Opacity", "opacity 1");
    }
    ASSERT_EQ(history.steps().size(), 1u);
    EXPECT_FLOAT_EQ(history.document().settings.layers[0].opacity, 0.4f);
    history.undo();
    EXPECT_FLOAT_EQ(history.document().settings.layers[0].opacity, 1.0f);
}

TEST(History, ScatteredErasuresHoldOnlyWhatWasErased) {
    Document document;
    for (int64_t id = 1; id <= 1000; ++id) document.strokes.push_back(stroke(id));
    Document next = document;
    std::erase_if(next.strokes, [](const DrawnPtr& drawn) { return drawn->stroke.id % 100 == 0; });
    const Change change = changeBetween(document, next);
    size_t held = 0;
    for (const Splice& splice : change.splices) held += splice.removed.size() + splice.inserted.size();
    EXPECT_EQ(held, 10u);
}

TEST(History, IdsOfUndoneStrokesAreNotGivenAgain) {
    History history;
    history.commit(with(history.document(), stroke(7)), "seven");
    history.undo();
    EXPECT_EQ(history.document().nextId, 8);
}

// Whatever is done in whatever order, going back and forth gives the same documents again.
TEST(History, GoesBackAndForthThroughRandomEdits) {
    for (uint64_t seed = 1; seed <= 60; ++seed) {
        uint64_t counter = 0;
        const auto random = [&](uint64_t below) { return randomBits(seed, "history", counter++) % below; };
        History history;
        std::vector<std::vector<DrawnPtr>> seen{{}};
        int64_t id = 1;
        for (int i = 0; i < 40; ++i) {
            Document next = history.document();
            auto& list = next.strokes;
            const uint64_t what = random(4);
            if (what == 0 || list.size() < 3) {
                list.insert(list.begin() + static_cast<std::ptrdiff_t>(random(list.size() + 1)), stroke(id++));
            } else if (what == 1) {
                std::erase_if(list, [&](const DrawnPtr&) { return random(3) == 0; });
            } else if (what == 2) {
                for (DrawnPtr& drawn : list) {
                    if (random(3) == 0) drawn = stroke(drawn->stroke.id, "road");
                }
            } else {
                std::swap(list[random(list.size())], list[random(list.size())]);
            }
            if (history.commit(next, "edit")) seen.push_back(history.document().strokes);
        }
        ASSERT_EQ(history.steps().size() + 1, seen.size());
        for (int i = 0; i < 60; ++i) {
            history.moveTo(random(seen.size()));
            ASSERT_EQ(history.document().strokes, seen[history.position()]) << "seed " << seed;
        }
    }
}

TEST(Document, HiddenLayersAreNotBuiltAndLayersComeInTheirOrder) {
    Document document;
    document.settings.layers = {
        {1, "low", true, false, 1}, {2, "hidden", false, false, 1}, {3, "high", true, false, 1}};
    for (const auto& [id, layer] : {std::pair<int64_t, int64_t>{1, 3}, {2, 2}, {3, 1}}) {
        document.strokes.push_back(std::make_shared<const Drawn>(Drawn{stroke(id)->stroke, layer}));
    }
    const sketch::Sketch sketch = toSketch(document);
    ASSERT_EQ(sketch.strokes.size(), 2u);
    EXPECT_EQ(sketch.strokes[0]->id, 3);
    EXPECT_EQ(sketch.strokes[1]->id, 1);
}

TEST(Document, ASketchComesThroughUnchanged) {
    sketch::Sketch sketch;
    sketch.extent = {128, 96};
    sketch.base = "Gobi desert";
    sketch.prompt = "an oasis";
    sketch.seed = 77;
    sketch.strokes.push_back(std::make_shared<const sketch::Stroke>(stroke(12)->stroke));
    const Document document = fromSketch(sketch);
    const sketch::Sketch again = toSketch(document);
    EXPECT_EQ(again.extent, sketch.extent);
    EXPECT_EQ(again.base, sketch.base);
    EXPECT_EQ(again.prompt, sketch.prompt);
    EXPECT_EQ(again.seed, sketch.seed);
    ASSERT_EQ(again.strokes.size(), 1u);
    EXPECT_EQ(again.strokes[0]->brush, "river");
    EXPECT_EQ(document.nextId, 13);
}

}  // namespace
}  // namespace sketchwalk::document
