// A model as a file holds it: all nodes baked into triangles, in the file's own units and axes. What comes out of the
// readers is checked: finite positions, indices in range, unit normals, at most kMostTriangles.
#pragma once

#include <cstdint>
#include <functional>
#include <glm/vec3.hpp>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/assets/Mesh.h"
#include "core/base/Error.h"
#include "core/library/Pictures.h"

namespace sketchwalk::library {

// What a file may cost. Anything over it is refused, so that no file can hang the program or eat the machine's memory.
constexpr uint64_t kMostFileBytes = 64ULL << 20;
constexpr size_t kMostTriangles = 200'000;
constexpr size_t kMostVertices = 600'000;
constexpr size_t kMostNodes = 20'000;
constexpr size_t kMostMaterials = 256;
constexpr size_t kMostJsonValues = 2'000'000;
constexpr int kMostJsonDepth = 64;
constexpr double kFarthest = 1e6;  // file units: a point further out is a broken file

inline tl::unexpected<Error> wrong(std::string text) {
    return fail(ErrorKind::input, std::move(text));
}

struct Model {
    std::vector<assets::Primitive> primitives;  // one a material; normals always there, uvs as the file has them
    std::vector<assets::Material> materials;
    glm::vec3 min{0}, max{0};
    std::vector<std::string> notes;  // what was left out: lines, points, skins
    size_t triangles() const {
        size_t n = 0;
        for (const auto& p : primitives) n += p.indices.size() / 3;
        return n;
    }
};

// How a reader gets at the files beside the model (buffers, pictures, OBJ materials): by the name that the model
// gives. Refuses what leads out of the library; ErrorKind::resource where it only is not there.
using Neighbours = std::function<Result<std::vector<uint8_t>>(std::string_view name)>;

// Errors are ErrorKind::input; the text is the reason alone ("index 7 points past its 4 vertices"), since the caller
// knows the file.
Result<Model> readGltf(std::span<const uint8_t> bytes, const Neighbours& neighbours, PictureShelf& pictures);
Result<Model> readObj(std::string_view text, const Neighbours& neighbours, PictureShelf& pictures);
// By the name's ending: .glb, .gltf, .obj in any case.
Result<Model> readModel(std::string_view name, std::span<const uint8_t> bytes, const Neighbours& neighbours,
                        PictureShelf& pictures);
bool isModelName(std::string_view name);

}  // namespace sketchwalk::library
