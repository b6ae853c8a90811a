// The upper envelope of the scene: what a printer sees from above.
#pragma once

#include "core/print/Plate.h"

namespace sketchwalk::print {

// Samples ground, water, roads and objects. Things too small to print are left out or thickened one by one here; see
// Thin.h for what is thin of larger things.
Heights envelopeOf(const scene::Scene& scene, const catalogue::Catalogue& catalogue, const Plate& plate,
                   const Job& job);

}  // namespace sketchwalk::print
