#include "core/gltf/SceneJson.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "core/base/Parallel.h"
#include "core/gltf/ColliderTable.h"
#include "core/gltf/Environment.h"
#include "core/gltf/Heights.h"
#include "core/gltf/Numbers.h"
#include "core/gltf/Version.h"

namespace sketchwalk::gltf {
namespace {

constexpr int kObjectsAtOnce = 256;

std::string hex(uint64_t id) {
    std::array<char, 17> text{};
    std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(id));
    return text.data();
}

Json objectJson(const scene::Asset& asset, const scene::Instance& instance) {
    return {{"id", hex(instance.id)},
            {"category", asset.category},
            {"stroke", instance.stroke ? Json(*instance.stroke) : Json(nullptr)},
            {"position", vectorJson(instance.position)},
            {"yaw", rounded(instance.yaw, 1000)},
            {"scale", rounded(instance.scale, 1e4)},
            {"asset", asset.id}};
}

// One object a line, in the scene's order.
std::string objectLines(const scene::Scene& scene, int threads) {
    std::vector<std::pair<const scene::Asset*, const scene::Instance*>> items;
    for (const scene::InstanceGroup& group : scene.groups) {
        for (const scene::Instance& instance : group.instances) {
            items.emplace_back(&scene.assets[static_cast<size_t>(group.asset)], &instance);
        }
    }
    const int count = static_cast<int>(items.size());
    std::vector<std::string> pieces(static_cast<size_t>((count + kObjectsAtOnce - 1) / kObjectsAtOnce));
    parallelFor(threads, static_cast<int>(pieces.size()), [&](int piece) {
        for (int i = piece * kObjectsAtOnce; i < std::min(count, (piece + 1) * kObjectsAtOnce); ++i) {
            const auto& [asset, instance] = items[static_cast<size_t>(i)];
            pieces[static_cast<size_t>(piece)] += (i > 0 ? ",\n    " : "    ") + objectJson(*asset, *instance).dump();
        }
    });
    std::string lines;
    for (const std::string& piece : pieces) lines += piece;
    return lines;
}

Json watersJson(const terrain::Ground& ground) {
    Json waters = Json::array();
    for (const terrain::Water& water : ground.waters) {
        waters.push_back({{"category", water.category},
                          {"strokes", water.strokes},
                          {"level", rounded(water.level, 1000)},
                          {"flat", water.flat}});
    }
    return waters;
}

Json heightJson(const terrain::Ground& ground, const Profile& profile) {
    const HeightRange range = heightRange(ground);
    const HeightRaster raster = heightsFor(ground, profile.grid);
    return {{"files", profile.heights},
            {"width", raster.metres.width()},
            {"height", raster.metres.height()},
            {"spacing", raster.spacing.x},
            {"spacing_south", raster.spacing.y},
            {"first_column", raster.eastFirst ? "east" : "west"},
            {"min", range.min},
            {"max", range.max}};
}

Json splatJson(const terrain::Ground& ground) {
    Json splats = Json::array();
    const auto files = splatFiles(ground);
    for (size_t i = 0; i < files.size(); ++i) {
        Json layers = Json::array();
        for (size_t layer = 4 * i; layer < std::min(4 * i + 4, ground.layers.size()); ++layer)
            layers.push_back(ground.layers[layer]);
        splats.push_back({{"file", files[i]}, {"layers", std::move(layers)}});
    }
    return splats;
}

}  // namespace

std::vector<std::string> splatFiles(const terrain::Ground& ground) {
    std::vector<std::string> names;
    for (size_t i = 0; i * 4 < ground.weights.size(); ++i) names.push_back("splat_" + std::to_string(i) + ".png");
    return names;
}

std::string sceneJson(const scene::Scene& scene, int threads, const Json& more, const Profile& profile) {
    const terrain::Ground& ground = *scene.ground;
    Json routes = Json::array();
    for (const scene::Route& route : scene.routes) {
        Json points = Json::array();
        for (const glm::vec3& p : route.line) points.push_back(vectorJson(p));
        routes.push_back(std::move(points));
    }
    Json about{
        {"format", "sketchwalk-package"},
        {"version", 1},
        {"generator", kGenerator},
        {"extent", {scene.extent.x, scene.extent.y}},
        {"seed", scene.seed},
        {"biome", scene.biome},
        {"spawn", {{"position", vectorJson(scene.spawn.position)}, {"yaw", rounded(scene.spawn.yaw, 1000)}}},
        {"routes", std::move(routes)},
        {"atmosphere", scene.atmosphere},
        {"profile", profile.name},
        {"surfaces", ground.surfaces},
        {"waters", watersJson(ground)},
        {"height", heightJson(ground, profile)},
        {"surface",
         {{"file", "surface.png"}, {"width", ground.width()}, {"height", ground.depth()}, {"spacing", ground.spacing}}},
        {"splat", splatJson(ground)}};
    about.update(environment(scene));
    if (profile.colliders == ColliderScheme::table) about["colliders"] = colliderTable(scene, threads);
    if (more.is_object()) about.update(more);
    std::string text = about.dump(1);
    text.erase(text.find_last_of('}'));
    while (!text.empty() && text.back() == '\n') text.pop_back();
    const std::string objects = objectLines(scene, threads);
    return text + ",\n \"objects\": [" + (objects.empty() ? "" : "\n" + objects + "\n ") + "]\n}\n";
}

}  // namespace sketchwalk::gltf
