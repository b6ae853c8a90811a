// What an asset is built from.
#pragma once

#include <cstdint>
#include <string>

#include "core/assets/Source.h"

namespace sketchwalk::scene {

struct AssetWish {
    std::string id;  // "<recipe>_<variant>_<size class>": equal ids mean equal meshes
    std::string category;
    std::string recipe;  // the design's name: of a recipe, or of a model of a library
    int variant = 0;
    assets::Wish wish;
    uint64_t seed = 0;       // of the variants; 0: the scene's
    std::string apart = {};  // added to the id in this scene, where it is another asset than that one there
};

}  // namespace sketchwalk::scene
