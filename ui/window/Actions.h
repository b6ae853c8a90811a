// Everything that can be chosen from a menu or by a key, by name. One table says what there is; the window says what
// each one does. Window's thread.
#pragma once

#include <QAction>
#include <QHash>
#include <QObject>

class QMenuBar;

namespace sketchwalk::ui {

class Actions : public QObject {
    Q_OBJECT

  public:
    explicit Actions(QWidget* window);

    // By name, as in the table: "file.open". It must be there.
    QAction* operator[](const char* name) const;
    QList<QAction*> all() const;  // in the table's order
    template <class Receiver, class Slot>
    void connectTo(const char* name, Receiver* receiver, Slot&& slot) {
        QObject::connect((*this)[name], &QAction::triggered, receiver, std::forward<Slot>(slot));
    }
    // The menus, in the table's order. A menu of the same name that is there already gets the actions.
    void fill(QMenuBar* bar) const;

  private:
    QHash<QString, QAction*> m_actions;
};

}  // namespace sketchwalk::ui
