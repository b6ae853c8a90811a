#include "core/gltf/ColliderTable.h"

#include "core/assets/Collider.h"
#include "core/base/Parallel.h"
#include "core/gltf/Numbers.h"

namespace sketchwalk::gltf {
namespace {

Json millimetres(float value) {
    return rounded(static_cast<double>(value), 1000);
}

Json shapeJson(const assets::ColliderBox& box) {
    return {{"shape", "box"},
            {"centre", vectorJson(box.centre)},
            {"size", vectorJson(box.size)},
            {"yaw", millimetres(box.yaw)}};
}

Json shapeJson(const assets::ColliderCylinder& cylinder) {
    return {{"shape", "cylinder"},
            {"centre", vectorJson(cylinder.centre)},
            {"radius", millimetres(cylinder.radius)},
            {"height", millimetres(cylinder.height)}};
}

Json shapeJson(const assets::ConvexHull& hull) {
    Json points = Json::array();
    for (const glm::vec3& p : hull.points) points.push_back(vectorJson(p));
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
