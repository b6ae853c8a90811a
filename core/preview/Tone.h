// Colours: sRGB as artists and files write it, linear light as shading needs it.
#pragma once

#include <array>
#include <cstdint>
#include <glm/vec3.hpp>

#include "core/base/Geometry.h"

namespace sketchwalk::preview {

using Light3 = glm::vec3;  // linear light, 1 is the white of the picture

Light3 toLinear(Colour srgb);  // clamped to 0..1; not a number becomes 0
const std::array<float, 256>& linearOfByte();
uint8_t toByte(float linear);  // clamped
float falloff(float x);        // exp(-x) for x >= 0, from a table

// Keeps palette colours as they are and bends only bright light over, so that nothing clips hard.
inline float shoulder(float x) {
    constexpr float kKnee = 0.75f, kRoom = 0.25f;
    if (!(x > kKnee)) return x > 0 ? x : 0;
    const float over = (x - kKnee) / kRoom;
    return kKnee + kRoom * (over / (1.0f + over));
}
inline Light3 shoulder(Light3 c) {
    return {shoulder(c.x), shoulder(c.y), shoulder(c.z)};
}
inline float luminance(Light3 c) {
    return 0.2126f * c.x + 0.7152f * c.y + 0.0722f * c.z;
}
inline float smooth(float low, float high, float x) {  // cubic step from 0 at low to 1 at high
    float t = (x - low) / (high - low);
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    return t * t * (3 - 2 * t);
}
template <class T>
T blend(const T& a, const T& b, float t) {
    return a + (b - a) * t;
}

}  // namespace sketchwalk::preview
