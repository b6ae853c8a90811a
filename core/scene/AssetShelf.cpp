#include "core/scene/AssetShelf.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <numeric>

#include "core/assets/Openness.h"
#include "core/base/GridHash.h"
#include "core/base/Hash.h"
#include "core/base/Memo.h"
#include "core/base/Parallel.h"
#include "core/catalogue/PaletteHash.h"

namespace sketchwalk::scene {
namespace {

// Materials of all assets in one list. A name that stands for different materials is told apart by their content.
class MaterialMerge {
  public:
    void note(const assets::Material& material) {
        auto& kinds = m_kinds[material.name];
        if (std::find(kinds.begin(), kinds.end(), material) == kinds.end()) kinds.push_back(material);
    }

    int place(const assets::Material& material, std::vector<assets::Material>& all) {
        assets::Material named = material;
        if (m_kinds[material.name].size() > 1) named.name += "_" + fingerprint(material);
        const auto [at, fresh] = m_places.try_emplace(named.name, static_cast<int>(all.size()));
        if (fresh) all.push_back(std::move(named));
        return at->second;
    }

  private:
    static std::string fingerprint(const assets::Material& material) {
        ContentHash hash;
        for (const float value : {material.colour.r, material.colour.g, material.colour.b, material.alpha,
                                  material.roughness, material.metallic, material.glow.r, material.glow.g,
                                  material.glow.b, material.doubleSided ? 1.0f : 0.0f}) {
            hash.add(static_cast<double>(value));
        }
        if (material.pictures) {
            const assets::Pictures& pictures = *material.pictures;
            for (const auto& picture : {pictures.colour, pictures.normal, pictures.surface, pictures.glow}) {
                hash.add(static_cast<uint64_t>(picture ? picture->width : 0));
                if (picture) hash.add(picture->pixels.data(), picture->pixels.size());
            }
            hash.add(static_cast<uint64_t>(pictures.tiles));
        }
        std::array<char, 8> text{};
        std::snprintf(text.data(), text.size(), "%06x", static_cast<unsigned>(hash.value() & 0xffffff));
        return text.data();
    }

