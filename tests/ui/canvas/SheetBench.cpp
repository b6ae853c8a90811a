// How long the pen waits: a replayed hand at 240 samples a second on a sheet of 20,000 strokes while other work keeps a
// core busy. Prints from the sample's being sent to its pixels' being painted, and the longest time that the window's
// thread was held by one event. Not a test: figures depend on the machine.
//     bench_sheet [STROKES] [SECONDS] [BUSY_THREADS]
#include <QApplication>
#include <QElapsedTimer>
#include <QPointingDevice>
#include <QTabletEvent>
#include <QTest>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <random>
#include <thread>

#include "core/catalogue/Catalogue.h"
#include "ui/canvas/Sheet.h"
#include "ui/model/Drawing.h"
#include "ui/model/Selection.h"
#include "ui/model/Toolbox.h"

using namespace sketchwalk;

namespace {

using Clock = std::chrono::steady_clock;

qint64 nowNs() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now().time_since_epoch()).count();
}

// Of this thread alone: what a machine of its own would take.
double workMs() {
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) / 1e6;
}

// Notes the longest event.
class Timed : public QApplication {
  public:
    using QApplication::QApplication;
    bool notify(QObject* object, QEvent* event) override {
        const qint64 start = nowNs();
        const double work = workMs();
        const int type = event->type();
        ++m_depth;
        const bool done = QApplication::notify(object, event);
        --m_depth;
        if (m_depth == 0) {
            if (nowNs() - start > longest) longest = nowNs() - start, longestType = type;
            hardest = std::max(hardest, workMs() - work);
        }
        return done;
    }
    void report(const char* what) {
        std::printf("  longest event while %-34s %6.2f ms (event %d); most work in one %.2f ms\n", what,
                    static_cast<double>(longest) / 1e6, longestType, hardest);
        longest = 0;
        hardest = 0;
    }
    qint64 longest = 0;
    int longestType = 0;
    double hardest = 0;  // ms of work

  private:
    int m_depth = 0;
};

document::Document manyStrokes(int count, const catalogue::Catalogue& catalogue) {
    std::mt19937 random(1);
    document::Document document;
    document.settings.extent = {1024, 1024};
    std::uniform_real_distribution<double> place(0, 1024), turn(0, 6.28);
    const auto& entries = catalogue.entries();
    while (static_cast<int>(document.strokes.size()) < count) {
        const catalogue::Entry& entry = entries[random() % entries.size()];
        if (entry.drawn.empty() || entry.kind == catalogue::Kind::relief) continue;
        document::Drawn drawn;
        drawn.stroke.id = document.nextId++;
        drawn.stroke.brush = entry.id;
        drawn.stroke.text = entry.id == "label" ? "Name" : "";
        Point at(place(random), place(random));
        const double size = 4 + 14 * place(random) / 1024;
        if (entry.drawn.front() == catalogue::DrawnAs::area) {
            drawn.stroke.closed = true;
            for (int i = 0; i < 40; ++i) {
                drawn.stroke.points.push_back({at + Point(std::cos(i * 0.157), std::sin(i * 0.157)) * size, 1, -1});
            }
        } else if (entry.drawn.front() == catalogue::DrawnAs::line) {
            double a = turn(random);
            for (int i = 0; i < 50; ++i, a += 0.2 * std::sin(i * 0.7)) {
                drawn.stroke.points.push_back({at, 0.6f, static_cast<float>(i) * 0.004f});
                at += Point(std::cos(a), std::sin(a)) * 1.0;
            }
        } else {
            drawn.stroke.points = {{at, 1, -1}};
        }
        document.strokes.push_back(std::make_shared<const document::Drawn>(std::move(drawn)));
    }
    return document;
}

double share(std::vector<double>& values, double of) {
    std::sort(values.begin(), values.end());
    return values.empty()
               ? 0
               : values[std::min(values.size() - 1, static_cast<size_t>(of * static_cast<double>(values.size())))];
}

