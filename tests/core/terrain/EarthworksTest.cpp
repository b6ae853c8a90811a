// Roads and building sites.
#include "core/terrain/Earthworks.h"

#include <algorithm>
#include <glm/geometric.hpp>

#include "tests/core/terrain/Worlds.h"

namespace sketchwalk::terrain {
namespace {

double steepestAlong(const Ground& g, const Polyline& centre) {
    double steepest = 0;
    for (double s = 0; s + 2 <= lengthOf(centre); s += 1) {
        const Point a = pointAlong(centre, s), b = pointAlong(centre, s + 2);
        if (distance(a, b) < 1.5) continue;
        steepest = std::max(steepest, std::abs(g.heightAt(b) - g.heightAt(a)) / distance(a, b));
    }
    return steepest;
}

TEST(Roads, AreNoSteeperThanTwentyPercent) {
    for (uint64_t seed = 1; seed <= 12; ++seed) {
        Dice dice("roads", seed);
        layout::Layout plan = land(seed);
        plan.reliefs = {relief(1, "mountain", disc({128, 128}, 45)), relief(2, "hill", disc(dice.point(40, 216), 40))};
        const Polyline a{{0, dice(90, 160)}, {128, dice(100, 150)}, {256, dice(90, 160)}};
        const Polyline b{{dice(100, 150), 0}, {dice(100, 150), 256}};
        plan.lines = {line(3, "road", a, 6), line(4, "road", b, 8)};
        const Ground g = shaped(plan);
        EXPECT_LE(steepestAlong(g, a), 0.2) << seed;
        EXPECT_LE(steepestAlong(g, b), 0.2) << seed;
    }
}

TEST(Roads, AreFlatAcross) {
    layout::Layout plan = land(3);
    plan.reliefs = {relief(1, "hill", disc({128, 60}, 55))};
    const Polyline centre{{0, 100}, {256, 110}};
    plan.lines = {line(2, "road", centre, 8)};
    const Ground g = shaped(plan, 512);
    for (double s = 20; s < 236; s += 3) {
        const Point p = pointAlong(centre, s), along = tangentAlong(centre, s), across(-along.y, along.x);
        EXPECT_LT(std::abs(g.heightAt(p + across * 3.5) - g.heightAt(p - across * 3.5)), 7 * 0.04) << s;
    }
}

TEST(Roads, MeetAtOneHeight) {
    layout::Layout plan = land(3);
    plan.reliefs = {relief(1, "mountain", disc({128, 100}, 50))};
    plan.lines = {line(2, "road", {{0, 128}, {256, 128}}, 6), line(3, "road", {{128, 128}, {128, 256}}, 6)};
    const Ground g = shaped(plan, 512);
    const double middle = g.heightAt({128, 128});
    for (const Point p : {Point(126, 128), Point(130, 128), Point(128, 130)}) EXPECT_NEAR(g.heightAt(p), middle, 0.45);
}

TEST(Roads, KeepClearOfWaterAtBridges) {
    layout::Layout plan = land(5);
    plan.lines = {line(1, "river", {{128, 0}, {128, 256}}, 12), line(2, "road", {{0, 120}, {119, 120}}, 6),
                  line(3, "road", {{137, 120}, {256, 120}}, 6)};
    layout::Placement bridge;
    bridge.id = 9;
    bridge.category = "bridge";
    bridge.path = {{119, 120}, {137, 120}};
    bridge.width = 5;
    bridge.position = {128, 120};
    plan.placements = {bridge};
    const Ground g = shaped(plan);
    const double level = g.waterLevel(128, 120);
    for (const double x : {119.0, 137.0}) EXPECT_GT(g.heightAt({x, 120}), level + 0.4);
    EXPECT_NEAR(g.heightAt({119, 120}), g.heightAt({137, 120}), 2);
    EXPECT_TRUE(g.isWater({128, 120}));
    EXPECT_LT(g.heightAt({128, 120}), level - 0.5);
}

// Greatest difference of height over a footprint, on a half-metre lattice.
double spread(const Ground& g, const layout::Placement& p) {
    const Point front = directionOf(p.yaw), side(-front.y, front.x);
    double low = 1e9, high = -1e9;
    for (double u = -0.5; u <= 0.5; u += 0.05) {
        for (double v = -0.5; v <= 0.5; v += 0.05) {
            const double h = g.heightAt(p.position + side * (u * p.footprint.x) + front * (v * p.footprint.y));
            low = std::min(low, h);
            high = std::max(high, h);
        }
    }
    return high - low;
}

TEST(Sites, AreFlatWithinTwoCentimetres) {
    for (uint64_t seed = 1; seed <= 4; ++seed) {
        Dice dice("sites", seed);
        layout::Layout plan = land(seed);
        plan.reliefs = {relief(1, "hill", disc({128, 128}, 60))};
        for (uint64_t i = 0; i < 12; ++i) {
            const Point at(40 + 58.0 * static_cast<double>(i % 4), 50 + 70.0 * static_cast<double>(i / 4));
            plan.placements.push_back(house(10 + i, at, dice(0, 360), {dice(5, 14), dice(5, 9)}));
        }
        const Ground g = shaped(plan, 512);
        for (const layout::Placement& p : plan.placements) EXPECT_LT(spread(g, p), 0.021) << seed << " " << p.id;
    }
}

TEST(Sites, StandClearOfWaterBesideThem) {
    layout::Layout plan = land(2);
    plan.regions = {region(1, "lake", disc({128, 128}, 40))};
    plan.placements = {house(2, {128, 80}, 180)};
    const Ground g = shaped(plan);
    EXPECT_GT(g.heightAt({128, 80}), g.waters[0].level + 0.2);
}

TEST(Sites, ACastleFollowsItsOutline) {
    layout::Layout plan = land(2);
    layout::Placement castle = house(1, {128, 128}, 0, {60, 40});
    castle.category = "castle";
    castle.outline = disc({128, 128}, 35).outer;
    plan.placements = {castle};
    const Ground g = shaped(plan);
    double low = 1e9, high = -1e9;
    for (double a = 0; a < 6.28; a += 0.1) {
        const double h = g.heightAt(Point(128, 128) + Point(exact::cos(a), exact::sin(a)) * 32.0);
        low = std::min(low, h);
        high = std::max(high, h);
    }
    EXPECT_LT(high - low, 0.03);
}

}  // namespace
}  // namespace sketchwalk::terrain
