// Everything that can be drawn, in groups, with a search that understands what people call things ("pine forest").
// Choosing changes the toolbox's brush. Keys: type to search, arrows, Enter; Escape empties the search. Window's
// thread.
#pragma once

#include <QWidget>

#include "core/catalogue/Catalogue.h"
#include "ui/model/Toolbox.h"

class QLabel;
class QLineEdit;
class QListView;
class QPersistentModelIndex;
class QToolButton;

namespace sketchwalk::ui {

class BrushModel;

class BrushPalette : public QWidget {
    Q_OBJECT

  public:
    // Both outlive it.
    BrushPalette(Toolbox* toolbox, const catalogue::Catalogue& catalogue, QWidget* parent = nullptr);

    void focusSearch();  // for a shortcut: the search has the keyboard, its text is selected

  Q_SIGNALS:
    void brushChosen(const QString& brush);  // an id or a phrase; the toolbox has it already

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void choose(const QModelIndex& index);
    void search(const QString& text);
    void showRecent();
    void showCurrent();
    void step(int key);

    Toolbox* m_toolbox;
    const catalogue::Catalogue& m_catalogue;
    QLineEdit* m_search;
    QLabel* m_answer;
    QWidget* m_recent;
    QListView* m_list;
    BrushModel* m_model;
};

}  // namespace sketchwalk::ui
