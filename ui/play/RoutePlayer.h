// Lets those who go along drawn routes go in the viewport, also while nobody walks, for whoever wishes to see it. Takes
// a fifth of the window's time at most: where the processor does the drawing they move in fewer steps. They stand while
// the pen draws, and while somebody walks, who has them in a world of their own. Window's thread.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <memory>

#include "core/scene/Scene.h"

namespace sketchwalk::render {
class Viewport;
}

namespace sketchwalk::ui {

class RoutePlayer : public QObject {
    Q_OBJECT

  public:
    explicit RoutePlayer(QObject* parent = nullptr);

    void setViewport(render::Viewport* viewport);
    void setScene(std::shared_ptr<const scene::Scene> scene);  // the one that the viewport shows
    void setPlays(bool plays);                                 // the user's wish
    void setPenAtWork(bool atWork);                            // stand meanwhile
    void setWalking(bool walking);                             // they are somebody else's meanwhile
    bool isRunning() const { return m_round.isActive(); }
    double seconds() const { return m_seconds; }  // of their own time

  private:
    void decide();
    void step();

    QPointer<render::Viewport> m_viewport;
    std::shared_ptr<const scene::Scene> m_scene;
    bool m_plays = false, m_penAtWork = false, m_walking = false;
    bool m_moved = false;  // the viewport shows them elsewhere than where they begin
    double m_seconds = 0;
    QElapsedTimer m_since;
    QTimer m_round;
};

}  // namespace sketchwalk::ui
