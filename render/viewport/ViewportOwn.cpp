#include "render/viewport/ViewportOwn.h"

#include <QLabel>
#include <QPointer>
#include <QVBoxLayout>
#include <QWindow>
#include <algorithm>
#include <cmath>
#include <ctime>

#include "render/materials/ShaderText.h"
#include "render/viewport/Graphics.h"
#include "render/viewport/PictureClock.h"

namespace sketchwalk::render {
namespace {

constexpr double kSliceMs = 6;  // that handing over may hold the GUI thread at a time
constexpr int kMiniMapGap = 12;
// Drawn rounds that Qt 3D takes until what it was given (textures above all) is what it draws.
constexpr int kSettlingRounds = 4;

// Processor time of this thread, milliseconds: what a slice costs, whoever else the machine works for.
double threadMs() {
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec now{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) == 0) {
        return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
    }
#endif
    return static_cast<double>(std::clock()) * 1e3 / CLOCKS_PER_SEC;
}

double elapsedMs(const QElapsedTimer& timer) {
    return static_cast<double>(timer.nsecsElapsed()) * 1e-6;
}

}  // namespace

Viewport::Implementation::Implementation(Viewport* face)
    : m_face(face), m_auto(graphics().isSoftware ? 0 : 1, graphics().isSoftware) {
    m_statistics.renderer = graphics().renderer;
    m_roundTimer.start();
    m_statisticsTimer.start();
    if (!graphics().isAvailable) {
        fail(graphics().why);
    } else {
        // A first look at the shaders: without them there would only be a grey window.
        shaderText(QStringLiteral("terrain.frag"), {});
        if (!missingShaders().isEmpty()) {
            fail(Viewport::tr("The 3D view lacks its shaders. %1 Install the program again.").arg(missingShaders()));
        } else {
            m_world = std::make_unique<WorldWindow>();
            m_container = QWidget::createWindowContainer(m_world->window(), face);
            m_container->setObjectName(QStringLiteral("viewportWindow"));
            m_container->setFocusPolicy(Qt::NoFocus);
            m_container->installEventFilter(face);
            m_world->window()->installEventFilter(face);
            m_miniMap = new MiniMap(face);
            m_miniMap->hide();
            connect(m_world.get(), &WorldWindow::frame, this,
                    [this](double) { go(elapsedMs(m_roundTimer) / 1000, true); });
            connect(m_miniMap, &MiniMap::chosen, face, &Viewport::goTo);
            applyQuality(m_auto.level());
        }
    }
    // Also where Qt 3D goes round by itself: it stands still while the window is hidden.
    m_round.setInterval(m_world ? 100 : 16);
    connect(&m_round, &QTimer::timeout, this, [this] {
        if (elapsedMs(m_roundTimer) >= (m_world ? 90 : 10)) go(elapsedMs(m_roundTimer) / 1000, false);
    });
    m_round.start();
    m_hoverTimer.setSingleShot(true);
    m_hoverTimer.setInterval(40);
    connect(&m_hoverTimer, &QTimer::timeout, this, [this] { hover(); });
    if (m_world) {
        const QPointer<Implementation> self(this);
        m_preparer = std::make_unique<Preparer>([self](std::shared_ptr<const Prepared> prepared) {
            if (!self) return;
            QMetaObject::invokeMethod(
                self.data(), [self, prepared = std::move(prepared)] { self->receive(prepared); }, Qt::QueuedConnection);
        });
    }
}

Viewport::Implementation::~Implementation() {
    m_preparer.reset();  // first: it calls back
    if (m_world && m_isPaused) PictureClock::shared().setStill(false);
    auto waiting = std::move(m_captures);
    for (const auto& done : waiting) done({});
    m_world.reset();
}

void Viewport::Implementation::fail(const QString& why) {
    m_label = new QLabel(why, m_face);
    m_label->setObjectName(QStringLiteral("viewportMessage"));
    m_label->setAlignment(Qt::AlignCenter);
    m_label->setWordWrap(true);
    m_label->setMargin(24);
}

Lens Viewport::Implementation::lens() const {
    return {m_motion.pose(), static_cast<float>(std::max(m_face->width(), 1)),
            static_cast<float>(std::max(m_face->height(), 1))};
}

