// What the window does for the one who sits before it: preferences, keys, the search for commands, the tour.
#include <QComboBox>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QTabWidget>
#include <QTimer>
#include <QToolBar>

#include "ui/panels/BrushPalette.h"
#include "ui/panels/Icons.h"
#include "ui/panels/StartPage.h"
#include "ui/panels/ToolOptions.h"
#include "ui/preferences/CommandSearch.h"
#include "ui/preferences/KeyBindings.h"
#include "ui/preferences/PreferencesDialog.h"
#include "ui/tour/Tour.h"
#include "ui/window/MainWindow.h"

namespace sketchwalk::ui {

void MainWindow::connectPersonalActions() {
    keepPenWishes(&m_toolbox);
    m_keys = new KeyBindings(this);
    m_keys->add(m_actions->all());
    m_keys->add(findChild<ToolOptions*>()->toolActions());
    m_keys->add(menuBar()->findChild<QMenu*>("menu.view")->actions());  // what the table does not hold: the panels
    m_actions->connectTo("edit.preferences", this, [this] { showPreferences(false); });
    m_actions->connectTo("help.keys", this, [this] { showPreferences(true); });
    m_actions->connectTo("help.search", this, &MainWindow::searchCommands);
    m_actions->connectTo("help.tour", this, &MainWindow::startTour);
}

void MainWindow::showPreferences(bool keys) {
    const QList<QAction*> colours = menuBar()->findChild<QMenu*>("menu.colours")->actions();
    auto* dialog = new PreferencesDialog(&m_toolbox, m_keys, m_inkMemory, colours, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (keys) dialog->showKeys();
    dialog->open();
}

void MainWindow::searchCommands() {
    QList<Command> commands;
    for (QAction* action : m_keys->actions()) {
        if (action->objectName() == QLatin1String("help.search")) continue;
        const QString menu = QStringLiteral("menu.") + action->objectName().section(u'.', 0, 0);
        const auto* found = menuBar()->findChild<QMenu*>(menu);
        const QString where = found                                                      ? found->title().remove(u'&')
                              : action->objectName().startsWith(QLatin1String("panel.")) ? tr("Panel")
                                                                                         : tr("Tool");
        commands.append({KeyBindings::nameOf(action), where, KeyBindings::inWords(action->shortcuts().mid(0, 1)),
                         action->icon(), action->isEnabled(), [action] { action->trigger(); }});
    }
    for (const catalogue::Entry& entry : m_catalogue.entries()) {
        commands.append({brushName(m_catalogue, entry.id),
                         tr("Brush"),
                         {},
                         brushIcon(m_catalogue, entry.id),
                         m_files.hasDrawing(),
                         [this, id = entry.id] { m_toolbox.chooseBrush(id); }});
    }
    auto* search = new CommandSearch(std::move(commands), this);
    search->setAttribute(Qt::WA_DeleteOnClose);
    search->open();
}

void MainWindow::offerTour() {
    if (Tour::wasOffered()) return;
    connect(&m_files, &DrawingFiles::opened, this, [this] {
        // Once the drawing's parts have their places.
        QTimer::singleShot(600, this, [this] {
            if (!Tour::wasOffered()) startTour();
        });
    });
}

void MainWindow::startTour() {
    if (auto* running = findChild<Tour*>()) running->finish();
    if (!m_files.hasDrawing()) {
        m_start->newMap({256, 256});
    } else {
        showSheet();
    }
    const QString search = KeyBindings::inWords((*m_actions)["help.search"]->shortcuts().mid(0, 1));
    new Tour(
        {{m_palette, tr("What to draw with"),
          tr("Brushes are things: a river, a forest, a house. Choose one, or write in your own words what it should "
             "be.")},
         {m_sheet, tr("The paper"),
          tr("Draw here, with pen, mouse or finger. Every stroke is kept at once; Undo takes back as many as you "
             "like."),
          true},
         {m_world, tr("The world"),
          tr("It follows every stroke. Drag to turn about it, and choose the time of day below. A click on a thing "
             "selects its stroke.")},
         {m_panels, tr("The map and what is on it"),
          tr("Size, season and climate of the map, what is selected, layers, and the history of every step.")},
         {menuBar(), tr("Everything else"),
          search.isEmpty()
              ? tr("Export writes the world for your engine. Help, Find a command finds all that can be "
                   "done.")
              : tr("Export writes the world for your engine. %1 finds all that can be done.").arg(search)}},
        this);
}

}  // namespace sketchwalk::ui
