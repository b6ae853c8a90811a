// Every key and what it does: searched by name or by pressing the keys, changed in place, and told where two would
// meet. Window's thread.
#pragma once

#include <QWidget>

#include "ui/preferences/KeyBindings.h"

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace sketchwalk::ui {

class KeysPage : public QWidget {
    Q_OBJECT

  public:
    explicit KeysPage(KeyBindings* bindings, QWidget* parent = nullptr);  // the bindings outlive it

  private:
    QWidget* editRow();
    void reload();
    void filter();
    void showChosen();
    void take();  // the keys that stand in the field
    void judge();
    QAction* chosen() const;

    KeyBindings* m_bindings;
    QLineEdit* m_search;
    QTreeWidget* m_list;
    QKeySequenceEdit* m_keys;
    QPushButton *m_take, *m_clear, *m_reset;
    QLabel* m_words;
};

}  // namespace sketchwalk::ui
