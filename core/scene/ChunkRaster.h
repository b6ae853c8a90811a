// How the pictures of terrain chunks lie on the map: on one raster of pixels, so that neighbours agree along their
// borders. Each picture reaches a few pixels past its chunk, for filters that look beyond a pixel.
#pragma once

#include <algorithm>
#include <bit>
#include <glm/vec2.hpp>

#include "core/scene/Rtin.h"

namespace sketchwalk::scene {

struct ChunkRaster {
    static constexpr int kBorder = 4;       // pixels on each side
    static constexpr int kMostSide = 2048;  // pixels of the whole map's picture

    int cellsWide = 0, cellsDeep = 0;  // of the map
    int side = 512;                    // pixels of a whole chunk's picture, a power of two, border included

    ChunkRaster(int wide, int deep) : cellsWide(wide), cellsDeep(deep) {
        const int tiles = (std::max({wide, deep, 1}) + Rtin::kTile - 1) / Rtin::kTile;
        const int most = std::min(kMostSide / tiles, 8 * Rtin::kTile);
        side = static_cast<int>(std::bit_floor(static_cast<unsigned>(std::max(most, 32))));
    }
    int perChunk() const { return side - 2 * kBorder; }  // pixels over Rtin::kTile cells
    double cellsPerPixel() const { return static_cast<double>(Rtin::kTile) / perChunk(); }
    // Pixels that hold so many cells; the last may reach past them.
    int pixelsOf(int cells) const { return (cells * perChunk() + Rtin::kTile - 1) / Rtin::kTile; }
    int width() const { return std::max(pixelsOf(cellsWide), 1); }
    int height() const { return std::max(pixelsOf(cellsDeep), 1); }
    // Cells of a chunk along one side, fewer than Rtin::kTile at the map's east and south.
    static int cellsOf(int chunk, int cells) { return std::min(Rtin::kTile, cells - chunk * Rtin::kTile); }
    // Pixels of a chunk's picture along one side: a power of two.
    int sideOf(int cellsOfChunk) const {
        return static_cast<int>(std::bit_ceil(static_cast<unsigned>(pixelsOf(cellsOfChunk) + 2 * kBorder)));
    }
    // Texture coordinate along one side of a chunk, `cell` cells from its west or north.
    float coordinate(int cell, int cellsOfChunk) const {
        return static_cast<float>((cell / cellsPerPixel() + kBorder) / sideOf(cellsOfChunk));
    }
};

}  // namespace sketchwalk::scene
