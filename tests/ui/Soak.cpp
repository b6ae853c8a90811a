// Hours in the real window: strokes, undo, another seed, walking and exporting, round after round, with the memory that
// the process holds after each. It must not grow once everything has been done a few times.
//
//     window_soak [--minutes 120] [--warm-up 6] [--document FILE] [--report R.json]
//
// Run it under a display, or with tests/render/xvfb.sh. Exit status 1 where memory grew by more than 2 %.
#include <malloc.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>

#include "app/desktop/Process.h"
#include "core/base/File.h"
#include "core/output/Output.h"
#include "core/pipeline/ObjectEdits.h"
#include "ui/play/WalkMode.h"
#include "ui/shape/ThingEditor.h"
#include "ui/window/MainWindow.h"

namespace sketchwalk::ui {
namespace {

constexpr int kLongestRoundMs = 600000;  // a busy machine is no fault
constexpr double kMostGrowth = 0.02;
constexpr int kStrokes = 4;  // a round
constexpr int kWalkMs = 4000;

desktop::Memory memory() {
    malloc_trim(0);  // what is free but not given back is no growth
    return desktop::memoryMegabytes();
}

class Soak {
  public:
    Soak(MainWindow& window, QString folder) : m_window(window), m_folder(std::move(folder)) {
        window.toolbox()->change([](Toolbox::State& state) { state.stabiliser = 0; });
    }

    bool settle() const {
        return QTest::qWaitFor([this] { return m_window.isSettled(); }, kLongestRoundMs);
    }

    // Leaves the drawing as it was: what a round does, it undoes.
    bool round() {
        const size_t position = m_window.drawing()->history().position();
        for (int i = 0; i < kStrokes; ++i) {
            draw();
            if (!settle()) return false;
        }
        shape();
        if (!settle()) return false;
        m_window.drawing()->changeSettings([&](document::Settings& settings) { settings.seed = m_random() % 1000; },
                                           "Seed");
        if (!settle()) return false;
        walk();
        m_window.drawing()->moveTo(position);
        return settle() && exportIt() && settle();
    }

  private:
    double unit() { return (m_random() % 10000) / 10000.0; }

    // By real pointer events on the sheet.
    void draw() {
        static constexpr const char* kBrushes[] = {"river", "house", "forest", "road",
                                                   "raise", "lake",  "fence",  "lock"};
        auto* sheet = m_window.sheet();
        m_window.toolbox()->chooseBrush(kBrushes[m_strokes++ % std::size(kBrushes)]);
        const Point extent = m_window.drawing()->settings().extent;
        const Point middle(extent.x * (0.2 + 0.6 * unit()), extent.y * (0.2 + 0.6 * unit()));
        const double size = 8 + 20 * unit();
        for (int i = 0; i <= 24; ++i) {
            const QPoint at = sheet->toWidget(middle + directionOf(i * 14.0) * size).toPoint();
            if (i == 0) QTest::mousePress(sheet, Qt::LeftButton, {}, at);
            QTest::mouseMove(sheet, at);
            if (i == 24) QTest::mouseRelease(sheet, Qt::LeftButton, {}, at);
        }
    }

    void shape() {
        const auto& groups = m_window.builder()->latest()->world.scene->groups;
        if (groups.empty()) return;
        const auto& group = groups[m_random() % groups.size()];
        m_window.things()->select(group.instances.front().id);
        m_window.things()->turnBy(45);
        m_window.things()->moveTo({20 + 100 * unit(), 20 + 100 * unit()});
        m_window.things()->select(std::nullopt);
    }

    void walk() {
        if (m_window.worldPanel()->viewport() == nullptr) return;
        (*m_window.actions())["world.walk"]->trigger();
        if (!QTest::qWaitFor([this] { return m_window.walkMode()->isReady(); }, kLongestRoundMs)) return;
        QTest::keyPress(m_window.worldPanel()->viewport(), Qt::Key_W);
        QTest::qWait(kWalkMs);
        QTest::keyRelease(m_window.worldPanel()->viewport(), Qt::Key_W);
        m_window.walkMode()->end();
    }

