// Paints sheets to PNG, for looking at: every brush on one sheet, and each drawing named.
//     sheet_pictures OUT [--scale PIXELS_PER_METRE] [--colours 0..3] [DRAWING...]
#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <cmath>
#include <cstdio>
#include <filesystem>

#include "core/sketch/Read.h"
#include "ui/canvas/SheetPicture.h"

using namespace sketchwalk;

namespace {

sketch::StrokePoint point(double x, double y, float pressure = 1) {
    return {Point(x, y), pressure, -1};
}

// A cell for every brush: as an area, as a line, as a thing, whichever it can be.
sketch::Sketch brushSheet(const catalogue::Catalogue& catalogue) {
    sketch::Sketch out;
    int64_t id = 1;
    const double cell = 46;
    int column = 0, row = 0;
    const int columns = 16;
    const auto add = [&](sketch::Stroke stroke) {
        stroke.id = id++;
        out.strokes.push_back(std::make_shared<const sketch::Stroke>(std::move(stroke)));
    };
    for (const catalogue::Entry& entry : catalogue.entries()) {
        for (const catalogue::DrawnAs how : entry.drawn) {
            const double x = column * cell, y = row * cell;
            sketch::Stroke stroke;
            stroke.brush = entry.id;
            if (how == catalogue::DrawnAs::area) {
                stroke.closed = true;
                for (int i = 0; i < 24; ++i) {
                    const double a = i * 2 * M_PI / 24, r = 17 + 2.5 * std::sin(3 * a) + 1.2 * std::sin(7 * a);
                    stroke.points.push_back(point(x + 23 + r * std::cos(a), y + 21 + 0.8 * r * std::sin(a)));
                }
            } else if (how == catalogue::DrawnAs::line) {
                for (int i = 0; i <= 12; ++i) {
                    stroke.points.push_back(point(x + 4 + 3.1 * i, y + 21 + 8 * std::sin(i * 0.6),
                                                  0.3f + 0.7f * static_cast<float>(std::sin(i * 0.26))));
                }
            } else {
                stroke.points = {point(x + 23, y + 21)};
                if (entry.id == "label") stroke.text = "Rivendell";
            }
            add(stroke);
            sketch::Stroke name;
            name.brush = "label";
            name.width = 4.6;
            name.text = entry.id;
            name.points = {point(x + 23, y + 43)};
            add(name);
            if (++column == columns) column = 0, ++row;
        }
    }
    out.extent = {columns * cell, (row + 1) * cell};
    return out;
}

void save(const ui::StrokePainter& painter, const sketch::Sketch& sketch, double scale, const QString& path) {
    const document::Document document = document::fromSketch(sketch);
    QElapsedTimer timer;
    timer.start();
    const ui::SheetContent content = ui::contentOf(document, painter.book().desk(false));
    const QSize size(static_cast<int>(sketch.extent.x * scale) + 32, static_cast<int>(sketch.extent.y * scale) + 32);
    const QImage picture = ui::paintSheet(painter, content, {scale, 0, {-16, -16}}, size);
    std::printf("%s: %d x %d in %lld ms\n", qPrintable(path), size.width(), size.height(),
                static_cast<long long>(timer.elapsed()));
    picture.save(path);
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    QStringList words = app.arguments().mid(1);
    double scale = 4;
    auto colours = ui::SheetColours::catalogue;
    if (const qsizetype i = words.indexOf("--scale"); i >= 0) {
        scale = words[i + 1].toDouble();
        words.remove(i, 2);
    }
    if (const qsizetype i = words.indexOf("--colours"); i >= 0) {
        colours = static_cast<ui::SheetColours>(words[i + 1].toInt());
        words.remove(i, 2);
    }
    if (words.isEmpty()) return 2;
    const auto catalogue = catalogue::Catalogue::load(SKETCHWALK_SOURCE_DIR "/resources");
    if (!catalogue) return 1;
    const ui::StrokePainter painter(*catalogue, colours);
    const QDir out(words[0]);
    QDir().mkpath(words[0]);
    if (words.size() == 1) save(painter, brushSheet(*catalogue), scale, out.filePath("brushes.png"));
    for (const QString& word : words.mid(1)) {
        const auto read = sketch::read(word.toStdString(), *catalogue);
        if (!read) {
            std::printf("%s: %s\n", qPrintable(word), read.error().text.c_str());
            continue;
        }
        const QString name = QString::fromStdString(std::filesystem::path(word.toStdString()).stem().stem().string());
        save(painter, read->sketch, scale, out.filePath(name + ".png"));
    }
    return 0;
}
