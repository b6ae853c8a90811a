#include "ui/panels/DiagnosticsPanel.h"

#include <QLabel>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <string_view>
#include <unordered_map>

#include "ui/panels/Icons.h"
#include "ui/panels/Words.h"

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
    int warnings = 0;
    gather(diagnostics);
    m_list->clear();
    for (const Row& told : m_rows) {
        const bool warning = told.severity == Severity::warning;
        if (m_list->count() >= kMostRows) break;
        const QString text = told.count == 1 ? told.text : tr("%1 (%n times)", nullptr, told.count).arg(told.text);
        auto* item =
            new QListWidgetItem(icon(warning ? QStringLiteral("warning") : QStringLiteral("note")), text, m_list);
        item->setData(Qt::AccessibleTextRole, warning ? tr("Warning: %1").arg(text) : tr("Note: %1").arg(text));
        item->setToolTip(told.strokes.empty()       ? QString()
                         : told.strokes.size() == 1 ? tr("Enter, or a click, selects the stroke")
                                                    : tr("Enter, or a click, selects one stroke after the other"));
    }
    for (const Diagnostic& diagnostic : diagnostics) warnings += diagnostic.severity == Severity::warning ? 1 : 0;
    m_list->setCurrentRow(qMin(row, m_list->count() - 1));
    m_count->setVisible(!diagnostics.empty());
    const int notes = static_cast<int>(diagnostics.size()) - warnings;
    m_count->setText(tr("%1, %2").arg(warnings == 1 ? tr("One warning") : tr("%n warnings", nullptr, warnings),
                                      notes == 1 ? tr("one note") : tr("%n notes", nullptr, notes)));
    m_pages->setCurrentIndex(diagnostics.empty() ? 0 : 1);
}

// What is said of many strokes is said once.
void DiagnosticsPanel::gather(const Diagnostics& diagnostics) {
    m_rows.clear();
    std::unordered_map<std::string_view, size_t> rowOf;  // the texts outlive it
    for (const Diagnostic& diagnostic : diagnostics) {
        const auto [found, isNew] = rowOf.emplace(diagnostic.text, m_rows.size());
        if (isNew) m_rows.push_back({diagnostic.severity, wordsOf(diagnostic), {}, 0, 0});
        Row& row = m_rows[found->second];
        ++row.count;
        if (diagnostic.stroke) row.strokes.push_back(*diagnostic.stroke);
    }
}

void DiagnosticsPanel::activate(const QListWidgetItem* item) {
    const int at = m_list->row(item);
    if (at < 0 || static_cast<size_t>(at) >= m_rows.size()) return;
    Row& row = m_rows[static_cast<size_t>(at)];
    if (!row.strokes.empty()) Q_EMIT strokeActivated(row.strokes[row.next++ % row.strokes.size()]);
}

}  // namespace sketchwalk::ui
