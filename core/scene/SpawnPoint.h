// Where a walker starts, and what they see first.
#pragma once

#include <optional>
#include <vector>

#include "core/scene/Clearance.h"
#include "core/scene/Place.h"

namespace sketchwalk::scene {

// The drawn spawn, moved to the nearest place where one can stand (with a diagnostic when that is further than two
// metres); else the best of a lattice of places: dry, level, free, near roads and houses, with water or houses in view.
Spawn chooseSpawn(const Setting& setting, const Clearance& clearance, const std::vector<Copy>& grown,
                  Diagnostics& diagnostics);

}  // namespace sketchwalk::scene
