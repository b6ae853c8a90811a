// Bridges, castles and what else is built along something drawn: how they fit it, and how many kinds there are.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <set>

#include "tests/core/assets/Closedness.h"
#include "tests/core/assets/Shipped.h"

namespace sketchwalk::assets {
namespace {

// Clearly different: not only repainted. Shapes count as different where their triangles or their bounds do.
TEST(Structures, HaveAtLeastFourShapes) {
    for (const char* name : {"castle", "wall", "fence", "gate", "bridge", "dock", "boat", "ruin", "cave", "playground",
                             "pyramid", "statue", "sign", "bench", "umbrella", "lantern", "campfire", "market_stall"}) {
        std::set<size_t> shapes;
        const int variants = shipped().variants(name);
        for (int variant = 0; variant < 3 * variants; ++variant) {
            const Built built = make(name, {}, static_cast<uint64_t>(variant) + 1);
            shapes.insert(built.mesh->triangles());
            EXPECT_GE(built.mesh->triangles(), 50U) << name;
        }
        EXPECT_GE(shapes.size(), 4U) << name;
    }
}

// How far apart the outermost points between two heights lie, across the thing.
float acrossBetween(const Built& built, float low, float high) {
    float least = 1e9F, most = -1e9F;
    for (const Primitive& p : built.mesh->primitives) {
        for (const glm::vec3& v : p.positions) {
            if (v.y < low || v.y > high) continue;
            least = std::min(least, v.z);
            most = std::max(most, v.z);
        }
    }
    return most - least;
}

TEST(Structures, ABridgesDeckIsAsWideAsWishedAndItsRailsStandBesideIt) {
    for (const char* kind : {"stone", "wooden", "metal", "covered", "rope"}) {
        for (const float deck : {3.0F, 5.0F, 7.5F}) {
            Wish wish;
            wish.span = 24;
            wish.size.x = deck;
            wish.qualities = {kind};
            const Built built = make("bridge", wish);
            EXPECT_GE(acrossBetween(built, 0.3F, 1.0F), deck - 0.15F) << kind;
            EXPECT_LE(acrossBetween(built, 0.3F, 1.0F), deck + 1.7F) << kind;
            EXPECT_GE(sizeOf(built).x, 23.9F) << kind;
            EXPECT_LE(sizeOf(built).x, 30) << kind;  // the stays of a rope bridge reach beyond its posts
        }
    }
}

// The heights at which a plumb line meets the surface.
std::vector<float> heightsAt(const Built& built, float x, float z) {
    std::vector<float> out;
    for (const Primitive& p : built.mesh->primitives) {
        for (size_t i = 0; i + 2 < p.indices.size(); i += 3) {
            const glm::vec3 a = p.positions[p.indices[i]], b = p.positions[p.indices[i + 1]],
                            c = p.positions[p.indices[i + 2]];
            const float area = (b.x - a.x) * (c.z - a.z) - (c.x - a.x) * (b.z - a.z);
            if (std::fabs(area) < 1e-9F) continue;
            const float u = ((x - a.x) * (c.z - a.z) - (c.x - a.x) * (z - a.z)) / area;
            const float v = ((b.x - a.x) * (z - a.z) - (x - a.x) * (b.z - a.z)) / area;
            if (u >= 0 && v >= 0 && u + v <= 1) out.push_back(a.y + u * (b.y - a.y) + v * (c.y - a.y));
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

// What one may drive on at both ends lies at the road's height; below an arch there is room for what flows there.
TEST(Structures, ABridgesDeckBeginsAndEndsAtRoadHeight) {
    for (const char* kind : {"stone", "wooden", "metal", "covered", "rope"}) {
        Wish wish;
        wish.span = 20;
        wish.size = {5, 4, 0};
        wish.qualities = {kind};
        const Built built = make("bridge", wish, 2);
        for (const float x : {-9.6F, 9.6F}) {
            float deck = -1e9F;
            for (const float y : heightsAt(built, x, 0.21F)) {
                if (y < 1.5F) deck = y;  // the highest below head height
            }
            EXPECT_NEAR(deck, 0, 0.25) << kind;
        }
        if (std::string(kind) == "stone") {
            EXPECT_GT(heightsAt(built, 5.01F, 0.21F).front(), -1.5F);
        }
    }
}

TEST(Structures, ABridgesFeetGoDownAsFarAsWished) {
    for (const char* kind : {"stone", "wooden", "covered"}) {
        Wish wish;
        wish.span = 30;
        wish.size = {4, 11, 0};
        wish.qualities = {kind};
        EXPECT_NEAR(make("bridge", wish).mesh->min.y, -11, 0.3) << kind;
    }
}

TEST(Structures, BridgesOfManySpansAndKindsDiffer) {
    std::set<size_t> looks;
    for (const char* kind : {"plain", "stone", "wooden", "covered", "rope", "metal"}) {
        for (const double span : {4.0, 9.0, 20.0, 45.0}) {
            for (uint64_t seed = 1; seed <= 4; ++seed) {
                Wish wish;
                wish.span = span;
                wish.size.x = 4;
                wish.qualities = {kind};
                const Built built = make("bridge", wish, seed);
                EXPECT_EQ(openEdges(built), 0U) << kind << " " << span;
                EXPECT_LE(built.mesh->triangles(), 3000U) << kind << " " << span;
                looks.insert(built.mesh->triangles());
            }
        }
    }
    EXPECT_GE(looks.size(), 16U);
}

TEST(Structures, ACastleFollowsItsOutline) {
    Wish wish;
    wish.outline = {{-30, -20}, {10, -26}, {34, -8}, {28, 22}, {0, 28}, {-26, 18}};
    wish.size = {64, 0, 54};
    const Built built = make("castle", wish);
    EXPECT_NEAR(built.mesh->min.x, -30, 3);
    EXPECT_NEAR(built.mesh->max.x, 34, 3);
    EXPECT_NEAR(built.mesh->min.z, -26, 3);
    EXPECT_NEAR(built.mesh->max.z, 28, 3);
    // A tower near every drawn corner: something tall within eight metres of each.
    for (const glm::vec2& corner : wish.outline) {
        float tallest = 0;
        for (const Primitive& p : built.mesh->primitives) {
            for (const glm::vec3& v : p.positions) {
                if (glm::length(glm::vec2(v.x, v.z) - corner) < 8) tallest = std::max(tallest, v.y);
            }
        }
        EXPECT_GT(tallest, built.mesh->max.y * 0.4F) << corner.x << ", " << corner.y;
    }
    EXPECT_LE(built.mesh->triangles(), 3000U);
}

TEST(Structures, ACastleStaysWholeAlongConcaveOutlines) {
    const std::vector<std::vector<glm::vec2>> outlines{
        {{-30, 30}, {0, -34}, {30, 30}},                                                       // a triangle
        {{-40, -35}, {0, -8}, {40, -35}, {30, 35}, {5, 10}, {-30, 35}},                        // a star
        {{-40, -30}, {40, -30}, {40, 30}, {12, 30}, {12, 0}, {-12, 0}, {-12, 30}, {-40, 30}},  // a U
        {{-38, -12}, {-10, -40}, {6, -22}, {34, -30}, {40, 6}, {18, 14}, {22, 38}, {-16, 30}, {-36, 22}},
    };
    for (const auto& outline : outlines) {
        for (uint64_t seed = 1; seed <= 6; ++seed) {
            Wish wish;
            wish.outline = outline;
            wish.size = {80, 0, 75};
            const Built built = make("castle", wish, seed);
            EXPECT_EQ(openEdges(built), 0U);
            EXPECT_LE(built.mesh->triangles(), 3000U);
            // Walls or towers all along: within 7 m of every point of the outline stands something over 3 m high.
            for (size_t i = 0; i < outline.size(); ++i) {
                for (const float t : {0.0F, 0.25F, 0.5F, 0.75F}) {
                    const glm::vec2 at = glm::mix(outline[i], outline[(i + 1) % outline.size()], t);
                    float tallest = 0;
                    for (const Primitive& p : built.mesh->primitives) {
                        for (size_t k = 0; k + 2 < p.indices.size(); k += 3) {
                            glm::vec3 low(1e9F), high(-1e9F);
                            for (size_t c = 0; c < 3; ++c) {
                                low = glm::min(low, p.positions[p.indices[k + c]]);
                                high = glm::max(high, p.positions[p.indices[k + c]]);
                            }
                            if (low.x < at.x + 7 && high.x > at.x - 7 && low.z < at.y + 7 && high.z > at.y - 7)
                                tallest = std::max(tallest, high.y);
                        }
                    }
                    EXPECT_GT(tallest, 3) << at.x << ", " << at.y << " seed " << seed;
                }
            }
        }
    }
}

}  // namespace
}  // namespace sketchwalk::assets
