#include "core/terrain/Relief.h"

#include <algorithm>

#include "core/terrain/BaseLand.h"
#include "tests/core/terrain/Worlds.h"

namespace sketchwalk::terrain {
namespace {

double highestIn(const Ground& g, const Polygon& where) {
    double highest = -1e9;
    for (int y = 0; y < g.height.height(); ++y) {
        for (int x = 0; x < g.height.width(); ++x) {
            if (contains(where, Point(x, y) * g.spacing))
                highest = std::max(highest, static_cast<double>(g.height(x, y)));
        }
    }
    return highest;
}

double lowerQuartile(const Ground& g) {
    std::vector<float> h = g.height.values();
    std::nth_element(h.begin(), h.begin() + static_cast<std::ptrdiff_t>(h.size() / 4), h.end());
    return h[h.size() / 4];
}

TEST(BaseLand, IsGentleAndDrains) {
    for (const uint64_t seed : {1u, 2u, 3u, 77u}) {
        const Ground g = shaped(land(seed));
        const auto [low, high] = std::minmax_element(g.height.values().begin(), g.height.values().end());
        EXPECT_GE(*low, kLowestLand - 0.2f);
        EXPECT_GT(*high - *low, 1.5f);
        EXPECT_LT(*high - *low, 6.0f);
        EXPECT_EQ(trappedNodes(g, [](int, int) { return false; }), 0);
    }
}

TEST(BaseLand, DiffersBySeedAlone) {
    EXPECT_EQ(shaped(land(5)).height, shaped(land(5)).height);
    EXPECT_NE(shaped(land(5)).height, shaped(land(6)).height);
}

TEST(Relief, MountainsAndHillsRiseAsHighAsTheirWidthAsks) {
    for (const uint64_t seed : {1u, 2u, 3u, 4u}) {
        layout::Layout plan = land(seed);
        const Polygon mountain = disc({80, 90}, 50), hill = disc({190, 180}, 40);
        plan.reliefs = {relief(1, "mountain", mountain), relief(2, "hill", hill)};
        const Ground g = shaped(plan);
        const double plain = lowerQuartile(g);
        // The catalogue: half the width for mountains, a fifth for hills.
        EXPECT_NEAR(highestIn(g, mountain) - plain, 50, 9);
        EXPECT_NEAR(highestIn(g, hill) - plain, 16, 6);
    }
}

TEST(Relief, EveryKindShapesTheGroundAsItsNameSays) {
    const Polygon area = disc({128, 128}, 40);
    const Ground flat = shaped(land(9));
    for (const char* id : {"mountain", "hill", "ridge", "peak", "volcano", "plateau", "cliff", "island"}) {
        layout::Layout plan = land(9);
        plan.reliefs = {relief(1, id, area)};
        const Ground g = shaped(plan);
        EXPECT_GT(highestIn(g, area), highestIn(flat, area) + 2.5) << id;
    }
    for (const char* id : {"basin", "valley"}) {
        layout::Layout plan = land(9);
        plan.reliefs = {relief(1, id, area)};
        const Ground g = shaped(plan);
        EXPECT_LT(g.heightAt({128, 128}), flat.heightAt({128, 128}) - 2) << id;
    }
}

TEST(Relief, ReachesNoFurtherThanPromised) {
    const Polygon area = disc({128, 128}, 30);
    const Ground flat = shaped(land(9));
    for (const char* id : {"mountain", "hill", "ridge", "peak", "volcano", "plateau", "cliff", "basin", "valley"}) {
        layout::Layout plan = land(9);
        plan.reliefs = {relief(1, id, area)};
        const Ground g = shaped(plan);
        for (int y = 0; y < g.height.height(); ++y) {
            for (int x = 0; x < g.height.width(); ++x) {
                if (distance(Point(x, y) * g.spacing, {128, 128}) < 30 + 64) continue;
                ASSERT_NEAR(g.height(x, y), flat.height(x, y), 0.05) << id << " at " << x << "," << y;
            }
        }
    }
}

TEST(Relief, CliffsAreSteep) {
    for (const uint64_t seed : {1u, 2u, 3u}) {
        for (const bool area : {false, true}) {
            layout::Layout plan = land(seed);
            plan.reliefs = {area ? relief(1, "cliff", box(90, 110, 170, 130))
                                 : spine(1, "cliff", {{90, 120}, {170, 125}}, 6)};
            const Ground g = shaped(plan, 512);
            double steepest = 0;  // between neighbours of a one-metre grid
            for (int y = 100; y < 140; ++y) {
                for (int x = 80; x < 180; ++x) {
                    const double h = g.heightAt({x + 0.5, y + 0.5});
                    steepest = std::max({steepest, std::abs(g.heightAt({x + 1.5, y + 0.5}) - h),
                                         std::abs(g.heightAt({x + 0.5, y + 1.5}) - h)});
                }
            }
            EXPECT_GT(steepest, 1.2) << seed << (area ? " area" : " spine");  // 50 degrees
        }
    }
}

TEST(Relief, GroundRisesOnTheLeftOfACliff) {
    layout::Layout plan = land(4);
    plan.reliefs = {spine(1, "cliff", {{60, 128}, {196, 128}}, 6)};  // eastward: left is north
    const Ground g = shaped(plan), flat = shaped(land(4));
    EXPECT_GT(g.heightAt({128, 118}) - flat.heightAt({128, 118}), 5);
    EXPECT_LT(g.heightAt({128, 138}) - flat.heightAt({128, 138}), 0.5);
}

TEST(Relief, PlateausAreFlatOnTop) {
    layout::Layout plan = land(3);
    plan.reliefs = {relief(1, "plateau", disc({128, 128}, 60))};
    const Ground g = shaped(plan);
    double low = 1e9, high = -1e9;
    for (double x = 105; x <= 151; x += 1) {
        for (double y = 105; y <= 151; y += 1) {
            low = std::min(low, g.heightAt({x, y}));
            high = std::max(high, g.heightAt({x, y}));
        }
    }
    EXPECT_LT(high - low, 1.0);
    EXPECT_GT(low, lowerQuartile(g) + 10);
}

TEST(Relief, IslandsInTheSeaAreDryAndLow) {
    layout::Layout plan = land(2);
    const Polygon island = disc({128, 100}, 30);
    Polygon sea = box(-5, -5, 261, 200);
    sea.holes.push_back(island.outer);
    plan.regions = {region(1, "sea", sea)};
    plan.reliefs = {relief(2, "island", island)};
    const Ground g = shaped(plan);
    EXPECT_FALSE(g.isWater({128, 100}));
    EXPECT_GT(g.heightAt({128, 100}), 1.5);
    EXPECT_LT(g.heightAt({128, 100}), 8);
    EXPECT_GT(g.heightAt({128, 74}), 0);
    EXPECT_LT(g.heightAt({128, 74}), 1.2);  // four metres from the water: beach
    EXPECT_LT(g.heightAt({40, 40}), -2);
}

}  // namespace
}  // namespace sketchwalk::terrain
