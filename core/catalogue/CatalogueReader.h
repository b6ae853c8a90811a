// From the two JSON files to entries, biomes and the matcher's tables. Throws Flaw.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/catalogue/Catalogue.h"
#include "core/catalogue/JsonFields.h"
#include "core/catalogue/PhraseBook.h"

namespace sketchwalk::catalogue {

struct BiomeRead {
    Biome biome;
    std::vector<Biome> seasonal;     // the same, in each season that changes it
    std::vector<std::string> heads;  // phrases that count as the last word only: "village"
    std::vector<std::string> signs;  // entries that hint at it where nothing else does: "palm"
    int rank = 0;                    // of several biomes in one phrase the greatest rank wins
};

struct EntryRead {
    Entry entry;
    std::vector<std::string> collective;  // phrases that mean several: "village"
    std::vector<std::string> counted;     // phrases that mean this only as a thing one can count: "a rock"
    std::string biome;                    // that the entry suggests; may be empty
};

struct QualityRead {
    Quality quality;
    std::string biome;
};

struct CatalogueRead {
    std::vector<EntryRead> entries;
    std::vector<QualityRead> qualities;
    Language language;
};

inline constexpr const char* kCatalogueFile = "catalogue.json";
inline constexpr const char* kBiomesFile = "biomes.json";

struct BiomesRead {
    std::vector<BiomeRead> biomes;
    std::vector<Season> seasons;
};

CatalogueRead readCatalogue(const nlohmann::json& root);
BiomesRead readBiomes(const nlohmann::json& root);
// What grows by itself: the list under `key`, or nothing.
std::vector<Scatter> readScatter(JsonFields& owner, const char* key);
// Format and version of a file.
void checkHeader(JsonFields& fields, const char* format);
// Every name that one part uses must be an id of the other.
void checkNames(const CatalogueRead& catalogue, const std::vector<BiomeRead>& biomes);

}  // namespace sketchwalk::catalogue
