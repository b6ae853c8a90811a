// The inside of the viewport; only its own sources include this.
#pragma once

#include <QElapsedTimer>
#include <QPointer>
#include <QSet>
#include <QTimer>
#include <deque>
#include <glm/vec3.hpp>
#include <optional>

#include "render/camera/CameraMotion.h"
#include "render/scene/Preparer.h"
#include "render/viewport/AutoQuality.h"
#include "render/viewport/MiniMap.h"
#include "render/viewport/Viewport.h"
#include "render/viewport/WorldWindow.h"

class QLabel;
class QNativeGestureEvent;
class QTouchEvent;

namespace sketchwalk::render {

class Viewport::Implementation : public QObject {
  public:
    explicit Implementation(Viewport* face);
    ~Implementation() override;

    void setScene(std::shared_ptr<const scene::Scene> scene);
    void prepareScene();
    void receive(std::shared_ptr<const Prepared> prepared);
    // Once a round: keys, gliding, handing over, light. `isDrawn`: Qt 3D went round, not a timer in its place.
    void go(double seconds, bool isDrawn);
    void layOut();
    void showPose();
    void frameScene();
    void takeSize();  // the widget has another one
    void applyLight();
    void applyQuality(int level);
    Lens lens() const;
    float overGround(glm::vec3 at) const;
    std::optional<glm::vec3> groundUnder(QPointF position) const;
    void fail(const QString& why);
    void takePictures();
    bool isSettling() const;  // what was handed over or moved may not yet be what is drawn
    void keepWatching();      // frames follow each other while there is something to see moving

    // Input
    void press(QPointF at, Qt::MouseButton button, Qt::KeyboardModifiers modifiers);
    void moveTo(QPointF at, Qt::MouseButtons buttons, Qt::KeyboardModifiers modifiers);
    void release(QPointF at, Qt::MouseButton button);
    bool pressKey(int key, Qt::KeyboardModifiers modifiers);
    void touch(QTouchEvent* event);
    bool gesture(QNativeGestureEvent* event);
    void hover();
    Steering steering() const;

    Viewport* const m_face;
    CameraMotion m_motion;
    std::unique_ptr<WorldWindow> m_world;
    QPointer<QWidget> m_container;
    QPointer<QLabel> m_label;
    QPointer<MiniMap> m_miniMap;
    std::unique_ptr<Preparer> m_preparer;
    std::shared_ptr<const scene::Scene> m_scene;  // the one wished for
    std::shared_ptr<const Picker> m_picker;       // of m_scene
    std::vector<uint64_t> m_selected;
    std::optional<Handles> m_handles;
    std::vector<glm::vec3> m_outlines;
    QImage m_lastPicture;
    std::deque<std::function<void(const QImage&)>> m_captures;
    int m_capturing = 0;
    int m_quietRounds = 0;  // since something was handed over or moved

    double m_hours = 12, m_seconds = 0;
    bool m_lightIsStale = true, m_isAnimated = true, m_isPaused = false, m_miniMapWished = true;
    Quality m_quality = Quality::automatic;
    AutoQuality m_auto;
    Statistics m_statistics;
    QElapsedTimer m_sceneTimer, m_roundTimer, m_statisticsTimer;
    QTimer m_round;  // where no Qt 3D goes round
    bool m_isHandingOver = false, m_isPreparing = false, m_wishesDetail = true;
    glm::vec3 m_low{0}, m_high{0};       // of the scene
    std::optional<CameraPose> m_framed;  // the pose in which all of it was shown, of itself
    Point m_framedExtent{0, 0};

    struct Pointer {
        QPointF pressed, last;
        Qt::MouseButton button = Qt::NoButton;
        bool isDragging = false;
        std::optional<glm::vec3> grabbed;
    } m_pointer;
    QPointF m_hoverAt;
    QTimer m_hoverTimer;
    bool m_hovers = false;
    QSet<int> m_keys;
    bool m_fast = false;
    float m_pinch = 1;
};

}  // namespace sketchwalk::render
