// Mends an outline that crosses itself.
#pragma once

#include <optional>

#include "core/base/Geometry.h"

namespace sketchwalk::sketch {

enum class Crossings { none, mended, tooMany };

// Where the ring crosses itself, rewrites it as one ring of the same even-odd area that only touches itself: its area
// and centroid are then those of what is filled. A ring with more than 2,000 crossings, or too tangled to look at, is
// left as it is (tooMany). Rings that merely touch themselves are left alone.
Crossings uncross(Ring& ring);

}  // namespace sketchwalk::sketch
