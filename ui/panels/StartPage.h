// Where a person begins: an empty map of some size, a drawing from last time, a template or a sample to start from. All
// as pictures, all reachable by keyboard. It opens nothing itself. Window's thread; pictures are read beside it.
#pragma once

#include <QSizeF>
#include <QWidget>

#include "ui/panels/RecentFiles.h"

class QComboBox;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace sketchwalk::ui {

class PictureList;

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
    QWidget* beginRow();
    QWidget* recentPart();
    void addGallery(QVBoxLayout* column, const QString& title, const QString& folder);
    void showRead(const QString& path, bool exists, const QImage& picture, int reading);
    void chooseRecent(const QString& path);

    RecentFiles* m_recent;
    QScrollArea* m_scroll;
    QComboBox* m_size;
    QWidget* m_recentPart;
    PictureList* m_files;
    QLabel* m_gone;
    int m_reading = 0;  // answers to an older reading come too late
};

}  // namespace sketchwalk::ui
