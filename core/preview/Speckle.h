// Cheap noise for surfaces that are looked at closely: ripples, cracks, layers, grass. A function of place alone.
#pragma once

#include <cstdint>
#include <glm/vec2.hpp>

namespace sketchwalk::preview {

// Smooth value noise, 0..1, feature size 1.
float speckle(float x, float y, uint32_t seed);
// The same with its slope: {value, d/dx, d/dy}, of which the ripples' normals are made.
struct Slope {
    float value, dx, dy;
};
Slope speckleSlope(float x, float y, uint32_t seed);

// The cellular pattern (Worley, 1996): distances to the nearest and second nearest of one jittered point a cell.
struct CellDistance {
    float nearest, second;
    uint32_t id;  // of the nearest point
};
CellDistance cells(float x, float y, uint32_t seed);

}  // namespace sketchwalk::preview
