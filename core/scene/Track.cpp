#include "core/scene/Track.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace sketchwalk::scene {
namespace {

constexpr size_t kLongest = 256;  // keys that one stretch may stand for

TrackPose between(const TrackKey& a, const TrackKey& b, double seconds) {
    const double length = static_cast<double>(b.seconds) - a.seconds;
    const auto share = static_cast<float>(length > 0 ? std::clamp((seconds - a.seconds) / length, 0.0, 1.0) : 1.0);
    TrackPose pose;
    pose.position = a.pose.position + (b.pose.position - a.pose.position) * share;
    pose.yaw = a.pose.yaw + static_cast<float>(turnBetween(a.pose.yaw, b.pose.yaw)) * share;
    pose.pitch = a.pose.pitch + (b.pose.pitch - a.pose.pitch) * share;
    return pose;
}

bool standsFor(const std::vector<TrackKey>& keys, size_t from, size_t to, double metres, double degrees) {
    for (size_t i = from + 1; i < to; ++i) {
        const TrackPose pose = between(keys[from], keys[to], keys[i].seconds);
        const glm::vec3 off = pose.position - keys[i].pose.position;
        if (glm::dot(off, off) > metres * metres) return false;
        if (std::abs(turnBetween(pose.yaw, keys[i].pose.yaw)) > degrees) return false;
        if (std::abs(pose.pitch - keys[i].pose.pitch) > degrees) return false;
    }
    return std::abs(turnBetween(keys[from].pose.yaw, keys[to].pose.yaw)) < 100;  // never the other way round
}

}  // namespace

double turnBetween(double from, double to) {
    const double turn = std::fmod(to - from, 360.0);
    return turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
}

TrackPose poseAt(const Track& track, double seconds) {
    const double length = track.duration();
    if (track.keys.size() < 2 || !(length > 0)) return track.keys.front().pose;
    double at = std::fmod(seconds, length);
    if (at < 0) at += length;
    const auto next = std::upper_bound(track.keys.begin(), track.keys.end(), at,
                                       [](double time, const TrackKey& key) { return time < key.seconds; });
    if (next == track.keys.begin()) return next->pose;
    if (next == track.keys.end()) return track.keys.back().pose;
    return between(*(next - 1), *next, at);
}

Track thinned(const Track& track, double metres, double degrees) {
    Track thin;
    thin.arrival = track.arrival;
    for (size_t from = 0; from < track.keys.size();) {
        thin.keys.push_back(track.keys[from]);
        size_t to = from + 1;
        while (to + 1 < track.keys.size() && to - from < kLongest &&
               standsFor(track.keys, from, to + 1, metres, degrees))
            ++to;
        from = to;
    }
    return thin;
}

}  // namespace sketchwalk::scene
