#include "app/desktop/Recorder.h"

#include <QMouseEvent>
#include <QTabletEvent>

namespace sketchwalk::desktop {

Recorder::Recorder(ui::MainWindow* window, QObject* parent) : QObject(parent), m_window(window) {
    m_time.start();
    window->sheet()->installEventFilter(this);
}

bool Recorder::eventFilter(QObject* watched, QEvent* event) {
    using Type = TraceEvent::Type;
    switch (event->type()) {
        case QEvent::TabletPress:
        case QEvent::TabletMove:
        case QEvent::TabletRelease: {
            const auto* pen = static_cast<const QTabletEvent*>(event);
            m_pen = event->type() != QEvent::TabletRelease;
            add(event->type() == QEvent::TabletPress  ? Type::press
                : event->type() == QEvent::TabletMove ? Type::move
                                                      : Type::release,
                pen->position(), pen->pressure(), pen->xTilt(), pen->yTilt());
            break;
        }
        case QEvent::MouseButtonPress:
        case QEvent::MouseMove:
        case QEvent::MouseButtonRelease: {
            const auto* mouse = static_cast<const QMouseEvent*>(event);
            if (m_pen || mouse->source() != Qt::MouseEventNotSynthesized) break;
            add(event->type() == QEvent::MouseButtonPress ? Type::press
                : event->type() == QEvent::MouseMove      ? Type::move
                                                          : Type::release,
                mouse->position(), 1);
            break;
        }
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

void Recorder::add(TraceEvent::Type type, QPointF onSheet, double pressure, double xTilt, double yTilt) {
    const Point metres = m_window->sheet()->toMetres(onSheet);
    m_events.push_back({static_cast<double>(m_time.nsecsElapsed()) * 1e-9, metres.x * ui::Sheet::kPixelsPerMetre,
                        metres.y * ui::Sheet::kPixelsPerMetre, pressure, xTilt, yTilt, type,
                        type == TraceEvent::Type::press ? m_window->toolbox()->state().brush : std::string()});
}

}  // namespace sketchwalk::desktop
