// Centre lines of a raster shape, in cells; the readers of pictures and of polygons both end here.
#pragma once

#include "core/base/Grid.h"
#include "core/sketch/CentreLines.h"

namespace sketchwalk::sketch {

// The middle of cell (x, y) is the point (x, y). The outermost cells of the mask do not count.
std::vector<CentreLine> centreLinesOf(Grid<uint8_t> mask);

}  // namespace sketchwalk::sketch
