// Convex hulls of points: what engines want as colliders.
#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <optional>
#include <span>
#include <vector>

namespace sketchwalk::assets {

constexpr size_t kMostHullPoints = 64;  // PhysX, and with it Unity and Unreal, take few more

struct ConvexHull {
    std::vector<glm::vec3> points;    // 4 to kMostHullPoints, each within a millimetre of one that went in
    std::vector<uint32_t> triangles;  // closed, counter-clockwise seen from outside
};

// The hull of the points, to two millimetres; where that takes more corners than allowed, of those that reach out most.
// Nothing where the points lie in a plane (less than a cubic centimetre). The order of the points does not matter.
std::optional<ConvexHull> convexHull(std::span<const glm::vec3> points);

double volume(const ConvexHull& hull);  // cubic metres

// How far a point lies outside the hull's faces, in metres; 0 or less inside.
double outside(const ConvexHull& hull, const glm::vec3& point);

}  // namespace sketchwalk::assets
