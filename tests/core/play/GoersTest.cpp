// Whoever goes along a route while one walks: bumped into, never walked through, and polite.
#include <cmath>

#include "core/play/World.h"
#include "tests/core/play/Lands.h"

namespace sketchwalk::play {
namespace {

constexpr float kHalf = 0.5f;  // metres, of the one who goes: a box a metre wide

// Goes from `west` to `east` along z = 30 in ten seconds, and stays there for a long time.
std::shared_ptr<scene::Scene> withGoer(float west, float east) {
    auto scene = flat();
    scene->materials.resize(1);
    scene->assets.push_back({"cow_0", "cow", finished(slab({-kHalf, 0, -kHalf}, {kHalf, 1.6f, kHalf}))});
    scene::Route route{3, "cow", static_cast<int>(scene->assets.size()) - 1, {}, {}};
    route.track.keys = {{0, {{west, 0, 30}, 90, 0}}, {10, {{east, 0, 30}, 90, 0}}, {1000, {{east, 0, 30}, 90, 0}}};
    scene->routes = {route};
    return scene;
}

TEST(Goers, AreWhereTheirTrackSays) {
    World world = worldOf(withGoer(20, 40));
    world.place({5, 0, 5});
    go(world, Intent{}, 5);
    ASSERT_EQ(world.goers().size(), 1u);
    EXPECT_NEAR(world.goers()[0].pose.position.x, 30, 0.02);
    EXPECT_EQ(world.goers()[0].instance, scene::followerId(world.scene().routes[0]));
}

TEST(Goers, CannotBeWalkedThrough) {
    World world = worldOf(withGoer(30, 30));
    world.place({24, 0, 30});
    double farthest = 0;
    go(world, toward(kEast), 6, [&](const Walker& walker) { farthest = std::max(farthest, walker.feet.x); });
    EXPECT_GT(farthest, 28.5);
    EXPECT_LT(farthest, 30 - kHalf + 0.05);  // the walker's middle never gets into the box
    EXPECT_EQ(world.walker().rescues, 0);
}

TEST(Goers, AreMetWhereTheyHaveGoneAndNotWhereTheyWere) {
    World world = worldOf(withGoer(20, 45));
    world.place({5, 0, 5});
    go(world, Intent{}, 12);
    world.place({16, 0, 30});
    double farthest = 0;
    go(world, toward(kEast), 20, [&](const Walker& walker) { farthest = std::max(farthest, walker.feet.x); });
    EXPECT_GT(farthest, 43);
    EXPECT_LT(farthest, 45 - kHalf + 0.05);
}

TEST(Goers, WaitForWhoStandsInTheirWayAndGoOn) {
    World world = worldOf(withGoer(20, 40));
    world.place({30, 0, 30});
    go(world, Intent{}, 15);
    const double waits = world.goers()[0].pose.position.x;
    EXPECT_LT(waits, 30 - kHalf - 0.25);
    EXPECT_GT(waits, 28);
    EXPECT_NEAR(world.walker().feet.x, 30, 0.05);  // nobody is pushed about
    world.place({30, 0, 10});
    go(world, Intent{}, 8);
    EXPECT_NEAR(world.goers()[0].pose.position.x, 40, 0.05);
}

}  // namespace
}  // namespace sketchwalk::play
