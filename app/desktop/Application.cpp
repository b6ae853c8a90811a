#include "app/desktop/Application.h"

#include <QEvent>
#include <QMetaEnum>
#include <chrono>
#include <ctime>

namespace sketchwalk::desktop {
namespace {

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
    const bool isPicture = who == QStringLiteral("QDefaultAnimationDriver") || who == QStringLiteral("QAnimationTimer");
    Longest& longest = isPicture ? m_longestPicture : m_longest;
    const bool isLongestOwn = !isPicture && own > m_longestOwn.ownMilliseconds;
    if (wall > longest.milliseconds || isLongestOwn) {
        const char* name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
        const Longest found{wall, own, who + QStringLiteral(", ") + (name ? name : "own event")};
        if (wall > longest.milliseconds) longest = found;
        if (isLongestOwn) m_longestOwn = found;
    }
    return result;
}

}  // namespace sketchwalk::desktop
