// The nodes of a GLB's objects: thousands, so they are turned into text side by side.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/base/Job.h"
#include "core/scene/Scene.h"

namespace sketchwalk::gltf {

// What an asset became in the file: numbers of glTF meshes.
struct AssetMeshes {
    int mesh = -1;            // -1: the asset is not in the file
    std::vector<int> levels;  // simpler ones, for MSFT_lod
    int body = -1;            // Godot: all collision shapes in one mesh
    std::vector<int> hulls;   // Unreal: one mesh each
};

struct ObjectTexts {
    std::vector<std::string> pieces;  // each node's JSON with a comma before it, in order
    std::vector<int> objects;         // numbers of the objects' own nodes
    std::vector<int> levels;          // numbers of the nodes of their simpler levels
};

nlohmann::ordered_json objectNode(const scene::Asset& asset, const scene::Instance& instance, int mesh,
                                  std::string name);

// All objects of the scene; the first node gets the number `first`. A body is a child of its object; an asset's hulls
// are children of its first object; simpler levels stand apart, since each viewer puts them where it wants.
ObjectTexts objectTexts(const scene::Scene& scene, const std::vector<AssetMeshes>& assets, int first, const Job& job);

}  // namespace sketchwalk::gltf
