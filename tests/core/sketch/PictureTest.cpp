#include <cmath>

#include "core/base/File.h"
#include "core/base/Hash.h"
#include "core/base/Raster.h"
#include "tests/core/sketch/Painting.h"

namespace sketchwalk::sketch {
namespace {

using namespace testing_support;

// Share of pixels of that exact colour among those that the strokes of a brush cover or the colour does.
double overlap(const Image& image, const Sketch& sketch, Ink ink, std::string_view brush) {
    Grid<uint8_t> mask(image.width, image.height);
    const Point scale{image.width / sketch.extent.x, image.height / sketch.extent.y};
    for (const Stroke* stroke : strokesOf(sketch, brush)) {
        Polygon polygon = polygonOf(*stroke);
        for (Point& p : polygon.outer) p *= scale;
        for (Ring& hole : polygon.holes) {
            for (Point& p : hole) p *= scale;
        }
        fill(mask, polygon, 1.0);
    }
    size_t both = 0, either = 0;
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            const uint8_t* p = image.at(x, y);
            const bool drawn = p[0] == ink.r && p[1] == ink.g && p[2] == ink.b;
            both += drawn && mask(x, y) ? 1 : 0;
            either += drawn || mask(x, y) ? 1 : 0;
        }
    }
    return either == 0 ? 1 : static_cast<double>(both) / static_cast<double>(either);
}

TEST(Picture, EachPatchIsOneStrokeOfItsPhraseAndThePictureSpansTheExtent) {
    Canvas canvas(200, 100);
    canvas.disk(kRed, 30, 30, 12);
    canvas.disk(kRed, 90, 60, 12);
    canvas.box(kGreen, 150, 10, 190, 90);
    const ReadSketch read = readCanvas(canvas.image);
    EXPECT_EQ(read.sketch.extent, Point(256, 128));
    EXPECT_EQ(read.sketch.base, "meadow");
    EXPECT_EQ(read.sketch.prompt, "a test");
    const auto houses = strokesOf(read.sketch, "house");
    ASSERT_EQ(houses.size(), 2u);
    EXPECT_LT(distance(centroid(polygonOf(*houses[0]).outer), {30 * 1.28, 30 * 1.28}), 0.5);
    EXPECT_NEAR(area(polygonOf(*houses[0])), 3.14159 * 12 * 12 * 1.28 * 1.28, 15);
    ASSERT_EQ(strokesOf(read.sketch, "forest").size(), 1u);
}

TEST(Picture, OutlinesAreExactToHalfAPixel) {
    for (uint64_t seed = 0; seed < 6; ++seed) {
        Canvas canvas(160, 160);
        for (uint64_t i = 0; i < 5; ++i) {
            const double x = 160 * randomUnit(seed, "x", i), y = 160 * randomUnit(seed, "y", i);
            canvas.disk(i % 2 ? kBlue : kGreen, x, y, 8 + 30 * randomUnit(seed, "r", i));
        }
        canvas.band(kGrey, {{-5, 160 * randomUnit(seed, "a")}, {165, 160 * randomUnit(seed, "b")}}, 7);
        const ReadSketch read = readCanvas(canvas.image);
        EXPECT_GT(overlap(canvas.image, read.sketch, kBlue, "river"), 0.98);
        EXPECT_GT(overlap(canvas.image, read.sketch, kGreen, "forest"), 0.98);
        EXPECT_GT(overlap(canvas.image, read.sketch, kGrey, "road"), 0.97);
    }
}

TEST(Picture, NeighboursNeitherGapNorOverlap) {
    Canvas canvas(120, 120);
    canvas.box(kGreen, 0, 0, 120, 120);
    canvas.paint(kBlue, [](double x, double y) { return y > 60 + 20 * std::sin(x / 15); });
    canvas.disk(kWhite, 60, 62, 25);
    const ReadSketch read = readCanvas(canvas.image);
    ASSERT_EQ(read.sketch.strokes.size(), 3u);
    std::vector<Polygon> polygons;
    for (const auto& stroke : read.sketch.strokes) polygons.push_back(polygonOf(*stroke));
    int wrong = 0;
    for (uint64_t i = 0; i < 20000; ++i) {
        const Point p{0.5 + 255 * randomUnit(1, "x", i), 0.5 + 255 * randomUnit(1, "y", i)};
        int inside = 0;
        for (const Polygon& polygon : polygons) inside += contains(polygon, p) ? 1 : 0;
        wrong += inside != 1 ? 1 : 0;
    }
    EXPECT_EQ(wrong, 0);
}

