// What the sheet lends its gestures. Private to this room.
#pragma once

#include <QCoreApplication>
#include <QPointF>
#include <QRectF>
#include <functional>
#include <memory>
#include <vector>

#include "ui/canvas/Frame.h"
#include "ui/canvas/StrokeIndex.h"
#include "ui/canvas/StrokePainter.h"
#include "ui/canvas/WetStroke.h"
#include "ui/model/Drawing.h"
#include "ui/model/Selection.h"
#include "ui/model/Toolbox.h"

namespace sketchwalk::ui {

// Words of the parts of the sheet that are no QObjects, as lupdate finds them.
struct SheetWords {
    Q_DECLARE_TR_FUNCTIONS(SheetWords)
};

struct SheetContext {
    Drawing& drawing;
    Toolbox& toolbox;
    Selection& selection;
    const catalogue::Catalogue& catalogue;
    std::shared_ptr<const StrokePainter> painter;
    StrokeIndex index;
    Frame view;                                        // device pixels of the widget
    double ratio = 1;                                  // device pixels per pixel of the widget
    std::vector<std::unique_ptr<WetStroke>> drying{};  // finished; shown until the tiles show them

    std::function<void(const QRectF& devicePixels)> update{};
    std::function<void(const QString& text)> notice{};
    std::function<void(QPointF devicePixels)> pan{};
    std::function<void(std::vector<sketch::StrokePoint> path, int64_t existing)> write{};  // opens the editor

    // A region to be locked was drawn around: it becomes a stroke once it is known what it holds.
    std::function<void(std::vector<sketch::Stroke> outlines, int64_t layer)> lock{};

    double metresOf(double widgetPixels) const { return widgetPixels * ratio / view.scale; }
    bool editable(const document::Drawn& drawn) const {
        const document::Layer* layer = drawing.document().layer(drawn.layer);
        return layer && layer->shown && !layer->locked;
    }
    bool shown(const document::Drawn& drawn) const {
        const document::Layer* layer = drawing.document().layer(drawn.layer);
        return layer && layer->shown;
    }
    std::vector<document::DrawnPtr> selected() const {  // those that may be changed, in drawing order of their ids
        std::vector<document::DrawnPtr> out;
        for (const int64_t id : selection.strokes()) {
            if (const document::DrawnPtr drawn = index.find(id); drawn && editable(*drawn)) out.push_back(drawn);
        }
        return out;
    }
    document::DrawnPtr topmostAt(Point at, double reach) const {
        const auto found = index.touching(Box{at, at}.grown(reach));
        // Layers lie above each other whatever the order of drawing.
        document::DrawnPtr best;
        size_t bestLayer = 0;
        const auto& layers = drawing.settings().layers;
        for (const document::DrawnPtr& drawn : found) {
            if (!editable(*drawn) || !hit(drawn->stroke, at, reach)) continue;
            size_t layer = 0;
            while (layer < layers.size() && layers[layer].id != drawn->layer) ++layer;
            if (!best || layer >= bestLayer) best = drawn, bestLayer = layer;
        }
        return best;
    }

  private:
    bool hit(const sketch::Stroke& stroke, Point at, double reach) const;
};

}  // namespace sketchwalk::ui
