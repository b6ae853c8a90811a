// The window: paper left, world right, and around them what one draws with. Puts the parts together and passes on what
// one has to say to another; decides nothing that belongs to a part. Window's thread.
#pragma once

#include <QDockWidget>
#include <QMainWindow>
#include <QPointer>
#include <filesystem>
#include <optional>

#include "ui/canvas/Sheet.h"
#include "ui/canvas/StrokePainter.h"
#include "ui/model/Drawing.h"
#include "ui/model/Selection.h"
#include "ui/model/Toolbox.h"
#include "ui/panels/RecentFiles.h"
#include "ui/window/Actions.h"
#include "ui/window/DrawingFiles.h"
#include "ui/window/WorldBuilder.h"
#include "ui/window/WorldPanel.h"

class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace sketchwalk::ui {

class DiagnosticsPanel;
class ExportDialog;
class HistoryPanel;
class KeyBindings;
class PenRest;
class RegionLocker;
class RoutePlayer;
class ThingEditor;
class WorldHand;
class InkCorrections;
class InkMemory;
class InkPicker;
class LayersPanel;
class BrushPalette;
class StartPage;
class StatusLine;
class Thumbnails;
class WalkMode;

class MainWindow : public QMainWindow {
    Q_OBJECT

  public:
    // The catalogue outlives it. Drawings without a name are kept in `unsavedFolder`.
    MainWindow(const catalogue::Catalogue& catalogue, std::filesystem::path unsavedFolder, QWidget* parent = nullptr);
    ~MainWindow() override;

    // Opens that file; without one, what a crash left open, or the start page.
    void begin(const QString& path);

    Drawing* drawing() { return &m_drawing; }
    Toolbox* toolbox() { return &m_toolbox; }
    Selection* selection() { return &m_selection; }
    Sheet* sheet() { return m_sheet; }
    WorldPanel* worldPanel() { return m_world; }
    ThingEditor* things() { return m_things; }
    WorldBuilder* builder() { return &m_builder; }
    DrawingFiles* files() { return &m_files; }
    Actions* actions() { return m_actions; }
    WalkMode* walkMode() { return m_walk; }
    InkMemory* inkMemory() { return m_inkMemory; }
    // Everything that was asked for is there: file open, world built and shown, sheet painted.
    bool isSettled() const;
    void showPanel(QWidget* panel);  // one of those below the brushes
    void offerTour();                // with the first drawing, once ever

  Q_SIGNALS:
    // A world is handed to the viewport: its revision, and the milliseconds since that revision was asked for.
    void worldHandedOver(uint64_t revision, double milliseconds);

  protected:
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void makePanels();
    void makeDock(const QString& name, const QString& title, QWidget* content);
    void addPanel(const char* iconName, const QString& title, QWidget* panel);
    void connectDrawing();
    void connectSheetAndWorld();
    void connectFileActions();
    void connectEditActions();
    void connectViewActions();
    void makeColoursMenu();
    void connectWorldActions();
    void connectShaping();
    void connectInk();
    void askAboutInk(int64_t stroke, const QRect& where);
    void askWhetherToRemember();
    void connectWalking();
    void connectRoutes();
    void walk(std::optional<Point> place);
    void connectPersonalActions();

    void showStartPage();
    void showSheet();
    void showDrawing(const QStringList& notes);
    void askOpen();
    void askSave(bool copy);
    void exportWorld();
    void rebuild();
    void takeWorld();
    void updateHistoryActions();
    void updateTitle();
    void tell(const QString& text);  // needs to be seen
    void showPreferences(bool keys);
    void searchCommands();
    void startTour();
    void showAbout();
    void setDrawingPartsShown(bool shown);
    void keepSettings();
    void restoreSettings();

    const catalogue::Catalogue& m_catalogue;
    StrokePainter m_painter;  // of the history's small pictures
    Drawing m_drawing;
    Toolbox m_toolbox;
    Selection m_selection;
    RecentFiles m_recent;
    WorldBuilder m_builder;
    DrawingFiles m_files;
    Actions* m_actions;
    KeyBindings* m_keys = nullptr;

    QStackedWidget* m_pages;
    StartPage* m_start;
    QSplitter* m_split;
    Sheet* m_sheet;
    WorldPanel* m_world;
    BrushPalette* m_palette = nullptr;
    LayersPanel* m_layers = nullptr;
    HistoryPanel* m_history = nullptr;
    DiagnosticsPanel* m_diagnostics = nullptr;
    StatusLine* m_status;
    Thumbnails* m_thumbnails;
    PenRest* m_pen;
    ThingEditor* m_things;
    WorldHand* m_hand;
    RegionLocker* m_locker;
    WalkMode* m_walk;
    InkMemory* m_inkMemory;
    InkCorrections* m_ink;
    QPointer<InkPicker> m_inkPicker;
    RoutePlayer* m_routes;
    Point m_menuPlace{0, 0};  // metres: where the sheet's menu was opened
    QTabWidget* m_panels = nullptr;
    QList<QDockWidget*> m_docks;
    bool m_exportWanted = false;
    bool m_worldPending = false;  // handed to the viewport, not completely there yet
};

}  // namespace sketchwalk::ui
