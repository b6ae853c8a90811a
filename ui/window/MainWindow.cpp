#include "ui/window/MainWindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QThread>
#include <QTimer>
#include <QToolBar>
#include <algorithm>
#include <cmath>

#include "ui/canvas/SheetPicture.h"
#include "ui/model/InkCorrections.h"
#include "ui/panels/BrushPalette.h"
#include "ui/panels/DiagnosticsPanel.h"
#include "ui/panels/HistoryPanel.h"
#include "ui/panels/Icons.h"
#include "ui/panels/InkPicker.h"
#include "ui/panels/LayersPanel.h"
#include "ui/panels/MapPanel.h"
#include "ui/panels/StartPage.h"
#include "ui/panels/StrokeInspector.h"
#include "ui/panels/ToolOptions.h"
#include "ui/play/RoutePlayer.h"
#include "ui/play/WalkMode.h"
#include "ui/shape/RegionLocker.h"
#include "ui/shape/ThingEditor.h"
#include "ui/shape/WorldHand.h"
#include "ui/window/AccessibleRoles.h"
#include "ui/window/PenRest.h"
#include "ui/window/StatusLine.h"
#include "ui/window/Thumbnails.h"

namespace sketchwalk::ui {
namespace {

// Where the parts are differs with the direction that one reads in.
QString stateKey() {
    return QGuiApplication::isRightToLeft() ? QStringLiteral("window/stateRightToLeft")
                                            : QStringLiteral("window/state");
}

}  // namespace

MainWindow::MainWindow(const catalogue::Catalogue& catalogue, std::filesystem::path unsavedFolder, QWidget* parent)
    : QMainWindow(parent),
      m_catalogue(catalogue),
      m_painter(catalogue),
      m_builder(QThread::idealThreadCount()),
      m_files(&m_drawing, &m_recent, catalogue, unsavedFolder),
      m_actions(new Actions(this)) {
    tellRolesToReaders();
    setObjectName("mainWindow");
    setWindowIcon(icon("sketchwalk"));
    m_sheet = new Sheet(m_drawing, m_toolbox, m_selection, catalogue);
    m_world = new WorldPanel(&m_selection);
    m_split = new QSplitter(Qt::Horizontal);
    m_split->setObjectName("split");
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(m_sheet);
    m_split->addWidget(m_world);
    m_split->setSizes({600, 600});
    m_start = new StartPage(&m_recent);
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_split);
    setCentralWidget(m_pages);
    m_status = new StatusLine;
    setStatusBar(m_status);
    m_thumbnails = new Thumbnails(&m_drawing, catalogue, this);
    m_pen = new PenRest(m_sheet, this);
    m_walk = new WalkMode(m_sheet, this);
    m_inkMemory = new InkMemory(unsavedFolder.parent_path() / "How I draw.json", this);
    m_ink = new InkCorrections(&m_drawing, m_inkMemory, this);
    m_routes = new RoutePlayer(this);
    m_things = new ThingEditor(&m_drawing, m_catalogue, this);
    m_hand = new WorldHand(m_things, &m_drawing, &m_toolbox, m_catalogue, this);
    m_locker = new RegionLocker(&m_drawing, &m_builder, this);

