// Water, bridges, doors, loose things, and that a walk is the same every time.
#include "core/play/World.h"

#include <cmath>

#include "tests/core/play/Lands.h"

namespace sketchwalk::play {
namespace {

// Ground that falls from the spawn to 4 m under the level of a lake.
std::shared_ptr<scene::Scene> lake(const std::string& category = "lake") {
    auto scene = landscape([](float x) { return -std::clamp((x - 10) * 0.4f, 0.0f, 4.0f); });
    addWater(*scene, category, 0, 10, 60);
    return scene;
}

TEST(Water, ASwimmerFloatsAsDeepAsArchimedesSays) {
    World world = worldOf(lake());
    world.place({40, 0, 30});
    Intent run = toward(kEast, 0);
    go(world, run, 20);
    EXPECT_EQ(world.walker().stance, Stance::swimming);
    const double wanted = 1.8 * 850 / 1000;  // 1.53 m of the body
    EXPECT_NEAR(world.walker().submerged, wanted, 0.02 * wanted);
    EXPECT_NEAR(world.walker().feet.y, -wanted, 0.02 * wanted);
}

// Wholly under water the body is driven up by g (1000/850 - 1); without drag it swings with 2 pi sqrt(draught / g).
TEST(Water, BuoyancyAndItsSwingAreRight) {
    WalkerSettings settings;
    settings.waterDrag = 0;
    settings.terminal = 1e9;
    auto scene = landscape([](float) { return -30.0f; });
    addWater(*scene, "lake", 0, 0, 60);
    World world = worldOf(scene, settings);
    ASSERT_NEAR(world.walker().feet.y, -30, 1e-3);
    double speed = 0;
    go(world, Intent{}, 1, [&](const Walker& walker) { speed = walker.velocity.y; });
    EXPECT_NEAR(speed, kG * (1000.0 / 850 - 1), 0.02 * speed);

    // Set in with 1.4 m under water it sinks through its draught and swings about it.
    World swing = worldOf(scene, settings);
    swing.place({20, -1.4, 30});
    ASSERT_NEAR(swing.walker().feet.y, -1.4, 1e-3);
    const double draught = 1.8 * 0.85;
    std::vector<int> crossings;
    double last = 1.4;
    int tick = 0;
    go(swing, Intent{}, 10, [&](const Walker& walker) {
        ++tick;
        if (last < draught && walker.submerged >= draught) crossings.push_back(tick);
        last = walker.submerged;
    });
    ASSERT_GE(crossings.size(), 3u);
    const double period = 2 * 3.14159265358979 * std::sqrt(draught / kG);
    EXPECT_NEAR((crossings[2] - crossings[0]) * kTick / 2, period, 0.02 * period);
}

TEST(Water, OneWadesInAndSwimsOn) {
    World world = worldOf(lake());
    bool waded = false;
    go(world, toward(kEast), 30,
       [&](const Walker& walker) { waded = waded || (walker.stance == Stance::standing && walker.submerged > 0.8); });
    EXPECT_TRUE(waded);
    EXPECT_EQ(world.walker().stance, Stance::swimming);
    EXPECT_GT(world.walker().feet.x, 25);
    go(world, toward(kWest), 60);
    EXPECT_EQ(world.walker().stance, Stance::standing);
    EXPECT_LT(world.walker().feet.x, 10);
}

TEST(Water, ASwimmerDivesAndComesUp) {
    World world = worldOf(lake());
    world.place({50, 0, 30});
    go(world, Intent{}, 10);
    Intent dive;
    dive.crouch = true;
    go(world, dive, 6);
    EXPECT_LT(world.walker().feet.y, -3.5);
    go(world, Intent{}, 15);
    EXPECT_GT(world.walker().feet.y, -1.6);
}

TEST(Water, ASwimmerClimbsOutOntoALandingStage) {
    auto scene = lake();
    addThing(*scene, "dock", {preview::boxPrimitive({0, 0.1f, -4}, {6, 0.4f, 4}, 0)}, {40, 0, 30});
    World world = worldOf(scene);
    world.place({37, 0, 30});
    go(world, Intent{}, 6);
    Intent out = toward(kEast);
    out.jump = true;
    go(world, out, 3);
    EXPECT_NEAR(world.walker().feet.y, 0.4, 0.01);
}

TEST(Water, LavaGivesTheWalkerBack) {
    World world = worldOf(lake("lava"));
    double farthest = 0;
    go(world, toward(kEast), 15, [&](const Walker& walker) { farthest = std::max(farthest, walker.feet.x); });
    EXPECT_GE(world.walker().rescues, 1);
    EXPECT_LT(farthest, 10.6);
}

TEST(Water, IceCarries) {
    World world = worldOf(lake("ice"));
    go(world, toward(kEast), 20);
    EXPECT_GT(world.walker().feet.x, 40);
    EXPECT_NEAR(world.walker().feet.y, 0, 1e-3);
}

std::vector<assets::Primitive> highBridge() {
    assets::Primitive ramp;
    preview::addQuad(ramp, {-20, 0, -2}, {-20, 0, 2}, {-12, 3, 2}, {-12, 3, -2});
    preview::addQuad(ramp, {12, 3, -2}, {12, 3, 2}, {20, 0, 2}, {20, 0, -2});
    return {preview::boxPrimitive({-12, 2.7f, -2}, {12, 3, 2}, 0), ramp};
}

TEST(World, ABridgeIsCrossedAndPassedUnder) {
    auto scene = flat();
    addThing(*scene, "bridge", highBridge(), {30, 0, 30});
    World world = worldOf(scene);
    double highest = 0;
    go(world, toward(kEast), 26, [&](const Walker& walker) { highest = std::max(highest, walker.feet.y); });
    EXPECT_NEAR(highest, 3, 0.01);
    EXPECT_GT(world.walker().feet.x, 52);
    World below = worldOf(scene);
    below.place({30, 0, 20});
    go(below, toward(kSouth), 10);
    EXPECT_NEAR(below.walker().feet.z, 40, 0.5);
    EXPECT_NEAR(below.walker().feet.y, 0, 1e-3);
    World above = worldOf(scene);
    above.placeOnMap({30, 30});
    EXPECT_NEAR(above.walker().feet.y, 3, 1e-3);
}

TEST(World, AGateStandsOpenAndAHouseIsShut) {
    for (const std::string category : {"gate", "house"}) {
        auto scene = flat();
        addThing(
            *scene, category,
            {preview::boxPrimitive({0, 0, -3}, {1, 3, -0.8f}, 0), preview::boxPrimitive({0, 0, 0.8f}, {1, 3, 3}, 0),
             preview::boxPrimitive({0.45f, 0, -0.79f}, {0.55f, 2.4f, 0.79f}, 0)},  // the leaf
            {20, 0, 30});
        World world = worldOf(scene);
        go(world, toward(kEast), 12);
        EXPECT_EQ(world.walker().feet.x > 25, category == "gate");
    }
}

TEST(World, CopiesAreTurnedAndScaledAsDrawn) {
    auto scene = flat();
    // 2 m deep and 1 m wide at scale 1; turned by 90 degrees and doubled it is 4 m from west to east.
    addThing(*scene, "house", {preview::boxPrimitive({-0.5f, 0, -1}, {0.5f, 2, 1}, 0)}, {20, 0, 30}, 90, 2);
    World world = worldOf(scene);
    go(world, toward(kEast), 12);
    EXPECT_NEAR(world.walker().feet.x, 20 - 2 - 0.3, 0.01);
}

std::shared_ptr<scene::Scene> withCrate(float side) {
    auto scene = flat();
    addThing(*scene, "crate", {preview::boxPrimitive({-side / 2, 0, -side / 2}, {side / 2, side, side / 2}, 0)},
             {10, 0, 30});
    // boxPrimitive leaves the bottom open; the hull closes it.
    return scene;
}

TEST(World, ACrateIsPushedAlongAndStaysOnTheGround) {
    World world = worldOf(withCrate(0.7f));
    ASSERT_EQ(world.props().size(), 1u);
    EXPECT_FALSE(world.anyPropAwake());
    go(world, toward(kEast), 4.5);
    const Prop crate = world.props()[0];
    EXPECT_GT(crate.origin.x, 11);
    EXPECT_NEAR(crate.origin.y, 0, 0.05);
    EXPECT_LT(world.walker().feet.x, crate.origin.x);
    go(world, Intent{}, 5);
    EXPECT_FALSE(world.anyPropAwake());
}

// Two metres across it weighs 1.4 tonnes: friction holds it with eight kilonewtons.
TEST(World, WhatIsTooHeavyDoesNotBudge) {
    World world = worldOf(withCrate(2));
    go(world, toward(kEast), 8);
    EXPECT_NEAR(world.props()[0].origin.x, 10, 0.02);
    EXPECT_NEAR(world.walker().feet.x, 8.7, 0.05);
}

TEST(World, TheSameIntentsGiveTheSameWalk) {
    const auto walked = [] {
        auto scene = withCrate(0.6f);
        addThing(*scene, "bridge", highBridge(), {30, 0, 30});
        World world = worldOf(scene);
        for (uint64_t i = 0; i < 40; ++i) {
            Intent intent = toward(360 * toUnit(mix(i)));
            intent.run = i % 2 == 0;
            intent.jump = i % 5 == 0;
            go(world, intent, 0.7);
        }
        const Prop crate = world.props()[0];
        return std::tuple(world.walker().feet.x, world.walker().feet.y, world.walker().feet.z, crate.origin.x,
                          crate.origin.z);
    };
    EXPECT_EQ(walked(), walked());
}

// However time is cut into pictures, the ticks are the same.
TEST(World, ThePictureRateDoesNotMatter) {
    World fine = worldOf(flat()), coarse = worldOf(flat());
    int ticks = 0;
    for (int i = 0; i < 240; ++i) ticks += fine.advance(1.0 / 120, toward(kEast));
    for (int i = 0; i < 50; ++i) coarse.advance(0.04, toward(kEast));
    EXPECT_NEAR(ticks, 240, 1);
    EXPECT_NEAR(fine.shown().feet.x, coarse.shown().feet.x, 0.02);
    World stalled = worldOf(flat());
    EXPECT_LE(stalled.advance(5, toward(kEast)), 13);
}

TEST(World, WhatIsShownLiesBetweenTwoTicks) {
    World world = worldOf(flat());
    go(world, toward(kEast), 1);
    world.advance(kTick / 2, toward(kEast));
    const double half = world.shown().feet.x;
    world.advance(kTick / 2, toward(kEast));
    EXPECT_NEAR(world.walker().feet.x - half, 2 * kTick, 0.5 * 2 * kTick + 1e-9);
}

TEST(World, WhoIsPutUnderTheGroundStandsOnIt) {
    World world = worldOf(landscape([](float x) { return x > 20 ? 6.0f : 0.0f; }));
    world.place({30, 1, 30});
    EXPECT_NEAR(world.walker().feet.y, 6, 1e-4);
    world.place({30, 6.3, 30});
    EXPECT_NEAR(world.walker().feet.y, 6, 1e-4);
    world.place({30, 9, 30});
    EXPECT_NEAR(world.walker().feet.y, 9, 1e-9);
}

TEST(World, WithoutGroundThereIsAWord) {
    auto scene = std::make_shared<scene::Scene>();
    const auto world = World::build(scene, {}, Job{});
    ASSERT_FALSE(world.has_value());
    EXPECT_NE(world.error().text.find("no ground"), std::string::npos);
}

}  // namespace
}  // namespace sketchwalk::play
