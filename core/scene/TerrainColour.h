// The picture of the ground from above: base colour for the terrain mesh, without light or shadow.
#pragma once

#include <cstdint>
#include <memory>

#include "core/base/Image.h"
#include "core/base/Job.h"
#include "core/catalogue/Catalogue.h"
#include "core/layout/Layout.h"
#include "core/terrain/Ground.h"

namespace sketchwalk::scene {

// RGB, row 0 north, covering the whole map: two pixels a cell, at most 2048 on the longer side. The splat layers in the
// biome's colours, with patches of tone, wear on roads, rows in fields, wet shores, darker beds and bare rock on
// slopes. With a layout the rows of a field run along the long side of what was drawn, as its crops do. Pure; any
// number of threads gives the same bytes. An unfinished picture when the job is stopped.
std::shared_ptr<const Image> bakeTerrainColour(const terrain::Ground& ground, const catalogue::Biome& biome,
                                               uint64_t seed, const Job& job, const layout::Layout* layout = nullptr);

}  // namespace sketchwalk::scene
