// From the pixels of a coloured picture to what each of them shows.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Grid.h"
#include "core/base/Image.h"
#include "core/sketch/Legend.h"

namespace sketchwalk::sketch {

// OKLab (Ottosson, 2020): equal distances look about equally different. Same bits on every machine.
struct Lab {
    float l = 0, a = 0, b = 0;
};
Lab labOf(const Rgb& colour);
float difference(const Lab& a, const Lab& b);  // black to white is 1

// A colour that covers flat ground in the picture, not only edges.
struct FlatColour {
    Rgb colour{};      // the mean of its pixels
    double share = 0;  // of the picture's pixels, 0..1
};

// The flat colours of at least 0.01 % of the picture, largest first; colours closer than JPEG noise are one.
// Transparent pixels do not count.
std::vector<FlatColour> flatColours(const Image& picture);

// A colour that stands for a class; several may stand for one. Class 0 is "not drawn".
struct Reference {
    Rgb colour{};
    uint8_t cls = 0;
};

// The class of every pixel. Transparent pixels (alpha < 128) are class 0. Pixels in even ground take their nearest
// reference; edge pixels, which anti-aliasing and JPEG mix from their two sides, take the nearer of the classes beside
// them, so that no thin rim of a third class appears between two others. `references` must not be empty. O(pixels).
Grid<uint8_t> classify(const Image& picture, const std::vector<Reference>& references);

}  // namespace sketchwalk::sketch
