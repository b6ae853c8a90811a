#include "core/play/Surface.h"

#include "core/play/Bot.h"
#include "tests/core/play/Lands.h"

namespace sketchwalk::play {
namespace {

TEST(Surface, DistancesToATriangleAreRightOverFaceEdgeAndCorner) {
    const glm::dvec3 a(0, 0, 0), b(3, 0, 0), c(0, 0, 4);
    EXPECT_NEAR(distanceToTriangle({1, 2, 1}, a, b, c), 2, 1e-12);
    EXPECT_NEAR(distanceToTriangle({1, 3, -4}, a, b, c), 5, 1e-12);
    EXPECT_NEAR(distanceToTriangle({6, 4, 0}, a, b, c), 5, 1e-12);
    EXPECT_NEAR(distanceToTriangle({-3, 0, -4}, a, b, c), 5, 1e-12);
    // (3, 4) lies 12 / 5 beyond the long side.
    EXPECT_NEAR(distanceToTriangle({3, 0, 4}, a, b, c), 2.4, 1e-12);
}

TEST(Surface, SeesGroundIceAndWhatIsBuiltButNoLeavesAndNoWater) {
    auto scene = flat();
    addWater(*scene, "lake", 5, 0, 60);
    addWater(*scene, "ice", 8, 0, 20);
    addThing(*scene, "house", {preview::boxPrimitive({-1, 0, -1}, {1, 3, 1}, 0)}, {40, 0, 30}, 45, 2);
    addThing(*scene, "tree", {preview::boxPrimitive({-1, 0, -1}, {1, 3, 1}, 0)}, {50, 0, 50});
    const Surface surface(*scene);
    EXPECT_NEAR(surface.distance({30, 5, 30}, 9), 5, 1e-6);
    EXPECT_NEAR(surface.distance({10, 7, 30}, 9), 1, 1e-6);
    EXPECT_NEAR(surface.distance({40, 6.5, 30}, 9), 0.5, 1e-6);
    // The turned box, doubled, reaches 2 sqrt(2) to the east.
    EXPECT_NEAR(surface.distance({40 + 2 * 1.41421356 + 0.5, 3, 30}, 9), 0.5, 1e-5);
    EXPECT_NEAR(surface.distance({50, 3, 50}, 9), 3, 1e-6);
    EXPECT_NEAR(surface.distance({30, 5, 30}, 2), 2, 1e-12);
}

TEST(Bot, FollowsCornersAndCountsWhatItWalked) {
    World world = worldOf(flat());
    const Surface surface(world.scene());
    Bot bot(world, surface);
    EXPECT_TRUE(bot.follow({{5, 0, 30}, {25, 0, 30}, {25, 0, 50}}, false, {}));
    EXPECT_NEAR(bot.figures().metres, 40, 1);
    EXPECT_NEAR(bot.figures().seconds, 20, 1);
    EXPECT_LT(bot.figures().maxStuck, 0.5);
    EXPECT_LT(bot.figures().maxGap, 1e-3);
    EXPECT_EQ(bot.figures().tickMs.size(), static_cast<size_t>(std::lround(bot.figures().seconds / kTick)));
}

TEST(Bot, NotesThatAWallStopsIt) {
    auto scene = flat();
    addThing(*scene, "house", {preview::boxPrimitive({0, 0, -30}, {1, 3, 30}, 0)}, {15, 0, 30});
    World world = worldOf(scene);
    const Surface surface(*scene);
    Bot bot(world, surface);
    EXPECT_FALSE(bot.follow({{5, 0, 30}, {25, 0, 30}}, true, {}));
    EXPECT_GT(bot.figures().maxStuck, 9);
    EXPECT_NEAR(bot.figures().stuckAt.x, 14.7, 0.4);
}

TEST(Bot, LooksForAnotherWayAndStillCountsWhatItStood) {
    auto scene = flat();
    addThing(*scene, "house", {preview::boxPrimitive({0, 0, -5}, {1, 3, 5}, 0)}, {15, 0, 30});
    World world = worldOf(scene);
    const Surface surface(*scene);
    Bot bot(world, surface);
    int asked = 0;
    const auto ways = [&](const glm::vec3& from) -> std::vector<glm::vec3> {
        if (++asked <= 2) return {from, {25, 0, 30}};  // through the wall, twice
        return {from, {12, 0, 20}, {25, 0, 20}, {25, 0, 30}};
    };
    EXPECT_TRUE(bot.find(ways, false, {}));
    EXPECT_EQ(asked, 3);
    EXPECT_GT(bot.figures().maxStuck, 3.5);  // of both times together: another way alone is no getting on
    Bot other(world, surface);
    EXPECT_FALSE(other.find([](const glm::vec3&) { return std::vector<glm::vec3>{}; }, false, {}));
}

// The judge sees what the walker stands on without being drawn: here the ground is drawn half a metre lower.
TEST(Bot, NotesThatFeetHangInTheAir) {
    World world = worldOf(flat());
    const auto lower = landscape([](float x) { return x > 15 ? -0.5f : 0.0f; });
    const Surface surface(*lower);
    Bot bot(world, surface);
    EXPECT_TRUE(bot.follow({{5, 0, 30}, {25, 0, 30}}, false, {}));
    EXPECT_NEAR(bot.figures().maxGap, 0.5, 1e-3);
    EXPECT_GT(bot.figures().gapAt.x, 15);
}

TEST(Bot, StopsWhenAsked) {
    World world = worldOf(flat());
    const Surface surface(world.scene());
    Bot bot(world, surface);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(bot.follow({{5, 0, 30}, {25, 0, 30}}, false, stop.get_token()));
    EXPECT_EQ(bot.figures().metres, 0);
}

}  // namespace
}  // namespace sketchwalk::play
