// Noise over the map, a function of seed and place alone.
#pragma once

#include <cstdint>

namespace sketchwalk {

// Gradient noise with quintic fade (Perlin, "Improving Noise", 2002), about [-1, 1], feature size 1 in x and y.
double gradientNoise(uint64_t seed, double x, double y);
// Sum of `octaves` of gradient noise, each twice as fine and half as strong; about [-1, 1].
double fractalNoise(uint64_t seed, double x, double y, int octaves);
// Cellular noise (Worley, 1996): distance to the nearest of one jittered point a cell; about [0, 1.2].
double cellularNoise(uint64_t seed, double x, double y);

}  // namespace sketchwalk
