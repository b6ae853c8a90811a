#include "core/layout/LayoutHash.h"

namespace sketchwalk::layout {

namespace {

void addBits(ContentHash& hash, double value) {  // -0 and 0 are two: what is made from them may differ
    hash.add(&value, sizeof value);
}

void addInt(ContentHash& hash, int64_t value) {
    hash.add(static_cast<uint64_t>(value));
}

void addPoints(ContentHash& hash, const std::vector<Point>& points) {
    hash.add(static_cast<uint64_t>(points.size()));
    hash.add(points.data(), points.size() * sizeof(Point));
}

void addPolygon(ContentHash& hash, const Polygon& polygon) {
    addPoints(hash, polygon.outer);
    hash.add(static_cast<uint64_t>(polygon.holes.size()));
    for (const Ring& hole : polygon.holes) addPoints(hash, hole);
}

void addText(ContentHash& hash, const std::string& text) {
    hash.add(static_cast<uint64_t>(text.size()));
    hash.add(std::string_view(text));
}

}  // namespace

void addTo(ContentHash& hash, const std::vector<std::string>& words) {
    hash.add(static_cast<uint64_t>(words.size()));
    for (const std::string& word : words) addText(hash, word);
}

void addTo(ContentHash& hash, const Region& region) {
    addInt(hash, region.stroke);
    addText(hash, region.id);
    addTo(hash, region.qualities);
    addPolygon(hash, region.shape);
    addInt(hash, region.exact ? 1 : 0);
    addInt(hash, region.order);
}

void addTo(ContentHash& hash, const Line& line) {
    addInt(hash, line.stroke);
    addText(hash, line.id);
    addTo(hash, line.qualities);
    addPoints(hash, line.centre);
    hash.add(static_cast<uint64_t>(line.width.size()));
    hash.add(line.width.data(), line.width.size() * sizeof(double));
    addInt(hash, line.order);
    addInt(hash, (line.flowsIn ? 1 : 0) + (line.flowsOut ? 2 : 0));
}

void addTo(ContentHash& hash, const Relief& relief) {
    addInt(hash, relief.stroke);
    addText(hash, relief.id);
    addTo(hash, relief.qualities);
    addPolygon(hash, relief.shape);
    addPoints(hash, relief.spine);
    addBits(hash, relief.width);
    addInt(hash, relief.order);
}

void addTo(ContentHash& hash, const Placement& placement) {
    hash.add(placement.id);
    addInt(hash, placement.stroke);
    addText(hash, placement.category);
    addTo(hash, placement.qualities);
    hash.add(&placement.position, sizeof(Point));
    addBits(hash, placement.yaw);
    hash.add(&placement.footprint, sizeof(Point));
    addPoints(hash, placement.outline);
    addPoints(hash, placement.path);
    addBits(hash, placement.width);
    addInt(hash, placement.afloat ? 1 : 0);
    addText(hash, placement.look);
}

void addTo(ContentHash& hash, const Sculpt& sculpt) {
    addInt(hash, sculpt.stroke);
    addText(hash, sculpt.id);
    hash.add(static_cast<uint64_t>(sculpt.points.size()));
    for (const SculptPoint& point : sculpt.points) {
        hash.add(&point.at, sizeof(Point));
        addBits(hash, static_cast<double>(point.pressure));
    }
    addPolygon(hash, sculpt.shape);
    addBits(hash, sculpt.width);
}

}  // namespace sketchwalk::layout