TEST(Picture, SoftEdgesGrowNoRimOfAThirdColour) {
    Canvas canvas(200, 200);
    canvas.disk(kWhite, 70, 70, 40, 4);  // white on black passes through the legend's grey
    canvas.disk(kYellow, 150, 60, 30, 4);
    canvas.box(kBlue, 100, 120, 200, 200, 4);
    canvas.disk(kYellow, 150, 150, 20, 4);
    const ReadSketch read = readCanvas(canvas.image);
    EXPECT_EQ(read.sketch.strokes.size(), 4u);
    EXPECT_TRUE(strokesOf(read.sketch, "road").empty());
    EXPECT_NEAR(area(polygonOf(*strokesOf(read.sketch, "sand").at(0))), 3.14159 * 40 * 40 * 1.28 * 1.28, 80);
}

TEST(Picture, JpegNoiseChangesNeitherCountsNorAreas) {
    Canvas canvas(256, 256);
    canvas.box(kGreen, 0, 0, 256, 90, 4);
    canvas.band(kBlue, {{0, 200}, {120, 150}, {256, 180}}, 22, 4);
    for (int i = 0; i < 5; ++i) canvas.disk(kRed, 30 + 45 * i, 118, 9, 4);
    canvas.disk(kWhite, 200, 225, 20, 4);
    Image rgb(256, 256, 3);
    for (int i = 0; i < 256 * 256; ++i) {
        for (int c = 0; c < 3; ++c)
            rgb.pixels[static_cast<size_t>(i * 3 + c)] = canvas.image.pixels[static_cast<size_t>(i * 4 + c)];
    }
    for (const int quality : {95, 75, 40}) {
        const auto noisy = decodeImage(encodeJpeg(rgb, quality));
        ASSERT_TRUE(noisy);
        const ReadSketch read = readCanvas(*noisy);
        EXPECT_EQ(read.sketch.strokes.size(), 8u) << quality;
        EXPECT_EQ(strokesOf(read.sketch, "house").size(), 5u) << quality;
        EXPECT_GT(overlap(canvas.image, read.sketch, kGreen, "forest"), 0.97) << quality;
        EXPECT_GT(overlap(canvas.image, read.sketch, kBlue, "river"), 0.93) << quality;
    }
}

TEST(Picture, LinesOnePixelWideAreKept) {
    Canvas canvas(128, 128);
    canvas.box(kGreen, 0, 0, 128, 64);
    for (int i = 10; i < 118; ++i) {  // a diagonal, corner to corner
        const uint8_t rgb[3] = {kGrey.r, kGrey.g, kGrey.b};
        std::copy(rgb, rgb + 3, canvas.image.at(i, i));
    }
    const ReadSketch read = readCanvas(canvas.image);
    ASSERT_EQ(strokesOf(read.sketch, "road").size(), 1u);
    const Stroke& road = *strokesOf(read.sketch, "road")[0];
    ASSERT_EQ(road.centreLines.size(), 1u);
    EXPECT_NEAR(lengthOf(road.centreLines[0]), 108 * std::sqrt(2) * 2, 8);
}

TEST(Picture, SpecksAndPinholesAreDirt) {
    Canvas canvas(256, 256);
    canvas.disk(kGreen, 100, 100, 60);
    canvas.box(kBlack, 100, 100, 102, 102);
    canvas.box(kRed, 80, 80, 82, 82);
    canvas.box(kRed, 220, 220, 222, 222);
    const ReadSketch read = readCanvas(canvas.image);
    ASSERT_EQ(read.sketch.strokes.size(), 1u);
    EXPECT_TRUE(read.sketch.strokes[0]->holes.empty());
}

TEST(Picture, HolesAreHolesAndTransparentIsNotDrawn) {
    Canvas canvas(128, 128);
    canvas.disk(kGreen, 64, 64, 50);
    for (int y = 50; y < 70; ++y) {
        for (int x = 50; x < 80; ++x) canvas.image.at(x, y)[3] = 0;
    }
    const ReadSketch read = readCanvas(canvas.image);
    ASSERT_EQ(read.sketch.strokes.size(), 1u);
    ASSERT_EQ(read.sketch.strokes[0]->holes.size(), 1u);
    EXPECT_NEAR(std::abs(signedArea(read.sketch.strokes[0]->holes[0])), 30 * 20 * 4, 30);
}

TEST(Picture, HousesDrawnAgainstEachOtherAreSeparated) {
    Canvas canvas(128, 128);
    canvas.disk(kRed, 40, 64, 16);
    canvas.disk(kRed, 71, 64, 16);       // touch in a neck a few pixels wide
    canvas.box(kRed, 20, 100, 60, 120);  // one long house
    canvas.box(kRed, 80, 90, 110, 100);  // one house of an L
    canvas.box(kRed, 80, 90, 92, 120);
    EXPECT_EQ(strokesOf(readCanvas(canvas.image).sketch, "house").size(), 4u);
}

