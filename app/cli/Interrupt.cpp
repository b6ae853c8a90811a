#include "app/cli/Interrupt.h"

#include <semaphore.h>

#include <cerrno>
#include <csignal>

namespace sketchwalk::cli {
namespace {

sem_t g_asked;  // posted from signal handlers, who may not do much else

void ask(int) {
    const int before = errno;
    sem_post(&g_asked);
    errno = before;
}

}  // namespace

Interrupt::Interrupt() {
    sem_init(&g_asked, 0, 0);
    struct sigaction action {};
    action.sa_handler = ask;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int signal : {SIGINT, SIGTERM}) sigaction(signal, &action, nullptr);
    m_waiter = std::jthread([this](const std::stop_token& done) {
        while (!done.stop_requested()) {
            if (sem_wait(&g_asked) == 0 && !done.stop_requested()) m_source.request_stop();
        }
    });
}

Interrupt::~Interrupt() {
    m_waiter.request_stop();
    sem_post(&g_asked);
}

}  // namespace sketchwalk::cli
