// Heights diffused between constraints: the Poisson equation -laplace(u) = source on a node raster whose fixed samples
// keep their values, by multigrid V-cycles (Brandt, 1977). This is what Hnaidi et al., "Feature based terrain
// generation using diffusion equation" (2010), shape land with. All samples outside a drawn outline are fixed at 0, so
// nothing reaches beyond it.
#pragma once

#include <cstdint>

#include "core/base/Grid.h"

namespace sketchwalk::terrain {

struct Constraints {
    Grid<float> value;    // heights where fixed; a first guess elsewhere
    Grid<uint8_t> fixed;  // 1: keeps its value. The border counts as fixed.
    Grid<float> source;   // -laplace(u), per squared sample
};

// The solution after `cycles` V-cycles, each of which leaves about a third of the error. O(samples).
Grid<float> diffuse(const Constraints& constraints, int cycles = 6);

// The largest residual |source + laplace(u)| over free samples.
float residualOf(const Constraints& constraints, const Grid<float>& solution);

}  // namespace sketchwalk::terrain
