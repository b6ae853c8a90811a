// The plan: in map coordinates, what stands where. Both the strokes themselves and (later) an imagined picture end
// here, so that everything after it has one shape. A plain value.
//
// What every reader of a plan may rely on:
// - `order` is one scale for regions and lines: where two overlap, the greater lies on top. Water outranks roads and
// what was
//   drawn under it; land drawn on water (an island) outranks that water; roads outrank plain surfaces; rivers drawn as
//   lines are never covered by a surface.
// - A long patch that was drawn as an area (a river or road of a coloured picture) is there twice: as a Region with its
// exact
//   shape and as one Line per arm with the same stroke id. Such lines give the profile (direction, level, slope) alone;
//   the shape is the region's.
// - Lines that meet share the point where they meet. A river that meets a lake or sea ends a little inside it.
// - Roads and paths end at a bridge's feet: no road line crosses water. A road drawn as a region may touch water at its
// rim.
// - A region of land lies on every island, so water there is cut by order alone.
// - A bridge's path starts and ends on land, 1.5 to 4 m from the water, unless a diagnostic says that there was none.
// - Ground rises on the left of a cliff's spine (walking from its first point to its last).
// - Coordinates are finite and lie on the map or at most 64 m outside.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/Error.h"
#include "core/base/Geometry.h"
#include "core/catalogue/Catalogue.h"
#include "core/sketch/Sketch.h"

namespace sketchwalk::layout {

// A drawn area of water or surface. Where regions overlap the one with the greater order lies on top.
struct Region {
    int64_t stroke = 0;
    std::string id;                      // catalogue id: lake sea swamp ice lava; grass sand forest field road ...
    std::vector<std::string> qualities;  // "murky", "cobblestone", "golden" ...
    Polygon shape;
    bool exact = true;  // the detail pen: keep the outline to the cell
    int order = 0;
};

// A drawn line of water or surface with its width: rivers, roads, paths.
struct Line {
    int64_t stroke = 0;
    std::string id;  // river lava ice swamp; road path ...
    std::vector<std::string> qualities;
    Polyline centre;            // first point to last: for a river the way it was drawn, not yet downhill
    std::vector<double> width;  // metres, one per point of centre
    int order = 0;
    bool flowsIn = false, flowsOut = false;  // rivers: first / last point meets other water (joined)
};

// A drawn piece of relief: an area (mountain, plateau...) or a spine (ridge, cliff, valley).
struct Relief {
    int64_t stroke = 0;
    std::string id;  // mountain hill ridge peak volcano cliff valley basin plateau island
    std::vector<std::string> qualities;
    Polygon shape;     // empty outer: a spine
    Polyline spine;    // empty: an area
    double width = 0;  // metres, of a spine
    int order = 0;
};

struct SculptPoint {
    Point at{0, 0};
    float pressure = 1;  // 0..1
};

// A touch of the hand on the land: raise lower smooth flatten terracing. In drawing order.
struct Sculpt {
    int64_t stroke = 0;
    std::string id;                   // catalogue id
    std::vector<SculptPoint> points;  // a dab has one
    Polygon shape;                    // an area that was drawn around; empty outer: a stroke along the points
    double width = 12;                // metres, of the brush
};

// One thing that stands somewhere. `path` is set for bridges (two feet, or the drawn curve) and, section by section,
// for barriers. position is the middle of the footprint.
struct Placement {
    uint64_t id = 0;       // stable under edits of other strokes: hash of stroke and number in it
    int64_t stroke = 0;    // 0: grew by itself before it was taken elsewhere by hand
    std::string category;  // catalogue id of an object
    std::vector<std::string> qualities;
    Point position{0, 0};
    double yaw = 0;         // degrees: the front looks that way
    Point footprint{1, 1};  // metres: width along the front, depth
    Ring outline;           // what was drawn, where the footprint should follow it (castle); may be empty
    Polyline path;          // bridges: from foot to foot; barriers: this section; else empty
    double width = 0;       // of the path: a bridge's deck
    bool afloat = false;    // stands at water level
    std::string look;       // id of an asset whose design it keeps; empty: chosen by chance
    int held = -1;          // index into Layout::held: it stands just as that says
};

// A thing that grew by itself and was taken from its place by hand.
struct Uprooted {
    uint64_t object = 0;  // its Instance::id, as long as the seed and the rules are the same
    std::string category;
    Point at{0, 0};  // where it stood: what of its kind grows there under another seed goes as well
};

// A region that stays as it was when it was locked (core/sketch/Lock.h).
struct Lock {
    int64_t stroke = 0;
    Polygon shape;
    Box box;                                   // of the shape
    std::shared_ptr<const sketch::Lock> held;  // never null
};

// A thing that stands there. Where one lock lies on another, the later one counts.
struct Held {
    std::shared_ptr<const sketch::Lock> lock;
    size_t thing = 0;    // index into lock->things
    int64_t stroke = 0;  // that it came from; the lock's own where that is no longer drawn; 0: it grew by itself

    const sketch::LockedThing& what() const { return lock->things[thing]; }
    const sketch::LockedAsset& asset() const { return lock->assets[what().asset]; }
};

// A drawn way and who goes along it.
struct RoutePoint {
    Point at{0, 0};
    double seconds = 0;  // when the follower is to be there; never falls along a route
    double height = -1;  // metres above ground or water, of what flies; negative: the usual one
};

struct Route {
    int64_t stroke = 0;
    std::string follower;                // catalogue id of something that follows routes
    std::vector<std::string> qualities;  // "red", "old"
    bool loop = false;                   // its end is its start; else it is gone back
    std::vector<RoutePoint> points;      // on the map; one: it stands there
};

struct Layout {
    Point extent{256, 256};
    uint64_t seed = 1;
    std::string biome = "temperate";  // catalogue id
    std::string season;               // catalogue id; empty: the climate's usual face
    std::string base = "grass";       // surface id where nothing is drawn
    std::vector<std::string> baseQualities;
    std::vector<Region> regions;
    std::vector<Line> lines;
    std::vector<Relief> reliefs;
    std::vector<Placement> placements;
    std::vector<Sculpt> sculpts;
    std::vector<Uprooted> uprooted;
    std::vector<Lock> locks;  // in drawing order: later lies on top
    std::vector<Held> held;   // those of the plan are placements too
    // Categories drawn one by one: none of them grow where nothing is drawn. What a drawn area (a forest) grows inside
    // its own outline is not concerned.
    std::set<std::string, std::less<>> complete;
    std::vector<std::string> atmosphere;  // "dark clouds", "a blue sky": what cannot stand on ground
    std::optional<Point> spawn;
    std::vector<Route> routes;
    std::vector<sketch::Stroke> labels, goals;
    Diagnostics diagnostics;
};

// Plans a sketch. Pure: the same sketch and catalogue give the same layout.
Layout plan(const sketch::Sketch& sketch, const catalogue::Catalogue& catalogue);

}  // namespace sketchwalk::layout
