// Everything that can be drawn, in groups, with a search that understands what people call things ("pine forest").
// Choosing changes the toolbox's brush. Keys: type to search, arrows, Enter; Escape empties the search. Window's
// thread.
#pragma once

#include <QList>
#include <QWidget>

#include "core/catalogue/Catalogue.h"
#include "ui/model/Toolbox.h"

class QLabel;
class QLineEdit;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace sketchwalk::ui {

class BrushPalette : public QWidget {
    Q_OBJECT

  public:
    // Both outlive it.
    BrushPalette(Toolbox* toolbox, const catalogue::Catalogue& catalogue, QWidget* parent = nullptr);

    void focusSearch();  // for a shortcut: the search has the keyboard, its text is selected
    bool namesShown() const { return m_namesShown; }
    void setNamesShown(bool shown);  // under the icons, or in tool tips alone

  Q_SIGNALS:
    void brushChosen(const QString& brush);  // an id or a phrase; the toolbox has it already

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    struct Group {
        QLabel* title;
        QWidget* body;
        QList<QToolButton*> tiles;
    };

    QWidget* searchRow();
    QToolButton* tile(const std::string& brush);
    void addGroup(QVBoxLayout* column, const QString& title, const QList<const catalogue::Entry*>& entries);
    void choose(const QString& brush);
    void chooseFirst();
    void search(const QString& text);
    void showRecent();
    void showCurrent();
    bool tileKey(QToolButton* from, int key);
    void rove(QToolButton* to);
    QList<QToolButton*> visibleTiles() const;

    Toolbox* m_toolbox;
    const catalogue::Catalogue& m_catalogue;
    QLineEdit* m_search;
    QLabel* m_answer;
    QToolButton* m_phrase;
    QWidget* m_recent;
    QToolButton* m_names;
    QScrollArea* m_scroll;
    QList<Group> m_groups;
    bool m_namesShown = true;
};

}  // namespace sketchwalk::ui
