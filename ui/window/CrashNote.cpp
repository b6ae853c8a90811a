#include "ui/window/CrashNote.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QStatusBar>
#include <QToolButton>
#include <QUrl>

#include "ui/panels/IconButton.h"

namespace sketchwalk::ui {

CrashNote::CrashNote(const QString& report, QStatusBar* bar) : m_words(new QLabel) {
    setObjectName(QStringLiteral("crashNote"));
    setAccessibleName(tr("What happened last time"));
    QString shown = QDir::toNativeSeparators(report);
    if (shown.startsWith(QDir::homePath() + QLatin1Char('/')))
        shown.replace(0, QDir::homePath().size(), QLatin1String("~"));
    m_words->setObjectName(QStringLiteral("crashWords"));
    m_words->setText(tr("Sketchwalk ended unexpectedly. Nothing drawn is lost; a report lies in %1")
                         .arg(QStringLiteral("<a href=\"report\">%1</a>").arg(shown.toHtmlEscaped())));
    m_words->setToolTip(tr("Opens its folder. The report stays on this machine."));
    m_words->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_words->setMinimumWidth(1);  // a long path does not widen the window
    connect(m_words, &QLabel::linkActivated, this,
            [report] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(report).absolutePath())); });
    QToolButton* close = iconButton(QStringLiteral("closeCrashNote"), QStringLiteral("close"), tr("Close this note"));
    connect(close, &QToolButton::clicked, this, &QObject::deleteLater);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 0, 0, 0);
    row->addWidget(m_words, 1);
    row->addWidget(close);
    bar->insertWidget(0, this, 1);
}

}  // namespace sketchwalk::ui
