// Ways over the navigation mesh, as Detour finds them.
#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <vector>

#include "core/navigation/NavMesh.h"

namespace sketchwalk::navigation {

// Looks for ways in one connected part of a mesh. Holds its own copy; one thread at a time.
class Paths {
  public:
    // Over the part one starts in. ErrorKind::output where the mesh is too rich for Detour (see build).
    static Result<Paths> from(const NavMesh& mesh);
    Paths(Paths&&) noexcept;
    Paths& operator=(Paths&&) noexcept;
    ~Paths();

    // The nearest place of the part, no further than `within` metres off on the map and two walkers' heights above or
    // below.
    std::optional<glm::vec3> nearest(const glm::vec3& point, float within) const;
    // Corners of the shortest way, both ends included, metres; between corners it is straight on the map. Empty where
    // an end is further than a metre off the part, or the way is too long to be searched for in one go.
    std::vector<glm::vec3> between(const glm::vec3& start, const glm::vec3& end) const;
    // Some place of the part, each square metre as likely as any other.
    std::optional<glm::vec3> somewhere(uint64_t randomBits) const;

  private:
    class Own;
    explicit Paths(std::unique_ptr<Own> own);
    std::unique_ptr<Own> m_own;
};

}  // namespace sketchwalk::navigation