float Viewport::Implementation::overGround(glm::vec3 at) const {
    if (!m_scene || !m_scene->ground || m_scene->ground->height.empty()) return std::max(at.y, 0.5f);
    const Point place(std::clamp(static_cast<double>(at.x), 0.0, m_scene->extent.x),
                      std::clamp(static_cast<double>(at.z), 0.0, m_scene->extent.y));
    return std::max(at.y - static_cast<float>(m_scene->ground->heightAt(place)), 0.5f);
}

void Viewport::Implementation::setScene(std::shared_ptr<const scene::Scene> scene) {
    const double from = threadMs();
    m_scene = std::move(scene);
    m_picker.reset();
    m_sceneTimer.start();
    m_statistics.sliceMs = 0;
    m_lightIsStale = true;
    if (m_scene) {
        const auto ground = m_scene->ground;
        m_low = glm::vec3(0);
        m_high = glm::vec3(m_scene->extent.x, 1, m_scene->extent.y);
        for (const auto& chunk : m_scene->chunks) {
            if (!chunk.mesh) continue;
            m_low.y = std::min(m_low.y, chunk.mesh->min.y);
            m_high.y = std::max(m_high.y, chunk.mesh->max.y);
        }
        m_motion.setGround(
            [ground](float x, float z) {
                if (!ground || ground->height.empty()) return 0.0f;
                const double level =
                    ground->waterLevel.empty()
                        ? NAN
                        : ground->waterLevel.clamped(static_cast<int>(std::lround(x / ground->spacing)),
                                                     static_cast<int>(std::lround(z / ground->spacing)));
                const double land = ground->heightAt({x, z});
                return static_cast<float>(std::isfinite(level) ? std::max(land, level) : land);
            },
            m_low, m_high);
        if (!m_framed || m_framedExtent != m_scene->extent) {
            m_framedExtent = m_scene->extent;
            frameScene();
        }
        m_picker = std::make_shared<const Picker>(m_scene);
    }
    if (m_miniMap) m_miniMap->setScene(m_scene.get());
    layOut();
    if (m_world && m_scene) {
        prepareScene();
    } else {
        m_isPreparing = false;
        if (m_world) m_world->setScene(nullptr);
        m_isHandingOver = true;
    }
    m_statistics.sliceMs = threadMs() - from;
}

void Viewport::Implementation::prepareScene() {
    m_isPreparing = true;
    m_wishesDetail = m_statistics.quality != Quality::low;
    m_preparer->submit(m_scene, m_wishesDetail);
}

void Viewport::Implementation::receive(std::shared_ptr<const Prepared> prepared) {
    if (!m_world || prepared->scene != m_scene) return;  // a later one is on its way
    m_isPreparing = false;
    m_world->setScene(std::move(prepared));
    m_isHandingOver = true;
    m_quietRounds = 0;
}

void Viewport::Implementation::applyLight() {
    static const catalogue::Sky kFair;
    const Daylight light = daylight(m_scene ? m_scene->sky : kFair, m_hours);
    if (m_world) m_world->setLight(light, m_seconds);
    m_lightIsStale = false;
}

void Viewport::Implementation::applyQuality(int level) {
    const Quality now = level == 0 ? Quality::low : level == 1 ? Quality::medium : Quality::high;
    const bool changed = m_statistics.quality != now;
    m_statistics.quality = now;
    if (m_world) m_world->setQuality(level);
    if (m_preparer && m_scene && m_wishesDetail != (now != Quality::low)) prepareScene();
    m_quietRounds = 0;
    if (changed) Q_EMIT m_face->qualityChanged(now);
}

void Viewport::Implementation::frameScene() {
    m_motion.setPose(m_motion.framing(m_low, m_high, lens().aspect()));
    m_framed = m_motion.pose();
    showPose();
}

void Viewport::Implementation::takeSize() {
    layOut();
    if (m_scene && m_framed == m_motion.pose()) {
        frameScene();  // nobody has looked elsewhere yet
    } else {
        showPose();
    }
}

