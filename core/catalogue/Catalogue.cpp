#include "core/catalogue/Catalogue.h"

#include <algorithm>

#include "core/base/Check.h"
#include "core/base/File.h"
#include "core/catalogue/CatalogueReader.h"
#include "core/catalogue/JsonFields.h"
#include "core/catalogue/PhraseBook.h"

namespace sketchwalk::catalogue {

using nlohmann::json;

struct Catalogue::Tables {
    PhraseBook book;
    std::vector<std::vector<std::string>> signs;  // per biome
    std::vector<int> ranks;                       // per biome
};

namespace {

json parsed(std::string_view text, const char* file) {
    try {
        return json::parse(text.begin(), text.end());
    } catch (const json::exception& e) {
        throw Flaw{std::string(file) + ": this is no JSON: " + e.what()};
    }
}

template <class List>
int indexOf(const List& list, const std::string& id) {
    for (size_t i = 0; i < list.size(); ++i) {
        if (list[i].id == id) return static_cast<int>(i);
    }
    return -1;
}

void addEntries(PhraseBook& book, const std::vector<EntryRead>& entries, const std::vector<Biome>& biomes) {
    for (size_t i = 0; i < entries.size(); ++i) {
        const auto& read = entries[i];
        const int index = static_cast<int>(i);
        const auto take = [&](int owner, const char* key, const std::string& phrase) {
            if (owner < 0) return;
            throw Flaw{std::string(kCatalogueFile) + ": entry " + read.entry.id + ", key \"" + key +
                       "\": the phrase \"" + phrase + "\" belongs to " + entries[static_cast<size_t>(owner)].entry.id +
                       " already"};
        };
        book.describeEntry(index, read.entry.id, read.entry.kind == Kind::water, indexOf(biomes, read.biome));
        take(book.addPhrase(read.entry.id, index, false), "id", read.entry.id);
        for (const auto& phrase : read.collective) take(book.addPhrase(phrase, index, true), "collective", phrase);
        for (const auto& phrase : read.entry.phrases) take(book.addPhrase(phrase, index, false), "phrases", phrase);
        for (const auto& phrase : read.counted) take(book.addCounted(phrase, index), "counted", phrase);
    }
}

void addBiomes(PhraseBook& book, const std::vector<BiomeRead>& biomes) {
    for (size_t i = 0; i < biomes.size(); ++i) {
        const auto take = [&](int owner, const std::string& phrase) {
            if (owner < 0) return;
            throw Flaw{std::string(kBiomesFile) + ": biome " + biomes[i].biome.id + ", key \"phrases\": \"" + phrase +
                       "\" belongs to " + biomes[static_cast<size_t>(owner)].biome.id + " already"};
        };
        book.setRank(static_cast<int>(i), biomes[i].rank);
        for (const auto& phrase : biomes[i].biome.phrases)
            take(book.addBiomePhrase(phrase, static_cast<int>(i), false), phrase);
        for (const auto& phrase : biomes[i].heads) take(book.addBiomePhrase(phrase, static_cast<int>(i), true), phrase);
    }
}

// What grows inside a drawn forest grows, more thinly, wherever forest lies undrawn: as a map's base, on a forested
// hill. A biome whose own rules name the surface keeps to them.
void growOnSurfaces(Biome& biome, const std::vector<EntryRead>& entries) {
    constexpr double kThinner = 0.6;
    const auto own = biome.scatter;
    for (const auto& read : entries) {
        const std::string& surface = read.entry.id;
        const bool named = std::any_of(own.begin(), own.end(), [&](const Scatter& rule) {
            return std::find(rule.surfaces.begin(), rule.surfaces.end(), surface) != rule.surfaces.end();
        });
        if (read.entry.kind != Kind::surface || named) continue;
        for (Scatter rule : read.entry.scatter) {
            const auto swap = biome.swaps.find(rule.object);
            if (swap != biome.swaps.end()) rule.object = swap->second;
            rule.perHectare *= kThinner;
            rule.surfaces = {surface};
            biome.scatter.push_back(std::move(rule));
        }
    }
}

// The clauses of a prompt: "a seaside, a golden beach; a forest".
std::vector<std::string_view> clausesOf(std::string_view prompt) {
    std::vector<std::string_view> clauses;
    size_t start = 0;
    for (size_t i = 0; i <= prompt.size(); ++i) {
        const bool ends =
            i == prompt.size() || prompt[i] == ',' || prompt[i] == ';' || prompt[i] == '.' || prompt[i] == '\n';
        if (!ends) continue;
        if (i > start) clauses.push_back(prompt.substr(start, i - start));
        start = i + 1;
        if (clauses.size() >= 64) break;
    }
    return clauses;
}

}  // namespace

Result<Catalogue> Catalogue::load(const std::filesystem::path& folder) {
    constexpr uint64_t kMost = 16ULL << 20;
    auto entries = readText(folder / kCatalogueFile, kMost);
    if (!entries) return fail(ErrorKind::resource, entries.error().text);
    auto biomes = readText(folder / kBiomesFile, kMost);
    if (!biomes) return fail(ErrorKind::resource, biomes.error().text);
    auto catalogue = parse(*entries, *biomes);
    if (!catalogue) return fail(ErrorKind::resource, "In " + folder.string() + ": " + catalogue.error().text);
    return catalogue;
}

Result<Catalogue> Catalogue::parse(std::string_view catalogueJson, std::string_view biomesJson) {
    try {
        auto read = readCatalogue(parsed(catalogueJson, kCatalogueFile));
        auto biomes = readBiomes(parsed(biomesJson, kBiomesFile));
        checkNames(read, biomes.biomes);
        auto& [biomesRead, seasons] = biomes;
        Catalogue catalogue;
        auto tables = std::make_shared<Tables>();
        catalogue.m_seasons = seasons;
        for (const auto& b : biomesRead) {
            catalogue.m_biomes.push_back(b.biome);
            growOnSurfaces(catalogue.m_biomes.back(), read.entries);
            for (const Biome& seasonal : b.seasonal) {
                catalogue.m_seasonal.push_back(seasonal);
                growOnSurfaces(catalogue.m_seasonal.back(), read.entries);
            }
            tables->signs.push_back(b.signs);
            tables->ranks.push_back(b.rank);
        }
        tables->book.setLanguage(std::move(read.language));
        for (auto& q : read.qualities) {
            q.quality.biome = indexOf(catalogue.m_biomes, q.biome);
            tables->book.addQuality(std::move(q.quality));
        }
        addEntries(tables->book, read.entries, catalogue.m_biomes);
        addBiomes(tables->book, biomesRead);
        tables->book.finish();
        for (auto& e : read.entries) catalogue.m_entries.push_back(std::move(e.entry));
        catalogue.m_tables = std::move(tables);
        return catalogue;
    } catch (const Flaw& flaw) {
        return fail(ErrorKind::resource, flaw.text + ".");
    } catch (const json::exception& e) {
        return fail(ErrorKind::resource, std::string("The catalogue cannot be read: ") + e.what() + ".");
    }
}

const Entry* Catalogue::find(std::string_view id) const {
    const auto at = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& e) { return e.id == id; });
    return at == m_entries.end() ? nullptr : &*at;
}