    std::map<std::string, std::vector<assets::Material>> m_kinds;
    std::map<std::string, int> m_places;
};

std::shared_ptr<const assets::Mesh> withOpenness(const assets::Mesh& mesh) {
    auto copy = std::make_shared<assets::Mesh>(mesh);
    assets::bakeOpenness(*copy);
    return copy;  // the hash stays: openness follows from what it covers
}

uint64_t keyOf(const AssetWish& wish, uint64_t setting) {
    ContentHash hash;
    hash.add(setting);
    hash.add(hashText(wish.recipe));
    hash.add(&wish.wish.size, sizeof wish.wish.size);
    hash.add(&wish.wish.span, sizeof wish.wish.span);
    hash.add(&wish.wish.drop, sizeof wish.wish.drop);
    hash.add(static_cast<uint64_t>(wish.wish.variant));
    hash.add(hashText(wish.wish.biome));
    for (const std::string& quality : wish.wish.qualities) hash.add(hashText(quality));
    hash.add(wish.wish.outline.data(), wish.wish.outline.size() * sizeof(glm::vec2));
    return hash.value();
}

std::shared_ptr<const assets::Mesh> withMaterials(const assets::Mesh& mesh, const std::vector<int>& places) {
    auto copy = std::make_shared<assets::Mesh>(mesh);
    for (assets::Primitive& primitive : copy->primitives) {
        primitive.material = places[static_cast<size_t>(primitive.material)];
    }
    return copy;  // the hash stays that of the recipe's mesh: material numbers depend on what else the scene holds
}

}  // namespace

AssetShelf::AssetShelf(const assets::Source& source, const catalogue::Palette& palette, uint64_t seed)
    : m_source(source), m_palette(palette), m_seed(seed) {}

std::string AssetShelf::recipeFor(const catalogue::Entry& entry, uint64_t random, const assets::Wish& wish) const {
    const std::vector<assets::Design> designs = m_source.designs(entry, wish);
    double total = 0;
    for (const assets::Design& design : designs) total += design.weight;
    double left = toUnit(random) * total;
    std::string choice;
    for (const assets::Design& design : designs) {
        choice = design.name;
        left -= design.weight;
        if (left < 0) break;
    }
    return choice;
}

int AssetShelf::variantFor(std::string_view recipe, uint64_t random) const {
    return static_cast<int>(random % static_cast<uint64_t>(variantsOf(recipe)));
}

int AssetShelf::variantsOf(std::string_view recipe) const {
    return std::max(1, m_source.variants(recipe));
}

bool AssetShelf::understands(std::string_view recipe, std::string_view quality) const {
    return m_source.understands(recipe, quality);
}

int AssetShelf::want(AssetWish wish) {
    std::string name = wish.id + wish.apart;
    if (wish.seed != 0 && wish.seed != m_seed) name += "_seed" + std::to_string(wish.seed);
    if (wish.seed == 0) wish.seed = m_seed;
    const auto [at, fresh] = m_numbers.try_emplace(name, static_cast<int>(m_items.size()));
    if (fresh) m_items.push_back({std::move(name), std::move(wish), {}});
    return at->second;
}

void AssetShelf::build(const std::vector<bool>& used, const Job& job) {
    const uint64_t palette = catalogue::hashOf(m_palette);
    parallelFor(job.threads, static_cast<int>(m_items.size()), [&](int i) {
        Item& item = m_items[static_cast<size_t>(i)];
        if (!used[static_cast<size_t>(i)] || job.stopped()) return;
        const uint64_t seed = randomBits(item.wish.seed, "asset variant", hashText(item.wish.recipe),
                                         static_cast<uint64_t>(item.wish.variant));
        item.wish.wish.variant = item.wish.variant;
        item.key = keyOf(item.wish, combine(seed, palette));
        item.built = memoised(job, "asset", item.key, [&] {
            assets::Built built = m_source.build(item.wish.recipe, item.wish.wish, seed, m_palette);
            built.mesh = withOpenness(*built.mesh);
            return built;
        });
    });
}

std::vector<int> AssetShelf::unpack(const std::vector<bool>& used, Scene& scene, const Job& job) const {
    std::vector<int> order;
    for (size_t i = 0; i < m_items.size(); ++i) {
        const auto& built = m_items[i].built;
        if (used[i] && built && built->mesh && built->mesh->triangles() > 0) order.push_back(static_cast<int>(i));
    }
    std::sort(order.begin(), order.end(), [&](int a, int b) {
        return m_items[static_cast<size_t>(a)].name < m_items[static_cast<size_t>(b)].name;
    });
    MaterialMerge merge;
    for (const int number : order) {
        for (const auto& material : m_items[static_cast<size_t>(number)].built->materials) merge.note(material);
    }
    std::vector<int> indexOf(m_items.size(), -1);
    for (const int number : order) {
        const Item& item = m_items[static_cast<size_t>(number)];
        std::vector<int> places(item.built->materials.size(), 0);
        for (const assets::Primitive& primitive : item.built->mesh->primitives) {  // only what is used enters the scene
            const auto index = static_cast<size_t>(primitive.material);
            places[index] = merge.place(item.built->materials[index], scene.materials);
        }
        indexOf[static_cast<size_t>(number)] = static_cast<int>(scene.assets.size());
        // The same mesh with the same materials is the same one as in the scene before.
        const uint64_t same = combine(item.key, hashOf(places));
        auto mesh = *memoised(job, "placed asset", same, [&] { return withMaterials(*item.built->mesh, places); });
        scene.assets.push_back(
            {item.name, item.wish.category, std::move(mesh), std::make_shared<const AssetWish>(item.wish)});
    }
    return indexOf;
}

}  // namespace sketchwalk::scene
