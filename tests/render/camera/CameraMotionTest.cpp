#include "render/camera/CameraMotion.h"

#include <gtest/gtest.h>

#include <glm/geometric.hpp>

#include "render/camera/Lens.h"

namespace sketchwalk::render {
namespace {

CameraMotion over(float height = 0) {
    CameraMotion motion;
    motion.setGround([height](float, float) { return height; }, {0, height, 0}, {200, height + 1, 200});
    CameraPose pose;
    pose.eye = {100, 50, 150};
    pose.yaw = 180;
    pose.pitch = -45;
    pose.distance = std::sqrt(2.0f) * 50;
    motion.setPose(pose);
    return motion;
}

void settle(CameraMotion& motion) {
    for (int i = 0; i < 300 && motion.advance(0.02f); ++i) {
    }
}

TEST(CameraMotion, OrbitingKeepsWhatIsLookedAtAndHowFarItIs) {
    CameraMotion motion = over();
    const glm::vec3 target = motion.pose().target();
    EXPECT_NEAR(target.z, 100, 1e-3);
    motion.drag(Drag::turn, {0.3f, 0.05f});
    settle(motion);
    EXPECT_LT(glm::distance(motion.pose().target(), target), 0.05f);
    EXPECT_NEAR(motion.pose().distance, std::sqrt(2.0f) * 50, 0.05f);
    EXPECT_NE(motion.pose().yaw, 180);
}

TEST(CameraMotion, ArrivesWithinAThirdOfASecond) {
    CameraMotion motion = over();
    CameraPose goal = motion.pose();
    goal.eye.x += 40;
    motion.glideTo(goal);
    for (int i = 0; i < 20; ++i) motion.advance(1.0f / 60);
    EXPECT_LT(std::abs(motion.pose().eye.x - goal.eye.x), 0.5f);
    settle(motion);
    EXPECT_FALSE(motion.isMoving());
    EXPECT_EQ(motion.pose(), goal);
}

TEST(CameraMotion, ZoomingGoesTowardThePointUnderThePointer) {
    CameraMotion motion = over();
    const glm::vec3 point(120, 0, 90);
    const Lens before{motion.pose(), 800, 600};
    motion.zoom(3, point);
    settle(motion);
    const Lens after{motion.pose(), 800, 600};
    ASSERT_TRUE(before.project(point) && after.project(point));
    EXPECT_LT(glm::distance(*before.project(point), *after.project(point)), 1.0f);  // stays under the pointer
    EXPECT_LT(motion.pose().distance, before.pose.distance * 0.7f);
}

TEST(CameraMotion, TheEyeStaysOverTheGround) {
    CameraMotion motion = over(20);
    motion.setMode(CameraMode::fly);
    CameraPose pose = motion.pose();
    pose.eye = {100, 21, 100};
    pose.pitch = -80;
    motion.setPose(pose);
    Steering keys;
    keys.forward = 1;
    for (int i = 0; i < 60; ++i) {
        motion.steer(keys, 0.05f);
        motion.advance(0.05f);
        EXPECT_GE(motion.pose().eye.y, 20.3f);
    }
}

TEST(CameraMotion, FromAboveNorthIsUp) {
    CameraMotion motion = over();
    motion.drag(Drag::turn, {0.3f, 0});
    motion.setMode(CameraMode::topDown);
    settle(motion);
    const Lens lens{motion.pose(), 800, 600};
    const auto north = lens.project({100, 0, 80}), south = lens.project({100, 0, 120}),
               east = lens.project({120, 0, 100});
    ASSERT_TRUE(north && south && east);
    EXPECT_LT(north->y, south->y);
    EXPECT_GT(east->x, north->x);
    EXPECT_NEAR(north->x, south->x, 0.5);
}

TEST(CameraMotion, FramingShowsTheWholeBox) {
    CameraMotion motion = over();
    const glm::vec3 low(10, 0, 20), high(90, 15, 60);
    for (const float aspect : {0.6f, 1.0f, 2.2f}) {
        const Lens lens{motion.framing(low, high, aspect), 600 * aspect, 600};
        float widest = 0;
        for (int corner = 0; corner < 8; ++corner) {
            const auto at = lens.project(
                {(corner & 1) ? high.x : low.x, (corner & 2) ? high.y : low.y, (corner & 4) ? high.z : low.z});
            ASSERT_TRUE(at);
            EXPECT_GE(at->x, 0);
            EXPECT_LE(at->x, lens.width);
            EXPECT_GE(at->y, 0);
            EXPECT_LE(at->y, lens.height);
            widest = std::max({widest, std::abs(at->x / lens.width - 0.5f), std::abs(at->y / lens.height - 0.5f)});
        }
        EXPECT_GT(widest, 0.4f);  // and fills it
    }
}

TEST(Lens, RaysAndProjectionAreInverse) {
    const Lens lens{over().pose(), 1280, 720};
    for (const glm::vec2 pixel : {glm::vec2(640, 360), glm::vec2(10, 20), glm::vec2(1200, 700)}) {
        const Ray ray = lens.ray(pixel);
        const auto back = lens.project(ray.origin + ray.direction * 37.0f);
        ASSERT_TRUE(back);
        EXPECT_LT(glm::distance(*back, pixel), 0.01f);
    }
    EXPECT_FALSE(lens.project(lens.pose.eye - lens.pose.forward()));
}

}  // namespace
}  // namespace sketchwalk::render
