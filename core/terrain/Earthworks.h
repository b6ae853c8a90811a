// What people do to the ground: roads cut and filled to their profile, and level sites under buildings.
#pragma once

#include <cstdint>

#include "core/base/Grid.h"
#include "core/base/Job.h"
#include "core/catalogue/Catalogue.h"
#include "core/layout/Layout.h"
#include "core/terrain/Frame.h"
#include "core/terrain/RoadNetwork.h"

namespace sketchwalk::terrain {

inline constexpr float kFarFromRoad = 1e9f;

// Several works that ask for heights at the same nodes, blended so that the nearest counts most and nothing jumps.
class Works {
  public:
    explicit Works(const Frame& frame);

    // At a node, `edge` metres outside a work (negative within), that wants `height`; `from` metres from what it
    // follows.
    void ask(int x, int y, double height, double edge, double from);
    bool asked(int x, int y) const { return m_weight(x, y) > 0; }
    float height(int x, int y) const { return m_sum(x, y) / m_weight(x, y); }
    const Grid<float>& edge() const { return m_edge; }  // metres to the nearest work, kFarFromRoad where none is near

  private:
    Grid<float> m_weight, m_sum, m_edge;
};

// Lays roads into `height` (nodes): flat across at the drawn width but for a slight lean, banks blended over a few
// metres, the more the deeper the cut. Wet nodes keep their bed. Returns the distance to the nearest road's edge.
Grid<float> layRoads(Grid<float>& height, const RoadNetwork& roads, const Grid<uint8_t>& wet, const Frame& frame,
                     const Job& job);

// Levels the ground under every placement whose catalogue entry asks for it: flat within 2 cm (a hair's tilt lets it
// drain), at the median height of its footprint, clear of water beside it, the rim blended over 2 to 8 m. Road surfaces
// are left alone. Returns the distance to the nearest site's edge.
Grid<float> levelSites(Grid<float>& height, const layout::Layout& layout, const catalogue::Catalogue& catalogue,
                       const Grid<float>& level, const Grid<uint8_t>& wet, const Grid<float>& roadEdge,
                       const Frame& frame, const Job& job);

}  // namespace sketchwalk::terrain
