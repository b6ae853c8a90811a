// Turns Ctrl-C and a polite kill into a stop request, so that work ends at its next check and no half file is left.
#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace sketchwalk::cli {

// Make one at the start of main, before any thread: SIGINT and SIGTERM are blocked everywhere and waited for on one
// thread, since a signal handler may do next to nothing.
class Interrupt {
  public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    std::stop_token token() const { return m_source.get_token(); }

  private:
    sigset_t m_signals{};
    std::stop_source m_source;
    std::jthread m_waiter;
};

}  // namespace sketchwalk::cli
