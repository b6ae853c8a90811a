// Colliders as data in scene.json, for engines whose importers read none from glTF.
#pragma once

#include <nlohmann/json.hpp>

#include "core/scene/Scene.h"

namespace sketchwalk::gltf {

// By asset id, in the scene's order: { "shape": "box", centre, size, yaw } · { "shape": "cylinder", centre, radius,
// height } · { "shape": "hull", points, triangles }. Metres and degrees in the asset's own space. Assets without are
// left out.
nlohmann::ordered_json colliderTable(const scene::Scene& scene, int threads);

}  // namespace sketchwalk::gltf
