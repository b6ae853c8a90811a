// Materials, textures and pictures of a GLB.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "core/assets/Mesh.h"
#include "core/gltf/GlbBinary.h"
#include "core/gltf/Profile.h"

namespace sketchwalk::gltf {

class GlbMaterials {
  public:
    // What a mesh of this material must carry so that its pictures can be read, and no more.
    static GlbBinary::Attributes attributesFor(const assets::Material& material);

    int add(const assets::Material& material);  // glTF's index; equal materials share one, names are made unique
    // Encodes the pictures, side by side, and writes materials, textures, images and samplers into the document. Call
    // once, after every primitive has been added to `binary` and before it is assembled.
    void write(Json& document, GlbBinary& binary, int threads, const PictureForm& form);

  private:
    struct Picture {
        std::shared_ptr<const Image> image;
        bool tiles = false, exact = false;
        std::string name;
    };
    // glTF's index of the texture; equal pictures share one.
    int texture(const std::shared_ptr<const Image>& image, const assets::Pictures& of, const std::string& name);
    int sampler(bool tiles);

    std::vector<Picture> m_pictures;
    std::map<std::pair<const Image*, bool>, int> m_textureOf;  // by picture and whether it tiles
    Json m_materials = Json::array(), m_textures = Json::array(), m_samplers = Json::array();
    std::map<bool, int> m_samplerOf;
    std::vector<std::pair<assets::Material, int>> m_added;
    std::map<std::string, int> m_names;
};

// The factor of a linear colour from an sRGB one (IEC 61966-2-1), rounded so that it is short in text.
double linearFromSrgb(double srgb);

// The picture on sides that are powers of two, at least as fine: older engines scale or refuse others. Texture
// coordinates run from 0 to 1, so nothing else changes. `picture` itself where its sides are such already.
Image onPowersOfTwo(const Image& picture, int threads);

}  // namespace sketchwalk::gltf
