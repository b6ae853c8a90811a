// Which polygons hang together, and which of them are worth keeping.
#pragma once

#include <DetourNavMesh.h>

#include "core/navigation/NavMesh.h"

namespace sketchwalk::navigation {

// Fills parts and partCount from the links of the assembled mesh. Parts are numbered by their first polygon.
void findParts(NavMesh& mesh, const dtNavMesh& linked);

// Takes away the parts that nobody on the ground gets to: roofs and tops (no ground in them), the inside of what stands
// around (wholly within one object's footprint), and scraps of less than two square metres. parts are empty afterwards.
void dropUseless(NavMesh& mesh, const scene::Scene& scene);

}  // namespace sketchwalk::navigation
