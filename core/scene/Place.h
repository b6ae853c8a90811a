// From the plan's placements to copies of assets that stand on the ground, float, span or follow it.
#pragma once

#include <vector>

#include "core/scene/AssetShelf.h"
#include "core/scene/TerrainMesh.h"

namespace sketchwalk::scene {

// One copy before the scene's asset list is settled.
struct Copy {
    int asset = 0;  // its number on the shelf
    Instance instance;
};

// What of the world every copy is chosen by.
struct Setting {
    const layout::Layout& layout;
    const terrain::Ground& ground;
    const catalogue::Catalogue& catalogue;
    const catalogue::Biome& biome;
    const TerrainMesh& mesh;
    bool snowy = false;  // what stands here carries snow
};

// One copy per placement that has a recipe, in the plan's order. Names what cannot be built in `diagnostics`.
std::vector<Copy> placeDrawn(const Setting& setting, AssetShelf& shelf, Diagnostics& diagnostics);

// What recipes are told of everything of this kind here: that snow lies on it; of plants also the season.
std::vector<std::string> climateOf(const Setting& setting, const catalogue::Entry& entry);

// The wish for a plant or stone of typical size that grew by itself, with `qualities` of its own.
AssetWish grownWish(const Setting& setting, const AssetShelf& shelf, const catalogue::Entry& entry, uint64_t random,
                    const std::vector<std::string>& qualities = {});

// Height in metres at which a plant or stone of `radius` metres stands, so that no root hangs free on a slope.
double rootedHeight(const Setting& setting, Point p, double radius);

}  // namespace sketchwalk::scene
