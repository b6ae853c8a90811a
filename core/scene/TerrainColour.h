// The pictures of the ground: base colour, normals and roughness of the terrain mesh, without light or shadow.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/assets/Mesh.h"
#include "core/base/Image.h"
#include "core/scene/ChunkRaster.h"
#include "core/scene/GroundPaint.h"

namespace sketchwalk::scene {

struct TerrainPictures {
    std::shared_ptr<const Image> whole;  // RGB, the whole map, row 0 north
    // By chunk, row by row: colour, normals at half its side, roughness at a quarter. Crops of one picture of the map
    // (ChunkRaster).
    std::vector<std::shared_ptr<const assets::Pictures>> chunks;
};

// Up to 2048 pixels on the longer side. Pure; any number of threads gives the same bytes. Unfinished pictures when the
// job is stopped.
TerrainPictures bakeTerrain(const GroundPaint& paint, const Job& job);

}  // namespace sketchwalk::scene