TEST(Picture, LakesAndForestsAreNeverSplit) {
    Canvas canvas(128, 128);
    for (const auto& [ink, y] : {std::pair{kBlue, 30}, std::pair{kGreen, 90}}) {
        canvas.disk(ink, 40, y, 16);
        canvas.disk(ink, 71, y, 16);
    }
    EXPECT_EQ(readCanvas(canvas.image).sketch.strokes.size(), 2u);
}

TEST(Picture, ARiverRunsOnBeneathItsBridge) {
    Canvas canvas(160, 160);
    canvas.band(kBlue, {{80, -5}, {80, 165}}, 24);
    canvas.band(kYellow, {{45, 80}, {115, 80}}, 14);
    const ReadSketch read = readCanvas(canvas.image);
    const auto rivers = strokesOf(read.sketch, "river");
    ASSERT_EQ(rivers.size(), 1u);
    EXPECT_TRUE(contains(polygonOf(*rivers[0]), Point(80, 80) * 1.6));
    EXPECT_FALSE(contains(polygonOf(*rivers[0]), Point(60, 80) * 1.6));  // the bridge's foot stands on land
    ASSERT_EQ(rivers[0]->centreLines.size(), 1u);
    EXPECT_NEAR(rivers[0]->centreWidth[0], 24 * 1.6, 2);
}

TEST(Picture, AHouseOnSandHasSandBeneathButOneInALakeStaysDry) {
    Canvas canvas(160, 160);
    canvas.box(kWhite, 0, 0, 160, 80);
    canvas.box(kBlue, 0, 80, 160, 160);
    canvas.disk(kRed, 40, 40, 12);
    canvas.disk(kRed, 100, 120, 12);
    const ReadSketch read = readCanvas(canvas.image);
    EXPECT_TRUE(contains(polygonOf(*strokesOf(read.sketch, "sand").at(0)), Point(40, 40) * 1.6));
    EXPECT_FALSE(contains(polygonOf(*strokesOf(read.sketch, "river").at(0)), Point(100, 120) * 1.6));
}

TEST(Picture, DrawingElsewhereChangesNoOtherStroke) {
    Canvas canvas(160, 160);
    canvas.disk(kRed, 120, 120, 12);
    canvas.band(kBlue, {{0, 40}, {160, 60}}, 14);
    const ReadSketch before = readCanvas(canvas.image);
    canvas.disk(kRed, 30, 10, 8);
    canvas.disk(kGreen, 20, 130, 15);
    const ReadSketch after = readCanvas(canvas.image);
    ASSERT_EQ(after.sketch.strokes.size(), before.sketch.strokes.size() + 2);
    for (const auto& old : before.sketch.strokes) {
        bool found = false;
        for (const auto& now : after.sketch.strokes) {
            if (now->id != old->id) continue;
            found = true;
            EXPECT_EQ(polygonOf(*now).outer, polygonOf(*old).outer);
        }
        EXPECT_TRUE(found) << old->brush;
    }
}

TEST(Picture, WithoutALegendTheNearestHueWins) {
    Canvas canvas(256, 256);
    canvas.band({20, 60, 230}, {{0, 30}, {256, 50}}, 12);  // thin water: a river
    canvas.disk({60, 140, 250}, 60, 110, 25);              // a lake
    canvas.disk({250, 240, 40}, 130, 110, 9);              // a building
    canvas.band({250, 140, 20}, {{170, 100}, {210, 100}}, 8);
    canvas.band({140, 140, 140}, {{0, 170}, {256, 180}}, 8);
    canvas.disk({30, 200, 30}, 30, 225, 9);
    canvas.disk({20, 160, 60}, 190, 225, 28);
    const Sketch sketch = readCanvas(canvas.image, "").sketch;
    EXPECT_EQ(sketch.strokes.size(), 7u);
    for (const char* brush : {"river", "lake", "house", "bridge", "road", "tree", "forest"}) {
        EXPECT_EQ(strokesOf(sketch, brush).size(), 1u) << brush;
    }
}

