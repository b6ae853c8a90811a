// Where somebody is at any moment: a pure function of time, for files, pictures, the window and the walkable world
// alike.
#pragma once

#include <glm/vec3.hpp>
#include <vector>

namespace sketchwalk::scene {

struct TrackPose {
    glm::vec3 position{0};  // metres: where the asset's origin is; a camera's eye
    float yaw = 0;          // degrees about +Y: the front looks that way
    float pitch = 0;        // degrees above level that a camera looks
    bool operator==(const TrackPose&) const = default;
};

struct TrackKey {
    float seconds = 0;
    TrackPose pose;
    bool operator==(const TrackKey&) const = default;
};

// Keys in order of their seconds, the first at 0; between two all runs evenly, angles the shorter way. After the last
// it starts anew. One key: it stays there.
struct Track {
    std::vector<TrackKey> keys;
    float arrival = 0;  // seconds: when the drawn way's end is reached; what comes later is the way back
    float duration() const { return keys.empty() ? 0 : keys.back().seconds; }
    bool operator==(const Track&) const = default;
};

// At any time, also before 0. The track must have a key.
TrackPose poseAt(const Track& track, double seconds);

// The same motion with as few keys as keep it within these distances of the given one.
Track thinned(const Track& track, double metres, double degrees);

// Degrees from one angle to another, the shorter way: -180..180.
double turnBetween(double from, double to);

}  // namespace sketchwalk::scene
