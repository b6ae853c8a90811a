// Small curves that the ground's painting shares.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "core/base/Geometry.h"
#include "core/base/Hash.h"
#include "core/textures/GroundTexture.h"

namespace sketchwalk::scene {

inline Colour blend(Colour a, Colour b, float t) {
    return a + (b - a) * t;
}
inline textures::Sample blend(textures::Sample a, textures::Sample b, float t) {
    return a + (b - a) * t;
}
// Four times the same, as a factor that leaves the height alone.
inline textures::Sample factorOf(float factor) {
    return textures::Sample{factor, factor, factor, 1};
}
inline textures::Sample factorOf(Colour c) {
    return textures::Sample{c.x, c.y, c.z, 1};
}
inline float ramp(float from, float to, float value) {  // smooth 0..1
    const float t = std::clamp((value - from) * (1 / (to - from)), 0.0f, 1.0f);
    return t * t * (3 - 2 * t);
}
// Soft steps instead of a smooth gradient: patches with a rim, as a painter lays them.
inline float stepped(float value, float steps, float wobble) {
    const float t = value * steps + wobble;
    const auto whole = static_cast<float>(static_cast<int>(t + 64) - 64);
    return (whole + ramp(0.3f, 0.7f, t - whole)) / steps;
}
inline float hashUnit(uint64_t seed, int x, int y) {
    return static_cast<float>(
        toUnit(mix(seed ^ (static_cast<uint64_t>(static_cast<uint32_t>(x)) << 32) ^ static_cast<uint32_t>(y))));
}

}  // namespace sketchwalk::scene
