// Fourth step of planning: drawn bridges span the water they cross, and roads over water that no bridge crosses get
// one.
#pragma once

#include "core/layout/Draft.h"
#include "core/layout/Roads.h"
#include "core/layout/Waters.h"

namespace sketchwalk::layout {

void placeBridges(Draft& draft, const Waters& waters, const Roads& roads);
// After placeBridges: cuts every road at the water and places the bridges that are missing.
void bridgeRoads(Draft& draft, const Waters& waters);

}  // namespace sketchwalk::layout
