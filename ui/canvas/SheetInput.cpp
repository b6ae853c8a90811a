// Hands and keys: pen, mouse, fingers and keyboard become samples of one gesture at a time.
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QTabletEvent>
#include <QTouchEvent>
#include <QWheelEvent>
#include <algorithm>
#include <chrono>
#include <cmath>

#include "ui/canvas/SheetParts.h"

namespace sketchwalk::ui {
namespace {

constexpr double kTurnFrom = 9;  // degrees that two fingers turn before the paper follows
constexpr double kUpright = 4;   // degrees within which it comes to rest upright

}  // namespace

bool Sheet::event(QEvent* event) {
    bool done = false;
    switch (event->type()) {
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonRelease:
        case QEvent::MouseMove:
        case QEvent::MouseButtonDblClick:
            done = m->mouse(static_cast<QMouseEvent*>(event));
            break;
        case QEvent::TabletPress:
        case QEvent::TabletRelease:
        case QEvent::TabletMove:
            done = m->tablet(static_cast<QTabletEvent*>(event));
            break;
        case QEvent::TouchBegin:
        case QEvent::TouchUpdate:
        case QEvent::TouchEnd:
        case QEvent::TouchCancel:
            done = m->touch(static_cast<QTouchEvent*>(event));
            break;
        case QEvent::Wheel:
            done = m->wheel(static_cast<QWheelEvent*>(event));
            break;
        case QEvent::NativeGesture:
            done = m->native(static_cast<QNativeGestureEvent*>(event));
            break;
        case QEvent::KeyPress:
            done = m->key(static_cast<QKeyEvent*>(event), true);
            break;
        case QEvent::KeyRelease:
            done = m->key(static_cast<QKeyEvent*>(event), false);
            break;
        case QEvent::Leave:
            m->labels.setHovered(std::nullopt);
            break;
        case QEvent::FocusOut:
            m->spaceDown = false;
            m->updateCursor();
            break;
        default:
            break;
    }
    if (done) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool Sheet::eventFilter(QObject* object, QEvent* event) {
    const double now = static_cast<double>(m->clock.elapsed()) / 1000;
    if (event->type() == QEvent::TabletEnterProximity) m->palm.penSeen(now);
    if (event->type() == QEvent::TabletLeaveProximity) m->palm.penLeft(now);
    return QWidget::eventFilter(object, event);
}

void Sheet::Parts::noteArrival(const QInputEvent& event) {
    if (probe) waiting.push_back({static_cast<qint64>(event.timestamp()) * 1000000, steadyNs(), 0});
}

PenSample Sheet::Parts::sampleOf(QPointF widget, float pressure, Qt::KeyboardModifiers keys, quint64 timestamp) {
    PenSample sample;
    sample.device = widget * context.ratio;
    sample.at = context.view.toMetres(sample.device);
    sample.pressure = std::isfinite(pressure) ? std::clamp(pressure, 0.0f, 1.0f) : 1.0f;
    sample.keys = keys;
    // The device's own clock tells when the hand was there; where it has none, ours tells when we heard.
    if (gesture && timestamp >= gestureStamp && gestureStamp != 0) {
        sample.seconds = static_cast<double>(timestamp - gestureStamp) / 1000;
    } else if (gesture) {
        sample.seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9 - gestureStart;
    }
    if (gesture) sample.seconds = std::max(sample.seconds, lastSample.seconds);
    return sample;
}

PenSample Sheet::Parts::sampleOf(const QTabletEvent& event, float pressure) {
    PenSample sample = sampleOf(event.position(), pressure, event.modifiers(), event.timestamp());
    // Tilts are degrees from upright toward the right and toward the user, each seen from a side.
    const auto slope = [](double degrees) {
        return std::isfinite(degrees) ? std::tan(std::clamp(degrees, -85.0, 85.0) * M_PI / 180) : 0.0;
    };
    const QPointF right(slope(event.xTilt()), slope(event.yTilt()));
    const double length = std::hypot(right.x(), right.y());
    if (length < 1e-6) return sample;
    const Point onMap = context.view.toMetres(sample.device + right / length) - sample.at;
    const double metres = std::hypot(onMap.x, onMap.y);
    if (metres > 0) sample.lean = glm::vec2(onMap / metres * (length / std::sqrt(1 + length * length)));
    return sample;
}

void Sheet::Parts::beginGesture(Hand by, std::unique_ptr<Gesture> what, const PenSample& sample) {
    if (editor) finishEditor(true);
    dropGesture();
    gesture = std::move(what);
    hand = by;
    gestureStart = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    lastSample = sample;
    lastSample.seconds = 0;
    inkStrayed = false;
    noteInkPress(lastSample);
    if (!inkPress) labels.giveWay(lastSample.device);
    if (frame) updateDevice(frame->pixels(context.view, context.ratio));
    gesture->begin(lastSample);
    updateCursor();
}

void Sheet::Parts::endGesture(const PenSample& sample) {
    if (isInkTap(sample)) {
        const size_t symbol = inkPress->symbol;
        dropGesture();
        askInk(symbol);
        return;
    }
    // Gone before it ends: what it commits must find no gesture under way.
    const std::unique_ptr<Gesture> ended = std::move(gesture);
    hand = Hand::none;
    lastSample = sample;
    ended->end(sample);
    inkTimer.start();
    frameChanged();
    updateCursor();
}

void Sheet::Parts::dropGesture() {
    if (!gesture) return;
    const std::unique_ptr<Gesture> dropped = std::move(gesture);
    hand = Hand::none;
    dropped->cancel();
    inkTimer.start();
    frameChanged();
    updateCursor();
    q.update();
}

bool Sheet::Parts::mouse(QMouseEvent* event) {
    // What Qt makes of pens and fingers came to us as such already.
    if (event->source() != Qt::MouseEventNotSynthesized ||
        event->pointingDevice()->pointerType() == QPointingDevice::PointerType::Pen)
        return true;
    const QPointF at = event->position();
    if (event->type() == QEvent::MouseMove) {
        if (hand != Hand::mouse) {
            hover(at);
            return true;
        }
        noteArrival(*event);
        moveGesture(sampleOf(at, 1, event->modifiers(), event->timestamp()));
        hover(at);
        return true;
    }
    if (event->type() == QEvent::MouseButtonRelease) {
        if (hand != Hand::mouse) return true;
        if (event->buttons() == Qt::NoButton) endGesture(sampleOf(at, 1, event->modifiers(), event->timestamp()));
        return true;
    }
    if (hand == Hand::keys || (hand == Hand::mouse && event->button() == Qt::LeftButton)) dropGesture();
    if (hand != Hand::none) return true;
    q.setFocus(Qt::MouseFocusReason);
    gestureStamp = event->timestamp();
    noteArrival(*event);
    const PenSample sample = sampleOf(at, 1, event->modifiers(), event->timestamp());
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && spaceDown)) {
        beginGesture(Hand::mouse, makePanGesture(context), sample);
    } else if (event->button() == Qt::LeftButton) {
        beginGesture(Hand::mouse, makeGesture(context.toolbox.state().tool, context), sample);
    } else if (event->button() == Qt::RightButton) {
        if (const auto there = context.topmostAt(sample.at, context.metresOf(5));
            there && !context.selection.contains(there->stroke.id)) {
            context.selection.set({there->stroke.id});
        }
        Q_EMIT q.menuWanted(at.toPoint());
    }
    return true;
}

