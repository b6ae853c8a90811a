// What a person drew, as strokes in metres. A plain value: strokes are shared and never changed after they are made.
#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Geometry.h"
#include "core/sketch/Lock.h"

namespace sketchwalk::sketch {

enum class View { map, isometric };
enum class Pen { detail, block };  // exactly this; roughly here

struct StrokePoint {
    Point at{0, 0};      // metres
    float pressure = 1;  // 0..1
    float seconds = -1;  // since the stroke began; negative: not known
    // Where the pen's upper end pointed, as a direction on the map (east, south), times the sine of its angle from
    // upright: 0 upright or not known, up to 1 lying flat.
    glm::vec2 lean{0, 0};
    float height = -1;  // metres above ground or water, of a route that flies; negative: not known
};

// A change by hand to one thing of the world. It names the thing as the world did, so that it holds again whenever the
// world is built anew. Its stroke's first point is where the thing stood, the last one where it is to stand; the
// stroke's brush is what it is to be.
struct ObjectEdit {
    uint64_t object = 0;        // id of its placement or instance
    int64_t source = 0;         // the stroke that it came from; 0: it grew by itself
    std::string was;            // catalogue id
    std::string look;           // id of the asset that it was drawn with, to be kept; empty: any
    bool removed = false;       // it is to be gone; the rest counts no more
    std::optional<double> yaw;  // degrees about +Y; none: as planned
    double scale = 1;           // of its planned size; of its kind's usual size where it grew by itself
    bool operator==(const ObjectEdit&) const = default;
};

struct Stroke {
    int64_t id = 0;     // unique in its sketch, > 0
    std::string brush;  // catalogue id or phrase; "ink" is unlabelled
    Pen pen = Pen::detail;
    double width = 0;     // metres; 0: the catalogue's
    bool closed = false;  // an area
    std::vector<StrokePoint> points;
    std::vector<Ring> holes;
    std::optional<int64_t> group;
    std::string shows;  // of ink, what the person said it shows: catalogue id or phrase; "ink": nothing, it stays ink;
                        // "label": writing. Empty: the program finds out. Strokes of one group say the same
    std::string text;   // of a label
    std::optional<ObjectEdit> edit;    // not a thing drawn, but a change by hand to one that stands already
    std::shared_ptr<const Lock> lock;  // of the brush "lock": what is to stay as it is inside the outline; else null

    // Of a closed stroke that was drawn as a line (a river, road, wall as a coloured patch): its centre lines, one per
    // arm, and for each its typical width in metres. The area stays the truth of what is drawn; these say how it runs.
    // Arms of a fork or crossing share their end point exactly. Empty: not known (CentreLines.h finds them from the
    // area).
    std::vector<Polyline> centreLines;
    std::vector<double> centreWidth;  // as many as centreLines
};

// A drawing by hand, and what the person said it shows: ink that looks like it is read the same way.
struct Style {
    std::string shows;              // as Stroke::shows, never empty
    std::vector<Polyline> strokes;  // 0..1000 along the longer side of their box; whole numbers
    bool operator==(const Style&) const = default;
};
using StylesPtr = std::shared_ptr<const std::vector<Style>>;  // null: none

struct Sketch {
    Point extent{256, 256};  // metres, east and south; 64..8192 each
    View view = View::map;
    std::string base = "grass";
    std::string prompt;
    uint64_t seed = 1;
    std::vector<std::shared_ptr<const Stroke>> strokes;  // in drawing order: later lies on top
    StylesPtr styles;                                    // how its ink is to be read beside what the network knows
};

}  // namespace sketchwalk::sketch
