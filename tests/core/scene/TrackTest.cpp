#include "core/scene/Track.h"

#include <gtest/gtest.h>

#include <cmath>
#include <glm/geometric.hpp>

namespace sketchwalk::scene {
namespace {

Track square() {
    Track track;
    track.keys = {{0, {{0, 0, 0}, 350, 0}}, {2, {{4, 0, 0}, 10, 0}}, {4, {{4, 2, 4}, 10, 10}}};
    return track;
}

TEST(Track, RunsEvenlyBetweenKeysAndTurnsTheShorterWay) {
    const TrackPose pose = poseAt(square(), 1);
    EXPECT_EQ(pose.position, glm::vec3(2, 0, 0));
    EXPECT_NEAR(std::fmod(pose.yaw + 360, 360.0), 0, 1e-4);
    EXPECT_NEAR(poseAt(square(), 3).pitch, 5, 1e-5);
}

TEST(Track, StartsAnewAfterItsEndAndBeforeItsBeginning) {
    const Track track = square();
    EXPECT_EQ(poseAt(track, 5), poseAt(track, 1));
    EXPECT_EQ(poseAt(track, -3), poseAt(track, 1));
}

TEST(Track, OneKeyStandsStill) {
    Track track;
    track.keys = {{0, {{1, 2, 3}, 40, 0}}};
    EXPECT_EQ(poseAt(track, 77), track.keys[0].pose);
}

TEST(Track, ThinnedItMovesTheSame) {
    Track track;
    for (int i = 0; i <= 1000; ++i) {
        const float t = static_cast<float>(i) * 0.1f;
        track.keys.push_back({t, {{t, std::sin(t) * 2, t < 40 ? 0 : t - 40}, t < 40 ? 90.0f : 45.0f, 0}});
    }
    const Track thin = thinned(track, 0.05, 1);
    EXPECT_LT(thin.keys.size(), 300u);
    EXPECT_EQ(thin.duration(), track.duration());
    for (const TrackKey& key : track.keys) {
        if (key.seconds == track.duration()) continue;
        const TrackPose pose = poseAt(thin, key.seconds);
        EXPECT_LE(glm::distance(pose.position, key.pose.position), 0.051f) << key.seconds;
        EXPECT_LE(std::abs(turnBetween(pose.yaw, key.pose.yaw)), 1.01) << key.seconds;
    }
}

}  // namespace
}  // namespace sketchwalk::scene
