// Every panel as a picture, in light and in dark. With SKETCHWALK_PICTURES=FOLDER they are written there, to be looked
// at.
#include <QDir>
#include <QPainter>
#include <QPalette>

#include "tests/ui/panels/Panel.h"
#include "ui/panels/BrushPalette.h"
#include "ui/panels/DiagnosticsPanel.h"
#include "ui/panels/HistoryPanel.h"
#include "ui/panels/Icons.h"
#include "ui/panels/LayersPanel.h"
#include "ui/panels/MapPanel.h"
#include "ui/panels/StartPage.h"
#include "ui/panels/StrokeInspector.h"
#include "ui/panels/ToolOptions.h"

namespace sketchwalk::ui {

namespace {

QPalette darkPalette() {
    QPalette palette;
    const QColor window(45, 47, 51), base(32, 34, 37), text(225, 225, 225);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, QColor(56, 58, 63));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, QColor(56, 58, 63));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::PlaceholderText, QColor(150, 150, 150));
    palette.setColor(QPalette::Highlight, QColor(61, 125, 190));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::ToolTipBase, base);
    palette.setColor(QPalette::ToolTipText, text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, QColor(125, 125, 125));
    }
    return palette;
}

double brightness(const QImage& image) {
    double sum = 0;
    for (int y = 0; y < image.height(); y += 4) {
        for (int x = 0; x < image.width(); x += 4) sum += qGray(image.pixel(x, y));
    }
    return sum / (image.width() / 4.0) / (image.height() / 4.0);
}

class Pictures : public Panel {
  protected:
    void SetUp() override {
        Panel::SetUp();
        folder = qEnvironmentVariable("SKETCHWALK_PICTURES");
        drawing.addStroke(stroke("river", {{10, 10}, {40, 50}, {90, 60}, {120, 110}}), 1, QStringLiteral("Draw river"));
        drawing.addStroke(stroke("lake", {{60, 60}, {90, 55}, {95, 80}, {60, 84}}, true), 1,
                          QStringLiteral("Draw lake"));
        drawing.changeSettings(
            [](document::Settings& settings) {
                settings.layers.push_back({2, "Roads and houses", true, true, 1});
                settings.layers.push_back({3, "Ideas", false, false, 0.4f});
                settings.prompt = "a quiet village by a river, early autumn";
            },
            QStringLiteral("Add layers"));
        drawing.addStroke(stroke("road", {{0, 90}, {60, 95}, {140, 70}}), 2, QStringLiteral("Draw road"));
        drawing.undo();
        for (const char* brush : {"river", "lake", "pine", "castle", "cobblestone road", "forest"})
            toolbox.chooseBrush(brush);
        selection.set({1});
    }
    void TearDown() override {
        QApplication::setPalette(before);
        Panel::TearDown();
    }
    template <class Make>
    void picture(const char* name, QSize size, Make&& make) {
        double brightnessOf[2] = {};
        for (const bool dark : {false, true}) {
            QApplication::setPalette(dark ? darkPalette() : before);
            const auto panel = make();
            show(*panel, size);
            QTest::qWait(60);  // pictures that are read beside
            const QImage shot = panel->grab().toImage();
            brightnessOf[dark ? 1 : 0] = brightness(shot);
            if (!folder.isEmpty()) {
                EXPECT_TRUE(
                    shot.save(QDir(folder).filePath(QLatin1String(name) + (dark ? "-dark.png" : "-light.png"))));
            }
        }
        EXPECT_GT(brightnessOf[0], 150) << name;
        EXPECT_LT(brightnessOf[1], 110) << name;
    }

    const QPalette before = QApplication::palette();
    QString folder;
    RecentFiles recent;
};

}  // namespace

TEST_F(Pictures, OfEveryPanel) {
    picture("brushes", QSize(300, 900), [&] { return std::make_unique<BrushPalette>(&toolbox, shipped()); });
    picture("options", QSize(1200, 44), [&] { return std::make_unique<ToolOptions>(&toolbox, shipped()); });
    picture("layers", QSize(260, 220), [&] { return std::make_unique<LayersPanel>(&drawing, &toolbox); });
    picture("history", QSize(260, 260), [&] { return std::make_unique<HistoryPanel>(&drawing); });
    picture("map", QSize(300, 560), [&] { return std::make_unique<MapPanel>(&drawing, shipped()); });
    picture("inspector", QSize(300, 260),
            [&] { return std::make_unique<StrokeInspector>(&drawing, &selection, &toolbox, shipped()); });
    picture("report", QSize(320, 180), [&] {
        auto panel = std::make_unique<DiagnosticsPanel>();
        panel->setDiagnostics(
            {{Severity::warning, 3, "There is no ground for this wall where it was drawn; it is left out."},
             {Severity::note, int64_t{9}, "The road crosses water; a bridge was added."}});
        return panel;
    });
}

TEST_F(Pictures, OfTheStartPage) {
    recent.add(QStringLiteral("/tmp/no such drawing.sketchwalk"));
    for (const bool dark : {false, true}) {
        QApplication::setPalette(dark ? darkPalette() : before);
        StartPage page(&recent);
        show(page, QSize(1120, 1200));
        QTest::qWait(200);
        if (!folder.isEmpty()) {
            page.grab().save(
                QDir(folder).filePath(dark ? QStringLiteral("start-dark.png") : QStringLiteral("start-light.png")));
        }
    }
}

TEST_F(Pictures, OfAllIcons) {
    const QString icons = QString::fromStdString((resourceFolder() / "icons").string());
    const QStringList files = QDir(icons).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
    constexpr int kColumns = 15, kWide = 96, kHigh = 74;
    for (const bool dark : {false, true}) {
        QApplication::setPalette(dark ? darkPalette() : before);
        const int rows = (static_cast<int>(files.size()) + kColumns - 1) / kColumns;
        QImage sheet(kColumns * kWide, rows * kHigh, QImage::Format_RGB32);
        sheet.fill(QApplication::palette().color(QPalette::Window));
        QPainter painter(&sheet);
        QFont small = painter.font();
        small.setPixelSize(10);
        painter.setFont(small);
        painter.setPen(QApplication::palette().color(QPalette::WindowText));
        for (int i = 0; i < files.size(); ++i) {
            const QPoint corner(i % kColumns * kWide, i / kColumns * kHigh);
            const QIcon face = icon(files[i].chopped(4));
            face.paint(&painter, QRect(corner + QPoint(6, 6), QSize(40, 40)));
            face.paint(&painter, QRect(corner + QPoint(50, 14), QSize(24, 24)));
            face.paint(&painter, QRect(corner + QPoint(77, 22), QSize(16, 16)));
            painter.drawText(QRect(corner + QPoint(2, 52), QSize(kWide - 4, 14)), Qt::AlignCenter, files[i].chopped(4));
        }
        painter.end();
        EXPECT_FALSE(sheet.isNull());
        if (!folder.isEmpty()) {
            sheet.save(
                QDir(folder).filePath(dark ? QStringLiteral("icons-dark.png") : QStringLiteral("icons-light.png")));
        }
    }
}

}  // namespace sketchwalk::ui
