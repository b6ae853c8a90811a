// Walking in the world that the viewport shows: puts session, controls, camera, paper and settings together. From
// begin() to end() the viewport's keys and pointer are the walker's, and its camera is their eye. Window's thread.
#pragma once

#include <QElapsedTimer>
#include <QImage>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <memory>
#include <optional>

#include "render/viewport/Viewport.h"
#include "ui/play/WalkControls.h"
#include "ui/play/WalkSession.h"
#include "ui/play/WalkSettings.h"
#include "ui/play/WalkSound.h"
#include "ui/play/WalkTrail.h"

namespace sketchwalk::ui {

class WalkMode : public QObject {
    Q_OBJECT

  public:
    WalkMode(Sheet* sheet, QObject* parent);  // the sheet outlives it
    ~WalkMode() override;

    // Where `place` is none one goes on where one last stood on this map, else at the spawn. `picturesFolder`: where
    // pictures go, made where it is missing.
    void begin(render::Viewport* viewport, std::shared_ptr<const scene::Scene> scene, std::optional<Point> place);
    void end();
    bool isOn() const { return m_viewport != nullptr; }
    bool isReady() const { return m_session.isReady(); }
    // Another world of the same drawing: one goes on walking in it.
    void setScene(std::shared_ptr<const scene::Scene> scene);
    void forgetPlace();  // another drawing

    void setPicturesFolder(const QString& folder) { m_pictures = folder; }
    const WalkSettings& settings() const { return m_settings; }
    void setSettings(const WalkSettings& settings);  // and keeps them
    void editSettings();                             // a small dialog; the world stands still meanwhile

    WalkControls& controls() { return m_controls; }
    WalkSession& session() { return m_session; }
    WalkTrail* trail() { return m_trail; }

  Q_SIGNALS:
    void begun();
    void ended(Point place);           // where the walker stood
    void notice(const QString& text);  // for a status line
    void pictureTaken(const QString& path);

  private:
    void showWalker();
    void showProps();
    void listen(std::shared_ptr<const scene::Scene> scene);
    void takePicture();

    QPointer<Sheet> m_sheet;
    QPointer<render::Viewport> m_viewport;
    WalkSettings m_settings;
    WalkControls m_controls;
    WalkTrail* m_trail;  // the sheet's child
    QTimer m_round;
    QElapsedTimer m_since;
    WalkSound m_sound;
    std::optional<Point> m_last;  // where one stood when one last left
    Point m_lastExtent{0, 0};
    render::CameraPose m_poseBefore;
    render::CameraMode m_modeBefore = render::CameraMode::orbit;
    std::vector<render::MovedCopy> m_moved;  // as the viewport shows them
    QString m_pictures;
    bool m_begins = false;  // the first world is not ready yet
    WalkSession m_session;  // last: its thread ends first
};

}  // namespace sketchwalk::ui
