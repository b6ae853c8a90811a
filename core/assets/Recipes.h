// Recipes: small data files (resources/recipes/NAME.json) that a shape grammar turns into meshes, so that a hobbyist
// can add a thing without a compiler. docs/recipes.md explains the grammar.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/assets/Source.h"
#include "core/base/Error.h"

namespace sketchwalk::assets {

class Recipes : public Source {
  public:
    // Reads every recipe of the folder. ErrorKind::resource names file, place and what is wrong.
    static Result<Recipes> load(const std::filesystem::path& folder);
    // One recipe's text, checked; for tests and the fuzzer.
    static Result<void> check(std::string_view json, std::string_view name);

    std::vector<std::string> names() const;

    // The entry's recipes that exist, by weight of order: 1, 1/2, 1/3...
    std::vector<Design> designs(const catalogue::Entry& entry, const Wish& wish) const override;
    bool has(std::string_view name) const override;
    int variants(std::string_view name) const override;
    bool understands(std::string_view name, std::string_view quality) const override;
    Built build(std::string_view name, const Wish& wish, uint64_t variantSeed,
                const catalogue::Palette& palette) const override;

    struct Recipe;

  private:
    std::map<std::string, std::shared_ptr<const Recipe>, std::less<>> m_recipes;
};

}  // namespace sketchwalk::assets
