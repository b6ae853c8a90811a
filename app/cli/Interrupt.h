// Turns Ctrl-C and a polite kill into a stop request, so that work ends at its next check and no half file is left.
#pragma once

#include <stop_token>
#include <thread>

namespace sketchwalk::cli {

// Make one at the start of main, and one only. SIGINT and SIGTERM wake a thread, since a signal handler may do next to
// nothing. Blocking them everywhere instead is not enough: libraries start threads of their own before main.
class Interrupt {
  public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    std::stop_token token() const { return m_source.get_token(); }

  private:
    std::stop_source m_source;
    std::jthread m_waiter;
};

}  // namespace sketchwalk::cli
