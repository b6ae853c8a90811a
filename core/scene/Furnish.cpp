#include <algorithm>
#include <future>
#include <map>

#include "core/base/Hash.h"
#include "core/scene/AssetShelf.h"
#include "core/scene/Clearance.h"
#include "core/scene/Place.h"
#include "core/scene/Scatter.h"
#include "core/scene/Scene.h"
#include "core/scene/SpawnPoint.h"
#include "core/scene/TerrainColour.h"
#include "core/scene/TerrainMesh.h"
#include "core/scene/WaterMesh.h"

namespace sketchwalk::scene {
namespace {

constexpr double kRouteStep = 4;  // metres between points of a route on the ground

uint64_t groupHash(const InstanceGroup& group, const Asset& asset) {
    ContentHash hash;
    hash.add(asset.id);
    hash.add(asset.mesh->hash);
    for (const Instance& instance : group.instances) {
        hash.add(instance.id);
        hash.add(instance.stroke ? static_cast<uint64_t>(*instance.stroke) : ~uint64_t{0});
        for (const float value :
             {instance.position.x, instance.position.y, instance.position.z, instance.yaw, instance.scale}) {
            hash.add(static_cast<double>(value));
        }
    }
    return hash.value();
}

// Copies by asset and terrain chunk, ordered by asset, row, column and id.
std::vector<InstanceGroup> grouped(const std::vector<Copy>& copies, const std::vector<int>& assetOf,
                                   const TerrainMesh& mesh, const Scene& scene) {
    std::map<std::tuple<int, int, int>, InstanceGroup> groups;
    const double size = mesh.chunkSize();
    for (const Copy& copy : copies) {
        const int asset = assetOf[static_cast<size_t>(copy.asset)];
        if (asset < 0) continue;
        const int column = std::clamp(static_cast<int>(copy.instance.position.x / size), 0, mesh.columns() - 1);
        const int row = std::clamp(static_cast<int>(copy.instance.position.z / size), 0, mesh.rows() - 1);
        InstanceGroup& group = groups[{asset, row, column}];
        group.asset = asset;
        group.column = column;
        group.row = row;
        group.instances.push_back(copy.instance);
    }
    std::vector<InstanceGroup> list;
    list.reserve(groups.size());
    for (auto& [key, group] : groups) {
        std::stable_sort(group.instances.begin(), group.instances.end(),
                         [](const Instance& a, const Instance& b) { return a.id < b.id; });
        group.hash = groupHash(group, scene.assets[static_cast<size_t>(group.asset)]);
        list.push_back(std::move(group));
    }
    return list;
}

// One for each of the plan's; `asset` is a number of the shelf.
std::vector<Route> routesOf(const Setting& setting, AssetShelf& shelf) {
    std::vector<Route> routes;
    for (const layout::Route& planned : setting.layout.routes) {
        Route& route = routes.emplace_back();
        route.stroke = planned.stroke;
        route.follower = planned.follower;
        Polyline line;
        for (const layout::RoutePoint& point : planned.points) line.push_back(point.at);
        for (const Point& p : line.size() > 1 ? resampled(line, kRouteStep) : line) {
            route.line.emplace_back(static_cast<float>(p.x), static_cast<float>(setting.mesh.heightAt(p)),
                                    static_cast<float>(p.y));
        }
        const catalogue::Entry* entry = setting.catalogue.find(planned.follower);
        if (entry == nullptr || entry->recipes.empty()) continue;
        const uint64_t chance = randomBits(setting.layout.seed, "follower", static_cast<uint64_t>(planned.stroke));
        AssetWish wish = grownWish(setting, shelf, *entry, chance, planned.qualities);
        if (!wish.recipe.empty()) route.asset = shelf.want(std::move(wish));
    }
    return routes;
}

tl::unexpected<Error> interrupted() {
    return fail(ErrorKind::interrupted, "Stopped while furnishing the scene.");
}

// The ground's pictures are baked beside everything else: the furnishing has serial stretches that leave a core free.
class GroundBake {
  public:
    struct Result {
        std::shared_ptr<const GroundPaint> paint;
        TerrainPictures pictures;
    };
    GroundBake(std::shared_ptr<const terrain::Ground> ground, const catalogue::Biome& biome,
               const layout::Layout& layout, const Job& job) {
        Job quiet = job;
        quiet.report = nullptr;
        const auto policy = job.threads > 1 ? std::launch::async : std::launch::deferred;
        m_result = std::async(policy, [ground = std::move(ground), &biome, &layout, quiet] {
            Result result;
            result.paint = std::make_shared<GroundPaint>(ground, biome, layout.seed, &layout, quiet);
            result.pictures = bakeTerrain(*result.paint, quiet);
            return result;
        });
    }
    Result get() { return m_result.get(); }

