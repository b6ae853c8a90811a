// glTF 2.0 and GLB through tinygltf. Nothing is handed to it before GltfCheck has looked, it may open no file itself,
// and whatever it throws ends here.
#include <algorithm>
#include <cmath>
#include <fstream>  // which tinygltf forgets
#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <glm/matrix.hpp>
#include <set>

#include <tiny_gltf.h>  // with its implementation: core/CMakeLists.txt

#include "core/base/Trig.h"
#include "core/library/GltfCheck.h"
#include "core/library/GltfData.h"
#include "core/library/ModelBuilder.h"

namespace sketchwalk::library {
namespace {

// Exporters before UniVRM's change of December 2019 (vrm-c/UniVRM, pull request 339) wrote base colours as sRGB where
// glTF says linear; Kenney's packs came through one. Read by the letter they are pale.
constexpr std::string_view kWritesSrgb = "UniGLTF-1.";

// tinygltf's way to files, which leads only to the neighbours; the first refusal is remembered, because tinygltf turns
// it into a hint.
struct FileDoor {
    const Neighbours& neighbours;
    std::string refusal;
    uint64_t bytes = 0;

    static bool exists(const std::string&, void*) { return true; }
    static std::string expand(const std::string& name, void*) { return name; }
    static bool read(std::vector<unsigned char>* out, std::string* error, const std::string& name, void* self) {
        auto& door = *static_cast<FileDoor*>(self);
        auto file = door.neighbours(name);
        if (file && (door.bytes += file->size()) > kMostFileBytes) {
            file = wrong("its files together are larger than " + std::to_string(kMostFileBytes >> 20) + " MiB");
        }
        if (!file) {
            if (door.refusal.empty()) door.refusal = file.error().text;
            if (error != nullptr) *error += file.error().text;
            return false;
        }
        *out = std::move(*file);
        return true;
    }
    static bool write(std::string*, const std::string&, const std::vector<unsigned char>&, void*) { return false; }
};

// Pictures stay as they are encoded; those in buffer views are looked up later, when the bounds are known to hold.
bool keepPicture(tinygltf::Image* image, const int, std::string*, std::string*, int, int, const unsigned char* bytes,
                 int size, void*) {
    if (image->bufferView < 0 && size > 0) image->image.assign(bytes, bytes + size);
    return true;
}

Result<tinygltf::Model> parse(std::span<const uint8_t> bytes, const Neighbours& neighbours) {
    const Result<std::string_view> text = gltfJson(bytes);
    if (!text) return tl::make_unexpected(text.error());
    if (auto good = checkGltfJson(*text); !good) return tl::make_unexpected(good.error());
    FileDoor door{neighbours, {}, 0};
    tinygltf::TinyGLTF parser;
    parser.SetFsCallbacks({&FileDoor::exists, &FileDoor::expand, &FileDoor::read, &FileDoor::write, &door});
    parser.SetImageLoader(&keepPicture, nullptr);
    tinygltf::Model model;
    std::string errors, hints;
    const auto size = static_cast<unsigned>(bytes.size());
    const bool good = isGlb(bytes) ? parser.LoadBinaryFromMemory(&model, &errors, &hints, bytes.data(), size)
                                   : parser.LoadASCIIFromString(&model, &errors, &hints,
                                                                reinterpret_cast<const char*>(bytes.data()), size, "");
    if (!door.refusal.empty()) return wrong(door.refusal);
    if (!good) {
        std::string first = errors.substr(0, std::min(errors.find('\n'), size_t{160}));
        return wrong("it is no sound glTF 2.0: " + (first.empty() ? "it cannot be parsed" : first));
    }
    return model;
}

// A texture as a material names it.
struct Painted {
    std::shared_ptr<const Image> image;
    bool tiles = true;
    int uvSet = 0;
    glm::dvec2 offset{0}, scale{1};
    double turn = 0;  // radians
};

double numberOf(const tinygltf::Value& value, double otherwise) {
    const double number = value.IsNumber() ? value.GetNumberAsDouble() : otherwise;
    return std::abs(number) < 1e6 ? number : otherwise;
}

class GltfReader {
  public:
    GltfReader(const tinygltf::Model& model, PictureShelf& pictures)
        : m_gltf(model), m_pictures(pictures), m_writesSrgb(model.asset.generator.starts_with(kWritesSrgb)) {}

