// What a person may wish, in one place: how the window looks, what the pen does, which keys do what. Every wish is kept
// and followed at once; language and size from the next start, and it says so. Window's thread.
#pragma once

#include <QDialog>

#include "ui/model/Toolbox.h"

class QComboBox;
class QLabel;
class QTabWidget;

namespace sketchwalk::ui {

class InkMemory;
class KeyBindings;

class PreferencesDialog : public QDialog {
    Q_OBJECT

  public:
    // All outlive it. `coloursOfPaper` are the window's own actions for that choice, in their order.
    PreferencesDialog(Toolbox* toolbox, KeyBindings* bindings, InkMemory* memory, const QList<QAction*>& coloursOfPaper,
                      QWidget* parent = nullptr);

    void showKeys();

  private:
    QWidget* lookPage(const QList<QAction*>& coloursOfPaper);
    QWidget* penPage();
    void showWhetherRestartIsNeeded();

    Toolbox* m_toolbox;
    QTabWidget* m_pages;
    QComboBox *m_language, *m_scale;
    QLabel* m_restart;
    QString m_languageBefore;
    int m_scaleBefore;
};

// The pen's wishes: kept when they change, and given to the toolbox of a new window.
void keepPenWishes(Toolbox* toolbox);

}  // namespace sketchwalk::ui
