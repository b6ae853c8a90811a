// The world in a window: shows a scene, moves a camera about in it, tells what is clicked.
//
// A QWidget (objectName "viewport") around a Qt 3D window. Lives on the GUI thread and never holds it up: what takes
// long is made ready on a worker thread and handed over in slices of a few milliseconds. The scene is shared and never
// changed. Without OpenGL the widget says so in plain words, and everything else goes on working (pictures are null,
// picking and camera still answer).
//
// The embedded window lets all input through to this widget, so focus, shortcuts and event filters work as with any
// other widget. What a native window draws is not in QWidget::grab() of a parent; this widget therefore paints its last
// captured picture there: call capture() before grabbing a whole window.
#pragma once

#include <QImage>
#include <QString>
#include <QWidget>
#include <cstdint>
#include <functional>
#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <vector>

#include "core/scene/Scene.h"
#include "render/camera/Pose.h"
#include "render/scene/Handles.h"
#include "render/scene/InstanceTable.h"
#include "render/scene/Pick.h"

namespace sketchwalk::render {

enum class Quality { automatic, low, medium, high };

struct Statistics {
    double frameMs = 0;    // mean time from frame to frame while pictures follow each other; 0: none measured yet
    int drawCalls = 0;     // of the picture itself
    int shadowCalls = 0;   // of the shadow map, which is drawn only when something in it changed
    size_t triangles = 0;  // submitted for the picture
    size_t instances = 0;  // copies of assets submitted
    Quality quality = Quality::low;  // the one in use, never automatic
    double sceneMs = 0;              // time from setScene() to sceneShown()
    double sliceMs = 0;              // the most processor time that handing it over took of the GUI thread at a stretch
    int uploads = 0;   // parts (chunks, waters, assets, instance groups' assets) that the last scene uploaded anew
    QString renderer;  // what draws, as the driver names it
};

class Viewport : public QWidget {
    Q_OBJECT

  public:
    explicit Viewport(QWidget* parent = nullptr);
    ~Viewport() override;

    // False where there is no OpenGL; whyNot() says why, in words for the user.
    bool isAvailable() const;
    QString whyNot() const;

    // Shows the scene; null clears. Uploads only what changed since the last one. The camera stays, but frames the
    // first scene, and any whose map has another size. Another call before sceneShown() replaces the waiting one.
    void setScene(std::shared_ptr<const scene::Scene> scene);
    std::shared_ptr<const scene::Scene> scene() const;
    bool isSettled() const;  // nothing waits to be handed over, and the camera stands

    void setTimeOfDay(double hours);  // 0..24, 12: the biome's noon
    double timeOfDay() const;
    void setSelected(std::vector<uint64_t> instanceIds);  // are marked; unknown ids are ignored
    const std::vector<uint64_t>& selected() const;
    void setHandles(const std::optional<Handles>& handles);  // drawn over everything; what they do is not for here
    const std::optional<Handles>& handles() const;
    void setOutlines(std::vector<glm::vec3> ends);  // pairs of ends of lines in the scene, drawn over everything
    // Shows these copies elsewhere than the scene has them, all others where they are; unknown assets are ignored.
    void setMoved(std::vector<MovedCopy> moved);
    void setQuality(Quality quality);  // automatic: by measuring the first pictures
    Quality quality() const;           // as set
    void setMiniMapShown(bool shown);  // shown from the start
    void setAnimated(bool animated);   // waves and leaves move; true from the start
    // Draws nothing new until it may again: Qt 3D draws on the GUI thread, and where the processor does the drawing a
    // picture takes longer than a pen may wait. Scenes are made ready meanwhile.
    void setPaused(bool paused);

    void setCameraMode(CameraMode mode);
    CameraMode cameraMode() const;
    CameraPose cameraPose() const;
    void setCameraPose(const CameraPose& pose);  // at once
    void moveCameraTo(const CameraPose& pose);   // gliding, in a third of a second
    void frame(glm::vec3 min, glm::vec3 max);    // glides to where the box fills the picture
    void frameAll();
    void lookAtSpawn();                   // eye height over the scene's spawn point
    void goTo(double mapX, double mapY);  // what is looked at becomes this map point

    std::optional<Pick> pickAt(QPoint position) const;          // widget coordinates; the scene set last
    std::optional<glm::vec3> groundAt(QPointF position) const;  // the ground or water alone, whatever stands before it
    // Where a point of the scene lies on this widget; null behind the eye.
    std::optional<QPointF> project(glm::vec3 point) const;
    float metresPerPixel(glm::vec3 at) const;  // of what faces the eye at a point of the scene

    // Calls `done` with the next finished picture, in device pixels; with a null one where nothing can be drawn.
    void capture(std::function<void(const QImage&)> done);
    // The same, waiting (user input is held back meanwhile); null after `timeoutMs`.
    QImage grab(int timeoutMs = 20000);
    Statistics statistics() const;

    QSize sizeHint() const override { return {960, 640}; }
    QSize minimumSizeHint() const override { return {160, 120}; }

  Q_SIGNALS:
    void sceneShown();   // the last scene set is completely handed over
    void cameraMoved();  // cameraPose() changed, by whatever
    void cameraModeChanged(sketchwalk::render::CameraMode mode);
    void picked(const std::optional<sketchwalk::render::Pick>& pick);   // a click; null: on nothing
    void hovered(const std::optional<sketchwalk::render::Pick>& pick);  // the pointer rests; null: on nothing, or left
    void activated(const std::optional<sketchwalk::render::Pick>& pick);  // a double click
    void qualityChanged(sketchwalk::render::Quality quality);             // the one in use; never automatic
    void statisticsChanged();                                             // a few times a second while drawing

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    class Implementation;
    std::unique_ptr<Implementation> m_own;
};

}  // namespace sketchwalk::render
