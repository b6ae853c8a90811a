// The other processes of a command that works in several: this program again, with the same arguments and some more.
#pragma once

#include <sys/types.h>
#include <string>
#include <vector>

#include "core/base/Error.h"

namespace sketchwalk::cli {

class Crew {
  public:
    Crew() = default;
    ~Crew();  // ends those that still run
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;

    // One more process with this program's arguments and these. ErrorKind::resource where it cannot be started.
    Result<void> start(const std::vector<std::string>& more);
    // Waits for all. ErrorKind::resource where one of them failed.
    Result<void> wait();

  private:
    std::vector<pid_t> m_running;
};

}  // namespace sketchwalk::cli
