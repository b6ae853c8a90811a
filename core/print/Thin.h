// What a nozzle cannot print is taken off: rails, poles, chimneys, the tips of spires.
#pragma once

#include "core/print/Plate.h"

namespace sketchwalk::print {

// Lowers what rises on less than 0.7 mm of width to what surrounds it; the corners of wider things keep their shape
// (a morphological opening, then a reconstruction by dilation that goes no further than the opening's radius; Serra,
// "Image Analysis and Mathematical Morphology", 1982).
void takeOffThin(Heights& heights, const Plate& plate);

}  // namespace sketchwalk::print
