#include "app/cli/SceneFacts.h"

#include <cstring>
#include <map>
#include <string>

#include "core/base/File.h"

namespace sketchwalk::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr uint32_t kGlbMagic = 0x46546C67, kJsonChunk = 0x4E4F534A;  // "glTF", "JSON"
constexpr size_t kGlbHeader = 12, kChunkHeader = 8;

uint32_t littleEndian(const std::vector<uint8_t>& bytes, size_t at) {
    return static_cast<uint32_t>(bytes[at]) | static_cast<uint32_t>(bytes[at + 1]) << 8 |
           static_cast<uint32_t>(bytes[at + 2]) << 16 | static_cast<uint32_t>(bytes[at + 3]) << 24;
}

Result<json> jsonOfGlb(const std::vector<uint8_t>& bytes, const fs::path& path) {
    const auto broken = [&](const std::string& what) {
        return fail(ErrorKind::input, path.string() + ": broken glTF binary: " + what + ".");
    };
    if (bytes.size() < kGlbHeader + kChunkHeader) return broken("it ends inside its header");
    if (littleEndian(bytes, 4) != 2) return broken("version " + std::to_string(littleEndian(bytes, 4)) + ", 2 wanted");
    const size_t size = littleEndian(bytes, kGlbHeader);
    if (littleEndian(bytes, kGlbHeader + 4) != kJsonChunk) return broken("its first chunk is not JSON");
    if (size > bytes.size() - kGlbHeader - kChunkHeader) return broken("its JSON chunk is cut off");
    const auto* text = bytes.data() + kGlbHeader + kChunkHeader;
    auto parsed = json::parse(text, text + size, nullptr, false);
    if (!parsed.is_object()) return broken("its JSON cannot be read");
    return parsed;
}

size_t sizeOf(const json& gltf, const char* key) {
    const auto found = gltf.find(key);
    return found != gltf.end() && found->is_array() ? found->size() : 0;
}

// Triangles of each mesh, so that copies can be counted as often as they stand.
std::vector<size_t> trianglesOfMeshes(const json& gltf) {
    std::vector<size_t> triangles;
    for (const auto& mesh : gltf.value("meshes", json::array())) {
        size_t sum = 0;
        for (const auto& primitive : mesh.value("primitives", json::array())) {
            const auto index = primitive.value("indices", size_t{0});
            if (index < sizeOf(gltf, "accessors")) sum += gltf["accessors"][index].value("count", size_t{0}) / 3;
        }
        triangles.push_back(sum);
    }
    return triangles;
}

json factsOfGltf(const json& gltf) {
    const auto perMesh = trianglesOfMeshes(gltf);
    std::map<std::string, size_t> objects, waters;
    size_t triangles = 0;
    json about = json::object();
    for (const auto& node : gltf.value("nodes", json::array())) {
        const auto mesh = node.value("mesh", perMesh.size());
        if (mesh < perMesh.size()) triangles += perMesh[mesh];
        const auto extras = node.value("extras", json::object());
        if (!extras.is_object()) continue;
        const auto kind = extras.value("kind", "");
        const auto category = extras.value("category", "");
        if (kind == "object" && !category.empty()) ++objects[category];
        if (kind == "water" && !category.empty()) ++waters[category];
        if (extras.value("format", "") == "sketchwalk-scene") about = extras;
    }
    for (const auto& scene : gltf.value("scenes", json::array())) {
        const auto extras = scene.value("extras", json::object());
        if (extras.is_object() && extras.value("format", "") == "sketchwalk-scene") about = extras;
    }
    return {{"kind", "scene"},
            {"generator", gltf.value("asset", json::object()).value("generator", "")},
            {"seed", about.value("seed", json())},
            {"extent", about.value("extent", json())},
            {"nodes", sizeOf(gltf, "nodes")},
            {"meshes", sizeOf(gltf, "meshes")},
            {"materials", sizeOf(gltf, "materials")},
            {"images", sizeOf(gltf, "images")},
            {"triangles", triangles},
            {"objects", objects},
            {"waters", waters},
            {"extensions_required", gltf.value("extensionsRequired", json::array())}};
}

json factsOfPackage(const json& about) {
    std::map<std::string, size_t> objects, waters;
    for (const auto& object : about.value("objects", json::array())) ++objects[object.value("category", "?")];
    for (const auto& water : about.value("waters", json::array())) ++waters[water.value("category", "?")];
    return {{"kind", "package"},
            {"seed", about.value("seed", json())},
            {"extent", about.value("extent", json())},
            {"surfaces", about.value("surfaces", json::array())},
            {"spawn", about.value("spawn", json())},
            {"objects", objects},
            {"waters", waters}};
}

Result<std::optional<json>> factsOfFile(const fs::path& path) {
    const auto bytes = readFile(path);
    if (!bytes) return tl::make_unexpected(bytes.error());
    if (bytes->size() >= 4 && littleEndian(*bytes, 0) == kGlbMagic) {
        const auto gltf = jsonOfGlb(*bytes, path);
        if (!gltf) return tl::make_unexpected(gltf.error());
        return factsOfGltf(*gltf);
    }
    const auto parsed = json::parse(bytes->begin(), bytes->end(), nullptr, false);
    if (parsed.is_object() && parsed.value("format", json()) == "sketchwalk-package") return factsOfPackage(parsed);
    return std::nullopt;
}

}  // namespace

Result<std::optional<json>> sceneFacts(const fs::path& path) {
    std::error_code ignored;
    const bool folder = fs::is_directory(path, ignored);
    const auto file = folder ? path / "scene.json" : path;
    if (folder && !fs::exists(file, ignored)) {
        return fail(ErrorKind::input, path.string() + ": a folder without scene.json, so no package. Give a file.");
    }
    try {
        return factsOfFile(file);
    } catch (const json::exception& wrong) {  // a value of another type than the format says
        return fail(ErrorKind::input, file.string() + ": not a scene of this program: " + wrong.what() + ".");
    }
}

}  // namespace sketchwalk::cli
