// From the two JSON files to entries, biomes and the matcher's tables. Throws Flaw.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/catalogue/Catalogue.h"
#include "core/catalogue/PhraseBook.h"

namespace sketchwalk::catalogue {

struct BiomeRead {
    Biome biome;
    std::vector<std::string> heads;  // phrases that count as the last word only: "village"
    std::vector<std::string> signs;  // entries that hint at it where nothing else does: "palm"
    int rank = 0;                    // of several biomes in one phrase the greatest rank wins
    bool covers = false;             // its base lies even where the sketch says plain "grass"
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

CatalogueRead readCatalogue(const nlohmann::json& root);
std::vector<BiomeRead> readBiomes(const nlohmann::json& root);
// Every name that one part uses must be an id of the other.
void checkNames(const CatalogueRead& catalogue, const std::vector<BiomeRead>& biomes);

}  // namespace sketchwalk::catalogue
