#include "ui/preferences/KeyBindings.h"

#include <QGuiApplication>
#include <QSettings>

namespace sketchwalk::ui {
namespace {

constexpr const char* kGroup = "keys/";

QString keyOf(const QAction* action) {
    return kGroup + action->objectName();
}

bool meet(const QKeySequence& one, const QKeySequence& other) {
    return one.matches(other) != QKeySequence::NoMatch || other.matches(one) != QKeySequence::NoMatch;
}

}  // namespace

void KeyBindings::add(const QList<QAction*>& actions) {
    const QSettings settings;
    for (QAction* action : actions) {
        if (action->objectName().isEmpty() || m_actions.contains(action)) continue;
        m_actions.append(action);
        m_delivered.insert(action, action->shortcuts());
        const QString key = keyOf(action);
        if (!settings.contains(key)) continue;
        QList<QKeySequence> kept;
        for (const QString& text : settings.value(key).toStringList()) {
            const QKeySequence keys = QKeySequence::fromString(text, QKeySequence::PortableText);
            if (!keys.isEmpty()) kept.append(keys);
        }
        action->setShortcuts(kept);
    }
}

std::optional<KeyBindings::Conflict> KeyBindings::conflictOf(const QKeySequence& keys, const QAction* except) const {
    for (const Fixed& own : fixed()) {
        for (const QKeySequence& taken : own.taken) {
            if (meet(keys, taken)) return Conflict{nullptr, own.does};
        }
    }
    for (QAction* action : m_actions) {
        if (action == except) continue;
        for (const QKeySequence& taken : action->shortcuts()) {
            if (meet(keys, taken)) return Conflict{action, nameOf(action)};
        }
    }
    return std::nullopt;
}

void KeyBindings::set(QAction* action, const QKeySequence& keys) {
    if (keys.isEmpty()) return clear(action);
    const auto conflict = conflictOf(keys, action);
    if (conflict && !conflict->action) return;
    takeFromOthers({keys}, action);
    put(action, {keys});
    Q_EMIT changed();
}

void KeyBindings::clear(QAction* action) {
    put(action, {});
    Q_EMIT changed();
}

void KeyBindings::reset(QAction* action) {
    takeFromOthers(deliveredOf(action), action);
    put(action, deliveredOf(action));
    Q_EMIT changed();
}

void KeyBindings::resetAll() {
    for (QAction* action : m_actions) put(action, deliveredOf(action));
    Q_EMIT changed();
}

void KeyBindings::takeFromOthers(const QList<QKeySequence>& keys, const QAction* except) {
    for (QAction* action : m_actions) {
        if (action == except) continue;
        QList<QKeySequence> left;
        for (const QKeySequence& own : action->shortcuts()) {
            bool taken = false;
            for (const QKeySequence& key : keys) taken = taken || meet(own, key);
            if (!taken) left.append(own);
        }
        if (left != action->shortcuts()) put(action, left);
    }
}

void KeyBindings::put(QAction* action, const QList<QKeySequence>& keys) {
    action->setShortcuts(keys);
    QSettings settings;
    if (!isChanged(action)) {
        settings.remove(keyOf(action));
        return;
    }
    QStringList texts;
    for (const QKeySequence& key : keys) texts.append(key.toString(QKeySequence::PortableText));
    settings.setValue(keyOf(action), texts);
}

QList<KeyBindings::Fixed> KeyBindings::fixed() {
    return {
        {tr("Arrows; with Shift: faster"),
         tr("Move the paper"),
         {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, QKeySequence(Qt::SHIFT | Qt::Key_Left),
          QKeySequence(Qt::SHIFT | Qt::Key_Right), QKeySequence(Qt::SHIFT | Qt::Key_Up),
          QKeySequence(Qt::SHIFT | Qt::Key_Down)}},
        {tr("Space and drag"), tr("Move the paper with the pen"), {Qt::Key_Space}},
        {tr("+, -, 0, 1"),
         tr("Zoom the paper: in, out, all of it, 100 %"),
         {Qt::Key_Plus, Qt::Key_Equal, Qt::Key_Minus, Qt::Key_0, Qt::Key_1}},
        {tr("Del, Backspace"), tr("Erase what is selected"), {Qt::Key_Delete, Qt::Key_Backspace}},
        {tr("Esc"), tr("Leave the stroke, or the selection"), {Qt::Key_Escape}},
        {tr("Alt and arrows; Enter"),
         tr("Draw without a pen: move a cross; set it down, lift it"),
         {QKeySequence(Qt::ALT | Qt::Key_Left), QKeySequence(Qt::ALT | Qt::Key_Right),
          QKeySequence(Qt::ALT | Qt::Key_Up), QKeySequence(Qt::ALT | Qt::Key_Down), Qt::Key_Return, Qt::Key_Enter}},
        {tr("Shift while drawing"), tr("A straight line; with Ctrl, in steps of 15 degrees"), {}},
    };
}

QString KeyBindings::inWords(const QList<QKeySequence>& keys) {
    const QString words = QKeySequence::listToString(keys, QKeySequence::NativeText);
    const QChar mark(0x200e);
    return words.isEmpty() || !QGuiApplication::isRightToLeft() ? words : mark + words + mark;
}

QString KeyBindings::nameOf(const QAction* action) {
    QString name = action->text();
    name.remove(u'&');
    while (name.endsWith(u'.') || name.endsWith(QChar(0x2026))) name.chop(1);
    return name;
}

}  // namespace sketchwalk::ui
