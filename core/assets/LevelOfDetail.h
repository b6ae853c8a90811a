// Simpler versions of a mesh for when it is far away.
#pragma once

#include <vector>

#include "core/assets/Mesh.h"

namespace sketchwalk::assets {

// Levels of detail, the mesh itself not included: about 45 % and about 15 % of its triangles. Fewer where simplifying
// further would change the silhouette, none below 60 triangles. Pure; quadric edge collapses by meshoptimizer (Garland
// and Heckbert, 1997).
//
// Corners are joined across hard edges before and get normals anew after, so that flatly shaded things simplify too.
// Each material keeps its border to the others; small parts are dropped before large ones are bent. Attributes are
// those of the corner at the same place whose normal fits best.
std::vector<Mesh> levelsOfDetail(const Mesh& mesh);

// The share of the screen's height below which each level, the full one first, gives way to the next; after the last
// the thing may be left out. For files and viewers alike.
constexpr double kScreenShares[] = {0.25, 0.08, 0.01};

}  // namespace sketchwalk::assets
