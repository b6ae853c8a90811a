// What is on the screen is the document, and every brush can be told from the paper.
#include <QPainter>
#include <random>

#include "tests/ui/canvas/OnSheet.h"
#include "ui/canvas/SheetPicture.h"

namespace sketchwalk::ui {
namespace {

double difference(const QImage& a, const QImage& b) {  // share of pixels that differ at all
    if (a.size() != b.size()) return 1;
    size_t other = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) other += a.pixel(x, y) != b.pixel(x, y);
    }
    return static_cast<double>(other) / (static_cast<double>(a.width()) * a.height());
}

class PaintedSheet : public OnSheet {
  protected:
    void drawSome() {
        std::mt19937 random(5);
        std::uniform_real_distribution<double> place(10, 246);
        const auto& entries = theCatalogue().entries();
        for (int i = 0; i < 60; ++i) {
            const catalogue::Entry& entry = entries[random() % entries.size()];
            if (entry.drawn.empty()) continue;
            const double x = place(random), y = place(random);
            sketch::Stroke stroke = square(entry.id, x, y, 24);
            if (entry.drawn.front() == catalogue::DrawnAs::line)
                stroke = line(entry.id, {{x, y}, {y, x}, {x + 30, y + 10}});
            if (entry.drawn.front() == catalogue::DrawnAs::symbol) stroke = line(entry.id, {{x, y}});
            if (entry.id == "label") stroke.text = "Name";
            put(std::move(stroke));
        }
    }
    QImage inner() {  // without rulers and scale bar
        return picture();
    }
};

TEST_F(PaintedSheet, RepaintedTilesEqualASheetPaintedAnew) {
    sheet.setRulersShown(false);
    drawSome();
    settle();
    // Changes of every sort, each repainting only what it touches.
    drawing.eraseStrokes({strokes()[3]->stroke.id, strokes()[20]->stroke.id}, "Erase");
    settle();
    drawing.undo();
    settle();
    put(square("lake", 60, 60, 50));
    settle();
    selection.set({last().id});
    sheet.sendToBack();
    selection.clear();
    settle();
    drawing.changeSettings([](document::Settings& s) { s.layers[0].opacity = 0.6f; }, "Fade");
    settle();
    const QImage followed = inner();
    Toolbox tools;
    Selection none;
    Sheet fresh(drawing, tools, none, theCatalogue());
    fresh.setRulersShown(false);
    fresh.resize(sheet.size());
    fresh.show();
    fresh.setView(sheet.view());
    QElapsedTimer timer;
    timer.start();
    while (!fresh.settled() && timer.elapsed() < 60000) QTest::qWait(5);
    QTest::qWait(5);
    EXPECT_EQ(difference(followed, fresh.grab().toImage()), 0);
}

TEST_F(PaintedSheet, TilesFitTogetherLikeOnePicture) {
    drawSome();
    const StrokePainter painter(theCatalogue());
    const SheetContent content = contentOf(drawing.document(), Qt::gray);
    const Frame whole{4, 0, {-10, -10}};
    const QSize size(700, 700);
    const QImage one = paintSheet(painter, content, whole, size);
    QImage joined(size, QImage::Format_RGB32);
    for (int y = 0; y < 700; y += 175) {
        for (int x = 0; x < 700; x += 100) {
            const QImage part = paintSheet(painter, content, {4, 0, QPoint(x - 10, y - 10)}, {100, 175});
            QPainter(&joined).drawImage(x, y, part);
        }
    }
    // Clipping a shape to a picture may round its edge's coverage by a step of 256, which is not to be seen.
    size_t seen = 0;
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const QRgb a = one.pixel(x, y), b = joined.pixel(x, y);
            seen += std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b)) > 12;
        }
    }
    EXPECT_LE(seen, 25u) << "of 490,000 pixels";
}

TEST_F(PaintedSheet, UndoShowsWhatWasThere) {
    put(square("forest", 40, 40, 80));
    settle();
    const QImage before = picture();
    put(line("river", {{20, 80}, {240, 90}}));
    settle();
    EXPECT_GT(difference(before, picture()), 0.005);
    drawing.undo();
    settle();
    EXPECT_EQ(difference(before, picture()), 0);
}

