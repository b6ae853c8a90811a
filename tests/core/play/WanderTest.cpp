// Someone who runs, jumps, dives and crouches about without sense in whole worlds: whatever they do, they stay in them.
#include <gtest/gtest.h>

#include <cmath>
#include <glm/geometric.hpp>

#include "core/base/Hash.h"
#include "core/pipeline/Pipeline.h"
#include "core/play/Surface.h"
#include "core/play/World.h"
#include "core/scene/TerrainMesh.h"
#include "core/sketch/Read.h"

namespace sketchwalk::play {
namespace {

constexpr int kMinutes = 4;
constexpr double kMiss = 0.02;  // metres

Intent whim(uint64_t seed, uint64_t beat) {
    const uint64_t bits = randomBits(seed, "whim", beat);
    Intent intent;
    intent.yaw = 360 * toUnit(mix(bits));
    intent.forward = 1;
    intent.right = 2 * toUnit(mix(bits + 1)) - 1;
    intent.run = bits % 2 == 0;
    intent.jump = bits % 3 == 0;
    intent.crouch = bits % 7 == 0;
    return intent;
}

class Wander : public ::testing::TestWithParam<const char*> {};

TEST_P(Wander, NobodyFallsThroughSinksInOrGetsStuck) {
    const auto resources = pipeline::Resources::load(2);
    ASSERT_TRUE(resources.has_value());
    const auto sketch = sketch::read(
        std::string(SKETCHWALK_SOURCE_DIR "/resources/samples/") + GetParam() + ".sketch.json", resources->catalogue);
    ASSERT_TRUE(sketch.has_value());
    Job job;
    job.threads = 2;
    const auto made = pipeline::generate(sketch->sketch, *resources, {256}, job);
    ASSERT_TRUE(made.has_value());
    const scene::Scene& scene = *made->scene;
    auto world = World::build(made->scene, {}, job);
    ASSERT_TRUE(world.has_value());
    const Surface surface(scene);
    const scene::TerrainMesh drawn(*scene.ground, 2);
    glm::dvec3 anchor = world->walker().feet;
    double still = 0, longest = 0;
    for (int tick = 0; tick < kMinutes * 60 * kTicksPerSecond; ++tick) {
        // Another whim every second; now and then set down somewhere else, so that all kinds of ground are met.
        const auto beat = static_cast<uint64_t>(tick / kTicksPerSecond);
        if (tick % (30 * kTicksPerSecond) == 0) {
            world->placeOnMap({scene.extent.x * randomUnit(3, "x", beat), scene.extent.y * randomUnit(3, "y", beat)});
            anchor = world->walker().feet;
            still = 0;
        }
        world->tick(whim(5, beat));
        const Walker& walker = world->walker();
        ASSERT_TRUE(std::isfinite(glm::length(walker.feet) + glm::length(walker.velocity))) << tick;
        ASSERT_GE(walker.feet.x, 0);
        ASSERT_LE(walker.feet.x, scene.extent.x);
        ASSERT_GE(walker.feet.z, 0);
        ASSERT_LE(walker.feet.z, scene.extent.y);
        still += kTick;
        if (glm::distance(walker.feet, anchor) > 0.5) {
            anchor = walker.feet;
            longest = std::max(longest, still);
            still = 0;
        }
        if (tick % 4 != 0) continue;
        ASSERT_GT(walker.feet.y, drawn.heightAt({walker.feet.x, walker.feet.z}) - kMiss)
            << tick << " at " << walker.feet.x << " " << walker.feet.z;
        if (walker.stance == Stance::standing && !walker.onProp && tick % 12 == 0) {
            const double gap = surface.distance(walker.feet, 2);
            ASSERT_LT(gap, 0.3) << tick << " at " << walker.feet.x << " " << walker.feet.y << " " << walker.feet.z
                                << ", stance " << static_cast<int>(walker.stance) << ", ground "
                                << scene.ground->heightAt({walker.feet.x, walker.feet.z});
        }
    }
    EXPECT_LT(longest, 10) << "with ten changes of mind";
}

INSTANTIATE_TEST_SUITE_P(Samples, Wander, ::testing::Values("village", "island", "river-valley", "mountain-pass"),
                         [](const auto& sample) {
                             std::string name = sample.param;
                             std::erase(name, '-');
                             return name;
                         });

}  // namespace
}  // namespace sketchwalk::play
