// Lines as a pen leaves them: smoothed through the samples, with corners kept, as wide as the pressure says and never
// perfectly even. In pixels of a picture; what is far outside `clip` is left coarse.
#pragma once

#include <QPainterPath>
#include <functional>
#include <vector>

#include "core/sketch/Sketch.h"
#include "ui/canvas/Frame.h"

namespace sketchwalk::ui {

struct InkPoint {
    QPointF at;        // pixels of the picture
    double half = 1;   // half the width, pixels
    double along = 0;  // pixels from the start
};

// `half`: half the width in pixels at a sample.
std::vector<InkPoint> inkPoints(const std::vector<sketch::StrokePoint>& points, const Frame& frame, const QRectF& clip,
                                const std::function<double(const sketch::StrokePoint&)>& half);
// A ring through the points, smooth but at its corners.
QPainterPath ringPath(const Ring& ring, const Frame& frame, const QRectF& clip);
// The stroke's outer ring less its holes; odd-even.
QPainterPath areaPath(const sketch::Stroke& stroke, const Frame& frame, const QRectF& clip);

// What the pen covers; winding. `tremble`: share by which the width errs, the same way for the same seed.
QPainterPath ribbonPath(const std::vector<InkPoint>& line, const QRectF& clip, uint64_t seed = 0, double tremble = 0,
                        bool flatEnds = false);
// Pieces of a dashed line, each with its points.
std::vector<std::vector<InkPoint>> dashed(const std::vector<InkPoint>& line, double on, double off);
// Where the line is at a distance along it, and the unit normal to its right.
struct InkPlace {
    QPointF at, normal;
};
InkPlace placeAlong(const std::vector<InkPoint>& line, double along);

}  // namespace sketchwalk::ui
