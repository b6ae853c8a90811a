// Meshes made ready for drawing: checked, corners shared, large ones cut into small clusters that lie close together.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/assets/Mesh.h"
#include "core/preview/Camera.h"
#include "core/preview/Pyramid.h"
#include "core/preview/Tone.h"

namespace sketchwalk::preview {

enum class Finish : uint8_t { solid, leaf, terrain, earth, wetSide, ice, lava, water };

struct Look {  // a material in linear light
    Light3 albedo{0.5f}, glow{0};
    float alpha = 1;
    bool doubleSided = false;
    Finish finish = Finish::solid;
    std::shared_ptr<const Image> picture;             // multiplies the albedo; null: plain
    std::shared_ptr<const Pyramid> sheet, sheetGlow;  // water, ice, lava: their pictures, over the map's plane
    float sheetSize = 1;                              // metres a side of those
    bool flows = false;                               // a river: its ripples run along the banks
    float foam = 0, murk = 1;                         // water: how strongly the shore foams, how fast it gets opaque
};
Look lookOf(const assets::Material& material);
// The albedo where a picture's coordinates are `uv` (bilinear, repeating).
Light3 albedoAt(const Look& look, glm::vec2 uv);

// Faces of one mesh. Opaque faces come first. Every index is in range and every position finite.
struct Shape {
    struct Cluster {
        uint32_t first = 0, count = 0;  // faces
        Bounds bounds;
    };
    std::span<const glm::vec3> positions, normals;
    std::vector<uint32_t> corners;        // into positions, three a face
    std::vector<uint32_t> normalCorners;  // into normals; empty: the same as corners
    std::vector<float> openness;          // by normalCorners: share of the sky's light; empty: by height alone
    std::vector<glm::vec2> uvs;           // by normalCorners; empty where no look has a picture
    std::vector<uint16_t> faceLooks;      // into the stage's looks; empty: all are `look`
    uint16_t look = 0;
    uint32_t opaque = 0;  // number of opaque faces
    Bounds bounds;
    float radius = 0;               // metres from the local Y axis
    std::vector<Cluster> clusters;  // over all faces; a cluster is opaque or not as a whole
    std::vector<glm::vec3> ownPositions, ownNormals;

    Shape() = default;
    Shape(Shape&&) = default;  // moving keeps what the spans point at; copying would not
    Shape& operator=(Shape&&) = default;

    uint32_t faces() const { return static_cast<uint32_t>(corners.size() / 3); }
    uint16_t lookOfFace(uint32_t face) const { return faceLooks.empty() ? look : faceLooks[face]; }
    glm::vec3 position(uint32_t face, int corner) const {
        return positions[corners[face * 3 + static_cast<uint32_t>(corner)]];
    }
    uint32_t normalCorner(uint32_t face, int corner) const {
        const uint32_t at = face * 3 + static_cast<uint32_t>(corner);
        return normalCorners.empty() ? corners[at] : normalCorners[at];
    }
    glm::vec3 normal(uint32_t face, int corner) const { return normals[normalCorner(face, corner)]; }
    float opennessOf(uint32_t face, int corner) const { return openness[normalCorner(face, corner)]; }
    glm::vec2 uv(uint32_t face, int corner) const {
        return uvs.empty() ? glm::vec2(0) : uvs[normalCorner(face, corner)];
    }
};

// An asset: all primitives, equal positions shared. looks are the stage's, indexed by Primitive::material + firstLook.
Shape assetShape(const assets::Mesh& mesh, std::span<const Look> looks, size_t firstLook);
// A sheet in world coordinates (terrain, water), cut into clusters of about 128 faces. Keeps spans into the mesh.
Shape sheetShape(const assets::Primitive& primitive, uint16_t look);
// From positions and faces that the renderer itself made: flat normals.
Shape flatShape(std::vector<glm::vec3> positions, std::vector<uint32_t> corners, std::vector<uint16_t> faceLooks);

// A stand-in for copies that are only a few pixels tall: a stack of `slices` tapered boxes with the asset's own outline
// and mean colours by height; one slice is a plain box. Adds the looks it needs.
Shape farShape(const Shape& shape, std::vector<Look>& looks, int slices);

}  // namespace sketchwalk::preview
