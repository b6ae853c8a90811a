#include <algorithm>

#include "core/sketch/Read.h"

namespace sketchwalk::sketch {

Sketch onMap(const Sketch& sketch) {
    if (sketch.view == View::map) return sketch;
    const double w = sketch.extent.x, h = sketch.extent.y;
    const double k = std::min(w, 2 * h) / (w + h);
    const auto toMap = [&](Point p) {
        const double across = (p.x - w / 2) / k + (w - h) / 2;    // x - y
        const double down = (p.y - h / 2) * 2 / k + (w + h) / 2;  // x + y
        return Point{(down + across) / 2, (down - across) / 2};
    };
    Sketch map = sketch;
    map.view = View::map;
    for (auto& shared : map.strokes) {
        Stroke stroke = *shared;
        for (StrokePoint& p : stroke.points) p.at = toMap(p.at);
        for (Ring& hole : stroke.holes) {
            for (Point& p : hole) p = toMap(p);
        }
        for (Polyline& line : stroke.centreLines) {
            for (Point& p : line) p = toMap(p);
        }
        for (double& width : stroke.centreWidth) width /= k;
        stroke.width /= k;
        shared = std::make_shared<const Stroke>(std::move(stroke));
    }
    return map;
}

}  // namespace sketchwalk::sketch
