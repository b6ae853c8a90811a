#include "core/synth/Hand.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "core/base/File.h"
#include "core/catalogue/Catalogue.h"
#include "core/synth/SymbolData.h"

namespace sketchwalk::synth {
namespace {

const std::filesystem::path kResources = std::filesystem::path(SKETCHWALK_SOURCE_DIR) / "resources";

const HandBook& book() {
    static const auto loaded = HandBook::parse(*readText(kResources / "hand.json"), "hand.json");
    EXPECT_TRUE(loaded) << loaded.error().text;
    return *loaded;
}

double inkOf(const Strokes& strokes) {
    double ink = 0;
    for (const Polyline& stroke : strokes) ink += lengthOf(stroke);
    return ink;
}

TEST(HandBook, KnowsOnlyThingsOfTheCatalogue) {
    const auto catalogue = catalogue::Catalogue::load(kResources);
    ASSERT_TRUE(catalogue);
    std::set<std::string> symbols;
    for (const auto& [category, symbol] : book().quickdraw) {
        EXPECT_TRUE(catalogue->find(symbol)) << symbol;
        symbols.insert(symbol);
    }
    for (const auto& [symbol, ways] : book().drawn) EXPECT_TRUE(catalogue->find(symbol)) << symbol;
    EXPECT_GE(symbols.size(), 48u);
}

TEST(HandBook, BrokenOnesAreErrorsThatNameThePlace) {
    for (const char* text : {"", "{}", R"({"format":"sketchwalk-hand","version":2})",
                             R"({"format":"sketchwalk-hand","version":1,"quickdraw":{"a":1}})",
                             R"({"format":"sketchwalk-hand","version":1,"drawn":{"pine":["1,2 x"]}})",
                             R"({"format":"sketchwalk-hand","version":1,"drawn":{"pine":["1;2"]}})",
                             R"({"format":"sketchwalk-hand","version":1,"letters":{"ab":"0,0 1,1"}})"}) {
        const auto parsed = HandBook::parse(text, "some.json");
        ASSERT_FALSE(parsed) << text;
        EXPECT_EQ(parsed.error().kind, ErrorKind::resource);
        EXPECT_NE(parsed.error().text.find("some.json"), std::string::npos);
    }
}

TEST(Hand, DrawsTheSameForTheSameSeedAndOtherwiseAnew) {
    const Strokes& pine = book().drawn.at("pine")[1];
    EXPECT_EQ(redraw(pine, 5), redraw(pine, 5));
    EXPECT_NE(redraw(pine, 5), redraw(pine, 6));
    EXPECT_EQ(writtenWord(book(), 3), writtenWord(book(), 3));
}

TEST(Hand, StaysNearItsModelAndNeverDrawsNothing) {
    const Strokes& tower = book().drawn.at("tower")[0];
    for (uint64_t seed = 0; seed < 300; ++seed) {
        const Strokes drawn = redraw(tower, seed);
        ASSERT_FALSE(drawn.empty());
        for (const Polyline& stroke : drawn) {
            ASSERT_FALSE(stroke.empty());
            for (Point p : stroke) {
                EXPECT_GT(p.x, -150);
                EXPECT_LT(p.x, 250);
                EXPECT_GT(p.y, -150);
                EXPECT_LT(p.y, 250);
            }
        }
    }
    HandStyle calm{0, 0, false};
    EXPECT_NEAR(inkOf(redraw(tower, 1, calm)), inkOf(tower), 1e-6);
}

TEST(Hand, TheFirstPartHasItsShareOfTheInk) {
    const Strokes lines = {{{0, 0}, {10, 0}}, {{0, 5}, {30, 5}}};
    const Strokes half = firstPart(lines, 0.5);
    EXPECT_EQ(half, (Strokes{{{0, 0}, {10, 0}}, {{0, 5}, {10, 5}}}));
    EXPECT_EQ(firstPart(lines, 1), lines);
    EXPECT_EQ(firstPart(lines, 0).size(), 1u);
}

TEST(SymbolData, TheSplitIsFixedByTheKey) {
    // SHA-1 begins with a9993e36 for "abc" (2845408822, 2 modulo 5) and with da39a3ee for "" (3661210606, 1 modulo 5).
    EXPECT_EQ(partOf("abc"), Part::train);
    int held = 0, kept = 0;
    for (int i = 0; i < 10000; ++i) {
        const Part part = partOf(std::to_string(5000000000000000 + i));
        held += part == Part::heldOut;
        kept += part == Part::validation;
    }
    EXPECT_NEAR(held, 2000, 150);
    EXPECT_NEAR(kept, 500, 80);
}

}  // namespace
}  // namespace sketchwalk::synth
