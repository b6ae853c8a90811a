#include "ui/play/WalkSession.h"

#include <QThread>
#include <algorithm>
#include <glm/common.hpp>
#include <utility>

#include "ui/model/Said.h"

namespace sketchwalk::ui {
namespace {

constexpr double kHeard = 2;          // metres a second of a landing
constexpr double kMostCatchUp = 0.1;  // seconds: after a longer pause time goes on from there
const auto kTickTime =
    std::chrono::duration_cast<std::chrono::steady_clock::duration>(std::chrono::duration<double>(play::kTick));

}  // namespace

WalkSession::WalkSession(QObject* parent)
    : QObject(parent), m_thread([this](const std::stop_token& stop) { run(stop); }) {}

WalkSession::~WalkSession() {
    m_thread.request_stop();
    const std::lock_guard lock(m_mutex);
    m_build.request_stop();
}

void WalkSession::enter(std::shared_ptr<const scene::Scene> scene, std::optional<Point> place) {
    const std::lock_guard lock(m_mutex);
    m_wish = Wish{std::move(scene), place, Clock::now()};
    m_leaves = false;
    m_build.request_stop();
    m_build = {};
    m_wake.notify_all();
}

void WalkSession::leave() {
    const std::lock_guard lock(m_mutex);
    m_wish.reset();
    m_leaves = true;
    m_isReady = false;
    m_intent = {};
    m_build.request_stop();
    m_build = {};
    m_wake.notify_all();
}

bool WalkSession::isReady() const {
    const std::lock_guard lock(m_mutex);
    return m_isReady;
}

void WalkSession::setIntent(const play::Intent& intent) {
    const std::lock_guard lock(m_mutex);
    m_intent = intent;
}

void WalkSession::rescue() {
    const std::lock_guard lock(m_mutex);
    m_rescue = true;
}

play::Walker WalkSession::walker() const {
    const std::lock_guard lock(m_mutex);
    const double passed = std::chrono::duration<double>(Clock::now() - m_at).count();
    const double share = std::clamp(passed / play::kTick, 0.0, 1.0);
    play::Walker shown = m_now;
    shown.feet = glm::mix(m_before.feet, m_now.feet, share);
    shown.eye = glm::mix(m_before.eye, m_now.eye, share);
    return shown;
}

std::vector<play::Prop> WalkSession::movedProps() const {
    const std::lock_guard lock(m_mutex);
    return m_props;
}

std::vector<play::Goer> WalkSession::goers() const {
    const std::lock_guard lock(m_mutex);
    return m_goers;
}

int WalkSession::ticks() const {
    const std::lock_guard lock(m_mutex);
    return m_ticks;
}

// The thread: waits for a scene, makes it ready, walks in it until told otherwise.
void WalkSession::run(const std::stop_token& stop) {
    std::optional<play::World> world;
    while (!stop.stop_requested()) {
        Wish wish;
        std::stop_token build;
        {
            std::unique_lock lock(m_mutex);
            if (m_leaves) {
                world.reset();
                m_leaves = false;
            }
            if (!m_wake.wait(lock, stop, [this] { return m_wish.has_value() || m_leaves; })) return;
            if (!m_wish) continue;
            wish = std::move(*m_wish);
            m_wish.reset();
            build = m_build.get_token();
        }
        world = make(wish, std::move(world), build);
        if (world) walk(*world, stop);
    }
}

std::optional<play::World> WalkSession::make(const Wish& wish, std::optional<play::World> old,
                                             const std::stop_token& stop) {
    Job job;
    job.stop = stop;
    job.threads = std::max(1, QThread::idealThreadCount());
    auto made = play::World::build(wish.scene, {}, job);
    if (!made) {
        const bool wanted = made.error().kind != ErrorKind::interrupted;
        const QString why = said(made.error());
        if (wanted)
            QMetaObject::invokeMethod(
                this, [this, why] { Q_EMIT failed(why); }, Qt::QueuedConnection);
        return old;
    }
    if (wish.place) {
        made->placeOnMap(*wish.place);
    } else if (old && old->scene().extent == wish.scene->extent) {
        made->place(old->walker().feet);
    }
    const std::lock_guard lock(m_mutex);
    if (m_wish || m_leaves) return std::move(*made);  // overtaken
    m_isReady = true;
    m_ticks = 0;
    m_props.clear();
    m_goers = made->goers();
    m_before = m_now = made->walker();
    m_at = Clock::now();
    const double ms = std::chrono::duration<double, std::milli>(m_at - wish.asked).count();
    QMetaObject::invokeMethod(
        this, [this, ms] { Q_EMIT ready(ms); }, Qt::QueuedConnection);
    return std::move(*made);
}

void WalkSession::walk(play::World& world, const std::stop_token& stop) {
    auto next = Clock::now() + kTickTime;
    for (;;) {
        play::Intent intent;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait_until(lock, stop, next, [this] { return m_wish.has_value() || m_leaves; });
            if (stop.stop_requested() || m_wish || m_leaves) return;
            intent = m_intent;
            if (std::exchange(m_rescue, false)) world.rescue();
        }
        const auto now = Clock::now();
        if (now - next > std::chrono::duration<double>(kMostCatchUp)) next = now;
        for (; next <= now; next += kTickTime) {
            world.tick(intent);
            const float landing = world.walker().landing;
            if (landing > kHeard) {
                QMetaObject::invokeMethod(
                    this, [this, landing] { Q_EMIT landed(landing); }, Qt::QueuedConnection);
            }
            std::vector<play::Goer> goers = world.goers();
            const std::lock_guard lock(m_mutex);
            m_goers = std::move(goers);
            ++m_ticks;
            m_before = m_now;
            m_now = world.walker();
            m_at = next;
            if (m_now.rescues != m_before.rescues) m_before = m_now;
        }
        if (world.anyPropAwake()) publish(world);
    }
}

void WalkSession::publish(const play::World& world) {
    std::vector<play::Prop> moved;
    for (const play::Prop& prop : world.props()) {
        if (prop.moved) moved.push_back(prop);
    }
    const std::lock_guard lock(m_mutex);
    m_props = std::move(moved);
}

}  // namespace sketchwalk::ui
