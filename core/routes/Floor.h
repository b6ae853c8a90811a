// What lies under (or around) a way: the drawn triangles, found by place. Immutable.
#pragma once

#include <glm/vec3.hpp>
#include <optional>
#include <vector>

#include "core/catalogue/Catalogue.h"
#include "core/scene/Scene.h"

namespace sketchwalk::routes {

enum class FloorOf {
    ground,  // land, ice, and what was built: one walks on it
    water,   // sheets of water: one floats on it
    all      // whatever lies uppermost, water, crowns and roofs too: one flies over it
};

class Floor {
  public:
    // Of the triangles over the box alone.
    Floor(FloorOf of, const Box& box, const scene::Scene& scene, const catalogue::Catalogue& catalogue);

    // Height in metres of the highest level triangle over a place, no higher than `most`; empty where there is none.
    std::optional<double> below(Point place, double most) const;
    // Of those from `low` to `high` the highest; where there is none, the one nearest to them.
    std::optional<double> near(Point place, double low, double high) const;

  private:
    template <class Use>
    void eachOver(Point place, const Use& use) const;
    void add(const assets::Mesh& mesh, const scene::Instance* copy);

    FloorOf m_of;
    Box m_box;
    int m_columns = 1, m_rows = 1;
    std::vector<glm::vec3> m_corners;  // three a triangle
    std::vector<std::vector<uint32_t>> m_bins;
};

}  // namespace sketchwalk::routes
