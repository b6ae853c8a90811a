#include "ui/play/WalkControls.h"

#include <QApplication>
#include <QCursor>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWidget>
#include <algorithm>
#include <cmath>

namespace sketchwalk::ui {
namespace {

constexpr double kDegreesPerPixel = 0.15;
constexpr double kStickTurn = 160;    // degrees a second at full tilt
constexpr double kKeyTurn = 120;      // degrees a second
constexpr double kMostPitch = 87;     // degrees
constexpr double kReturnFrom = 0.25;  // of the view's size: how far the pointer may go from the middle

}  // namespace

WalkControls::WalkControls(QObject* parent) : QObject(parent) {}

WalkControls::~WalkControls() {
    end();
}

void WalkControls::begin(QWidget* view, double yaw) {
    end();
    m_view = view;
    m_yaw = yaw;
    m_pitch = 0;
    m_keys.clear();
    m_runs = false;
    view->installEventFilter(this);
    view->setFocus(Qt::OtherFocusReason);
    hold(view->isActiveWindow() || !view->isVisible());
}

void WalkControls::end() {
    if (!m_view) return;
    hold(false);
    m_view->removeEventFilter(this);
    m_view = nullptr;
    m_keys.clear();
    m_stick = {};
}

QPointF WalkControls::middle() const {
    return QPointF(m_view->rect().center());
}

void WalkControls::hold(bool held) {
    if (held == m_holds || !m_view) return;
    m_holds = held;
    if (held) {
        QApplication::setOverrideCursor(Qt::BlankCursor);
        m_view->setMouseTracking(true);
        m_view->grabMouse();
        QCursor::setPos(m_view->mapToGlobal(m_view->rect().center()));
        m_last = middle();
        m_warped = true;
    } else {
        m_view->releaseMouse();
        QApplication::restoreOverrideCursor();
        m_keys.clear();
        m_runs = false;
    }
}

void WalkControls::turnTo(double yaw, double pitch) {
    m_yaw = yaw;
    m_pitch = std::clamp(pitch, -kMostPitch, kMostPitch);
}

void WalkControls::look(double right, double down) {
    m_yaw = std::fmod(m_yaw - right + 720, 360);
    m_pitch = std::clamp(m_pitch - (m_settings.invert ? -down : down), -kMostPitch, kMostPitch);
}

// The pointer goes back to the middle before it meets an edge. What came in before it got there is still counted from
// where it was, what comes after from the middle.
void WalkControls::moveMouse(QPointF at) {
    if (!m_holds) return;
    const QPointF centre = middle();
    const auto length = [](QPointF p) { return std::hypot(p.x(), p.y()); };
    if (m_warped && length(at - centre) <= length(at - m_last)) {
        m_warped = false;
        m_last = centre;
    }
    const QPointF by = (at - m_last) * (kDegreesPerPixel * m_settings.sensitivity);
    m_last = at;
    look(by.x(), by.y());
    if (m_warped) return;
    if (std::abs(at.x() - centre.x()) > kReturnFrom * m_view->width() ||
        std::abs(at.y() - centre.y()) > kReturnFrom * m_view->height()) {
        m_warped = true;
        QCursor::setPos(m_view->mapToGlobal(m_view->rect().center()));
    }
}

bool WalkControls::pressKey(const QKeyEvent& event) {
    switch (event.key()) {
        case Qt::Key_Escape:
            Q_EMIT leaveWanted();
            return true;
        case Qt::Key_F12:
            Q_EMIT pictureWanted();
            return true;
        case Qt::Key_Home:
            Q_EMIT rescueWanted();
            return true;
        case Qt::Key_Tab:
            Q_EMIT settingsWanted();
            return true;
        default:
            m_keys.insert(event.key());
            return true;
    }
}

bool WalkControls::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_view) return QObject::eventFilter(watched, event);
    switch (event->type()) {
        case QEvent::ShortcutOverride: {
            // Keys to walk with are no shortcuts now; F-keys and those with a modifier of the menus stay what they are.
            const auto& key = static_cast<const QKeyEvent&>(*event);
            const bool own = key.key() < Qt::Key_F1 || key.key() > Qt::Key_F11;
            if (own && !(key.modifiers() & Qt::AltModifier)) event->accept();
            return true;
        }
        case QEvent::KeyPress: {
            const auto& key = static_cast<const QKeyEvent&>(*event);
            m_runs = key.modifiers() & Qt::ShiftModifier;
            if (key.key() == Qt::Key_Shift) m_runs = true;
            return key.isAutoRepeat() || pressKey(key);
        }
        case QEvent::KeyRelease: {
            const auto& key = static_cast<const QKeyEvent&>(*event);
            if (key.isAutoRepeat()) return true;
            m_runs = key.key() != Qt::Key_Shift && (key.modifiers() & Qt::ShiftModifier);
            m_keys.remove(key.key());
            return true;
        }
        case QEvent::MouseMove:
            moveMouse(static_cast<const QMouseEvent&>(*event).position());
            return true;
        case QEvent::MouseButtonPress:
            hold(true);  // who clicked elsewhere comes back by a click
            return true;
        case QEvent::MouseButtonRelease:
        case QEvent::MouseButtonDblClick:
        case QEvent::Wheel:
        case QEvent::TouchBegin:
        case QEvent::TouchUpdate:
        case QEvent::TouchEnd:
        case QEvent::NativeGesture:
            return true;
        case QEvent::FocusOut:
        case QEvent::WindowDeactivate:
            hold(false);
            m_keys.clear();
            return false;
        case QEvent::FocusIn:
            hold(true);
            return false;
        default:
            return QObject::eventFilter(watched, event);
    }
}

play::Intent WalkControls::intent() const {
    const auto held = [&](int key) { return m_keys.contains(key) ? 1.0 : 0.0; };
    const auto axis = [&](int plus, int alsoPlus, int minus, int alsoMinus) {
        return std::max(held(plus), held(alsoPlus)) - std::max(held(minus), held(alsoMinus));
    };
    play::Intent intent;
    intent.forward = std::clamp(axis(Qt::Key_W, Qt::Key_Up, Qt::Key_S, Qt::Key_Down) + m_stick.forward, -1.0, 1.0);
    intent.right = std::clamp(axis(Qt::Key_D, Qt::Key_Right, Qt::Key_A, Qt::Key_Left) + m_stick.right, -1.0, 1.0);
    intent.yaw = m_yaw;
    intent.run = m_runs || m_stick.run;
    intent.jump = held(Qt::Key_Space) > 0 || m_stick.jump;
    intent.crouch = held(Qt::Key_C) > 0 || held(Qt::Key_Control) > 0 || m_stick.crouch;
    return intent;
}

void WalkControls::advance(double seconds) {
    if (!m_view || !m_view->isActiveWindow()) {
        m_stick = {};
        return;
    }
    const double turn = (m_keys.contains(Qt::Key_E) ? 1 : 0) - (m_keys.contains(Qt::Key_Q) ? 1 : 0);
    look(turn * kKeyTurn * seconds, 0);
    const PadState now = m_pad.read();
    look(now.lookRight * kStickTurn * m_settings.sensitivity * seconds,
         now.lookDown * kStickTurn * m_settings.sensitivity * seconds);
    const bool leaves = now.menu && !m_stick.menu;
    m_stick = now;
    if (leaves) Q_EMIT leaveWanted();
}

}  // namespace sketchwalk::ui
