// The whole sheet in a picture: paper, the picture under it, every layer, and the tooth of the paper over all. Tiles,
// thumbnails and pictures of the history are all made by this. Any thread.
#pragma once

#include <QColor>
#include <QImage>
#include <vector>

#include "core/document/Document.h"
#include "ui/canvas/StrokePainter.h"

namespace sketchwalk::ui {

// What a picture needs of a document: only the strokes that may touch it.
struct SheetContent {
    struct Sheaf {  // of one shown layer, lowest first
        float opacity = 1;
        std::vector<document::DrawnPtr> strokes;
    };
    Point extent{256, 256};
    std::vector<Sheaf> sheaves;
    std::optional<document::Underlay> underlay;
    QImage underlayPicture;  // decoded; null where there is none
    QColor desk;             // around the paper
};

QImage paintSheet(const StrokePainter& painter, const SheetContent& content, const Frame& frame, const QSize& size);
SheetContent contentOf(const document::Document& document, const QColor& desk);
QImage decodeUnderlay(const document::Underlay& underlay);  // null where it cannot be read

// The document as large as fits, on its paper, nothing around.
QImage paintThumbnail(const document::Document& document, QSize size, const catalogue::Catalogue& catalogue);
QImage paintThumbnail(const document::Document& document, QSize size, const StrokePainter& painter);
// What a brush draws, for palettes: a line, a patch or a thing, on transparent ground. `ratio`: device pixels per
// pixel.
QImage paintBrushSample(const StrokePainter& painter, const std::string& brush, QSize size, double ratio = 1);
// Some strokes, as large as fits, on transparent ground: what a step of history changed.
QImage paintStrokes(const StrokePainter& painter, const std::vector<document::DrawnPtr>& strokes, QSize size);

}  // namespace sketchwalk::ui
