#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "core/catalogue/Catalogue.h"

namespace sketchwalk::catalogue {
namespace {

const Catalogue& shipped() {
    static const auto catalogue = Catalogue::load(SKETCHWALK_SOURCE_DIR "/resources");
    if (!catalogue) ADD_FAILURE() << catalogue.error().text;
    return *catalogue;
}

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r");
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

struct Line {
    int number = 0;
    std::string phrase, id, biome;
    std::vector<std::string> qualities;
};

std::vector<Line> fixture() {
    std::ifstream file(SKETCHWALK_SOURCE_DIR "/tests/fixtures/phrases.txt");
    std::vector<Line> lines;
    std::string text;
    for (int number = 1; std::getline(file, text); ++number) {
        if (text.empty() || text[0] == '#') continue;
        std::stringstream parts(text);
        std::string part[4];
        for (auto& p : part) std::getline(parts, p, '|');
        Line line{number, trimmed(part[0]), trimmed(part[1]), trimmed(part[2]), {}};
        std::stringstream words(part[3]);
        for (std::string word; words >> word;) line.qualities.push_back(word);
        lines.push_back(line);
    }
    return lines;
}

// What differs between the meaning and what a person would mean; empty when nothing does.
std::string difference(const Line& line, const Meaning& meaning) {
    const std::string got = meaning.entry != nullptr ? meaning.entry->id : meaning.aloft ? "^" : "-";
    if (got != line.id) return "means " + got + " instead of " + line.id;
    if (line.id == "-" || line.id == "^") return "";
    if (line.biome != "*" && meaning.biome != line.biome)
        return "suggests biome '" + meaning.biome + "' instead of '" + line.biome + "'";
    for (const auto& wanted : line.qualities) {
        if (std::find(meaning.qualities.begin(), meaning.qualities.end(), wanted) == meaning.qualities.end())
            return "lacks " + wanted;
    }
    return "";
}

TEST(Phrases, MeanWhatPeopleMean) {
    const auto lines = fixture();
    ASSERT_GE(lines.size(), 340u);
    size_t known = 0, knownRight = 0, refused = 0, refusedRight = 0;
    for (const auto& line : lines) {
        const auto wrong = difference(line, shipped().resolve(line.phrase));
        const bool refusal = line.id == "-" || line.id == "^";
        (refusal ? refused : known) += 1;
        (refusal ? refusedRight : knownRight) += wrong.empty() ? 1u : 0u;
        if (!wrong.empty()) std::printf("phrases.txt:%d: \"%s\" %s\n", line.number, line.phrase.c_str(), wrong.c_str());
    }
    const double share = static_cast<double>(knownRight) / static_cast<double>(known);
    const double refusals = static_cast<double>(refusedRight) / static_cast<double>(refused);
    std::printf("phrases resolved: %zu of %zu (%.1f %%); refused rightly: %zu of %zu (%.1f %%)\n", knownRight, known,
                100 * share, refusedRight, refused, 100 * refusals);
    EXPECT_GE(known, 300u);
    EXPECT_GE(refused, 40u);
    EXPECT_GE(share, 0.97);
    EXPECT_GE(refusals, 0.97);
}

TEST(Phrases, KnowOneFromMany) {
    EXPECT_FALSE(shipped().resolve("a house").plural);
    EXPECT_TRUE(shipped().resolve("houses").plural);
    EXPECT_TRUE(shipped().resolve("a row of houses").plural);
    EXPECT_TRUE(shipped().resolve("a village").plural);
    EXPECT_TRUE(shipped().resolve("cacti").plural);
    EXPECT_FALSE(shipped().resolve("grass").plural);
}

TEST(Phrases, AnIdMeansItself) {
    for (const auto& entry : shipped().entries()) {
        const auto meaning = shipped().resolve(entry.id);
        if (entry.kind == Kind::atmosphere) {
            EXPECT_TRUE(meaning.aloft) << entry.id;
        } else {
            ASSERT_NE(meaning.entry, nullptr) << entry.id;
            EXPECT_EQ(meaning.entry->id, entry.id);
            EXPECT_EQ(meaning.confidence, 1.0) << entry.id;
        }
    }
}

TEST(Phrases, EveryListedPhraseAndItsPluralMeansItsEntry) {
    for (const auto& entry : shipped().entries()) {
        for (const auto& phrase : entry.phrases) {
            const auto one = shipped().resolve(phrase);
            if (entry.kind == Kind::atmosphere) {
                EXPECT_TRUE(one.aloft) << phrase;
                continue;
            }
            ASSERT_NE(one.entry, nullptr) << phrase;
            EXPECT_EQ(one.entry->id, entry.id) << phrase;
        }
    }
}

TEST(Phrases, AreSurerOfPlainOnes) {
    EXPECT_EQ(shipped().resolve("a house").confidence, 1.0);
    EXPECT_LT(shipped().resolve("a hosue").confidence, 1.0);
    EXPECT_GT(shipped().resolve("a hosue").confidence, 0.5);
    EXPECT_EQ(shipped().resolve("quantum").confidence, 0.0);
}

TEST(Phrases, NeverFailOnHostileText) {
    std::string bytes;
    for (int i = 0; i < 5000; ++i) bytes.push_back(static_cast<char>((i * 7919) % 256));
    EXPECT_NO_FATAL_FAILURE(shipped().resolve(bytes));
    EXPECT_NO_FATAL_FAILURE(shipped().resolve(std::string(100000, 'a')));
    EXPECT_NO_FATAL_FAILURE(shipped().resolve("\xC3"));
    EXPECT_NO_FATAL_FAILURE(shipped().resolve("of of of with and of"));
    EXPECT_EQ(shipped().resolve("").entry, nullptr);
    EXPECT_EQ(shipped().resolve("ch\xC3\xA2teau").entry, shipped().find("castle"));
}

TEST(Biomes, FollowTheBaseThenThePrompt) {
    const auto biome = [](const char* base, const char* prompt) { return shipped().biomeFor(base, prompt).id; };
    EXPECT_EQ(biome("a seaside", "a golden beach, a forest with trees, a blue sea, wooden holiday houses"),
              "temperate");
    EXPECT_EQ(biome("jungle", "isometric view of a game scene, ruined temple"), "jungle");
    EXPECT_EQ(biome("arctic tundra", "frozen river, a house"), "tundra");
    EXPECT_EQ(biome("urban park", ""), "urban");
    EXPECT_EQ(biome("a snowy plain", ""), "snow");
    EXPECT_EQ(biome("city", ""), "urban");
    EXPECT_EQ(biome("beach", "Isometric view of game scene, tropical islands, ocean"), "tropical");
    EXPECT_EQ(biome("beach", ""), "temperate");
    EXPECT_EQ(biome("medieval village", ""), "countryside");
    EXPECT_EQ(biome("a forest with few trees", "a river, a bridge"), "temperate");
    EXPECT_EQ(biome("a field with ice and snow", ""), "snow");
    EXPECT_EQ(biome("grass", "a snowy village by a river"), "snow");
    EXPECT_EQ(biome("grass", "palm trees, a hut"), "tropical");
    EXPECT_EQ(biome("Gobi desert", ""), "desert");
    EXPECT_EQ(biome("lava fields", ""), "volcanic");
    EXPECT_EQ(biome("", ""), "temperate");
    EXPECT_EQ(biome("grass", "a hill without snow"), "temperate");
}

TEST(Biomes, GiveTheGroundWhereNothingIsDrawn) {
    const auto ground = [](const char* base, const char* biome) {
        return shipped().baseSurface(base, *shipped().findBiome(biome)).id;
    };
    EXPECT_EQ(ground("beach", "tropical"), "sand");
    EXPECT_EQ(ground("a forest with few trees", "temperate"), "grass");
    EXPECT_EQ(ground("forest", "temperate"), "forest");
    EXPECT_EQ(ground("jungle", "jungle"), "jungle");
    EXPECT_EQ(ground("a field with ice and snow", "snow"), "snow");
    EXPECT_EQ(ground("grass", "snow"), "snow");          // nothing said: the climate decides
    EXPECT_EQ(ground("green meadow", "snow"), "grass");  // said
    EXPECT_EQ(ground("urban park", "urban"), "grass");
    EXPECT_EQ(ground("city", "urban"), "paving");
    EXPECT_EQ(ground("quantum", "desert"), "sand");
    EXPECT_EQ(ground("", "temperate"), "grass");
}

}  // namespace
}  // namespace sketchwalk::catalogue
