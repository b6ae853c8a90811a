// The shipped recipes and catalogue, and things made by them.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "core/assets/Recipes.h"

namespace sketchwalk::assets {

inline const std::filesystem::path kResources = std::filesystem::path(SKETCHWALK_SOURCE_DIR) / "resources";

inline const Recipes& shipped() {
    static const Result<Recipes> recipes = Recipes::load(kResources / "recipes");
    if (!recipes) {
        ADD_FAILURE() << recipes.error().text;
        std::abort();
    }
    return *recipes;
}

inline const catalogue::Catalogue& things() {
    static const Result<catalogue::Catalogue> loaded = catalogue::Catalogue::load(kResources);
    if (!loaded) {
        ADD_FAILURE() << loaded.error().text;
        std::abort();
    }
    return *loaded;
}

inline const catalogue::Palette kNoPalette;

// Seeds 1, 2, 3... go through the recipe's variants in order.
inline Built make(const std::string& name, Wish wish = {}, uint64_t seed = 1) {
    if (wish.variant == 0)
        wish.variant = static_cast<int>((seed - 1) % static_cast<uint64_t>(shipped().variants(name)));
    return shipped().build(name, wish, seed, kNoPalette);
}

inline glm::vec3 sizeOf(const Built& built) {
    return built.mesh->max - built.mesh->min;
}

// Their feet go down into water.
inline bool wades(const std::string& name) {
    return name == "bridge" || name == "dock";
}
// As long as their span and as high as their parts; never stretched.
inline bool spans(const std::string& name) {
    return name == "bridge" || name == "wall" || name == "fence" || name == "gate";
}

}  // namespace sketchwalk::assets
