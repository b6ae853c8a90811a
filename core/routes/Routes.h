// Routes become motion: everybody who goes along a drawn line gets a track, a pure function of time.
//
// On open ground the line is kept to, round houses, trees and deep water the shortest way is taken; feet stand on the
// drawn triangles, boats on the water's. Times are the plan's; who must go a longer way hurries, up to its fastest.
// A way that is no ring is gone back. A camera flies above everything, looks where it goes, and starts anew.
#pragma once

#include "core/base/Error.h"
#include "core/base/Job.h"
#include "core/catalogue/Catalogue.h"
#include "core/layout/Layout.h"
#include "core/scene/Scene.h"

namespace sketchwalk::routes {

constexpr double kUsualFlight = 9;  // metres above ground that a camera flies at where nobody says

// Fills the tracks of the scene's routes, which are the layout's in their order, and says in the scene's diagnostics
// who cannot get where. Changes nothing else. Pure; any number of threads gives the same bytes.
// ErrorKind::interrupted when stopped.
Result<void> findTracks(scene::Scene& scene, const layout::Layout& layout, const catalogue::Catalogue& catalogue,
                        const Job& job);

}  // namespace sketchwalk::routes
