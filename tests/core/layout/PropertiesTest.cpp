// What must hold for every plan, tried on random sketches.
#include <chrono>
#include <cmath>
#include <map>
#include <set>

#include "core/base/Hash.h"
#include "core/base/Trig.h"
#include "tests/core/layout/Sketches.h"

namespace sketchwalk::layout {
namespace {

class Random {
  public:
    explicit Random(uint64_t seed) : m_seed(seed) {}
    double between(double a, double b) { return a + (b - a) * randomUnit(m_seed, "test", m_count++); }
    size_t below(size_t n) { return static_cast<size_t>(between(0, static_cast<double>(n) - 1e-6)); }

  private:
    uint64_t m_seed, m_count = 0;
};

const std::vector<std::string> kBrushes = {
    "house",         "houses",   "church",    "boat",      "tree",   "trees",  "pine",     "river",  "road",
    "path",          "lake",     "sea",       "ice",       "lava",   "swamp",  "bridge",   "fence",  "wall",
    "castle",        "dock",     "island",    "hill",      "cliff",  "ridge",  "mountain", "forest", "sand",
    "market stalls", "umbrella", "waterfall", "watermill", "stones", "paving", "field"};

void addRandomStroke(SketchMaker& m, Random& random, Box where) {
    const Point size = where.size();
    const Point at = where.min + Point(random.between(0, size.x), random.between(0, size.y));
    const std::string brush = kBrushes[random.below(kBrushes.size())];
    const size_t form = random.below(3);
    if (form == 0) {
        m.stamp(brush, at);
    } else if (form == 1) {
        Polyline line{at};
        double heading = random.between(0, 360);
        for (size_t i = 0, n = 2 + random.below(8); i < n; ++i) {
            heading += random.between(-50, 50);
            line.push_back(line.back() + directionOf(heading) * random.between(3, 25));
        }
        m.line(brush, line, random.below(2) ? random.between(1, 14) : 0);
    } else {
        Ring ring;
        const double radius = random.between(3, 45), flat = random.between(0.3, 1);
        const size_t corners = 4 + random.below(30);
        for (size_t i = 0; i < corners; ++i) {
            const double a = 6.2831853 * static_cast<double>(i) / static_cast<double>(corners),
                         r = radius * random.between(0.75, 1);
            ring.push_back(at + Point(r * exact::cos(a), flat * r * exact::sin(a)));
        }
        m.area(brush, ring);
    }
}

SketchMaker randomSketch(uint64_t seed, int strokes) {
    SketchMaker m;
    Random random(seed);
    for (int i = 0; i < strokes; ++i) addRandomStroke(m, random, {{-10, -10}, {266, 266}});
    return m;
}

// What a reader of the plan sees at a point.
bool wetIn(const Layout& plan, Point p) {
    bool wet = false;
    int order = -1;
    const auto isWater = [](const std::string& id) { return theCatalogue().find(id)->kind == catalogue::Kind::water; };
    std::set<int64_t> shaped;
    for (const Region& r : plan.regions) {
        if (isWater(r.id)) shaped.insert(r.stroke);
        if (r.order > order && contains(r.shape, p)) order = r.order, wet = isWater(r.id);
    }
    for (const Line& l : plan.lines) {
        if (l.order <= order || shaped.contains(l.stroke) || !isWater(l.id)) continue;
        const Nearest near = nearestOnLine(l.centre, p);
        if (near.distance <= l.width[near.segment] / 2) order = l.order, wet = true;
    }
    return wet;
}

void expectSound(const Layout& plan, uint64_t seed) {
    std::set<uint64_t> ids;
    for (const Placement& p : plan.placements) {
        EXPECT_TRUE(ids.insert(p.id).second) << "twice: stroke " << p.stroke << " of seed " << seed;
        EXPECT_TRUE(std::isfinite(p.position.x) && std::isfinite(p.yaw) && std::isfinite(p.footprint.x));
        EXPECT_TRUE((Box{{0, 0}, plan.extent}).contains(p.position))
            << p.category << " of stroke " << p.stroke << ", seed " << seed;
        EXPECT_GT(p.footprint.x, 0);
        EXPECT_GT(p.footprint.y, 0);
        const auto stands = theCatalogue().find(p.category)->stands;
        if (stands == catalogue::Stands::land && !p.afloat) {
            EXPECT_FALSE(wetIn(plan, p.position)) << p.category << " of stroke " << p.stroke << ", seed " << seed;
        }
    }
    for (const Line& line : plan.lines) {
        EXPECT_GE(line.centre.size(), 2u);
        EXPECT_EQ(line.centre.size(), line.width.size());
    }
    for (const Region& region : plan.regions) EXPECT_GE(region.shape.outer.size(), 3u);
}

TEST(Properties, EveryPlanIsSound) {
    for (uint64_t seed = 1; seed <= 120; ++seed) {
        const Layout plan = randomSketch(seed, 25).plan();
        expectSound(plan, seed);
        if (::testing::Test::HasFailure()) return;
    }
}

TEST(Properties, EveryDrawnObjectIsInTheWorldOrSpokenOf) {
    for (uint64_t seed = 200; seed <= 280; ++seed) {
        const SketchMaker m = randomSketch(seed, 30);
        const Layout plan = m.plan();
        for (const auto& stroke : m.sketch.strokes) {
            const auto meaning = theCatalogue().resolve(stroke->brush);
            if (meaning.entry->kind != catalogue::Kind::object || meaning.entry->id == "waterfall") continue;
            EXPECT_TRUE(!ofStroke(plan, stroke->id).empty() || says(plan, stroke->id, ""))
                << stroke->brush << " " << stroke->id << ", seed " << seed;
        }
    }
}

TEST(Properties, TheSameSketchGivesTheSamePlan) {
    const Layout a = randomSketch(7, 60).plan(), b = randomSketch(7, 60).plan();
    ASSERT_EQ(a.placements.size(), b.placements.size());
    for (size_t i = 0; i < a.placements.size(); ++i) {
        EXPECT_EQ(a.placements[i].id, b.placements[i].id);
        EXPECT_EQ(a.placements[i].position, b.placements[i].position);
        EXPECT_EQ(a.placements[i].yaw, b.placements[i].yaw);
    }
}

// A stroke added in the south-east corner of a map of a kilometre changes nothing in its north-west half. Water and
// roads may carry an edit along, so the strokes of the two places do not touch.
TEST(Properties, AStrokeFarAwayChangesNoOtherPlacement) {
    for (uint64_t seed = 1; seed <= 60; ++seed) {
        SketchMaker m;
        m.sketch.extent = {1024, 1024};
        Random random(seed * 77);
        for (int i = 0; i < 40; ++i) addRandomStroke(m, random, {{20, 20}, {480, 480}});
        const Layout before = m.plan();
        for (int i = 0; i < 3; ++i) addRandomStroke(m, random, {{850, 850}, {1000, 1000}});
        const Layout after = m.plan();
        std::map<uint64_t, const Placement*> found;
        for (const Placement& p : after.placements) found[p.id] = &p;
        for (const Placement& p : before.placements) {
            ASSERT_TRUE(found.contains(p.id)) << "seed " << seed;
            EXPECT_EQ(found[p.id]->position, p.position) << "seed " << seed;
            EXPECT_EQ(found[p.id]->yaw, p.yaw);
            EXPECT_EQ(found[p.id]->footprint, p.footprint);
        }
    }
}

// A crowd of houses drawn over each other: what one more house moves lies near it.
TEST(Properties, ACrowdHandsNoPushOn) {
    SketchMaker m;
    m.sketch.extent = {512, 512};
    Random random(5);
    for (int i = 0; i < 300; ++i) m.stamp("house", {random.between(20, 492), random.between(200, 260)});
    const Layout before = m.plan();
    m.stamp("house", {60, 230});
    const Layout after = m.plan();
    std::map<uint64_t, const Placement*> found;
    for (const Placement& p : after.placements) found[p.id] = &p;
    size_t moved = 0;
    for (const Placement& p : before.placements) {
        if (found.at(p.id)->position == p.position && found.at(p.id)->footprint == p.footprint) continue;
        ++moved;
        EXPECT_LT(distance(p.position, {60, 230}), 64);
    }
    EXPECT_GT(moved, 0u);
}

TEST(Properties, WildInputIsTakenCalmly) {
    SketchMaker m;
    m.area("house", {{5, 5}, {5, 5}, {5, 5}});
    m.area("lake", {{5, 5}, {100, 5}});
    m.area("houses", {{0, 0}, {1e300, 0}, {1e300, 1e300}});
    m.line("river", {{5, 5}, {5, 5}}, -3);
    m.line("bridge", {{50, 50}, {50, 50.6}}, 1e9);
    m.line("fence", {{0, 0}, {1e6, 1e6}}, 0);
    m.area("trees", rectangle(-1000, -1000, 2000, 2000));
    m.area("market stalls", rectangle(-1000, -1000, 2000, 2000));
    m.area("forest", {{10, 10}, {200, 200}, {200, 10}, {10, 200}});  // a bow tie
    m.area("castle", {{10, 10}, {10, 10.4}, {240, 10.2}});           // a sliver
    m.stamp("waterfall", {20, 20});
    m.line("waterfall", {{20, 20}, {20, 21}}, 500);
    m.area("waterfall", rectangle(100, 100, 130, 102.5));
    m.line("", {{1, 1}, {2, 2}});
    const Layout plan = m.plan();
    expectSound(plan, 0);
    SketchMaker empty;
    EXPECT_TRUE(empty.plan().placements.empty());
}

}  // namespace
}  // namespace sketchwalk::layout
