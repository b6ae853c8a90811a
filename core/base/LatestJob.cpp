#include "core/base/LatestJob.h"

#include <exception>
#include <utility>

#include "core/base/Priority.h"

namespace sketchwalk {

LatestJob::LatestJob(int threads, OnFailure onFailure)
    : m_threads(threads),
      m_onFailure(std::move(onFailure)),
      m_thread([this](const std::stop_token& ending) { run(ending); }) {}

LatestJob::~LatestJob() {
    cancel();
    m_thread.request_stop();
    m_thread.join();
}

void LatestJob::post(Work work, Running running) {
    {
        const std::lock_guard lock(m_mutex);
        drop();
        m_pending = std::move(work);
        if (running == Running::stop) m_running.request_stop();
    }
    m_changed.notify_all();
}

void LatestJob::cancel() {
    const std::lock_guard lock(m_mutex);
    drop();
    m_running.request_stop();
}

void LatestJob::drop() {
    if (m_pending) m_dropped.push_back(std::move(*m_pending));
    m_pending.reset();
}

bool LatestJob::busy() const {
    const std::lock_guard lock(m_mutex);
    return m_isRunning || m_pending.has_value();
}

void LatestJob::run(const std::stop_token& ending) {
    giveWay();
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, ending, [this] { return m_pending.has_value(); })) {
        Work work = std::move(*m_pending);
        std::vector<Work> dropped = std::exchange(m_dropped, {});
        m_pending.reset();
        m_running = std::stop_source();
        m_isRunning = true;
        const Job job{m_running.get_token(), {}, m_threads};
        lock.unlock();
        dropped.clear();
        try {
            work(job);
        } catch (const std::exception& error) {
            if (m_onFailure) m_onFailure(error.what());
        } catch (...) {
            if (m_onFailure) m_onFailure("an unknown error");
        }
        work = {};  // what it holds may take long to be freed: not while someone waits to post
        lock.lock();
        m_isRunning = false;
    }
}

}  // namespace sketchwalk
