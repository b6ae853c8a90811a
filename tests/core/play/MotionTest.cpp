// The walker's mechanics against numbers worked out by hand.
#include "core/play/Motion.h"

#include <algorithm>
#include <cmath>

#include "tests/core/play/Lands.h"

namespace sketchwalk::play {
namespace {

TEST(Motion, StandsWhereTheGroundIs) {
    World world = worldOf(landscape([](float x) { return 3 + 0.2f * x; }));
    EXPECT_EQ(world.walker().stance, Stance::standing);
    EXPECT_NEAR(world.walker().feet.y, 4, 1e-4);
    go(world, Intent{}, 2);
    EXPECT_NEAR(world.walker().feet.y, 4, 1e-4);
    EXPECT_NEAR(world.walker().feet.x, 5, 1e-6);
}

TEST(Motion, WalksAndRunsAtItsSpeed) {
    for (const bool run : {false, true}) {
        World world = worldOf(flat());
        Intent intent = toward(kEast);
        intent.run = run;
        go(world, intent, 1);
        const double from = world.walker().feet.x;
        go(world, intent, 4);
        EXPECT_NEAR((world.walker().feet.x - from) / 4, run ? 5.0 : 2.0, 0.01);
        EXPECT_NEAR(world.walker().feet.z, 30, 1e-6);
    }
}

TEST(Motion, YawAndStrafingFollowTheScenesAxes) {
    const auto goes = [](double yaw, double forward, double right) {
        World world = worldOf(flat());
        Intent intent = toward(yaw, forward);
        intent.right = right;
        go(world, intent, 1);
        return world.walker().feet - glm::dvec3(5, 0, 30);
    };
    EXPECT_GT(goes(kSouth, 1, 0).z, 1.5);
    EXPECT_LT(goes(kNorth, 1, 0).z, -1.5);
    EXPECT_GT(goes(kNorth, 0, 1).x, 1.5);  // right of north is east
    EXPECT_GT(goes(kEast, 0, 1).z, 1.5);   // right of east is south
}

TEST(Motion, AJumpRisesAMetreAndLastsAsLongAsItsParabola) {
    World world = worldOf(flat());
    Intent jump;
    jump.jump = true;
    double highest = 0;
    int inAir = 0;
    go(world, jump, 2, [&](const Walker& walker) {
        highest = std::max(highest, walker.feet.y);
        inAir += walker.stance == Stance::airborne;
    });
    EXPECT_NEAR(highest, 1.0, 0.02);
    EXPECT_NEAR(inAir * kTick, 2 * std::sqrt(2 * 1.0 / kG), 0.02);  // 0.903 s; held down, the key jumps once
}

// With drag that grows with the square of the speed: y = vt^2/g ln cosh(g t / vt).
TEST(Motion, AFallTakesAsLongAsItShould) {
    for (const double height : {2.0, 10.0, 40.0}) {
        auto scene = flat();
        addThing(*scene, "house", {preview::boxPrimitive({-10, 0, -5}, {5, static_cast<float>(height), 5}, 0)},
                 {10, 0, 30});
        World world = worldOf(scene);
        world.placeOnMap({10, 30});
        ASSERT_NEAR(world.walker().feet.y, height, 1e-3);
        int ticks = 0;
        double landing = 0;
        go(world, toward(kEast), 9, [&](const Walker& walker) {
            ticks += walker.stance == Stance::airborne;
            landing = std::max<double>(landing, walker.landing);
        });
        const double vt = 55, wanted = vt / kG * std::acosh(std::exp(kG * height / (vt * vt)));
        EXPECT_NEAR(ticks * kTick, wanted, 0.02 * wanted + kTick) << height;
        EXPECT_NEAR(landing, vt * std::tanh(kG * wanted / vt), 0.02 * landing) << height;
    }
}

TEST(Motion, FortyFourDegreesAreClimbedAndFortySevenAreNot) {
    for (const double degrees : {30.0, 44.0, 46.5, 60.0, 80.0}) {
        const auto rise = static_cast<float>(std::tan(degrees * 3.14159265358979 / 180));
        World world = worldOf(landscape([=](float x) { return std::clamp(x - 20, 0.0f, 10.0f) * rise; }));
        double highest = 0;
        go(world, toward(kEast), 20, [&](const Walker& walker) { highest = std::max(highest, walker.feet.y); });
        if (degrees < 45) {
            EXPECT_NEAR(highest, 10 * rise, 0.01) << degrees;
        } else {
            EXPECT_LT(highest, 0.41) << degrees;
        }
    }
}

// On 50 degrees a body starts with g (sin - mu cos).
TEST(Motion, SlidesDownWhatIsTooSteepAsCoulombSays) {
    const double angle = 55 * 3.14159265358979 / 180;
    const auto rise = static_cast<float>(std::tan(angle));
    World world = worldOf(landscape([=](float x) { return std::clamp(x - 10, 0.0f, 30.0f) * rise; }));
    world.placeOnMap({35, 30});
    EXPECT_EQ(world.walker().stance, Stance::sliding);
    const glm::dvec3 from = world.walker().feet;
    go(world, Intent{}, 1);
    const double a = kG * (std::sin(angle) - 0.3 * std::cos(angle));
    EXPECT_NEAR(glm::distance(world.walker().feet, from), a / 2, 0.02 * a / 2);
    go(world, Intent{}, 6);
    EXPECT_EQ(world.walker().stance, Stance::standing);
    EXPECT_NEAR(world.walker().feet.y, 0, 1e-3);
}

std::shared_ptr<scene::Scene> boxAhead(float height, float depth = 4) {
    auto scene = flat();
    addThing(*scene, "house", {preview::boxPrimitive({0, -1, -5}, {depth, height, 5}, 0)}, {10, 0, 30});
    return scene;
}

TEST(Motion, StepsOfFortyCentimetresAreClimbedAndOfFortyFiveNot) {
    for (const auto& [height, climbed] : {std::pair(0.2f, true), {0.4f, true}, {0.45f, false}, {0.8f, false}}) {
        World world = worldOf(boxAhead(height, 30));
        go(world, toward(kEast), 8);
        EXPECT_NEAR(world.walker().feet.y, climbed ? height : 0, 1e-3) << height;
        if (climbed) continue;
        EXPECT_NEAR(world.walker().feet.x, 9.7, 0.3) << height;  // a radius before it, or its edge under the body
    }
}

TEST(Motion, AWallStopsTheBodyARadiusBeforeItAndLetsItSlideAlong) {
    World world = worldOf(boxAhead(3));
    go(world, toward(kEast), 5);
    EXPECT_NEAR(world.walker().feet.x, 9.7, 0.005);
    EXPECT_NEAR(world.walker().feet.z, 30, 0.01);
    go(world, toward(45), 2);  // south-east: the half of it along the wall
    EXPECT_NEAR(world.walker().feet.x, 9.7, 0.005);
    EXPECT_NEAR(world.walker().feet.z, 30 + 2 * 2 * std::sqrt(0.5), 0.1);
}

TEST(Motion, NobodyGetsThroughAWallHoweverTheyPress) {
    World world = worldOf(boxAhead(3, 0.05f));
    for (int i = 0; i < 40; ++i) {
        Intent intent = toward(60 + 60 * toUnit(mix(static_cast<uint64_t>(i))));
        intent.run = true;
        intent.jump = i % 3 == 0;
        go(world, intent, 0.5,
           [](const Walker& walker) { ASSERT_TRUE(walker.feet.x < 9.71 || std::abs(walker.feet.z - 30) > 5); });
    }
}

TEST(Motion, ALowCeilingIsPassedCrouchedAlone) {
    for (const bool crouch : {false, true}) {
        auto scene = flat();
        addThing(*scene, "house", slab({0, 1.3f, -5}, {6, 3, 5}), {10, 0, 30});
        World world = worldOf(scene);
        Intent intent = toward(kEast);
        intent.crouch = crouch;
        go(world, intent, 8);
        if (crouch) {
            EXPECT_GT(world.walker().feet.x, 10.5);
            intent.crouch = false;
            intent.forward = 0;
            go(world, intent, 1);
            EXPECT_TRUE(world.walker().crouched);  // there is no room to rise
            go(world, toward(kEast), 12);
            EXPECT_FALSE(world.walker().crouched);
        } else {
            EXPECT_LT(world.walker().feet.x, 9.8);
        }
    }
}

TEST(Motion, AJumpUnderACeilingEndsThere) {
    auto scene = flat();
    addThing(*scene, "house", slab({-5, 2, -5}, {5, 2.3f, 5}), {5, 0, 30});
    World world = worldOf(scene);
    world.place({5, 0, 30});
    EXPECT_NEAR(world.walker().feet.y, 0, 1e-6);
    Intent jump;
    jump.jump = true;
    double highest = 0;
    go(world, jump, 1.5, [&](const Walker& walker) { highest = std::max(highest, walker.feet.y); });
    EXPECT_GT(highest, 0.1);
    EXPECT_LT(highest, 0.23);  // 2.0 less 1.8
}

TEST(Motion, TheMapsEdgeHoldsTheWalkerBack) {
    World world = worldOf(flat());
    Intent run = toward(kWest);
    run.run = true;
    go(world, run, 5);
    EXPECT_NEAR(world.walker().feet.x, 0.3, 1e-6);
    EXPECT_NEAR(world.walker().feet.y, 0, 1e-4);
}

TEST(Motion, WhoFallsOutOfTheWorldIsBroughtBack) {
    auto scene = flat();
    // A hole in the ground: the chunk ends at 30 m.
    assets::Primitive half;
    preview::addQuad(half, {0, 0, 0}, {0, 0, 60}, {30, 0, 60}, {30, 0, 0});
    scene->chunks[0].mesh = finished({half});
    World world = worldOf(scene);
    go(world, toward(kEast), 20);
    EXPECT_GE(world.walker().rescues, 1);
    EXPECT_LE(world.walker().feet.x, 30.2);
    EXPECT_GE(world.walker().feet.y, -1);
}

TEST(Motion, AGullyOfTwoSteepSidesIsNoTrap) {
    World world = worldOf(landscape([](float x) { return 2.0f * std::abs(x - 30); }));
    world.placeOnMap({31, 30});
    go(world, Intent{}, 4);
    EXPECT_EQ(world.walker().stance, Stance::standing);
    go(world, toward(kSouth), 4);
    EXPECT_GT(world.walker().feet.z, 33);
}

}  // namespace
}  // namespace sketchwalk::play
