// One quiet line after an unexpected end: that nothing is lost, and where the report of it lies. Goes when it is
// closed. Window's thread.
#pragma once

#include <QLabel>
#include <QString>
#include <QWidget>

class QStatusBar;

namespace sketchwalk::ui {

class CrashNote : public QWidget {
    Q_OBJECT

  public:
    // `report` is a file's path. The note puts itself into the bar, which owns it.
    CrashNote(const QString& report, QStatusBar* bar);

  private:
    QLabel* m_words;
};

}  // namespace sketchwalk::ui
