#include "core/catalogue/Catalogue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/File.h"

namespace sketchwalk::catalogue {
namespace {

using nlohmann::json;

struct Files {
    json catalogue, biomes;
};

Files shippedFiles() {
    return {json::parse(*readText(SKETCHWALK_SOURCE_DIR "/resources/catalogue.json")),
            json::parse(*readText(SKETCHWALK_SOURCE_DIR "/resources/biomes.json"))};
}

json& entry(Files& files, const std::string& id) {
    for (auto& e : files.catalogue["entries"]) {
        if (e["id"] == id) return e;
    }
    throw std::runtime_error("no entry " + id);
}

void expectRefused(const Files& files, std::initializer_list<const char*> named) {
    const auto catalogue = Catalogue::parse(files.catalogue.dump(), files.biomes.dump());
    ASSERT_FALSE(catalogue.has_value());
    EXPECT_EQ(catalogue.error().kind, ErrorKind::resource);
    for (const char* word : named)
        EXPECT_NE(catalogue.error().text.find(word), std::string::npos) << catalogue.error().text;
}

TEST(Catalogue, HoldsEveryIdOfTheFormat) {
    const auto catalogue = Catalogue::load(SKETCHWALK_SOURCE_DIR "/resources");
    ASSERT_TRUE(catalogue.has_value()) << catalogue.error().text;
    const auto expectKind = [&](Kind kind, std::initializer_list<const char*> ids) {
        for (const char* id : ids) {
            const Entry* e = catalogue->find(id);
            ASSERT_NE(e, nullptr) << id;
            EXPECT_EQ(e->kind, kind) << id;
        }
    };
    expectKind(Kind::object,
               {"house",     "cabin",        "barn",     "church",     "castle", "tower",   "lighthouse", "windmill",
                "watermill", "market_stall", "tent",     "temple",     "ruin",   "pyramid", "cave",       "well",
                "dock",      "boat",         "bridge",   "wall",       "fence",  "gate",    "campfire",   "sign",
                "statue",    "bench",        "umbrella", "playground", "tree",   "pine",    "palm",       "bush",
                "dead_tree", "cactus",       "flowers",  "tall_grass", "reeds",  "vine",    "mushroom",   "boulder",
                "stones",    "crops",        "log",      "waterfall",  "lantern"});
    expectKind(Kind::relief,
               {"mountain", "hill", "ridge", "peak", "volcano", "cliff", "valley", "basin", "plateau", "island"});
    expectKind(Kind::water, {"sea", "lake", "river", "swamp", "ice", "lava"});
    expectKind(Kind::surface, {"grass", "forest", "jungle", "sand", "rock", "gravel", "snow", "dirt", "mud", "field",
                               "garden", "paving", "road", "path", "ash"});
    expectKind(Kind::play, {"spawn", "route", "goal", "label", "ink"});
    for (const char* id :
         {"temperate", "snow", "desert", "tropical", "swamp", "volcanic", "jungle", "urban", "countryside", "tundra"}) {
        EXPECT_NE(catalogue->findBiome(id), nullptr) << id;
    }
    EXPECT_EQ(catalogue->find("no such thing"), nullptr);
}

TEST(Catalogue, SizesThingsAsInTheWorld) {
    const auto catalogue = Catalogue::load(SKETCHWALK_SOURCE_DIR "/resources");
    ASSERT_TRUE(catalogue.has_value());
    for (const auto& e : catalogue->entries()) {
        if (e.kind != Kind::object) continue;
        EXPECT_GT(e.size.height, 0.2) << e.id;
        EXPECT_LT(e.size.height, 30) << e.id;
        // one symbol stays one thing at its real size
        EXPECT_GT(e.groupAbove, e.size.width * e.size.depth) << e.id;
        EXPECT_FALSE(e.recipes.empty()) << e.id;
    }
    EXPECT_EQ(catalogue->find("castle")->size.depth, 50);
    EXPECT_EQ(catalogue->find("castle")->size.height, 25);
    EXPECT_FALSE(catalogue->find("lava")->walkable);
    EXPECT_TRUE(catalogue->find("ice")->walkable);
}

TEST(Catalogue, NamesTheFileEntryAndKeyThatIsWrong) {
    auto unknownKind = shippedFiles();
    entry(unknownKind, "house")["kind"] = "thing";
    expectRefused(unknownKind, {"catalogue.json", "house", "kind", "thing"});

    auto missing = shippedFiles();
    entry(missing, "river").erase("depth");
    expectRefused(missing, {"catalogue.json", "river", "depth", "missing"});

    auto wrongType = shippedFiles();
    entry(wrongType, "tree")["size"] = "big";
    expectRefused(wrongType, {"tree", "size"});

    auto misspelt = shippedFiles();
    entry(misspelt, "tree")["maxStrech"] = 2;
    expectRefused(misspelt, {"tree", "maxStrech"});

    auto twice = shippedFiles();
    twice.catalogue["entries"].push_back(entry(twice, "tree"));
    expectRefused(twice, {"tree", "twice"});

    auto shared = shippedFiles();
    entry(shared, "tree")["phrases"].push_back("cottage");
    expectRefused(shared, {"tree", "cottage", "house"});

    auto stranger = shippedFiles();
    stranger.biomes["biomes"][0]["base"] = "jelly";
    expectRefused(stranger, {"biomes.json", "temperate", "base", "jelly"});

    auto colourless = shippedFiles();
    colourless.biomes["palette"].erase("gravel");
    expectRefused(colourless, {"biomes.json", "palette", "gravel"});

    auto notColour = shippedFiles();
    entry(notColour, "tree")["colour"] = "#12345";
    expectRefused(notColour, {"tree", "colour"});
}

TEST(Catalogue, RefusesBrokenJson) {
    const auto biomes = *readText(SKETCHWALK_SOURCE_DIR "/resources/biomes.json");
    for (const char* text :
         {"", "{", "[]", "null", "{\"format\":\"sketchwalk-catalogue\",\"version\":2}", "\xff\xfe"}) {
        const auto catalogue = Catalogue::parse(text, biomes);
        ASSERT_FALSE(catalogue.has_value()) << text;
        EXPECT_EQ(catalogue.error().kind, ErrorKind::resource);
        EXPECT_NE(catalogue.error().text.find("catalogue.json"), std::string::npos) << catalogue.error().text;
    }
    EXPECT_FALSE(Catalogue::parse(std::string(200000, '['), biomes).has_value());
}

TEST(Catalogue, SaysWhichFileIsMissing) {
    const auto catalogue = Catalogue::load("/no/such/folder");
    ASSERT_FALSE(catalogue.has_value());
    EXPECT_EQ(catalogue.error().kind, ErrorKind::resource);
    EXPECT_NE(catalogue.error().text.find("catalogue.json"), std::string::npos);
}

// Any single value replaced by any other type either loads or is refused with a message; it never ends the program.
TEST(Catalogue, SurvivesEveryValueReplaced) {
    const auto files = shippedFiles();
    const auto flat = files.catalogue["entries"][0].flatten();
    for (const auto& replacement :
         {json(nullptr), json(-1e300), json("x"), json::array(), json::object(), json(true)}) {
        for (const auto& [pointer, value] : flat.items()) {
            auto broken = files;
            broken.catalogue["entries"][0][json::json_pointer(pointer)] = replacement;
            const auto catalogue = Catalogue::parse(broken.catalogue.dump(), files.biomes.dump());
            EXPECT_TRUE(catalogue.has_value() || !catalogue.error().text.empty()) << pointer;
        }
    }
}

TEST(Catalogue, AForestThatLiesUndrawnGrowsWhatTheBiomeSwapsIn) {
    const auto catalogue = Catalogue::load(SKETCHWALK_SOURCE_DIR "/resources");
    ASSERT_TRUE(catalogue.has_value());
    const auto grows = [&](const char* biome, const char* object, const char* surface) {
        double perHectare = 0;
        for (const auto& rule : catalogue->findBiome(biome)->scatter) {
            const bool here = std::find(rule.surfaces.begin(), rule.surfaces.end(), surface) != rule.surfaces.end();
            if (here && rule.object == object) perHectare += rule.perHectare;
        }
        return perHectare;
    };
    EXPECT_GT(grows("temperate", "tree", "forest"), 50);
    EXPECT_GT(grows("snow", "pine", "forest"), 50);
    EXPECT_EQ(grows("snow", "tree", "forest"), 0);
    EXPECT_GT(grows("jungle", "palm", "jungle"), 20);
}

TEST(Catalogue, CopiesKeepTheirMeaning) {
    auto first = Catalogue::load(SKETCHWALK_SOURCE_DIR "/resources");
    ASSERT_TRUE(first.has_value());
    const Catalogue copy = *first;
    *first = Catalogue();
    EXPECT_EQ(copy.resolve("a cottage").entry, copy.find("house"));
}

}  // namespace
}  // namespace sketchwalk::catalogue
