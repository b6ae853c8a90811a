// sketchwalk: the desktop program.
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <thread>

#include "app/desktop/Application.h"
#include "app/desktop/CrashReport.h"
#include "app/desktop/Process.h"
#include "app/desktop/Recorder.h"
#include "app/desktop/Replay.h"
#include "core/base/File.h"
#include "core/neural/InkMeaning.h"
#include "ui/model/Paths.h"
#include "ui/preferences/Language.h"
#include "ui/preferences/Theme.h"
#include "ui/window/CrashNote.h"
#include "ui/window/MainWindow.h"

namespace sketchwalk::desktop {
namespace {

constexpr int kLookMs = 50;
constexpr size_t kKindsTold = 12;
constexpr int kLongestSettleMs = 120'000;

struct Wishes {
    QString file, screenshot, replay, report, record, crash;
};

std::optional<Wishes> wishesOf(const Application& application) {  // nothing, and said why, where the call is wrong
    QCommandLineParser parser;
    parser.setApplicationDescription("Draw a map, walk in it.");
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument("FILE", "A drawing (.sketchwalk), or any map: sketch JSON, PNG, JPEG, SVG.", "[FILE]");
    parser.addOption({"screenshot", "Write a picture of the window once all is there, and end.", "OUT.png"});
    parser.addOption({"replay", "Play a recorded pen into the window, and end.", "TRACE.json"});
    parser.addOption({"report", "With --replay: write how quickly the window answered.", "R.json"});
    parser.addOption({"record", "Write down what the pen does, for --replay.", "TRACE.json"});
    QCommandLineOption crash("crash", "For tests: end unexpectedly once all is there.", "KIND");
    crash.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(crash);
    const bool understood = parser.parse(application.arguments());
    if (parser.isSet("help")) parser.showHelp(0);
    if (parser.isSet("version")) parser.showVersion();
    Wishes wishes;
    if (!understood || parser.positionalArguments().size() > 1) {
        const QString why = understood ? QStringLiteral("One file at a time.") : parser.errorText();
        std::fprintf(stderr, "%s\n", qPrintable(why));
        return std::nullopt;
    }
    if (!parser.positionalArguments().isEmpty()) wishes.file = parser.positionalArguments().front();
    wishes.screenshot = parser.value("screenshot");
    wishes.replay = parser.value("replay");
    wishes.report = parser.value("report");
    wishes.record = parser.value("record");
    wishes.crash = parser.value("crash");
    return wishes;
}

int failed(const Error& error) {
    std::fprintf(stderr, "%s\n", error.text.c_str());
    return static_cast<int>(error.kind);
}

// Calls `then` once everything that was asked for is there.
void whenSettled(ui::MainWindow* window, std::function<void()> then) {
    auto* timer = new QTimer(window);
    auto waited = std::make_shared<int>(0);
    QObject::connect(timer, &QTimer::timeout, window, [=] {
        *waited += kLookMs;
        if (!window->isSettled() && *waited < kLongestSettleMs) return;
        timer->deleteLater();
        then();
    });
    timer->start(kLookMs);
}

void takeScreenshot(ui::MainWindow* window, const QString& path) {
    const auto finish = [window, path] {
        const bool written = window->grab().save(path);
        if (!written) std::fprintf(stderr, "%s: the picture cannot be written.\n", qPrintable(path));
        window->close();
        QCoreApplication::exit(written ? 0 : static_cast<int>(ErrorKind::output));
    };
    // What a native window shows must be fetched before the widgets around it are painted.
    if (render::Viewport* viewport = window->worldPanel()->viewport()) {
        viewport->capture([finish](const QImage&) { finish(); });
    } else {
        finish();
    }
}

// The kinds of events that held the window up longest, by their own time.
nlohmann::ordered_json eventsOf(const Application& application) {
    std::vector<const Application::Kind*> kinds;
    for (const auto& [what, kind] : application.kinds()) kinds.push_back(&kind);
    std::sort(kinds.begin(), kinds.end(), [](const auto* a, const auto* b) {
        return a->longestOwn.ownMilliseconds > b->longestOwn.ownMilliseconds;
    });
    if (kinds.size() > kKindsTold) kinds.resize(kKindsTold);
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Application::Kind* kind : kinds) {
        list.push_back({{"what", kind->longest.what.toStdString()},
                        {"blocked_ms_max", kind->longest.milliseconds},
                        {"busy_ms_max", kind->longestOwn.ownMilliseconds},
                        {"longer_than_1_ms", kind->count},
                        {"busy_longer_than_16_ms", kind->held}});
    }
    return list;
}

void startReplay(Application* application, ui::MainWindow* window, std::vector<TraceEvent> events,
                 const QString& report, double startMs) {
    auto* replay = new Replay(window, std::move(events), window);
    QObject::connect(replay, &Replay::finished, window, [=] {
        int status = 0;
        if (!report.isEmpty()) {
            auto facts = replay->report();
            facts["start_ms"] = startMs;
            facts["memory_mb"] = memoryMegabytes().resident;
            facts["peak_memory_mb"] = peakMemoryMegabytes();
            facts["gui_blocked_ms_max"] = application->longest().milliseconds;
            facts["gui_blocked_by"] = application->longest().what.toStdString();
            facts["gui_busy_ms_max"] = application->longestOwn().ownMilliseconds;  // without waiting for the processor
            facts["gui_busy_by"] = application->longestOwn().what.toStdString();
            facts["picture_ms_max"] = application->longestPicture().milliseconds;  // Qt 3D draws on this thread
            facts["gui_events"] = eventsOf(*application);
            const auto written = writeFile(ui::toPath(report), facts.dump(2) + "\n");
            if (!written) status = failed(written.error());
        }
        window->close();
        QCoreApplication::exit(status);
    });
    application->startMeasuring();
    replay->start();
}

QtMessageHandler theUsualListener = nullptr;

// What Qt complains about, which files are opened and which actions are chosen would stand in a crash's report.
void rememberWhatHappens(ui::MainWindow& window) {
    theUsualListener =
        qInstallMessageHandler([](QtMsgType type, const QMessageLogContext& context, const QString& text) {
            remember("Qt: " + text.toStdString());
            theUsualListener(type, context, text);
        });
    for (const QAction* action : window.actions()->all()) {
        QObject::connect(action, &QAction::triggered, &window,
                         [action] { remember("Action " + action->objectName().toStdString()); });
    }
    QObject::connect(window.files(), &ui::DrawingFiles::opened, &window,
                     [&window] { remember("Open: " + window.drawing()->path().string()); });
    QObject::connect(window.files(), &ui::DrawingFiles::failed, &window,
                     [](const QString& text) { remember("Failed: " + text.toStdString()); });
    QObject::connect(&window, &ui::MainWindow::worldHandedOver, &window,
                     [](uint64_t revision) { remember("World of revision " + std::to_string(revision)); });
}

void tellOfLastCrash(ui::MainWindow& window, const std::filesystem::path& folder) {
    static constexpr const char* kTold = "crash/told";
    QSettings settings;
    const auto report = newReport(folder, settings.value(kTold).toString().toStdString());
    if (!report) return;
    const QString path = ui::fromPath(*report);
    settings.setValue(kTold, QFileInfo(path).fileName());
    new ui::CrashNote(path, window.statusBar());
}

int run(Application& application) {
    const auto asked = wishesOf(application);
    if (!asked) return static_cast<int>(ErrorKind::usage);
    const Wishes& wishes = *asked;
    const QDir data(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const std::filesystem::path crashes = ui::toPath(data.filePath("Crash reports"));
    reportCrashesInto(crashes);
    const auto catalogue = catalogue::Catalogue::load(resourceFolder());
    if (!catalogue) return failed(catalogue.error());
    std::vector<TraceEvent> events;
    if (!wishes.replay.isEmpty()) {
        auto read = readTrace(ui::toPath(wishes.replay));
        if (!read) return failed(read.error());
        events = std::move(*read);
    }
    ui::speak(ui::keptLanguage());
    ui::applyKeptTheme();
    ui::MainWindow window(*catalogue, ui::toPath(data.filePath("Unsaved drawings")));
    const auto ink = std::make_shared<neural::InkReader>(
        neural::RecogniserOptions{"auto", std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 4)});
    window.builder()->setReader([ink](const sketch::Sketch& sketch, const catalogue::Catalogue& things, const Job& job,
                                      Diagnostics& said, neural::InkSymbolsPtr& symbols) {
        sketch::Sketch understood = ink->understood(sketch, things, job, said);
        symbols = ink->symbols();
        return understood;
    });
    const std::unique_ptr<Recorder> recorder(wishes.record.isEmpty() ? nullptr : new Recorder(&window));
    rememberWhatHappens(window);
    tellOfLastCrash(window, crashes);
    const bool alone = wishes.replay.isEmpty() && wishes.screenshot.isEmpty() && wishes.crash.isEmpty();
    if (alone) window.offerTour();
    window.show();
    // The first turn of the event loop after everything is painted: from now on the window answers.
    double startMs = 0;
    QTimer::singleShot(0, &window, [&startMs] { startMs = millisecondsSinceStart(); });
    if (!wishes.replay.isEmpty() && wishes.file.isEmpty()) {
        window.files()->create({}, "Replay");
    } else {
        window.begin(wishes.file);
    }
    if (!wishes.crash.isEmpty()) {
        whenSettled(&window, [&] {
            remember("Crash on purpose: " + wishes.crash.toStdString());
            crashOnPurpose(wishes.crash.toStdString());
            QCoreApplication::exit(static_cast<int>(ErrorKind::usage));
        });
    } else if (!wishes.screenshot.isEmpty()) {
        whenSettled(&window, [&] { takeScreenshot(&window, wishes.screenshot); });
    } else if (!wishes.replay.isEmpty()) {
        whenSettled(&window, [&] { startReplay(&application, &window, std::move(events), wishes.report, startMs); });
    }
    const int status = QApplication::exec();
    if (recorder && status == 0) {
        const auto written = writeTrace(ui::toPath(wishes.record), recorder->events());
        if (!written) return failed(written.error());
    }
    return status;
}

}  // namespace
}  // namespace sketchwalk::desktop

int main(int argc, char* argv[]) {
    sketchwalk::desktop::keepMemoryLean();
    // Every sample of the pen and the mouse counts.
    QCoreApplication::setAttribute(Qt::AA_CompressHighFrequencyEvents, false);
    static constexpr const char* kName = "Sketchwalk";
    sketchwalk::ui::prepareKeptScale(kName, kName);
    sketchwalk::desktop::Application application(argc, argv);
    QCoreApplication::setApplicationName(kName);
    QCoreApplication::setOrganizationName(kName);
    QCoreApplication::setApplicationVersion(SKETCHWALK_VERSION);
    QGuiApplication::setDesktopFileName("org.sketchwalk.Sketchwalk");  // as installer/CMakeLists.txt installs it
    return sketchwalk::desktop::run(application);
}
