#include "app/desktop/Replay.h"

#include <QCoreApplication>
#include <QTabletEvent>
#include <QWindow>
#include <algorithm>
#include <cmath>

namespace sketchwalk::desktop {
namespace {

constexpr int kCalmMs = 1000;  // before the pen begins: the last pictures of what was opened are drawn
constexpr int kKeepingMs = 2;  // a stroke that is not in the file yet is looked for again after that long
constexpr int64_t kNsPerMs = 1'000'000;

int64_t nowNs() {
    return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}

QPointingDevice::Capabilities capabilities() {
    return QInputDevice::Capability::Position | QInputDevice::Capability::Pressure | QInputDevice::Capability::Hover;
}

// Nearest rank.
double percentile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<size_t>(std::ceil(share * static_cast<double>(values.size())));
    return values[std::clamp<size_t>(rank, 1, values.size()) - 1];
}

double rounded(double ms) {
    return std::round(ms * 1000) / 1000;
}

// Of every event whether the pen touches the paper after it; moves between a release and a press are of a pen in the
// air.
std::vector<bool> onPaper(const std::vector<TraceEvent>& events) {
    std::vector<bool> is;
    bool down = false;
    for (const TraceEvent& event : events) {
        if (event.type != TraceEvent::Type::move) down = event.type == TraceEvent::Type::press;
        is.push_back(down);
    }
    return is;
}

QEvent::Type typeOf(TraceEvent::Type type) {
    switch (type) {
        case TraceEvent::Type::press:
            return QEvent::TabletPress;
        case TraceEvent::Type::release:
            return QEvent::TabletRelease;
        default:
            return QEvent::TabletMove;
    }
}

}  // namespace

Replay::Replay(ui::MainWindow* window, std::vector<TraceEvent> events, QObject* parent)
    : QObject(parent),
      m_window(window),
      m_events(std::move(events)),
      m_isOnPaper(onPaper(m_events)),
      m_sentNs(m_events.size(), 0),
      m_penToPaintMs(m_events.size(), -1),
      m_pen("replayed pen", 1, QInputDevice::DeviceType::Stylus, QPointingDevice::PointerType::Pen, capabilities(), 1,
            1) {
    connect(window, &ui::MainWindow::worldHandedOver, this, [this](uint64_t revision, double) {
        const auto there =
            std::partition(m_waiting.begin(), m_waiting.end(), [&](const Waiting& w) { return w.revision > revision; });
        for (auto stroke = there; stroke != m_waiting.end(); ++stroke) {
            m_strokeToWorldMs.push_back(
                std::chrono::duration<double, std::milli>(Clock::now() - stroke->since).count());
        }
        m_waiting.erase(there, m_waiting.end());
    });
    if (render::Viewport* viewport = window->worldPanel()->viewport()) {
        connect(viewport, &render::Viewport::sceneShown, this,
                [this, viewport] { m_handOverMs = std::max(m_handOverMs, viewport->statistics().sliceMs); });
    }
    connect(window->drawing(), &ui::Drawing::changed, this, [this] {
        m_waiting.push_back({m_window->drawing()->revision(), Clock::now()});
        ++m_strokes;
        tellKept();
    });
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(kKeepingMs);
    connect(&m_keeping, &QTimer::timeout, this, &Replay::tellKept);
    m_look.setInterval(100);
    connect(&m_look, &QTimer::timeout, this, &Replay::lookWhetherDone);
}

Replay::~Replay() = default;

void Replay::start() {
    QTimer::singleShot(kCalmMs, this, &Replay::begin);
}

void Replay::begin() {
    m_window->sheet()->setLatencyProbe([this](const ui::Sheet::Latency& latency) { painted(latency); });
    m_window->activateWindow();
    m_sender = std::jthread([this](const std::stop_token& stop) { send(stop); });
    m_look.start();
}