    bool exportIt() {
        output::Wanted wanted;
        wanted.profile = &gltf::profiles()[m_exports++ % gltf::profiles().size()];
        wanted.package = (m_folder + "/package").toStdString();
        wanted.navmesh = true;
        const auto world = m_window.builder()->latest();
        const auto loaded = catalogue::Catalogue::load(resourceFolder());
        Job job;
        job.threads = 2;
        return loaded && output::write(world->world, *loaded, wanted, job);
    }

    MainWindow& m_window;
    QString m_folder;
    std::mt19937 m_random{1};
    size_t m_strokes = 0, m_exports = 0;  // brushes and profiles take turns: all are met before readings count
};

// Of several: a single reading meets worlds of different sizes on their way out.
double typical(std::vector<double> readings) {
    std::sort(readings.begin(), readings.end());
    return readings.empty() ? 0 : readings[readings.size() / 2];
}

int run(const QCommandLineParser& options) {
    const auto catalogue = catalogue::Catalogue::load(resourceFolder());
    if (!catalogue) {
        std::fprintf(stderr, "%s\n", catalogue.error().text.c_str());
        return 4;
    }
    QTemporaryDir folder;
    MainWindow window(*catalogue, folder.filePath("unsaved").toStdString());
    window.resize(1200, 720);
    window.show();
    const QString document = options.value("document");
    window.files()->openTemplate(
        document.isEmpty() ? QString::fromStdString((resourceFolder() / "samples/village.sketch.json").string())
                           : document);
    Soak soak(window, folder.path());
    QTest::qWait(1000);
    if (!soak.settle()) return 1;
    const double minutes = options.value("minutes").toDouble();
    const int warmUp = options.value("warm-up").toInt();
    QElapsedTimer clock;
    clock.start();
    std::vector<double> readings;
    const auto passed = [&] { return static_cast<double>(clock.elapsed()) / 60000; };
    while (passed() < minutes || readings.size() < static_cast<size_t>(warmUp) + 6) {
        if (!soak.round()) {
            std::fputs("a round did not come to its end\n", stderr);
            return 1;
        }
        const auto [resident, own, held] = memory();
        readings.push_back(resident);
        std::printf("round %3zu  %6.1f min  %7.1f MB, %7.1f of its own, %7.1f of it held\n", readings.size(), passed(),
                    resident, own, held);
        std::fflush(stdout);
    }
    readings.erase(readings.begin(), readings.begin() + warmUp);
    const auto third = static_cast<std::ptrdiff_t>(readings.size() / 3);
    const double first = typical({readings.begin(), readings.begin() + third});
    const double last = typical({readings.end() - third, readings.end()});
    const double growth = last / first - 1;
    std::printf("%.1f MB in the first third, %.1f MB in the last: %+.2f %%\n", first, last, 100 * growth);
    if (options.isSet("report")) {
        QJsonArray all;
        for (const double mb : readings) all.append(std::round(mb * 10) / 10);
        QFile file(options.value("report"));
        if (!file.open(QIODevice::WriteOnly)) return 5;
        file.write(
            QJsonDocument(QJsonObject{{"minutes", passed()}, {"growth", growth}, {"resident_mb", all}}).toJson());
    }
    return growth < kMostGrowth ? 0 : 1;
}

}  // namespace
}  // namespace sketchwalk::ui

int main(int argc, char* argv[]) {
    sketchwalk::desktop::keepMemoryLean();  // as the program does
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName("Sketchwalk");
    QCoreApplication::setApplicationName("SketchwalkSoak");
    QSettings().clear();
    QSettings().setValue("walk/sound", false);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({{"minutes", "how long", "minutes", "120"},
                        {"warm-up", "rounds that do not count", "rounds", "6"},
                        {"document", "what is drawn in", "file"},
                        {"report", "where the figures go", "file"}});
    options.process(application);
    return sketchwalk::ui::run(options);
}
