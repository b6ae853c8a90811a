// A scene made ready to be handed to the graphics card: bytes of vertices and pictures, tables of copies. Made on a
// worker thread, never changed afterwards.
//
// Every part has a key, the hash of all that it was made of. prepare() takes over the parts of the last scene whose
// keys are the same, so what did not change is the same object, and the viewer uploads nothing for it.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/scene/Scene.h"
#include "render/materials/Textures.h"
#include "render/scene/InstanceTable.h"
#include "render/scene/Pick.h"
#include "render/scene/Vertices.h"

namespace sketchwalk::render {

constexpr size_t kLevels = 3;  // of detail, the full one first

struct PreparedTile {  // a square of terrain chunks, at most 4 x 4 on any map: few draws
    uint64_t key = 0;
    int column = 0, row = 0;
    std::array<Vertices, kLevels> levels;
    Texels colour, normal;  // normal may be empty
};

struct PreparedWater {
    uint64_t key = 0;
    Vertices vertices;
    int kind = 0;                     // 0 open, 1 river, 2 swamp, 3 ice, 4 lava
    glm::vec3 colour{0.1f}, glow{0};  // linear
    float foam = 0, murk = 1, pictureSize = 1;
    Texels colourPicture, normalPicture, glowPicture;
    bool isSolid() const { return kind >= 3; }
};

struct PreparedAsset {
    uint64_t key = 0;
    std::array<ObjectVertices, kLevels> levels;  // empty where a finer one serves
    size_t levelCount = 1;
    glm::vec3 min{0}, max{0};
    struct Picture {
        int material = 0;
        glm::vec3 colour{1};
        Texels colourPicture, glowPicture;
    };
    std::vector<Picture> pictures;
};

struct PreparedGround {  // what the shaders look up by place
    uint64_t key = 0;
    Texels map;                     // r depth, g shore, b heat, a openness (light.glsl, terrain.frag)
    std::array<Texels, 2> weights;  // of splat layers 0..3 and 4..7
    struct Layer {
        Texels picture;
        glm::vec3 mean{1};  // linear
        float size = 8;     // metres a side
    };
    std::vector<std::shared_ptr<const Layer>> layers;  // none without detail
    uint64_t layersKey = 0;
};

struct Prepared {
    std::shared_ptr<const scene::Scene> scene;
    bool hasDetail = true;
    std::vector<std::shared_ptr<const PreparedTile>> tiles;
    std::vector<std::shared_ptr<const PreparedWater>> waters;
    std::vector<std::shared_ptr<const PreparedAsset>> assets;  // one per Scene::assets
    std::shared_ptr<const PreparedGround> ground;              // null: a scene without ground
    std::shared_ptr<const InstanceTable> instances;
    std::shared_ptr<const Vertices> plinth;  // object vertices; empty without ground
    uint64_t plinthKey = 0;
    glm::vec3 rimColour{0.3f};  // mean of the map's dry edge, linear: what lies beyond
    float rimHeight = 0;        // metres
    glm::vec3 min{0}, max{1};   // of everything
};

// Null when stopped. `last` may be null. `withDetail`: with what only the better qualities show: normals of tiles, the
// ground's layers.
std::shared_ptr<const Prepared> prepare(std::shared_ptr<const scene::Scene> scene,
                                        const std::shared_ptr<const Prepared>& last, bool withDetail, int threads,
                                        const std::stop_token& stop);

}  // namespace sketchwalk::render
