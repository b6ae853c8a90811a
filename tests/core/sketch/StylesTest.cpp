#include "core/sketch/Styles.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "core/sketch/Read.h"
#include "tests/support/Process.h"

namespace sketchwalk::sketch {
namespace {

Polyline zigzag(double x, double y, double size, int points) {
    Polyline line;
    for (int i = 0; i < points; ++i) line.push_back({x + size * i / (points - 1), y + (i % 2) * size / 2});
    return line;
}

Style styleNumber(int i) {
    return *styleOf({{{0, 0}, {1000, static_cast<double>(i % 1000)}, {static_cast<double>(i / 1000), 1000}}}, "castle");
}

TEST(Styles, TheSameDrawingElsewhereAndLargerIsTheSameStyle) {
    const auto small = styleOf({zigzag(3, 4, 10, 5), {{8, 4}}}, "castle");
    const auto large = styleOf({zigzag(103, 204, 40, 5), {{123, 204}}}, "castle");
    ASSERT_TRUE(small && large);
    EXPECT_EQ(*small, *large);
    EXPECT_EQ(small->strokes[0].front(), Point(0, 0));
    EXPECT_EQ(small->strokes[0][1], Point(250, 500));
    EXPECT_EQ(small->strokes[0].back(), Point(1000, 0));
    EXPECT_FALSE(styleOf({{{5, 5}}}, "castle")) << "all in one place";
    EXPECT_FALSE(styleOf({}, "castle"));
    EXPECT_FALSE(styleOf({zigzag(0, 0, 1, 5)}, ""));
    EXPECT_FALSE(styleOf({{{0, 0}, {std::nan(""), 1}}}, "castle"));
}

TEST(Styles, LongDrawingsAreThinnedAndKeepTheirEnds) {
    std::vector<Polyline> drawing;
    for (int i = 0; i < 150; ++i) drawing.push_back(zigzag(0, 10 * i, 500, 200));
    const auto style = styleOf(drawing, "forest");
    ASSERT_TRUE(style);
    EXPECT_EQ(style->strokes.size(), kMostStyleStrokes);
    size_t points = 0;
    for (const Polyline& stroke : style->strokes) points += stroke.size();
    EXPECT_LE(points, kMostStylePoints);
    EXPECT_EQ(style->strokes[0].front().x, 0);
    EXPECT_GT(style->strokes[0].back().x, 300);
}

TEST(Styles, TheLaterWordForADrawingHoldsAndOldOnesGiveWay) {
    StylesPtr known = joined(nullptr, {styleNumber(1), styleNumber(2)});
    EXPECT_EQ(joined(known, {styleNumber(2)}), known) << "nothing new";
    Style other = styleNumber(1);
    other.shows = "tower";
    const StylesPtr changed = joined(known, {other});
    ASSERT_EQ(changed->size(), 2u);
    EXPECT_EQ((*changed)[0].shows, "tower");
    std::vector<Style> many;
    for (int i = 0; i < 250; ++i) many.push_back(styleNumber(i));
    known = joined(nullptr, many);
    ASSERT_EQ(known->size(), kMostStyles);
    EXPECT_EQ(known->back(), many.back());
    EXPECT_EQ(joined(nullptr, {}), nullptr);
    EXPECT_EQ(without(changed, styleNumber(1)), changed) << "it shows something else";
    EXPECT_EQ(*without(changed, other), (std::vector<Style>{styleNumber(2)}));
    EXPECT_EQ(without(joined(nullptr, {other}), other), nullptr);
}

TEST(Styles, TravelWithASketchAndInAFileOfTheirOwn) {
    Sketch sketch;
    Stroke stroke;
    stroke.id = 4;
    stroke.brush = "ink";
    stroke.group = 7;
    stroke.shows = "market_stall";
    stroke.points = {{{10, 10}}, {{20, 20}}};
    sketch.strokes.push_back(std::make_shared<const Stroke>(stroke));
    sketch.styles = joined(nullptr, {styleNumber(3), *styleOf({zigzag(0, 0, 9, 4), {{1, 1}}}, "ink")});
    const std::string text = writeJson(sketch);
    const auto read = parseJson(text, "text");
    ASSERT_TRUE(read) << read.error().text;
    EXPECT_TRUE(read->diagnostics.empty());
    EXPECT_EQ(read->sketch.strokes[0]->shows, "market_stall");
    ASSERT_TRUE(read->sketch.styles);
    EXPECT_EQ(*read->sketch.styles, *sketch.styles);
    EXPECT_EQ(writeJson(read->sketch), text);

    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeStyles(folder / "mine.json", *sketch.styles));
    const auto back = readStyles(folder / "mine.json");
    ASSERT_TRUE(back) << back.error().text;
    EXPECT_EQ(*back, *sketch.styles);
    EXPECT_EQ(folder.files(), 1u) << "nothing is left beside it";
}

TEST(Styles, AHostileFileIsAnErrorOrLeavesOutWhatIsNone) {
    const test::TemporaryFolder folder;
    const auto readOf = [&](const std::string& text) {
        std::ofstream(folder / "file.json") << text;
        return readStyles(folder / "file.json");
    };
    EXPECT_FALSE(readStyles(folder / "missing.json"));
    EXPECT_FALSE(
        readOf("\x7f"
               "ELF"));
    EXPECT_FALSE(readOf(R"({"format":"sketchwalk-sketch","version":9,"styles":[]})"));
    const std::string head = R"({"format":"sketchwalk-sketch","version":1,"styles":[)";
    EXPECT_FALSE(readOf(head + R"({"symbol":"castle","strokes":[[0,0,1)"));
    const auto odd = readOf(head + R"(5, "x", [], {}, {"symbol":"castle"}, {"symbol":3,"strokes":[[0,0,9,9]]},
        {"symbol":"castle","strokes":[[0,0,"x",{},1e300,-1e300]]}, {"symbol":"castle","strokes":[[],[[]],{}]},
        {"symbol":"tower","strokes":[[-5,0,5,20,7]]}]})");
    ASSERT_TRUE(odd) << odd.error().text;
    ASSERT_EQ(odd->size(), 2u) << "huge numbers are a drawing all the same";
    EXPECT_EQ((*odd)[1].shows, "tower");
    EXPECT_EQ((*odd)[1].strokes, (std::vector<Polyline>{{{0, 0}, {500, 1000}}}));
    std::string many = head;
    for (int i = 0; i < 5000; ++i)
        many += (i ? "," : "") + std::string(R"({"symbol":"a","strokes":[[0,0,)") + std::to_string(i + 1) + ",1]]}";
    const auto capped = readOf(many + "]}");
    ASSERT_TRUE(capped);
    EXPECT_LE(capped->size(), kMostStyles);
}

}  // namespace
}  // namespace sketchwalk::sketch
