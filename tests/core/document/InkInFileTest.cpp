// What a person said of ink, and how they draw, in a drawing's file.
#include <gtest/gtest.h>

#include "core/document/Schema.h"
#include "core/document/Store.h"
#include "core/sketch/Styles.h"
#include "tests/support/Process.h"

namespace sketchwalk::document {
namespace {

DrawnPtr ink(int64_t id, const std::string& shows, std::optional<int64_t> group) {
    Drawn drawn;
    drawn.stroke.id = id;
    drawn.stroke.brush = "ink";
    drawn.stroke.shows = shows;
    drawn.stroke.group = group;
    drawn.stroke.points = {{{1, 2}}, {{30, 40}}};
    return std::make_shared<const Drawn>(std::move(drawn));
}

sketch::StylesPtr styles(double at) {
    return sketch::joined(nullptr, {*sketch::styleOf({{{0, 0}, {10, at}}}, "castle")});
}

TEST(InkInFile, EveryStepBackAndForthIsThereAgain) {
    const test::TemporaryFolder folder;
    const auto path = folder / "map.sketchwalk";
    {
        auto store = Store::create(path, {});
        ASSERT_TRUE(store) << store.error().text;
        History history;
        const auto commit = [&](Document next) {
            ASSERT_TRUE(history.commit(std::move(next), "step"));
            (*store)->put(history.position() - 1, history.steps().back());
        };
        Document next = history.document();
        next.strokes = {ink(1, "", {}), ink(2, "", {})};
        next.settings.styles = styles(5);
        commit(next);
        next.strokes = {ink(1, "castle", 4), ink(2, "castle", 4)};
        next.settings.styles = styles(7);
        commit(next);
    }
    const auto read = readDocument(path);
    ASSERT_TRUE(read) << read.error().text;
    EXPECT_EQ(read->strokes[0]->stroke.shows, "castle");
    EXPECT_EQ(read->strokes[1]->stroke.group, 4);
    ASSERT_TRUE(read->settings.styles);
    EXPECT_EQ(*read->settings.styles, *styles(7));
    auto opened = Store::open(path);
    ASSERT_TRUE(opened) << opened.error().text;
    EXPECT_TRUE(opened->notes.empty());
    opened->history.undo();
    EXPECT_EQ(opened->history.document().strokes[0]->stroke.shows, "");
    EXPECT_EQ(*opened->history.document().settings.styles, *styles(5));
    opened->history.undo();
    EXPECT_EQ(opened->history.document().settings.styles, nullptr);
    const sketch::Sketch sketch = toSketch(*read);
    EXPECT_EQ(sketch.styles, read->settings.styles);
    EXPECT_EQ(fromSketch(sketch).settings.styles, sketch.styles);
}

TEST(InkInFile, ACopyHoldsIt) {
    const test::TemporaryFolder folder;
    Document start;
    start.strokes = {ink(1, "label", 2)};
    start.settings.styles = styles(3);
    ASSERT_TRUE(writeDocument(folder / "copy.sketchwalk", start));
    const auto read = readDocument(folder / "copy.sketchwalk");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->strokes[0]->stroke.shows, "label");
    EXPECT_EQ(*read->settings.styles, *styles(3));
}

TEST(InkInFile, BrokenStylesCostNothingElse) {
    const test::TemporaryFolder folder;
    const auto path = folder / "map.sketchwalk";
    Document start;
    start.strokes = {ink(1, "castle", 2)};
    start.settings.styles = styles(3);
    ASSERT_TRUE(writeDocument(path, start));
    {
        auto database = Database::open(path, Database::Mode::edit);
        ASSERT_TRUE(database->run("UPDATE styles SET drawings = '{broken'"));
    }
    const auto read = readDocument(path);
    ASSERT_TRUE(read) << read.error().text;
    EXPECT_EQ(read->strokes[0]->stroke.shows, "castle");
    EXPECT_EQ(read->settings.styles, nullptr);
}

TEST(InkInFile, TheFormBeforeIsBroughtUpToDate) {
    const test::TemporaryFolder folder;
    const auto path = folder / "map.sketchwalk";
    Document start;
    start.strokes = {ink(1, "", 2)};
    ASSERT_TRUE(writeDocument(path, start));
    {
        auto database = Database::open(path, Database::Mode::edit);
        ASSERT_TRUE(
            database->run("ALTER TABLE stroke DROP COLUMN shows; ALTER TABLE stroke DROP COLUMN held; "
                          "DROP TABLE styles; PRAGMA user_version = 2"));
    }
    ASSERT_TRUE(readDocument(path));
    auto opened = Store::open(path);
    ASSERT_TRUE(opened) << opened.error().text;
    Document next = opened->history.document();
    next.strokes = {ink(1, "castle", 2)};
    next.settings.styles = styles(3);
    ASSERT_TRUE(opened->history.commit(next, "say"));
    opened->store->put(0, opened->history.steps().back());
    opened->store.reset();
    const auto read = readDocument(path);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->strokes[0]->stroke.shows, "castle");
    EXPECT_TRUE(read->settings.styles);
}

}  // namespace
}  // namespace sketchwalk::document
