// What each action of the window does.
#include <QActionGroup>
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>

#include "core/document/Store.h"
#include "ui/panels/BrushPalette.h"
#include "ui/window/ExportDialog.h"
#include "ui/window/MainWindow.h"
#include "ui/window/StatusLine.h"

namespace sketchwalk::ui {

void MainWindow::connectFileActions() {
    m_actions->connectTo("file.new", this, [this] { showStartPage(); });
    m_actions->connectTo("file.open", this, &MainWindow::askOpen);
    m_actions->connectTo("file.saveAs", this, [this] { askSave(false); });
    m_actions->connectTo("file.saveCopy", this, [this] { askSave(true); });
    m_actions->connectTo("file.export", this, &MainWindow::exportWorld);
    m_actions->connectTo("file.quit", this, &QWidget::close);
}

void MainWindow::askOpen() {
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open a map"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
        tr("Maps (*.sketchwalk *.json *.png *.jpg *.jpeg *.svg *.ndjson);;All files (*)"));
    if (!path.isEmpty()) m_files.open(path);
}

void MainWindow::askSave(bool copy) {
    if (!m_files.hasDrawing()) return;
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString path = QFileDialog::getSaveFileName(this, copy ? tr("Save a copy") : tr("Save the drawing"),
                                                      documents.filePath(m_files.title() + document::kSuffix),
                                                      tr("Sketchwalk drawings (*.sketchwalk)"));
    if (path.isEmpty()) return;
    copy ? m_files.saveCopy(path) : m_files.saveAs(path);
}

