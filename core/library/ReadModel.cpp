#include <algorithm>
#include <string>

#include "core/library/Model.h"

namespace sketchwalk::library {
namespace {

bool endsWith(std::string_view name, std::string_view ending) {
    if (name.size() <= ending.size()) return false;
    return std::equal(ending.begin(), ending.end(), name.end() - static_cast<std::ptrdiff_t>(ending.size()),
                      [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); });
}

}  // namespace

bool isModelName(std::string_view name) {
    return endsWith(name, ".glb") || endsWith(name, ".gltf") || endsWith(name, ".obj");
}

Result<Model> readModel(std::string_view name, std::span<const uint8_t> bytes, const Neighbours& neighbours,
                        PictureShelf& pictures) {
    if (bytes.size() > kMostFileBytes) {
        return fail(ErrorKind::input, "it is larger than " + std::to_string(kMostFileBytes >> 20) + " MiB");
    }
    if (endsWith(name, ".obj")) {
        return readObj({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, neighbours, pictures);
    }
    return readGltf(bytes, neighbours, pictures);
}

}  // namespace sketchwalk::library
