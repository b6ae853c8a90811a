#include "core/gltf/GlbMaterials.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "core/base/Parallel.h"
#include "core/base/Trig.h"

namespace sketchwalk::gltf {
namespace {

constexpr int kLinear = 9729, kLinearMipmapLinear = 9987;  // glTF filters
constexpr int kClampToEdge = 33071, kRepeat = 10497;       // glTF wraps
constexpr int kPictureLevel = 6;
constexpr int kSmallPicture = 64;  // pixels: never halved

Json linear(const Colour& colour) {
    return Json::array({linearFromSrgb(colour.r), linearFromSrgb(colour.g), linearFromSrgb(colour.b)});
}

// Half as wide and high: means of four pixels.
Image halved(const Image& image) {
    Image half(std::max(image.width / 2, 1), std::max(image.height / 2, 1), image.channels);
    for (int y = 0; y < half.height; ++y) {
        const int y0 = std::min(2 * y, image.height - 1), y1 = std::min(2 * y + 1, image.height - 1);
        for (int x = 0; x < half.width; ++x) {
            const int x0 = std::min(2 * x, image.width - 1), x1 = std::min(2 * x + 1, image.width - 1);
            for (int c = 0; c < image.channels; ++c) {
                const int sum = image.at(x0, y0)[c] + image.at(x1, y0)[c] + image.at(x0, y1)[c] + image.at(x1, y1)[c];
                half.at(x, y)[c] = static_cast<uint8_t>((sum + 2) / 4);
            }
        }
    }
    return half;
}

std::vector<uint8_t> encoded(const Image& image, bool exact, const PictureForm& form) {
    Image sized = onPowersOfTwo(image, 1);
    if (exact || sized.channels != 3) return encodePng(sized, kPictureLevel);
    for (int i = 0; i < form.halvings && std::min(sized.width, sized.height) > kSmallPicture; ++i)
        sized = halved(sized);
    return encodeJpeg(sized, form.jpegQuality);
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

GlbBinary::Attributes GlbMaterials::attributesFor(const assets::Material& material) {
    return {material.pictures != nullptr, material.pictures && material.pictures->normal};
}

int GlbMaterials::sampler(bool tiles) {
    const auto [at, fresh] = m_samplerOf.try_emplace(tiles, static_cast<int>(m_samplers.size()));
    if (fresh) {
        const int wrap = tiles ? kRepeat : kClampToEdge;
        m_samplers.push_back(
            {{"magFilter", kLinear}, {"minFilter", kLinearMipmapLinear}, {"wrapS", wrap}, {"wrapT", wrap}});
    }
    return at->second;
}

int GlbMaterials::texture(const std::shared_ptr<const Image>& image, const assets::Pictures& of,
                          const std::string& name) {
    const auto [at, fresh] = m_textureOf.try_emplace({image.get(), of.tiles}, static_cast<int>(m_textures.size()));
    if (fresh) {
        size_t source = 0;
        while (source < m_pictures.size() && m_pictures[source].image != image) ++source;
        if (source == m_pictures.size()) m_pictures.push_back({image, of.tiles, of.exact, name});
        m_textures.push_back({{"sampler", sampler(of.tiles)}, {"source", source}});
    }
    return at->second;
}

int GlbMaterials::add(const assets::Material& material) {
    for (const auto& [known, index] : m_added) {
        if (known == material) return index;
    }
    std::string name = material.name.empty() ? "material" : material.name;
    if (const int turn = m_names[name]++; turn > 0) name += "_" + std::to_string(turn + 1);
    Json factor = linear(material.colour);
    factor.push_back(rounded(std::clamp(static_cast<double>(material.alpha), 0.0, 1.0)));
    Json surface{{"baseColorFactor", factor},
                 {"metallicFactor", rounded(std::clamp(static_cast<double>(material.metallic), 0.0, 1.0))},
                 {"roughnessFactor", rounded(std::clamp(static_cast<double>(material.roughness), 0.0, 1.0))}};
    Json about{{"name", name}};
    bool seeThrough = false;
    if (const assets::Pictures* pictures = material.pictures.get()) {
        const auto reference = [&](const std::shared_ptr<const Image>& image, const char* kind) {
            return Json{{"index", texture(image, *pictures, name + kind)}};
        };
        if (pictures->colour) {
            surface["baseColorTexture"] = reference(pictures->colour, "");
            seeThrough = pictures->colour->channels == 4;
        }
        if (pictures->surface) surface["metallicRoughnessTexture"] = reference(pictures->surface, "_surface");
        if (pictures->normal) about["normalTexture"] = reference(pictures->normal, "_normal");
        if (pictures->glow) about["emissiveTexture"] = reference(pictures->glow, "_glow");
    }
    about["pbrMetallicRoughness"] = std::move(surface);
    if (material.glow != Colour(0, 0, 0)) about["emissiveFactor"] = linear(material.glow);
    if (material.alpha < 1) {
        about["alphaMode"] = "BLEND";
    } else if (seeThrough) {
        about["alphaMode"] = "MASK";
    }
    if (material.doubleSided) about["doubleSided"] = true;
    const int index = static_cast<int>(m_materials.size());
    m_materials.push_back(std::move(about));
    m_added.emplace_back(material, index);
    return index;
}

void GlbMaterials::write(Json& document, GlbBinary& binary, int threads, const PictureForm& form) {
    if (m_materials.empty()) return;
    document["materials"] = m_materials;
    if (m_pictures.empty()) return;
    std::vector<std::vector<uint8_t>> files(m_pictures.size());
    parallelFor(threads, static_cast<int>(files.size()), [&](int i) {
        const Picture& picture = m_pictures[static_cast<size_t>(i)];
        files[static_cast<size_t>(i)] = encoded(*picture.image, picture.exact, form);
    });
    Json images = Json::array();
    for (size_t i = 0; i < files.size(); ++i) {
        const bool jpeg = files[i][0] == 0xff;
        const int view = binary.imageView(binary.addImage(std::move(files[i])));
        images.push_back(
            {{"name", m_pictures[i].name}, {"bufferView", view}, {"mimeType", jpeg ? "image/jpeg" : "image/png"}});
    }
    document["textures"] = m_textures;
    document["images"] = std::move(images);
    document["samplers"] = m_samplers;
}

}  // namespace sketchwalk::gltf
