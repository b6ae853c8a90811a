// What can be reached on foot from where one starts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/navigation/NavMesh.h"

namespace sketchwalk::navigation {

// Finds the polygons around a point. Immutable; keeps a reference to the mesh, which must outlive it.
class Reach {
  public:
    explicit Reach(const NavMesh& mesh);

    // The part of the nearest polygon within `within` metres on the map of a point, whose height is no further off than
    // two walkers' heights; -1 where there is none.
    int partAt(const glm::vec3& point, double within) const;
    // Whether that holds for a polygon of one part.
    bool touches(const glm::vec3& point, double within, int part) const;

  private:
    struct Piece {
        Ring ring;
        float low = 0, high = 0;  // metres
        int part = 0;
    };
    template <class Use>
    void eachNear(const glm::vec3& point, double within, const Use& use) const;

    float m_tolerance = 0;  // metres
    std::vector<Piece> m_pieces;
    int m_columns = 1, m_rows = 1;
    std::vector<std::vector<int>> m_bins;
};

// A drawn thing that one wants to get to. Places of which all (a bridge's ends) or one (anything else, the middle of
// its front first) must be near walkable ground.
struct Goal {
    std::string category;
    int64_t stroke = 0;
    std::vector<glm::vec3> places;
    bool all = false;
};
constexpr double kNear = 3;  // metres from a footprint, from an end of a bridge

// Every drawn building, landing stage, bridge and thing to use, in the scene's order.
std::vector<Goal> goalsOf(const scene::Scene& scene, const catalogue::Catalogue& catalogue);

// One warning for every drawn building, landing stage, bridge and thing to use that cannot be reached from the spawn:
// no walkable ground that hangs together with it lies within three metres of its footprint, or of one of a bridge's
// ends.
Diagnostics unreachable(const NavMesh& mesh, const scene::Scene& scene, const catalogue::Catalogue& catalogue);

}  // namespace sketchwalk::navigation
