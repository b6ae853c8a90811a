#include "ui/panels/DiagnosticsPanel.h"

#include <QLabel>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/panels/Icons.h"

namespace sketchwalk::ui {

DiagnosticsPanel::DiagnosticsPanel(QWidget* parent)
    : QWidget(parent), m_pages(new QStackedWidget), m_list(new QListWidget), m_count(new QLabel) {
    setObjectName(QStringLiteral("DiagnosticsPanel"));
    setAccessibleName(tr("Report"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->setSpacing(4);
    column->addWidget(m_count);
    column->addWidget(m_pages, 1);

    auto* nothing = new QLabel(tr("Nothing to report"));
    nothing->setObjectName(QStringLiteral("nothingToReport"));
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setEnabled(false);
    m_pages->addWidget(nothing);
    m_pages->addWidget(m_list);

    m_count->setObjectName(QStringLiteral("diagnosticsCount"));
    m_list->setObjectName(QStringLiteral("diagnostics"));
    m_list->setAccessibleName(tr("What was odd about the map"));
    m_list->setToolTip(tr("Enter, or a click, shows what it is about"));
    m_list->setWordWrap(true);
    m_list->setIconSize(QSize(18, 18));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setSpacing(2);
    connect(m_list, &QListWidget::itemActivated, this, &DiagnosticsPanel::activate);
    connect(m_list, &QListWidget::itemClicked, this, &DiagnosticsPanel::activate);
    setDiagnostics({});
}

void DiagnosticsPanel::setDiagnostics(const Diagnostics& diagnostics) {
    const int row = m_list->currentRow();
    m_diagnostics = diagnostics;
    m_list->clear();
    int warnings = 0;
    for (const Diagnostic& diagnostic : diagnostics) {
        const bool warning = diagnostic.severity == Severity::warning;
        warnings += warning ? 1 : 0;
        const QString text = QString::fromStdString(diagnostic.text);
        auto* item =
            new QListWidgetItem(icon(warning ? QStringLiteral("warning") : QStringLiteral("note")), text, m_list);
        item->setData(Qt::AccessibleTextRole, warning ? tr("Warning: %1").arg(text) : tr("Note: %1").arg(text));
        item->setToolTip(diagnostic.stroke ? tr("Enter, or a click, selects the stroke") : QString());
    }
    m_list->setCurrentRow(qMin(row, m_list->count() - 1));
    m_count->setVisible(!diagnostics.empty());
    const int notes = static_cast<int>(diagnostics.size()) - warnings;
    m_count->setText(tr("%1, %2").arg(warnings == 1 ? tr("One warning") : tr("%n warnings", nullptr, warnings),
                                      notes == 1 ? tr("one note") : tr("%n notes", nullptr, notes)));
    m_pages->setCurrentIndex(diagnostics.empty() ? 0 : 1);
}

void DiagnosticsPanel::activate(const QListWidgetItem* item) {
    const int row = m_list->row(item);
    if (row < 0 || static_cast<size_t>(row) >= m_diagnostics.size()) return;
    if (const auto stroke = m_diagnostics[static_cast<size_t>(row)].stroke) Q_EMIT strokeActivated(*stroke);
}

}  // namespace sketchwalk::ui
