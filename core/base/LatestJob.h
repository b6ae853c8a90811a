// Work in the background where only the latest matters: one thread, one running job, one pending slot. A new job asks
// the running one to stop and takes the pending one's place. Whoever posts never waits, also not for what a job holds
// to be freed.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/base/Job.h"

namespace sketchwalk {

class LatestJob {
  public:
    // Called from the job's thread with a stop token, `report` empty and the threads it may use. It hands its result
    // on by itself, and looks at job.stopped() before it does: who was asked to stop gives nothing.
    using Work = std::function<void(const Job& job)>;
    // An exception that nobody expected, in words; called from the job's thread. The next job runs as if nothing was.
    using OnFailure = std::function<void(const std::string& what)>;

    LatestJob(int threads, OnFailure onFailure);
    ~LatestJob();  // asks the running job to stop and waits for it

    enum class Running { stop, finish };  // what becomes of the job that runs now
    void post(Work work, Running running = Running::stop);
    void cancel();      // stops the running job and drops the pending one
    bool busy() const;  // running or pending

  private:
    void run(const std::stop_token& ending);
    void drop();  // the pending job; the mutex is held

    const int m_threads;
    const OnFailure m_onFailure;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<Work> m_pending;
    std::vector<Work> m_dropped;  // jobs that never ran: what they hold is freed on the job's thread too
    std::stop_source m_running;   // of the running job
    bool m_isRunning = false;
    std::jthread m_thread;  // last: ends before what it uses
};

}  // namespace sketchwalk