void Viewport::Implementation::showPose() {
    if (m_world) m_world->setLens(lens(), overGround(m_motion.pose().eye));
    if (m_miniMap) m_miniMap->setPose(m_motion.pose(), lens().aspect());
    m_quietRounds = 0;
    Q_EMIT m_face->cameraMoved();
}

void Viewport::Implementation::layOut() {
    if (m_container) m_container->setGeometry(m_face->rect());
    if (m_label) m_label->setGeometry(m_face->rect());
    if (!m_miniMap) return;
    const bool shows = m_miniMapWished && !m_miniMap->isEmpty() && m_face->width() >= 240 && m_face->height() >= 180;
    if (shows) {
        const QSize size = m_miniMap->fitting(m_face->size());
        m_miniMap->setGeometry(m_face->width() - size.width() - kMiniMapGap,
                               m_face->height() - size.height() - kMiniMapGap, size.width(), size.height());
        m_miniMap->raise();
    }
    m_miniMap->setVisible(shows);
}

void Viewport::Implementation::go(double seconds, bool isDrawn) {
    m_roundTimer.restart();
    if (m_isPaused) return;
    seconds = std::min(seconds, 0.25);
    if (isDrawn && m_world->window()->isExposed()) ++m_quietRounds;
    if (m_isHandingOver) {
        const double from = threadMs();
        const bool done = !m_world || m_world->handOver(kSliceMs);
        m_statistics.sliceMs = std::max(m_statistics.sliceMs, threadMs() - from);
        m_quietRounds = 0;
        if (done) {
            m_isHandingOver = false;
            if (m_preparer) m_preparer->release(m_world->takeOld());
            m_statistics.sceneMs = elapsedMs(m_sceneTimer);
            m_statistics.uploads = m_world ? m_world->nodes().uploads() : 0;
            m_auto.measureAgain();
            Q_EMIT m_face->sceneShown();
        }
    }
    const Steering keys = steering();
    if (keys.any()) m_motion.steer(keys, static_cast<float>(seconds));
    const bool moved = m_motion.advance(static_cast<float>(seconds));
    if (moved) showPose();
    keepWatching();
    // Where the processor draws, waves stand still until something else moves: a still picture costs nothing.
    const bool streams =
        m_isAnimated && m_face->isVisible() && (m_statistics.quality != Quality::low || moved || m_auto.isMeasuring());
    if (streams && m_world) {
        if (m_isAnimated) m_seconds += seconds;
        m_lightIsStale = true;
        if (!m_isHandingOver && m_quality == Quality::automatic && m_scene) {
            if (const auto level = m_auto.frame(seconds * 1000)) applyQuality(*level);
        }
        if (!m_isHandingOver) {
            const double ms = seconds * 1000;
            m_statistics.frameMs = m_statistics.frameMs <= 0 ? ms : m_statistics.frameMs * 0.9 + ms * 0.1;
        }
    }
    if (m_lightIsStale) applyLight();
    takePictures();
    if (elapsedMs(m_statisticsTimer) > 400) {
        m_statisticsTimer.restart();
        Q_EMIT m_face->statisticsChanged();
    }
}

bool Viewport::Implementation::isSettling() const {
    return m_world && m_scene && m_world->window()->isExposed() && m_quietRounds < kSettlingRounds;
}

void Viewport::Implementation::keepWatching() {
    if (m_world) m_world->setContinuous(!m_captures.empty() || m_capturing > 0 || isSettling());
}

void Viewport::Implementation::takePictures() {
    if (m_captures.empty()) return;
    if (!m_world || !m_face->isVisible()) {
        auto waiting = std::move(m_captures);
        m_captures.clear();
        for (const auto& done : waiting) done({});
        return;
    }
    if (m_isPreparing || m_isHandingOver || m_motion.isMoving() || isSettling() || m_capturing > 0) return;
    ++m_capturing;
    const QPointer<Implementation> self(this);
    m_world->capture([self, waiting = std::move(m_captures)](const QImage& image) {
        if (self) {
            --self->m_capturing;
            self->m_lastPicture = image;
        }
        for (const auto& done : waiting) done(image);
    });
    m_captures.clear();
}

}  // namespace sketchwalk::render
