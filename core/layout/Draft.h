// The plan while it is being made: what every step of planning reads and writes. Private to this room.
#pragma once

#include <string>
#include <vector>

#include "core/layout/Layout.h"

namespace sketchwalk::layout {

enum class Form { area, line, stamp };

// One arm of a long area, or the whole of a line.
struct Arm {
    Polyline points;
    std::vector<double> width;  // metres, one per point
};

// One stroke, cleaned and understood. Its shape is finite and reaches at most kMargin past the map.
struct Drawn {
    const sketch::Stroke* stroke = nullptr;
    int64_t id = 0;
    int index = 0;                            // place in the drawing order
    const catalogue::Entry* entry = nullptr;  // after the biome's swaps; never null
    std::vector<std::string> qualities;
    bool plural = false;   // "houses"
    bool one = false;      // "a house": the words name a single thing
    bool generic = false;  // a "tree", whatever kind grew from it
    Form form = Form::stamp;
    Polygon area;           // Form::area
    std::vector<Arm> arms;  // Form::line: one; Form::area: where it runs as a line
    double width = 0;       // metres, of the pen or the catalogue's
    Point at{0, 0};         // Form::stamp
    Box box;                // of the shape
};

// A placement on its way to its final place.
struct Piece {
    Placement placement;
    const catalogue::Entry* entry = nullptr;
    int drawn = -1;         // index into Draft::drawn
    bool fixed = false;     // barriers and bridges: never moved
    bool measured = false;  // a surveyed ground plan: may touch its neighbours
    bool outlined = false;  // a castle: it is built along its drawn outline and never moved
    bool member = false;    // one of many in a group: may be left out where there is no room
};

struct Draft {
    Layout layout;
    const catalogue::Catalogue& catalogue;
    const catalogue::Biome* biome = nullptr;
    std::vector<Drawn> drawn;
    std::vector<Piece> pieces;
    std::vector<const sketch::Stroke*> edits;  // changes by hand, in their order
    std::vector<const sketch::Stroke*> routes;
    std::vector<const sketch::Stroke*> locks;

    Box map() const { return {{0, 0}, layout.extent}; }
    void note(int64_t stroke, Sentence sentence) {
        layout.diagnostics.push_back(diagnosticOf(Severity::note, stroke, std::move(sentence)));
    }
    void warn(int64_t stroke, Sentence sentence) {
        layout.diagnostics.push_back(diagnosticOf(Severity::warning, stroke, std::move(sentence)));
    }
};

constexpr double kMargin = 64;       // metres that shapes may reach past the map
constexpr int kLevelStep = 1 << 22;  // orders of one level lie below those of the next
constexpr int kSurfaceLevel = 0, kRoadLevel = 1, kWaterLevel = 2;

inline bool isRoad(const catalogue::Entry& entry) {
    return entry.id == "road" || entry.id == "path";
}
inline bool isRoadId(std::string_view id) {
    return id == "road" || id == "path";
}
inline bool isWaterId(const catalogue::Catalogue& catalogue, std::string_view id) {
    const catalogue::Entry* entry = catalogue.find(id);
    return entry && entry->kind == catalogue::Kind::water;
}
inline bool drawnAs(const catalogue::Entry& entry, catalogue::DrawnAs how) {
    for (const catalogue::DrawnAs d : entry.drawn) {
        if (d == how) return true;
    }
    return false;
}

// An id that depends on nothing but the stroke and the number (or cell) within it; never 0.
uint64_t placementId(int64_t stroke, uint64_t number);

}  // namespace sketchwalk::layout