void MainWindow::exportWorld() {
    const BuiltWorldPtr world = m_builder.latest();
    if (!m_files.hasDrawing()) return;
    if (!world || world->revision != m_drawing.revision()) {  // what is exported is what is drawn
        m_exportWanted = true;
        m_status->say(tr("The world is still being built; the export opens when it is there."));
        if (!m_builder.busy()) rebuild();
        return;
    }
    m_exportWanted = false;
    auto* dialog = new ExportDialog(world, m_catalogue, m_files.title(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::connectEditActions() {
    m_actions->connectTo("edit.undo", &m_drawing, &Drawing::undo);
    m_actions->connectTo("edit.redo", &m_drawing, &Drawing::redo);
    m_actions->connectTo("edit.duplicate", m_sheet, &Sheet::duplicateSelected);
    m_actions->connectTo("edit.delete", m_sheet, &Sheet::eraseSelected);
    m_actions->connectTo("edit.front", m_sheet, &Sheet::bringToFront);
    m_actions->connectTo("edit.back", m_sheet, &Sheet::sendToBack);
    m_actions->connectTo("edit.all", m_sheet, &Sheet::selectAll);
    m_actions->connectTo("edit.none", &m_selection, &Selection::clear);
    const auto enable = [this] {
        for (const char* name :
             {"edit.duplicate", "edit.delete", "edit.front", "edit.back", "edit.none", "world.selection"}) {
            (*m_actions)[name]->setEnabled(!m_selection.empty());
        }
    };
    connect(&m_selection, &Selection::changed, this, enable);
    enable();
    updateHistoryActions();
}

void MainWindow::connectViewActions() {
    m_actions->connectTo("view.in", m_sheet, [this] { m_sheet->zoomBy(1.25); });
    m_actions->connectTo("view.out", m_sheet, [this] { m_sheet->zoomBy(0.8); });
    m_actions->connectTo("view.fit", m_sheet, &Sheet::fitAll);
    m_actions->connectTo("view.palette", this, [this] { m_palette->focusSearch(); });
    m_actions->connectTo("view.rulers", m_sheet, [this](bool on) { m_sheet->setRulersShown(on); });
    (*m_actions)["view.rulers"]->setChecked(m_sheet->rulersShown());
    makeColoursMenu();
    // One of the two halves is always there.
    QAction* sheet = (*m_actions)["view.sheet"];
    QAction* world = (*m_actions)["view.world"];
    for (QAction* half : {sheet, world}) half->setChecked(true);
    const auto show = [this, sheet, world](QAction* other) {
        if (!sheet->isChecked() && !world->isChecked()) other->setChecked(true);
        m_sheet->setVisible(sheet->isChecked());
        m_world->setVisible(world->isChecked());
        if (!world->isChecked()) m_sheet->setWorldView(std::nullopt);
    };
    m_actions->connectTo("view.sheet", this, [show, world] { show(world); });
    m_actions->connectTo("view.world", this, [show, sheet] { show(sheet); });
    m_actions->connectTo("view.full", this, [this](bool on) { on ? showFullScreen() : showNormal(); });
    m_actions->connectTo("help.about", this, &MainWindow::showAbout);
}

// Which colours the paper shows: a wish of whoever looks, so it is kept with the window and not in the drawing.
void MainWindow::makeColoursMenu() {
    static constexpr const char* kKey = "window/colours";
    const std::pair<SheetColours, QString> choices[] = {{SheetColours::catalogue, tr("&As painted")},
                                                        {SheetColours::deuteranopia, tr("For &deuteranopia")},
                                                        {SheetColours::protanopia, tr("For &protanopia")},
                                                        {SheetColours::tritanopia, tr("For &tritanopia")}};
    QMenu* menu = menuBar()->findChild<QMenu*>("menu.view")->addMenu(tr("&Colours of the paper"));
    menu->setObjectName("menu.colours");
    auto* group = new QActionGroup(menu);
    const int kept = QSettings().value(kKey).toInt();
    for (const auto& [colours, text] : choices) {
        QAction* action = group->addAction(menu->addAction(text));
        action->setCheckable(true);
        connect(action, &QAction::triggered, m_sheet, [this, colours = colours] {
            m_sheet->setColours(colours);
            QSettings().setValue(kKey, static_cast<int>(colours));
        });
        if (static_cast<int>(colours) != kept) continue;
        action->setChecked(true);
        m_sheet->setColours(colours);
    }
}

void MainWindow::connectWorldActions() {
    struct Mode {
        const char* action;
        render::CameraMode mode;
    };
    static constexpr Mode kModes[] = {{"world.orbit", render::CameraMode::orbit},
                                      {"world.fly", render::CameraMode::fly},
                                      {"world.top", render::CameraMode::topDown}};
    auto* group = new QActionGroup(this);
    for (const Mode& mode : kModes) {
        group->addAction((*m_actions)[mode.action]);
        m_actions->connectTo(mode.action, this, [this, mode] {
            if (m_world->viewport()) m_world->viewport()->setCameraMode(mode.mode);
        });
    }
    (*m_actions)["world.orbit"]->setChecked(true);
    connect(m_world, &WorldPanel::viewportStarted, this, [this] {
        connect(m_world->viewport(), &render::Viewport::cameraModeChanged, this, [this](render::CameraMode now) {
            for (const Mode& mode : kModes) (*m_actions)[mode.action]->setChecked(mode.mode == now);
        });
    });
    const auto onViewport = [this](auto&& call) {
        return [this, call] {
            if (m_world->viewport()) call(*m_world->viewport());
        };
    };
    m_actions->connectTo("world.frame", this, onViewport([](render::Viewport& view) { view.frameAll(); }));
    m_actions->connectTo("world.spawn", this, onViewport([](render::Viewport& view) { view.lookAtSpawn(); }));
    m_actions->connectTo("world.selection", m_world, &WorldPanel::lookAtSelection);
    (*m_actions)["world.minimap"]->setChecked(true);
    m_actions->connectTo("world.minimap", this, [this](bool on) {
        if (m_world->viewport()) m_world->viewport()->setMiniMapShown(on);
    });
    m_actions->connectTo("world.stop", &m_builder, &WorldBuilder::stop);
    (*m_actions)["world.stop"]->setEnabled(false);
}

void MainWindow::showAbout() {
    auto* box = new QMessageBox(this);
    box->setObjectName("about");
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Sketchwalk"));
    box->setIconPixmap(windowIcon().pixmap(64, 64));
    box->setText(tr("<h3>Sketchwalk %1</h3><p>Draw a map, walk in it.</p>").arg(QApplication::applicationVersion()));
    box->open();
}

}  // namespace sketchwalk::ui
