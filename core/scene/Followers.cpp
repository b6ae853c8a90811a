#include "core/base/Hash.h"
#include "core/scene/Scene.h"

namespace sketchwalk::scene {

uint64_t followerId(const Route& route) {
    return combine(hashText("follower"), static_cast<uint64_t>(route.stroke));
}

std::vector<InstanceGroup> followersAt(const Scene& scene, double seconds) {
    std::vector<InstanceGroup> groups;
    for (const Route& route : scene.routes) {
        if (route.asset < 0 || route.track.keys.empty()) continue;
        const TrackPose pose = poseAt(route.track, seconds);
        InstanceGroup group;
        group.asset = route.asset;
        group.instances.push_back({followerId(route), route.stroke, pose.position, pose.yaw, 1});
        groups.push_back(std::move(group));
    }
    return groups;
}

}  // namespace sketchwalk::scene
