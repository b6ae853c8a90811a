#include "ui/play/WalkTrail.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>

#include "core/base/Geometry.h"

namespace sketchwalk::ui {
namespace {

constexpr double kStep = 0.5;     // metres between two places
constexpr size_t kMost = 20'000;  // places: ten kilometres; older ones fade first
const QColor kInk(214, 92, 44);   // as the walker's own mark

}  // namespace

WalkTrail::WalkTrail(Sheet* sheet) : QWidget(sheet), m_sheet(sheet) {
    setObjectName("walkTrail");
    setAccessibleName(tr("The way that was walked"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(sheet->rect());
    sheet->installEventFilter(this);
    connect(sheet, &Sheet::viewChanged, this, [this] { update(); });
    hide();
}

void WalkTrail::begin() {
    if (m_walks.empty() || !m_walks.back().empty()) m_walks.emplace_back();
}

void WalkTrail::add(Point metres) {
    if (m_walks.empty()) begin();
    std::vector<Point>& walk = m_walks.back();
    if (!walk.empty() && distance(walk.back(), metres) < kStep) return;
    QRectF touched(m_sheet->toWidget(metres), QSizeF(0, 0));
    if (!walk.empty()) touched = touched.united(QRectF(m_sheet->toWidget(walk.back()), QSizeF(0, 0)));
    walk.push_back(metres);
    size_t all = 0;
    for (const auto& one : m_walks) all += one.size();
    if (all > kMost) {
        std::vector<Point>& oldest = m_walks.front();
        oldest.erase(oldest.begin(), oldest.begin() + static_cast<ptrdiff_t>(std::min(oldest.size(), kMost / 20)));
        if (oldest.empty() && m_walks.size() > 1) m_walks.erase(m_walks.begin());
    }
    update(touched.toAlignedRect().adjusted(-4, -4, 4, 4));
}

void WalkTrail::clear() {
    m_walks.clear();
    update();
}

// A dot a place: what is painted anew, for the pen's sake, is only what lies under the pen.
void WalkTrail::paintEvent(QPaintEvent* event) {
    if (!m_sheet) return;
    const QRectF stale = QRectF(event->rect()).adjusted(-4, -4, 4, 4);
    Box box;
    for (const QPointF& corner : {stale.topLeft(), stale.topRight(), stale.bottomLeft(), stale.bottomRight()}) {
        box.include(m_sheet->toMetres(corner));
    }
    QList<QPointF> dots;
    for (const std::vector<Point>& walk : m_walks) {
        for (const Point& place : walk) {
            if (box.contains(place)) dots.append(m_sheet->toWidget(place));
        }
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(kInk, 2.4, Qt::SolidLine, Qt::RoundCap));
    painter.drawPoints(dots.constData(), static_cast<int>(dots.size()));
}

bool WalkTrail::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_sheet && event->type() == QEvent::Resize) setGeometry(m_sheet->rect());
    return QWidget::eventFilter(watched, event);
}

}  // namespace sketchwalk::ui
