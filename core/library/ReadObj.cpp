// Wavefront OBJ with its MTL through tinyobjloader. The text is looked over before: long lines and many faces are
// refused, because the parser's triangulation takes time that grows with the square of a polygon's corners.
#include <algorithm>
#include <array>
#include <cmath>

#define TINYOBJLOADER_IMPLEMENTATION
#include <tiny_obj_loader.h>

#include "core/library/ModelBuilder.h"

namespace sketchwalk::library {
namespace {

constexpr size_t kLongestLine = 4096;
constexpr size_t kMostCorners = 64;  // of one polygon
constexpr size_t kMostMaterialFiles = 8;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

// A keyword's rest of the line; nothing where the line begins otherwise.
std::string_view after(std::string_view line, std::string_view keyword) {
    if (!line.starts_with(keyword) || line.size() <= keyword.size()) return {};
    const char next = line[keyword.size()];
    return next == ' ' || next == '\t' ? trimmed(line.substr(keyword.size())) : std::string_view{};
}

size_t wordsIn(std::string_view text) {
    size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool letter = c != ' ' && c != '\t';
        words += letter && !inside;
        inside = letter;
    }
    return words;
}

// The parser reads "nan" and the like as 0 without a word.
bool numbersOnly(std::string_view text) {
    return text.find_first_not_of("0123456789+-.eE \t") == std::string_view::npos;
}

struct Contents {
    std::vector<std::string> materialFiles;
    size_t faces = 0, vertices = 0;
};

Result<Contents> lookOver(std::string_view text) {
    Contents contents;
    size_t number = 0;
    while (!text.empty()) {
        const size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::string where = "line " + std::to_string(++number);
        if (line.size() > kLongestLine) return wrong(where + " is longer than 4096 characters");
        if (line.find('\0') != std::string_view::npos) return wrong(where + " is not text");
        if (const auto face = after(line, "f"); !face.empty()) {
            if (wordsIn(face) > kMostCorners) return wrong(where + ": a face of more than 64 corners");
            if (++contents.faces > kMostTriangles) {
                return wrong("it has more than " + std::to_string(kMostTriangles) + " faces");
            }
        }
        for (const char* kind : {"v", "vt", "vn"}) {
            if (!numbersOnly(after(line, kind))) return wrong(where + " gives a place that is no number");
        }
        const bool vertex = !after(line, "v").empty() || !after(line, "vt").empty() || !after(line, "vn").empty();
        if (vertex && ++contents.vertices > 3 * kMostVertices) {
            return wrong("it has more than " + std::to_string(3 * kMostVertices) + " vertices");
        }
        if (const auto name = after(line, "mtllib"); !name.empty()) {
            if (contents.materialFiles.size() >= kMostMaterialFiles) return wrong(where + ": too many material files");
            contents.materialFiles.emplace_back(name);
        }
    }
    if (contents.faces == 0) return wrong("it holds no faces");
    return contents;
}

class ObjReader {
  public:
    ObjReader(const Neighbours& neighbours, PictureShelf& pictures) : m_neighbours(neighbours), m_pictures(pictures) {}

    Result<Model> read(std::string_view text) {
        const auto contents = lookOver(text);
        if (!contents) return tl::make_unexpected(contents.error());
        std::string materialText;
        for (const std::string& name : contents->materialFiles) {
            const auto file = m_neighbours(name);
            if (!file && file.error().kind == ErrorKind::resource) continue;  // shapes without their paint still serve
            if (!file) return tl::make_unexpected(file.error());
            if (materialText.size() + file->size() > (1U << 20))
                return wrong("its material files are larger than 1 MiB");
            materialText.append(file->begin(), file->end());
            materialText += '\n';
        }
        if (auto good = lookOverMaterials(materialText); !good) return tl::make_unexpected(good.error());
        tinyobj::ObjReader parser;
        tinyobj::ObjReaderConfig options;
        options.vertex_color = false;
        if (!parser.ParseFromString(std::string(text), materialText, options)) {
            return wrong("it is no sound OBJ: " +
                         parser.Error().substr(0, std::min(parser.Error().find('\n'), size_t{160})));
        }
        return build(parser);
    }

