// The catalogue's scatter rules made ready for one map: where each applies, how dense it is there, and what it grows.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/Grid.h"
#include "core/base/Job.h"
#include "core/scene/Place.h"

namespace sketchwalk::scene {

// Which drawn region lies on top in every cell. Cells near drawn swamps and the like, where nothing else is drawn,
// count as their fringe, so that what a wet region grows finds dry ground to stand on.
struct RegionMap {
    Grid<uint16_t> top;     // cells: 0 where nothing is drawn, else 1 + index into Layout::regions
    Grid<uint16_t> fringe;  // the same for the shores of wet regions; 0 elsewhere; empty where no region has one
    Grid<float> edge;       // metres to where another kind of region begins; empty where no rule asks
};

RegionMap regionMap(const layout::Layout& layout, const terrain::Ground& ground, const catalogue::Catalogue& catalogue,
                    const Job& job);

// Metres from every cell to the nearest one at the edge of a kind of region.
Grid<float> edgesOf(const RegionMap& map, const layout::Layout& layout, double spacing, int threads);

// What of a region's qualities bears on what grows in it, sorted: of a "dark birch forest" the birch.
std::vector<std::string> growthQualities(const catalogue::Entry& region, const std::vector<std::string>& qualities,
                                         const catalogue::Catalogue& catalogue);
// Names regions in which the same grows: "forest", "forest birch".
std::string growthName(const layout::Region& region, const catalogue::Catalogue& catalogue);

struct ScatterRule {
    const catalogue::Scatter* scatter = nullptr;
    const catalogue::Entry* object = nullptr;
    std::string region;   // growthName of those it belongs to; empty: the biome's, where nothing is drawn
    uint64_t key = 0;     // of its lattice and of every random choice
    double radius = 1;    // metres, of its lattice
    double chance = 1;    // of a lattice point to be used, before clusters and the ground's rules
    bool drifts = false;  // grows in drifts: long patches, dense in themselves, with little between
    Point along{1, 0};    // unit: the drifts' direction
    double peak = 2;      // in its clusters it grows up to 1 + peak * clusters times as densely as on average
    bool rows = false;    // sown: stands in rows instead
    double crown = 0.5;   // metres, half the width of a typical one
    double minRise = 0, maxRise = 1e9;  // tangents of the slope limits
    double risesTo = 0;                 // tangent of the slope that must rise close by; 0: none
    uint64_t clearings = 0;             // of the noise that opens clearings: the same for all that grows in a region
    double fromWater = 0;               // metres, with the margin that keeps trunks out of cells seen as water
    std::vector<uint8_t> grows;         // per surface of the ground: 1 where it may stand
    std::vector<int> assets;            // shelf numbers to choose from; the meshes are made when used
};

// In a fixed order: the drawn regions' rules first, larger things before smaller ones.
std::vector<ScatterRule> scatterRules(const Setting& setting, AssetShelf& shelf);

}  // namespace sketchwalk::scene
