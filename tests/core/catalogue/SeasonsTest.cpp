// Which season a map's words name, and what the seasons make of the climates.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "core/catalogue/Catalogue.h"

namespace sketchwalk::catalogue {
namespace {

const Catalogue& shippedCatalogue() {
    static const Result<Catalogue> loaded = Catalogue::load(SKETCHWALK_SOURCE_DIR "/resources");
    if (!loaded) {
        ADD_FAILURE() << loaded.error().text;
        std::abort();
    }
    return *loaded;
}

std::string season(const char* base, const char* prompt = "") {
    return shippedCatalogue().seasonFor(base, prompt);
}

TEST(Seasons, AreReadFromWhatPeopleSay) {
    EXPECT_EQ(season("an autumn village"), "autumn");
    EXPECT_EQ(season("grass", "a village in autumn, a river"), "autumn");
    EXPECT_EQ(season("grass", "fall colors, a lake"), "autumn");
    EXPECT_EQ(season("grass", "a farm at harvest"), "autumn");
    EXPECT_EQ(season("grass", "a park in spring"), "spring");
    EXPECT_EQ(season("a spring meadow"), "spring");
    EXPECT_EQ(season("grass", "Springtime in the Shire"), "spring");
    EXPECT_EQ(season("grass", "cherry blossom by the river"), "spring");
    EXPECT_EQ(season("winter"), "winter");
    EXPECT_EQ(season("grass", "a WINTER forest with a cabin"), "winter");
    EXPECT_EQ(season("grass", "christmas market"), "winter");
    EXPECT_EQ(season("grass", "midsummer"), "summer");
    EXPECT_EQ(season("a summer beach", "in winter"), "summer") << "the base goes first";
}

TEST(Seasons, AreNotReadFromWhatOnlySoundsLikeThem) {
    for (const char* said : {"a hot spring", "hot springs in the hills", "a mountain spring", "waterfalls",
                             "a waterfall", "a village", "fallen logs", "springs", ""}) {
        EXPECT_EQ(season("grass", said), "") << said;
    }
}

TEST(Seasons, LeaveTheClimateToTheOtherWords) {
    EXPECT_EQ(shippedCatalogue().biomeFor("grass", "a winter village").id, "countryside");
    EXPECT_EQ(shippedCatalogue().biomeFor("grass", "a city in winter").id, "urban");
    EXPECT_EQ(shippedCatalogue().biomeFor("winter", "").id, "temperate");
    EXPECT_EQ(shippedCatalogue().biomeFor("grass", "a snowy winter forest").id, "snow");
}

TEST(Seasons, WinterCoversTheLandAndStopsTheCrops) {
    const Biome* winter = shippedCatalogue().findBiome("temperate", "winter");
    ASSERT_NE(winter, nullptr);
    EXPECT_EQ(winter->season, "winter");
    EXPECT_EQ(winter->base, "snow");
    EXPECT_EQ(shippedCatalogue().baseSurface("grass", *winter).id, "snow");
    EXPECT_EQ(winter->growth.at("crops"), 0);
    const std::set<std::string> told(winter->qualities.begin(), winter->qualities.end());
    EXPECT_EQ(told, (std::set<std::string>{"bare", "snowy"}));
    for (const Scatter& rule : winter->scatter) {  // what grew on the meadow grows in the snow
        const std::set<std::string> on(rule.surfaces.begin(), rule.surfaces.end());
        EXPECT_EQ(on.contains("grass") && !on.contains("snow"), false) << rule.object;
    }
    EXPECT_EQ(shippedCatalogue().findBiome("temperate")->base, "grass");
}

TEST(Seasons, AClimateWithoutThemKeepsItsFace) {
    EXPECT_EQ(shippedCatalogue().findBiome("tropical", "winter"), shippedCatalogue().findBiome("tropical"));
    EXPECT_EQ(shippedCatalogue().findBiome("temperate", ""), shippedCatalogue().findBiome("temperate"));
    EXPECT_EQ(shippedCatalogue().findBiome("nowhere", "winter"), nullptr);
}

float linear(float c) {
    return c <= 0.04045f ? c / 12.92f : std::pow((c + 0.055f) / 1.055f, 2.4f);
}
float luminance(Colour c) {
    return 0.2126f * linear(c.x) + 0.7152f * linear(c.y) + 0.0722f * linear(c.z);
}
float saturation(Colour c) {  // of HSL
    const float most = std::max({c.x, c.y, c.z}), least = std::min({c.x, c.y, c.z}), sum = most + least;
    return most == least ? 0 : (most - least) / (sum < 1 ? sum : 2 - sum);
}

std::vector<const Biome*> faces() {
    std::vector<const Biome*> all;
    for (const Biome& biome : shippedCatalogue().biomes()) all.push_back(&biome);
    for (const Biome& biome : shippedCatalogue().seasonalBiomes()) all.push_back(&biome);
    return all;
}

TEST(Palettes, AreCompleteInEveryBiomeAndSeason) {
    ASSERT_GE(faces().size(), 31u);  // 10 climates; four with four seasons, tundra with four, the desert with one
    for (const Biome* biome : faces()) {
        const auto& colours = biome->palette.colours;
        for (const Entry& entry : shippedCatalogue().entries()) {
            if (entry.kind == Kind::surface || entry.kind == Kind::water) {
                EXPECT_TRUE(colours.contains(entry.id)) << biome->id << biome->season << ": " << entry.id;
            }
        }
        for (const char* name : {"leaf", "leaf_warm", "leaf_cool", "leaf_pine", "trunk", "grass_dry", "grass_dark",
                                 "soil", "moss", "rock", "stone", "roof", "plaster", "water_deep", "wood"}) {
            EXPECT_TRUE(colours.contains(name)) << biome->id << biome->season << ": " << name;
        }
    }
}

TEST(Palettes, AreNeitherNeonNorWithoutContrast) {
    for (const Biome* biome : faces()) {
        const auto colour = [&](const char* name) { return biome->palette.colours.find(name)->second; };
        const std::string face = biome->id + " " + biome->season;
        if (biome->season != "autumn") {
            for (const char* name :
                 {"grass", "forest", "jungle", "garden", "leaf", "leaf_warm", "leaf_cool", "palm_leaf"})
                EXPECT_LT(saturation(colour(name)), 0.45f) << face << ": " << name;
        }
        EXPECT_LT(luminance(colour("leaf_pine")), 0.75f * luminance(colour("grass"))) << face;
        if (biome->season != "spring") {
            EXPECT_LT(luminance(colour("leaf")), 1.1f * luminance(colour("grass"))) << face;
        }
        for (const auto& [name, c] : biome->palette.colours) {
            EXPECT_LT(luminance(c), 0.92f) << face << ": " << name << " is white";
        }
        EXPECT_GT(biome->sky.fogEnd, biome->sky.fogStart) << face;
    }
}

TEST(Palettes, EverySeasonLooksDifferent) {
    for (const char* id : {"temperate", "countryside", "urban", "swamp", "tundra"}) {
        const auto leaf = [&](const char* when) {
            return shippedCatalogue().findBiome(id, when)->palette.colours.find("leaf")->second;
        };
        const Colour spring = leaf("spring"), summer = leaf("summer"), autumn = leaf("autumn"), winter = leaf("winter");
        EXPECT_GT(luminance(spring), luminance(summer)) << id;
        EXPECT_GT(autumn.x, autumn.y) << id << ": red over green";
        EXPECT_GT(summer.y, summer.z) << id;
        EXPECT_NE(winter, summer) << id;
    }
}

}  // namespace
}  // namespace sketchwalk::catalogue
