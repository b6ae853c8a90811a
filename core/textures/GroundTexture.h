// Pictures of ground that tile, made by the program itself: brush-like shapes in the colours of a biome's palette.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "core/base/Image.h"
#include "core/catalogue/Catalogue.h"

namespace sketchwalk::textures {

struct Texel {
    uint8_t r = 0, g = 0, b = 0;  // sRGB
    uint8_t height = 128;         // 0 the deepest hollow .. 255 the highest crest
};

// Four floats side by side: red, green, blue and height, each 0..255.
using Sample = float __attribute__((vector_size(16)));

inline Colour colourOf(Sample sample) {  // sRGB, 0..1
    return Colour(sample[0], sample[1], sample[2]) / 255.0f;
}

// One surface's picture: 512 x 512 pixels whose opposite edges continue each other, and every halving of it.
struct GroundTexture {
    float size = 8;                                // metres a side
    float relief = 0.05f;                          // metres between height 0 and 255
    float hollowRough = 0.95f, crestRough = 0.9f;  // roughness at height 0 and 255
    bool turns = true;                             // may be turned, so that its tiling does not show
    std::vector<std::vector<Texel>> levels;        // 512, 256, ... 1 a side

    // The level whose texels are about `pixel` metres, and never finer than the first.
    int levelFor(float pixel) const;
    // Roughness at a height of 0..255.
    float roughAt(float height) const { return hollowRough + (crestRough - hollowRough) * height * (1.0f / 255); }
    // Bilinear at a place in metres; the picture repeats.
    Sample at(float x, float y, int level) const;
};

// `surface` is a catalogue id (grass, rock, paving, ...); an unknown one becomes bare earth. `slabs`: paving of large
// slabs instead of setts. The mean colour is the palette's own for that surface. A pure function; takes about 15 ms.
GroundTexture groundTexture(std::string_view surface, const catalogue::Palette& palette, uint64_t seed, bool slabs);

// The finest level as pictures. Normals: tangent space, x east, y north (+Y up, OpenGL), z up; unit.
Image colourPicture(const GroundTexture& texture);
Image normalPicture(const GroundTexture& texture);

// A normal as three bytes, from the rise toward east and toward south in metres a metre.
std::array<uint8_t, 3> normalBytes(float east, float south);

inline Sample GroundTexture::at(float x, float y, int level) const {
    using Words = int32_t __attribute__((vector_size(16)));
    const auto l = static_cast<size_t>(level);
    const int side = 512 >> level, mask = side - 1;
    const float scale = static_cast<float>(side) / size;
    const float u = x * scale - 0.5f, v = y * scale - 0.5f;
    int iu = static_cast<int>(u), iv = static_cast<int>(v);
    iu -= static_cast<float>(iu) > u ? 1 : 0;
    iv -= static_cast<float>(iv) > v ? 1 : 0;
    const float fu = u - static_cast<float>(iu), fv = v - static_cast<float>(iv);
    const Texel* all = levels[l].data();
    const Texel* north = all + static_cast<size_t>(iv & mask) * static_cast<size_t>(side);
    const Texel* south = all + static_cast<size_t>((iv + 1) & mask) * static_cast<size_t>(side);
    // Bytes to floats four at a time: masked where they lie, then scaled down by powers of two (little-endian).
    const auto read = [](const Texel& texel) {
        int32_t word;
        std::memcpy(&word, &texel, 4);
        const Words lanes = Words{word, word, word, texel.height} & Words{0xff, 0xff00, 0xff0000, 0xff};
        return __builtin_convertvector(lanes, Sample) * Sample{1, 0x1p-8f, 0x1p-16f, 1};
    };
    const Sample nw = read(north[iu & mask]), ne = read(north[(iu + 1) & mask]);
    const Sample sw = read(south[iu & mask]), se = read(south[(iu + 1) & mask]);
    const Sample n = nw + (ne - nw) * fu, s = sw + (se - sw) * fu;
    return n + (s - n) * fv;
}

}  // namespace sketchwalk::textures
