// What the parts of StrokePainter hand each other. Private to this room.
#pragma once

#include <map>
#include <mutex>
#include <string_view>
#include <unordered_map>

#include "core/base/Hash.h"
#include "ui/canvas/StrokePainter.h"

namespace sketchwalk::ui {

constexpr double kLeastLetters = 9;  // pixels

struct StrokePainter::Job {
    QPainter& painter;
    const sketch::Stroke& stroke;
    const catalogue::Entry* entry;  // null where unknown
    const Look& look;
    const Frame& frame;
    QRect clip;
    uint64_t seed;

    bool loose() const { return stroke.pen == sketch::Pen::block; }
    double nib() const { return frame.nib(); }
};

struct StrokePainter::Memory {
    std::unordered_map<std::string_view, Known> ids;  // never changed, so read without the lock
    std::mutex mutex;
    std::map<std::string, Known, std::less<>> phrases;
    GlyphSprites sprites;
};

// Metres between things that would be too narrow at this scale: doubled until they are not.
inline double levelled(double metres, double scale, double leastPixels) {
    while (metres > 0 && metres * scale < leastPixels) metres *= 2;
    return metres;
}

inline Ring outerRing(const sketch::Stroke& stroke) {
    Ring ring;
    ring.reserve(stroke.points.size());
    for (const sketch::StrokePoint& p : stroke.points) ring.push_back(p.at);
    return ring;
}

// The direction in which a long box runs, degrees on the map in [0, 180).
double axisOf(const OrientedBox& box);

}  // namespace sketchwalk::ui
