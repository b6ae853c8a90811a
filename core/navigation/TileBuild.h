// One tile through Recast: voxels, what can be walked, regions, contours, polygons, heights.
#pragma once

#include "core/navigation/NavMesh.h"
#include "core/navigation/Obstacles.h"

namespace sketchwalk::navigation {

// Empty (no polygons) where nothing of the tile can be walked; ErrorKind::output, naming the place, where Recast cannot
// hold it. Pure, any thread. Kept in the job's memo by what lies in the tile.
Result<PolyTile> buildTile(const Obstacles& obstacles, const NavSettings& settings, int column, int row,
                           const Job& job = {});

}  // namespace sketchwalk::navigation
