// What must hold for every ground, whatever was drawn.
#include <algorithm>
#include <limits>

#include "tests/core/terrain/Worlds.h"

namespace sketchwalk::terrain {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

TEST(Ground, DrainsEverywhere) {
    for (uint64_t seed = 1; seed <= 16; ++seed) {
        const Ground g = shaped(anything(seed));
        EXPECT_EQ(trappedNodes(g, [](int, int) { return false; }), 0) << seed;
    }
}

TEST(Ground, DrainsButForDrawnBasins) {
    layout::Layout plan = land(3);
    const Polygon basin = disc({128, 128}, 40);
    plan.reliefs = {relief(1, "basin", basin)};
    const Ground g = shaped(plan);
    EXPECT_EQ(trappedNodes(g, [&](int x, int y) { return distance(Point(x, y) * g.spacing, {128, 128}) < 55; }), 0);
    EXPECT_LT(g.heightAt({128, 128}), g.heightAt({128, 90}) - 2);
}

TEST(Ground, IsTheSameOverAnyNumberOfThreads) {
    for (uint64_t seed = 1; seed <= 4; ++seed) {
        const Ground one = shaped(anything(seed), 256, 1);
        for (const int threads : {2, 3, 7}) {
            const Ground many = shaped(anything(seed), 256, threads);
            ASSERT_EQ(one.height, many.height);
            ASSERT_EQ(one.water, many.water);
            for (size_t i = 0; i < one.waterLevel.values().size(); ++i) {
                const float a = one.waterLevel.values()[i], b = many.waterLevel.values()[i];
                ASSERT_TRUE(a == b || (std::isnan(a) && std::isnan(b)));
            }
        }
    }
}

TEST(Ground, IsFiniteEverywhere) {
    for (uint64_t seed = 1; seed <= 10; ++seed) {
        const Ground g = shaped(anything(seed), 128);
        for (const float h : g.height.values()) ASSERT_TRUE(std::isfinite(h));
        for (size_t i = 0; i < g.water.values().size(); ++i) ASSERT_LE(g.water.values()[i], g.waters.size());
    }
}

TEST(Ground, SurvivesOddPlans) {
    const double huge = 1e300;
    layout::Layout plan = land(1, 100);
    for (const char* id : {"mountain", "hill", "plateau", "cliff", "basin", "valley", "island", "volcano", "unheard"}) {
        plan.reliefs.push_back(relief(1, id, {}));
        plan.reliefs.push_back(relief(2, id, {{{10, 10}}, {}}));
        plan.reliefs.push_back(relief(3, id, {{{10, 10}, {10, 10}, {10, 10}}, {}}));
        plan.reliefs.push_back(relief(4, id, {{{kNan, 10}, {10, kNan}, {10, 10}, {50, 50}}, {{{kNan, kNan}}}}));
        plan.reliefs.push_back(relief(5, id, box(-huge, -huge, huge, huge)));
        plan.reliefs.push_back(relief(6, id, box(5000, 5000, 6000, 6000)));
        plan.reliefs.push_back(spine(7, id, {{20, 20}}, 0));
        plan.reliefs.push_back(spine(8, id, {{20, 20}, {20, 20}}, kNan));
        plan.reliefs.push_back(spine(9, id, {{kNan, 20}, {huge, 20}}, huge));
    }
    for (const char* id : {"lake", "sea", "river", "ice", "lava", "road", "path", "unheard"}) {
        plan.regions.push_back(region(10, id, {}));
        plan.regions.push_back(region(11, id, {{{1, 1}, {kNan, 3}}, {}}));
        plan.regions.push_back(region(12, id, box(40, 40, 40, 80)));
        plan.lines.push_back(line(13, id, {}, 3));
        plan.lines.push_back(line(14, id, {{30, 30}}, 0));
        plan.lines.push_back(line(15, id, {{kNan, 1}, {50, kNan}}, 3));
        plan.lines.push_back(line(16, id, {{-huge, 60}, {huge, 60}}, kNan));
        layout::Line bare = line(17, id, {{0, 0}, {90, 90}}, 3);
        bare.width.clear();
        plan.lines.push_back(bare);
    }
    plan.placements = {house(1, {kNan, 2}, 0), house(2, {50, 50}, kNan), house(3, {huge, -huge}, 0),
                       house(4, {50, 50}, 0, {0, 0}), house(5, {50, 50}, 0, {kNan, huge})};
    layout::Placement bridge = house(6, {50, 50}, 0);
    bridge.category = "bridge";
    bridge.path = {{kNan, 0}, {3, 3}};
    plan.placements.push_back(bridge);
    const Ground g = shaped(plan, 64);
    for (const float h : g.height.values()) ASSERT_TRUE(std::isfinite(h));
}

TEST(Ground, SurvivesOddExtents) {
    for (const Point extent : {Point(0, 0), Point(kNan, 64), Point(-5, 1e30), Point(8192, 64), Point(64, 300)}) {
        layout::Layout plan = anything(3);
        plan.extent = extent;
        const Ground g = shaped(plan, 64);
        for (const float h : g.height.values()) ASSERT_TRUE(std::isfinite(h));
    }
}

TEST(Ground, StopsWhenAsked) {
    std::stop_source source;
    source.request_stop();
    Job job;
    job.stop = source.get_token();
    const auto ground = shape(anything(1), theCatalogue(), {256}, job);
    ASSERT_FALSE(ground.has_value());
    EXPECT_EQ(ground.error().kind, ErrorKind::interrupted);
}

// Heights further than 64 m from `edit` that differ by more than 5 cm, but along drawn roads and water.
int strangers(const layout::Layout& plan, const Ground& before, const Ground& after, const Box& edit) {
    int count = 0;
    for (int y = 0; y < before.height.height(); ++y) {
        for (int x = 0; x < before.height.width(); ++x) {
            const Point p = Point(x, y) * before.spacing;
            if (edit.grown(64).contains(p) || std::abs(before.height(x, y) - after.height(x, y)) <= 0.05f) continue;
            const bool along = std::any_of(plan.lines.begin(), plan.lines.end(), [&](const layout::Line& l) {
                return nearestOnLine(l.centre, p).distance < l.width[0] / 2 + 30;
            });
            const bool beside = std::any_of(plan.regions.begin(), plan.regions.end(), [&](const layout::Region& r) {
                return contains(r.shape, p) || nearestOnRing(r.shape.outer, p).distance < 30;
            });
            count += !along && !beside;
        }
    }
    return count;
}

TEST(Ground, ChangesOnlyNearAnEdit) {
    for (uint64_t seed = 1; seed <= 24; ++seed) {
        Dice dice("edit", seed);
        const layout::Layout plan = anything(seed % 6 + 1);
        layout::Layout edited = plan;
        const Point at = dice.point(20, 236);
        Box touched;
        touched.include(at);
        const int kind = static_cast<int>(dice(0, 6));
        if (kind == 0) edited.placements.push_back(house(900, at, dice(0, 360)));
        if (kind == 1)
            edited.placements.erase(edited.placements.begin() + 2), touched = {},
                                                                    touched.include(plan.placements[2].position);
        if (kind >= 2) {
            const char* ids[] = {"hill", "mountain", "plateau", "ridge"};
            edited.reliefs.push_back(relief(901, ids[kind - 2], disc(at, 20)));
            touched = touched.grown(20);
        }
        EXPECT_EQ(strangers(plan, shaped(plan), shaped(edited), touched), 0) << seed << " kind " << kind;
    }
}

TEST(Ground, SlopeIsInDegrees) {
    Ground g;
    g.spacing = 2;
    g.height = Grid<float>(11, 11);
    for (int y = 0; y < 11; ++y) {
        for (int x = 0; x < 11; ++x) g.height(x, y) = static_cast<float>(2 * x);
    }
    EXPECT_NEAR(g.slopeAt({10, 10}), 45, 1e-6);
}

}  // namespace
}  // namespace sketchwalk::terrain
