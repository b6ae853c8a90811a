// Routes in a GLB: a node that holds the drawn line, and beside it whoever goes along it, with an animation that starts
// anew at its end. A camera is a glTF camera.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/gltf/GlbBinary.h"
#include "core/gltf/GlbObjects.h"
#include "core/gltf/Profile.h"
#include "core/scene/Scene.h"

namespace sketchwalk::gltf {

struct RouteParts {
    std::vector<int> nodes;  // in the order of the routes: the line, then who follows it
    Json animations = Json::array(), cameras = Json::array();
};

// `addNode` takes a node and returns its number. Call after the last primitive was added to the binary.
RouteParts addRoutes(const scene::Scene& scene, const std::vector<AssetMeshes>& assets, const Profile& profile,
                     GlbBinary& binary, const std::function<int(Json)>& addNode);

}  // namespace sketchwalk::gltf
