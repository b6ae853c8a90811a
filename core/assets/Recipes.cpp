#include "core/assets/Recipes.h"

#include <algorithm>
#include <system_error>

#include "core/assets/Derivation.h"
#include "core/assets/Grammar.h"
#include "core/base/File.h"

namespace sketchwalk::assets {

struct Recipes::Recipe {
    std::shared_ptr<const Library> vocabulary;
    std::shared_ptr<const Builtins> builtins;
    std::shared_ptr<const Grammar> grammar;
};

namespace {

constexpr uint64_t kLargestFile = 1U << 20;
constexpr size_t kMostTriangles = 3000;  // of a thing; one with more is built again, plainer

Result<std::string> readResource(const std::filesystem::path& path) {
    Result<std::string> text = readText(path, kLargestFile);
    if (!text) return fail(ErrorKind::resource, text.error().text);
    return text;
}

// What all recipes of a folder share: _materials.json and _parts.json.
Result<std::shared_ptr<Library>> loadLibrary(const std::filesystem::path& folder) {
    auto library = std::make_shared<Library>();
    const std::filesystem::path materials = folder / "_materials.json", parts = folder / "_parts.json";
    const Result<std::string> materialText = readResource(materials);
    if (!materialText) return tl::make_unexpected(materialText.error());
    const Result<void> read = parseMaterials(*materialText, materials.string(), library->symbols, library->materials);
    if (!read) return tl::make_unexpected(read.error());
    std::error_code ignored;
    if (std::filesystem::exists(parts, ignored)) {
        const Result<std::string> partText = readResource(parts);
        if (!partText) return tl::make_unexpected(partText.error());
        if (Result<void> good = parseParts(*partText, parts.string(), *library); !good) {
            return tl::make_unexpected(good.error());
        }
    }
    return library;
}

Result<std::vector<std::filesystem::path>> recipeFiles(const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (name.ends_with(".json") && !name.starts_with("_")) files.push_back(at->path());
    }
    if (error)
        return fail(ErrorKind::resource, "cannot list the recipes in " + folder.string() + ": " + error.message());
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

Result<Recipes> Recipes::load(const std::filesystem::path& folder) {
    const Result<std::vector<std::filesystem::path>> files = recipeFiles(folder);
    if (!files) return tl::make_unexpected(files.error());
    const Result<std::shared_ptr<Library>> library = loadLibrary(folder);
    if (!library) return tl::make_unexpected(library.error());
    std::vector<std::shared_ptr<const Grammar>> grammars;
    for (const std::filesystem::path& file : *files) {
        const Result<std::string> text = readResource(file);
        if (!text) return tl::make_unexpected(text.error());
        auto grammar = parseGrammar(*text, file.string(), file.stem().string(), **library);
        if (!grammar) return tl::make_unexpected(grammar.error());
        grammars.push_back(std::move(*grammar));
    }
    Recipes recipes;
    const auto builtins = std::make_shared<const Builtins>((*library)->symbols);
    for (const auto& grammar : grammars) {
        recipes.m_recipes[grammar->name] = std::make_shared<const Recipe>(Recipe{*library, builtins, grammar});
    }
    return recipes;
}

Result<void> Recipes::check(std::string_view json, std::string_view name) {
    // The shipped materials and parts are what a recipe may name; read once.
    static const Result<std::shared_ptr<Library>> shipped = loadLibrary(resourceFolder() / "recipes");
    Library library;
    if (shipped) library = **shipped;
    const std::string file = std::string(name) + ".json";
    const auto grammar = parseGrammar(json, file, name, library);
    if (!grammar) return tl::make_unexpected(grammar.error());
    const Builtins builtins(library.symbols);
    const catalogue::Palette palette;
    const Wish wish;
    for (uint64_t seed = 1; seed <= 2; ++seed) {
        Derivation derivation(library, builtins, **grammar, wish, seed, palette);
        const Built built = derivation.run();
        if (derivation.cutShort()) {
            return fail(ErrorKind::resource,
                        file + ": at /build: makes more than " + std::to_string(MeshBuilder::kMostTriangles) +
                            " triangles or visits more than " + std::to_string(Derivation::kMostSteps) + " shapes");
        }
        if (built.mesh->triangles() == 0) return fail(ErrorKind::resource, file + ": at /build: makes nothing");
    }
    return {};
}

std::vector<Design> Recipes::designs(const catalogue::Entry& entry, const Wish& /*wish*/) const {
    std::vector<Design> designs;
    for (size_t i = 0; i < entry.recipes.size(); ++i) {
        if (has(entry.recipes[i])) designs.push_back({entry.recipes[i], 1.0 / static_cast<double>(i + 1)});
    }
    return designs;
}

bool Recipes::has(std::string_view name) const {
    return m_recipes.find(name) != m_recipes.end();
}

std::vector<std::string> Recipes::names() const {
    std::vector<std::string> names;
    for (const auto& [name, recipe] : m_recipes) names.push_back(name);
    return names;
}

int Recipes::variants(std::string_view name) const {
    const auto found = m_recipes.find(name);
    return found == m_recipes.end() ? 1 : found->second->grammar->variants;
}

bool Recipes::understands(std::string_view name, std::string_view quality) const {
    const auto found = m_recipes.find(name);
    if (found == m_recipes.end()) return false;
    const Recipe& recipe = *found->second;
    const int symbol = recipe.vocabulary->symbols.find(quality);
    return recipe.grammar->asked.contains(symbol) || recipe.vocabulary->asked.contains(symbol);
}

Built Recipes::build(std::string_view name, const Wish& wish, uint64_t variantSeed,
                     const catalogue::Palette& palette) const {
    const auto found = m_recipes.find(name);
    if (found == m_recipes.end()) {
        auto nothing = std::make_shared<Mesh>();
        finish(*nothing);
        return {nothing, {}};
    }
    const Recipe& recipe = *found->second;
    Built built;
    for (int plainness = 0; plainness <= Derivation::kPlainest; ++plainness) {
        built = Derivation(*recipe.vocabulary, *recipe.builtins, *recipe.grammar, wish, variantSeed, palette, plainness)
                    .run();
        if (built.mesh->triangles() <= kMostTriangles) break;
    }
    return built;
}

}  // namespace sketchwalk::assets
