#include "render/viewport/WorldWindow.h"

#include <QElapsedTimer>
#include <QSurfaceFormat>
#include <Qt3DCore/QEntity>
#include <Qt3DExtras/Qt3DWindow>
#include <Qt3DLogic/QFrameAction>
#include <Qt3DRender/QCamera>
#include <Qt3DRender/QRenderCapture>
#include <Qt3DRender/QRenderSettings>
#include <Qt3DRender/QTexture>
#include <algorithm>
#include <glm/geometric.hpp>

#include "render/viewport/Graphics.h"

namespace sketchwalk::render {
namespace {

constexpr int kShadowTexels[] = {1024, 2048, 4096};
constexpr float kFineness[] = {0.5f, 1.0f, 2.0f};           // of levels of detail
constexpr float kLeastShare[] = {0.007f, 0.0035f, 0.002f};  // of the picture's height
constexpr float kFade[] = {0, 0.2f, 0.2f};                  // of a level of detail into the next
constexpr float kDetailReach[] = {0, 70, 130};              // metres of ground textures

constexpr int kMostDraws = 100;  // of a picture

QVector3D toQt(glm::vec3 v) {
    return {v.x, v.y, v.z};
}

// Where the block of earth stands in the studio.
float tableHeight(const Prepared& shown) {
    return shown.plinth && !shown.plinth->empty() ? shown.plinth->min.y : shown.rimHeight;
}

// Through RHI (Qt 6.4) memory grows with every mesh that was ever uploaded, 20 to 30 MB a minute of drawing; Qt 3D's
// other back end keeps nothing. Whoever wants RHI all the same says so in $QT3D_RENDERER.
Qt3DExtras::Qt3DWindow* makeWindow() {
#if !defined(Q_OS_WIN) && !defined(Q_OS_MACOS)  // which have better than OpenGL
    if (!qEnvironmentVariableIsSet("QT3D_RENDERER")) qputenv("QT3D_RENDERER", "opengl");
#endif
    return new Qt3DExtras::Qt3DWindow;
}

}  // namespace

WorldWindow::WorldWindow(QObject* parent) : QObject(parent) {
    m_window = makeWindow();
    QSurfaceFormat format = m_window->requestedFormat();
    format.setSamples(graphics().isSoftware ? 0 : 4);
    m_window->setFormat(format);
    QSurfaceFormat::setDefaultFormat(format);  // of which Qt 3D makes its context: without it there is no depth buffer
    m_window->setFlag(Qt::WindowTransparentForInput);  // the widget around it takes all input
    m_window->setFlag(Qt::WindowDoesNotAcceptFocus);

    m_root = new Qt3DCore::QEntity;
    m_camera = m_window->camera();
    m_effects = std::make_unique<Effects>(m_root);
    m_graph = std::make_unique<FrameGraph>(m_window, m_camera, m_root, kShadowTexels[m_quality]);
    m_effects->setShared("shadowMap", QVariant::fromValue<Qt3DRender::QAbstractTexture*>(m_graph->shadowMap()));
    m_nodes = std::make_unique<SceneNodes>(m_root, *m_effects, m_graph->layers());
    m_nodes->begin(nullptr);
    while (m_nodes->step()) {
    }
    auto* action = new Qt3DLogic::QFrameAction;
    m_root->addComponent(action);
    connect(action, &Qt3DLogic::QFrameAction::triggered, this, [this](float seconds) {
        countDownShadow();
        Q_EMIT frame(static_cast<double>(seconds));
    });
    m_window->setActiveFrameGraph(m_graph->root());
    m_window->renderSettings()->setRenderPolicy(Qt3DRender::QRenderSettings::OnDemand);
    m_window->setRootEntity(m_root);
}

WorldWindow::~WorldWindow() {
    m_nodes.reset();
    delete m_window.data();  // null where the widget around it went first
}

QWindow* WorldWindow::window() const {
    return m_window;
}

void WorldWindow::setContinuous(bool continuous) {
    m_window->renderSettings()->setRenderPolicy(continuous ? Qt3DRender::QRenderSettings::Always
                                                           : Qt3DRender::QRenderSettings::OnDemand);
}

void WorldWindow::setQuality(int quality) {
    m_quality = quality;
    m_effects->setQuality(quality);
    m_graph->setShadowSize(kShadowTexels[quality]);
    showDetail();
    m_shadow.isStale = true;
    update(true);
}

void WorldWindow::showDetail() {
    const auto& shown = m_nodes->shown();
    m_nodes->setDetail(m_quality > 0 && shown && shown->hasDetail, std::max(kDetailReach[m_quality], 1.0f));
}

void WorldWindow::setLight(const Daylight& light, double seconds) {
    m_effects->setLight(light, seconds);
    if (light.towardLight != m_light.towardLight) m_shadow.isStale = true;
    m_light = light;
    if (m_shadow.isStale) updateShadow();
}

void WorldWindow::setScene(std::shared_ptr<const Prepared> scene) {
    m_nodes->begin(std::move(scene));
}

bool WorldWindow::handOver(double milliseconds) {
    QElapsedTimer timer;
    timer.start();
    // What follows the last step is a slice of its own.
    if (!m_nodes->isDone()) {
        do {
            m_nodes->step();
        } while (!m_nodes->isDone() && static_cast<double>(timer.nsecsElapsed()) * 1e-6 < milliseconds);
        return false;
    }
    if (const auto& shown = m_nodes->shown()) {
        const auto extent = shown->scene->extent;
        m_effects->setShared("mapScale", QVector4D(static_cast<float>(1 / extent.x), static_cast<float>(1 / extent.y),
                                                   static_cast<float>(extent.x), static_cast<float>(extent.y)));
    }
    showDetail();
    m_shadow.isStale = true;
    update(true);
    updateMarks();
    return true;
}

void WorldWindow::setLens(const Lens& lens, float overGround) {
    m_lens = lens;
    m_overGround = overGround;
    update(false);
}

void WorldWindow::update(bool all) {
    const CameraPose& pose = m_lens.pose;
    const Axes axes = axesOf(pose);
    const auto& shown = m_nodes->shown();
    glm::vec3 low(0), high(256, 20, 256);
    if (shown) {
        low = shown->min;
        high = shown->max;
    }
    const glm::vec3 farthest = glm::max(glm::abs(low - pose.eye), glm::abs(high - pose.eye));
    m_far = glm::length(farthest) * 1.1f + 300;
    const float near = pose.nearest > 0 ? pose.nearest : std::clamp(m_overGround * 0.1f, 0.12f, 6.0f);
    m_camera->lens()->setPerspectiveProjection(pose.fieldOfView, m_lens.aspect(), near, m_far);
    m_camera->setPosition(toQt(pose.eye));
    m_camera->setViewCenter(toQt(pose.eye + axes.forward));
    m_camera->setUpVector(toQt(axes.up));
    m_nodes->setSkyRadius(m_far * 0.9f);
    if (shown) {  // from far above the world is a model in a studio; lower down land goes on to the horizon
        const float size = std::max(high.x - low.x, high.z - low.z);
        const float studio = std::clamp((pose.eye.y - high.y) / (size * 0.35f) * 2 - 0.4f, 0.0f, 1.0f);
        m_effects->setShared("beyondColour", QVector4D(toQt(shown->rimColour), studio));
        m_effects->setShared("beyondInfo", QVector4D(shown->rimHeight, tableHeight(*shown), 0, 0));
    }
    if (shown && shown->instances) {
        ViewRange range = m_lens.range(0.12f, m_far);
        range.fineness = kFineness[m_quality];
        range.leastShare = kLeastShare[m_quality];
        range.fade = kFade[m_quality];
        range.mostDraws = std::max(kMostDraws - m_nodes->drawsBesideCopies(), 1);
        m_nodes->show(shown->instances->choose(range, m_selectedSet, m_moved), shown->instances->key());
        m_nodes->showTiles(range, 0);
    }
    if (all) m_shadow.isStale = true;
    updateShadow();
}

// The shadow map follows what is looked at: drawn anew only when that has moved by a part of what it covers.
void WorldWindow::updateShadow() {
    const auto& shown = m_nodes->shown();
    if (!shown) return;
    const CameraPose& pose = m_lens.pose;
    const glm::vec3 middle = (shown->min + shown->max) * 0.5f;
    const float whole = glm::length(shown->max - shown->min) * 0.5f + 5;
    const float reach = std::min(pose.distance, 40.0f + m_overGround * 6);
    glm::vec3 centre = pose.eye + pose.forward() * reach;
    float radius = 40;
    while (radius < reach * 0.85f) radius *= 1.5f;
    if (radius * 1.3f > whole) {
        radius = whole;
        centre = middle;
    }
    const bool isSame = m_shadow.radius == radius && m_shadow.toward == m_light.towardLight &&
                        glm::distance(m_shadow.centre, centre) < radius * 0.2f;
    if (isSame && !m_shadow.isStale) return;
    m_shadow = {centre, m_light.towardLight, radius, 4, false};

    const glm::vec3 toward = m_light.towardLight;
    const glm::vec3 helper = std::abs(toward.y) < 0.99f ? glm::vec3(0, 1, 0) : glm::vec3(0, 0, 1);
    const glm::vec3 right = glm::normalize(glm::cross(helper, toward)), up = glm::cross(toward, right);
    // Steps of whole texels, so that edges do not crawl.
    const float texel = 2 * radius / static_cast<float>(m_graph->shadowSize());
    const auto snapped = [&](float x) { return std::floor(x / texel) * texel; };
    centre = right * snapped(glm::dot(centre, right)) + up * snapped(glm::dot(centre, up)) +
             toward * glm::dot(centre, toward);
    const float depth = whole + glm::distance(centre, middle);
    const glm::vec3 eye = centre + toward * depth;

    auto* camera = m_graph->shadowCamera();
    camera->lens()->setOrthographicProjection(-radius, radius, -radius, radius, 0.5f, depth * 2);
    camera->setPosition(toQt(eye));
    camera->setViewCenter(toQt(centre));
    camera->setUpVector(toQt(up));
    QMatrix4x4 matrix;
    matrix.ortho(-radius, radius, -radius, radius, 0.5f, depth * 2);
    QMatrix4x4 view;
    view.lookAt(toQt(eye), toQt(centre), toQt(up));
    m_effects->setShared("shadowMatrix", QVariant::fromValue(matrix * view));
    m_effects->setShared("shadowInfo",
                         QVector4D(texel, 1.0f / static_cast<float>(m_graph->shadowSize()), 1.0f, radius));
    m_nodes->showShadows(shown->instances->chooseShadows({centre, toward, radius}, m_moved), shown->instances->key());
    m_graph->setShadowOn(true);
}

void WorldWindow::countDownShadow() {
    if (m_shadow.framesLeft > 0 && --m_shadow.framesLeft == 0) m_graph->setShadowOn(false);
}

void WorldWindow::setSelected(const std::vector<uint64_t>& ids) {
    m_selected = ids;
    m_selectedSet = {ids.begin(), ids.end()};
    update(false);
    updateMarks();
}

void WorldWindow::setHandles(const std::optional<Handles>& handles) {
    m_handles = handles;
    updateMarks();
}

void WorldWindow::setOutlines(std::vector<glm::vec3> ends) {
    m_outlines = std::move(ends);
    updateMarks();
}

void WorldWindow::setMoved(std::vector<MovedCopy> moved) {
    m_moved = std::move(moved);
    update(true);
}

// Corners of the boxes around what is selected, as a draughtsman marks them.
void WorldWindow::updateMarks() {
    std::vector<glm::vec3> points;
    const auto& shown = m_nodes->shown();
    if (shown && !m_selectedSet.empty()) {
        for (const auto& group : shown->scene->groups) {
            for (const auto& instance : group.instances) {
                if (!m_selectedSet.contains(instance.id)) continue;
                const auto& mesh = shown->scene->assets[static_cast<size_t>(group.asset)].mesh;
                if (!mesh) continue;
                const float yaw = instance.yaw * 0.017453293f, c = std::cos(yaw), s = std::sin(yaw);
                const glm::vec3 air(0.15f);
                const auto place = [&](glm::vec3 p) {
                    return instance.position + glm::vec3(p.x * c + p.z * s, p.y, p.z * c - p.x * s) * instance.scale;
                };
                const glm::vec3 low = mesh->min - air, high = mesh->max + air, size = high - low;
                for (int corner = 0; corner < 8; ++corner) {
                    const glm::vec3 side((corner & 1) ? 1 : 0, (corner & 2) ? 1 : 0, (corner & 4) ? 1 : 0);
                    const glm::vec3 at = low + size * side;
                    for (int k = 0; k < 3; ++k) {
                        glm::vec3 end = at;
                        end[k] += size[k] * (side[k] > 0 ? -0.25f : 0.25f);
                        points.push_back(place(at));
                        points.push_back(place(end));
                    }
                }
            }
        }
    }
    if (m_handles) {
        const auto lines = linesOf(*m_handles);
        points.insert(points.end(), lines.begin(), lines.end());
    }
    points.insert(points.end(), m_outlines.begin(), m_outlines.end());
    m_nodes->setMarks(points);
}

void WorldWindow::capture(std::function<void(const QImage&)> done) {
    auto* reply = m_graph->capture()->requestCapture();
    connect(reply, &Qt3DRender::QRenderCaptureReply::completed, this, [reply, done = std::move(done)] {
        // What RHI reads back from OpenGL has its lowest row first.
        const bool isUpsideDown = qgetenv("QT3D_RENDERER") != "opengl";
        const QImage image = isUpsideDown ? reply->image().mirrored() : reply->image();
        reply->deleteLater();
        done(image);
    });
}

}  // namespace sketchwalk::render
