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
#include <cstdio>

#include "core/base/File.h"
#include "ui/panels/HistoryPanel.h"
#include "ui/panels/LayersPanel.h"
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

int run(const QString& folder) {
    const auto catalogue = catalogue::Catalogue::load(resourceFolder());
    if (!catalogue) return 4;
    QTemporaryDir unsaved;
    MainWindow window(*catalogue, unsaved.path().toStdString());
    window.resize(1440, 860);
    window.show();
    window.begin({});
    const Photographer photographer(&window, folder);
    QTest::qWait(1500);  // the start page reads its pictures
    photographer.take("start");

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
    window.selection()->clear();
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
