// The sheets of water, one part a body, cut so that each reaches one cell under its bank.
#pragma once

#include <vector>

#include "core/base/Job.h"
#include "core/catalogue/Catalogue.h"
#include "core/layout/Layout.h"
#include "core/scene/Scene.h"
#include "core/terrain/Ground.h"

namespace sketchwalk::scene {

// One part for every body that has cells, in the bodies' order. Colours come from the biome's palette ("sea", "lake",
// "ice"..., else "water"), else from the catalogue's entry; pictures from core/textures. With a layout the pictures of
// a river run along its drawn lines.
std::vector<WaterPart> waterParts(const terrain::Ground& ground, const catalogue::Biome& biome,
                                  const catalogue::Catalogue& catalogue, const Job& job,
                                  const layout::Layout* layout = nullptr);

// The water's level at a map point, from the nearest node that has one within four cells; `otherwise` where there is
// none.
double waterLevelAt(const terrain::Ground& ground, Point p, double otherwise);

}  // namespace sketchwalk::scene
