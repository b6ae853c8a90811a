// One thread that makes scenes ready: one at work, one waiting, the latest wins.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "render/scene/Prepared.h"

namespace sketchwalk::render {

class Preparer {
  public:
    // `done` is called on the worker's thread, not for scenes that a later one replaced.
    using Done = std::function<void(std::shared_ptr<const Prepared>)>;
    explicit Preparer(Done done);
    ~Preparer();  // stops what is at work and waits for it, within 100 ms or so

    void submit(std::shared_ptr<const scene::Scene> scene, bool withDetail);
    // Lets go of them on the worker's thread: a large scene takes a while to be freed.
    void release(std::vector<std::shared_ptr<const Prepared>> scenes);

  private:
    void run(const std::stop_token& stop);

    Done m_done;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    struct Wish {
        std::shared_ptr<const scene::Scene> scene;
        bool withDetail = true;
    };
    std::optional<Wish> m_pending;
    std::vector<std::shared_ptr<const Prepared>> m_released;
    std::stop_source m_current;
    std::jthread m_thread;  // last: ends before the rest goes
};

}  // namespace sketchwalk::render