  private:
    std::future<Result> m_result;  // its destructor waits
};

}  // namespace

size_t Scene::objectCount() const {
    size_t count = 0;
    for (const InstanceGroup& group : groups) count += group.instances.size();
    return count;
}

Result<Scene> furnish(const layout::Layout& layout, std::shared_ptr<const terrain::Ground> ground,
                      const catalogue::Catalogue& catalogue, const assets::Source& source, const Job& job) {
    const catalogue::Biome* biome = catalogue.findBiome(layout.biome, layout.season);
    if (biome == nullptr) biome = &catalogue.biomes().front();
    Scene scene;
    scene.extent = layout.extent;
    scene.seed = layout.seed;
    scene.biome = biome->id;
    scene.sky = biome->sky;
    scene.atmosphere = layout.atmosphere;
    scene.ground = ground;

    GroundBake bake(ground, *biome, layout, job);
    const TerrainMesh mesh(*ground, job.threads);
    job.progress("terrain mesh", 0.15);
    scene.chunks = mesh.chunks(job);
    if (job.stopped()) return interrupted();
    job.progress("water", 0.3);
    scene.waters = waterParts(*ground, *biome, catalogue, job, &layout);
    if (job.stopped()) return interrupted();

    job.progress("objects", 0.4);
    const auto& told = biome->qualities;
    const bool snowy = layout.base == "snow" || std::find(told.begin(), told.end(), "snowy") != told.end();
    const Setting setting{layout, *ground, catalogue, *biome, mesh, snowy};
    AssetShelf shelf(source, biome->palette, layout.seed);
    std::vector<Copy> copies = placeDrawn(setting, shelf, scene.diagnostics);
    const Clearance clearance(layout, catalogue, scatterReach(catalogue));
    const std::vector<Copy> grown = scatter(setting, clearance, shelf, scene.diagnostics, job);
    if (job.stopped()) return interrupted();
    scene.spawn = chooseSpawn(setting, clearance, grown, scene.diagnostics);
    scene.routes = routesOf(setting, shelf);
    copies.insert(copies.end(), grown.begin(), grown.end());

    job.progress("assets", 0.6);
    std::vector<bool> used(shelf.size(), false);
    for (const Copy& copy : copies) used[static_cast<size_t>(copy.asset)] = true;
    for (const Route& route : scene.routes) {
        if (route.asset >= 0) used[static_cast<size_t>(route.asset)] = true;
    }
    shelf.build(used, job);
    if (job.stopped()) return interrupted();
    const std::vector<int> assetOf = shelf.unpack(used, scene, job);
    for (Route& route : scene.routes) {
        if (route.asset >= 0) route.asset = assetOf[static_cast<size_t>(route.asset)];
    }
    scene.groups = grouped(copies, assetOf, mesh, scene);
    job.progress("colours", 0.8);
    GroundBake::Result baked = bake.get();
    scene.paint = std::move(baked.paint);
    scene.terrainColour = std::move(baked.pictures.whole);
    if (job.stopped() || baked.pictures.chunks.size() != scene.chunks.size()) return interrupted();
    for (size_t i = 0; i < scene.chunks.size(); ++i)
        scene.chunks[i].material.pictures = std::move(baked.pictures.chunks[i]);
    job.progress("furnished", 1);
    return scene;
}

}  // namespace sketchwalk::scene
