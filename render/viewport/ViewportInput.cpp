// Pointer, wheel, touch and keys.
#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QTouchEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "render/viewport/ViewportOwn.h"

namespace sketchwalk::render {
namespace {

constexpr double kDragFrom = 4;  // pixels: below, a press is a click

glm::vec2 toGlm(QPointF p) {
    return {static_cast<float>(p.x()), static_cast<float>(p.y())};
}

Drag dragOf(CameraMode mode, Qt::MouseButtons buttons, Qt::KeyboardModifiers modifiers) {
    if (mode == CameraMode::topDown) return Drag::move;
    if ((buttons & Qt::LeftButton) && (modifiers & Qt::ControlModifier)) return Drag::lift;
    if ((buttons & (Qt::RightButton | Qt::MiddleButton)) || (modifiers & Qt::ShiftModifier)) return Drag::move;
    return Drag::turn;
}

}  // namespace

std::optional<glm::vec3> Viewport::Implementation::groundUnder(QPointF position) const {
    if (!m_picker) return std::nullopt;
    return m_picker->ground(lens().ray(toGlm(position)));
}

void Viewport::Implementation::press(QPointF at, Qt::MouseButton button, Qt::KeyboardModifiers) {
    if (m_pointer.button != Qt::NoButton) return;
    m_pointer = {at, at, button, false, std::nullopt};
}

void Viewport::Implementation::moveTo(QPointF at, Qt::MouseButtons buttons, Qt::KeyboardModifiers modifiers) {
    if (m_pointer.button == Qt::NoButton || buttons == Qt::NoButton) {
        m_hoverAt = at;
        m_hovers = true;
        if (!m_hoverTimer.isActive()) m_hoverTimer.start();
        return;
    }
    const QPointF all = at - m_pointer.pressed;
    if (!m_pointer.isDragging && std::hypot(all.x(), all.y()) < kDragFrom) return;
    m_pointer.isDragging = true;
    const QPointF by = (at - m_pointer.last) / std::max(m_face->height(), 1);
    m_pointer.last = at;
    m_motion.drag(dragOf(m_motion.mode(), buttons, modifiers), toGlm(by));
}

void Viewport::Implementation::release(QPointF at, Qt::MouseButton button) {
    if (button != m_pointer.button) return;
    const bool isClick = !m_pointer.isDragging && button == Qt::LeftButton;
    m_pointer = {};
    if (isClick) Q_EMIT m_face->picked(m_face->pickAt(at.toPoint()));
}

void Viewport::Implementation::hover() {
    if (!m_hovers || m_pointer.button != Qt::NoButton) return;
    Q_EMIT m_face->hovered(m_face->pickAt(m_hoverAt.toPoint()));
}

bool Viewport::Implementation::pressKey(int key, Qt::KeyboardModifiers modifiers) {
    if (modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) return false;
    m_fast = modifiers & Qt::ShiftModifier;
    switch (key) {
        case Qt::Key_W:
        case Qt::Key_A:
        case Qt::Key_S:
        case Qt::Key_D:
        case Qt::Key_Q:
        case Qt::Key_E:
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Plus:
        case Qt::Key_Equal:
        case Qt::Key_Minus:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            m_keys.insert(key);
            return true;
        case Qt::Key_Home:
        case Qt::Key_F:
            m_face->frameAll();
            return true;
        case Qt::Key_1:
            m_face->setCameraMode(CameraMode::orbit);
            return true;
        case Qt::Key_2:
            m_face->setCameraMode(CameraMode::fly);
            return true;
        case Qt::Key_3:
            m_face->setCameraMode(CameraMode::topDown);
            return true;
        default:
            return false;
    }
}

Steering Viewport::Implementation::steering() const {
    Steering s;
    if (m_keys.isEmpty()) return s;
    const auto held = [&](int key) { return m_keys.contains(key) ? 1.0f : 0.0f; };
    s.right = std::clamp(held(Qt::Key_D) + held(Qt::Key_Right) - held(Qt::Key_A) - held(Qt::Key_Left), -1.0f, 1.0f);
    s.forward = std::clamp(held(Qt::Key_W) + held(Qt::Key_Up) - held(Qt::Key_S) - held(Qt::Key_Down), -1.0f, 1.0f);
    const float lift = held(Qt::Key_E) - held(Qt::Key_Q);
    if (m_motion.mode() == CameraMode::fly) {
        s.up = lift;
    } else {
        s.turn = lift;
    }
    s.zoom = held(Qt::Key_Plus) + held(Qt::Key_Equal) - held(Qt::Key_Minus);
    s.tilt = held(Qt::Key_PageUp) - held(Qt::Key_PageDown);
    s.fast = m_fast;
    return s;
}

// Two fingers: apart and together comes closer and goes back, side by side moves, about each other turns.
void Viewport::Implementation::touch(QTouchEvent* event) {
    const auto& points = event->points();
    if (points.size() != 2) return;
    const QPointF a = points[0].position(), b = points[1].position();
    const QPointF lastA = points[0].lastPosition(), lastB = points[1].lastPosition();
    if (event->type() == QEvent::TouchBegin || lastA == lastB) return;
    m_pointer = {};
    const QPointF by = ((a + b) - (lastA + lastB)) / (2 * std::max(m_face->height(), 1));
    m_motion.drag(Drag::move, toGlm(by));
    const QLineF now(a, b), before(lastA, lastB);
    if (now.length() > 4 && before.length() > 4) {
        const auto steps = static_cast<float>(std::log(now.length() / before.length()) / 0.1744);
        m_motion.zoom(steps, groundUnder((a + b) / 2));
        double degrees = before.angleTo(now);
        if (degrees > 180) degrees -= 360;
        m_motion.turn(static_cast<float>(degrees));
    }
}

bool Viewport::Implementation::gesture(QNativeGestureEvent* event) {
    if (event->gestureType() == Qt::ZoomNativeGesture) {
        const double factor = std::max(1 + event->value(), 0.2);
        m_motion.zoom(static_cast<float>(std::log(factor) / 0.1744), groundUnder(event->position()));
        return true;
    }
    if (event->gestureType() == Qt::RotateNativeGesture) {
        m_motion.turn(static_cast<float>(event->value()));
        return true;
    }
    return false;
}

void Viewport::mousePressEvent(QMouseEvent* event) {
    setFocus(Qt::MouseFocusReason);
    m_own->press(event->position(), event->button(), event->modifiers());
}

void Viewport::mouseMoveEvent(QMouseEvent* event) {
    m_own->moveTo(event->position(), event->buttons(), event->modifiers());
}

void Viewport::mouseReleaseEvent(QMouseEvent* event) {
    m_own->release(event->position(), event->button());
}

void Viewport::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) Q_EMIT activated(pickAt(event->position().toPoint()));
}

