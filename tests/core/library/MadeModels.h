// Small models made by the tests themselves, whole or broken in one place.
#pragma once

#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/base/File.h"
#include "core/library/AssetLibrary.h"
#include "tests/support/Process.h"

namespace sketchwalk::library {

using nlohmann::json;

// A box of the given sides with its base at the origin's corner, as glTF with its buffer inside: 12 triangles.
struct MadeModel {
    json root;
    std::string bin;
};

inline MadeModel box(float width, float height, float depth) {
    MadeModel made;
    for (int i = 0; i < 8; ++i) {
        const float p[3] = {(i & 1) ? width : 0, (i & 2) ? height : 0, (i & 4) ? depth : 0};
        made.bin.append(reinterpret_cast<const char*>(p), sizeof p);
    }
    const uint16_t faces[36] = {2, 6, 7, 2, 7, 3, 0, 1, 5, 0, 5, 4, 4, 5, 7, 4, 7, 6,
                                1, 0, 2, 1, 2, 3, 5, 1, 3, 5, 3, 7, 0, 4, 6, 0, 6, 2};
    made.bin.append(reinterpret_cast<const char*>(faces), sizeof faces);
    made.root = {{"asset", {{"version", "2.0"}}},
                 {"scene", 0},
                 {"scenes", {{{"nodes", {0}}}}},
                 {"nodes", {{{"mesh", 0}}}},
                 {"meshes", {{{"primitives", {{{"attributes", {{"POSITION", 0}}}, {"indices", 1}}}}}}},
                 {"buffers", {{{"byteLength", made.bin.size()}}}},
                 {"bufferViews",
                  {{{"buffer", 0}, {"byteOffset", 0}, {"byteLength", 96}},
                   {{"buffer", 0}, {"byteOffset", 96}, {"byteLength", 72}}}},
                 {"accessors",
                  {{{"bufferView", 0}, {"componentType", 5126}, {"count", 8}, {"type", "VEC3"}},
                   {{"bufferView", 1}, {"componentType", 5123}, {"count", 36}, {"type", "SCALAR"}}}}};
    return made;
}

inline std::string glb(const MadeModel& made) {
    std::string text = made.root.dump();
    text.resize((text.size() + 3) / 4 * 4, ' ');
    std::string bin = made.bin;
    bin.resize((bin.size() + 3) / 4 * 4, '\0');
    std::string file;
    const auto word = [&](size_t value) {
        const auto w = static_cast<uint32_t>(value);
        file.append(reinterpret_cast<const char*>(&w), 4);
    };
    file += "glTF";
    word(2);
    word(28 + text.size() + bin.size());
    word(text.size());
    file += "JSON" + text;
    word(bin.size());
    file += std::string("BIN\0", 4) + bin;
    return file;
}

inline void write(const std::filesystem::path& path, const std::string& bytes) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
}

inline Result<Model> parsed(const std::string& bytes, std::string_view name = "made.glb") {
    PictureShelf pictures;
    const Neighbours none = [](std::string_view) -> Result<std::vector<uint8_t>> {
        return fail(ErrorKind::input, "nothing lies beside it");
    };
    return readModel(name, {reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()}, none, pictures);
}

inline const catalogue::Catalogue& shippedCatalogue() {
    static const auto loaded = catalogue::Catalogue::load(resourceFolder());
    return loaded.value();
}

inline const FileWords& shippedWords() {
    static const auto loaded = FileWords::load(resourceFolder() / "library-words.json", shippedCatalogue());
    return loaded.value();
}

inline Result<AssetLibrary> libraryOf(const std::vector<std::filesystem::path>& folders, int threads = 1) {
    return AssetLibrary::load(folders, shippedCatalogue(), shippedWords(), {{}, {}, threads});
}

// The test data beside the checkout.
inline std::filesystem::path shared(const std::string& name) {
    return std::filesystem::path(SKETCHWALK_SOURCE_DIR).parent_path() / "shared/data" / name;
}

}  // namespace sketchwalk::library
