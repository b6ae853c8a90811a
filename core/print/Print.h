// The world as a solid for a 3D printer: everything seen from above, on a base plate, as binary STL in millimetres.
//
// The solid is what lies under the upper envelope of ground, water and objects: it has no overhangs, prints without
// supports, and is closed by construction. Walls stand upright and follow the buildings' outlines to a twelfth of a
// millimetre; flat stretches are made of few triangles.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Error.h"
#include "core/base/Job.h"
#include "core/catalogue/Catalogue.h"
#include "core/scene/Scene.h"

namespace sketchwalk::print {

constexpr double kLeastSize = 20, kMostSize = 1000, kLeastBase = 0.4, kMostBase = 100;  // millimetres

struct PrintOptions {   // millimetres
    double size = 180;  // the longer side, kLeastSize..kMostSize
    double base = 3;    // the plate under the lowest point, kLeastBase..kMostBase
};

// The file's bytes: binary STL, +Z up, east along +X, north along +Y, in the positive octant with the plate at z = 0,
// 50 MB at most. What would print thinner than 0.7 mm is left out; buildings, bridges, walls and fences are thickened
// instead. Water lies 0.4 mm and roads 0.25 mm deeper than they are, so that they are seen. The same scene gives the
// same bytes on any machine and any number of threads. ErrorKind::interrupted when stopped.
Result<std::vector<uint8_t>> encodeStl(const scene::Scene& scene, const catalogue::Catalogue& catalogue,
                                       const PrintOptions& options, const Job& job);

}  // namespace sketchwalk::print