bool Sheet::Parts::tablet(QTabletEvent* event) {
    palm.penSeen(static_cast<double>(clock.elapsed()) / 1000);
    const QPointF at = event->position();
    const auto pressure = static_cast<float>(event->pressure());
    if (event->type() == QEvent::TabletPress) {
        // What else draws was the palm, or gives way; and a pen whose lifting nobody heard of starts anew.
        if (hand != Hand::pen || event->button() == Qt::LeftButton) dropGesture();
        if (hand != Hand::none) return true;
        q.setFocus(Qt::MouseFocusReason);
        gestureStamp = event->timestamp();
        noteArrival(*event);
        const PenSample sample = sampleOf(*event, pressure);
        const Tool tool = context.toolbox.state().tool;
        std::unique_ptr<Gesture> what;
        if (event->button() != Qt::LeftButton || spaceDown) {
            what = makePanGesture(context);  // the barrel's button, held
        } else if (event->pointerType() == QPointingDevice::PointerType::Eraser) {
            what = tool == Tool::erase ? makeEraseGesture(context) : makeCutGesture(context);
        } else {
            what = makeGesture(tool, context);
        }
        beginGesture(Hand::pen, std::move(what), sample);
        return true;
    }
    if (hand != Hand::pen) {
        hover(at);
        return true;
    }
    noteArrival(*event);
    const bool up = event->type() == QEvent::TabletRelease;
    // A pen that leaves presses no more; its line ends as it was.
    PenSample sample = sampleOf(*event, up && pressure <= 0 ? lastSample.pressure : pressure);
    if (up) sample.lean = lastSample.lean;
    if (up) {
        endGesture(sample);
    } else {
        moveGesture(sample);
    }
    hover(at);
    return true;
}

