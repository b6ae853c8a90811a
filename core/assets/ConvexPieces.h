// Approximate convex decomposition for meshes that are put together from simple solids, as recipes are: connected
// parts, hollow ones cut along their own corners' planes, and what makes little difference merged again.
#pragma once

#include <vector>

#include "core/assets/ConvexHull.h"
#include "core/assets/Solids.h"

namespace sketchwalk::assets {

struct ConvexPiece {
    ConvexHull hull;
    double solid = 0;  // cubic metres that are really filled
};

// Cuts one solid until its hulls hold little that is not filled.
std::vector<ConvexPiece> convexPieces(const Solid& solid);

// Drops pieces that hardly stick out of a larger one, and merges neighbours whose common hull holds little air; goes on
// with the least harmful until at most `most` are left.
std::vector<ConvexPiece> merged(std::vector<ConvexPiece> pieces, size_t most);

}  // namespace sketchwalk::assets
