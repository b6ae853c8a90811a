#include "core/gltf/GlbAssets.h"

#include "core/assets/Collider.h"
#include "core/assets/LevelOfDetail.h"
#include "core/base/Parallel.h"

namespace sketchwalk::gltf {
namespace {

void append(assets::Primitive& to, const assets::ConvexHull& hull) {
    const auto first = static_cast<uint32_t>(to.positions.size());
    to.positions.insert(to.positions.end(), hull.points.begin(), hull.points.end());
    for (const uint32_t corner : hull.triangles) to.indices.push_back(first + corner);
}

std::vector<assets::Mesh> hullsOf(const scene::Asset& asset, bool together) {
    std::vector<assets::Mesh> meshes;
    for (const auto& shape : assets::colliderOf(*asset.mesh, assets::solidityOf(asset.category))) {
        if (meshes.empty() || !together) {
            meshes.emplace_back();
            meshes.back().primitives.emplace_back();
        }
        append(meshes.back().primitives.front(), assets::hullOf(shape));
    }
    return meshes;
}

}  // namespace

std::vector<AssetShapes> assetShapes(const scene::Scene& scene, const assets::PaletteAtlas& palette,
                                     const Profile& profile, const Job& job) {
    std::vector<AssetShapes> all(scene.assets.size());
    for (const scene::InstanceGroup& group : scene.groups) {
        AssetShapes& shapes = all[static_cast<size_t>(group.asset)];
        shapes.used = shapes.used || !group.instances.empty();
    }
    std::vector<bool> standing(all.size());
    for (size_t i = 0; i < all.size(); ++i) standing[i] = all[i].used;
    for (const scene::Route& route : scene.routes) {
        if (route.asset >= 0 && !route.track.keys.empty()) all[static_cast<size_t>(route.asset)].used = true;
    }
    parallelFor(job.threads, static_cast<int>(all.size()), [&](int i) {
        AssetShapes& shapes = all[static_cast<size_t>(i)];
        if (!shapes.used || job.stopped()) return;
        const scene::Asset& asset = scene.assets[static_cast<size_t>(i)];
        shapes.mesh = palette.merged(*asset.mesh);
        if (!standing[static_cast<size_t>(i)]) return;  // what walks about is one mesh, and nobody stands on it
        if (profile.levels) {
            for (const assets::Mesh& level : assets::levelsOfDetail(*asset.mesh))
                shapes.levels.push_back(palette.merged(level));
        }
        if (profile.colliders == ColliderScheme::nodeSuffixes) shapes.hulls = hullsOf(asset, true);
        if (profile.colliders == ColliderScheme::ucxMeshes) shapes.hulls = hullsOf(asset, false);
    });
    return all;
}

}  // namespace sketchwalk::gltf
