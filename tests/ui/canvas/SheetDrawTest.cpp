// Drawing: every brush, and how the hand is helped.
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "tests/ui/canvas/OnSheet.h"
#include "ui/canvas/StrokePainter.h"

namespace sketchwalk::ui {
namespace {

using catalogue::DrawnAs;

TEST_F(OnSheet, EveryBrushDrawsItsUsualShapeInOneStepThatUndoTakesBack) {
    for (const catalogue::Entry& entry : theCatalogue().entries()) {
        if (entry.drawn.empty() || entry.id == "label" || entry.id == "lock")
            continue;  // which have tests of their own
        SCOPED_TRACE(entry.id);
        toolbox.chooseBrush(entry.id);
        const size_t before = steps();
        drag(loop(128, 128, 40));
        ASSERT_EQ(steps(), before + 1);
        ASSERT_EQ(strokes().size(), 1u);
        EXPECT_EQ(last().brush, entry.id);
        EXPECT_EQ(label().toStdString().substr(0, 5),
                  last().points.size() == 1 && entry.id != "ink" ? "Place" : "Draw ");
        const bool canArea = std::find(entry.drawn.begin(), entry.drawn.end(), DrawnAs::area) != entry.drawn.end();
        const bool lineFirst = entry.drawn.front() == DrawnAs::line;
        EXPECT_EQ(last().closed, canArea && !lineFirst);
        drawing.undo();
        EXPECT_TRUE(strokes().empty());
        EXPECT_EQ(steps(), before);
    }
}

// What it holds is to be read from the world first: the window makes a stroke of it.
TEST_F(OnSheet, ALockIsHandedOnAndIsNoStrokeYet) {
    std::vector<sketch::Stroke> outlines;
    QObject::connect(&sheet, &Sheet::lockDrawn, [&](const std::vector<sketch::Stroke>& drawn) { outlines = drawn; });
    toolbox.chooseBrush("lock");
    drag(loop(128, 128, 40));
    EXPECT_TRUE(strokes().empty());
    ASSERT_EQ(outlines.size(), 1u);
    EXPECT_EQ(outlines[0].brush, "lock");
    EXPECT_TRUE(outlines[0].closed);
}

TEST_F(OnSheet, TapSetsAThingDown) {
    toolbox.chooseBrush("house");
    tap(60, 70);
    ASSERT_EQ(strokes().size(), 1u);
    ASSERT_EQ(last().points.size(), 1u);
    EXPECT_NEAR(last().points[0].at.x, 60, 0.3);
    EXPECT_NEAR(last().points[0].at.y, 70, 0.3);
    EXPECT_EQ(label(), "Place house");
}

TEST_F(OnSheet, TapWithABrushThatIsNoThingDrawsNothingAndSaysWhy) {
    toolbox.chooseBrush("forest");
    QString said;
    QObject::connect(&sheet, &Sheet::notice, [&](const QString& text) { said = text; });
    tap(60, 70);
    EXPECT_TRUE(strokes().empty());
    EXPECT_FALSE(said.isEmpty());
}

TEST_F(OnSheet, ShapeOfTheToolboxMakesARiverAnArea) {
    toolbox.chooseBrush("river");
    toolbox.change([](Toolbox::State& s) { s.shape = Shape::area; });
    drag(loop(100, 100, 30));
    EXPECT_TRUE(last().closed);
}

TEST_F(OnSheet, PenKeepsEverySampleWithPressureAndTime) {
    toolbox.chooseBrush("river");
    pen(QEvent::TabletPress, at(20, 100), 0.2, 1000);
    for (int i = 1; i <= 100; ++i) pen(QEvent::TabletMove, at(20 + i, 100), 0.2 + 0.006 * i, 1000 + 4 * i);
    pen(QEvent::TabletRelease, at(120, 100), 0, 1404);
    ASSERT_EQ(strokes().size(), 1u);
    const auto& points = last().points;
    ASSERT_GE(points.size(), 101u);
    EXPECT_NEAR(points[0].pressure, 0.2, 1e-6);
    EXPECT_NEAR(points[50].pressure, 0.5, 1e-6);
    EXPECT_NEAR(points[50].at.x, 70, 0.01);
    EXPECT_NEAR(points[50].seconds, 0.2, 1e-5);
    EXPECT_GT(points.back().pressure, 0.7) << "a lifted pen does not thin the end of its line";
    EXPECT_TRUE(std::is_sorted(points.begin(), points.end(),
                               [](const auto& a, const auto& b) { return a.seconds < b.seconds; }));
}

// The pen of these tests leans 12 degrees to the right and 8 away.
TEST_F(OnSheet, ALeaningPenIsKeptAsItLeansOnTheMapAndItsInkIsWider) {
    toolbox.change([](Toolbox::State& s) { s.brush = "ink"; });
    const auto drawLine = [&](double y) {
        pen(QEvent::TabletPress, at(60, y), 1, 1000);
        for (int i = 1; i < 20; ++i)
            pen(QEvent::TabletMove, at(60 + 5.0 * i, y), 1, static_cast<quint64>(1000 + 8 * i));
        pen(QEvent::TabletRelease, at(155, y), 0, 1200);
    };
    drawLine(60);
    const double x = std::tan(12 * M_PI / 180), y = -std::tan(8 * M_PI / 180), sine = std::sqrt(x * x + y * y);
    const double shown = 1 / std::sqrt(1 + sine * sine);
    for (const sketch::StrokePoint& p : last().points) {
        EXPECT_NEAR(p.lean.x, x * shown, 1e-4);
        EXPECT_NEAR(p.lean.y, y * shown, 1e-4);
    }
    // On a sheet turned by a quarter, what leans to the right leans north on the map.
    sheet.setView({sheet.view().centre, sheet.view().zoom, 90});
    settle();
    drawLine(100);
    EXPECT_NEAR(last().points[3].lean.x, y * shown, 1e-3);
    EXPECT_NEAR(last().points[3].lean.y, -x * shown, 1e-3);

    sketch::Stroke upright = line("ink", {{60, 180}, {160, 180}}), leaning = upright;
    for (auto& p : leaning.points) p.lean = {0.8f, 0};
    const StrokePainter painter(theCatalogue());
    const auto covered = [&](const sketch::Stroke& stroke) {
        QImage image(400, 100, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter onto(&image);
        onto.setRenderHint(QPainter::Antialiasing);
        painter.paint(onto, stroke, {4, 0, {200, 670}}, image.rect());
        onto.end();
        int pixels = 0, alpha = 0;
        for (int row = 0; row < image.height(); ++row) {
            const int a = qAlpha(image.pixel(200, row));
            pixels += a > 20;
            alpha = std::max(alpha, a);
        }
        return std::pair{pixels, alpha};
    };
    EXPECT_GE(covered(leaning).first, 3 * covered(upright).first);
    EXPECT_LT(covered(leaning).second, 0.7 * covered(upright).second);
}

TEST_F(OnSheet, SteadiedLineIsSmootherAndEndsWhereThePenEnds) {
    toolbox.chooseBrush("road");
    const auto roughness = [&](double stabiliser) {
        toolbox.change([&](Toolbox::State& s) { s.stabiliser = stabiliser; });
        pen(QEvent::TabletPress, at(20, 100), 0.5, 1000);
        for (int i = 1; i < 100; ++i)
            pen(QEvent::TabletMove, at(20 + i, 100 + (i % 2 == 0 ? 2 : -2)), 0.5, 1000 + 4 * i);
        pen(QEvent::TabletMove, at(120, 100), 0.5, 1400);
        pen(QEvent::TabletRelease, at(120, 100), 0, 1404);
        EXPECT_NEAR(last().points.back().at.x, 120, 1e-6);
        EXPECT_NEAR(last().points.back().at.y, 100, 1e-6);
        double sum = 0;
        for (const auto& p : last().points) sum += std::abs(p.at.y - 100);
        return sum / static_cast<double>(last().points.size());
    };
    EXPECT_LT(roughness(1), 0.3 * roughness(0));
}

TEST_F(OnSheet, ShiftDrawsStraightAndControlInSteps) {
    toolbox.chooseBrush("road");
    drag({{20, 20}, {60, 50}, {100, 90}, {140, 61}}, Qt::ShiftModifier);
    ASSERT_EQ(last().points.size(), 2u);
    EXPECT_NEAR(last().points[1].at.x, 140, 0.01);
    drag({{20, 20}, {60, 50}, {140, 61}}, Qt::ShiftModifier | Qt::ControlModifier);
    const Point side = last().points[1].at - last().points[0].at;
    EXPECT_NEAR(std::atan2(side.y, side.x) * 180 / M_PI, 15, 1e-6);
}

TEST_F(OnSheet, ShiftWithAnAreaDrawsARectangle) {
    toolbox.chooseBrush("field");
    drag({{20, 20}, {60, 50}, {120, 70}}, Qt::ShiftModifier);
    ASSERT_EQ(last().points.size(), 4u);
    EXPECT_TRUE(last().closed);
    EXPECT_NEAR(last().points[2].at.x, 120, 0.01);
    EXPECT_NEAR(last().points[1].at.y, 20, 0.01);
}

TEST_F(OnSheet, MirroredStrokesAreOneStep) {
    toolbox.chooseBrush("river");
    toolbox.change([](Toolbox::State& s) { s.mirror = Mirror::both; });
    drag({{20, 30}, {40, 40}, {60, 35}});
    ASSERT_EQ(steps(), 1u);
    ASSERT_EQ(strokes().size(), 4u);
    EXPECT_NEAR(strokes()[1]->stroke.points[0].at.x, 256 - 20, 0.01);
    EXPECT_NEAR(strokes()[3]->stroke.points[0].at.y, 256 - 30, 0.01);
    drawing.undo();
    EXPECT_TRUE(strokes().empty());
}

TEST_F(OnSheet, SnappingPutsPointsOnTheGrid) {
    toolbox.chooseBrush("wall");
    toolbox.change([](Toolbox::State& s) { s.snap = true, s.gridStep = 10; });
    drag({{21, 19}, {26, 20}, {31, 21}, {35, 26}, {39, 31}, {41, 39}});
    ASSERT_GE(last().points.size(), 3u);
    for (const auto& p : last().points) {
        EXPECT_NEAR(std::remainder(p.at.x, 10.0), 0, 1e-9);
        EXPECT_NEAR(std::remainder(p.at.y, 10.0), 0, 1e-9);
    }
}

TEST_F(OnSheet, EscapeCancelsAStroke) {
    toolbox.chooseBrush("river");
    mouse(QEvent::MouseButtonPress, at(20, 20));
    mouse(QEvent::MouseMove, at(50, 50));
    EXPECT_TRUE(sheet.busy());
    QTest::keyClick(&sheet, Qt::Key_Escape);
    EXPECT_FALSE(sheet.busy());
    mouse(QEvent::MouseButtonRelease, at(60, 60));
    EXPECT_TRUE(strokes().empty());
}

TEST_F(OnSheet, LockedOrHiddenLayersAreNotDrawnOn) {
    drawing.changeSettings([](document::Settings& s) { s.layers[0].locked = true; }, "Lock");
    drag({{20, 20}, {50, 50}, {90, 60}});
    EXPECT_TRUE(strokes().empty());
    drawing.changeSettings([](document::Settings& s) { s.layers[0].locked = false, s.layers[0].shown = false; },
                           "Hide");
    drag({{20, 20}, {50, 50}, {90, 60}});
    EXPECT_TRUE(strokes().empty());
}

TEST_F(OnSheet, PalmIsIgnoredWhileThePenIsNear) {
    toolbox.chooseBrush("river");
    const auto finger = [&] {
        touch(QEvent::TouchBegin, {at(30, 30)});
        touch(QEvent::TouchUpdate, {at(90, 90)});
        touch(QEvent::TouchEnd, {at(90, 90)});
    };
    finger();
    EXPECT_EQ(strokes().size(), 1u) << "without a pen a finger draws";
    pen(QEvent::TabletMove, at(100, 100), 0, 5000);
    finger();
    EXPECT_EQ(strokes().size(), 1u);
    QEvent left(QEvent::TabletLeaveProximity);
    QApplication::sendEvent(qApp, &left);
    finger();
    EXPECT_EQ(strokes().size(), 1u) << "just after the pen left";
    QTest::qWait(560);
    finger();
    EXPECT_EQ(strokes().size(), 2u);
}

TEST_F(OnSheet, FingerPansWherePensAlone) {
    toolbox.change([](Toolbox::State& s) { s.penOnly = true; });
    const Point before = sheet.view().centre;
    touch(QEvent::TouchBegin, {{400, 300}});
    touch(QEvent::TouchUpdate, {{440, 300}});
    touch(QEvent::TouchEnd, {{440, 300}});
    EXPECT_TRUE(strokes().empty());
    EXPECT_LT(sheet.view().centre.x, before.x - 5);
}

TEST_F(OnSheet, TwoFingersZoomAndTurnAndDropTheStrokeOfTheFirst) {
    toolbox.chooseBrush("river");
    const double zoom = sheet.view().zoom;
    touch(QEvent::TouchBegin, {{300, 300}});
    touch(QEvent::TouchUpdate, {{300, 300}, {500, 300}});
    touch(QEvent::TouchUpdate, {{250, 300}, {550, 300}});
    EXPECT_NEAR(sheet.view().zoom, 1.5 * zoom, 1e-6);
    touch(QEvent::TouchUpdate, {{250, 300}, {510, 450}});
    touch(QEvent::TouchUpdate, {{250, 300}, {460, 500}});
    EXPECT_GT(sheet.view().turn, 5);
    touch(QEvent::TouchEnd, {{250, 300}, {460, 500}});
    EXPECT_TRUE(strokes().empty());
}

TEST_F(OnSheet, WordsAreTypedOnTheSheet) {
    toolbox.chooseBrush("label");
    tap(128, 128);
    auto* editor = sheet.findChild<QWidget*>("labelEditor");
    ASSERT_TRUE(editor);
    QTest::keyClicks(editor, "Old Mill");
    QTest::keyClick(editor, Qt::Key_Return);
    ASSERT_EQ(strokes().size(), 1u);
    EXPECT_EQ(last().text, "Old Mill");
    EXPECT_EQ(label(), "Write \"Old Mill\"");
    QTest::qWait(1);
    tap(128, 128);  // an old one is changed
    editor = sheet.findChild<QWidget*>("labelEditor");
    ASSERT_TRUE(editor);
    QTest::keyClicks(editor, "New Mill");
    QTest::keyClick(editor, Qt::Key_Return);
    ASSERT_EQ(strokes().size(), 1u);
    EXPECT_EQ(last().text, "New Mill");
}

TEST_F(OnSheet, KeysAloneDraw) {
    toolbox.chooseBrush("road");
    sheet.setFocus();
    QTest::keyClick(&sheet, Qt::Key_Right, Qt::AltModifier);
    QTest::keyClick(&sheet, Qt::Key_Return);
    for (int i = 0; i < 6; ++i) QTest::keyClick(&sheet, Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(&sheet, Qt::Key_Return);
    ASSERT_EQ(strokes().size(), 1u);
    EXPECT_GT(last().points.back().at.y, last().points.front().at.y + 5);
}

}  // namespace
}  // namespace sketchwalk::ui
