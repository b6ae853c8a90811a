// A turned box with handles to move, scale and turn what is in it; for a selection and for the picture under the paper.
// A plain value; metres, with handles in device pixels.
#pragma once

#include <QPainter>
#include <QTransform>

#include "ui/canvas/SheetContext.h"

namespace sketchwalk::ui {

struct HandleFrame {
    Point centre{0, 0};
    Point half{1, 1};     // along its own sides
    double turn = 0;      // degrees, clockwise on the map
    bool handles = true;  // else it only shows what it is around

    enum class Part { none, inside, scale, turning };
    struct Grip {
        Part part = Part::none;
        Point side{0, 0};  // of a scale handle: -1, 0 or 1 along each side
    };

    static HandleFrame around(const Box& box);
    Point at(Point side) const;  // (-1, -1) is its first corner
    QPointF turnHandle(const Frame& view, double ratio) const;
    Grip gripAt(QPointF device, const Frame& view, double ratio) const;
    // How dragging that grip from one point to another changes what is inside. `keep`: scale both ways alike; turn in
    // steps of 15 degrees.
    QTransform change(const Grip& grip, Point from, Point to, bool keep) const;

    void paint(QPainter& painter, const Frame& view, double ratio) const;
    QRectF pixels(const Frame& view, double ratio) const;  // with its handles
};

}  // namespace sketchwalk::ui
