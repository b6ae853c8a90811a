// The connected patches of a classified picture.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Grid.h"

namespace sketchwalk::sketch {

struct Patch {
    uint8_t cls = 0;
    uint32_t pixels = 0;
    uint32_t first = 0;                            // its topmost, then westernmost pixel: row * width + column
    int west = 0, north = 0, east = 0, south = 0;  // inclusive
    int width() const { return east - west + 1; }
    int height() const { return south - north + 1; }
};

struct Patches {
    Grid<int32_t> label;      // per pixel, index into `list`
    std::vector<Patch> list;  // ordered by `first`
};

// 8-connected patches of equal class (union-find in two passes, after Rosenfeld and Pfaltz, 1966).
Patches findPatches(const Grid<uint8_t>& classes);

// Patches of fewer than `least` pixels take the class that most of their border touches. Returns how many there were.
size_t dropSpecks(Grid<uint8_t>& classes, size_t least);

// Splits patches where two things of one kind were drawn against each other: two compact lobes that meet in a neck
// narrower than 0.55 of the smaller lobe. Only patches with splits(patch) are looked at. The lobes keep all pixels.
void splitTouching(Patches& patches, const std::vector<bool>& splits);

}  // namespace sketchwalk::sketch
