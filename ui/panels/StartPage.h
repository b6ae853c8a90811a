// Where a person begins: an empty map of some size, a drawing from last time, a template or a sample to start from. All
// as pictures, all reachable by keyboard. It opens nothing itself. Window's thread.
#pragma once

#include <QSizeF>
#include <QWidget>

#include "ui/panels/RecentFiles.h"

class QComboBox;
class QLabel;
class QListWidget;
class QListWidgetItem;

namespace sketchwalk::ui {

class StartPage : public QWidget {
    Q_OBJECT

  public:
    explicit StartPage(RecentFiles* recent, QWidget* parent = nullptr);  // the list outlives it

    void reload();  // the recent files' pictures are read again, in the background

  Q_SIGNALS:
    void newMap(QSizeF metres);              // an empty one
    void openFile(const QString& path);      // a drawing of the user's
    void openRequested();                    // "Open...": the window shows its dialogue
    void openTemplate(const QString& path);  // a *.sketch.json to start a new drawing from; the file stays as it is

  private:
    QWidget* newPart();
    QWidget* filePart();
    QWidget* gallery();
    void showRecent();

    RecentFiles* m_recent;
    QComboBox* m_size;
    QListWidget* m_files;
    QLabel* m_noFiles;
};

}  // namespace sketchwalk::ui
