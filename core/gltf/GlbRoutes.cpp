#include "core/gltf/GlbRoutes.h"

#include <array>
#include <string>

#include "core/base/Trig.h"
#include "core/gltf/Numbers.h"

namespace sketchwalk::gltf {
namespace {

constexpr double kFieldOfView = 0.9;  // radians, upright: 52 degrees
constexpr double kNear = 0.1;         // metres

using Turn = std::array<double, 4>;  // x, y, z, w

// glTF's cameras look along -Z, everything else's front along +Z.
Turn turnOf(const scene::TrackPose& pose, bool camera) {
    const double yaw = exact::radians(pose.yaw + (camera ? 180.0 : 0.0)) / 2;
    const double pitch = camera ? exact::radians(pose.pitch) / 2 : 0;
    const double sy = exact::sin(yaw), cy = exact::cos(yaw), sp = exact::sin(pitch), cp = exact::cos(pitch);
    return {cy * sp, sy * cp, -sy * sp, cy * cp};
}

Json animationOf(const scene::Track& track, bool camera, int node, const std::string& name, GlbBinary& binary) {
    std::vector<float> times, places, turns;
    Turn before{};
    for (const scene::TrackKey& key : track.keys) {
        times.push_back(key.seconds);
        places.insert(places.end(), {key.pose.position.x, key.pose.position.y, key.pose.position.z});
        Turn turn = turnOf(key.pose, camera);
        double cosine = 0;
        for (size_t k = 0; k < 4; ++k) cosine += turn[k] * before[k];
        if (cosine < 0) {  // the same turn, the shorter way from the one before
            for (double& part : turn) part = -part;
        }
        for (const double part : turn) turns.push_back(static_cast<float>(part));
        before = turn;
    }
    const int input = binary.addNumbers(std::move(times), 1);
    Json samplers = Json::array(), channels = Json::array();
    const auto channel = [&](const char* path, std::vector<float> values, int width) {
        samplers.push_back(
            {{"input", input}, {"interpolation", "LINEAR"}, {"output", binary.addNumbers(std::move(values), width)}});
        channels.push_back({{"sampler", samplers.size() - 1}, {"target", {{"node", node}, {"path", path}}}});
    };
    channel("translation", std::move(places), 3);
    channel("rotation", std::move(turns), 4);
    return {{"name", name}, {"channels", std::move(channels)}, {"samplers", std::move(samplers)}};
}

}  // namespace

RouteParts addRoutes(const scene::Scene& scene, const std::vector<AssetMeshes>& assets, const Profile& profile,
                     GlbBinary& binary, const std::function<int(Json)>& addNode) {
    RouteParts parts;
    const double far = 2 * std::max(scene.extent.x, scene.extent.y) + 1000;
    for (size_t i = 0; i < scene.routes.size(); ++i) {
        const scene::Route& route = scene.routes[i];
        if (route.line.empty()) continue;
        const std::string number = std::to_string(i + 1);
        Json points = Json::array();
        for (const glm::vec3& p : route.line) points.push_back(vectorJson(p));
        parts.nodes.push_back(addNode({{"name", "Route_" + number},
                                       {"translation", vectorJson(route.line.front())},
                                       {"extras",
                                        {{"kind", "route"},
                                         {"stroke", route.stroke},
                                         {"follower", route.follower},
                                         {"points", std::move(points)}}}}));
        if (route.track.keys.empty()) continue;
        const bool camera = route.asset < 0;
        const int mesh = camera ? -1 : assets[static_cast<size_t>(route.asset)].mesh;
        if (!camera && mesh < 0) continue;
        const scene::TrackPose start = route.track.keys.front().pose;
        const Turn turn = turnOf(start, camera);
        const std::string name = route.follower + "_on_route_" + number;
        Json node{{"name", name}};
        if (camera) {
            parts.cameras.push_back({{"name", name},
                                     {"type", "perspective"},
                                     {"perspective", {{"yfov", kFieldOfView}, {"znear", kNear}, {"zfar", far}}}});
            node["camera"] = parts.cameras.size() - 1;
        } else {
            node["mesh"] = mesh;
        }
        node["translation"] = vectorJson(start.position);
        node["rotation"] = quaternionJson(turn[0], turn[1], turn[2], turn[3]);
        node["extras"] = {{"kind", "follower"},
                          {"category", route.follower},
                          {"route", "Route_" + number},
                          {"stroke", route.stroke},
                          {"seconds", rounded(route.track.duration(), 1000)},
                          {"arrival", rounded(route.track.arrival, 1000)}};
        parts.nodes.push_back(addNode(std::move(node)));
        if (route.track.keys.size() < 2) continue;
        // Godot's importer makes it start anew by the ending of its name.
        const char* ending = profile.colliders == ColliderScheme::nodeSuffixes ? "-loop" : "";
        parts.animations.push_back(animationOf(route.track, camera, parts.nodes.back(), name + ending, binary));
    }
    return parts;
}

}  // namespace sketchwalk::gltf