    Result<Model> read() {
        std::vector<assets::Material> materials;
        for (const auto& material : m_gltf.materials) {
            auto made = materialOf(material);
            if (!made) return tl::make_unexpected(made.error());
            materials.push_back(std::move(*made));
        }
        assets::Material plain;
        plain.name = "plain";
        materials.push_back(plain);  // of what names none
        m_colours.emplace_back();
        m_builder = ModelBuilder(std::move(materials));
        const auto stands = standsOf(m_gltf);
        if (!stands) return tl::make_unexpected(stands.error());
        for (const Stand& stand : *stands) {
            for (const auto& primitive : m_gltf.meshes[static_cast<size_t>(stand.mesh)].primitives) {
                if (auto added = add(primitive, stand.placing); !added) return tl::make_unexpected(added.error());
            }
        }
        return m_builder.take();
    }

  private:
    Result<Painted> painted(int texture, int uvSet, const tinygltf::ExtensionMap& extensions) {
        Painted result;
        result.uvSet = uvSet;
        if (texture < 0) return result;
        const std::string which = "texture " + std::to_string(texture);
        if (static_cast<size_t>(texture) >= m_gltf.textures.size()) return wrong(which + " is not there");
        const tinygltf::Texture& named = m_gltf.textures[static_cast<size_t>(texture)];
        if (named.source < 0 || static_cast<size_t>(named.source) >= m_gltf.images.size()) {
            return wrong(which + " has no picture that is read here");
        }
        if (named.sampler >= 0 && static_cast<size_t>(named.sampler) < m_gltf.samplers.size()) {
            result.tiles =
                m_gltf.samplers[static_cast<size_t>(named.sampler)].wrapS != TINYGLTF_TEXTURE_WRAP_CLAMP_TO_EDGE;
        }
        const tinygltf::Image& image = m_gltf.images[static_cast<size_t>(named.source)];
        std::span<const uint8_t> bytes(image.image);
        if (image.bufferView >= 0) {  // in range, by GltfCheck
            const auto& view = m_gltf.bufferViews[static_cast<size_t>(image.bufferView)];
            const auto& data = m_gltf.buffers[static_cast<size_t>(view.buffer)].data;
            if (view.byteOffset > data.size() || view.byteLength > data.size() - view.byteOffset) {
                return wrong(which + " reaches past the end of its buffer");
            }
            bytes = {data.data() + view.byteOffset, view.byteLength};
        }
        auto decoded = m_pictures.decode(bytes);
        if (!decoded) return tl::make_unexpected(decoded.error());
        result.image = *decoded;
        if (const auto moved = extensions.find("KHR_texture_transform"); moved != extensions.end()) {
            readTransform(moved->second, result);
        }
        return result;
    }

    static void readTransform(const tinygltf::Value& value, Painted& painted) {
        const auto pair = [&](const char* key, glm::dvec2 otherwise) {
            if (!value.IsObject() || !value.Has(key) || value.Get(key).ArrayLen() != 2) return otherwise;
            return glm::dvec2(numberOf(value.Get(key).Get(0), otherwise.x),
                              numberOf(value.Get(key).Get(1), otherwise.y));
        };
        painted.offset = pair("offset", painted.offset);
        painted.scale = pair("scale", painted.scale);
        if (value.IsObject() && value.Has("rotation")) painted.turn = numberOf(value.Get("rotation"), 0);
        if (value.IsObject() && value.Has("texCoord")) {
            painted.uvSet = static_cast<int>(std::clamp(numberOf(value.Get("texCoord"), 0), 0.0, 7.0));
        }
    }

    static glm::vec3 factor(const std::vector<double>& values, double otherwise) {
        const auto at = [&](size_t i) {
            return static_cast<float>(values.size() > i ? std::clamp(values[i], 0.0, 1.0) : otherwise);
        };
        return {at(0), at(1), at(2)};
    }

