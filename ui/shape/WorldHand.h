// The pen in the world: drags the selected thing over the ground, turns and scales it by its handles, or draws on the
// ground with the brush that the toolbox has. Pen, mouse and finger alike; what it does not take goes on to the camera.
// Window's thread.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointF>
#include <QTimer>
#include <optional>

#include "ui/canvas/StrokePainter.h"
#include "ui/model/Toolbox.h"
#include "ui/shape/ThingEditor.h"

class QInputEvent;

namespace sketchwalk::render {
class Viewport;
}

namespace sketchwalk::ui {

class WorldHand : public QObject {
    Q_OBJECT

  public:
    // All outlive it.
    WorldHand(ThingEditor* things, Drawing* drawing, Toolbox* toolbox, const catalogue::Catalogue& catalogue,
              QObject* parent = nullptr);

    void setViewport(render::Viewport* viewport);
    void setDraws(bool draws);  // the brush draws on the ground; off: a drag moves the selected thing or the camera
    bool draws() const { return m_draws; }
    void setOutlinesShown(bool shown);  // of what is locked

  Q_SIGNALS:
    // Drawn with the brush that locks: Sheet::lockDrawn.
    void lockDrawn(const std::vector<sketch::Stroke>& outlines, int64_t layer);
    void notice(const QString& text);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    enum class Doing { nothing, dragging, turning, scaling, drawing };
    Doing handleAt(QPointF at, double within) const;  // turning or scaling; pixels
    void take(Doing doing, Point ground);
    void follow(Point ground);  // what is held goes along
    void showHandles();
    void showOutlines();
    bool locks() const;  // the stroke
    bool press(QPointF at, double pressure);
    bool move(QPointF at, double pressure);
    bool release(QPointF at, double pressure);
    void beginStroke(Point ground, double pressure);
    void addPoint(Point ground, double pressure);
    void show();  // what is dragged or drawn by now, in the drawing
    std::optional<Point> groundAt(QPointF at) const;
    Point snapped(Point p) const;  // to the grid, where the toolbox says so

    ThingEditor* m_things;
    Drawing* m_drawing;
    Toolbox* m_toolbox;
    const catalogue::Catalogue& m_catalogue;
    render::Viewport* m_viewport = nullptr;
    bool m_draws = false;
    bool m_outlinesShown = true;

    Doing m_doing = Doing::nothing;
    QPointF m_pressed;   // in the viewport
    Point m_held{0, 0};  // metres, the ground under the pointer where it took hold
    Stance m_from;       // of the thing, then
    Stance m_wished;     // now
    bool m_moved = false;
    bool m_fresh = false;  // something is not in the drawing yet
    int m_number = 0;      // of the drag or stroke: one step of history each
    sketch::Stroke m_stroke;
    int64_t m_layer = 1;
    QElapsedTimer m_clock;  // of the stroke
    QTimer m_beat;          // the world follows while the pen moves
};

}  // namespace sketchwalk::ui
