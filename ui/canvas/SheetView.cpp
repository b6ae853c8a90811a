// Where the paper lies: the parts of Sheet that pan, zoom and turn.
#include <QApplication>
#include <QPalette>
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "ui/canvas/SheetParts.h"
#include "ui/canvas/StrokeEdits.h"

namespace sketchwalk::ui {
namespace {

constexpr int kRestMs = 70;

}  // namespace

QPointF Sheet::toWidget(Point metres) const {
    return m->context.view.toImage(metres) / m->context.ratio;
}
Point Sheet::toMetres(QPointF widget) const {
    return m->context.view.toMetres(widget * m->context.ratio);
}
const SheetView& Sheet::view() const {
    return m->view;
}
void Sheet::setView(const SheetView& view) {
    m->applyView(view);
}

void Sheet::fitAll() {
    const Point extent = m->context.drawing.settings().extent;
    const double ruler = m->rulers ? Parts::kRuler : 0;  // pixels that the paper does not get, left and above
    SheetView next;
    const double margin = 0.96;
    const double across = (width() - ruler) / extent.x, down = (height() - ruler) / extent.y;
    next.zoom = 100 * margin * std::min(across, down) / kPixelsPerMetre;
    next.centre = extent * 0.5 - Point(ruler, ruler) * 0.5 / (kPixelsPerMetre * next.zoom / 100);
    m->applyView(next);
}

void Sheet::zoomBy(double factor) {
    m->zoomAt(QPointF(width(), height()) / 2, factor);
}

void Sheet::showBox(const Box& metres) {
    if (metres.min.x > metres.max.x) return;
    const Point size = metres.size() + Point(4, 4);
    SheetView next = m->view;
    next.centre = metres.centre();
    next.zoom = 100 * 0.85 * std::min(width() / (size.x * kPixelsPerMetre), height() / (size.y * kPixelsPerMetre));
    m->applyView(next);
}

QRect Sheet::Parts::deviceRect() const {
    return QRect(0, 0, static_cast<int>(std::ceil(q.width() * context.ratio)),
                 static_cast<int>(std::ceil(q.height() * context.ratio)));
}

bool Sheet::Parts::onSight(const Box& metres) const {
    return QRectF(deviceRect()).intersects(context.view.imageOf(metres));
}

void Sheet::Parts::applyView(const SheetView& wanted) {
    SheetView next = wanted;
    const Point extent = context.drawing.settings().extent;
    next.zoom = std::isfinite(next.zoom) ? std::clamp(next.zoom, kLeastZoom, kGreatestZoom) : 100;
    next.turn = std::isfinite(next.turn) ? std::remainder(next.turn, 360.0) : 0;
    // Some paper stays in sight.
    next.centre.x =
        std::isfinite(next.centre.x) ? std::clamp(next.centre.x, -0.1 * extent.x, 1.1 * extent.x) : extent.x / 2;
    next.centre.y =
        std::isfinite(next.centre.y) ? std::clamp(next.centre.y, -0.1 * extent.y, 1.1 * extent.y) : extent.y / 2;
    const bool moved = !(next == view);
    view = next;
    context.ratio = q.devicePixelRatioF();
    Frame frameNow{kPixelsPerMetre * view.zoom / 100 * context.ratio, view.turn, {0, 0}};
    const QPointF middle = frameNow.toGrid(view.centre);
    frameNow.origin =
        QPoint(qRound(middle.x() - q.width() * context.ratio / 2), qRound(middle.y() - q.height() * context.ratio / 2));
    const bool sameGrid = frameNow.sameGrid(context.view) && tiles.grid().sameGrid(frameNow);
    context.view = frameNow;
    if (sameGrid) {
        regridTimer.stop();
        wantTiles();
    } else if (!tiles.grid().sameGrid(frameNow)) {
        // The first sheet of all is painted at once; later, when the zooming rests.
        regridTimer.start(viewScale == 0 ? 0 : kRestMs);
    } else {
        regridTimer.start(0);  // back at the scale that is painted already
    }
    viewScale = frameNow.scale;
    viewTurn = frameNow.turn;
    q.update();
    labels.follow();
    if (!moved) return;
    frameChanged();
    if (editor) finishEditor(true);
    updateCursor();
    Q_EMIT q.viewChanged(view);
}

void Sheet::Parts::regrid() {
    tiles.setGrid(context.view.scale, context.view.turn);
    wantTiles();
    q.update();
}

void Sheet::Parts::wantTiles() {
    if (!tiles.grid().sameGrid(context.view)) return;
    const QRect seen = deviceRect().translated(context.view.origin);
    const QPoint focus = gesture ? lastSample.device.toPoint() + context.view.origin : seen.center();
    tiles.setWanted(seen, focus);
    dropDried();
}

void Sheet::Parts::zoomAt(QPointF widget, double factor, double turn) {
    const Point fixed = q.toMetres(widget);
    SheetView next = view;
    next.zoom = std::clamp(view.zoom * factor, kLeastZoom, kGreatestZoom);
    next.turn = view.turn + turn;
    // So that the same metre lies under the same pixel again.
    const Frame after{kPixelsPerMetre * next.zoom / 100, next.turn, {0, 0}};
    const QPointF off = after.toGrid(fixed) - (widget - QPointF(q.width(), q.height()) / 2.0);
    next.centre = after.toMetres(off);
    applyView(next);
}

void Sheet::Parts::panBy(QPointF devicePixels) {
    const Frame& f = context.view;
    SheetView next = view;
    next.centre += f.toMetres({0, 0}) - f.toMetres(devicePixels);
    applyView(next);
}

SheetContent Sheet::Parts::content(const Box& metres, double scale) const {
    SheetContent out;
    const document::Settings& settings = context.drawing.settings();
    out.extent = settings.extent;
    out.underlay = settings.underlay;
    out.desk = context.painter->book().desk(q.palette().color(QPalette::Window).lightness() < 128);
    std::unordered_map<int64_t, size_t> place;
    for (const document::Layer& layer : settings.layers) {
        if (!layer.shown) continue;
        place.emplace(layer.id, out.sheaves.size());
        out.sheaves.push_back({layer.opacity, {}});
    }
    for (const document::DrawnPtr& drawn : context.index.touching(metres.grown(170 / scale))) {
        if (const auto sheaf = place.find(drawn->layer); sheaf != place.end())
            out.sheaves[sheaf->second].strokes.push_back(drawn);
    }
    return out;
}

}  // namespace sketchwalk::ui
