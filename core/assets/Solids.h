// Closed surfaces as plain triangles: taken apart into connected ones, measured, and cut by planes.
#pragma once

#include <array>
#include <glm/vec3.hpp>
#include <vector>

#include "core/assets/Mesh.h"
#include "core/base/Geometry.h"

namespace sketchwalk::assets {

using Triangle = std::array<glm::dvec3, 3>;
using Solid = std::vector<Triangle>;  // counter-clockwise seen from outside

// The mesh's connected parts, in the order of their first triangles. Triangles hang together where they share a
// corner's place, whatever their materials.
std::vector<Solid> connectedSolids(const Mesh& mesh);

std::vector<glm::vec3> cornersOf(const Solid& solid);  // each once, sorted

// Cubic metres, by the divergence theorem; right for closed surfaces only.
double volume(const Solid& solid);

// Whether every edge is passed as often in one direction as in the other.
bool closed(const Solid& solid);

// What lies on either side of the plane where `along` (unit) has the value `at`, each closed by a lid if the solid was.
struct Halves {
    Solid below, above;
};
Halves cut(const Solid& solid, const glm::dvec3& along, double at);

// The upright box of the smallest footprint around the points.
struct UprightBox {
    OrientedBox footprint;  // in x and z
    double bottom = 0, top = 0;
    glm::dvec3 along() const { return {footprint.axis.x, 0, footprint.axis.y}; }
    glm::dvec3 across() const { return {-footprint.axis.y, 0, footprint.axis.x}; }
    double volume() const { return footprint.length * footprint.width * (top - bottom); }
    double thinnest() const;  // the least of its three sides
    double longest() const;
};
UprightBox uprightBox(const std::vector<glm::vec3>& points);

}  // namespace sketchwalk::assets
