// Plays a recorded pen into the real window, as tablet events at their own times, and tells how quickly the window
// answered. A thread of its own sends the events, so that a busy window gets them as late as from a real pen.
#pragma once

#include <QObject>
#include <QPointingDevice>
#include <QTimer>
#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>
#include <vector>

#include "app/desktop/Trace.h"
#include "ui/window/MainWindow.h"

namespace sketchwalk::desktop {

class Replay : public QObject {
    Q_OBJECT

  public:
    Replay(ui::MainWindow* window, std::vector<TraceEvent> events, QObject* parent = nullptr);
    ~Replay() override;

    void start();                           // the window is shown and settled
    nlohmann::ordered_json report() const;  // after finished()

  Q_SIGNALS:
    void finished();  // all is painted, and the last world is shown

  private:
    using Clock = std::chrono::steady_clock;
    void begin();
    void send(const std::stop_token& stop);
    void deliver(size_t index);
    void painted(const ui::Sheet::Latency& latency);
    void tellKept();
    void lookWhetherDone();

    ui::MainWindow* m_window;
    std::vector<TraceEvent> m_events;
    std::vector<bool> m_isOnPaper;       // by event
    std::vector<int64_t> m_sentNs;       // by event, steady clock
    std::vector<double> m_penToPaintMs;  // by event; below 0: not painted
    struct Waiting {
        uint64_t revision;
        Clock::time_point since;
    };
    std::vector<Waiting> m_waiting;  // strokes whose world is not there yet
    std::vector<double> m_strokeToWorldMs;
    double m_handOverMs = 0;  // the most processor time that a slice of handing a scene over took
    size_t m_delivered = 0;
    size_t m_strokes = 0;
    size_t m_told = 0;  // of them: those that were in the file when last looked
    QPointingDevice m_pen;
    QTimer m_look, m_keeping;
    std::jthread m_sender;  // last: ends before what it uses
};

}  // namespace sketchwalk::desktop
