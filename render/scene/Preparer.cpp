#include "render/scene/Preparer.h"

#include <utility>

#include "core/base/Priority.h"

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

void Preparer::submit(std::shared_ptr<const scene::Scene> scene, bool withDetail) {
    const std::lock_guard lock(m_mutex);
    m_pending = Wish{std::move(scene), withDetail};
    m_current.request_stop();
    m_wake.notify_all();
}

void Preparer::release(std::vector<std::shared_ptr<const Prepared>> scenes) {
    if (scenes.empty()) return;
    const std::lock_guard lock(m_mutex);
    for (auto& scene : scenes) m_released.push_back(std::move(scene));
    m_wake.notify_all();
}

void Preparer::run(const std::stop_token& stop) {
    giveWay();
    std::shared_ptr<const Prepared> last;
    while (!stop.stop_requested()) {
        std::optional<Wish> wish;
        std::vector<std::shared_ptr<const Prepared>> released;
        std::stop_token current;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [&] { return m_pending.has_value() || !m_released.empty(); })) return;
            released = std::exchange(m_released, {});
            wish = std::exchange(m_pending, std::nullopt);
            if (wish) {
                m_current = std::stop_source();
                current = m_current.get_token();
            }
        }
        released.clear();
        if (!wish) continue;
        auto prepared = prepare(std::move(wish->scene), last, wish->withDetail, 2, current);
        if (!prepared || current.stop_requested()) continue;
        last = prepared;
        m_done(std::move(prepared));
    }
}

}  // namespace sketchwalk::render
