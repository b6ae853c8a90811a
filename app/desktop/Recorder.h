// Writes down what the pen does on the sheet, so that it can be replayed.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <vector>

#include "app/desktop/Trace.h"
#include "ui/window/MainWindow.h"

namespace sketchwalk::desktop {

class Recorder : public QObject {
    Q_OBJECT

  public:
    explicit Recorder(ui::MainWindow* window, QObject* parent = nullptr);
    const std::vector<TraceEvent>& events() const { return m_events; }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void add(TraceEvent::Type type, QPointF onSheet, double pressure, double xTilt = 0, double yTilt = 0);

    ui::MainWindow* m_window;
    QElapsedTimer m_time;
    bool m_pen = false;  // a pen's events come again as a mouse's
    std::vector<TraceEvent> m_events;
};

}  // namespace sketchwalk::desktop