bool Sheet::Parts::touch(QTouchEvent* event) {
    const double now = static_cast<double>(clock.elapsed()) / 1000;
    if (event->type() == QEvent::TouchCancel) {
        if (hand == Hand::touch) dropGesture();
        return true;
    }
    if (hand == Hand::pen || !palm.touchAllowed(now)) {
        if (hand == Hand::touch) dropGesture();
        return true;
    }
    if (event->pointCount() >= 2) {
        if (hand == Hand::touch) dropGesture();
        twoFingers(*event);
        return true;
    }
    turning = false;
    fingersTurned = 0;
    if (event->pointCount() == 0) return true;
    const QEventPoint& finger = event->point(0);
    if (event->type() == QEvent::TouchBegin) {
        if (hand == Hand::keys || hand == Hand::touch) dropGesture();
        if (hand != Hand::none) return true;
        q.setFocus(Qt::MouseFocusReason);
        gestureStamp = event->timestamp();
        noteArrival(*event);
        const PenSample sample = sampleOf(finger.position(), 1, event->modifiers(), event->timestamp());
        const bool pans = context.toolbox.state().penOnly || spaceDown;
        beginGesture(Hand::touch, pans ? makePanGesture(context) : makeGesture(context.toolbox.state().tool, context),
                     sample);
        return true;
    }
    if (hand != Hand::touch) return true;  // one of two fingers is still down
    noteArrival(*event);
    const PenSample sample = sampleOf(finger.position(), 1, event->modifiers(), event->timestamp());
    if (event->type() == QEvent::TouchEnd) {
        endGesture(sample);
    } else {
        moveGesture(sample);
    }
    return true;
}

void Sheet::Parts::twoFingers(QTouchEvent& event) {
    const QEventPoint &a = event.point(0), &b = event.point(1);
    if (a.state() == QEventPoint::Released || b.state() == QEventPoint::Released) {
        if (turning && std::abs(view.turn) < kUpright) {
            SheetView next = view;
            next.turn = 0;
            applyView(next);
        }
        turning = false;
        fingersTurned = 0;
        return;
    }
    if (a.state() == QEventPoint::Pressed || b.state() == QEventPoint::Pressed) return;
    const QPointF was = b.lastPosition() - a.lastPosition(), is = b.position() - a.position();
    const double before = std::hypot(was.x(), was.y()), after = std::hypot(is.x(), is.y());
    const QPointF middleWas = (a.lastPosition() + b.lastPosition()) / 2, middle = (a.position() + b.position()) / 2;
    double turn = (std::atan2(is.y(), is.x()) - std::atan2(was.y(), was.x())) * 180 / M_PI;
    turn = std::remainder(turn, 360.0);
    fingersTurned += turn;
    if (!turning) {
        turning = std::abs(fingersTurned) > kTurnFrom;
        turn = 0;
    }
    panBy((middle - middleWas) * context.ratio);
    zoomAt(middle, before > 8 && after > 8 ? after / before : 1, turn);
}

bool Sheet::Parts::wheel(QWheelEvent* event) {
    if (hand == Hand::pen) return true;
    // A trackpad scrolls the paper, unless Ctrl is held; a wheel zooms.
    const bool trackpad = !event->pixelDelta().isNull() && event->phase() != Qt::NoScrollPhase;
    if (trackpad && !event->modifiers().testFlag(Qt::ControlModifier)) {
        panBy(QPointF(event->pixelDelta()) * context.ratio);
    } else if (event->modifiers().testFlag(Qt::ShiftModifier) || event->modifiers().testFlag(Qt::AltModifier)) {
        panBy(QPointF(event->angleDelta().y() + event->angleDelta().x(), 0) * 0.5 * context.ratio);
    } else {
        zoomAt(event->position(), std::pow(kZoomStep, event->angleDelta().y() / 120.0));
    }
    return true;
}

bool Sheet::Parts::native(QNativeGestureEvent* event) {
    if (event->gestureType() == Qt::ZoomNativeGesture) {
        zoomAt(event->position(), std::clamp(1 + event->value(), 0.2, 5.0));
    } else if (event->gestureType() == Qt::RotateNativeGesture) {
        zoomAt(event->position(), 1, event->value());
    } else {
        return false;
    }
    return true;
}

void Sheet::Parts::hover(QPointF widget) {
    const Point at = q.toMetres(widget);
    int64_t stroke = 0;
    // Who asks pays: looking for the stroke is for a hand that does not draw.
    if (!gesture) {
        if (const auto there = context.topmostAt(at, context.metresOf(3))) stroke = there->stroke.id;
        updateCursor();
        const auto label = labels.at(widget * context.ratio);
        labels.setHovered(label);
        if (label) q.setCursor(Qt::PointingHandCursor);
        if (frame && frame->handles) {
            const auto grip = frame->gripAt(widget * context.ratio, context.view, context.ratio).part;
            if (grip == HandleFrame::Part::scale) q.setCursor(Qt::SizeFDiagCursor);
            if (grip == HandleFrame::Part::turning) q.setCursor(Qt::PointingHandCursor);
            if (grip == HandleFrame::Part::inside) q.setCursor(Qt::SizeAllCursor);
        }
    }
    Q_EMIT q.hovered(at, stroke);
}

}  // namespace sketchwalk::ui
