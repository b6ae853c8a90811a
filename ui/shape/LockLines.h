// Outlines of locked regions, dashed, as lines over the ground of the world.
#pragma once

#include <glm/vec3.hpp>
#include <vector>

#include "core/layout/Layout.h"
#include "core/terrain/Ground.h"

namespace sketchwalk::ui {

// Pairs of ends, metres in the scene. `drawn`: an outline that the pen is drawing, still open; may be empty.
std::vector<glm::vec3> lockLines(const std::vector<layout::Lock>& locks, const Polyline& drawn,
                                 const terrain::Ground& ground);

}  // namespace sketchwalk::ui
