// Materials, textures and pictures of a GLB.
#pragma once

#include <map>
#include <string>

#include "core/assets/Mesh.h"
#include "core/gltf/GlbBinary.h"
#include "core/scene/Scene.h"

namespace sketchwalk::gltf {

// Every material uses texture coordinates: the ground its baked colours, all others one small grain that tiles each
// metre and keeps flat colours from looking like plastic.
class GlbMaterials {
  public:
    // The encoded pictures. `terrainJpeg` may be empty: then the ground is plain.
    GlbMaterials(std::vector<uint8_t> terrainJpeg, GlbBinary& binary);

    int terrain();                              // glTF's index of the ground's material
    int add(const assets::Material& material);  // glTF's index; equal materials share one, names are made unique
    void write(Json& document, const GlbBinary& binary);  // materials, textures, images, samplers

  private:
    enum class Picture { terrain, grain };
    int texture(Picture picture);

    GlbBinary& m_binary;
    std::vector<uint8_t> m_terrainJpeg;
    Json m_materials = Json::array(), m_textures = Json::array(), m_images = Json::array(), m_samplers = Json::array();
    std::map<Picture, int> m_textureOf;
    std::vector<std::pair<assets::Material, int>> m_added;
    std::map<std::string, int> m_names;
    int m_terrain = -1;
};

// The factor of a linear colour from an sRGB one (IEC 61966-2-1), rounded so that it is short in text.
double linearFromSrgb(double srgb);

// The picture on sides that are powers of two, at least as fine: older engines scale or refuse others. Texture
// coordinates run from 0 to 1, so nothing else changes. `picture` itself where its sides are such already.
Image onPowersOfTwo(const Image& picture, int threads);

// A tiling picture of near-white fibres, the same for every scene.
Image grainPicture();

}  // namespace sketchwalk::gltf
