// Recipes: small data files (resources/recipes/NAME.json) that a shape grammar turns into meshes, so that a hobbyist
// can add a thing without a compiler. docs/recipes.md explains the grammar.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/assets/Mesh.h"
#include "core/base/Error.h"
#include "core/catalogue/Catalogue.h"

namespace sketchwalk::assets {

// What a recipe may depend on besides its own random choices.
struct Wish {
    // Metres: width (x), height (y), depth (z); 0 where the recipe's own is right. With a span, x is what lies across
    // it (a bridge's deck) unless z says so.
    glm::vec3 size{0, 0, 0};
    double span = 0;  // metres, bridges and barrier sections: length along local x, centred on the origin
    // Metres. Barriers and bridges: the end at +x lies this much higher than the end at -x, the middle stays where it
    // is. Waterfalls: the height.
    double drop = 0;
    int variant = 0;                     // which of the recipe's clearly different results: the expression `variant`
    std::vector<std::string> qualities;  // "wooden", "red", "ruined", "snowy" ...
    std::vector<glm::vec2> outline;      // castle: drawn outline in local x, z metres; may be empty
};

struct Built {
    // Origin at the middle of the base, front toward +Z, foundations down to -0.6 (bridges and docks deeper).
    // Primitive::material indexes materials.
    std::shared_ptr<const Mesh> mesh;
    std::vector<Material> materials;  // by name; one name means one material in all recipes under one palette
};

class Recipes {
  public:
    // Reads every recipe of the folder. ErrorKind::resource names file, place and what is wrong.
    static Result<Recipes> load(const std::filesystem::path& folder);
    // One recipe's text, checked; for tests and the fuzzer.
    static Result<void> check(std::string_view json, std::string_view name);

    bool has(std::string_view name) const;
    std::vector<std::string> names() const;
    // How many clearly different results of this recipe one scene should use at most.
    int variants(std::string_view name) const;

    // Pure: the same name, wish, variant, seed and palette give the same mesh.
    Built build(std::string_view name, const Wish& wish, uint64_t variantSeed, const catalogue::Palette& palette) const;

    struct Recipe;

  private:
    std::map<std::string, std::shared_ptr<const Recipe>, std::less<>> m_recipes;
};

}  // namespace sketchwalk::assets
