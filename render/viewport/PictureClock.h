// What sets the pace of Qt 3D: it draws on the GUI thread, once a tick of Qt's animations, and takes a tick for any
// change that was left over, even where pictures are asked for on demand only. While this clock stands still nothing is
// drawn at all, and no other animation of Qt goes on either. One a program; GUI thread.
#pragma once

#include <QAnimationDriver>
#include <QBasicTimer>
#include <QElapsedTimer>

namespace sketchwalk::render {

class PictureClock : public QAnimationDriver {
    Q_OBJECT

  public:
    static PictureClock& shared();  // from the first call on it is Qt's, to the end of the program

    void setStill(bool still);
    // Milliseconds of the last tick. What is not a tick is no later: Qt would make up for ticks that it missed at once,
    // and leave no moment for the pen.
    qint64 elapsed() const override { return m_now; }

  protected:
    void start() override;
    void stop() override;
    void timerEvent(QTimerEvent* event) override;

  private:
    PictureClock();

    void tickIn(int milliseconds);

    bool m_isStill = false;
    qint64 m_now = 0;
    QElapsedTimer m_sinceTick;
    QBasicTimer m_timer;
};

}  // namespace sketchwalk::render
