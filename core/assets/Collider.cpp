#include "core/assets/Collider.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>

#include "core/assets/ConvexPieces.h"
#include "core/assets/Solids.h"
#include "core/base/Trig.h"

namespace sketchwalk::assets {
namespace {

constexpr double kTrunkHeight = 3;   // metres: higher than anyone who walks
constexpr double kTrunkFoot = 1.2;   // metres over its base in which its girth is taken
constexpr double kThinLeaf = 0.16;   // metres: doors, grilles, banners
constexpr double kSmallPart = 0.4;   // metres: what one does not stumble over
constexpr double kSmallThing = 2.5;  // metres: one hull is good enough for the whole
constexpr double kBoxlike = 0.97;    // share of its box that a hull fills to be called a box
constexpr std::array<glm::vec2, 8> kRing{{{1, 0},
                                          {0.70710678f, 0.70710678f},
                                          {0, 1},
                                          {-0.70710678f, 0.70710678f},
                                          {-1, 0},
                                          {-0.70710678f, -0.70710678f},
                                          {0, -1},
                                          {0.70710678f, -0.70710678f}}};
constexpr float kOctagonReach = 1.0823922f;  // corner to side of an octagon

struct Entry {
    std::string_view category;
    Solidity solidity;
};
constexpr std::array kSolidities = {
    Entry{"flowers", Solidity::none},    Entry{"tall_grass", Solidity::none}, Entry{"reeds", Solidity::none},
    Entry{"vine", Solidity::none},       Entry{"crops", Solidity::none},      Entry{"mushroom", Solidity::none},
    Entry{"bush", Solidity::none},       Entry{"waterfall", Solidity::none},  Entry{"tree", Solidity::trunk},
    Entry{"pine", Solidity::trunk},      Entry{"palm", Solidity::trunk},      Entry{"dead_tree", Solidity::trunk},
    Entry{"cactus", Solidity::trunk},    Entry{"umbrella", Solidity::trunk},  Entry{"fence", Solidity::whole},
    Entry{"wall", Solidity::whole},      Entry{"boulder", Solidity::whole},   Entry{"log", Solidity::whole},
    Entry{"castle", Solidity::openings}, Entry{"gate", Solidity::openings},   Entry{"ruin", Solidity::openings},
    Entry{"temple", Solidity::openings}, Entry{"cave", Solidity::openings},
};

std::vector<glm::vec3> usedCorners(const Mesh& mesh) {
    std::vector<glm::vec3> corners;
    for (const Primitive& primitive : mesh.primitives) {
        for (const uint32_t index : primitive.indices) corners.push_back(primitive.positions[index]);
    }
    return corners;
}

// The stem is the part that reaches lowest.
Collider trunkOf(const Mesh& mesh) {
    const std::vector<Solid> solids = connectedSolids(mesh);
    const Solid* stem = nullptr;
    double lowest = 1e300, top = 0;
    for (const Solid& solid : solids) {
        double low = 1e300, high = -1e300;
        for (const Triangle& triangle : solid) {
            for (const glm::dvec3& p : triangle) {
                low = std::min(low, p.y);
                high = std::max(high, p.y);
            }
        }
        if (low < lowest - 1e-3) {
            lowest = low;
            top = high;
            stem = &solid;
        }
    }
    if (!stem || top <= 0) return {};
    const double base = std::max(0.0, lowest);
    const Solid upper = cut(*stem, {0, 1, 0}, base).above;
    const std::vector<glm::vec3> foot = cornersOf(cut(upper, {0, 1, 0}, base + kTrunkFoot).below);
    if (foot.empty()) return {};
    const UprightBox box = uprightBox(foot);
    const double width = std::min(box.footprint.width, 0.4 * static_cast<double>(mesh.max.x - mesh.min.x));
    const double radius = std::max(width / 2, 0.08), height = std::min(top, base + kTrunkHeight) - base;
    return {ColliderCylinder{glm::vec3(box.footprint.centre.x, base + height / 2, box.footprint.centre.y),
                             static_cast<float>(radius), static_cast<float>(height)}};
}

ColliderShape simplest(ConvexHull hull) {
    const UprightBox box = uprightBox(hull.points);
    if (volume(hull) < kBoxlike * box.volume()) return hull;
    const Point axis = box.footprint.axis;
    const double yaw = exact::degrees(exact::atan2(-axis.y, axis.x));
    return ColliderBox{glm::vec3(box.footprint.centre.x, (box.bottom + box.top) / 2, box.footprint.centre.y),
                       glm::vec3(box.footprint.length, box.top - box.bottom, box.footprint.width),
                       static_cast<float>(yaw)};
}

Collider wholeOf(const Mesh& mesh) {
    Collider collider;
    if (auto hull = convexHull(usedCorners(mesh))) collider.push_back(simplest(std::move(*hull)));
    return collider;
}

Collider piecesOf(const Mesh& mesh, bool openings) {
    std::vector<ConvexPiece> pieces;
    for (const Solid& solid : connectedSolids(mesh)) {
        const UprightBox box = uprightBox(cornersOf(solid));
        if (box.longest() < kSmallPart || (openings && box.thinnest() < kThinLeaf)) continue;
        std::vector<ConvexPiece> some = convexPieces(solid);
        std::move(some.begin(), some.end(), std::back_inserter(pieces));
    }
    Collider collider;
    for (ConvexPiece& piece : merged(std::move(pieces), kMostPieces))
        collider.push_back(simplest(std::move(piece.hull)));
    return collider;
}

ConvexHull prism(const std::array<glm::vec2, 8>& ring, size_t sides, float bottom, float top) {
    ConvexHull hull;
    for (size_t i = 0; i < sides; ++i) {
        hull.points.emplace_back(ring[i].x, bottom, ring[i].y);
        hull.points.emplace_back(ring[i].x, top, ring[i].y);
    }
    const auto add = [&](size_t a, size_t b, size_t c) {
        for (const size_t corner : {a, b, c}) hull.triangles.push_back(static_cast<uint32_t>(corner));
    };
    for (size_t i = 0; i < sides; ++i) {
        const size_t next = (i + 1) % sides;
        add(2 * i, 2 * i + 1, 2 * next + 1);
        add(2 * i, 2 * next + 1, 2 * next);
        if (i > 0 && next > 0) {
            add(0, 2 * i, 2 * next);
            add(1, 2 * next + 1, 2 * i + 1);
        }
    }
    return hull;
}

ConvexHull hullOf(const ColliderBox& box) {
    const double yaw = exact::radians(static_cast<double>(box.yaw));
    const glm::vec2 along(static_cast<float>(exact::cos(yaw)), static_cast<float>(-exact::sin(yaw)));
    const glm::vec2 across(-along.y, along.x), centre(box.centre.x, box.centre.z);
    std::array<glm::vec2, 8> ring{};
    for (size_t i = 0; i < 4; ++i) {
        const float u = (i == 0 || i == 3 ? 0.5f : -0.5f) * box.size.x, v = (i < 2 ? 0.5f : -0.5f) * box.size.z;
        ring[i] = centre + along * u + across * v;
    }
    return prism(ring, 4, box.centre.y - box.size.y / 2, box.centre.y + box.size.y / 2);
}

ConvexHull hullOf(const ColliderCylinder& cylinder) {
    std::array<glm::vec2, 8> ring = kRing;
    for (glm::vec2& p : ring)
        p = glm::vec2(cylinder.centre.x, cylinder.centre.z) + p * (cylinder.radius * kOctagonReach);
    return prism(ring, 8, cylinder.centre.y - cylinder.height / 2, cylinder.centre.y + cylinder.height / 2);
}

ConvexHull hullOf(const ConvexHull& hull) {
    return hull;
}

}  // namespace

Solidity solidityOf(std::string_view category) {
    const auto* found = std::find_if(kSolidities.begin(), kSolidities.end(),
                                     [&](const Entry& entry) { return entry.category == category; });
    return found == kSolidities.end() ? Solidity::pieces : found->solidity;
}

Collider colliderOf(const Mesh& mesh, Solidity solidity) {
    switch (solidity) {
        case Solidity::none:
            return {};
        case Solidity::trunk:
            return trunkOf(mesh);
        case Solidity::whole:
            return wholeOf(mesh);
        default:
            break;
    }
    const glm::vec3 size = mesh.max - mesh.min;
    if (solidity == Solidity::pieces && std::max({size.x, size.y, size.z}) < static_cast<float>(kSmallThing))
        return wholeOf(mesh);
    return piecesOf(mesh, solidity == Solidity::openings);
}

ConvexHull hullOf(const ColliderShape& shape) {
    return std::visit([](const auto& one) { return hullOf(one); }, shape);
}

}  // namespace sketchwalk::assets
