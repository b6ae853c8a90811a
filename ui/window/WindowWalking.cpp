// How the window goes over into walking and comes back.
#include <QSettings>

#include "ui/play/RoutePlayer.h"
#include "ui/play/WalkMode.h"
#include "ui/window/MainWindow.h"
#include "ui/window/PenRest.h"
#include "ui/window/StatusLine.h"

namespace sketchwalk::ui {

void MainWindow::connectWalking() {
    m_world->addToBar((*m_actions)["world.walk"]);
    m_actions->connectTo("world.walk", this, [this] { walk(std::nullopt); });
    m_actions->connectTo("world.walkHere", this, [this] { walk(m_menuPlace); });
    m_actions->connectTo("world.walkSettings", m_walk, &WalkMode::editSettings);
    connect(m_walk, &WalkMode::notice, m_status, &StatusLine::say);
    connectRoutes();
    connect(m_walk, &WalkMode::ended, this, [this](Point place) {
        // Back on the paper, and the paper lies so that one sees where one stood.
        (*m_actions)["view.sheet"]->setChecked(true);
        m_sheet->show();
        if (!m_sheet->rect().contains(m_sheet->toWidget(place).toPoint())) {
            SheetView view = m_sheet->view();
            view.centre = place;
            m_sheet->setView(view);
        }
        m_sheet->setFocus();
    });
}

// Those on routes go while one looks on, for whoever wishes so: kept with the window and not in the drawing.
void MainWindow::connectRoutes() {
    static constexpr const char* kKey = "window/playRoutes";
    m_actions->connectTo("view.routes", this, [this](bool on) {
        m_routes->setPlays(on);
        QSettings().setValue(kKey, on);
    });
    const bool wished = QSettings().value(kKey).toBool();
    (*m_actions)["view.routes"]->setChecked(wished);
    m_routes->setPlays(wished);
    connect(m_world, &WorldPanel::viewportStarted, m_routes, [this] { m_routes->setViewport(m_world->viewport()); });
    connect(m_pen, &PenRest::atWorkChanged, m_routes, &RoutePlayer::setPenAtWork);
    connect(m_walk, &WalkMode::begun, m_routes, [this] { m_routes->setWalking(true); });
    connect(m_walk, &WalkMode::ended, m_routes, [this] { m_routes->setWalking(false); });
}

void MainWindow::walk(std::optional<Point> place) {
    const BuiltWorldPtr world = m_builder.latest();
    if (!m_files.hasDrawing() || !world) {
        m_status->say(tr("There is no world to walk in yet: draw something first."));
        return;
    }
    if (!m_world->viewport()) {
        m_status->say(tr("There is no screen to show the world on, so one cannot walk in it."));
        return;
    }
    showSheet();
    (*m_actions)["view.world"]->setChecked(true);
    m_world->setVisible(true);
    m_walk->begin(m_world->viewport(), world->world.scene, place);
}

}  // namespace sketchwalk::ui