const Biome* Catalogue::findBiome(std::string_view id) const {
    const auto at = std::find_if(m_biomes.begin(), m_biomes.end(), [&](const Biome& b) { return b.id == id; });
    return at == m_biomes.end() ? nullptr : &*at;
}

const Biome* Catalogue::findBiome(std::string_view id, std::string_view season) const {
    const auto at = std::find_if(m_seasonal.begin(), m_seasonal.end(),
                                 [&](const Biome& b) { return b.id == id && b.season == season; });
    return at == m_seasonal.end() ? findBiome(id) : &*at;
}

Meaning Catalogue::resolve(std::string_view phrase) const {
    Meaning meaning;
    if (m_tables == nullptr) return meaning;
    const Reading reading = m_tables->book.read(phrase);
    meaning.plural = reading.plural;
    meaning.qualities = reading.qualities;
    meaning.confidence = reading.confidence;
    if (reading.entry >= 0) {
        const Entry& entry = m_entries[static_cast<size_t>(reading.entry)];
        meaning.aloft = entry.kind == Kind::atmosphere;
        if (!meaning.aloft) meaning.entry = &entry;
    }
    if (reading.biome >= 0 && !meaning.aloft) meaning.biome = m_biomes[static_cast<size_t>(reading.biome)].id;
    return meaning;
}

const Entry* Catalogue::turned(std::string_view entry, const std::vector<std::string>& qualities) const {
    std::string now(entry);
    for (const std::string& quality : qualities) {
        if (m_tables != nullptr) now = m_tables->book.turned(now, quality);
    }
    return find(now);
}

bool Catalogue::plantsKnow(std::string_view quality) const {
    const Quality* said = m_tables != nullptr ? m_tables->book.quality(quality) : nullptr;
    return said != nullptr && (said->kind || said->plants);
}

double Catalogue::growthWhere(std::string_view quality) const {
    const Quality* said = m_tables != nullptr ? m_tables->book.quality(quality) : nullptr;
    return said != nullptr ? said->growth : 1;
}

const Biome& Catalogue::biomeFor(std::string_view base, std::string_view prompt) const {
    CHECK(!m_biomes.empty(), "a catalogue is made by load or parse");
    if (const Biome* said = findBiome(resolve(base).biome)) return *said;
    const auto clauses = clausesOf(prompt);
    const Biome* best = nullptr;
    int bestRank = -1;
    for (const auto clause : clauses) {
        const Biome* said = findBiome(resolve(clause).biome);
        if (said == nullptr) continue;
        const int rank = m_tables->ranks[static_cast<size_t>(said - m_biomes.data())];
        if (rank <= bestRank) continue;
        best = said;
        bestRank = rank;
    }
    if (best != nullptr) return *best;
    for (const auto clause : clauses) {
        const Entry* entry = resolve(clause).entry;
        for (size_t b = 0; entry != nullptr && b < m_biomes.size(); ++b) {
            const auto& signs = m_tables->signs[b];
            if (std::find(signs.begin(), signs.end(), entry->id) != signs.end()) return m_biomes[b];
        }
    }
    const Biome* temperate = findBiome("temperate");
    return temperate != nullptr ? *temperate : m_biomes.front();
}

const Entry& Catalogue::baseSurface(std::string_view base, const Biome& biome) const {
    const auto reading = m_tables->book.read(base);
    const Entry* ordinary = find(biome.base);
    CHECK(ordinary != nullptr, "checked when the catalogue was read");
    if (reading.entry < 0) return *ordinary;
    const Entry& entry = m_entries[static_cast<size_t>(reading.entry)];
    if (entry.kind != Kind::surface) return *ordinary;
    // Plain "grass" is what a sketch says when it says nothing: under snow or in a desert the climate decides.
    if (entry.id == "grass" && reading.bare && biome.covers) return *ordinary;
    const bool thin =
        std::find(reading.qualities.begin(), reading.qualities.end(), "sparse") != reading.qualities.end();
    const Entry* grass = find("grass");
    if (entry.id == "forest" && thin && grass != nullptr) return *grass;
    return entry;
}

}  // namespace sketchwalk::catalogue
