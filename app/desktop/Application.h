// The Qt application, which can tell how long its own thread was busy with one event at most.
#pragma once

#include <QApplication>
#include <QString>
#include <map>

namespace sketchwalk::desktop {

class Application : public QApplication {
    Q_OBJECT

  public:
    using QApplication::QApplication;

    struct Longest {
        double milliseconds = 0;  // of wall time: what a user would feel
        double ownMilliseconds =
            0;         // of that, spent by this thread itself; else it waited, or others had the processor
        QString what;  // who was busy with what kind of event
    };
    // From now on the longest events are remembered. Events inside others count with those.
    void startMeasuring();
    const Longest& longest() const { return m_longest; }        // by wall time, but for pictures
    const Longest& longestOwn() const { return m_longestOwn; }  // by the thread's own time, but for pictures
    // By who was busy with what kind of event: its longest, and how often one took longer than kHeldMs by its own time.
    static constexpr double kHeldMs = 16;
    struct Kind {
        Longest longest, longestOwn;
        size_t held = 0, count = 0;
    };
    const std::map<QString, Kind>& kinds() const { return m_kinds; }
    // A round of Qt 3D, which draws on this thread: how long that takes is up to the graphics card.
    const Longest& longestPicture() const { return m_longestPicture; }

    bool notify(QObject* receiver, QEvent* event) override;

  private:
    bool m_measuring = false;
    int m_depth = 0;
    Longest m_longest, m_longestOwn, m_longestPicture;
    std::map<QString, Kind> m_kinds;
};

}  // namespace sketchwalk::desktop
