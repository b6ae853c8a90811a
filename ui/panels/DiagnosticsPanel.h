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

  Q_SIGNALS:
    void strokeActivated(int64_t stroke);

  private:
    struct Row {
        Severity severity;
        QString text;
        std::vector<int64_t> strokes;  // it is about
        int count;                     // how often it is said
        size_t next;                   // stroke to show, when it is chosen again
    };
    static constexpr int kMostRows = 300;
    void gather(const Diagnostics& diagnostics);
    void activate(const QListWidgetItem* item);

    std::vector<Row> m_rows;
    QStackedWidget* m_pages;
    QListWidget* m_list;
    QLabel* m_count;
};

}  // namespace sketchwalk::ui
