// Pictures of the window's main states, for the docs: the real window, driven as a person would.
//
//     window_screens FOLDER       writes start.jpg, drawing.jpg ... (run it under a display, or with xvfb-run)
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPainter>
#include <QSettings>
#include <QSlider>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <cstdio>

#include "core/base/File.h"
#include "core/neural/InkMeaning.h"
#include "core/synth/Hand.h"
#include "ui/panels/HistoryPanel.h"
#include "ui/panels/InkPicker.h"
#include "ui/panels/LayersPanel.h"
#include "ui/panels/StartPage.h"
#include "ui/panels/StrokeInspector.h"
#include "ui/preferences/Language.h"
#include "ui/preferences/Theme.h"
#include "ui/shape/ThingEditor.h"
#include "ui/window/ExportDialog.h"
#include "ui/window/MainWindow.h"

namespace sketchwalk::ui {
namespace {

constexpr int kLongestMs = 120000;
constexpr int kJpegQuality = 88;

class Photographer {
  public:
    Photographer(MainWindow* window, QString folder) : m_window(window), m_folder(std::move(folder)) {}

    void settle() const {
        if (!QTest::qWaitFor([this] { return m_window->isSettled(); }, kLongestMs)) std::fputs("not settled\n", stderr);
        QTest::qWait(400);  // the camera glides
    }
    void open(const QString& resource) const {
        m_window->files()->openTemplate(QString::fromStdString((resourceFolder() / resource.toStdString()).string()));
        settle();
    }
    void take(const QString& name, const QWidget* dialog = nullptr) const {
        settle();
        if (auto* viewport = m_window->worldPanel()->viewport()) viewport->grab();
        QPixmap picture = m_window->grab();
        if (dialog != nullptr) {
            QPainter painter(&picture);
            painter.fillRect(picture.rect(), QColor(0, 0, 0, 70));
            const QPixmap top = const_cast<QWidget*>(dialog)->grab();
            painter.drawPixmap((picture.width() - top.width()) / 2, (picture.height() - top.height()) / 2, top);
        }
        const QString path = QDir(m_folder).filePath(name + ".jpg");
        if (!picture.save(path, "JPG", kJpegQuality)) std::fprintf(stderr, "%s: cannot be written\n", qPrintable(path));
    }
    void press(const char* action) const { (*m_window->actions())[action]->trigger(); }
    template <class Panel>
    void raise() const {
        m_window->showPanel(m_window->findChild<Panel*>());
    }

