#include <gtest/gtest.h>

#include <cmath>

#include "core/base/File.h"
#include "core/base/Hash.h"
#include "core/sketch/Read.h"

namespace sketchwalk::sketch {
namespace {

const std::filesystem::path kFixtures = std::filesystem::path(SKETCHWALK_SOURCE_DIR) / "tests/fixtures/sketches";

Result<ReadSketch> parseFixture(const std::string& name) {
    return parseJson(readText(kFixtures / name).value(), name);
}

ReadSketch parseStrokes(const std::string& strokes) {
    auto read = parseJson(R"({"format":"sketchwalk-sketch","version":1,"strokes":[)" + strokes + "]}", "test");
    EXPECT_TRUE(read) << (read ? "" : read.error().text);
    return read.value_or(ReadSketch{});
}

std::string saidOf(const ReadSketch& read, int64_t stroke) {
    std::string all;
    for (const Diagnostic& d : read.diagnostics) {
        if (d.stroke == stroke) all += d.text + "\n";
    }
    return all;
}

const Stroke* strokeWith(const Sketch& sketch, int64_t id) {
    for (const auto& stroke : sketch.strokes) {
        if (stroke->id == id) return stroke.get();
    }
    return nullptr;
}

void expectSame(const Sketch& a, const Sketch& b) {
    EXPECT_EQ(a.extent, b.extent);
    EXPECT_EQ(a.view, b.view);
    EXPECT_EQ(a.base, b.base);
    EXPECT_EQ(a.prompt, b.prompt);
    EXPECT_EQ(a.seed, b.seed);
    ASSERT_EQ(a.strokes.size(), b.strokes.size());
    for (size_t i = 0; i < a.strokes.size(); ++i) {
        const Stroke &s = *a.strokes[i], &t = *b.strokes[i];
        EXPECT_EQ(s.id, t.id);
        EXPECT_EQ(s.brush, t.brush);
        EXPECT_EQ(s.pen, t.pen);
        EXPECT_EQ(s.width, t.width);
        EXPECT_EQ(s.closed, t.closed);
        EXPECT_EQ(s.group, t.group);
        EXPECT_EQ(s.text, t.text);
        EXPECT_EQ(s.edit, t.edit);
        EXPECT_EQ(s.holes, t.holes);
        EXPECT_EQ(s.centreLines, t.centreLines);
        EXPECT_EQ(s.centreWidth, t.centreWidth);
        ASSERT_EQ(s.points.size(), t.points.size());
        for (size_t p = 0; p < s.points.size(); ++p) {
            EXPECT_EQ(s.points[p].at, t.points[p].at);
            EXPECT_EQ(s.points[p].pressure, t.points[p].pressure);
            EXPECT_EQ(s.points[p].seconds, t.points[p].seconds);
        }
    }
}

TEST(Json, ReadsEveryFieldOfAHandWrittenSketch) {
    const auto read = parseFixture("village.sketch.json");
    ASSERT_TRUE(read) << read.error().text;
    EXPECT_TRUE(read->diagnostics.empty());
    const Sketch& sketch = read->sketch;
    EXPECT_EQ(sketch.extent, Point(256, 192));
    EXPECT_EQ(sketch.base, "meadow");
    EXPECT_EQ(sketch.prompt, "a small village by a river");
    EXPECT_EQ(sketch.seed, 11u);
    ASSERT_EQ(sketch.strokes.size(), 11u);
    EXPECT_EQ(sketch.strokes[0]->width, 9);
    EXPECT_FALSE(sketch.strokes[0]->closed);
    EXPECT_EQ(sketch.strokes[6]->pen, Pen::block);
    ASSERT_EQ(sketch.strokes[6]->holes.size(), 1u);
    EXPECT_EQ(sketch.strokes[6]->holes[0][2], Point(46, 140));
    EXPECT_EQ(sketch.strokes[8]->text, "Millbrook");
    EXPECT_EQ(sketch.strokes[9]->group, 3);
    EXPECT_EQ(sketch.strokes[9]->points[1].pressure, 0.75f);
    EXPECT_EQ(sketch.strokes[9]->points[1].seconds, 0.25f);
}

TEST(Json, OdditiesNameTheirStrokeAndTheRestStillWorks) {
    const auto read = parseFixture("odd.sketch.json");
    ASSERT_TRUE(read) << read.error().text;
    const Sketch& sketch = read->sketch;
    EXPECT_NE(saidOf(*read, 1).find("pen \"crayon\" is unknown"), std::string::npos);
    EXPECT_NE(saidOf(*read, 2).find("its id 1 is another stroke's"), std::string::npos);
    ASSERT_NE(strokeWith(sketch, 2), nullptr);
    EXPECT_EQ(strokeWith(sketch, 2)->brush, "house");
    EXPECT_NE(saidOf(*read, 3).find("4 of its points"), std::string::npos) << saidOf(*read, 3);
    ASSERT_NE(strokeWith(sketch, 3), nullptr);
    ASSERT_EQ(strokeWith(sketch, 3)->points.size(), 2u);
    EXPECT_EQ(strokeWith(sketch, 3)->points[1].at, Point(70, 60));
    EXPECT_NE(saidOf(*read, 4).find("off the map"), std::string::npos);
    EXPECT_EQ(strokeWith(sketch, 4), nullptr);
    EXPECT_NE(saidOf(*read, 5).find("crosses itself"), std::string::npos);
    EXPECT_NE(saidOf(*read, 6).find("three different points"), std::string::npos);
    EXPECT_FALSE(strokeWith(sketch, 6)->closed);
    EXPECT_NE(saidOf(*read, 7).find("no usable point"), std::string::npos);
    EXPECT_EQ(strokeWith(sketch, 7), nullptr);
    EXPECT_NE(saidOf(*read, 8).find("width"), std::string::npos);
    EXPECT_EQ(strokeWith(sketch, 8)->width, 0);
    ASSERT_NE(strokeWith(sketch, 9), nullptr);  // the tenth entry is the ninth stroke and has no id of its own
    EXPECT_EQ(strokeWith(sketch, 9)->brush, "rock");
    EXPECT_EQ(sketch.strokes.size(), 7u);
}

TEST(Json, ABowTieBecomesOneRingOfItsTwoTriangles) {
    const auto read = parseFixture("odd.sketch.json");
    ASSERT_TRUE(read);
    const Stroke* tie = strokeWith(read->sketch, 5);
    ASSERT_NE(tie, nullptr);
    Ring ring;
    for (const StrokePoint& p : tie->points) ring.push_back(p.at);
    EXPECT_NEAR(std::abs(signedArea(ring)), 800, 1e-9);  // two triangles of 40 x 20 / 2; uncrossed naively it is 0
    EXPECT_TRUE(contains(ring, {135, 120}) || contains(ring, {120, 105}));
}

TEST(Json, BrokenFilesNameFileAndPlace) {
    const std::pair<const char*, const char*> kCases[] = {
        {"bad-comma.sketch.json", "bad-comma.sketch.json:3:"},
        {"bad-version.sketch.json", "at /version: the file has version 2, this program reads version 1."},
        {"bad-extent.sketch.json", "at /extent: each side must be 64 to 8192 metres."},
        {"bad-format.sketch.json", "at /format: \"sketchwalk-sketch\" is wanted, this is \"another-sketch\"."},
        {"bad-strokes.sketch.json", "at /strokes: a list is wanted"},
        {"bad-root.sketch.json", "a sketch is an object, this is a list."},
        {"bad-cut.sketch.json", "bad-cut.sketch.json:1:"},
        {"bad-empty.sketch.json", "not readable as JSON"},
    };
    for (const auto& [file, text] : kCases) {
        const auto read = parseFixture(file);
        ASSERT_FALSE(read) << file;
        EXPECT_EQ(read.error().kind, ErrorKind::input);
        EXPECT_NE(read.error().text.find(file), std::string::npos) << read.error().text;
        EXPECT_NE(read.error().text.find(text), std::string::npos) << read.error().text;
    }
}

TEST(Json, DepthAndSizeAreLimited) {
    EXPECT_FALSE(parseJson(std::string(1'000'000, '['), "deep"));
    EXPECT_FALSE(parseJson(std::string(100'000, '{'), "deep"));
    std::string deep =
        R"({"format":"sketchwalk-sketch","version":1,"x":)" + std::string(70, '[') + std::string(70, ']') + "}";
    const auto read = parseJson(deep, "deep");
    ASSERT_FALSE(read);
    EXPECT_NE(read.error().text.find("nested more than 64 deep"), std::string::npos) << read.error().text;
}

TEST(Json, ThousandsOfOdditiesAreCountedNotListed) {
    std::string strokes;
    for (int i = 0; i < 5000; ++i) strokes += std::string(i ? "," : "") + R"({"brush":"tree","points":[[9999,0]]})";
    const ReadSketch read = parseStrokes(strokes);
    EXPECT_LE(read.diagnostics.size(), 1001u);
    EXPECT_NE(read.diagnostics.back().text.find("4000 more"), std::string::npos);
}

TEST(Json, GivenIdsStayAndMissingOnesDoNotCollide) {
    const ReadSketch read = parseStrokes(
        R"({"brush":"a","points":[[1,1]]},{"id":1,"brush":"b","points":[[2,2]]},{"id":-4,"brush":"c","points":[[3,3]]})");
    ASSERT_EQ(read.sketch.strokes.size(), 3u);
    EXPECT_EQ(read.sketch.strokes[0]->id, 1'000'001);
    EXPECT_EQ(read.sketch.strokes[1]->id, 1);
    EXPECT_EQ(read.sketch.strokes[2]->id, 3);
}

TEST(Json, PressureAndTimeAreKeptInBounds) {
    const ReadSketch read = parseStrokes(R"({"id":1,"brush":"ink","points":[[1,1,7,2],[2,2,-1,-3],[3,3,null]]})");
    ASSERT_EQ(read.sketch.strokes.size(), 1u);
    const auto& points = read.sketch.strokes[0]->points;
    ASSERT_EQ(points.size(), 2u);  // a pressure that is no number spoils its point
    EXPECT_EQ(points[0].pressure, 1);
    EXPECT_EQ(points[0].seconds, 2);
    EXPECT_EQ(points[1].pressure, 0);
    EXPECT_EQ(points[1].seconds, -1);
}

Sketch randomSketch(uint64_t seed) {
    const auto unit = [&](std::string_view what, uint64_t a, uint64_t b = 0) { return randomUnit(seed, what, a, b); };
    Sketch sketch;
    sketch.extent = {64 + 1000 * unit("east", 0), 64 + 1000 * unit("south", 0)};
    sketch.view = unit("view", 0) < 0.5 ? View::map : View::isometric;
    sketch.base = "gr\"\\\n\u00fc\u2603 " + std::to_string(seed);
    sketch.prompt = seed % 2 ? "a \t prompt" : "";
    sketch.seed = randomBits(seed, "seed");
    for (uint64_t i = 0; i < 12; ++i) {
        Stroke stroke;
        stroke.id = static_cast<int64_t>(randomBits(seed, "id", i) >> 2) + 1;
        stroke.brush = i % 3 ? "river" : "a \"wooden\" cabin";
        stroke.pen = unit("pen", i) < 0.5 ? Pen::detail : Pen::block;
        stroke.width = unit("width?", i) < 0.5 ? 0 : 20 * unit("width", i);
        stroke.closed = unit("closed", i) < 0.5;
        if (unit("group?", i) < 0.3) stroke.group = static_cast<int64_t>(i);
        if (unit("text?", i) < 0.3) stroke.text = "Old Mill \u00e9";
        const uint64_t count = 3 + randomBits(seed, "count", i) % 40;
        for (uint64_t p = 0; p < count; ++p) {
            // A star around a middle never crosses itself.
            const double angle = 6.28 * static_cast<double>(p) / static_cast<double>(count),
                         r = 5 + 20 * unit("r", i, p);
            const Point at{30 + r * std::cos(angle) / 3, 30 + r * std::sin(angle) / 3};
            const bool timed = unit("timed", i, p) < 0.3;
            stroke.points.push_back({at,
                                     unit("pressed", i, p) < 0.5 ? 1.0f : static_cast<float>(unit("pressure", i, p)),
                                     timed ? static_cast<float>(100 * unit("seconds", i, p)) : -1.0f});
        }
        if (stroke.closed && i % 2) stroke.holes.push_back({{29, 29}, {31.5, 29}, {30, 31.25}});
        if (stroke.closed && i % 3 == 0) {
            stroke.centreLines.push_back({{20, 30}, {30.1, 30.2}, {40, 30}});
            stroke.centreWidth.push_back(3.3);
        }
        if (!stroke.closed && unit("edit?", i) < 0.3) {
            stroke.edit = ObjectEdit{
                randomBits(seed, "object", i) | 1, static_cast<int64_t>(i % 3), "house", "house_2", i % 2 == 0, {}, 1};
            if (i % 4 == 1) stroke.edit->yaw = 360 * unit("yaw", i);
            if (i % 4 != 2) stroke.edit->scale = 0.5 + unit("scale", i);
        }
        sketch.strokes.push_back(std::make_shared<const Stroke>(std::move(stroke)));
    }
    return sketch;
}

TEST(Json, WhatIsWrittenReadsBackTheSame) {
    for (uint64_t seed = 0; seed < 200; ++seed) {
        const Sketch sketch = randomSketch(seed);
        const std::string text = writeJson(sketch);
        const auto back = parseJson(text, "round trip");
        ASSERT_TRUE(back) << back.error().text;
        EXPECT_TRUE(back->diagnostics.empty()) << back->diagnostics[0].text;
        expectSame(sketch, back->sketch);
        EXPECT_EQ(writeJson(back->sketch), text);
    }
}

TEST(Json, FixturesSurviveARoundTrip) {
    for (const char* name : {"village.sketch.json", "river.sketch.json", "forks.sketch.json", "odd.sketch.json"}) {
        const auto read = parseFixture(name);
        ASSERT_TRUE(read) << read.error().text;
        const auto back = parseJson(writeJson(read->sketch), name);
        ASSERT_TRUE(back) << back.error().text;
        EXPECT_TRUE(back->diagnostics.empty()) << name << ": " << back->diagnostics[0].text;
        expectSame(read->sketch, back->sketch);
    }
}

TEST(Json, CutAndBentTextNeverCrashes) {
    const std::string whole = readText(kFixtures / "village.sketch.json").value();
    for (size_t size = 0; size + 4 < whole.size(); size += 3) EXPECT_FALSE(parseJson(whole.substr(0, size), "cut"));
    for (uint64_t i = 0; i < 2000; ++i) {
        std::string bent = whole;
        for (uint64_t k = 0; k < 3; ++k)
            bent[randomBits(i, "where", k) % bent.size()] = "{}[],:\"-e9N"[randomBits(i, "what", k) % 11];
        (void)parseJson(bent, "bent");
    }
}

TEST(OnMap, PutsTheIsometricPictureBackOnTheGround) {
    // Square map of 200 m: k = 1/2. The north-west corner is drawn at the top middle, the south-east one at the foot.
    Sketch sketch;
    sketch.extent = {200, 200};
    sketch.view = View::isometric;
    Stroke stroke;
    stroke.width = 4;
    for (const Point p : {Point{100, 50}, Point{100, 150}, Point{200, 100}, Point{0, 100}, Point{100, 100}})
        stroke.points.push_back({p});
    sketch.strokes.push_back(std::make_shared<const Stroke>(stroke));
    const Sketch map = onMap(sketch);
    EXPECT_EQ(map.view, View::map);
    const auto& points = map.strokes[0]->points;
    const Point kExpected[] = {{0, 0}, {200, 200}, {200, 0}, {0, 200}, {100, 100}};
    for (size_t i = 0; i < 5; ++i) EXPECT_LT(distance(points[i].at, kExpected[i]), 1e-9) << i;
    EXPECT_EQ(map.strokes[0]->width, 8);
}

TEST(OnMap, LeavesMapsAlone) {
    const auto read = parseFixture("village.sketch.json");
    ASSERT_TRUE(read);
    EXPECT_EQ(onMap(read->sketch).strokes, read->sketch.strokes);
}

}  // namespace
}  // namespace sketchwalk::sketch