// The sender's thread: sleeps until an event's time and hands it to the window's queue.
void Replay::send(const std::stop_token& stop) {
    const auto begin = Clock::now();
    const double first = m_events.empty() ? 0 : m_events.front().t;
    for (size_t i = 0; i < m_events.size() && !stop.stop_requested(); ++i) {
        std::this_thread::sleep_until(
            begin + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(m_events[i].t - first)));
        m_sentNs[i] = nowNs();
        // Where the paper lies is the window's to say, when the event's turn comes.
        QMetaObject::invokeMethod(
            this, [this, i] { deliver(i); }, Qt::QueuedConnection);
    }
}

void Replay::deliver(size_t index) {
    const TraceEvent& event = m_events[index];
    ui::Sheet* sheet = m_window->sheet();
    if (event.type == TraceEvent::Type::press && !event.brush.empty()) m_window->toolbox()->chooseBrush(event.brush);
    const QPointF onSheet = sheet->toWidget(Point(event.x, event.y) / static_cast<double>(ui::Sheet::kPixelsPerMetre));
    QWindow* target = m_window->windowHandle();
    const QPointF local = sheet->mapTo(m_window, onSheet);
    const bool down = m_isOnPaper[index];
    QTabletEvent tablet(typeOf(event.type), &m_pen, local, target->mapToGlobal(local), down ? event.pressure : 0,
                        static_cast<float>(event.xTilt), static_cast<float>(event.yTilt), 0, 0, 0, Qt::NoModifier,
                        event.type == TraceEvent::Type::move ? Qt::NoButton : Qt::LeftButton,
                        down ? Qt::LeftButton : Qt::NoButton);
    tablet.setTimestamp(index + 1);  // tells which sample it is when its pixels are painted
    QCoreApplication::sendEvent(target, &tablet);
    ++m_delivered;
}

void Replay::painted(const ui::Sheet::Latency& latency) {
    const int64_t index = latency.timestampNs / kNsPerMs - 1;
    if (index < 0 || index >= static_cast<int64_t>(m_events.size())) return;  // somebody's real pen
    const auto i = static_cast<size_t>(index);
    m_penToPaintMs[i] = static_cast<double>(latency.paintedNs - m_sentNs[i]) / static_cast<double>(kNsPerMs);
}

// For whoever watches from outside, as soon as it is so: these strokes are finished, and in the file.
void Replay::tellKept() {
    document::Store* store = m_window->drawing()->store();
    if (store && !store->flush(std::chrono::milliseconds(0))) {
        m_keeping.start();
        return;
    }
    while (m_told < m_strokes) std::printf("stroke %zu\n", ++m_told);
    std::fflush(stdout);
}

void Replay::lookWhetherDone() {
    if (m_delivered < m_events.size() || !m_waiting.empty() || !m_window->isSettled()) return;
    m_look.stop();
    Q_EMIT finished();
}

nlohmann::ordered_json Replay::report() const {
    std::vector<double> painted;
    size_t samples = 0;
    for (size_t i = 0; i < m_events.size(); ++i) {
        if (!m_isOnPaper[i]) continue;  // paints nothing
        ++samples;
        if (m_penToPaintMs[i] >= 0) painted.push_back(m_penToPaintMs[i]);
    }
    const double most = painted.empty() ? 0 : *std::max_element(painted.begin(), painted.end());
    return {
        {"samples", samples},
        {"dropped", samples - painted.size()},
        {"strokes", m_strokes},
        {"pen_to_paint_ms",
         {{"p50", rounded(percentile(painted, 0.5))},
          {"p99", rounded(percentile(painted, 0.99))},
          {"max", rounded(most)}}},
        {"stroke_to_world_ms",
         {{"p50", rounded(percentile(m_strokeToWorldMs, 0.5))}, {"p99", rounded(percentile(m_strokeToWorldMs, 0.99))}}},
        {"hand_over_ms_max", rounded(m_handOverMs)}};
}

}  // namespace sketchwalk::desktop
