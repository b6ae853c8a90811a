// The ground that objects cover: boxes of their meshes, turned as the copies are.
#pragma once

#include <vector>

#include "core/scene/Scene.h"

namespace sketchwalk::navigation {

struct Footprint {
    Point centre, along, across;           // unit vectors of local x and z on the map
    double halfLength = 0, halfDepth = 0;  // metres, along and across
    double low = 0, high = 0;              // metres, heights
    double distance(Point p) const;        // metres, 0 inside
};

// From the asset's bounds; the scale and yaw of the copy are in it.
Footprint footprintOf(const assets::Mesh& mesh, const scene::Instance& instance);

class Footprints {
  public:
    explicit Footprints(const scene::Scene& scene);
    // Whether one object's footprint, grown by `more` metres, holds the whole box.
    bool anyHolds(const Box& box, double more) const;

  private:
    std::vector<Footprint> m_all;
};

}  // namespace sketchwalk::navigation
