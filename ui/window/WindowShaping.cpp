// What the window offers for the thing that is selected in the world, and for drawing on its ground.
#include "ui/play/WalkMode.h"
#include "ui/shape/RegionLocker.h"
#include "ui/shape/ThingEditor.h"
#include "ui/shape/WorldHand.h"
#include "ui/window/MainWindow.h"
#include "ui/window/StatusLine.h"

namespace sketchwalk::ui {
namespace {

constexpr double kTurn = 15;  // degrees
constexpr double kGrow = 1.15;

}  // namespace

void MainWindow::connectShaping() {
    m_world->addToBar((*m_actions)["world.draw"]);
    m_actions->connectTo("world.draw", this, [this](bool on) {
        m_hand->setDraws(on);
        if (on) m_status->say(tr("The brush draws on the ground of the world now; a drag no longer turns the view."));
    });
    m_actions->connectTo("thing.left", m_things, [this] { m_things->turnBy(kTurn); });
    m_actions->connectTo("thing.right", m_things, [this] { m_things->turnBy(-kTurn); });
    m_actions->connectTo("thing.larger", m_things, [this] { m_things->scaleBy(kGrow); });
    m_actions->connectTo("thing.smaller", m_things, [this] { m_things->scaleBy(1 / kGrow); });
    m_actions->connectTo("thing.replace", m_things, [this] { m_things->become(m_toolbox.state().brush); });
    m_actions->connectTo("thing.remove", m_things, &ThingEditor::remove);
    m_actions->connectTo("thing.putBack", m_things, &ThingEditor::putBack);
    connect(m_world, &WorldPanel::thingPicked, m_things, &ThingEditor::select);
    connect(m_things, &ThingEditor::notice, m_status, &StatusLine::say);
    connect(m_hand, &WorldHand::notice, m_status, &StatusLine::say);
    connect(m_world, &WorldPanel::viewportStarted, m_hand, [this] { m_hand->setViewport(m_world->viewport()); });
    connect(m_sheet, &Sheet::lockDrawn, m_locker, &RegionLocker::lock);
    connect(m_hand, &WorldHand::lockDrawn, m_locker, &RegionLocker::lock);
    connect(m_locker, &RegionLocker::notice, m_status, &StatusLine::say);
    connect(m_walk, &WalkMode::begun, m_hand, [this] { m_hand->setOutlinesShown(false); });
    connect(m_walk, &WalkMode::ended, m_hand, [this] { m_hand->setOutlinesShown(true); });
    const auto enable = [this] {
        const bool any = m_things->object().has_value();
        for (const char* name :
             {"thing.left", "thing.right", "thing.larger", "thing.smaller", "thing.replace", "thing.remove"})
            (*m_actions)[name]->setEnabled(any);
        (*m_actions)["thing.putBack"]->setEnabled(any && m_things->isChanged());
    };
    connect(m_things, &ThingEditor::selectionChanged, this, enable);
    enable();
}

}  // namespace sketchwalk::ui
