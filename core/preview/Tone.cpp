#include "core/preview/Tone.h"

#include <algorithm>

#include "core/base/Trig.h"

namespace sketchwalk::preview {
namespace {

double linearOf(double srgb) {
    return srgb <= 0.04045 ? srgb / 12.92 : exact::pow((srgb + 0.055) / 1.055, 2.4);
}

// Fine enough that every byte has entries of its own even in the darkest, steepest part of the curve.
constexpr int kEncoded = 1 << 13;

struct Tables {
    std::array<float, 256> linear;
    std::array<uint8_t, kEncoded + 1> bytes;
    std::array<float, 1026> falloff;
    Tables() {
        for (int i = 0; i < 256; ++i) linear[static_cast<size_t>(i)] = static_cast<float>(linearOf(i / 255.0));
        size_t entry = 0;
        for (int byte = 0; byte < 256; ++byte) {  // up to half a step above the byte
            const double end = byte < 255 ? linearOf((byte + 0.5) / 255) * kEncoded : kEncoded + 1;
            for (; entry <= kEncoded && static_cast<double>(entry) < end; ++entry)
                bytes[entry] = static_cast<uint8_t>(byte);
        }
        for (int i = 0; i < 1026; ++i) falloff[static_cast<size_t>(i)] = static_cast<float>(exact::exp(-i / 128.0));
    }
};

const Tables& tables() {
    static const Tables t;
    return t;
}

}  // namespace

Light3 toLinear(Colour srgb) {
    Light3 result(0);
    for (int i = 0; i < 3; ++i) {
        if (srgb[i] > 0) result[i] = static_cast<float>(linearOf(std::min(srgb[i], 1.0f)));
    }
    return result;
}

const std::array<float, 256>& linearOfByte() {
    return tables().linear;
}

uint8_t toByte(float linear) {
    if (!(linear > 0)) return 0;
    return tables().bytes[static_cast<size_t>(std::min(linear, 1.0f) * kEncoded + 0.5f)];
}

float falloff(float x) {
    const float at = std::min(x, 8.0f) * 128.0f;
    if (!(at > 0)) return 1;
    const auto i = static_cast<size_t>(at);
    return blend(tables().falloff[i], tables().falloff[i + 1], at - static_cast<float>(i));
}

}  // namespace sketchwalk::preview
