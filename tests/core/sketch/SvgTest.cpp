#include <cmath>

#include "core/sketch/SvgPath.h"
#include "tests/core/sketch/Painting.h"

namespace sketchwalk::sketch {
namespace {

using namespace testing_support;

std::vector<SubPath> pathOf(std::string_view d, const Affine& to = {}, double tolerance = 0.01) {
    size_t left = 1'000'000;
    PathSink sink(to, tolerance, left);
    parsePath(d, sink);
    return sink.take();
}

void expectPath(std::string_view d, const Polyline& expected) {
    const auto paths = pathOf(d);
    ASSERT_EQ(paths.size(), 1u) << d;
    ASSERT_EQ(paths[0].points.size(), expected.size()) << d;
    for (size_t i = 0; i < expected.size(); ++i)
        EXPECT_LT(distance(paths[0].points[i], expected[i]), 1e-9) << d << " point " << i;
}

ReadSketch readSvg(const std::string& inside, const std::string& attributes = R"(viewBox="0 0 256 256")") {
    auto read = parseSvg("<svg " + attributes + ">" + inside + "</svg>", "test.svg", theCatalogue(), {});
    EXPECT_TRUE(read) << (read ? "" : read.error().text);
    return read.value_or(ReadSketch{});
}

TEST(SvgPath, LinesAreAbsoluteRelativeAndCompact) {
    expectPath("M1 2 L3 4 5 6", {{1, 2}, {3, 4}, {5, 6}});
    expectPath("m1,2 3,4 5-6", {{1, 2}, {4, 6}, {9, 0}});
    expectPath("M10 10h5v5H0V-1.5e1", {{10, 10}, {15, 10}, {15, 15}, {0, 15}, {0, -15}});
    expectPath("M.5.5l.25.25", {{0.5, 0.5}, {0.75, 0.75}});
}

TEST(SvgPath, ClosingGoesBackToTheStartAndAPathGoesOnFromThere) {
    const auto paths = pathOf("M0 0h10v10zl5 5");
    ASSERT_EQ(paths.size(), 2u);
    EXPECT_TRUE(paths[0].closed);
    EXPECT_FALSE(paths[1].closed);
    EXPECT_EQ(paths[1].points[0], Point(0, 0));
    EXPECT_EQ(paths[1].points[1], Point(5, 5));
}

TEST(SvgPath, CurvesStayWithinTheToleranceOfTheRealCurve) {
    // Cubic with a known middle: B(1/2) = (p0 + 3 p1 + 3 p2 + p3) / 8.
    const auto cubic = pathOf("M0 0C0 40 100 40 100 0");
    EXPECT_LT(nearestOnLine(cubic[0].points, {50, 30}).distance, 0.01);
    const auto quadratic = pathOf("M0 0Q50 60 100 0T200 0");
    EXPECT_LT(nearestOnLine(quadratic[0].points, {50, 30}).distance, 0.01);
    EXPECT_LT(nearestOnLine(quadratic[0].points, {150, -30}).distance, 0.01);  // T mirrors the control point
    const auto smooth = pathOf("M0 0C0 40 100 40 100 0s100 -40 100 0");
    EXPECT_LT(nearestOnLine(smooth[0].points, {150, -30}).distance, 0.01);  // so does S
}

TEST(SvgPath, ArcsLieOnTheirEllipse) {
    const auto half = pathOf("M10 0A10 10 0 0 1-10 0");  // clockwise on screen: through (0, 10)
    for (const Point p : half[0].points) EXPECT_NEAR(std::sqrt(p.x * p.x + p.y * p.y), 10, 0.01);
    EXPECT_LT(nearestOnLine(half[0].points, {0, 10}).distance, 0.02);
    const auto quarter = pathOf("M10 0a10 10 0 1 0-10 10");  // the long way round
    EXPECT_NEAR(lengthOf(quarter[0].points), 3.14159265 * 15, 0.05);
    const auto flags = pathOf("M10 0A10 10 0 01-10 0");  // flags without spaces
    EXPECT_EQ(flags[0].points.size(), half[0].points.size());
    const auto tooSmall = pathOf("M0 0A1 1 0 0 1 20 0");  // radii grow until they reach
    EXPECT_LT(nearestOnLine(tooSmall[0].points, {10, -10}).distance, 0.02);
    const auto turned = pathOf("M10 0A10 5 90 0 1 10 20");
    for (const Point p : turned[0].points)
        EXPECT_NEAR((p.x - 10) * (p.x - 10) / 25 + (p.y - 10) * (p.y - 10) / 100, 1, 0.01);
}

TEST(SvgPath, TransformsNestAsMatricesDo) {
    const Affine t = parseTransform("translate(10, 20) rotate(90) scale(2 3)");
    const Point p = t({1, 1});  // scaled (2, 3), turned (-3, 2), moved (7, 22)
    EXPECT_NEAR(p.x, 7, 1e-9);
    EXPECT_NEAR(p.y, 22, 1e-9);
    const Point about = parseTransform("rotate(180 5 5)")({0, 0});
    EXPECT_NEAR(about.x, 10, 1e-9);
    EXPECT_NEAR(about.y, 10, 1e-9);
    EXPECT_NEAR(parseTransform("skewX(45)")({0, 2}).x, 2, 1e-9);
    EXPECT_EQ(parseTransform("matrix(1 0 0 1 5 6)")({0, 0}), Point(5, 6));
    EXPECT_EQ(parseTransform("wobble(3) translate(")({1, 2}), Point(1, 2));
}

TEST(SvgPath, BrokenDataEndsQuietly) {
    for (const char* d : {"", "L1 1", "M", "M1", "M1 1 L", "M1 1 C2 2", "M1 1 A1 1 0 2 0 3 3", "M nan inf", "M1 1 X3 3",
                          "zzz", "M1e999 1"}) {
        for (const SubPath& path : pathOf(d)) EXPECT_LE(path.points.size(), 1u) << d;
    }
}

TEST(Svg, TheViewBoxSpansTheMap) {
    const ReadSketch read = readSvg(R"(<line x1="-100" y1="50" x2="100" y2="100" stroke="gray" stroke-width="4"/>)",
                                    R"(viewBox="-100 50 200 100")");
    EXPECT_EQ(read.sketch.extent, Point(256, 128));
    ASSERT_EQ(read.sketch.strokes.size(), 1u);
    const Stroke& road = *read.sketch.strokes[0];
    EXPECT_EQ(road.brush, "road");
    EXPECT_NEAR(road.width, 4 * 1.28, 1e-9);
    EXPECT_EQ(road.points[0].at, Point(0, 0));
    EXPECT_LT(distance(road.points[1].at, {256, 64}), 1e-9);
    EXPECT_EQ(readSvg("<rect width='1' height='1' fill='blue'/>", "width='300mm' height='150mm'").sketch.extent,
              Point(256, 128));
    EXPECT_EQ(readSvg("<rect x='5' y='5' width='40' height='80' fill='blue'/>", "").sketch.extent, Point(128, 256));
}

TEST(Svg, BrushesComeFromDataClassLayerIdOrColour) {
    const ReadSketch read = readSvg(R"svg(
        <rect data-brush="a mossy obelisk" x="1" y="1" width="9" height="9" fill="red"/>
        <circle class="big pine-tree x7" cx="50" cy="50" r="4"/>
        <g id="frozen_river-12" fill="none" stroke="black"><path d="M0 100L200 120"/></g>
        <path style="fill:rgb(40, 60, 250)" d="M100 150h60v60h-60z"/>
        <g style="stroke:#ff8c00;stroke-width:3;fill:none"><polyline points="0,0 10,10 20,0"/></g>
        <rect x="200" y="200" width="10" height="10" fill="#000000ff" class="cls-1"/>)svg");
    const auto& strokes = read.sketch.strokes;
    ASSERT_EQ(strokes.size(), 5u);
    EXPECT_EQ(strokes[0]->brush, "a mossy obelisk");
    EXPECT_TRUE(strokes[0]->closed);
    EXPECT_EQ(strokes[1]->brush, "pine tree");
    EXPECT_EQ(strokes[2]->brush, "frozen river");
    EXPECT_FALSE(strokes[2]->closed);
    EXPECT_EQ(strokes[3]->brush, "lake");
    EXPECT_TRUE(strokes[3]->closed);
    EXPECT_EQ(strokes[4]->brush, "bridge");
    EXPECT_EQ(strokes[4]->width, 3);
    EXPECT_FALSE(read.diagnostics.empty());  // the black square says nothing
}

TEST(Svg, StyleSheetsNamesAndInheritanceCount) {
    const ReadSketch read =
        readSvg(R"(<style>/* x */ .a, circle { fill: royalblue } #k{stroke:grey;fill:none;stroke-width:5px}</style>
        <rect class="a" x="10" y="10" width="50" height="50"/><circle cx="100" cy="100" r="20"/>
        <path id="k" d="M10 200H200"/><g display="none"><rect width="9" height="9" fill="blue"/></g>)");
    ASSERT_EQ(read.sketch.strokes.size(), 3u);
    EXPECT_EQ(read.sketch.strokes[0]->brush, "lake");
    EXPECT_EQ(read.sketch.strokes[1]->brush, "lake");
    EXPECT_EQ(read.sketch.strokes[2]->brush, "road");
    EXPECT_EQ(read.sketch.strokes[2]->width, 5);
}

TEST(Svg, InnerRingsOfAFilledPathAreHoles) {
    const ReadSketch read = readSvg(
        R"(<path class="forest" d="M10 10h100v100h-100zM30 30v60h60v-60zM50 50h20v20h-20z M150 150h20v20h-20z"/>)");
    ASSERT_EQ(read.sketch.strokes.size(), 3u);  // the outer ring with its hole, the glade's own copse, the one apart
    EXPECT_EQ(read.sketch.strokes[0]->holes.size(), 1u);
    EXPECT_NEAR(area(polygonOf(*read.sketch.strokes[0])), 10000 - 3600, 1e-6);
    EXPECT_NEAR(area(polygonOf(*read.sketch.strokes[1])), 400, 1e-6);
}

TEST(Svg, TextBecomesALabel) {
    const ReadSketch read =
        readSvg("<g transform='translate(5 6)'><text x='10' y='20'> Old\n <tspan>Mill</tspan></text></g>");
    ASSERT_EQ(read.sketch.strokes.size(), 1u);
    EXPECT_EQ(read.sketch.strokes[0]->brush, "label");
    EXPECT_EQ(read.sketch.strokes[0]->text, "Old Mill");
    EXPECT_EQ(read.sketch.strokes[0]->points[0].at, Point(15, 26));
}

TEST(Svg, BrokenFilesNameFileAndPlace) {
    for (const char* text : {"<svg>\n<g></svg>", "<svg", "<!DOCTYPE", "<html></html>", ""}) {
        const auto read = parseSvg(text, "map.svg", theCatalogue(), {});
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().kind, ErrorKind::input);
        EXPECT_EQ(read.error().text.rfind("map.svg", 0), 0u) << read.error().text;
    }
    EXPECT_NE(parseSvg("<svg>\n<g></svg>", "map.svg", theCatalogue(), {}).error().text.find("map.svg:2:"),
              std::string::npos);
}

TEST(Svg, HostileDrawingsDoNoHarm) {
    std::string deep;
    for (int i = 0; i < 20000; ++i) deep += "<g>";
    deep += "<rect width='9' height='9' fill='blue'/>";
    for (int i = 0; i < 20000; ++i) deep += "</g>";
    EXPECT_TRUE(readSvg(deep).sketch.strokes.empty());
    readSvg(
        "<path class='lake' d='M0 0L1e300 1e300L-1e300 5z'/><rect class='lake' x='1e308' y='1e308' width='1e308' "
        "height='1e308'/>");
    readSvg("<g transform='scale(1e300) scale(1e300)'><path class='river' d='M1 1C2 2 3 3 4 4A1 1 0 0 0 9 9'/></g>");
    const std::string laughs =
        R"(<!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><svg viewBox="0 0 9 9"><text>&b;</text></svg>)";
    EXPECT_TRUE(parseSvg(laughs, "laughs.svg", theCatalogue(), {}));
}

}  // namespace
}  // namespace sketchwalk::sketch
