#include "app/cli/Interrupt.h"

#include <ctime>

namespace sketchwalk::cli {
namespace {

constexpr long kLookForEndEvery = 20'000'000;  // nanoseconds: how long the end of the program may wait for this thread

}  // namespace

Interrupt::Interrupt() {
    sigemptyset(&m_signals);
    sigaddset(&m_signals, SIGINT);
    sigaddset(&m_signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    m_waiter = std::jthread([this](const std::stop_token& done) {
        const timespec patience{0, kLookForEndEvery};
        while (!done.stop_requested()) {
            if (sigtimedwait(&m_signals, nullptr, &patience) > 0) m_source.request_stop();
        }
    });
}

Interrupt::~Interrupt() = default;

}  // namespace sketchwalk::cli
