// Keys, the pen that keys move, and the cursor.
#include <QKeyEvent>
#include <QPainter>
#include <QPixmap>
#include <algorithm>
#include <cmath>

#include "ui/canvas/SheetParts.h"

namespace sketchwalk::ui {
namespace {

constexpr int kLargestCursor = 128;

}  // namespace

bool Sheet::Parts::key(QKeyEvent* event, bool down) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        spaceDown = down;
        updateCursor();
        return true;
    }
    if (!down) return false;
    if (keyboardPen(event)) return true;
    const double step = 60 * context.ratio * (event->modifiers().testFlag(Qt::ShiftModifier) ? 4 : 1);
    const bool free = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!free) return false;
    switch (event->key()) {
        case Qt::Key_Left:
            panBy({step, 0});
            return true;
        case Qt::Key_Right:
            panBy({-step, 0});
            return true;
        case Qt::Key_Up:
            panBy({0, step});
            return true;
        case Qt::Key_Down:
            panBy({0, -step});
            return true;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            q.zoomBy(kZoomStep * kZoomStep);
            return true;
        case Qt::Key_Minus:
            q.zoomBy(1 / (kZoomStep * kZoomStep));
            return true;
        case Qt::Key_0:
            q.fitAll();
            return true;
        case Qt::Key_1: {
            SheetView next = view;
            next.zoom = 100;
            next.turn = 0;
            applyView(next);
            return true;
        }
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            q.eraseSelected();
            return true;
        case Qt::Key_Escape:
            if (gesture) {
                dropGesture();
            } else if (keyPenShown) {
                keyPenShown = false;
                q.update();
            } else {
                context.selection.clear();
            }
            return true;
        default:
            return false;
    }
}

// For who has neither pen nor mouse: Alt and arrows move a cross, Enter sets the pen down there and lifts it.
bool Sheet::Parts::keyboardPen(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && keyPenShown) {
        const PenSample sample = sampleOf(keyPen / context.ratio, 1, Qt::NoModifier, 0);
        if (hand == Hand::keys) {
            endGesture(sample);
        } else if (hand == Hand::none) {
            gestureStamp = 0;
            beginGesture(Hand::keys, makeGesture(context.toolbox.state().tool, context), sample);
        }
        return true;
    }
    if (!event->modifiers().testFlag(Qt::AltModifier)) return false;
    const double by = (event->modifiers().testFlag(Qt::ShiftModifier) ? 40 : 8) * context.ratio;
    QPointF step;
    switch (event->key()) {
        case Qt::Key_Left:
            step = {-by, 0};
            break;
        case Qt::Key_Right:
            step = {by, 0};
            break;
        case Qt::Key_Up:
            step = {0, -by};
            break;
        case Qt::Key_Down:
            step = {0, by};
            break;
        default:
            return false;
    }
    const double arm = 16 * context.ratio;
    const auto show = [&] { updateDevice(QRectF(keyPen, QSizeF(0.1, 0.1)).adjusted(-arm, -arm, arm, arm)); };
    if (!keyPenShown) keyPen = QRectF(deviceRect()).center();
    show();
    keyPenShown = true;
    keyPen += step;
    const QRectF sheet(deviceRect());
    keyPen = {std::clamp(keyPen.x(), sheet.left(), sheet.right()), std::clamp(keyPen.y(), sheet.top(), sheet.bottom())};
    show();
    if (hand == Hand::keys) {
        moveGesture(sampleOf(keyPen / context.ratio, 1, Qt::NoModifier, 0));
    }
    return true;
}

// A ring as wide as what the tool will draw; a cross where it would be too small to see or too large.
void Sheet::Parts::updateCursor() {
    if (gesture) {
        if (const Qt::CursorShape shape = gesture->cursor(); shape != Qt::CrossCursor) q.setCursor(shape);
        return;
    }
    const Toolbox::State& state = context.toolbox.state();
    if (spaceDown || state.tool == Tool::pan) return q.setCursor(Qt::OpenHandCursor);
    if (state.tool == Tool::label) return q.setCursor(Qt::IBeamCursor);
    if (state.tool == Tool::select || state.tool == Tool::underlay) return q.setCursor(Qt::ArrowCursor);
    double wide = state.eraserWidth * context.view.scale / context.ratio;
    if (state.tool == Tool::brush) {
        sketch::Stroke kind;
        kind.brush = state.brush;
        kind.width = state.width;
        kind.points = {{Point(0, 0), 1, -1}, {Point(9, 0), 1, -1}};
        const bool line =
            context.painter->form(kind) == StrokeForm::line || context.painter->form(kind) == StrokeForm::ink;
        wide = line ? context.painter->pixelWidth(kind, context.view.scale, 1) / context.ratio : 0;
    }
    const int size = static_cast<int>(std::lround(wide));
    if (size == cursorSize && cursorTool == state.tool) return q.setCursor(ringCursor);
    if (size < 6 || size > kLargestCursor) return q.setCursor(Qt::CrossCursor);
    QPixmap ring(size + 4, size + 4);
    ring.fill(Qt::transparent);
    QPainter painter(&ring);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(255, 250, 238, 200), 2.6));
    painter.drawEllipse(QRectF(2, 2, size, size));
    painter.setPen(QPen(QColor(40, 28, 18), 1.2));
    painter.drawEllipse(QRectF(2, 2, size, size));
    painter.drawPoint(QPointF(size / 2.0 + 2, size / 2.0 + 2));
    painter.end();
    ringCursor = QCursor(ring);
    cursorSize = size;
    cursorTool = state.tool;
    q.setCursor(ringCursor);
}

}  // namespace sketchwalk::ui