    Result<assets::Material> materialOf(const tinygltf::Material& from) {
        const auto& surface = from.pbrMetallicRoughness;
        const bool unlit = from.extensions.contains("KHR_materials_unlit");
        assets::Material material;
        material.name = plainName(from.name);
        const glm::vec3 colour3 = factor(surface.baseColorFactor, 1);
        material.colour = m_writesSrgb ? Colour{colour3.x, colour3.y, colour3.z} : srgbOf(colour3);
        if (from.alphaMode == "BLEND" && surface.baseColorFactor.size() == 4) {
            material.alpha = static_cast<float>(std::clamp(surface.baseColorFactor[3], 0.05, 1.0));
        }
        material.roughness = unlit ? 1.0f : static_cast<float>(std::clamp(surface.roughnessFactor, 0.0, 1.0));
        material.metallic = unlit ? 0.0f : static_cast<float>(std::clamp(surface.metallicFactor, 0.0, 1.0));
        // Wholly metal and wholly rough is what glTF assumes where a file says nothing: nobody's choice, and black in
        // engines without reflections.
        const bool unsaid =
            surface.metallicFactor >= 1 && surface.roughnessFactor >= 1 && surface.metallicRoughnessTexture.index < 0;
        if (unsaid) material.metallic = 0;
        material.glow = srgbOf(factor(from.emissiveFactor, 0));
        material.doubleSided = from.doubleSided;
        const auto colour = painted(surface.baseColorTexture.index, surface.baseColorTexture.texCoord,
                                    surface.baseColorTexture.extensions);
        const auto bumps = painted(from.normalTexture.index, from.normalTexture.texCoord, {});
        const auto shine = painted(surface.metallicRoughnessTexture.index, 0, {});
        const auto glow = painted(from.emissiveTexture.index, 0, {});
        for (const auto* one : {&colour, &bumps, &shine, &glow}) {
            if (!*one) return tl::make_unexpected(one->error());
        }
        m_colours.push_back(*colour);
        assets::Pictures pictures{colour->image, bumps->image, unlit ? nullptr : shine->image, glow->image,
                                  colour->tiles};
        if (pictures.colour || pictures.normal || pictures.surface || pictures.glow) {
            material.pictures = m_pictures.share(pictures);
        }
        return material;
    }

    static int attribute(const tinygltf::Primitive& primitive, const char* name) {
        const auto found = primitive.attributes.find(name);
        return found == primitive.attributes.end() ? -1 : found->second;
    }

    Result<Columns> columns(const tinygltf::Primitive& primitive, const char* name, int width, size_t rows) {
        const int accessor = attribute(primitive, name);
        if (accessor < 0) return Columns{};
        auto read = readColumns(m_gltf, accessor, kMostVertices);
        if (read && (read->width < width || (rows != 0 && read->count != rows))) {
            return wrong(std::string(name) + " does not fit its vertices");
        }
        return read;
    }

    Result<void> add(const tinygltf::Primitive& primitive, const glm::dmat4& placing) {
        if (primitive.mode >= 0 && primitive.mode < TINYGLTF_MODE_TRIANGLES) {
            m_builder.note("lines or points were left out");
            return {};
        }
        Piece piece;
        const int plain = static_cast<int>(m_colours.size()) - 1;
        piece.material = primitive.material < 0 ? plain : primitive.material;
        if (piece.material > plain) return wrong("material " + std::to_string(piece.material) + " is not there");
        const Painted& paint = m_colours[static_cast<size_t>(piece.material)];

        const auto positions = columns(primitive, "POSITION", 3, 0);
        if (!positions) return tl::make_unexpected(positions.error());
        if (positions->count == 0) return wrong("a mesh has no positions");
        const size_t n = positions->count;
        const std::string uvName = "TEXCOORD_" + std::to_string(std::clamp(paint.uvSet, 0, 7));
        const auto normals = columns(primitive, "NORMAL", 3, n), uvs = columns(primitive, uvName.c_str(), 2, n),
                   tangents = columns(primitive, "TANGENT", 4, n), colours = columns(primitive, "COLOR_0", 3, n);
        for (const auto* one : {&normals, &uvs, &tangents, &colours}) {
            if (!*one) return tl::make_unexpected(one->error());
        }
        if ((m_vertices += n) > kMostVertices) {
            return wrong("it has more than " + std::to_string(kMostVertices) + " vertices");
        }
        place(*positions, *normals, *tangents, placing, piece);
        placeUvs(*uvs, paint, piece);
        const auto row = [](const Columns& from, size_t i) {
            return from.values.data() + i * static_cast<size_t>(from.width);
        };
        for (size_t i = 0; i < colours->count; ++i) {
            const float* c = row(*colours, i);
            piece.colours.emplace_back(c[0], c[1], c[2]);
        }
        if (auto indexed = index(primitive, n, glm::determinant(glm::dmat3(placing)) < 0, piece); !indexed)
            return indexed;
        if (piece.indices.empty()) return {};
        return m_builder.add(std::move(piece));
    }