TEST(Picture, AColourThatTheLegendLacksIsSaid) {
    Canvas canvas(128, 128);
    canvas.disk({40, 60, 200}, 40, 40, 20);   // near the river's blue
    canvas.disk({250, 20, 240}, 90, 90, 20);  // near nothing
    canvas.disk(kRed, 90, 30, 10);
    const ReadSketch read = readCanvas(canvas.image);
    EXPECT_EQ(strokesOf(read.sketch, "river").size(), 1u);
    EXPECT_EQ(read.sketch.strokes.size(), 2u);
    std::string all;
    for (const Diagnostic& d : read.diagnostics) all += d.text + "\n";
    EXPECT_NE(all.find("#283cc8"), std::string::npos) << all;
    EXPECT_NE(all.find("it is taken as \"river\""), std::string::npos) << all;
    EXPECT_NE(all.find("#fa14f0"), std::string::npos) << all;
    EXPECT_NE(all.find("not drawn"), std::string::npos) << all;
    EXPECT_NE(all.find("\"sand\") is nowhere in the picture"), std::string::npos) << all;
}

TEST(Picture, BadLegendsNameThePlace) {
    const Canvas canvas(64, 64);
    const std::pair<const char*, const char*> kCases[] = {
        {"{", ":1:"},
        {"[]", "at /: a legend is an object"},
        {R"({"format":"x"})", "at /format"},
        {R"({"format":"sketchwalk-legend","version":3,"colors":{}})", "version 3"},
        {R"({"format":"sketchwalk-legend","version":1})", "at /colors"},
        {R"({"format":"sketchwalk-legend","version":1,"colors":{"blue":"river"}})", "no usable colour"},
    };
    for (const auto& [legend, text] : kCases) {
        const auto read = parsePicture(canvas.image, legend, "map.png", theCatalogue(), {});
        ASSERT_FALSE(read) << legend;
        EXPECT_EQ(read.error().kind, ErrorKind::input);
        EXPECT_NE(read.error().text.find("map.png"), std::string::npos) << read.error().text;
        EXPECT_NE(read.error().text.find(text), std::string::npos) << read.error().text;
    }
}

TEST(Picture, AnythingThatDecodesIsReadWithoutHarm) {
    for (const auto& [w, h] : {std::pair{1, 1}, std::pair{1, 300}, std::pair{2, 2}, std::pair{64, 3}}) {
        for (uint64_t seed = 0; seed < 3; ++seed) {
            Image image(w, h, 4);
            for (size_t i = 0; i < image.pixels.size(); ++i)
                image.pixels[i] = static_cast<uint8_t>(randomBits(seed, "p", i));
            readCanvas(image);
            readCanvas(image, "");
        }
    }
    Image noise(128, 128, 4);
    for (size_t i = 0; i < noise.pixels.size(); ++i) noise.pixels[i] = static_cast<uint8_t>(randomBits(7, "p", i));
    readCanvas(noise);
}

TEST(Picture, TheRealLayoutsHoldWhatAPersonCounts) {
    const std::filesystem::path folder = std::filesystem::path(SKETCHWALK_SOURCE_DIR) / "../shared/data/layouts";
    if (!std::filesystem::exists(folder / "test3.png")) GTEST_SKIP() << "the shared layouts are not here";
    const std::vector<std::pair<std::string, std::vector<std::pair<std::string, size_t>>>> kCounted = {
        {"iclr1",
         {{"a blue sea", 1},
          {"a golden beach", 1},
          {"a forest with trees", 1},
          {"wooden holiday houses", 4},
          {"beach umbrellas", 7}}},
        {"iclr11", {{"waterfalls", 1}, {"ruined temple", 1}, {"vines", 1}, {"a big rock", 1}}},
        {"iclr13", {{"frozen river", 1}, {"a house", 1}, {"stones", 2}, {"trees", 3}}},
        {"iclr15", {{"a playground", 1}, {"trees", 4}, {"fences", 4}}},
        {"iclr3", {{"a river", 1}, {"houses", 2}, {"pines", 4}}},
        {"iclr5", {{"road", 1}, {"houses", 4}, {"garden", 1}}},
        {"iclr7", {{"ocean", 1}, {"tropical islands", 3}, {"palm trees", 11}}},
        {"iclr9", {{"castle", 1}, {"cobblestone road", 1}, {"market stalls", 6}}},
        {"test1", {{"a river", 1}, {"a bridge", 2}, {"a post cabin", 1}}},
        {"test3", {{"iced hills", 2}, {"winding road", 1}, {"trees", 14}, {"a red house", 1}}},
    };
    for (const auto& [name, counts] : kCounted) {
        const auto read = sketch::read(folder / (name + ".png"), theCatalogue());
        ASSERT_TRUE(read) << read.error().text;
        size_t all = 0;
        for (const auto& [brush, count] : counts) {
            EXPECT_EQ(strokesOf(read->sketch, brush).size(), count) << name << " " << brush;
            all += count;
        }
        EXPECT_EQ(read->sketch.strokes.size(), all) << name;
    }
}

}  // namespace
}  // namespace sketchwalk::sketch
