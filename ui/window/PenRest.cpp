#include "ui/window/PenRest.h"

#include <QEvent>
#include <QWidget>

namespace sketchwalk::ui {
namespace {
constexpr int kRestMs = 300;  // longer than between two strokes of somebody who goes on
}

PenRest::PenRest(QWidget* sheet, QObject* parent) : QObject(parent) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        m_atWork = false;
        Q_EMIT atWorkChanged(false);
    });
    sheet->installEventFilter(this);
}

bool PenRest::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::TabletPress:
        case QEvent::MouseButtonPress:
        case QEvent::TouchBegin:
            m_rest.stop();
            if (!m_atWork) {
                m_atWork = true;
                Q_EMIT atWorkChanged(true);
            }
            break;
        case QEvent::TabletRelease:
        case QEvent::MouseButtonRelease:
        case QEvent::TouchEnd:
        case QEvent::TouchCancel:
            if (m_atWork) m_rest.start();
            break;
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace sketchwalk::ui
