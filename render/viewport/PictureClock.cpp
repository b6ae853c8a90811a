#include "render/viewport/PictureClock.h"

#include <algorithm>

namespace sketchwalk::render {
namespace {

constexpr int kTickMs = 16;      // from tick to tick, as Qt's own
constexpr int kLeastMs = 6;      // from the end of a picture to the next: others have their turn
constexpr qint64 kMostMs = 250;  // that a tick counts for, whatever it took

}  // namespace

PictureClock& PictureClock::shared() {
    static auto* const clock = new PictureClock;  // never gone: Qt keeps it, and asks it when all else ends
    return *clock;
}

PictureClock::PictureClock() {
    m_sinceTick.start();
    install();
}

void PictureClock::setStill(bool still) {
    if (still == m_isStill) return;
    m_isStill = still;
    if (still) {
        m_timer.stop();
    } else if (isRunning()) {
        tickIn(0);
    }
}

void PictureClock::start() {
    QAnimationDriver::start();
    if (!m_isStill) tickIn(kTickMs);
}

void PictureClock::stop() {
    m_timer.stop();
    QAnimationDriver::stop();
}

void PictureClock::tickIn(int milliseconds) {
    m_timer.start(milliseconds, Qt::PreciseTimer, this);
}

void PictureClock::timerEvent(QTimerEvent*) {
    m_timer.stop();
    m_now += std::min(m_sinceTick.restart(), kMostMs);
    advance();
    const auto taken = static_cast<int>(m_sinceTick.elapsed());
    if (isRunning() && !m_isStill) tickIn(std::max(kTickMs - taken, kLeastMs));
}

}  // namespace sketchwalk::render
