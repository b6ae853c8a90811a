// From the pen's touching the sheet to its leaving: each tool is one. A finished gesture makes at most one commit.
#pragma once

#include <QPainter>
#include <memory>

#include "ui/canvas/SheetContext.h"

namespace sketchwalk::ui {

struct PenSample {
    QPointF device;  // device pixels of the widget
    Point at{0, 0};  // metres
    float pressure = 1;
    glm::vec2 lean{0, 0};  // as sketch::StrokePoint has it
    double seconds = 0;    // since the gesture began
    Qt::KeyboardModifiers keys;
};

class Gesture {
  public:
    virtual ~Gesture() = default;
    virtual void begin(const PenSample& sample) = 0;
    virtual void move(const PenSample& sample) = 0;
    virtual void end(const PenSample& sample) = 0;
    virtual void cancel() {}
    // Over the tiles; in device pixels of the widget.
    virtual void paint(QPainter& painter, const QRect& part) const {
        Q_UNUSED(painter);
        Q_UNUSED(part);
    }
    virtual Qt::CursorShape cursor() const { return Qt::CrossCursor; }
};

std::unique_ptr<Gesture> makeDrawGesture(SheetContext& sheet);
std::unique_ptr<Gesture> makeLabelGesture(SheetContext& sheet);
std::unique_ptr<Gesture> makeEraseGesture(SheetContext& sheet);
std::unique_ptr<Gesture> makeCutGesture(SheetContext& sheet);
std::unique_ptr<Gesture> makeSelectGesture(SheetContext& sheet);
std::unique_ptr<Gesture> makePanGesture(SheetContext& sheet);
std::unique_ptr<Gesture> makeUnderlayGesture(SheetContext& sheet);
std::unique_ptr<Gesture> makeGesture(Tool tool, SheetContext& sheet);

}  // namespace sketchwalk::ui
