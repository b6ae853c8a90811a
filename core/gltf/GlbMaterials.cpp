#include "core/gltf/GlbMaterials.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "core/base/Hash.h"
#include "core/base/Parallel.h"
#include "core/base/Trig.h"

namespace sketchwalk::gltf {
namespace {

constexpr int kLinear = 9729, kLinearMipmapLinear = 9987;  // glTF filters
constexpr int kClampToEdge = 33071, kRepeat = 10497;       // glTF wraps
constexpr int kGrainSize = 64;                             // pixels, one metre

double rounded(double value) {
    return std::round(value * 1e5) / 1e5;
}

Json linear(const Colour& colour) {
    return Json::array({linearFromSrgb(colour.r), linearFromSrgb(colour.g), linearFromSrgb(colour.b)});
}

// Smooth value noise on a torus of `cells` cells, so that the picture tiles.
double tilingNoise(double x, double y, int cellsX, int cellsY, uint64_t layer) {
    const double u = x * cellsX, v = y * cellsY;
    const int x0 = static_cast<int>(u), y0 = static_cast<int>(v);
    const double fx = u - x0, fy = v - y0, sx = fx * fx * (3 - 2 * fx), sy = fy * fy * (3 - 2 * fy);
    const auto at = [&](int i, int j) {
        return randomUnit(layer, "grain", static_cast<uint64_t>(i % cellsX), static_cast<uint64_t>(j % cellsY));
    };
    const double top = at(x0, y0) * (1 - sx) + at(x0 + 1, y0) * sx;
    const double bottom = at(x0, y0 + 1) * (1 - sx) + at(x0 + 1, y0 + 1) * sx;
    return top * (1 - sy) + bottom * sy;
}

}  // namespace

double linearFromSrgb(double srgb) {
    const double c = std::clamp(srgb, 0.0, 1.0);
    return rounded(c <= 0.04045 ? c / 12.92 : exact::pow((c + 0.055) / 1.055, 2.4));
}

Image onPowersOfTwo(const Image& picture, int threads) {
    const int width = static_cast<int>(std::bit_ceil(static_cast<unsigned>(std::max(picture.width, 1))));
    const int height = static_cast<int>(std::bit_ceil(static_cast<unsigned>(std::max(picture.height, 1))));
    if (width == picture.width && height == picture.height) return picture;
    Image scaled(width, height, picture.channels);
    // Bilinear in whole numbers, 1/256 pixel; pixel centres at half.
    const auto place = [](int to, int toSize, int fromSize) {
        const int64_t at = (static_cast<int64_t>(2 * to + 1) * fromSize * 128) / toSize - 128;
        return static_cast<int>(std::clamp<int64_t>(at, 0, static_cast<int64_t>(fromSize - 1) * 256));
    };
    parallelRows(threads, height, [&](int y) {
        const int v = place(y, height, picture.height), y0 = v >> 8, y1 = std::min(y0 + 1, picture.height - 1),
                  fy = v & 255;
        for (int x = 0; x < width; ++x) {
            const int u = place(x, width, picture.width), x0 = u >> 8, x1 = std::min(x0 + 1, picture.width - 1),
                      fx = u & 255;
            for (int c = 0; c < picture.channels; ++c) {
                const int top = picture.at(x0, y0)[c] * (256 - fx) + picture.at(x1, y0)[c] * fx;
                const int bottom = picture.at(x0, y1)[c] * (256 - fx) + picture.at(x1, y1)[c] * fx;
                scaled.at(x, y)[c] = static_cast<uint8_t>((top * (256 - fy) + bottom * fy + 32768) >> 16);
            }
        }
    });
    return scaled;
}

Image grainPicture() {
    Image picture(kGrainSize, kGrainSize, 3);
    for (int y = 0; y < kGrainSize; ++y) {
        for (int x = 0; x < kGrainSize; ++x) {
            const double u = (x + 0.5) / kGrainSize, v = (y + 0.5) / kGrainSize;
            const double value = 0.45 * tilingNoise(u, v, 4, 4, 1) + 0.35 * tilingNoise(u, v, 9, 22, 2) +
                                 0.2 * tilingNoise(u, v, 32, 32, 3);
            const auto grey = static_cast<uint8_t>(std::lround(222 + 33 * value));
            std::fill_n(picture.at(x, y), 3, grey);
        }
    }
    return picture;
}

GlbMaterials::GlbMaterials(std::vector<uint8_t> terrainJpeg, GlbBinary& binary)
    : m_binary(binary), m_terrainJpeg(std::move(terrainJpeg)) {}

int GlbMaterials::texture(Picture picture) {
    const auto known = m_textureOf.find(picture);
    if (known != m_textureOf.end()) return known->second;
    const bool terrain = picture == Picture::terrain;
    const int wrap = terrain ? kClampToEdge : kRepeat;
    m_samplers.push_back(
        {{"magFilter", kLinear}, {"minFilter", kLinearMipmapLinear}, {"wrapS", wrap}, {"wrapT", wrap}});
    const int image = m_binary.addImage(terrain ? std::move(m_terrainJpeg) : encodePng(grainPicture(), 9));
    m_images.push_back({{"name", terrain ? "ground" : "grain"},
                        {"bufferView", image},
                        {"mimeType", terrain ? "image/jpeg" : "image/png"}});
    const int index = static_cast<int>(m_textures.size());
    m_textures.push_back({{"sampler", index}, {"source", index}});
    m_textureOf[picture] = index;
    return index;
}

int GlbMaterials::terrain() {
    if (m_terrain >= 0) return m_terrain;
    const Picture picture = m_terrainJpeg.empty() ? Picture::grain : Picture::terrain;
    m_terrain = static_cast<int>(m_materials.size());
    m_materials.push_back(
        {{"name", "terrain"},
         {"pbrMetallicRoughness",
          {{"baseColorTexture", {{"index", texture(picture)}}}, {"metallicFactor", 0}, {"roughnessFactor", 1}}}});
    ++m_names["terrain"];
    return m_terrain;
}

int GlbMaterials::add(const assets::Material& material) {
    for (const auto& [known, index] : m_added) {
        if (known == material) return index;
    }
    std::string name = material.name.empty() ? "material" : material.name;
    if (const int turn = m_names[name]++; turn > 0) name += "_" + std::to_string(turn + 1);
    Json factor = linear(material.colour);
    factor.push_back(rounded(std::clamp(static_cast<double>(material.alpha), 0.0, 1.0)));
    Json about{{"name", name},
               {"pbrMetallicRoughness",
                {{"baseColorFactor", factor},
                 {"baseColorTexture", {{"index", texture(Picture::grain)}}},
                 {"metallicFactor", rounded(std::clamp(static_cast<double>(material.metallic), 0.0, 1.0))},
                 {"roughnessFactor", rounded(std::clamp(static_cast<double>(material.roughness), 0.0, 1.0))}}}};
    if (material.glow != Colour(0, 0, 0)) about["emissiveFactor"] = linear(material.glow);
    if (material.alpha < 1) about["alphaMode"] = "BLEND";
    if (material.doubleSided) about["doubleSided"] = true;
    const int index = static_cast<int>(m_materials.size());
    m_materials.push_back(std::move(about));
    m_added.emplace_back(material, index);
    return index;
}

void GlbMaterials::write(Json& document, const GlbBinary& binary) {
    if (m_materials.empty()) return;
    for (Json& image : m_images) image["bufferView"] = binary.imageView(image["bufferView"].get<int>());
    document["materials"] = m_materials;
    document["textures"] = m_textures;
    document["images"] = m_images;
    document["samplers"] = m_samplers;
}

}  // namespace sketchwalk::gltf
