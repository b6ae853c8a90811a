// Any bytes as a model: an error that says why, or triangles that keep the reader's promises, made ready and fitted.
// The first byte says what follows: a GLB, a .gltf, an OBJ, or an OBJ with a material file before the first blank line.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/library/Fit.h"

using namespace sketchwalk;

namespace {

void expect(bool held) {
    if (!held) std::abort();
}

void checkBuilt(const assets::Built& built) {
    for (const assets::Primitive& primitive : built.mesh->primitives) {
        expect(primitive.material >= 0 && static_cast<size_t>(primitive.material) < built.materials.size());
        expect(primitive.normals.size() == primitive.positions.size());
        expect(primitive.uvs.size() == primitive.positions.size());
        expect(primitive.tangents.empty() || primitive.tangents.size() == primitive.positions.size());
        for (const uint32_t index : primitive.indices) expect(index < primitive.positions.size());
        for (const glm::vec3& p : primitive.positions) {
            expect(std::isfinite(p.x) && std::isfinite(p.y) && std::isfinite(p.z));
        }
        for (const glm::vec3& n : primitive.normals) expect(std::abs(n.x * n.x + n.y * n.y + n.z * n.z - 1) < 1e-3f);
    }
}

catalogue::Entry entryOf(const char* id, const char* family) {
    catalogue::Entry entry;
    entry.id = id;
    entry.family = family;
    entry.size = {5, 12, 4};
    return entry;
}

void use(library::Model model, uint8_t choice) {
    const catalogue::Entry entry = choice % 4 == 0   ? entryOf("bridge", "span")
                                   : choice % 4 == 1 ? entryOf("fence", "barrier")
                                   : choice % 4 == 2 ? entryOf("tree", "plant")
                                                     : entryOf("house", "building");
    library::Stance stance;
    stance.up = choice & 16 ? library::Up::z : library::Up::y;
    const auto ready = library::madeReady(std::move(model), entry, stance);
    if (!ready) {
        expect(!ready.error().text.empty());
        return;
    }
    assets::Wish wish;
    if (choice % 4 < 2) wish.span = 9, wish.drop = 1;
    if (choice & 32) wish.qualities = {"snowy"};
    if (entry.family == "span" && !library::suitsSpan(*ready, entry, wish)) return;
    checkBuilt(library::fitted(*ready, entry, wish, {}));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    if (size < 2) return 0;
    const uint8_t choice = data[0];
    std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    std::string beside = "v";
    if (choice >> 6 == 3) {
        const size_t blank = std::min(text.find("\n\n"), text.size());
        beside = std::string(text.substr(0, blank));
        text.remove_prefix(std::min(blank + 2, text.size()));
    }
    const library::Neighbours neighbours = [&](std::string_view) -> Result<std::vector<uint8_t>> {
        return std::vector<uint8_t>(beside.begin(), beside.end());
    };
    const char* name = choice >> 6 == 0 ? "a.glb" : choice >> 6 == 1 ? "a.gltf" : "a.obj";
    library::PictureShelf pictures;
    auto model =
        library::readModel(name, {reinterpret_cast<const uint8_t*>(text.data()), text.size()}, neighbours, pictures);
    if (!model) {
        expect(!model.error().text.empty());
        return 0;
    }
    expect(model->triangles() > 0 && model->triangles() <= library::kMostTriangles);
    if (model->triangles() < 2000) use(std::move(*model), choice);
    return 0;
}