TEST_F(PaintedSheet, HiddenLayersAreNotPainted) {
    settle();
    const QImage paper = picture();
    put(square("lake", 60, 60, 100));
    settle();
    EXPECT_GT(difference(paper, picture()), 0.05);
    drawing.changeSettings([](document::Settings& s) { s.layers[0].shown = false; }, "Hide");
    settle();
    EXPECT_EQ(difference(paper, picture()), 0);
}

TEST_F(PaintedSheet, FinishedStrokeNeverVanishesBeforeItsTilesCome) {
    settle();
    toolbox.chooseBrush("ink");
    toolbox.change([](Toolbox::State& s) { s.width = 4; });
    QColor paper = picture().pixelColor(at(128, 128).toPoint());
    mouse(QEvent::MouseButtonPress, at(40, 128));
    for (int x = 44; x <= 220; x += 4) mouse(QEvent::MouseMove, at(x, 128));
    mouse(QEvent::MouseButtonRelease, at(220, 128));
    for (int i = 0; i < 200 && !sheet.settled(); ++i) {
        EXPECT_LT(picture().pixelColor(at(128, 128).toPoint()).lightness(), paper.lightness() - 60);
        QTest::qWait(1);
    }
    settle();
    EXPECT_LT(picture().pixelColor(at(128, 128).toPoint()).lightness(), paper.lightness() - 60);
}

TEST_F(PaintedSheet, StrokeUnderThePenIsOnTheScreenAtOnce) {
    settle();
    toolbox.chooseBrush("river");
    const QColor paper = picture().pixelColor(at(90, 128).toPoint());
    mouse(QEvent::MouseButtonPress, at(40, 128));
    for (int x = 44; x <= 100; x += 4) mouse(QEvent::MouseMove, at(x, 128));
    EXPECT_NE(picture().pixelColor(at(90, 128).toPoint()), paper);
    mouse(QEvent::MouseButtonRelease, at(100, 128));
}

TEST(StrokePictures, EveryBrushHasASampleThatShowsSomething) {
    const StrokePainter painter(theCatalogue());
    for (const catalogue::Entry& entry : theCatalogue().entries()) {
        if (entry.drawn.empty()) continue;
        const QImage sample = paintBrushSample(painter, entry.id, {48, 48}, 2);
        EXPECT_EQ(sample.size(), QSize(96, 96));
        int inked = 0;
        for (int y = 0; y < 96; ++y) {
            for (int x = 0; x < 96; ++x) inked += qAlpha(sample.pixel(x, y)) > 40;
        }
        EXPECT_GT(inked, 60) << entry.id;
    }
}

TEST(StrokePictures, ThumbnailFitsAndShowsTheDocument) {
    sketch::Sketch sketch;
    sketch.extent = {400, 200};
    const QImage empty = paintThumbnail(document::fromSketch(sketch), {120, 120}, theCatalogue());
    EXPECT_EQ(empty.size(), QSize(120, 60));
    auto stroke = std::make_shared<sketch::Stroke>();
    stroke->id = 1;
    stroke->brush = "lake";
    stroke->closed = true;
    stroke->points = {{{50, 50}, 1, -1}, {{350, 50}, 1, -1}, {{350, 150}, 1, -1}, {{50, 150}, 1, -1}};
    sketch.strokes = {stroke};
    EXPECT_GT(difference(empty, paintThumbnail(document::fromSketch(sketch), {120, 120}, theCatalogue())), 0.2);
}

TEST(StrokePictures, ColourPalettesKeepWaterWoodsAndFieldsApart) {
    for (const SheetColours colours :
         {SheetColours::deuteranopia, SheetColours::protanopia, SheetColours::tritanopia}) {
        const LookBook book(theCatalogue(), colours);
        const std::vector<std::string> brushes{"lake", "forest", "field", "sand", "lava", "snow"};
        for (size_t i = 0; i < brushes.size(); ++i) {
            for (size_t j = i + 1; j < brushes.size(); ++j) {
                const double a = book.look(brushes[i]).tone.lightnessF(), b = book.look(brushes[j]).tone.lightnessF();
                const bool light = std::abs(a - b) > 0.06;
                const bool hue =
                    std::abs(book.look(brushes[i]).tone.blueF() - book.look(brushes[j]).tone.blueF()) > 0.12;
                EXPECT_TRUE(light || hue) << brushes[i] << " and " << brushes[j];
            }
        }
    }
}

}  // namespace
}  // namespace sketchwalk::ui
