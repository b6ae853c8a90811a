#include "ui/window/PenRest.h"

#include <QLineF>
#include <QPointerEvent>
#include <QWidget>

namespace sketchwalk::ui {
namespace {
constexpr int kRestMs = 300;    // longer than between two strokes of somebody who goes on
constexpr double kTremble = 8;  // pixels that a pen held still in the air moves
}  // namespace

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
            work();
            break;
        case QEvent::TabletMove:
        case QEvent::MouseMove: {
            const auto* hand = static_cast<QSinglePointEvent*>(event);
            if (hand->buttons() == Qt::NoButton) travel(hand->position());
            break;
        }
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

void PenRest::work() {
    if (m_atWork) return;
    m_atWork = true;
    Q_EMIT atWorkChanged(true);
}

// Before the pen comes down it is seen travelling to where it will.
void PenRest::travel(QPointF to) {
    if (QLineF(m_restedAt, to).length() < kTremble) return;
    m_restedAt = to;
    m_rest.start();
    work();
}

}  // namespace sketchwalk::ui