  private:
    static Result<void> lookOverMaterials(std::string_view text) {
        while (!text.empty()) {
            const size_t end = std::min(text.find('\n'), text.size());
            if (end > kLongestLine || text.substr(0, end).find('\0') != std::string_view::npos) {
                return wrong("its material file is not text, or has lines longer than 4096 characters");
            }
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return {};
    }

    Result<Model> build(const tinyobj::ObjReader& parser) {
        std::vector<assets::Material> materials;
        if (parser.GetMaterials().size() > kMostMaterials) return wrong("it has more than 256 materials");
        for (const auto& material : parser.GetMaterials()) {
            auto made = materialOf(material);
            if (!made) return tl::make_unexpected(made.error());
            materials.push_back(std::move(*made));
        }
        materials.emplace_back().name = "plain";
        const int plain = static_cast<int>(materials.size()) - 1;
        ModelBuilder builder(std::move(materials));
        for (const auto& shape : parser.GetShapes()) {
            std::vector<Piece> pieces(static_cast<size_t>(plain) + 1);
            const auto& mesh = shape.mesh;
            for (size_t face = 0; face * 3 + 2 < mesh.indices.size(); ++face) {
                const int named = face < mesh.material_ids.size() ? mesh.material_ids[face] : -1;
                const int material = named < 0 || named > plain ? plain : named;
                Piece& piece = pieces[static_cast<size_t>(material)];
                piece.material = material;
                if (auto added = addFace(parser.GetAttrib(), &mesh.indices[face * 3], piece); !added) {
                    return tl::make_unexpected(added.error());
                }
            }
            for (Piece& piece : pieces) {
                if (piece.indices.empty()) continue;
                if (piece.normals.size() != piece.positions.size()) piece.normals.clear();
                if (auto added = builder.add(std::move(piece)); !added) return tl::make_unexpected(added.error());
            }
        }
        return builder.take();
    }

    static Result<void> addFace(const tinyobj::attrib_t& all, const tinyobj::index_t* corners, Piece& piece) {
        const auto inside = [](int index, size_t numbers, size_t width) {
            return index >= 0 && (static_cast<size_t>(index) + 1) * width <= numbers;
        };
        for (int k = 0; k < 3; ++k) {
            const tinyobj::index_t& corner = corners[k];
            if (!inside(corner.vertex_index, all.vertices.size(), 3)) {
                return wrong("a face names vertex " + std::to_string(corner.vertex_index + 1) + ", which is not there");
            }
            const auto v = static_cast<size_t>(corner.vertex_index) * 3;
            piece.indices.push_back(static_cast<uint32_t>(piece.positions.size()));
            piece.positions.emplace_back(all.vertices[v], all.vertices[v + 1], all.vertices[v + 2]);
            if (inside(corner.normal_index, all.normals.size(), 3)) {
                const auto n = static_cast<size_t>(corner.normal_index) * 3;
                piece.normals.emplace_back(all.normals[n], all.normals[n + 1], all.normals[n + 2]);
            }
            if (inside(corner.texcoord_index, all.texcoords.size(), 2)) {
                const auto t = static_cast<size_t>(corner.texcoord_index) * 2;
                piece.uvs.emplace_back(all.texcoords[t], 1 - all.texcoords[t + 1]);  // OBJ counts v upward
            } else {
                piece.uvs.emplace_back(0, 0);
            }
        }
        return {};
    }

    Result<assets::Material> materialOf(const tinyobj::material_t& from) {
        const auto sane = [](float x, float low) { return std::isfinite(x) ? std::clamp(x, low, 1.0f) : low; };
        assets::Material material;
        material.name = plainName(from.name);
        material.colour = {sane(from.diffuse[0], 0), sane(from.diffuse[1], 0), sane(from.diffuse[2], 0)};
        material.glow = {sane(from.emission[0], 0), sane(from.emission[1], 0), sane(from.emission[2], 0)};
        material.alpha = sane(from.dissolve, 0.05f);
        if (from.diffuse_texname.empty()) return material;
        const auto bytes = m_neighbours(from.diffuse_texname);
        if (!bytes && bytes.error().kind == ErrorKind::resource) return material;
        if (!bytes) return tl::make_unexpected(bytes.error());
        const auto decoded = m_pictures.decode(*bytes);
        if (!decoded) return tl::make_unexpected(decoded.error());
        assets::Pictures pictures;
        pictures.colour = *decoded;
        pictures.tiles = !from.diffuse_texopt.clamp;
        material.pictures = m_pictures.share(pictures);
        if (material.colour.r + material.colour.g + material.colour.b == 0) material.colour = {1, 1, 1};  // unsaid
        return material;
    }

    const Neighbours& m_neighbours;
    PictureShelf& m_pictures;
};

}  // namespace

Result<Model> readObj(std::string_view text, const Neighbours& neighbours, PictureShelf& pictures) {
    try {
        return ObjReader(neighbours, pictures).read(text);
    } catch (const std::exception& failure) {
        return wrong(std::string("it is no sound OBJ: ") + failure.what());
    }
}

}  // namespace sketchwalk::library
