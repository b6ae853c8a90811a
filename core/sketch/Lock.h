// What a locked region holds: its ground, water, surface and things as they stood when it was locked. It travels with
// the stroke that was drawn around it, so that the drawing alone gives the same region again, whatever else is drawn.
#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/Geometry.h"
#include "core/base/Grid.h"

namespace sketchwalk::sketch {

inline constexpr uint8_t kNotHeld = 255;  // of a cell of LockedGround::surface: it holds nothing here
inline constexpr int kMostHeldNodes = 4'000'000;

struct LockedWater {
    std::string category;  // catalogue id
    std::vector<std::string> qualities;
    bool flows = false;
};

// A window of the ground's rasters (core/terrain/Ground.h): W x H cells, and the (W + 1) x (H + 1) nodes about them.
struct LockedGround {
    double spacing = 0;       // metres between nodes
    int column = 0, row = 0;  // of the first node, counted from the map's north-west corner
    Grid<float> height;       // nodes, metres; NaN where it holds nothing
    Grid<float> level;        // nodes, metres; NaN where there is no water
    std::vector<LockedWater> waters;
    Grid<uint8_t> water;                 // cells: 0 dry, else 1 + index into waters
    std::vector<std::string> surfaces;   // catalogue ids
    Grid<uint8_t> surface;               // cells: index into surfaces, or kNotHeld
    std::vector<std::string> layers;     // catalogue ids
    std::vector<Grid<uint8_t>> weights;  // cells, per layer 0..255
};

// What a thing is built from (core/assets/Source.h), so that it is built again just so.
struct LockedAsset {
    std::string id, category, recipe;
    int variant = 0;
    uint64_t seed = 1;  // of the drawing, then
    glm::vec3 size{0};
    double span = 0, drop = 0;
    std::string biome;
    std::vector<std::string> qualities;
    std::vector<glm::vec2> outline;
};

// How a thing that was drawn lay in the plan (core/layout/Layout.h, Placement).
struct LockedPlan {
    std::vector<std::string> qualities;
    Point position{0, 0};
    double yaw = 0;
    Point footprint{1, 1};
    Ring outline;
    Polyline path;
    double width = 0;
    bool afloat = false;
    std::string look;
};

struct LockedThing {
    uint64_t id = 0;
    int64_t source = 0;  // the stroke that it came from; 0: it grew by itself
    size_t asset = 0;    // index into Lock::assets
    glm::vec3 position{0};
    float yaw = 0;  // degrees
    float scale = 1;
    std::optional<LockedPlan> plan;  // none: it grew by itself, or in a drawn area
};

struct Lock {
    LockedGround ground;
    std::vector<LockedAsset> assets;
    std::vector<LockedThing> things;

    std::vector<uint8_t> packed;  // all of this as bytes, for files
    uint64_t hash = 0;            // of those
};

// The middle of its place in the plan, else where it stands.
Point placeOf(const LockedThing& thing);

// With its bytes and hash.
std::shared_ptr<const Lock> sealed(Lock lock);
// Total: null where the bytes are no lock. What is in it is whole: rasters of one size, numbers finite or as said
// above, indices in range.
std::shared_ptr<const Lock> openedLock(std::span<const uint8_t> packed);

}  // namespace sketchwalk::sketch
