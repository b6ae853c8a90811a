// The drawn surface, found by place: how far a foot is from what one sees. Made from the scene's triangles alone and
// knows nothing of the physical world, so that it can judge it. Immutable.
#pragma once

#include <glm/vec3.hpp>
#include <vector>

#include "core/base/Geometry.h"
#include "core/scene/Scene.h"

namespace sketchwalk::play {

class Surface {
  public:
    // Ground, ice, and everything that one can stand on: not trunks, leaves and loose things.
    explicit Surface(const scene::Scene& scene);

    // Metres to the nearest drawn triangle; `within` where none is nearer.
    double distance(const glm::dvec3& point, double within) const;
    size_t triangles() const { return m_corners.size() / 3; }

  private:
    void add(const assets::Mesh& mesh, const scene::Instance* copy);
    void sort();

    double m_bin = 2;  // metres
    int m_columns = 1, m_rows = 1;
    std::vector<glm::vec3> m_corners;  // three a triangle, in the scene
    std::vector<uint32_t> m_starts;    // per bin: where its triangles start in m_entries
    std::vector<uint32_t> m_entries;
};

// Metres between a point and a triangle (Ericson, Real-Time Collision Detection, 2005, 5.1.5).
double distanceToTriangle(const glm::dvec3& p, const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c);

}  // namespace sketchwalk::play