    static void place(const Columns& positions, const Columns& normals, const Columns& tangents,
                      const glm::dmat4& placing, Piece& piece) {
        const glm::dmat3 turn(placing);
        // Of the cofactors, so that it holds for uneven scales and for flat ones too.
        const glm::dmat3 forNormals(glm::cross(turn[1], turn[2]), glm::cross(turn[2], turn[0]),
                                    glm::cross(turn[0], turn[1]));
        const double side = glm::determinant(turn) < 0 ? -1 : 1;
        const auto at = [](const Columns& from, size_t i) {
            const float* v = from.values.data() + i * static_cast<size_t>(from.width);
            return glm::dvec3(v[0], v[1], v[2]);
        };
        for (size_t i = 0; i < positions.count; ++i) {
            piece.positions.emplace_back(glm::dvec3(placing * glm::dvec4(at(positions, i), 1)));
        }
        for (size_t i = 0; i < normals.count; ++i) piece.normals.emplace_back(forNormals * at(normals, i) * side);
        for (size_t i = 0; i < tangents.count; ++i) {
            const glm::dvec3 t = turn * at(tangents, i);
            piece.tangents.emplace_back(glm::vec3(t),
                                        tangents.values[i * static_cast<size_t>(tangents.width) + 3] * side);
        }
    }

    static void placeUvs(const Columns& uvs, const Painted& paint, Piece& piece) {
        const double c = exact::cos(paint.turn), s = exact::sin(paint.turn);
        for (size_t i = 0; i < uvs.count; ++i) {
            const float* v = uvs.values.data() + i * static_cast<size_t>(uvs.width);
            const double x = v[0] * paint.scale.x, y = v[1] * paint.scale.y;
            piece.uvs.emplace_back(paint.offset.x + x * c + y * s, paint.offset.y - x * s + y * c);
        }
    }

    Result<void> index(const tinygltf::Primitive& primitive, size_t vertices, bool mirrored, Piece& piece) {
        std::vector<uint32_t> order;
        if (primitive.indices >= 0) {
            auto read = readIndices(m_gltf, primitive.indices, 3 * kMostTriangles + 2);
            if (!read) return tl::make_unexpected(read.error());
            order = std::move(*read);
        } else {
            for (uint32_t i = 0; i < vertices; ++i) order.push_back(i);
        }
        const bool strip = primitive.mode == TINYGLTF_MODE_TRIANGLE_STRIP;
        const bool fan = primitive.mode == TINYGLTF_MODE_TRIANGLE_FAN;
        const size_t step = strip || fan ? 1 : 3;
        for (size_t i = 0; i + 2 < order.size(); i += step) {
            uint32_t a = fan ? order[0] : order[i], b = order[i + 1], c = order[i + 2];
            if ((strip && i % 2 != 0) != mirrored) std::swap(b, c);
            piece.indices.insert(piece.indices.end(), {a, b, c});
        }
        return {};
    }

    const tinygltf::Model& m_gltf;
    PictureShelf& m_pictures;
    bool m_writesSrgb;
    ModelBuilder m_builder{{}};
    std::vector<Painted> m_colours;  // a material's colour picture
    size_t m_vertices = 0;
};

}  // namespace

Result<Model> readGltf(std::span<const uint8_t> bytes, const Neighbours& neighbours, PictureShelf& pictures) {
    try {
        const auto parsed = parse(bytes, neighbours);
        if (!parsed) return tl::make_unexpected(parsed.error());
        return GltfReader(*parsed, pictures).read();
    } catch (const std::exception& failure) {
        return wrong(std::string("it is no sound glTF 2.0: ") + failure.what());
    }
}

}  // namespace sketchwalk::library
