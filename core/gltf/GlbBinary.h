// The binary chunk of a GLB: vertex attributes, indices and images, and the bufferViews and accessors that describe
// them.
//
// One bufferView per kind of data (positions, normals, tangents, texture coordinates, 16-bit and 32-bit indices, each
// image) holds all meshes one after another, so that a file with thousands of primitives stays short.
#pragma once

#include <cstdint>
#include <vector>

#include "core/assets/Mesh.h"
#include "core/gltf/Numbers.h"

namespace sketchwalk::gltf {

class GlbBinary {
  public:
    struct Attributes {  // beside positions and normals: what the material reads
        bool textures = false, tangents = false;
    };
    // Notes a primitive and returns its glTF form: attributes and indices. The primitive must outlive `assemble`.
    // Null where no triangle is left after dropping those with two corners in one place.
    Json addPrimitive(const assets::Primitive& primitive, Attributes attributes);
    // Notes an encoded picture; returns the number of its bufferView among the images (see imageView).
    int addImage(std::vector<uint8_t> bytes);

    // Notes numbers of an animation, `width` to an element (1, 3 or 4); returns their accessor. Call after the last
    // primitive.
    int addNumbers(std::vector<float> values, int width);

    // Lays everything out, in parallel, and writes bufferViews, accessors and buffers into the document. Call once,
    // last.
    std::vector<uint8_t> assemble(Json& document, int threads);
    // The bufferView's index of an image. Valid before assembly, once every primitive has been added.
    int imageView(int image) const;

  private:
    struct Piece {  // of one primitive
        const assets::Primitive* primitive = nullptr;
        Attributes attributes;
        size_t firstVertex = 0;         // among all vertices
        size_t firstTexture = 0;        // among all texture coordinates
        size_t firstTangent = 0;        // among all tangents
        size_t firstIndex = 0;          // among all indices of its width
        bool wide = false;              // 32-bit indices
        std::vector<uint32_t> indices;  // only where some were dropped
        const std::vector<uint32_t>& used() const { return indices.empty() ? primitive->indices : indices; }
    };
    struct Places {  // where each kind of data begins, in bytes; and which bufferView it is
        size_t positions = 0, normals = 0, tangents = 0, textures = 0, narrow = 0, wide = 0;
        int tangentView = 0, textureView = 0, narrowView = 0, wideView = 0, numberView = 0;
    };
    struct Numbers {
        std::vector<float> values;
        int width = 1;
    };
    int viewsBeforeImages() const;
    void copy(const Piece& piece, const Places& places, uint8_t* data) const;
    Json accessors(const Places& places) const;

    std::vector<Piece> m_pieces;
    std::vector<std::vector<uint8_t>> m_images;
    std::vector<Numbers> m_numbers;
    int m_accessors = 0;
    size_t m_vertices = 0, m_tangents = 0, m_textures = 0;
    size_t m_narrow = 0, m_wide = 0;  // indices
};

}  // namespace sketchwalk::gltf
