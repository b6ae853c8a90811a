// Neighbours differ, few meshes serve all, and nothing out of sight has a say.
#include "core/scene/Neighbours.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <set>

#include "core/base/Hash.h"

namespace sketchwalk::scene {
namespace {

constexpr int kVariants = 9;

Lookalike house(uint64_t id, Point at, uint64_t kind = 7) {
    return {mix(id), kind, at, kVariants};
}

// Houses no nearer to one another than `apart` metres, thrown at a square.
std::vector<Lookalike> village(size_t count, double side, double apart, uint32_t seed, uint64_t kinds = 1) {
    std::mt19937 random(seed);
    const auto unit = [&] { return (random() % 100000) / 100000.0; };
    std::vector<Lookalike> houses;
    for (int tries = 0; houses.size() < count && tries < 20000; ++tries) {
        const Point at{unit() * side, unit() * side};
        bool free = true;
        for (const Lookalike& other : houses) free &= distance(other.at, at) >= apart;
        if (free) houses.push_back(house(seed * 1000ULL + houses.size(), at, random() % kinds));
    }
    return houses;
}

int alikeNeighbours(const std::vector<Lookalike>& houses, const std::vector<int>& variants) {
    int alike = 0;
    for (size_t a = 0; a < houses.size(); ++a) {
        for (size_t b = a + 1; b < houses.size(); ++b) {
            alike += houses[a].kind == houses[b].kind && variants[a] == variants[b] &&
                             distance(houses[a].at, houses[b].at) <= kNeighbour
                         ? 1
                         : 0;
        }
    }
    return alike;
}

TEST(Neighbours, OfAVillageAreNeverAlike) {
    for (uint32_t seed = 1; seed <= 40; ++seed) {
        const auto houses = village(50, 140, 14, seed);
        ASSERT_EQ(houses.size(), 50U);
        EXPECT_EQ(alikeNeighbours(houses, unlikeNeighbours(houses, seed)), 0) << seed;
    }
}

TEST(Neighbours, OfAStreetAreNeverAlike) {
    for (uint64_t seed = 1; seed <= 40; ++seed) {
        std::vector<Lookalike> street;
        for (uint64_t i = 0; i < 60; ++i) {
            street.push_back(house(seed * 100 + i, {12.0 * static_cast<double>(i / 2), i % 2 == 0 ? 0.0 : 20.0}));
        }
        EXPECT_EQ(alikeNeighbours(street, unlikeNeighbours(street, 3)), 0) << seed;
    }
}

// However dense, and in one size or three: at most one pair in ten thousand.
TEST(Neighbours, AreAlmostNeverAlikeAnywhere) {
    int alike = 0, pairs = 0;
    for (uint32_t seed = 1; seed <= 200; ++seed) {
        const auto houses = village(80, 140 + 10 * (seed % 9), 11 + seed % 7, seed, 1 + seed % 3);
        alike += alikeNeighbours(houses, unlikeNeighbours(houses, seed));
        pairs += alikeNeighbours(houses, std::vector<int>(houses.size(), 0));
    }
    EXPECT_GT(pairs, 10000);
    EXPECT_LE(alike * 10000, pairs) << alike << " of " << pairs;
    RecordProperty("alike", alike);
}

TEST(Neighbours, ShareFewMeshes) {
    for (uint32_t seed = 1; seed <= 20; ++seed) {
        // Where houses stand far apart, two designs do.
        const auto farms = village(50, 1200, 60, seed);
        const auto few = unlikeNeighbours(farms, seed);
        EXPECT_EQ(std::set<int>(few.begin(), few.end()).size(), 2U);
        // A dense village of one size of house.
        const auto houses = village(50, 150, 14, seed);
        const auto variants = unlikeNeighbours(houses, seed);
        std::set<std::pair<uint64_t, int>> meshes;
        for (size_t i = 0; i < houses.size(); ++i) meshes.emplace(houses[i].kind, variants[i]);
        EXPECT_LE(meshes.size(), 9U) << seed;
    }
}

TEST(Neighbours, AskNobodyOutOfSight) {
    for (uint32_t seed = 1; seed <= 20; ++seed) {
        auto houses = village(200, 300, 12, seed);
        const auto before = unlikeNeighbours(houses, seed);
        // One is moved, one goes: who stands further than 64 m from both places stays as it was.
        const Point gone = houses[7].at;
        houses[7].at += Point{5, 3};
        const auto after = unlikeNeighbours(houses, seed);
        int changed = 0;
        for (size_t i = 0; i < houses.size(); ++i) {
            if (i == 7 || before[i] == after[i]) continue;
            ++changed;
            EXPECT_LE(std::min(distance(houses[i].at, gone), distance(houses[i].at, houses[7].at)), kInSight);
        }
        EXPECT_LT(changed, 20);
    }
}

TEST(Neighbours, DoNotDependOnTheOrderInThePlan) {
    auto houses = village(50, 140, 14, 9);
    const auto one = unlikeNeighbours(houses, 5);
    std::reverse(houses.begin(), houses.end());
    auto two = unlikeNeighbours(houses, 5);
    std::reverse(two.begin(), two.end());
    EXPECT_EQ(one, two);
}

TEST(Neighbours, BearWrongPlaces) {
    const double nan = std::nan("");
    const auto variants = unlikeNeighbours({house(1, {nan, 0}), house(2, {1e300, -1e300}), house(3, {0, 0})}, 1);
    for (const int variant : variants) {
        EXPECT_GE(variant, 0);
        EXPECT_LT(variant, kVariants);
    }
}

}  // namespace
}  // namespace sketchwalk::scene
