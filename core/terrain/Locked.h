// The ground of locked regions on the raster that a plan is shaped on: exactly as it was where the raster is the one
// that it was locked on, else resampled. Outside a lock the land comes to meet it over a few metres.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/Grid.h"
#include "core/catalogue/Catalogue.h"
#include "core/layout/Layout.h"
#include "core/terrain/Frame.h"
#include "core/terrain/Ground.h"

namespace sketchwalk::terrain {

// Immutable: any thread may ask. Where nothing is locked it costs nothing and changes nothing.
class Locked {
  public:
    Locked(const layout::Layout& layout, const Frame& frame, const catalogue::Catalogue& catalogue);

    bool any() const { return !m_sources.empty(); }
    uint64_t hash() const { return m_hash; }  // of all that it holds; 0 where that is nothing

    // Of a cell: nullptr where it is free or dry ground is held there; else the water.
    bool holds(int x, int y) const { return any() && m_source(x, y) != 0; }
    const sketch::LockedWater* waterAt(int x, int y) const;

    // The lowest held land beside a free cell; 1e9 where there is none. No water stands above it.
    float lowestBeside(int x, int y) const;

    // Heights (nodes). `wet`: WaterBodies.h; what lies beside water stays as it is.
    void holdHeights(Grid<float>& height, const Grid<uint8_t>& wet) const;
    // Levels of water on nodes, NaN where there is none.
    void holdLevels(Grid<float>& level) const;
    // Surfaces and weights of the ground's cells.
    void holdSurface(Ground& ground) const;

  private:
    struct Source {
        std::shared_ptr<const sketch::Lock> lock;
        bool same = false;                    // its raster is this one
        std::vector<bool> known, knownLayer;  // per surface: the catalogue has it
    };
    const Source& sourceAt(int x, int y) const { return m_sources[m_source(x, y) - 1u]; }
    size_t cellIn(const Source& source, int x, int y, bool& inside) const;
    void sampleNodes(const Source& source, uint16_t number);

    Frame m_frame;
    std::vector<Source> m_sources;
    Grid<uint16_t> m_source;  // cells: 0 free, else 1 + index into m_sources
    Grid<uint32_t> m_cell;    // of the source's raster
    Grid<uint8_t> m_node;     // 1 where held
    Grid<float> m_height, m_level;
    uint64_t m_hash = 0;
};

}  // namespace sketchwalk::terrain
