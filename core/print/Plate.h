// The rasters a print is made of. Cells of about a third of a millimetre carry the triangles; each is sampled four
// times along its sides, so that walls are found between its corners.
#pragma once

#include <cstdint>

#include "core/base/Grid.h"
#include "core/print/Print.h"

namespace sketchwalk::print {

constexpr int kFine = 4;  // samples along the side of a cell

struct Plate {
    int columns = 0, rows = 0;    // cells, whole multiples of 64
    double width = 0, depth = 0;  // millimetres, east-west and north-south
    double scale = 1;             // millimetres a metre
    int samplesWide() const { return columns * kFine + 1; }
    int samplesDeep() const { return rows * kFine + 1; }
    double sampleWidth() const { return width / (columns * kFine); }  // millimetres
    double sampleDepth() const { return depth / (rows * kFine); }
};

// The plate of a map, with at most `most` cells along the longer side.
Plate plateOf(Point extent, double size, int most);

// Heights of the samples as whole steps above the lowest one. Integers, so that every later comparison is exact.
struct Heights {
    Grid<uint16_t> steps;  // samples; row 0 is north
    double step = 0.002;   // millimetres
};

}  // namespace sketchwalk::print
