// Heights in the sizes and orders that engines import.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Grid.h"
#include "core/gltf/Profile.h"
#include "core/terrain/Ground.h"

namespace sketchwalk::gltf {

struct HeightRange {  // metres; 0 and 65535 of the 16-bit height files
    double min = 0;
    double max = 1;
};

// The range of a ground's heights; never empty, so that it can be divided by.
HeightRange heightRange(const terrain::Ground& ground);

struct HeightRaster {
    Grid<float> metres;   // row 0 north; column 0 west, or east where `eastFirst`
    Point spacing{1, 1};  // metres between nodes, eastward and southward
    bool eastFirst = false;
};

// The ground's nodes themselves, or resampled (Catmull and Rom, 1974) within the ground's range. Corner lies on corner.
HeightRaster heightsFor(const terrain::Ground& ground, HeightGrid grid);

int unitySide(int nodes);   // the least 2^n + 1 that is no smaller, 33 to 4097
int unrealSide(int nodes);  // the nearest of Unreal's recommended landscape sizes

std::vector<uint16_t> sixteenBits(const Grid<float>& metres, HeightRange range);

}  // namespace sketchwalk::gltf
