#include "ui/window/Actions.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <span>

#include "core/base/Check.h"
#include "ui/panels/Icons.h"

namespace sketchwalk::ui {
namespace {

struct Row {
    const char* name;  // "menu.action"
    const char* text;
    const char* icon;    // empty: none
    const char* keys;    // as QKeySequence reads them, several with ';'
    bool ticks = false;  // can be on or off
};

constexpr Row kRows[] = {
    {"file.new", QT_TRANSLATE_NOOP("Actions", "&New..."), "new", "Ctrl+N"},
    {"file.open", QT_TRANSLATE_NOOP("Actions", "&Open..."), "open", "Ctrl+O"},
    {"file.saveAs", QT_TRANSLATE_NOOP("Actions", "&Save as..."), "save-as", "Ctrl+S;Ctrl+Shift+S"},
    {"file.saveCopy", QT_TRANSLATE_NOOP("Actions", "Save a &copy..."), "copy", ""},
    {"file.export", QT_TRANSLATE_NOOP("Actions", "&Export the world..."), "export", "Ctrl+E"},
    {"file.quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "", "Ctrl+Q"},

    {"edit.undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "undo", "Ctrl+Z"},
    {"edit.redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), "redo", "Ctrl+Shift+Z;Ctrl+Y"},
    {"edit.duplicate", QT_TRANSLATE_NOOP("Actions", "&Duplicate"), "duplicate", "Ctrl+D"},
    {"edit.delete", QT_TRANSLATE_NOOP("Actions", "D&elete"), "delete", ""},
    {"edit.front", QT_TRANSLATE_NOOP("Actions", "Bring to &front"), "up", "Ctrl+Shift+Up"},
    {"edit.back", QT_TRANSLATE_NOOP("Actions", "Send to &back"), "down", "Ctrl+Shift+Down"},
    {"edit.all", QT_TRANSLATE_NOOP("Actions", "Select &all"), "", "Ctrl+A"},
    {"edit.none", QT_TRANSLATE_NOOP("Actions", "Select &nothing"), "", "Ctrl+Shift+A"},
    {"edit.preferences", QT_TRANSLATE_NOOP("Actions", "&Preferences..."), "settings", "Ctrl+,"},

    {"view.in", QT_TRANSLATE_NOOP("Actions", "Zoom &in"), "zoom-in", "Ctrl++;Ctrl+="},
    {"view.out", QT_TRANSLATE_NOOP("Actions", "Zoom &out"), "zoom-out", "Ctrl+-"},
    {"view.fit", QT_TRANSLATE_NOOP("Actions", "The whole &paper"), "zoom-fit", "Ctrl+0"},
    {"view.sheet", QT_TRANSLATE_NOOP("Actions", "&Paper"), "tool-brush", "F2", true},
    {"view.world", QT_TRANSLATE_NOOP("Actions", "&World"), "picture", "F3", true},
    {"view.rulers", QT_TRANSLATE_NOOP("Actions", "&Rulers"), "", "Ctrl+R", true},
    {"view.ink", QT_TRANSLATE_NOOP("Actions", "Ink as it was &read"), "ink", "Ctrl+L", true},
    {"view.askInk", QT_TRANSLATE_NOOP("Actions", "&What is this ink?"), "help", "F4"},
    {"view.routes", QT_TRANSLATE_NOOP("Actions", "Play rou&tes"), "route", "", true},
    {"view.palette", QT_TRANSLATE_NOOP("Actions", "Choose a &brush"), "palette", "Ctrl+B"},
    {"view.full", QT_TRANSLATE_NOOP("Actions", "&Full screen"), "fullscreen", "F11", true},

    {"world.orbit", QT_TRANSLATE_NOOP("Actions", "&Turn about"), "rotate", "Ctrl+1", true},
    {"world.fly", QT_TRANSLATE_NOOP("Actions", "&Fly"), "camera", "Ctrl+2", true},
    {"world.top", QT_TRANSLATE_NOOP("Actions", "From &above"), "view-map", "Ctrl+3", true},
    {"world.frame", QT_TRANSLATE_NOOP("Actions", "The &whole world"), "zoom-fit", "Ctrl+4"},
    {"world.spawn", QT_TRANSLATE_NOOP("Actions", "&Stand in it"), "walk", "Ctrl+5"},
    {"world.walk", QT_TRANSLATE_NOOP("Actions", "Wa&lk in it"), "walk", "F5"},
    {"world.walkHere", QT_TRANSLATE_NOOP("Actions", "Walk from &here"), "walk", ""},
    {"world.walkSettings", QT_TRANSLATE_NOOP("Actions", "Walk&ing..."), "gamepad", ""},
    {"world.draw", QT_TRANSLATE_NOOP("Actions", "&Draw in it"), "tool-brush", "Ctrl+7", true},
    {"world.selection", QT_TRANSLATE_NOOP("Actions", "Look at what is s&elected"), "", "Ctrl+6"},
    {"world.minimap", QT_TRANSLATE_NOOP("Actions", "&Mini map"), "map", "", true},
    {"world.stop", QT_TRANSLATE_NOOP("Actions", "St&op building"), "stop", "Ctrl+."},

    {"thing.left", QT_TRANSLATE_NOOP("Actions", "Turn to the &left"), "rotate", "Ctrl+Left"},
    {"thing.right", QT_TRANSLATE_NOOP("Actions", "Turn to the &right"), "", "Ctrl+Right"},
    {"thing.larger", QT_TRANSLATE_NOOP("Actions", "&Larger"), "zoom-in", "Ctrl+Up"},
    {"thing.smaller", QT_TRANSLATE_NOOP("Actions", "&Smaller"), "zoom-out", "Ctrl+Down"},
    {"thing.replace", QT_TRANSLATE_NOOP("Actions", "&Becomes what the brush draws"), "palette", "Ctrl+Shift+B"},
    {"thing.remove", QT_TRANSLATE_NOOP("Actions", "&Remove from the world"), "delete", "Ctrl+Del"},
    {"thing.putBack", QT_TRANSLATE_NOOP("Actions", "&Put back as drawn"), "undo", "Ctrl+Shift+Del"},

    {"help.search", QT_TRANSLATE_NOOP("Actions", "Find a &command..."), "search", "Ctrl+K"},
    {"help.keys", QT_TRANSLATE_NOOP("Actions", "&Keys"), "keyboard", "F1"},
    {"help.tour", QT_TRANSLATE_NOOP("Actions", "&Tour of the window"), "help", ""},
    {"help.about", QT_TRANSLATE_NOOP("Actions", "&About Sketchwalk"), "sketchwalk", ""},
};

struct Menu {
    const char* name;
    const char* text;
};
constexpr Menu kMenus[] = {
    {"file", QT_TRANSLATE_NOOP("Actions", "&File")},   {"edit", QT_TRANSLATE_NOOP("Actions", "&Edit")},
    {"view", QT_TRANSLATE_NOOP("Actions", "&View")},   {"world", QT_TRANSLATE_NOOP("Actions", "&World")},
    {"thing", QT_TRANSLATE_NOOP("Actions", "&Thing")}, {"help", QT_TRANSLATE_NOOP("Actions", "&Help")}};

QString translated(const char* text) {
    return QCoreApplication::translate("Actions", text);
}

}  // namespace

Actions::Actions(QWidget* window) : QObject(window) {
    for (const Row& row : kRows) {
        auto* action = new QAction(translated(row.text), window);
        action->setObjectName(row.name);
        if (*row.icon) action->setIcon(icon(row.icon));
        QList<QKeySequence> keys;
        for (const QString& key : QString(row.keys).split(';', Qt::SkipEmptyParts)) keys.append(QKeySequence(key));
        action->setShortcuts(keys);
        action->setCheckable(row.ticks);
        window->addAction(action);
        m_actions.insert(row.name, action);
    }
}

QAction* Actions::operator[](const char* name) const {
    QAction* action = m_actions.value(name);
    CHECK(action != nullptr, "every action is in the table");
    return action;
}

QList<QAction*> Actions::all() const {
    QList<QAction*> list;
    for (const Row& row : kRows) list.append(m_actions.value(row.name));
    return list;
}

void Actions::fill(QMenuBar* bar) const {
    for (const Menu& menu : kMenus) {
        QMenu* filled = bar->addMenu(translated(menu.text));
        filled->setObjectName(QStringLiteral("menu.") + menu.name);
        const QString prefix = QString(menu.name) + '.';
        for (const Row& row : kRows) {
            if (QString(row.name).startsWith(prefix)) filled->addAction(m_actions.value(row.name));
        }
    }
}

}  // namespace sketchwalk::ui
