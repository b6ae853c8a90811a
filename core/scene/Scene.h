// The world, ready to be shown, walked in and written: chunks of terrain, water, and copies of assets. A plain value
// whose parts are shared and never changed; each part has a content hash, so that a viewer uploads only what changed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/assets/Mesh.h"
#include "core/assets/Source.h"
#include "core/base/Image.h"
#include "core/base/Job.h"
#include "core/catalogue/Catalogue.h"
#include "core/layout/Layout.h"
#include "core/scene/AssetWish.h"
#include "core/scene/Track.h"
#include "core/terrain/Ground.h"

namespace sketchwalk::scene {

class GroundPaint;

struct TerrainChunk {  // 128 x 128 cells, fewer at the east and south edges
    int column = 0, row = 0;
    assets::Material material;                 // its pictures show this chunk's ground alone
    std::shared_ptr<const assets::Mesh> mesh;  // world coordinates; one primitive; uv in its pictures (ChunkRaster)
};

struct WaterPart {
    std::string category;  // sea lake river swamp ice lava
    double level = 0;
    int body = 0;  // index into Ground::waters
    assets::Material material;
    float pictureSize = 1;                     // metres a side of the material's pictures, where it has any
    std::shared_ptr<const assets::Mesh> mesh;  // world coordinates; one primitive, material 0; uv tile its pictures,
                                               // along the map's axes or, on rivers, v along the flow
};

struct Asset {                                        // shared by its instances
    std::string id;                                   // unique: "house_3", stable for the same recipe, variant and wish
    std::string category;                             // catalogue id
    std::shared_ptr<const assets::Mesh> mesh;         // Primitive::material indexes Scene::materials
    std::shared_ptr<const AssetWish> wish = nullptr;  // what it was built from; may be null
};

struct Instance {
    uint64_t id = 0;                // stable: of its placement, or of its scatter cell
    std::optional<int64_t> stroke;  // null: grew by itself
    glm::vec3 position{0};          // where its origin stands
    float yaw = 0;                  // degrees
    float scale = 1;                // uniform
};

struct InstanceGroup {  // all copies of one asset inside one terrain chunk, ordered by id
    int asset = 0;
    int column = 0, row = 0;
    std::vector<Instance> instances;
    uint64_t hash = 0;
};

struct Spawn {
    glm::vec3 position{0};
    float yaw = 0;  // looks toward the view
};

// A drawn route and who goes along it. core/routes finds the track; furnish leaves it empty.
struct Route {
    int64_t stroke = 0;
    std::string follower;         // catalogue id
    int asset = -1;               // index into Scene::assets; -1: nothing is seen of it (a camera)
    std::vector<glm::vec3> line;  // as drawn, on the ground
    Track track;                  // empty: it cannot go there
    bool operator==(const Route&) const = default;
};

struct Scene {
    Point extent{256, 256};
    uint64_t seed = 1;
    std::string biome;
    catalogue::Sky sky;
    std::shared_ptr<const terrain::Ground> ground;
    std::shared_ptr<const Image> terrainColour;  // RGB, the whole map from above, baked from splat weights and detail
    std::shared_ptr<const GroundPaint> paint;    // what it was baked from, for looking closer than its pixels; or null
    std::vector<assets::Material> materials;
    std::vector<TerrainChunk> chunks;
    std::vector<WaterPart> waters;
    std::vector<Asset> assets;
    std::vector<InstanceGroup> groups;
    Spawn spawn;
    std::vector<Route> routes;
    std::vector<std::string> atmosphere;
    Diagnostics diagnostics;

    size_t objectCount() const;
};

// Everybody who goes along a route, where they are at a time: a group each of one instance, whose id is followerId().
// Cameras are not among them, nor who has no way.
std::vector<InstanceGroup> followersAt(const Scene& scene, double seconds);
uint64_t followerId(const Route& route);

// Furnishes the ground: asset choice, grounded placements, scatter by rules, spawn. Pure; any number of threads gives
// the same bytes; an edit moves nothing outside its reach. ErrorKind::interrupted when stopped.
Result<Scene> furnish(const layout::Layout& layout, std::shared_ptr<const terrain::Ground> ground,
                      const catalogue::Catalogue& catalogue, const assets::Source& source, const Job& job);

}  // namespace sketchwalk::scene