void Viewport::wheelEvent(QWheelEvent* event) {
    const float steps = static_cast<float>(event->angleDelta().y()) / 120;
    if (steps != 0) m_own->m_motion.zoom(steps, m_own->groundUnder(event->position()));
    event->accept();
}

void Viewport::keyPressEvent(QKeyEvent* event) {
    if (event->isAutoRepeat() && m_own->m_keys.contains(event->key())) return;
    if (!m_own->pressKey(event->key(), event->modifiers() & ~Qt::KeypadModifier)) QWidget::keyPressEvent(event);
}

void Viewport::keyReleaseEvent(QKeyEvent* event) {
    m_own->m_fast = event->modifiers() & Qt::ShiftModifier;
    if (event->isAutoRepeat()) return;
    if (!m_own->m_keys.remove(event->key())) QWidget::keyReleaseEvent(event);
}

void Viewport::focusOutEvent(QFocusEvent* event) {
    m_own->m_keys.clear();
    QWidget::focusOutEvent(event);
}

void Viewport::leaveEvent(QEvent*) {
    m_own->m_hovers = false;
    Q_EMIT hovered(std::nullopt);
}

bool Viewport::event(QEvent* event) {
    switch (event->type()) {
        case QEvent::TouchBegin:
        case QEvent::TouchUpdate:
        case QEvent::TouchEnd: {
            auto* touch = static_cast<QTouchEvent*>(event);
            if (touch->points().size() < 2) break;  // one finger: Qt makes mouse events of it
            m_own->touch(touch);
            event->accept();
            return true;
        }
        case QEvent::NativeGesture:
            if (m_own->gesture(static_cast<QNativeGestureEvent*>(event))) return true;
            break;
        default:
            break;
    }
    return QWidget::event(event);
}

// Platforms that know no windows transparent for input hand it to the 3D window: it is passed on to where it belongs.
bool Viewport::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonRelease:
        case QEvent::MouseButtonDblClick:
        case QEvent::MouseMove: {
            const auto* mouse = static_cast<QMouseEvent*>(event);
            QMouseEvent copy(event->type(), mouse->position(), mouse->globalPosition(), mouse->button(),
                             mouse->buttons(), mouse->modifiers());
            QCoreApplication::sendEvent(this, &copy);
            return true;
        }
        case QEvent::Wheel:
        case QEvent::KeyPress:
        case QEvent::KeyRelease:
        case QEvent::TouchBegin:
        case QEvent::TouchUpdate:
        case QEvent::TouchEnd:
        case QEvent::NativeGesture:
            QCoreApplication::sendEvent(this, event);
            return true;
        default:
            return QWidget::eventFilter(watched, event);
    }
}

}  // namespace sketchwalk::render
