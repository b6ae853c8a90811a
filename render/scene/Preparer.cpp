#include "render/scene/Preparer.h"

#include <utility>

namespace sketchwalk::render {

Preparer::Preparer(Done done) : m_done(std::move(done)) {
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Preparer::~Preparer() {
    m_thread.request_stop();
    const std::lock_guard lock(m_mutex);
    m_current.request_stop();
    m_wake.notify_all();
}

void Preparer::submit(std::shared_ptr<const scene::Scene> scene) {
    const std::lock_guard lock(m_mutex);
    m_pending = std::move(scene);
    m_current.request_stop();
    m_wake.notify_all();
}

void Preparer::run(const std::stop_token& stop) {
    std::shared_ptr<const Prepared> last;
    while (!stop.stop_requested()) {
        std::shared_ptr<const scene::Scene> scene;
        std::stop_token current;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [&] { return m_pending.has_value(); })) return;
            scene = std::move(*m_pending);
            m_pending.reset();
            m_current = std::stop_source();
            current = m_current.get_token();
        }
        auto prepared = prepare(std::move(scene), last, 2, current);
        if (!prepared || current.stop_requested()) continue;
        last = prepared;
        m_done(std::move(prepared));
    }
}

}  // namespace sketchwalk::render
