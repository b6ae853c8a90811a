// What a glTF file's JSON must hold to before a parser may build anything from it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/base/Error.h"

namespace sketchwalk::library {

// Bounded depth and number of values, lists no longer than the limits of Model.h, pictures inside their buffers, and no
// extension required that the reader does not know.
Result<void> checkGltfJson(std::string_view json);

// The JSON of a GLB, or the whole of a .gltf. Errors where a GLB's lengths lie.
Result<std::string_view> gltfJson(std::span<const uint8_t> bytes);
bool isGlb(std::span<const uint8_t> bytes);

}  // namespace sketchwalk::library
