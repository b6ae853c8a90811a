// What the user made: everything drawn, with its layers and settings. The only thing that is ever edited; the world is
// derived from it. A plain value: strokes are shared and never changed, so a copy is a list of pointers.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/sketch/Sketch.h"

namespace sketchwalk::document {

struct Layer {
    int64_t id = 1;  // unique in its document, > 0
    std::string name;
    bool shown = true;  // what is not shown is not built either
    bool locked = false;
    float opacity = 1;  // on the sheet, 0..1
    bool operator==(const Layer&) const = default;
};

// A picture under the paper, for tracing. Never part of the world.
struct Underlay {
    std::shared_ptr<const std::vector<uint8_t>> file;  // PNG or JPEG, as it was read
    Point centre{128, 128};                            // metres
    double metresPerPixel = 0.25;
    double turn = 0;  // degrees, clockwise on the map
    float opacity = 0.5f;
    bool shown = true;
    bool operator==(const Underlay&) const = default;
};

// Everything but the strokes.
struct Settings {
    Point extent{256, 256};  // metres, east and south; 64..8192 each
    sketch::View view = sketch::View::map;
    std::string base = "grass";
    std::string prompt;
    uint64_t seed = 1;
    std::vector<Layer> layers{{1, "Map", true, false, 1}};  // at least one; lowest first
    std::optional<Underlay> underlay;
    sketch::StylesPtr styles;  // how the ink on it is to be read; compared by pointer
    bool operator==(const Settings&) const = default;
};

struct Drawn {  // a stroke on the sheet
    sketch::Stroke stroke;
    int64_t layer = 1;
};
using DrawnPtr = std::shared_ptr<const Drawn>;

struct Document {
    Settings settings;
    std::vector<DrawnPtr> strokes;  // in drawing order within each layer
    int64_t nextId = 1;             // larger than every stroke's id that was ever given in this document

    const Layer* layer(int64_t id) const;  // null where unknown
    DrawnPtr find(int64_t stroke) const;   // null where unknown
};

// What the pipeline builds: the strokes of shown layers, layer by layer from the lowest.
sketch::Sketch toSketch(const Document& document);

// A document that holds exactly this sketch, on one layer.
Document fromSketch(const sketch::Sketch& sketch);

}  // namespace sketchwalk::document