void waitSettled(ui::Sheet& sheet) {
    QElapsedTimer timer;
    timer.start();
    while (!sheet.settled() && timer.elapsed() < 300000) QTest::qWait(10);
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    Timed app(argc, argv);
    const int count = argc > 1 ? std::atoi(argv[1]) : 20000;
    const double seconds = argc > 2 ? std::atof(argv[2]) : 10;
    const int busy = argc > 3 ? std::atoi(argv[3]) : 1;
    const auto catalogue = catalogue::Catalogue::load(SKETCHWALK_SOURCE_DIR "/resources");
    if (!catalogue) return 1;
    ui::Drawing drawing;
    ui::Toolbox toolbox;
    ui::Selection selection;
    ui::Sheet sheet(drawing, toolbox, selection, *catalogue);
    sheet.resize(1280, 800);
    sheet.show();
    drawing.open(document::History(manyStrokes(count, *catalogue)), nullptr);
    app.report("opening");
    ui::SheetView view;
    view.centre = {512, 512};
    sheet.setView(view);
    const qint64 paintStart = nowNs();
    waitSettled(sheet);
    std::printf("%d strokes; every tile of 1280 x 800 painted in %.0f ms\n", count,
                static_cast<double>(nowNs() - paintStart) / 1e6);
    app.report("the tiles came");

    std::atomic<bool> stop{false};
    std::vector<std::jthread> others;
    for (int i = 0; i < busy; ++i) {
        others.emplace_back([&] {
            volatile double x = 1;
            while (!stop) {
                for (int k = 0; k < 1000; ++k) x = std::sqrt(x + k);
            }
        });
    }

    toolbox.chooseBrush("river");
    const QPointingDevice tip("pen", 11, QInputDevice::DeviceType::Stylus, QPointingDevice::PointerType::Pen,
                              QInputDevice::Capability::Position | QInputDevice::Capability::Pressure, 1, 2);
    std::vector<double> latencies;
    std::vector<qint64> sent(static_cast<size_t>(seconds * 300) + 100);
    std::atomic<size_t> sentCount{0};
    sheet.setLatencyProbe([&](const ui::Sheet::Latency& l) {
        const size_t i = latencies.size();
        latencies.push_back(static_cast<double>(l.paintedNs - sent[i]) / 1e6);
    });
    std::atomic<bool> done{false};
    std::jthread hand([&] {
        const auto start = Clock::now();
        const int samples = static_cast<int>(seconds * 240);
        for (int i = 0; i <= samples; ++i) {
            std::this_thread::sleep_until(start + std::chrono::microseconds(static_cast<int64_t>(i) * 1000000 / 240));
            const int within = i % 480;  // a stroke of two seconds, then the next
            const double t = within / 480.0, row = (i / 480) % 5;
            const QPointF at(80 + 1100 * t, 150 + 120 * row + 60 * std::sin(t * 14));
            const bool down = within == 0, up = within == 479 || i == samples;
            const auto type = down ? QEvent::TabletPress : up ? QEvent::TabletRelease : QEvent::TabletMove;
            auto* event =
                new QTabletEvent(type, &tip, at, at, 0.3 + 0.5 * std::abs(std::sin(t * 9)), 0, 0, 0, 0, 0, {},
                                 down || up ? Qt::LeftButton : Qt::NoButton, up ? Qt::NoButton : Qt::LeftButton);
            event->setTimestamp(static_cast<quint64>(nowNs() / 1000000));
            sent[sentCount++] = nowNs();
            QCoreApplication::postEvent(&sheet, event);
        }
        done = true;
    });
    const size_t before = drawing.document().strokes.size();
    const double workBefore = workMs();
    while (!done) QTest::qWait(20);
    QTest::qWait(200);
    const size_t painted = latencies.size();
    size_t kept = 0;
    for (size_t i = before; i < drawing.document().strokes.size(); ++i)
        kept += drawing.document().strokes[i]->stroke.points.size();
    std::printf("pen to pixels, 240 Hz, %d busy thread(s): p50 %.2f ms, p99 %.2f ms, max %.2f ms\n", busy,
                share(latencies, 0.5), share(latencies, 0.99), share(latencies, 1));
    std::printf("  samples sent %zu, painted %zu, points kept %zu (with the steadied ends)\n", sentCount.load(),
                painted, kept);
    std::printf("  work of the window's thread: %.3f ms a sample\n",
                (workMs() - workBefore) / static_cast<double>(std::max<size_t>(1, painted)));
    app.report("drawing and ending strokes");
    sheet.setLatencyProbe({});

    std::vector<int64_t> half;
    for (size_t i = 0; i < drawing.document().strokes.size(); i += 2)
        half.push_back(drawing.document().strokes[i]->stroke.id);
    const auto timed = [&](const char* what, auto&& doIt) {
        const qint64 start = nowNs();
        const double work = workMs();
        doIt();
        std::printf("  %-42s %6.2f ms, %.2f ms of work\n", what, static_cast<double>(nowNs() - start) / 1e6,
                    workMs() - work);
    };
    timed("erase every second stroke, the call", [&] { drawing.eraseStrokes(half, "Erase"); });
    QTest::qWait(300);
    timed("undo of it, the call", [&] { drawing.undo(); });
    QTest::qWait(300);
    app.report("after the undo");
    for (int i = 0; i < 12; ++i) {
        sheet.zoomBy(i < 6 ? 0.8 : 1.25);
        QTest::qWait(30);
    }
    app.report("zooming");
    stop = true;
    return 0;
}
