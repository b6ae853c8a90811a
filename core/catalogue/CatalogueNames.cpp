// Cross-checks: what one part of the data names, another part must define.
#include <map>
#include <string_view>

#include "core/catalogue/CatalogueReader.h"
#include "core/catalogue/JsonFields.h"

namespace sketchwalk::catalogue {

namespace {

class Names {
  public:
    Names(const CatalogueRead& catalogue, const std::vector<BiomeRead>& biomes) {
        for (const auto& read : catalogue.entries) {
            if (!m_kinds.emplace(read.entry.id, read.entry.kind).second)
                throw Flaw{entry(read) + ": the id is there twice"};
        }
        for (const auto& read : biomes) {
            if (!m_biomes.emplace(read.biome.id, &read).second) throw Flaw{biome(read) + ": the id is there twice"};
        }
    }

    static std::string entry(const EntryRead& read) { return std::string(kCatalogueFile) + ": entry " + read.entry.id; }
    static std::string biome(const BiomeRead& read) { return std::string(kBiomesFile) + ": biome " + read.biome.id; }

    void known(const std::string& id, const std::string& place) const {
        if (m_kinds.count(id) == 0) throw Flaw{place + ": \"" + id + "\" is no entry of the catalogue"};
    }
    void knownAs(const std::string& id, Kind kind, const char* word, const std::string& place) const {
        known(id, place);
        if (m_kinds.at(id) != kind) throw Flaw{place + ": \"" + id + "\" is not a " + word};
    }
    void knownBiome(const std::string& id, const std::string& place) const {
        if (!id.empty() && m_biomes.count(id) == 0) throw Flaw{place + ": \"" + id + "\" is no biome"};
    }
    void scatter(const std::vector<Scatter>& rules, const std::string& place) const {
        for (const auto& rule : rules) {
            knownAs(rule.object, Kind::object, "thing that can grow or lie about", place + ", scatter");
            for (const auto& id : rule.surfaces) knownAs(id, Kind::surface, "surface", place + ", scatter");
        }
    }
    // Whatever can be ground must have a colour in every biome.
    static void painted(const CatalogueRead& catalogue, const Biome& biome, const std::string& place) {
        for (const auto& e : catalogue.entries) {
            const bool ground = e.entry.kind == Kind::surface || e.entry.kind == Kind::water;
            if (ground && biome.palette.colours.count(e.entry.id) == 0) {
                throw Flaw{place + ", key \"palette\": no colour for \"" + e.entry.id + "\""};
            }
        }
    }
    void biomeNames(const CatalogueRead& catalogue, const Biome& b, const std::string& place) const {
        knownAs(b.base, Kind::surface, "surface", place + ", key \"base\"");
        knownAs(b.slope, Kind::surface, "surface", place + ", key \"slope\"");
        knownAs(b.shore, Kind::surface, "surface", place + ", key \"shore\"");
        scatter(b.scatter, place);
        for (const auto& patch : b.patches) knownAs(patch.surface, Kind::surface, "surface", place + ", patches");
        for (const auto& [from, to] : b.swaps) {
            known(from, place + ", key \"swaps\"");
            known(to, place + ", key \"swaps\"");
        }
        for (const auto& [object, factor] : b.growth)
            knownAs(object, Kind::object, "thing that can grow", place + ", key \"growth\"");
        painted(catalogue, b, place);
    }

  private:
    std::map<std::string, Kind, std::less<>> m_kinds;
    std::map<std::string, const BiomeRead*, std::less<>> m_biomes;
};

}  // namespace

void checkNames(const CatalogueRead& catalogue, const std::vector<BiomeRead>& biomes) {
    const Names names(catalogue, biomes);
    for (const auto& read : catalogue.entries) {
        names.scatter(read.entry.scatter, Names::entry(read));
        names.knownBiome(read.biome, Names::entry(read) + ", key \"biome\"");
    }
    for (const auto& read : catalogue.qualities) {
        const std::string place = std::string(kCatalogueFile) + ": quality " + read.quality.id;
        names.knownBiome(read.biome, place + ", key \"biome\"");
        for (const auto& [from, to] : read.quality.turns) {
            names.known(from, place + ", key \"turns\"");
            names.known(to, place + ", key \"turns\"");
        }
    }
    for (const auto& read : biomes) {
        const std::string place = Names::biome(read);
        names.biomeNames(catalogue, read.biome, place);
        for (const Biome& seasonal : read.seasonal)
            names.biomeNames(catalogue, seasonal, place + ", season " + seasonal.season);
        for (const auto& id : read.signs) names.known(id, place + ", key \"signs\"");
    }
}

}  // namespace sketchwalk::catalogue
