#include "core/catalogue/CatalogueReader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/catalogue/JsonFields.h"

namespace sketchwalk::catalogue {

using nlohmann::json;

namespace {

template <class T, size_t N>
T oneOf(JsonFields& fields, const char* key, const std::string& word,
        const std::array<std::pair<const char*, T>, N>& names) {
    std::string wanted;
    for (const auto& [name, value] : names) {
        if (word == name) return value;
        wanted += std::string(wanted.empty() ? "" : ", ") + name;
    }
    fields.flaw(key, "\"" + word + "\" is none of: " + wanted);
}

constexpr std::array<std::pair<const char*, Kind>, 8> kKinds{{{"object", Kind::object},
                                                              {"relief", Kind::relief},
                                                              {"water", Kind::water},
                                                              {"surface", Kind::surface},
                                                              {"sculpt", Kind::sculpt},
                                                              {"play", Kind::play},
                                                              {"follower", Kind::follower},
                                                              {"atmosphere", Kind::atmosphere}}};
constexpr std::array<std::pair<const char*, DrawnAs>, 3> kDrawn{
    {{"line", DrawnAs::line}, {"area", DrawnAs::area}, {"symbol", DrawnAs::symbol}}};
constexpr std::array<std::pair<const char*, Stands>, 5> kStands{{{"land", Stands::land},
                                                                 {"water", Stands::water},
                                                                 {"shore", Stands::shore},
                                                                 {"span", Stands::span},
                                                                 {"anywhere", Stands::anywhere}}};
constexpr std::array<std::pair<const char*, Faces>, 4> kFaces{
    {{"none", Faces::none}, {"roadOrWater", Faces::roadOrWater}, {"road", Faces::road}, {"water", Faces::water}}};
constexpr std::array<std::pair<const char*, Site>, 2> kSites{{{"none", Site::none}, {"level", Site::level}}};

constexpr std::array<std::pair<const char*, Follows>, 4> kFollows{
    {{"nothing", Follows::nothing}, {"ground", Follows::ground}, {"water", Follows::water}, {"air", Follows::air}}};

constexpr double kMetres = 1e5;  // more than any map

void readShape(JsonFields& owner, ReliefShape& shape) {
    JsonFields f(owner.object("relief"), owner.place() + ", relief");
    shape.heightPerWidth = f.number("heightPerWidth", 0, 10);
    shape.minHeight = f.number("minHeight", 0, 9000);
    shape.maxHeight = f.number("maxHeight", shape.minHeight, 9000);
    shape.roughness = f.number("roughness", 0, 1);
    f.nothingElse();
}

void readSize(JsonFields& f, Size& size) {
    const auto numbers = f.numbers("size", 3, 0, kMetres);
    size = {numbers[0], numbers[2], numbers[1]};  // in the file as a builder says it: width, height, depth
}

void readPace(JsonFields& f, Entry& e) {
    e.follows = oneOf(f, "follows", f.text("follows", "nothing"), kFollows);
    if (e.kind == Kind::follower && e.follows == Follows::nothing) f.flaw("follows", "needs ground, water or air");
    if (e.follows == Follows::nothing) return;
    const auto numbers = f.numbers("pace", 3, 0.05, 200);
    e.pace = {numbers[0], numbers[1], numbers[2]};
    if (!(e.pace.slowest <= e.pace.usual && e.pace.usual <= e.pace.fastest))
        f.flaw("pace", "wants slowest, usual and fastest, in metres a second");
}

EntryRead readEntry(const json& value, size_t number) {
    JsonFields unnamed(value, std::string(kCatalogueFile) + ": entry " + std::to_string(number));
    const std::string id = unnamed.text("id");
    JsonFields f(value, std::string(kCatalogueFile) + ": entry " + id);
    EntryRead read;
    Entry& e = read.entry;
    e.id = f.text("id");
    if (e.id.empty()) f.flaw("id", "is empty");
    e.kind = oneOf(f, "kind", f.text("kind"), kKinds);
    for (const auto& word : f.texts("drawn")) e.drawn.push_back(oneOf(f, "drawn", word, kDrawn));
    if (e.drawn.empty() && e.kind != Kind::atmosphere) f.flaw("drawn", "needs line, area or symbol");
    e.colour = f.colour("colour");
    e.icon = f.text("icon");
    e.phrases = f.texts("phrases");
    if (e.phrases.empty()) f.flaw("phrases", "needs at least one");
    e.family = e.kind == Kind::object ? f.text("family") : f.text("family", "");
    const bool sized = e.kind == Kind::object || e.kind == Kind::relief || e.kind == Kind::follower;
    if (sized || f.has("size")) readSize(f, e.size);
    e.groupAbove = f.number("groupAbove", 0, 1e9, e.groupAbove);
    e.groupSpacing = f.number("groupSpacing", 0, 1000, e.groupSpacing);
    e.lineWidth = f.number("lineWidth", 0, 1000, e.lineWidth);
    e.maxStretch = f.number("maxStretch", 1, 1000, e.maxStretch);
    e.stands = oneOf(f, "stands", f.text("stands", "land"), kStands);
    e.faces = oneOf(f, "faces", f.text("faces", "none"), kFaces);
    e.site = oneOf(f, "site", f.text("site", "none"), kSites);
    e.recipes = e.kind == Kind::object ? f.texts("recipes") : f.textsOrNone("recipes");
    if (e.kind == Kind::relief) readShape(f, e.relief);
    e.scatter = readScatter(f, "scatter");
    e.walkable = f.flag("walkable", true);
    e.depth = e.kind == Kind::water ? f.number("depth", 0, 1000) : f.number("depth", 0, 1000, 0);
    e.friction = f.number("friction", 0.01, 100, 1);
    readPace(f, e);
    read.collective = f.textsOrNone("collective");
    read.counted = f.textsOrNone("counted");
    read.biome = f.text("biome", "");
    f.nothingElse();
    return read;
}

QualityRead readQuality(const json& value, size_t number) {
    JsonFields f(value, std::string(kCatalogueFile) + ": quality " + std::to_string(number));
    QualityRead read;
    read.quality.id = f.text("id");
    read.quality.words = f.texts("words");
    read.biome = f.text("biome", "");
    read.quality.kind = f.flag("kind", false);
    read.quality.plants = f.flag("plants", false);
    read.quality.growth = f.number("growth", 0, 10, 1);
    if (f.has("turns")) {
        for (const auto& [from, to] : f.object("turns").items()) {
            if (!to.is_string()) f.flaw("turns", "texts are wanted");
            read.quality.turns[from] = to.get<std::string>();
        }
    }
    f.nothingElse();
    return read;
}

Language readLanguage(const json& value) {
    JsonFields f(value, std::string(kCatalogueFile) + ": language");
    Language language;
    const auto set = [&](const char* key) {
        const auto words = f.texts(key);
        return std::set<std::string, std::less<>>(words.begin(), words.end());
    };
    language.fillers = set("fillers");
    language.cuts = set("cuts");
    language.describing = set("describing");
    language.participles = set("participles");
    language.counting = set("counting");
    language.negations = set("negations");
    language.measures = set("measures");
    language.tails = set("tails");
    language.strangers = set("strangers");
    for (const auto& [plural, singular] : f.object("irregular").items()) {
        if (!singular.is_string()) f.flaw("irregular", "texts are wanted");
        language.irregular[plural] = singular.get<std::string>();
    }
    f.nothingElse();
    return language;
}

}  // namespace

std::vector<Scatter> readScatter(JsonFields& owner, const char* key) {
    std::vector<Scatter> rules;
    if (!owner.has(key)) return rules;
    for (const auto& value : owner.list(key)) {
        JsonFields f(value, owner.place() + ", scatter " + std::to_string(rules.size() + 1));
        Scatter s;
        s.object = f.text("object");
        s.perHectare = f.number("perHectare", 0, 20000);
        s.spacing = f.number("spacing", 0.2, 500);
        s.maxSlope = f.number("maxSlope", 0, 90, s.maxSlope);
        s.minSlope = f.number("minSlope", 0, 90, s.minSlope);
        s.clusters = f.number("clusters", 0, 1, s.clusters);
        s.clusterSize = f.number("clusterSize", 1, 1000, s.clusterSize);
        s.fromWater = f.number("fromWater", 0, kMetres, s.fromWater);
        s.toWater = f.number("toWater", 0, 1e9, s.toWater);
        s.fromRoad = f.number("fromRoad", 0, kMetres, s.fromRoad);
        s.fromBuilding = f.number("fromBuilding", 0, kMetres, s.fromBuilding);
        s.minScale = f.number("minScale", 0.05, 20, s.minScale);
        s.maxScale = f.number("maxScale", 0.05, 20, s.maxScale);
        s.fromEdge = f.number("fromEdge", 0, kMetres, s.fromEdge);
        s.toEdge = f.number("toEdge", 0, 1e9, s.toEdge);
        s.clearings = f.number("clearings", 0, 0.5, s.clearings);
        s.inClearings = f.number("inClearings", 0, 0.5, s.inClearings);
        s.belowSlope = f.number("belowSlope", 0, 89, s.belowSlope);
        s.kinds = static_cast<int>(f.number("kinds", 0, 64, s.kinds));
        s.surfaces = f.textsOrNone("surfaces");
        s.qualities = f.textsOrNone("qualities");
        if (s.minScale > s.maxScale) f.flaw("minScale", "is greater than maxScale");
        f.nothingElse();
        rules.push_back(std::move(s));
    }
    return rules;
}

void checkHeader(JsonFields& f, const char* format) {
    if (f.text("format") != format) f.flaw("format", std::string("\"") + format + "\" is wanted");
    if (f.number("version", 0, 1e6) != 1) f.flaw("version", "this program reads version 1");
}

CatalogueRead readCatalogue(const json& root) {
    JsonFields f(root, kCatalogueFile);
    checkHeader(f, "sketchwalk-catalogue");
    CatalogueRead read;
    read.language = readLanguage(f.object("language"));
    for (const auto& value : f.list("qualities"))
        read.qualities.push_back(readQuality(value, read.qualities.size() + 1));
    for (const auto& value : f.list("entries")) read.entries.push_back(readEntry(value, read.entries.size() + 1));
    f.nothingElse();
    return read;
}

}  // namespace sketchwalk::catalogue