    m_actions->fill(menuBar());
    makePanels();
    connectDrawing();
    connectSheetAndWorld();
    connectFileActions();
    connectEditActions();
    connectViewActions();
    connectWorldActions();
    connectWalking();
    connectShaping();
    connectInk();
    connectPersonalActions();
    resize(1360, 820);
    restoreSettings();
    setDrawingPartsShown(false);  // until there is a drawing
    updateTitle();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeDock(const QString& name, const QString& title, QWidget* content) {
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(content);
    if (auto* close = dock->findChild<QAbstractButton*>("qt_dockwidget_closebutton")) {
        close->setToolTip(tr("Close"));
        close->setAccessibleName(tr("Close"));
    }
    // Beside the paper, which lies where one begins to read.
    addDockWidget(isRightToLeft() ? Qt::RightDockWidgetArea : Qt::LeftDockWidgetArea, dock);
    m_docks.append(dock);
}

void MainWindow::addPanel(const char* iconName, const QString& title, QWidget* panel) {
    const int index = m_panels->addTab(panel, icon(iconName), QString());
    m_panels->setTabToolTip(index, title);
    m_panels->tabBar()->setAccessibleTabName(index, title);
    auto* action = menuBar()->findChild<QMenu*>("menu.view")->addAction(icon(iconName), title);
    action->setObjectName(QStringLiteral("panel.") + iconName);
    connect(action, &QAction::triggered, this, [this, panel] { showPanel(panel); });
}

void MainWindow::showPanel(QWidget* panel) {
    m_docks.last()->show();
    m_panels->setCurrentWidget(panel);
    panel->setFocus();
}

void MainWindow::makePanels() {
    auto* bar = new QToolBar(tr("Tools"));
    bar->setObjectName("toolBar");
    bar->setMovable(false);
    auto* tools = new ToolOptions(&m_toolbox, m_catalogue);
    bar->addWidget(tools);
    addToolBar(bar);
    connect(tools, &ToolOptions::paletteRequested, this, [this] { m_palette->focusSearch(); });

    m_palette = new BrushPalette(&m_toolbox, m_catalogue);
    m_layers = new LayersPanel(&m_drawing, &m_toolbox);
    m_history = new HistoryPanel(&m_drawing);
    m_history->setPainter([this](const document::Step& step, QSize size) {
        std::vector<document::DrawnPtr> touched;
        for (const document::Splice& splice : step.change.splices) {
            const auto& seen = splice.inserted.empty() ? splice.removed : splice.inserted;
            touched.insert(touched.end(), seen.begin(), seen.end());
        }
        return paintStrokes(m_painter, touched, size);
    });
    m_diagnostics = new DiagnosticsPanel;
    menuBar()->findChild<QMenu*>("menu.view")->addSeparator();
    m_panels = new QTabWidget;
    m_panels->setObjectName("panels");
    m_panels->setAccessibleName(tr("Panels"));
    m_panels->setDocumentMode(true);
    m_panels->setIconSize(QSize(20, 20));
    makeDock("dock.palette", tr("Brushes"), m_palette);
    makeDock("dock.panels", tr("Panels"), m_panels);
    m_docks.last()->setTitleBarWidget(new QWidget);  // its tabs say what is there
    addPanel("map", tr("Map"), new MapPanel(&m_drawing, m_catalogue));
    addPanel("inspector", tr("Selection"), new StrokeInspector(&m_drawing, &m_selection, &m_toolbox, m_catalogue));
    addPanel("layers", tr("Layers"), m_layers);
    addPanel("history", tr("History"), m_history);
    addPanel("diagnostics", tr("Notes"), m_diagnostics);
    resizeDocks({m_docks[0]}, {290}, Qt::Horizontal);
    resizeDocks({m_docks[0], m_docks[1]}, {420, 340}, Qt::Vertical);

    QMenu* edit = menuBar()->findChild<QMenu*>("menu.edit");
    edit->addSeparator();
    edit->addActions(tools->toolActions());
    connect(m_diagnostics, &DiagnosticsPanel::strokeActivated, this, [this](int64_t stroke) {
        m_selection.set({stroke});
        m_sheet->showStroke(stroke);
    });
}

void MainWindow::connectDrawing() {
    connect(&m_drawing, &Drawing::changed, this, [this](const document::Change& change) {
        // The drawing's own settings that no stroke depends on need no new world.
        if (!change.splices.empty() || change.after) rebuild();
    });
    connect(&m_drawing, &Drawing::historyChanged, this, &MainWindow::updateHistoryActions);
    connect(&m_drawing, &Drawing::savingTrouble, m_status, &StatusLine::setTrouble);
    connect(&m_files, &DrawingFiles::opened, this, &MainWindow::showDrawing);
    connect(&m_files, &DrawingFiles::failed, this, &MainWindow::tell);
    connect(&m_files, &DrawingFiles::titleChanged, this, &MainWindow::updateTitle);
    connect(&m_files, &DrawingFiles::saved, this, [this](const QString& path) {
        m_status->say(tr("Saved as %1.").arg(path));
        m_thumbnails->makeNow();
    });
    auto* back = new QShortcut(Qt::Key_Escape, m_start);
    back->setContext(Qt::WidgetWithChildrenShortcut);
    connect(back, &QShortcut::activated, this, [this] {
        if (m_files.hasDrawing()) showSheet();
    });
    connect(m_start, &StartPage::openRequested, this, &MainWindow::askOpen);
    connect(m_start, &StartPage::openFile, &m_files, &DrawingFiles::open);
    connect(m_start, &StartPage::openTemplate, &m_files, &DrawingFiles::openTemplate);
    connect(m_start, &StartPage::newMap, this, [this](QSizeF metres) {
        document::Document start;
        start.settings.extent = {metres.width(), metres.height()};
        m_files.create(start, tr("Untitled"));
    });
}

void MainWindow::connectSheetAndWorld() {
    connect(&m_builder, &WorldBuilder::busyChanged, m_status, &StatusLine::setBuilding);
    connect(&m_builder, &WorldBuilder::busyChanged, (*m_actions)["world.stop"], &QAction::setEnabled);
    connect(&m_builder, &WorldBuilder::progress, m_status, &StatusLine::setProgress);
    connect(&m_builder, &WorldBuilder::failed, this, [this](const QString& text) { m_status->say(text); });
    connect(&m_builder, &WorldBuilder::built, this, &MainWindow::takeWorld);
    connect(m_world, &WorldPanel::worldShown, this, [this] {
        m_worldPending = false;
        if (m_world->viewport()) m_routes->setScene(m_world->viewport()->scene());
    });
    connect(m_world, &WorldPanel::strokePicked, m_sheet, &Sheet::showStroke);
    connect(m_sheet, &Sheet::notice, m_status, &StatusLine::say);
    connect(m_sheet, &Sheet::viewChanged, this, [this](const SheetView& view) { m_status->setZoom(view.zoom); });
    connect(m_sheet, &Sheet::hovered, this, [this](Point metres, int64_t stroke) {
        const auto drawn = stroke > 0 ? m_drawing.document().find(stroke) : nullptr;
        m_status->setPlace(metres, drawn ? brushName(m_catalogue, drawn->stroke.brush) : QString());
    });
    connect(m_sheet, &Sheet::menuWanted, this, [this](const QPoint& at) {
        QMenu menu;
        for (const char* name : {"edit.duplicate", "edit.delete", "edit.front", "edit.back"}) {
            menu.addAction((*m_actions)[name]);
        }
        menu.addSeparator();
        menu.addAction((*m_actions)["view.askInk"]);
        menu.addAction((*m_actions)["world.selection"]);
        menu.addAction((*m_actions)["world.walkHere"]);
        m_menuPlace = m_sheet->toMetres(QPointF(at));
        menu.exec(m_sheet->mapToGlobal(at));
    });
    connect(m_world, &WorldPanel::viewportStarted, this, [this] {
        render::Viewport* viewport = m_world->viewport();
        const auto showEye = [this, viewport] {
            if (!viewport->isVisible()) {
                m_sheet->setWorldView(std::nullopt);
                return;
            }
            const render::CameraPose pose = viewport->cameraPose();
            const double spread = pose.fieldOfView * viewport->width() / std::max(1, viewport->height());
            m_sheet->setWorldView(Point(pose.eye.x, pose.eye.z), pose.yaw, std::min(spread, 120.0), pose.distance);
        };
        connect(viewport, &render::Viewport::cameraMoved, this, showEye);
        connect(m_pen, &PenRest::atWorkChanged, viewport, [viewport](bool atWork) {
            // A graphics card has a picture ready within a sample of the pen.
            viewport->setPaused(atWork && viewport->statistics().quality == render::Quality::low);
        });
        showEye();
    });
}

void MainWindow::begin(const QString& path) {
    if (!path.isEmpty()) {
        m_files.open(path);
    } else if (!m_files.reopenAfterCrash()) {
        m_start->reload();
    }
}

void MainWindow::showStartPage() {
    if (m_pages->currentWidget() == m_start) return;
    m_walk->end();
    m_pages->setCurrentWidget(m_start);
    setDrawingPartsShown(false);
    m_start->reload();
    m_start->setFocus();
    if (m_files.hasDrawing()) m_status->say(tr("Esc: back to %1").arg(m_files.title()));
    updateTitle();
}

// What one draws with is there with a drawing only; what the user has closed stays closed.
void MainWindow::setDrawingPartsShown(bool shown) {
    static constexpr const char* kWished = "wished";
    QList<QWidget*> parts(m_docks.begin(), m_docks.end());
    parts.append(findChild<QToolBar*>("toolBar"));
    for (QWidget* part : parts) {
        if (!shown) part->setProperty(kWished, !part->isHidden());
        part->setVisible(shown && part->property(kWished).toBool());
    }
}

void MainWindow::showSheet() {
    if (m_pages->currentWidget() == m_start) setDrawingPartsShown(true);
    m_pages->setCurrentWidget(m_split);
    m_sheet->setFocus();
    updateTitle();
}

void MainWindow::showDrawing(const QStringList& notes) {
    showSheet();
    m_builder.forget();
    m_walk->forgetPlace();
    m_selection.clear();
    m_diagnostics->setDiagnostics({});
    m_sheet->fitAll();
    rebuild();
    if (notes.size() == 1) m_status->say(notes.front());
    if (notes.size() > 1) tell(notes.join("\n"));
}

void MainWindow::rebuild() {
    if (m_files.hasDrawing()) m_builder.build(m_drawing.snapshot(), m_drawing.revision());
}

void MainWindow::takeWorld() {
    const BuiltWorldPtr world = m_builder.latest();
    m_worldPending = m_world->viewport() != nullptr;
    m_world->show(world);
    m_things->setWorld(world);
    m_walk->setScene(world->world.scene);
    const auto passed = std::chrono::steady_clock::now() - world->asked;
    Q_EMIT worldHandedOver(world->revision, std::chrono::duration<double, std::milli>(passed).count());
    m_diagnostics->setDiagnostics(world->world.diagnostics);
    if (m_exportWanted) exportWorld();
}

bool MainWindow::isSettled() const {
    return !m_files.busy() && !m_builder.busy() && !m_locker->busy() && !m_worldPending &&
           (!m_sheet->isVisible() || m_sheet->settled()) &&
           (!m_world->viewport() || m_world->viewport()->isSettled() || m_routes->isRunning());
}

void MainWindow::updateHistoryActions() {
    const document::History& history = m_drawing.history();
    const auto set = [this](const char* name, bool can, const QString& words, const std::string& label) {
        (*m_actions)[name]->setEnabled(can);
        (*m_actions)[name]->setText(can ? words.arg(QString::fromStdString(label)) : words.arg(QString()).trimmed());
    };
    const auto& steps = history.steps();
    set("edit.undo", history.canUndo(), tr("&Undo %1"), history.canUndo() ? steps[history.position() - 1].label : "");
    set("edit.redo", history.canRedo(), tr("&Redo %1"), history.canRedo() ? steps[history.position()].label : "");
}

void MainWindow::updateTitle() {
    if (!m_files.hasDrawing() || m_pages->currentWidget() == m_start) {
        setWindowTitle(tr("Sketchwalk"));
        return;
    }
    setWindowTitle(m_files.isUnsaved() ? tr("%1 (kept, without a name yet) - Sketchwalk").arg(m_files.title())
                                       : tr("%1 - Sketchwalk").arg(m_files.title()));
}

void MainWindow::tell(const QString& text) {
    auto* box = new QMessageBox(QMessageBox::Information, tr("Sketchwalk"), text, QMessageBox::Ok, this);
    box->setObjectName("message");
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();  // does not hold anything up
}

void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    // The window is there and can be drawn in before the world's picture starts.
    QTimer::singleShot(0, m_world, &WorldPanel::startViewport);
    QTimer::singleShot(0, m_inkMemory, &InkMemory::load);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    m_walk->end();
    m_builder.stop();
    keepSettings();
    m_files.closing();
    QMainWindow::closeEvent(event);
}

void MainWindow::keepSettings() {
    if (m_pages->currentWidget() == m_start) setDrawingPartsShown(true);  // as they will be wished next time
    QSettings settings;
    settings.setValue("window/geometry", saveGeometry());
    settings.setValue(stateKey(), saveState());
    settings.setValue("window/split", m_split->saveState());
    settings.setValue("window/recentBrushes", m_toolbox.recent());
}

void MainWindow::restoreSettings() {
    const QSettings settings;
    restoreGeometry(settings.value("window/geometry").toByteArray());
    restoreState(settings.value(stateKey()).toByteArray());
    m_split->restoreState(settings.value("window/split").toByteArray());
    m_toolbox.setRecent(settings.value("window/recentBrushes").toStringList());
}

}  // namespace sketchwalk::ui
