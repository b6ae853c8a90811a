#include "core/gltf/GlbObjects.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/assets/LevelOfDetail.h"
#include "core/base/Parallel.h"
#include "core/gltf/NodeNames.h"
#include "core/gltf/Numbers.h"

namespace sketchwalk::gltf {
namespace {

constexpr int kNodesAtOnce = 256;

struct Item {
    const scene::Asset* asset;
    const scene::Instance* instance;
    const AssetMeshes* meshes;
    std::string name;
    int node;         // its number
    bool firstOfAll;  // of its asset
};

void placed(Json& node, const scene::Instance& instance) {
    node["translation"] = vectorJson(instance.position);
    if (instance.yaw != 0) node["rotation"] = yawJson(instance.yaw);
    if (const double scale = rounded(instance.scale, 1e4); scale != 1)
        node["scale"] = Json::array({scale, scale, scale});
}

int nodesOf(const Item& item) {
    const AssetMeshes& meshes = *item.meshes;
    return 1 + (meshes.body >= 0 ? 1 : 0) + static_cast<int>(meshes.levels.size()) +
           (item.firstOfAll ? static_cast<int>(meshes.hulls.size()) : 0);
}

// The object's node and those that go with it.
std::string textOf(const Item& item) {
    const AssetMeshes& meshes = *item.meshes;
    Json node = objectNode(*item.asset, *item.instance, meshes.mesh, item.name);
    std::vector<Json> more;
    Json children = Json::array();
    const auto number = [&] { return item.node + 1 + static_cast<int>(more.size()); };
    if (meshes.body >= 0) {
        children.push_back(number());
        more.push_back({{"name", item.name + "_body-colonly"}, {"mesh", meshes.body}});
    }
    for (size_t i = 0; item.firstOfAll && i < meshes.hulls.size(); ++i) {
        children.push_back(number());
        more.push_back(
            {{"name", "UCX_" + item.asset->id + (i < 10 ? "_0" : "_") + std::to_string(i)}, {"mesh", meshes.hulls[i]}});
    }
    if (!children.empty()) node["children"] = std::move(children);
    if (!meshes.levels.empty()) {
        Json ids = Json::array(), shares = Json::array({assets::kScreenShares[0]});
        for (size_t i = 0; i < meshes.levels.size(); ++i) {
            ids.push_back(number());
            shares.push_back(i + 1 < meshes.levels.size() ? assets::kScreenShares[i + 1] : assets::kScreenShares[2]);
            Json level{{"name", item.name + "_LOD" + std::to_string(i + 1)}, {"mesh", meshes.levels[i]}};
            placed(level, *item.instance);
            more.push_back(std::move(level));
        }
        node["extensions"] = {{"MSFT_lod", {{"ids", std::move(ids)}}}};
        node["extras"]["MSFT_screencoverage"] = std::move(shares);
    }
    std::string text = "," + node.dump();
    for (const Json& one : more) text += "," + one.dump();
    return text;
}

}  // namespace

Json objectNode(const scene::Asset& asset, const scene::Instance& instance, int mesh, std::string name) {
    Json node{{"name", std::move(name)}, {"mesh", mesh}};
    placed(node, instance);
    node["extras"] = {{"kind", "object"}, {"category", asset.category}};
    node["extras"]["stroke"] = instance.stroke ? Json(*instance.stroke) : Json(nullptr);
    node["extras"]["asset"] = asset.id;
    return node;
}

ObjectTexts objectTexts(const scene::Scene& scene, const std::vector<AssetMeshes>& assets, int first, const Job& job) {
    std::vector<Item> items;
    std::vector<bool> seen(assets.size(), false);
    ObjectTexts texts;
    NodeNames names;
    for (const scene::InstanceGroup& group : scene.groups) {
        const auto index = static_cast<size_t>(group.asset);
        if (assets[index].mesh < 0) continue;
        const scene::Asset& asset = scene.assets[index];
        for (const scene::Instance& instance : group.instances) {
            items.push_back(
                {&asset, &instance, &assets[index], names.name(asset.category, instance.id), first, !seen[index]});
            seen[index] = true;
            texts.objects.push_back(first);
            const int end = first + nodesOf(items.back());
            for (int level = static_cast<int>(assets[index].levels.size()); level > 0; --level)
                texts.levels.push_back(end - level);
            first = end;
        }
    }
    const int count = static_cast<int>(items.size());
    texts.pieces.resize(static_cast<size_t>((count + kNodesAtOnce - 1) / kNodesAtOnce));
    parallelFor(job.threads, static_cast<int>(texts.pieces.size()), [&](int piece) {
        const int last = std::min(count, (piece + 1) * kNodesAtOnce);
        for (int i = piece * kNodesAtOnce; i < last && !job.stopped(); ++i)
            texts.pieces[static_cast<size_t>(piece)] += textOf(items[static_cast<size_t>(i)]);
    });
    return texts;
}

}  // namespace sketchwalk::gltf
