#include "ui/tour/Tour.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>
#include <algorithm>

namespace sketchwalk::ui {
namespace {

constexpr const char* kOfferedKey = "tour/offered";
constexpr int kWidth = 320, kGap = 14, kMark = 3;  // pixels

// Only its border is there: mouse and pen go through, and nothing below it is painted over.
class Mark : public QWidget {
  public:
    explicit Mark(QWidget* window) : QWidget(window) {
        setObjectName(QStringLiteral("tourMark"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
    }
    void surround(const QRect& what) {
        const QRect outside = what.adjusted(-kMark, -kMark, kMark, kMark).intersected(parentWidget()->rect());
        setGeometry(outside);
        setMask(QRegion(rect()) - QRegion(rect().adjusted(kMark, kMark, -kMark, -kMark)));
    }

  protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), palette().color(QPalette::Highlight)); }
};

}  // namespace

Tour::Tour(QList<TourStep> steps, QWidget* window)
    : QFrame(window),
      m_steps(std::move(steps)),
      m_window(window),
      m_mark(new Mark(window)),
      m_title(new QLabel),
      m_words(new QLabel),
      m_count(new QLabel),
      m_next(new QPushButton),
      m_skip(new QPushButton(tr("&Skip"))) {
    setObjectName(QStringLiteral("tour"));
    setAccessibleName(tr("Tour of the window"));
    setFrameStyle(QFrame::StyledPanel | QFrame::Raised);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setFixedWidth(kWidth);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setForegroundRole(QPalette::ToolTipText);
    m_words->setWordWrap(true);
    m_words->setForegroundRole(QPalette::ToolTipText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_next->setObjectName(QStringLiteral("tourNext"));
    m_next->setToolTip(tr("The next step"));
    m_next->setDefault(true);
    m_skip->setObjectName(QStringLiteral("tourSkip"));
    m_skip->setToolTip(tr("Leaves the tour; it is in the Help menu"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_count, 1);
    row->addWidget(m_skip);
    row->addWidget(m_next);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 10);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addLayout(row);
    connect(m_next, &QPushButton::clicked, this, &Tour::next);
    connect(m_skip, &QPushButton::clicked, this, &Tour::finish);
    m_window->installEventFilter(this);
    noteOffered();
    go(0);
}

bool Tour::wasOffered() {
    return QSettings().value(kOfferedKey).toBool();
}

void Tour::noteOffered() {
    QSettings().setValue(kOfferedKey, true);
}

void Tour::next() {
    go(m_at + 1);
}

void Tour::finish() {
    m_mark->deleteLater();
    m_mark->hide();
    hide();
    deleteLater();
}

void Tour::go(int to) {
    while (to < m_steps.size() && (!m_steps[to].about || !m_steps[to].about->isVisible())) ++to;
    if (to >= m_steps.size()) {
        finish();
        return;
    }
    m_at = to;
    m_title->setText(m_steps[to].title);
    m_words->setText(m_steps[to].words);
    m_count->setText(tr("%1 of %2").arg(to + 1).arg(m_steps.size()));
    m_next->setText(to + 1 == m_steps.size() ? tr("&Done") : tr("&Next"));
    m_skip->setVisible(to + 1 < m_steps.size());
    place();
    m_mark->show();
    m_mark->raise();
    show();
    raise();
}

// Beside what it is about, where there is room; under the beginning of what spans the window. Never over the world's
// picture, which is a window of the system and would hide it.
void Tour::place() {
    const QWidget* about = m_steps[m_at].about;
    if (!about) return next();
    const QRect what(about->mapTo(m_window, QPoint(0, 0)), about->size());
    static_cast<Mark*>(m_mark)->surround(what);
    resize(kWidth, layout()->totalHeightForWidth(kWidth));
    const QRect room = m_window->rect().adjusted(kGap, kGap, -kGap, -kGap);
    QPoint at(what.right() + kGap, what.top() + what.height() / 4);
    if (m_steps[m_at].inside) {
        at = {what.center().x() - width() / 2, what.bottom() - 2 * kGap - height()};
    } else if (what.width() > m_window->width() * 2 / 3) {
        at = {isRightToLeft() ? what.right() - kGap - width() : what.left() + kGap, what.bottom() + kGap};
    } else if (room.right() - what.right() < width() + kGap) {
        at.setX(what.left() - kGap - width());
    }
    move(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())),
         std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - height())));
}

bool Tour::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_window && event->type() == QEvent::Resize && m_at >= 0) place();
    return QFrame::eventFilter(watched, event);
}

void Tour::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return finish();
    QFrame::keyPressEvent(event);
}

}  // namespace sketchwalk::ui
