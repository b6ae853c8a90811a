// Where metres lie in pixels: turned, scaled, and seen from an origin of whole pixels, so that pictures of the same
// scale and turn fit together at their edges to the pixel.
#pragma once

#include <QPoint>
#include <QPointF>
#include <QRect>
#include <QTransform>
#include <cmath>

#include "core/base/Geometry.h"

namespace sketchwalk::ui {

// In which square of `side` a pixel lies.
inline int floorDiv(int pixel, int side) {
    return pixel >= 0 ? pixel / side : -((-pixel + side - 1) / side);
}

struct Frame {
    double scale = 4;     // pixels per metre
    double turn = 0;      // degrees, clockwise
    QPoint origin{0, 0};  // the picture's pixel (0, 0), counted from where metre (0, 0) lies

    bool sameGrid(const Frame& other) const { return scale == other.scale && turn == other.turn; }
    QPointF toGrid(Point metres) const {
        const double a = turn * M_PI / 180, c = std::cos(a), s = std::sin(a);
        return {scale * (c * metres.x - s * metres.y), scale * (s * metres.x + c * metres.y)};
    }
    QPointF toImage(Point metres) const { return toGrid(metres) - QPointF(origin); }
    Point toMetres(QPointF image) const {
        const QPointF p = (image + QPointF(origin)) / scale;
        const double a = turn * M_PI / 180, c = std::cos(a), s = std::sin(a);
        return {c * p.x() + s * p.y(), -s * p.x() + c * p.y()};
    }
    QTransform toImage() const {
        QTransform t;
        t.translate(-origin.x(), -origin.y());
        t.rotate(turn);
        t.scale(scale, scale);
        return t;
    }
    // The metres that a rectangle of the picture shows, as an upright box.
    Box metresOf(const QRectF& image) const {
        Box box;
        for (const QPointF& p : {image.topLeft(), image.topRight(), image.bottomLeft(), image.bottomRight()}) {
            box.include(toMetres(p));
        }
        return box;
    }
    QRectF imageOf(const Box& metres) const {
        return toImage().mapRect(
            QRectF(metres.min.x, metres.min.y, metres.max.x - metres.min.x, metres.max.y - metres.min.y));
    }
    // How thick hand-drawn ink is here, as a factor of its thickness at 100 %: it grows more slowly than the map.
    double nib() const { return std::clamp(std::sqrt(scale / 4), 0.55, 2.4); }
};

}  // namespace sketchwalk::ui
