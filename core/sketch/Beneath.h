// The ground that goes on beneath drawn objects.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Grid.h"
#include "core/sketch/Patches.h"

namespace sketchwalk::sketch {

// What a class is, for what lies beneath it and what may go on beneath others.
enum class Layer : uint8_t {
    nothing,  // not drawn
    water,    // goes on beneath what spans or floats
    area,     // surfaces and relief drawn as areas: go on beneath what stands on land
    line,     // roads and paths: end where an object begins
    onLand,   // objects that hide land
    onWater   // objects that span or float: they hide water
};

// The classes of the ground alone: a pixel under an object takes the nearest ground beside its patch, where that may go
// on there, and is class 0 elsewhere. So a river runs on under the bridge that was drawn across it, and sand under a
// house on a beach, while a house in a lake stands on a patch of land. `layers` is by class.
Grid<uint8_t> groundBeneath(const Grid<uint8_t>& classes, const Patches& patches, const std::vector<Layer>& layers);

}  // namespace sketchwalk::sketch
