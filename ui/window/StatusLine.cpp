#include "ui/window/StatusLine.h"

namespace sketchwalk::ui {
namespace {
constexpr int kPatienceMs = 200;
constexpr int kMessageMs = 8000;
}  // namespace

StatusLine::StatusLine(QWidget* parent) : QStatusBar(parent) {
    setObjectName("statusLine");
    setAccessibleName(tr("Status"));
    m_trouble = new QLabel;
    m_trouble->setObjectName("savingTrouble");
    m_trouble->setStyleSheet("QLabel { color: white; background: #a8321e; padding: 1px 8px; border-radius: 3px; }");
    m_stage = new QLabel;
    m_stage->setObjectName("buildStage");
    m_spinner = new QProgressBar;
    m_spinner->setObjectName("buildProgress");
    m_spinner->setAccessibleName(tr("How far the world is built"));
    m_spinner->setRange(0, 100);
    m_spinner->setTextVisible(false);
    m_spinner->setFixedSize(80, 10);
    m_place = new QLabel;
    m_zoom = new QLabel;
    addPermanentWidget(m_trouble);
    addPermanentWidget(m_stage);
    addPermanentWidget(m_spinner);
    addPermanentWidget(m_place);
    addPermanentWidget(m_zoom);
    for (QWidget* hidden : std::initializer_list<QWidget*>{m_trouble, m_stage, m_spinner}) hidden->hide();
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_stage->show();
        m_spinner->show();
    });
}

void StatusLine::setBuilding(bool building) {
    if (building) {
        m_spinner->setValue(0);
        m_patience.start();
        return;
    }
    m_patience.stop();
    m_stage->hide();
    m_spinner->hide();
}

void StatusLine::setProgress(const QString& stage, double fraction) {
    m_stage->setText(stage);
    m_spinner->setValue(static_cast<int>(fraction * 100));
}

void StatusLine::setPlace(Point metres, const QString& what) {
    QString text = tr("%1 m, %2 m").arg(metres.x, 0, 'f', 1).arg(metres.y, 0, 'f', 1);
    if (!what.isEmpty()) text = what + QStringLiteral("   ") + text;
    m_place->setText(text);
}

void StatusLine::setZoom(double percent) {
    m_zoom->setText(tr("%1 %").arg(percent, 0, 'f', 0));
}

void StatusLine::setTrouble(const QString& text) {
    m_trouble->setText(text.isEmpty() ? QString() : tr("Not saved: %1").arg(text));
    m_trouble->setToolTip(text);
    m_trouble->setVisible(!text.isEmpty());
}

void StatusLine::say(const QString& text) {
    showMessage(text, kMessageMs);
}

}  // namespace sketchwalk::ui
