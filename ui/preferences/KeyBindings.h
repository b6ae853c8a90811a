// Which keys do what. Every action keeps the keys it was made with as its delivered ones; what the user chose instead
// is kept in the settings by the action's objectName. No two actions have the same keys. Window's thread.
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <optional>

namespace sketchwalk::ui {

class KeyBindings : public QObject {
    Q_OBJECT

  public:
    explicit KeyBindings(QObject* parent = nullptr) : QObject(parent) {}

    // Actions with an objectName, as they were delivered; their kept keys are set. They outlive it.
    void add(const QList<QAction*>& actions);
    const QList<QAction*>& actions() const { return m_actions; }

    QList<QKeySequence> deliveredOf(const QAction* action) const { return m_delivered.value(action); }
    bool isChanged(const QAction* action) const { return action->shortcuts() != deliveredOf(action); }
    // Who else has these keys, or keys that begin with them or that they begin with.
    struct Conflict {
        QAction* action = nullptr;  // null: the paper itself
        QString name;               // for the user
    };
    std::optional<Conflict> conflictOf(const QKeySequence& keys, const QAction* except) const;
    // The action gets them alone; whoever had them loses them. The paper's own keys cannot be taken: nothing happens.
    void set(QAction* action, const QKeySequence& keys);
    void clear(QAction* action);
    void reset(QAction* action);  // as delivered; whoever has them now loses them
    void resetAll();

    // The keys of the paper, which are no actions: what to press, and what it does.
    struct Fixed {
        QString keys, does;
        QList<QKeySequence> taken;
    };
    static QList<Fixed> fixed();
    // As the user's system writes them; one after the other from the left, whatever the language around them.
    static QString inWords(const QList<QKeySequence>& keys);
    // Without the mnemonic's mark and the dots: "Save as".
    static QString nameOf(const QAction* action);

  Q_SIGNALS:
    void changed();

  private:
    void put(QAction* action, const QList<QKeySequence>& keys);
    void takeFromOthers(const QList<QKeySequence>& keys, const QAction* except);

    QList<QAction*> m_actions;
    QHash<const QAction*, QList<QKeySequence>> m_delivered;
};

}  // namespace sketchwalk::ui
