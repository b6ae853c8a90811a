// The track of what flies along a route: a camera.
#pragma once

#include "core/catalogue/Catalogue.h"
#include "core/layout/Layout.h"
#include "core/scene/Scene.h"

namespace sketchwalk::routes {

// Eye and gaze. Over whatever stands below by a metre and a half at least, at the drawn height above ground and water.
scene::Track flightAlong(const layout::Route& route, const scene::Scene& scene, const catalogue::Catalogue& catalogue);

}  // namespace sketchwalk::routes
