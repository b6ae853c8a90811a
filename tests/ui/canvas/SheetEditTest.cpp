// Erasing, selecting, moving, and the view.
#include <QBuffer>
#include <cmath>

#include "tests/ui/canvas/OnSheet.h"

namespace sketchwalk::ui {
namespace {

TEST_F(OnSheet, EraserTakesWholeStrokesInOneStep) {
    put(line("river", {{20, 50}, {200, 50}}));
    put(line("road", {{20, 90}, {200, 90}}));
    put(line("road", {{20, 200}, {200, 200}}));
    toolbox.change([](Toolbox::State& s) { s.tool = Tool::erase; });
    const size_t before = steps();
    drag({{100, 30}, {100, 70}, {100, 120}});
    EXPECT_EQ(steps(), before + 1);
    ASSERT_EQ(strokes().size(), 1u);
    EXPECT_EQ(label(), "Erase 2 strokes");
    drawing.undo();
    EXPECT_EQ(strokes().size(), 3u);
}

TEST_F(OnSheet, EraserSparesLockedLayers) {
    drawing.changeSettings([](document::Settings& s) { s.layers.push_back({2, "Locked", true, true, 1}); }, "Layer");
    put(line("river", {{20, 50}, {200, 50}}), 2);
    toolbox.change([](Toolbox::State& s) { s.tool = Tool::erase; });
    drag({{100, 30}, {100, 70}});
    toolbox.change([](Toolbox::State& s) { s.tool = Tool::erasePart; });
    drag({{100, 30}, {100, 70}});
    EXPECT_EQ(strokes().size(), 1u);
    sheet.selectAll();
    EXPECT_TRUE(selection.empty());
}

TEST_F(OnSheet, PartEraserSplitsALineAndKeepsTheOrder) {
    put(line("river", {{20, 50}, {200, 50}}));
    put(line("road", {{20, 90}, {200, 90}}));
    const int64_t river = strokes()[0]->stroke.id, road = strokes()[1]->stroke.id;
    toolbox.change([](Toolbox::State& s) { s.tool = Tool::erasePart, s.eraserWidth = 6; });
    drag({{100, 40}, {100, 60}});
    ASSERT_EQ(strokes().size(), 3u);
    EXPECT_EQ(strokes()[0]->stroke.id, river);
    EXPECT_GT(strokes()[1]->stroke.id, road) << "the part that split off has its own id";
    EXPECT_EQ(strokes()[2]->stroke.id, road);
    EXPECT_NEAR(strokes()[0]->stroke.points.back().at.x, 97, 0.05);
    EXPECT_NEAR(strokes()[1]->stroke.points.front().at.x, 103, 0.05);
    EXPECT_EQ(label(), "Erase part of river");
}

TEST_F(OnSheet, RubberEndOfThePenErasesParts) {
    put(line("river", {{20, 50}, {200, 50}}));
    toolbox.chooseBrush("forest");
    const auto rubber = QPointingDevice::PointerType::Eraser;
    pen(QEvent::TabletPress, at(100, 40), 0.5, 1000, Qt::LeftButton, rubber);
    pen(QEvent::TabletMove, at(100, 60), 0.5, 1010, Qt::LeftButton, rubber);
    pen(QEvent::TabletRelease, at(100, 60), 0, 1020, Qt::LeftButton, rubber);
    EXPECT_EQ(strokes().size(), 2u);
}

TEST_F(OnSheet, BarrelButtonPans) {
    const Point before = sheet.view().centre;
    pen(QEvent::TabletPress, {400, 300}, 0.1, 1000, Qt::RightButton);
    pen(QEvent::TabletMove, {450, 300}, 0.1, 1010, Qt::RightButton);
    pen(QEvent::TabletRelease, {450, 300}, 0, 1020, Qt::RightButton);
    EXPECT_TRUE(strokes().empty());
    EXPECT_LT(sheet.view().centre.x, before.x);
}

TEST_F(OnSheet, TapSelectsAndDragMoves) {
    put(line("river", {{40, 50}, {120, 50}}));
    toolbox.change([](Toolbox::State& s) { s.tool = Tool::select; });
    tap(80, 50);
    ASSERT_EQ(selection.strokes().size(), 1u);
    drag({{80, 50}, {90, 60}, {100, 80}});
    EXPECT_EQ(label(), "Move river");
    EXPECT_NEAR(last().points[0].at.x, 60, 0.01);
    EXPECT_NEAR(last().points[0].at.y, 80, 0.01);
    drawing.undo();
    EXPECT_NEAR(last().points[0].at.x, 40, 0.01);
}

TEST_F(OnSheet, LassoSelectsWhatLiesMostlyInside) {
    put(line("river", {{40, 50}, {120, 50}}));
    put(line("road", {{40, 150}, {120, 150}}));
    toolbox.change([](Toolbox::State& s) { s.tool = Tool::select; });
    drag({{20, 30}, {140, 30}, {140, 90}, {20, 90}, {20, 30}});
    ASSERT_EQ(selection.strokes().size(), 1u);
    EXPECT_EQ(selection.strokes()[0], strokes()[0]->stroke.id);
}

TEST_F(OnSheet, HandlesScaleAndTurn) {
    put(square("field", 100, 100, 40));
    toolbox.change([](Toolbox::State& s) { s.tool = Tool::select; });
    sheet.selectAll();
    // The box stands six pixels off what it holds.
    const double off = 6 / (sheet.view().zoom / 100 * Sheet::kPixelsPerMetre);
    const double low = 100 - off, side = 40 + 2 * off;
    drag({{low + side, low + side}, {180, 180}, {low + 2 * side, low + 2 * side}});
    EXPECT_EQ(label(), "Scale field");
    double least = 1e9, most = -1e9;
    for (const auto& p : last().points) least = std::min(least, p.at.x), most = std::max(most, p.at.x);
    EXPECT_NEAR(most - least, 80, 0.2);
    drawing.undo();
    const QPointF knob = at(120, low) - QPointF(0, 30);
    const Point from = sheet.toMetres(knob);
    const double arm = 120 - from.y;
    drag({from, {120 + 0.7 * arm, 120 - 0.7 * arm}, {120 + arm, 120}});
    EXPECT_EQ(label(), "Turn field");
    EXPECT_NEAR(last().points[0].at.x, 140, 0.2);  // a quarter turn: the first corner is the second
    EXPECT_NEAR(last().points[0].at.y, 100, 0.2);
}

TEST_F(OnSheet, SelectionIsDuplicatedReorderedRebrushedAndErased) {
    put(line("river", {{40, 50}, {120, 50}}));
    put(line("road", {{40, 150}, {120, 150}}));
    selection.set({strokes()[0]->stroke.id});
    sheet.bringToFront();
    EXPECT_EQ(last().brush, "river");
    sheet.sendToBack();
    EXPECT_EQ(last().brush, "road");
    sheet.duplicateSelected();
    ASSERT_EQ(strokes().size(), 3u);
    EXPECT_EQ(last().brush, "river");
    EXPECT_EQ(selection.strokes(), std::vector<int64_t>{last().id});
    sheet.rebrushSelected("lake");
    EXPECT_EQ(last().brush, "lake");
    EXPECT_EQ(label(), "Change river to lake");
    QTest::keyClick(&sheet, Qt::Key_Delete);
    EXPECT_EQ(strokes().size(), 2u);
    EXPECT_TRUE(selection.empty());
    for (int i = 0; i < 5; ++i) drawing.undo();
    EXPECT_EQ(strokes().size(), 2u);
    EXPECT_EQ(strokes()[0]->stroke.brush, "river");
}

TEST_F(OnSheet, UnderlayIsMovedInOneStep) {
    QImage picture(40, 20, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    picture.save(&buffer, "PNG");
    auto file = std::make_shared<const std::vector<uint8_t>>(bytes.begin(), bytes.end());
    drawing.changeSettings(
        [&](document::Settings& s) {
            s.underlay = document::Underlay{file, {100, 100}, 2, 0, 1, true};
        },
        "Picture");
    toolbox.change([](Toolbox::State& s) { s.tool = Tool::underlay; });
    settle();
    EXPECT_GT(qRed(picture.pixel(5, 5)), 200);
    const QColor before = this->picture().pixelColor(at(100, 100).toPoint());
    EXPECT_GT(before.red() - before.green(), 100);
    drag({{100, 100}, {120, 130}, {150, 160}});
    EXPECT_NEAR(drawing.settings().underlay->centre.x, 150, 0.01);
    EXPECT_NEAR(drawing.settings().underlay->centre.y, 160, 0.01);
    EXPECT_EQ(label(), "Move picture");
}

TEST_F(OnSheet, ZoomKeepsTheMetreUnderTheCursor) {
    const QPointF cursor(200, 450);
    const Point before = sheet.toMetres(cursor);
    QWheelEvent wheel(cursor, sheet.mapToGlobal(cursor), {}, {0, 240}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
    const double zoom = sheet.view().zoom;
    send(wheel);
    EXPECT_GT(sheet.view().zoom, 1.3 * zoom);
    EXPECT_NEAR(sheet.toMetres(cursor).x, before.x, 0.4);
    EXPECT_NEAR(sheet.toMetres(cursor).y, before.y, 0.4);
}

TEST_F(OnSheet, HundredPercentIsAQuarterOfAMetreAPixel) {
    SheetView view;
    view.zoom = 100;
    view.centre = {128, 128};
    sheet.setView(view);
    const QPointF a = sheet.toWidget({100, 100}), b = sheet.toWidget({110, 100});
    EXPECT_NEAR(b.x() - a.x(), 40, 1e-9);
}

TEST_F(OnSheet, ShowStrokeBringsItIntoSight) {
    put(line("river", {{250, 250}, {255, 255}}));
    SheetView view;
    view.zoom = 800;
    view.centre = {20, 20};
    sheet.setView(view);
    sheet.showStroke(last().id);
    EXPECT_TRUE(QRectF(sheet.rect()).contains(sheet.toWidget({252, 252})));
}

TEST_F(OnSheet, ViewIsSaneWhateverIsAsked) {
    SheetView view;
    view.zoom = std::nan("");
    view.centre = {1e300, -1e300};
    view.turn = 1e9;
    sheet.setView(view);
    EXPECT_TRUE(std::isfinite(sheet.view().zoom));
    EXPECT_LE(std::abs(sheet.view().turn), 180);
    EXPECT_LE(sheet.view().centre.x, 300);
}

}  // namespace
}  // namespace sketchwalk::ui
