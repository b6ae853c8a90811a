#include "core/gltf/ColliderTable.h"

#include <cmath>

#include "core/assets/Collider.h"
#include "core/base/Parallel.h"

namespace sketchwalk::gltf {
namespace {

using Json = nlohmann::ordered_json;

double rounded(float value) {
    return std::round(static_cast<double>(value) * 1000) / 1000 + 0.0;
}

Json vector(const glm::vec3& v) {
    return Json::array({rounded(v.x), rounded(v.y), rounded(v.z)});
}

Json shapeJson(const assets::ColliderBox& box) {
    return {{"shape", "box"}, {"centre", vector(box.centre)}, {"size", vector(box.size)}, {"yaw", rounded(box.yaw)}};
}

Json shapeJson(const assets::ColliderCylinder& cylinder) {
    return {{"shape", "cylinder"},
            {"centre", vector(cylinder.centre)},
            {"radius", rounded(cylinder.radius)},
            {"height", rounded(cylinder.height)}};
}

Json shapeJson(const assets::ConvexHull& hull) {
    Json points = Json::array();
    for (const glm::vec3& p : hull.points) points.push_back(vector(p));
    return {{"shape", "hull"}, {"points", std::move(points)}, {"triangles", hull.triangles}};
}

}  // namespace

Json colliderTable(const scene::Scene& scene, int threads) {
    std::vector<Json> found(scene.assets.size());
    parallelFor(threads, static_cast<int>(found.size()), [&](int i) {
        const auto index = static_cast<size_t>(i);
        const scene::Asset& asset = scene.assets[index];
        Json shapes = Json::array();
        for (const auto& shape : assets::colliderOf(*asset.mesh, assets::solidityOf(asset.category)))
            shapes.push_back(std::visit([](const auto& one) { return shapeJson(one); }, shape));
        found[index] = std::move(shapes);
    });
    Json table = Json::object();
    for (size_t i = 0; i < found.size(); ++i) {
        if (!found[i].empty()) table[scene.assets[i].id] = std::move(found[i]);
    }
    return table;
}

}  // namespace sketchwalk::gltf
