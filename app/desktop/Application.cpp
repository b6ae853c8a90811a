#include "app/desktop/Application.h"

#include <QEvent>
#include <QMetaEnum>
#include <chrono>
#include <ctime>

namespace sketchwalk::desktop {
namespace {

constexpr double kWorthNaming = 1;  // milliseconds

double ownMilliseconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

}  // namespace

void Application::startMeasuring() {
    m_longest = {};
    m_longestOwn = {};
    m_longestPicture = {};
    m_kinds.clear();
    m_measuring = true;
}

bool Application::notify(QObject* receiver, QEvent* event) {
    if (!m_measuring || m_depth > 0) return QApplication::notify(receiver, event);
    // The receiver may be gone afterwards.
    const QString who = QString::fromLatin1(receiver->metaObject()->className());
    const QEvent::Type type = event->type();
    const auto start = std::chrono::steady_clock::now();
    const double ownStart = ownMilliseconds();
    ++m_depth;
    const bool result = QApplication::notify(receiver, event);
    --m_depth;
    const double own = ownMilliseconds() - ownStart;
    const double wall = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    const bool isPicture = who == QStringLiteral("QDefaultAnimationDriver") ||
                           who == QStringLiteral("QAnimationTimer") ||
                           who == QStringLiteral("sketchwalk::render::PictureClock");
    if (wall < kWorthNaming) return result;
    const char* name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    const Longest found{wall, own, who + QStringLiteral(", ") + (name ? name : "own event")};
    const auto keep = [&found](Longest& byWall, Longest* byOwn) {
        if (found.milliseconds > byWall.milliseconds) byWall = found;
        if (byOwn && found.ownMilliseconds > byOwn->ownMilliseconds) *byOwn = found;
    };
    keep(isPicture ? m_longestPicture : m_longest, isPicture ? nullptr : &m_longestOwn);
    Kind& kind = m_kinds[found.what];
    keep(kind.longest, &kind.longestOwn);
    ++kind.count;
    if (own > kHeldMs) ++kind.held;
    return result;
}

}  // namespace sketchwalk::desktop