  private:
    MainWindow* m_window;
    QString m_folder;
};

int64_t firstOf(const MainWindow& window, const std::string& brush) {
    for (const auto& drawn : const_cast<MainWindow&>(window).drawing()->document().strokes) {
        if (drawn->stroke.brush.find(brush) != std::string::npos) return drawn->stroke.id;
    }
    return 0;
}

void readInk(MainWindow& window) {
    const auto ink = std::make_shared<neural::InkReader>(neural::RecogniserOptions{"cpu", 2});
    window.builder()->setReader([ink](const sketch::Sketch& sketch, const catalogue::Catalogue& things, const Job& job,
                                      Diagnostics& said, neural::InkSymbolsPtr& symbols) {
        sketch::Sketch understood = ink->understood(sketch, things, job, said);
        symbols = ink->symbols();
        return understood;
    });
}

// A page as a hand draws it: boxes of 0..100, where they lie, and how large they are in metres. The last one is the one
// that is asked about.
struct InkDrawing {
    Point at{0, 0};
    double size = 0;
    std::vector<Polyline> strokes;
};

std::vector<InkDrawing> inkPage() {
    const std::vector<Polyline> walls{{{8, 100}, {8, 45}, {92, 45}, {92, 100}, {8, 100}},
                                      {{0, 48}, {50, 0}, {100, 48}}};
    std::vector<Polyline> door = walls, window = walls;
    door.push_back({{42, 100}, {42, 68}, {60, 68}, {60, 100}});
    window.push_back({{60, 62}, {78, 62}, {78, 78}, {60, 78}, {60, 62}});
    const std::vector<Polyline> tree{
        {{42, 100}, {44, 60}},
        {{60, 100}, {57, 60}},
        {{44, 60}, {20, 62}, {8, 46}, {18, 30}, {26, 10}, {50, 2}, {74, 10}, {84, 30}, {94, 46}, {80, 62}, {57, 60}}};
    const std::vector<Polyline> pine{{{50, 0}, {20, 40}, {80, 40}, {50, 0}},
                                     {{50, 25}, {12, 70}, {88, 70}, {50, 25}},
                                     {{45, 70}, {45, 100}, {55, 100}, {55, 70}}};
    const std::vector<Polyline> mountain{
        {{0, 90}, {20, 54}, {27, 60}, {47, 8}, {57, 26}, {62, 20}, {80, 60}, {86, 54}, {104, 90}},
        {{37, 34}, {42, 42}, {47, 33}, {52, 43}, {60, 34}}};
    const std::vector<Polyline> boat{{{0, 62}, {16, 92}, {84, 92}, {100, 62}, {0, 62}},
                                     {{48, 62}, {48, 4}, {88, 52}, {48, 52}}};
    const std::vector<Polyline> castle{{{0, 100},
                                        {0, 20},
                                        {12, 20},
                                        {12, 34},
                                        {24, 34},
                                        {24, 20},
                                        {36, 20},
                                        {36, 48},
                                        {64, 48},
                                        {64, 20},
                                        {76, 20},
                                        {76, 34},
                                        {88, 34},
                                        {88, 20},
                                        {100, 20},
                                        {100, 100},
                                        {0, 100}},
                                       {{40, 100}, {40, 76}, {50, 68}, {60, 76}, {60, 100}}};
    const std::vector<Polyline> tent{{{0, 100}, {50, 0}, {100, 100}, {0, 100}}, {{36, 100}, {50, 46}, {66, 100}}};
    return {{{16, 18}, 88, mountain}, {{30, 142}, 38, door},  {{86, 156}, 34, window}, {{206, 106}, 32, pine},
            {{224, 140}, 25, pine},   {{198, 150}, 23, pine}, {{140, 26}, 56, castle}, {{40, 204}, 44, boat},
            {{206, 196}, 34, tent},   {{136, 186}, 46, tree}};
}

int64_t drawInk(MainWindow& window) {
    uint64_t seed = 1;
    int64_t last = 0;
    for (const InkDrawing& drawing : inkPage()) {
        for (const Polyline& line : synth::redraw(drawing.strokes, ++seed, {0.4, 0, false})) {
            sketch::Stroke stroke;
            stroke.brush = "ink";
            for (const Point& p : line) stroke.points.push_back({p * (drawing.size / 100) + drawing.at, 0.8f, -1});
            last = window.drawing()->addStroke(std::move(stroke), 1, "Draw ink");
        }
    }
    return last;
}

void photographInk(MainWindow& window, const Photographer& photographer) {
    Q_EMIT window.findChild<StartPage*>()->newMap({256, 256});
    photographer.settle();
    window.toolbox()->chooseBrush("ink");
    const int64_t doubted = drawInk(window);
    photographer.settle();
    photographer.press("world.frame");
    photographer.take("ink");
    photographer.press("view.world");
    QTest::qWait(100);
    window.sheet()->fitAll();
    photographer.settle();
    for (const auto& symbol : *window.sheet()->ink()) {
        if (std::find(symbol.strokes.begin(), symbol.strokes.end(), doubted) == symbol.strokes.end()) continue;
        const QRectF label = window.sheet()->inkLabel(symbol.strokes.front());
        QTest::mouseClick(window.sheet(), Qt::LeftButton, {}, label.center().toPoint());
    }
    photographer.take("corrected");
    if (auto* picker = window.findChild<InkPicker*>()) picker->leave();
    photographer.press("view.world");
}

// As a person would, with the brush that locks.
void lockAbout(MainWindow& window, int64_t stroke) {
    const auto drawn = window.drawing()->document().find(stroke);
    if (!drawn) return;
    window.toolbox()->chooseBrush("lock");
    window.toolbox()->change([](Toolbox::State& state) { state.stabiliser = 0; });
    auto* sheet = window.sheet();
    for (int i = 0; i <= 40; ++i) {
        const double radius = 26 + 3 * std::sin(i * 0.7);
        const QPoint at = sheet->toWidget(drawn->stroke.points.front().at + directionOf(i * 9.0) * radius).toPoint();
        if (i == 0) QTest::mousePress(sheet, Qt::LeftButton, {}, at);
        QTest::mouseMove(sheet, at, 2);
        if (i == 40) QTest::mouseRelease(sheet, Qt::LeftButton, {}, at);
    }
}

int run(const QString& folder) {
    const auto catalogue = catalogue::Catalogue::load(resourceFolder());
    if (!catalogue) return 4;
    QTemporaryDir unsaved;
    MainWindow window(*catalogue, unsaved.path().toStdString());
    readInk(window);
    window.resize(1440, 860);
    window.show();
    window.begin({});
    const Photographer photographer(&window, folder);
    QTest::qWait(1500);  // the start page reads its pictures
    photographer.take("start");
    photographInk(window, photographer);

    photographer.open("samples/village.sketch.json");
    photographer.press("world.frame");
    photographer.take("drawing");
    window.selection()->set({firstOf(window, "house")});
    photographer.press("world.selection");
    photographer.raise<StrokeInspector>();
    photographer.take("selection");
    for (const layout::Placement& placed : window.builder()->latest()->world.layout.placements) {
        if (window.selection()->contains(placed.stroke)) window.things()->select(placed.id);
    }
    photographer.take("shaping");
    window.things()->select(std::nullopt);
    photographer.press("world.selection");
    window.selection()->clear();
    lockAbout(window, firstOf(window, "house"));
    photographer.settle();
    if (auto* viewport = window.worldPanel()->viewport()) {
        for (const layout::Lock& lock : window.builder()->latest()->world.layout.locks)
            viewport->frame({lock.box.min.x, 0, lock.box.min.y}, {lock.box.max.x, 4, lock.box.max.y});
    }
    photographer.take("locked");
    photographer.press("edit.undo");
    photographer.press("world.spawn");
    photographer.raise<HistoryPanel>();
    window.findChild<QSlider*>("timeOfDay")->setValue(17 * 4 + 2);
    photographer.take("evening");
    window.findChild<QSlider*>("timeOfDay")->setValue(12 * 4);
    photographer.press("world.frame");
    photographer.press("file.export");
    auto* dialog = window.findChild<ExportDialog*>();
    dialog->setFolder("/home/you/Worlds/village");
    const auto* button = dialog->findChild<QWidget*>("exportButton");
    if (!QTest::qWaitFor([button] { return button->isEnabled(); }, kLongestMs)) return 1;
    photographer.take("export", dialog);
    dialog->close();
    photographer.open("samples/island.sketch.json");
    photographer.press("view.world");
    QTest::qWait(100);
    window.sheet()->fitAll();
    photographer.take("paper");
    photographer.press("view.world");
    QTest::qWait(100);
    setTheme(Theme::dark);
    photographer.raise<LayersPanel>();
    photographer.press("view.fit");
    photographer.take("dark");
    setTheme(Theme::light);
    for (const char* action : {"help.keys", "help.search"}) {
        photographer.press(action);
        QTest::qWait(100);
        auto* shown = window.findChild<QDialog*>();
        if (auto* words = shown->findChild<QLineEdit*>("commandWords")) words->setText("st");
        photographer.take(QString(action).section(u'.', 1), shown);
        delete shown;
    }
    photographer.press("help.tour");
    photographer.take("tour");
    window.close();
    return 0;
}

}  // namespace
}  // namespace sketchwalk::ui

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName("Sketchwalk");
    QCoreApplication::setApplicationName("SketchwalkScreens");
    QSettings().clear();
    if (argc != 2 && argc != 3) {
        std::fputs("window_screens FOLDER [LANGUAGE]\n", stderr);
        return 2;
    }
    sketchwalk::ui::speak(argc == 3 ? argv[2] : "en");
    QDir().mkpath(argv[1]);
    return sketchwalk::ui::run(argv[1]);
}
