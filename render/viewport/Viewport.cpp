#include "render/viewport/Viewport.h"

#include <QEventLoop>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QTimer>
#include <utility>

#include "render/viewport/Graphics.h"
#include "render/viewport/PictureClock.h"
#include "render/viewport/ViewportOwn.h"

namespace sketchwalk::render {

Viewport::Viewport(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("viewport"));
    setAccessibleName(tr("3D view"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_AcceptTouchEvents);
    m_own = std::make_unique<Implementation>(this);
}

Viewport::~Viewport() = default;

bool Viewport::isAvailable() const {
    return m_own->m_world != nullptr;
}

QString Viewport::whyNot() const {
    return m_own->m_label ? m_own->m_label->text() : QString();
}

void Viewport::setScene(std::shared_ptr<const scene::Scene> scene) {
    m_own->setScene(std::move(scene));
}

std::shared_ptr<const scene::Scene> Viewport::scene() const {
    return m_own->m_scene;
}

bool Viewport::isSettled() const {
    return !m_own->m_isPreparing && !m_own->m_isHandingOver && !m_own->m_motion.isMoving() && !m_own->isSettling();
}

void Viewport::setTimeOfDay(double hours) {
    m_own->m_hours = hours;
    m_own->m_lightIsStale = true;
    m_own->m_quietRounds = 0;
}

double Viewport::timeOfDay() const {
    return m_own->m_hours;
}

void Viewport::setSelected(std::vector<uint64_t> instanceIds) {
    if (instanceIds == m_own->m_selected) return;  // another scene is marked when it is handed over
    m_own->m_selected = std::move(instanceIds);
    m_own->m_quietRounds = 0;
    if (m_own->m_world) m_own->m_world->setSelected(m_own->m_selected);
}

const std::vector<uint64_t>& Viewport::selected() const {
    return m_own->m_selected;
}

void Viewport::setHandles(const std::optional<Handles>& handles) {
    if (handles == m_own->m_handles) return;
    m_own->m_handles = handles;
    m_own->m_quietRounds = 0;
    if (m_own->m_world) m_own->m_world->setHandles(handles);
}

void Viewport::setOutlines(std::vector<glm::vec3> ends) {
    if (ends == m_own->m_outlines) return;
    m_own->m_outlines = std::move(ends);
    m_own->m_quietRounds = 0;
    if (m_own->m_world) m_own->m_world->setOutlines(m_own->m_outlines);
}

const std::optional<Handles>& Viewport::handles() const {
    return m_own->m_handles;
}

void Viewport::setQuality(Quality quality) {
    m_own->m_quality = quality;
    if (quality == Quality::automatic) {
        m_own->m_auto.measureAgain();
        m_own->applyQuality(m_own->m_auto.level());
    } else {
        m_own->applyQuality(static_cast<int>(quality) - static_cast<int>(Quality::low));
    }
}

Quality Viewport::quality() const {
    return m_own->m_quality;
}

void Viewport::setMiniMapShown(bool shown) {
    m_own->m_miniMapWished = shown;
    m_own->layOut();
}

void Viewport::setAnimated(bool animated) {
    m_own->m_isAnimated = animated;
}

void Viewport::setPaused(bool paused) {
    m_own->m_isPaused = paused;
    if (m_own->m_world) PictureClock::shared().setStill(paused);
}

void Viewport::setCameraMode(CameraMode mode) {
    if (mode == m_own->m_motion.mode()) return;
    m_own->m_motion.setMode(mode);
    m_own->m_keys.clear();
    Q_EMIT cameraModeChanged(mode);
}

void Viewport::setMoved(std::vector<MovedCopy> moved) {
    if (m_own->m_world) m_own->m_world->setMoved(std::move(moved));
    m_own->m_quietRounds = 0;
}

CameraMode Viewport::cameraMode() const {
    return m_own->m_motion.mode();
}

CameraPose Viewport::cameraPose() const {
    return m_own->m_motion.pose();
}

void Viewport::setCameraPose(const CameraPose& pose) {
    m_own->m_motion.setPose(pose);
    m_own->showPose();
}

void Viewport::moveCameraTo(const CameraPose& pose) {
    m_own->m_motion.glideTo(pose);
}

void Viewport::frame(glm::vec3 min, glm::vec3 max) {
    m_own->m_motion.glideTo(m_own->m_motion.framing(min, max, m_own->lens().aspect()));
}

void Viewport::frameAll() {
    if (!m_own->m_scene) return;
    // Who flies stands too low to see a whole world.
    if (cameraMode() == CameraMode::fly) setCameraMode(CameraMode::orbit);
    frame(m_own->m_low, m_own->m_high);
}

void Viewport::lookAtSpawn() {
    if (!m_own->m_scene) return;
    const auto& spawn = m_own->m_scene->spawn;
    CameraPose pose;
    pose.eye = spawn.position + glm::vec3(0, 1.7f, 0);
    pose.yaw = spawn.yaw;
    pose.pitch = 0;
    pose.distance = 12;
    setCameraMode(CameraMode::fly);
    m_own->m_motion.glideTo(pose);
}

void Viewport::goTo(double mapX, double mapY) {
    float height = 0;
    if (const auto& scene = m_own->m_scene; scene && scene->ground && !scene->ground->height.empty()) {
        height = static_cast<float>(scene->ground->heightAt({mapX, mapY}));
    }
    m_own->m_motion.lookAt({static_cast<float>(mapX), height, static_cast<float>(mapY)});
}

std::optional<glm::vec3> Viewport::groundAt(QPointF position) const {
    return m_own->groundUnder(position);
}

std::optional<Pick> Viewport::pickAt(QPoint position) const {
    if (!m_own->m_picker || !rect().contains(position)) return std::nullopt;
    return m_own->m_picker->pick(m_own->lens().ray({position.x() + 0.5f, position.y() + 0.5f}));
}

std::optional<QPointF> Viewport::project(glm::vec3 point) const {
    const auto at = m_own->lens().project(point);
    if (!at) return std::nullopt;
    return QPointF(at->x, at->y);
}

float Viewport::metresPerPixel(glm::vec3 at) const {
    return m_own->lens().metresPerPixel(at);
}

void Viewport::capture(std::function<void(const QImage&)> done) {
    m_own->m_captures.push_back(std::move(done));
    if (!m_own->m_world) m_own->takePictures();
}

QImage Viewport::grab(int timeoutMs) {
    QEventLoop loop;
    auto picture = std::make_shared<QImage>();
    const QPointer<QEventLoop> waiting(&loop);
    bool isDone = false;
    capture([picture, waiting, &isDone](const QImage& image) {
        *picture = image;
        if (!waiting) return;  // given up
        isDone = true;
        waiting->quit();
    });
    QTimer::singleShot(timeoutMs, &loop, &QEventLoop::quit);
    if (!isDone) loop.exec(QEventLoop::ExcludeUserInputEvents);
    return *picture;
}

Statistics Viewport::statistics() const {
    Statistics now = m_own->m_statistics;
    if (m_own->m_world) {
        const DrawCount drawn = m_own->m_world->nodes().count(), shadows = m_own->m_world->nodes().shadowCount();
        now.drawCalls = drawn.calls;
        now.shadowCalls = shadows.calls;
        now.triangles = drawn.triangles;
        now.instances = drawn.instances;
    }
    return now;
}

void Viewport::paintEvent(QPaintEvent*) {
    // Seen only in QWidget::grab() of a window, and for a moment before the 3D window shows.
    if (m_own->m_label) return;
    QPainter painter(this);
    if (m_own->m_lastPicture.isNull()) {
        painter.fillRect(rect(), QColor(196, 210, 222));
    } else {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(rect(), m_own->m_lastPicture);
    }
}

void Viewport::resizeEvent(QResizeEvent*) {
    m_own->takeSize();
}

void Viewport::showEvent(QShowEvent*) {
    m_own->layOut();
    m_own->m_quietRounds = 0;
}

void Viewport::hideEvent(QHideEvent*) {
    m_own->m_keys.clear();
}

}  // namespace sketchwalk::render
