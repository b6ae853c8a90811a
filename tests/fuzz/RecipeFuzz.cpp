// Any bytes as a recipe: an error or a mesh, never a crash, a hang or a broken mesh.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/assets/Recipes.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)sketchwalk::assets::Recipes::check(text, "fuzz");
    return 0;
}
