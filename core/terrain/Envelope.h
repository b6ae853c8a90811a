// Lower envelopes of paraboloids on a raster: min over p of (value(p) + bend * |x - p|^2), exact and linear in the
// samples (Felzenszwalb and Huttenlocher, "Distance Transforms of Sampled Functions", 2012). Valleys that rise from
// water are cut with it: such a surface has no hollow of its own, so whatever it shapes drains to the samples that it
// rises from.
#pragma once

#include "core/base/Grid.h"

namespace sketchwalk::terrain {

inline constexpr float kNothing = 1e9f;  // a sample without a value, and the result where no sample has one

// `bend` is per squared sample, > 0. Any number of threads gives the same bits.
Grid<float> lowerEnvelope(const Grid<float>& values, double bend, int threads);

}  // namespace sketchwalk::terrain
