// What the program has to say about the map: oddities that leave a usable world, each with the stroke it is about.
// Choosing one (click, Enter) asks for that stroke to be shown. Window's thread.
#pragma once

#include <QWidget>
#include <cstdint>

#include "core/base/Error.h"

class QLabel;
class QListWidget;
class QListWidgetItem;
class QStackedWidget;

namespace sketchwalk::ui {

class DiagnosticsPanel : public QWidget {
    Q_OBJECT

  public:
    explicit DiagnosticsPanel(QWidget* parent = nullptr);

    void setDiagnostics(const Diagnostics& diagnostics);
    const Diagnostics& diagnostics() const { return m_diagnostics; }

  Q_SIGNALS:
    void strokeActivated(int64_t stroke);

  private:
    void activate(const QListWidgetItem* item);

    Diagnostics m_diagnostics;
    QStackedWidget* m_pages;
    QListWidget* m_list;
    QLabel* m_count;
};

}  // namespace sketchwalk::ui
