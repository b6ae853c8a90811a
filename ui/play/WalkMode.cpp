#include "ui/play/WalkMode.h"

#include <QDateTime>
#include <QDir>
#include <QStandardPaths>
#include <utility>

#include "ui/play/WalkDialog.h"

namespace sketchwalk::ui {
namespace {

constexpr int kRoundMs = 8;       // the camera follows the walker as often as pictures may come
constexpr float kNearest = 0.1f;  // metres: walls come near to one's nose
constexpr float kLookAhead = 12;  // metres

}  // namespace

WalkMode::WalkMode(Sheet* sheet, QObject* parent)
    : QObject(parent),
      m_sheet(sheet),
      m_settings(WalkSettings::kept()),
      m_trail(new WalkTrail(sheet)),
      m_pictures(QDir(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)).filePath("Sketchwalk")) {
    m_controls.setSettings(m_settings);
    m_round.setInterval(kRoundMs);
    connect(&m_round, &QTimer::timeout, this, &WalkMode::showWalker);
    connect(&m_controls, &WalkControls::leaveWanted, this, &WalkMode::end);
    connect(&m_controls, &WalkControls::pictureWanted, this, &WalkMode::takePicture);
    connect(&m_controls, &WalkControls::rescueWanted, &m_session, &WalkSession::rescue);
    connect(&m_controls, &WalkControls::settingsWanted, this, &WalkMode::editSettings);
    connect(&m_session, &WalkSession::ready, this, [this] {
        if (!m_viewport || !m_begins) return;
        m_begins = false;
        m_viewport->setCameraMode(render::CameraMode::fly);
        m_since.start();
        m_round.start();
        showWalker();
        Q_EMIT notice(
            tr("Walk with W A S D or the arrow keys and look with the mouse. Shift: run, Space: jump, C: crouch, "
               "Home: back to safe ground, F12: a picture, Tab: settings, Esc: back to the paper."));
        Q_EMIT begun();
    });
    connect(&m_session, &WalkSession::landed, this, [this](double speed) { m_sound.land(speed); });
    connect(&m_session, &WalkSession::failed, this, [this](const QString& why) {
        Q_EMIT notice(why);
        if (m_begins) end();
    });
}

WalkMode::~WalkMode() {
    m_controls.end();
}

void WalkMode::begin(render::Viewport* viewport, std::shared_ptr<const scene::Scene> scene,
                     std::optional<Point> place) {
    if (!viewport || !scene) return;
    const bool again = m_viewport == viewport;
    if (!place && !again && m_last && m_lastExtent == scene->extent) place = m_last;
    if (!again) {
        m_viewport = viewport;
        m_poseBefore = viewport->cameraPose();
        m_modeBefore = viewport->cameraMode();
        m_begins = true;
        m_trail->begin();
        m_trail->setVisible(m_settings.trail);
        m_controls.begin(viewport, scene->spawn.yaw);
    }
    m_lastExtent = scene->extent;
    listen(scene);
    m_session.enter(std::move(scene), place);
}

void WalkMode::setScene(std::shared_ptr<const scene::Scene> scene) {
    if (!m_viewport || !scene) return;
    m_lastExtent = scene->extent;
    listen(scene);
    m_session.enter(std::move(scene), std::nullopt);
}

void WalkMode::end() {
    if (!m_viewport) return;
    const QPointer<render::Viewport> viewport = m_viewport;
    const bool walked = !m_begins;
    const play::Walker walker = m_session.walker();
    m_round.stop();
    m_controls.end();
    m_session.leave();
    m_sound.end();
    m_viewport = nullptr;
    m_begins = false;
    if (m_sheet) m_sheet->setWalker(std::nullopt);
    if (!walked) return;
    m_last = Point(walker.feet.x, walker.feet.z);
    if (!std::exchange(m_moved, {}).empty()) viewport->setMoved({});
    // Back to the view there was, but looking at where one stood.
    viewport->setCameraMode(m_modeBefore);
    viewport->setCameraPose(m_poseBefore);
    viewport->goTo(m_last->x, m_last->y);
    Q_EMIT ended(*m_last);
}

void WalkMode::forgetPlace() {
    end();
    m_last.reset();
    m_trail->clear();
    m_trail->hide();
}

void WalkMode::showWalker() {
    if (!m_viewport) return;
    m_controls.advance(static_cast<double>(m_since.restart()) / 1000);
    if (!m_viewport) return;  // the gamepad's menu button
    m_session.setIntent(m_controls.intent());
    const play::Walker walker = m_session.walker();
    render::CameraPose pose;
    pose.eye = glm::vec3(walker.eyes());
    pose.yaw = static_cast<float>(m_controls.yaw());
    pose.pitch = static_cast<float>(m_controls.pitch());
    pose.distance = kLookAhead;
    pose.fieldOfView = static_cast<float>(m_settings.fieldOfView);
    pose.nearest = kNearest;
    if (!(pose == m_viewport->cameraPose())) m_viewport->setCameraPose(pose);
    showProps();
    m_sound.follow(walker);
    const Point place(walker.feet.x, walker.feet.z);
    if (m_sheet) m_sheet->setWalker(place, m_controls.yaw());
    m_trail->add(place);
}

void WalkMode::listen(std::shared_ptr<const scene::Scene> scene) {
    m_settings.sound ? m_sound.begin(std::move(scene)) : m_sound.end();
}

// Pushed things lie where the walker left them as long as one walks; the drawing has its own say afterwards.
void WalkMode::showProps() {
    std::vector<render::MovedCopy> moved;
    for (const play::Prop& prop : m_session.movedProps()) {
        moved.push_back({prop.instance, prop.asset, prop.scale, glm::vec3(prop.origin), glm::quat(prop.rotation)});
    }
    for (const play::Goer& goer : m_session.goers()) {
        const float yaw = goer.pose.yaw * 0.017453293f;
        moved.push_back({goer.instance, goer.asset, 1, goer.pose.position, glm::angleAxis(yaw, glm::vec3(0, 1, 0))});
    }
    if (moved == m_moved) return;
    m_moved = moved;
    m_viewport->setMoved(std::move(moved));
}

void WalkMode::takePicture() {
    if (!m_viewport) return;
    const QString folder = m_pictures;
    m_viewport->capture([self = QPointer(this), folder](const QImage& picture) {
        if (!self) return;
        const QString name = QDateTime::currentDateTime().toString("'walk' yyyy-MM-dd hh-mm-ss-zzz'.png'");
        const QString path = QDir(folder).filePath(name);
        if (picture.isNull() || !QDir().mkpath(folder) || !picture.save(path)) {
            Q_EMIT self->notice(tr("The picture cannot be written to %1.").arg(QDir::toNativeSeparators(folder)));
            return;
        }
        Q_EMIT self->notice(tr("Picture: %1").arg(QDir::toNativeSeparators(path)));
        Q_EMIT self->pictureTaken(path);
    });
}

void WalkMode::setSettings(const WalkSettings& settings) {
    m_settings = settings;
    m_settings.keep();
    m_controls.setSettings(settings);
    m_trail->setVisible(settings.trail && !m_trail->walks().empty());
    if (!settings.sound) m_sound.end();
}

void WalkMode::editSettings() {
    QWidget* window = m_viewport ? m_viewport->window() : m_sheet->window();
    auto* dialog = new WalkDialog(m_settings, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &WalkDialog::changed, this, &WalkMode::setSettings);
    connect(dialog, &QDialog::finished, this, [this] {
        if (m_viewport) m_viewport->setFocus();
    });
    dialog->open();
}

}  // namespace sketchwalk::ui
