// What scatter reads of a map, hashed by blocks, so that a window whose surroundings did not change can keep what grew
// in it.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Grid.h"
#include "core/base/Job.h"
#include "core/scene/Clearance.h"
#include "core/scene/Place.h"
#include "core/scene/ScatterRules.h"

namespace sketchwalk::scene {

// Immutable: any thread may ask.
class ScatterBlocks {
  public:
    ScatterBlocks(const Setting& setting, const Clearance& clearance, const RegionMap& regions,
                  const std::vector<ScatterRule>& rules, const Job& job);

    // A hash of all that the rule reads of ground, regions and placements to grow in a square, in metres, and of the
    // rule itself.
    uint64_t around(const ScatterRule& rule, double west, double north, double size) const;

  private:
    static constexpr int kSide = 16;  // cells

    uint64_t hashOf(const ScatterRule& rule) const;
    void hashBlock(int column, int row, const std::vector<uint64_t>& regionHashes, const RegionMap& regions);

    const Setting& m_set;
    const Clearance& m_clearance;
    std::vector<uint64_t> m_surfaces;                     // by the ground's index: hash of the name
    double m_farShore = 1, m_farRoad = 1, m_farEdge = 1;  // metres beyond which no rule tells distances apart
    Grid<uint64_t> m_blocks;
};

}  // namespace sketchwalk::scene
