// What one bumps into: a few simple shapes for each asset, from its mesh and what it is. Files for engines and the
// walkable world use the same ones.
#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "core/assets/ConvexHull.h"
#include "core/assets/Mesh.h"

namespace sketchwalk::assets {

struct ColliderBox {
    glm::vec3 centre{0};
    glm::vec3 size{1};  // metres, full sides
    float yaw = 0;      // degrees about +Y
};

struct ColliderCylinder {  // upright
    glm::vec3 centre{0};
    float radius = 0.5f;  // metres
    float height = 1;
};

using ColliderShape = std::variant<ColliderBox, ColliderCylinder, ConvexHull>;
using Collider = std::vector<ColliderShape>;  // in the mesh's coordinates; empty: one walks through

// How a category is bumped into.
enum class Solidity {
    none,     // grass, flowers, bushes, water: nothing
    trunk,    // trees: an upright cylinder around the stem, as high as a walker needs
    whole,    // fences, walls, stones: one hull around all
    pieces,   // what stands for itself, convex part by convex part; one can pass below arches and walk over decks
    openings  // as pieces, but thin leaves of doors and grilles do not count, so that gates can be passed
};
Solidity solidityOf(std::string_view category);  // `pieces` where nothing else is known

// Pure. At most kMostPieces shapes, each convex and closed.
constexpr size_t kMostPieces = 64;
Collider colliderOf(const Mesh& mesh, Solidity solidity);

// A shape's corners and faces; a cylinder becomes a prism of eight sides around it.
ConvexHull hullOf(const ColliderShape& shape);

}  // namespace sketchwalk::assets
