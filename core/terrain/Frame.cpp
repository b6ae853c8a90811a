#include "core/terrain/Frame.h"

#include "core/base/Raster.h"

namespace sketchwalk::terrain {

namespace {

constexpr double kFarthest = 1e5;  // metres

bool finite(Point p) {
    return std::isfinite(p.x) && std::isfinite(p.y);
}

double usableExtent(double metres) {
    return std::isfinite(metres) ? std::clamp(metres, 1.0, kFarthest) : 256.0;
}

}  // namespace

Frame frameFor(Point extent, int resolution) {
    const Point size{usableExtent(extent.x), usableExtent(extent.y)};
    Frame frame;
    frame.spacing = std::max(size.x, size.y) / std::clamp(resolution, 64, 4096);
    frame.cols = std::max(2, static_cast<int>(std::floor(size.x / frame.spacing + 0.5)));
    frame.rows = std::max(2, static_cast<int>(std::floor(size.y / frame.spacing + 0.5)));
    return frame;
}

NodeBox nodesIn(const Frame& frame, const Box& box, double margin) {
    if (box.min.x > box.max.x) return {};
    const auto node = [&](double metres, int last) {
        return static_cast<int>(std::clamp(metres / frame.spacing, -1.0, last + 1.0));
    };
    NodeBox out;
    out.x0 = std::max(0, node(box.min.x - margin, frame.cols));
    out.y0 = std::max(0, node(box.min.y - margin, frame.rows));
    out.x1 = std::min(frame.cols, node(box.max.x + margin, frame.cols) + 1);
    out.y1 = std::min(frame.rows, node(box.max.y + margin, frame.rows) + 1);
    if (box.max.x + margin < 0 || box.max.y + margin < 0 || out.x0 > frame.cols || out.y0 > frame.rows) return {};
    return out;
}

Ring usable(const Ring& points) {
    Ring out;
    out.reserve(points.size());
    for (const Point p : points) {
        if (!finite(p)) continue;
        out.emplace_back(std::clamp(p.x, -kFarthest, kFarthest), std::clamp(p.y, -kFarthest, kFarthest));
    }
    return out;
}

Polygon usable(const Polygon& polygon) {
    Polygon out{usable(polygon.outer), {}};
    if (out.outer.size() < 3) return {};
    for (const Ring& hole : polygon.holes) {
        Ring ring = usable(hole);
        if (ring.size() >= 3) out.holes.push_back(std::move(ring));
    }
    return out;
}

Grid<float> depthInside(const Polygon& shape, const Frame& frame, const NodeBox& box) {
    Polygon moved = shape;
    const Point origin = frame.at(box.x0, box.y0);
    for (Point& p : moved.outer) p -= origin;
    for (Ring& hole : moved.holes) {
        for (Point& p : hole) p -= origin;
    }
    Grid<uint8_t> mask(box.width(), box.height());
    fill(mask, moved, frame.spacing, 1, true);
    Grid<float> depth = signedDistance(mask, frame.spacing);
    for (float& d : depth.values()) d = -d;
    return depth;
}

}  // namespace sketchwalk::terrain
