#include "core/assets/Collider.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <glm/geometric.hpp>
#include <map>
#include <optional>

#include "core/assets/ConvexPieces.h"
#include "core/assets/Recipes.h"
#include "core/assets/Solids.h"
#include "core/base/Hash.h"

namespace sketchwalk::assets {
namespace {

const std::filesystem::path kRecipes = std::filesystem::path(SKETCHWALK_SOURCE_DIR) / "resources" / "recipes";

Mesh meshOf(const std::string& name, const Wish& wish = {}, uint64_t seed = 1) {
    static const Result<Recipes> recipes = Recipes::load(kRecipes);
    if (!recipes) {
        ADD_FAILURE() << recipes.error().text;
        std::abort();
    }
    return *recipes->build(name, wish, seed, {}).mesh;
}

// An axis-aligned box as a mesh.
void addBox(Mesh& mesh, const glm::vec3& low, const glm::vec3& high) {
    const ConvexHull hull = hullOf(ColliderBox{(low + high) * 0.5f, high - low, 0});
    Primitive primitive;
    primitive.positions = hull.points;
    primitive.indices = hull.triangles;
    mesh.primitives.push_back(std::move(primitive));
    finish(mesh);
}

bool hits(const Collider& collider, const glm::vec3& point, double within = 0) {
    for (const ColliderShape& shape : collider) {
        if (outside(hullOf(shape), point) <= within) return true;
    }
    return false;
}

void expectConvexAndClosed(const ConvexHull& hull, double tolerance) {
    std::map<std::pair<uint32_t, uint32_t>, int> edges;
    for (size_t i = 0; i < hull.triangles.size(); ++i) {
        const uint32_t a = hull.triangles[i], b = hull.triangles[i % 3 == 2 ? i - 2 : i + 1];
        EXPECT_NE(a, b);
        EXPECT_EQ((edges[{a, b}]++), 0) << "an edge is passed twice in one direction";
    }
    for (const auto& [edge, count] : edges) EXPECT_TRUE(edges.contains({edge.second, edge.first}));
    EXPECT_EQ(hull.points.size() + hull.triangles.size() / 3, edges.size() / 2 + 2) << "Euler's formula";
    for (const glm::vec3& p : hull.points) EXPECT_LE(outside(hull, p), tolerance);
    EXPECT_GT(volume(hull), 0);
}

TEST(ConvexHull, OfACubeIsTheCube) {
    std::vector<glm::vec3> points;
    for (int i = 0; i < 8; ++i) points.emplace_back(i & 1, i >> 1 & 1, i >> 2 & 1);
    points.emplace_back(0.5f, 0.5f, 0.5f);
    points.emplace_back(0.5f, 0, 0.5f);
    const auto hull = convexHull(points);
    ASSERT_TRUE(hull);
    EXPECT_EQ(hull->points.size(), 8u);
    EXPECT_EQ(hull->triangles.size(), 36u);
    EXPECT_NEAR(volume(*hull), 1, 1e-9);
    EXPECT_NEAR(outside(*hull, {0.5f, 1.25f, 0.5f}), 0.25, 1e-9);
    expectConvexAndClosed(*hull, 1e-6);
}

TEST(ConvexHull, ContainsEveryPointThatWentIn) {
    for (uint64_t round = 0; round < 200; ++round) {
        std::vector<glm::vec3> points;
        const auto count = 5 + static_cast<size_t>(randomUnit(round, "count") * 40);
        for (size_t i = 0; i < count; ++i) {
            points.emplace_back(20 * randomUnit(round, "x", i), 3 * randomUnit(round, "y", i),
                                8 * randomUnit(round, "z", i));
        }
        const auto hull = convexHull(points);
        ASSERT_TRUE(hull);
        expectConvexAndClosed(*hull, 0.005);
        for (const glm::vec3& p : points) EXPECT_LE(outside(*hull, p), 0.005) << round;
    }
}

TEST(ConvexHull, HasNoMoreCornersThanEnginesTake) {
    std::vector<glm::vec3> points;
    for (uint64_t i = 0; i < 3000; ++i) {
        const glm::dvec3 p(randomUnit(1, "x", i) - 0.5, randomUnit(1, "y", i) - 0.5, randomUnit(1, "z", i) - 0.5);
        points.emplace_back(glm::normalize(p) * 2.0);
    }
    const auto hull = convexHull(points);
    ASSERT_TRUE(hull);
    EXPECT_LE(hull->points.size(), kMostHullPoints);
    EXPECT_GT(volume(*hull), 0.85 * 4.0 / 3 * 3.14159 * 8);
    expectConvexAndClosed(*hull, 0.002);
}

TEST(ConvexHull, OfFlatOrFewPointsIsNone) {
    EXPECT_FALSE(convexHull(std::vector<glm::vec3>{}));
    EXPECT_FALSE(convexHull(std::vector<glm::vec3>{{0, 0, 0}, {1, 0, 0}, {0, 1, 0}}));
    EXPECT_FALSE(convexHull(std::vector<glm::vec3>{{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {1, 1, 0}, {3, 2, 0}}));
}

TEST(Solids, AreMeasuredAndCut) {
    Mesh mesh;
    addBox(mesh, {0, 0, 0}, {4, 2, 1});
    addBox(mesh, {6, 0, 0}, {7, 1, 1});
    const auto solids = connectedSolids(mesh);
    ASSERT_EQ(solids.size(), 2u);
    EXPECT_NEAR(volume(solids[0]), 8, 1e-9);
    EXPECT_TRUE(closed(solids[0]));
    const Halves halves = cut(solids[0], {1, 0, 0}, 1);
    EXPECT_NEAR(volume(halves.below), 2, 1e-9);
    EXPECT_NEAR(volume(halves.above), 6, 1e-9);
    const Halves again = cut(halves.above, {0, 1, 0}, 0.5);
    EXPECT_NEAR(volume(again.below), 1.5, 1e-9);
    EXPECT_NEAR(volume(again.above), 4.5, 1e-9);
    EXPECT_NEAR(volume(cut(solids[0], {0, 1, 0}, 2).below), 8, 1e-9) << "a cut along a face takes nothing";
}

TEST(ConvexPieces, LeaveADoorwayOpen) {
    Mesh mesh;  // one solid: two posts and a lintel, sharing corners
    addBox(mesh, {-2, 0, 0}, {-1, 3, 1});
    addBox(mesh, {1, 0, 0}, {2, 3, 1});
    addBox(mesh, {-1, 3, 0}, {1, 4, 1});
    const auto solids = connectedSolids(mesh);
    ASSERT_EQ(solids.size(), 1u);
    const auto pieces = merged(convexPieces(solids.front()), kMostPieces);
    double sum = 0;
    for (const ConvexPiece& piece : pieces) {
        sum += volume(piece.hull);
        EXPECT_GT(outside(piece.hull, {0, 1.5f, 0.5f}), 0.9);
        expectConvexAndClosed(piece.hull, 1e-3);
    }
    EXPECT_NEAR(sum, 8, 0.1);
}

TEST(Collider, OfABoxIsABox) {
    Mesh mesh;
    addBox(mesh, {-3, 0, -2}, {3, 4, 2});
    const Collider collider = colliderOf(mesh, Solidity::pieces);
    ASSERT_EQ(collider.size(), 1u);
    const auto* box = std::get_if<ColliderBox>(&collider.front());
    ASSERT_NE(box, nullptr);
    EXPECT_NEAR(box->centre.y, 2, 1e-5);
    EXPECT_NEAR(box->size.x * box->size.z, 24, 1e-4);
    EXPECT_TRUE(hits(collider, {2.9f, 3.9f, 1.9f}));
    EXPECT_FALSE(hits(collider, {3.1f, 2, 0}));
}

TEST(Collider, TurnedBoxesKeepTheirCorners) {
    const ColliderBox box{{1, 2, 3}, {4, 1, 2}, 30};
    const ConvexHull hull = hullOf(box);
    expectConvexAndClosed(hull, 1e-5);
    EXPECT_NEAR(volume(hull), 8, 1e-4);
    // Yaw 30 about +Y takes +X to (cos 30, 0, -sin 30).
    EXPECT_LE(outside(hull, {1 + 1.99f * 0.8660254f, 2, 3 - 1.99f * 0.5f}), 0);
    EXPECT_GT(outside(hull, {1 + 1.99f * 0.8660254f, 2, 3 + 1.99f * 0.5f}), 0.5);
    expectConvexAndClosed(hullOf(ColliderCylinder{{0, 1, 0}, 0.5f, 2}), 1e-5);
    EXPECT_LE(outside(hullOf(ColliderCylinder{{0, 1, 0}, 0.5f, 2}), {0, 1, 0.5f}), 1e-6) << "the prism holds it";
}

TEST(Collider, EveryRecipeGivesConvexClosedShapes) {
    const auto recipes = Recipes::load(kRecipes);
    ASSERT_TRUE(recipes);
    for (const std::string& name : recipes->names()) {
        const Collider collider = colliderOf(meshOf(name), solidityOf(name));
        EXPECT_LE(collider.size(), kMostPieces) << name;
        for (const ColliderShape& shape : collider) {
            SCOPED_TRACE(name);
            const ConvexHull hull = hullOf(shape);
            EXPECT_LE(hull.points.size(), kMostHullPoints);
            expectConvexAndClosed(hull, 0.01);
        }
    }
}

TEST(Collider, HousesAreSolidAndStreetsFree) {
    for (uint64_t seed = 1; seed < 6; ++seed) {
        const Mesh house = meshOf("house", {}, seed);
        const Collider collider = colliderOf(house, solidityOf("house"));
        ASSERT_FALSE(collider.empty());
        EXPECT_LE(collider.size(), 24u);
        EXPECT_TRUE(hits(collider, {0, 1.5f, 0})) << seed;
        EXPECT_FALSE(hits(collider, {house.max.x + 0.3f, 1, 0}));
    }
}

TEST(Collider, CastleGatesAreOpenAndItsWallsAreNot) {
    const Mesh castle = meshOf("castle");
    const Collider collider = colliderOf(castle, solidityOf("castle"));
    ASSERT_FALSE(collider.empty());
    // A walker half a metre wide comes in from the front, along x = 0, and stands in the court behind the gate.
    for (float z = castle.max.z + 3; z > castle.max.z - 8; z -= 0.25f) {
        for (const float y : {0.4f, 1.0f, 1.7f})
            EXPECT_FALSE(hits(collider, {0, y, z}, 0.25)) << "blocked at z = " << z;
    }
    int blocked = 0;  // beside the gate the curtain wall stands
    for (float z = castle.max.z + 1; z > castle.max.z - 8; z -= 0.1f) blocked += hits(collider, {13, 1.5f, z}) ? 1 : 0;
    EXPECT_GT(blocked, 5);
}

// The highest surface below a walker's head in the middle of the way; between two boards that of the nearer one.
std::optional<float> deckAt(const Mesh& bridge, float x) {
    std::optional<float> best;
    const auto plumb = [&](float px, float pz) {
        for (const Primitive& p : bridge.primitives) {
            for (size_t i = 0; i + 2 < p.indices.size(); i += 3) {
                const glm::vec3 a = p.positions[p.indices[i]], b = p.positions[p.indices[i + 1]],
                                c = p.positions[p.indices[i + 2]];
                const float area = (b.x - a.x) * (c.z - a.z) - (c.x - a.x) * (b.z - a.z);
                if (std::abs(area) < 1e-9f) continue;
                const float u = ((px - a.x) * (c.z - a.z) - (c.x - a.x) * (pz - a.z)) / area;
                const float v = ((b.x - a.x) * (pz - a.z) - (px - a.x) * (b.z - a.z)) / area;
                const float y = a.y + u * (b.y - a.y) + v * (c.y - a.y);
                if (u < 0 || v < 0 || u + v > 1 || y < -0.3f || y > 1.6f) continue;
                if (!best || y > *best) best = y;
            }
        }
    };
    for (const float off : {0.0f, 0.1f, -0.1f}) {
        if (!best) plumb(x + off, 0.013f);
    }
    return best;
}

TEST(Collider, BridgesAreWalkedOverAndPassedUnder) {
    for (const std::string quality : {"wooden", "stone"}) {
        Wish wish;
        wish.size = {0, 0, 4};
        wish.span = 24;
        wish.qualities = {quality};
        const Mesh bridge = meshOf("bridge", wish);
        const Collider collider = colliderOf(bridge, solidityOf("bridge"));
        ASSERT_FALSE(collider.empty()) << quality;
        int over = 0, held = 0, below = 0, open = 0;
        for (float x = -11; x <= 11; x += 0.25f) {
            const auto deck = deckAt(bridge, x);
            ASSERT_TRUE(deck) << quality << " " << x;
            ++over;
            held += hits(collider, {x, *deck - 0.1f, 0}, 0.15) ? 1 : 0;
            EXPECT_FALSE(hits(collider, {x, *deck + 1.2f, 0}, 0))
                << quality << ": the way over is blocked at x = " << x;
            ++below;
            open += hits(collider, {x, -1.5f, 0}, 0) ? 0 : 1;
        }
        EXPECT_GE(held, over * 9 / 10) << quality << ": the deck has holes";
        EXPECT_GE(open, below / 2) << quality << ": no way under it";
    }
}

TEST(Collider, TreesAreTheirTrunksAndGrassIsNothing) {
    for (const std::string name : {"tree", "pine", "palm", "dead_tree"}) {
        const Mesh tree = meshOf(name);
        const Collider collider = colliderOf(tree, solidityOf(name));
        ASSERT_EQ(collider.size(), 1u) << name;
        const auto* trunk = std::get_if<ColliderCylinder>(&collider.front());
        ASSERT_NE(trunk, nullptr) << name;
        EXPECT_LT(trunk->radius, 0.25f * (tree.max.x - tree.min.x)) << name;
        EXPECT_LE(trunk->height, 3.001f);
        EXPECT_GT(trunk->height, 0.5f) << name;
        EXPECT_NEAR(trunk->centre.x, 0, 0.6) << name;
    }
    for (const std::string name : {"flowers", "tall_grass", "reeds", "vine", "crops", "bush", "waterfall"})
        EXPECT_TRUE(colliderOf(meshOf(name), solidityOf(name)).empty()) << name;
}

}  // namespace
}  // namespace sketchwalk::assets
