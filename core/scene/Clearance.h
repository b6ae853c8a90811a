// How far a point is from what already stands: the footprints of the plan's placements.
#pragma once

#include <cstdint>
#include <vector>

#include "core/catalogue/Catalogue.h"
#include "core/layout/Layout.h"

namespace sketchwalk::scene {

class Clearance {
  public:
    // `reach`: the greatest distance in metres that will be asked for.
    Clearance(const layout::Layout& layout, const catalogue::Catalogue& catalogue, double reach);

    // True where every placement is further off: built things by `fromBuilt` metres from their footprint, plants and
    // stones by a share of their crown and of `crown`, the radius of what wants to stand here.
    bool free(Point p, double fromBuilt, double crown) const;
    // Indices of the placements whose footprint lies within `reach` of the point's neighbourhood (more than needed).
    const std::vector<int>& near(Point p) const;
    // A hash of all footprints that free() may look at in a square, in metres.
    uint64_t hashNear(double west, double north, double size) const;

  private:
    struct Footprint {
        Point centre, along;  // along: unit vector of local x
        double halfLength = 0, halfWidth = 0;
        bool grown = false;  // a plant: what counts is its trunk, and crowns may touch
    };
    double distance(const Footprint& footprint, Point p) const;
    size_t bucket(double x, double y) const;

    std::vector<Footprint> m_footprints;
    double m_bucketSize = 16;
    int m_columns = 1, m_rows = 1;
    std::vector<std::vector<int>> m_buckets;
};

}  // namespace sketchwalk::scene
