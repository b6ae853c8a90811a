// The assets of one scene: each is asked for by a wish, built once, and shared by all its copies.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/assets/Source.h"
#include "core/base/Job.h"
#include "core/catalogue/Catalogue.h"
#include "core/scene/Scene.h"

namespace sketchwalk::scene {

class AssetShelf {
  public:
    // `seed` enters the variants of all wishes that bring none; the references must outlive the shelf.
    AssetShelf(const assets::Source& source, const catalogue::Palette& palette, uint64_t seed);

    // One of the source's designs that suit the entry and the wish, by weight and `random`; empty where there is none.
    std::string recipeFor(const catalogue::Entry& entry, uint64_t random, const assets::Wish& wish = {}) const;
    int variantFor(std::string_view recipe, uint64_t random) const;
    int variantsOf(std::string_view recipe) const;
    bool understands(std::string_view recipe, std::string_view quality) const;  // assets::Source
    bool has(std::string_view recipe) const { return m_source.has(recipe); }

    // The asset's number on this shelf; asking again with the same id gives the same number. A wish of another seed
    // than the shelf's gets a name of its own.
    int want(AssetWish wish);
    size_t size() const { return m_items.size(); }
    // Builds the numbers in `used`, side by side.
    void build(const std::vector<bool>& used, const Job& job);
    // Fills the scene's assets (ordered by id) and materials (unique names) with the numbers in `used`; returns the
    // scene's asset index per number, -1 for the others and for empty meshes.
    std::vector<int> unpack(const std::vector<bool>& used, Scene& scene, const Job& job = {}) const;

  private:
    struct Item {
        std::string name;  // the scene's id of it
        AssetWish wish;
        std::shared_ptr<const assets::Built> built;
        uint64_t key = 0;  // hash of all that it was built from
    };
    const assets::Source& m_source;
    const catalogue::Palette& m_palette;
    uint64_t m_seed;
    std::vector<Item> m_items;
    std::map<std::string, int, std::less<>> m_numbers;
};

}  // namespace sketchwalk::scene
