#include "ui/play/RoutePlayer.h"

#include <algorithm>
#include <cmath>

#include "render/viewport/Viewport.h"

namespace sketchwalk::ui {
namespace {

constexpr int kPictureMs = 40;        // at best
constexpr double kShare = 0.2;        // of the window's time that pictures may take
constexpr double kLongestStep = 0.5;  // seconds: who was away sees nobody jump

}  // namespace

RoutePlayer::RoutePlayer(QObject* parent) : QObject(parent) {
    m_round.setSingleShot(true);
    connect(&m_round, &QTimer::timeout, this, &RoutePlayer::step);
}

void RoutePlayer::setViewport(render::Viewport* viewport) {
    m_viewport = viewport;
    decide();
}

void RoutePlayer::setScene(std::shared_ptr<const scene::Scene> scene) {
    m_scene = std::move(scene);
    decide();
}

void RoutePlayer::setPlays(bool plays) {
    m_plays = plays;
    if (!plays) m_seconds = 0;
    decide();
}

void RoutePlayer::setPenAtWork(bool atWork) {
    m_penAtWork = atWork;
    decide();
}

void RoutePlayer::setWalking(bool walking) {
    m_walking = walking;
    if (walking) m_moved = false;  // who walks shows them
    decide();
}

void RoutePlayer::decide() {
    const bool any = m_scene && std::any_of(m_scene->routes.begin(), m_scene->routes.end(), [](const auto& route) {
                         return route.asset >= 0 && route.track.keys.size() > 1;
                     });
    if (m_plays && any && m_viewport && !m_penAtWork && !m_walking) {
        if (m_round.isActive()) return;
        m_since.start();
        m_round.start(kPictureMs);
        return;
    }
    m_round.stop();
    // Back where they begin, once nobody wishes to see them go; a pen that draws leaves them where they are.
    const bool goesOn = m_plays && any && m_penAtWork;
    if (m_moved && !goesOn && !m_walking && m_viewport) m_viewport->setMoved({});
    m_moved = m_moved && goesOn;
}

void RoutePlayer::step() {
    if (!m_viewport || !m_scene) return;
    m_seconds += std::min(static_cast<double>(m_since.restart()) / 1000, kLongestStep);
    if (m_viewport->isVisible()) {
        std::vector<render::MovedCopy> moved;
        for (const scene::InstanceGroup& group : scene::followersAt(*m_scene, m_seconds)) {
            for (const scene::Instance& one : group.instances) {
                const float yaw = one.yaw * 0.017453293f;
                moved.push_back(
                    {one.id, group.asset, one.scale, one.position, glm::angleAxis(yaw, glm::vec3(0, 1, 0))});
            }
        }
        m_viewport->setMoved(std::move(moved));
        m_moved = true;
    }
    const double picture = m_viewport->statistics().frameMs;
    m_round.start(std::max(kPictureMs, static_cast<int>(std::lround(picture / kShare))));
}

}  // namespace sketchwalk::ui
