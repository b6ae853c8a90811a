// From biomes.json to biomes, each also in the seasons that change it.
#include "core/catalogue/CatalogueReader.h"

#include <algorithm>

namespace sketchwalk::catalogue {

using nlohmann::json;

namespace {

std::vector<Patch> readPatches(JsonFields& owner) {
    std::vector<Patch> patches;
    if (!owner.has("patches")) return patches;
    for (const auto& value : owner.list("patches")) {
        JsonFields f(value, owner.place() + ", patch " + std::to_string(patches.size() + 1));
        Patch patch;
        patch.surface = f.text("surface");
        patch.share = f.number("share", 0, 1);
        patch.size = f.number("size", 1, 500);
        f.nothingElse();
        patches.push_back(std::move(patch));
    }
    return patches;
}

void readPalette(JsonFields& f, Palette& palette) {
    for (const auto& [name, value] : f.object("palette").items())
        palette.colours[name] = colourOf(value, f, "palette, " + name);
}

// Keys that are not there leave the sky as it was, unless it must be `whole`.
void readSky(JsonFields& owner, Sky& sky, bool whole) {
    JsonFields f(owner.object("sky"), owner.place() + ", sky");
    const auto wanted = [&](const char* key) { return whole || f.has(key); };
    if (wanted("zenith")) sky.zenith = f.colour("zenith");
    if (wanted("horizon")) sky.horizon = f.colour("horizon");
    if (wanted("sun")) sky.sun = f.colour("sun");
    if (wanted("fog")) sky.fog = f.colour("fog");
    if (wanted("sunElevation")) sky.sunElevation = f.number("sunElevation", 1, 90);
    if (wanted("sunAzimuth")) sky.sunAzimuth = f.number("sunAzimuth", 0, 360);
    if (wanted("fogStart")) sky.fogStart = f.number("fogStart", 0, 1e6);
    if (wanted("fogEnd")) sky.fogEnd = f.number("fogEnd", sky.fogStart, 1e6);
    f.nothingElse();
}

void readSwaps(JsonFields& f, Biome& b) {
    for (const auto& [from, to] : f.object("swaps").items()) {
        if (!to.is_string()) f.flaw("swaps", "texts are wanted");
        b.swaps[from] = to.get<std::string>();
    }
}

void readGrowth(JsonFields& f, Biome& b) {
    for (const auto& [object, factor] : f.object("growth").items()) {
        if (!factor.is_number()) f.flaw("growth", "numbers are wanted");
        const double value = factor.get<double>();
        if (!(value >= 0 && value <= 100)) f.flaw("growth", "numbers from 0 to 100 are wanted");
        b.growth[object] = value;
    }
}

// What grew on the old open ground grows on the new: a tree of the meadow stands in the snow.
void layBase(Biome& b, const std::string& base) {
    for (Scatter& rule : b.scatter) {
        const auto has = [&](const std::string& id) {
            return std::find(rule.surfaces.begin(), rule.surfaces.end(), id) != rule.surfaces.end();
        };
        if (has(b.base) && !has(base)) rule.surfaces.push_back(base);
    }
    b.base = base;
}

// What a season says of a biome, over what the biome says itself.
void change(const json& value, const std::string& place, Biome& b) {
    JsonFields f(value, place);
    if (f.has("palette")) readPalette(f, b.palette);
    if (f.has("sky")) readSky(f, b.sky, false);
    if (f.has("swaps")) readSwaps(f, b);
    if (f.has("growth")) readGrowth(f, b);
    if (f.has("base")) layBase(b, f.text("base"));
    if (f.has("patches")) b.patches = readPatches(f);
    b.covers = f.flag("covers", b.covers);
    b.snowLine = f.number("snowLine", -1000, 1e9, b.snowLine);
    for (auto& quality : f.textsOrNone("qualities")) b.qualities.push_back(std::move(quality));
    for (auto& rule : readScatter(f, "scatter")) b.scatter.push_back(std::move(rule));
    f.nothingElse();
}

struct SeasonRead {
    Season season;
    json changes = json::object();  // to every biome that knows the season
};

SeasonRead readSeason(const json& value, size_t number) {
    JsonFields f(value, std::string(kBiomesFile) + ": season " + std::to_string(number));
    SeasonRead read;
    read.season.id = f.text("id");
    read.season.phrases = f.texts("phrases");
    read.season.unless = f.textsOrNone("unless");
    if (f.has("changes")) read.changes = f.object("changes");
    f.nothingElse();
    return read;
}

BiomeRead readBiome(const json& value, size_t number, const Palette& shared, const std::vector<SeasonRead>& seasons) {
    JsonFields unnamed(value, std::string(kBiomesFile) + ": biome " + std::to_string(number));
    JsonFields f(value, std::string(kBiomesFile) + ": biome " + unnamed.text("id"));
    BiomeRead read;
    Biome& b = read.biome;
    b.id = f.text("id");
    read.rank = static_cast<int>(f.number("rank", 0, 100));
    b.covers = f.flag("covers", false);
    b.phrases = f.texts("phrases");
    read.heads = f.textsOrNone("heads");
    read.signs = f.textsOrNone("signs");
    b.base = f.text("base");
    b.slope = f.text("slope");
    b.shore = f.text("shore");
    b.palette = shared;
    readPalette(f, b.palette);
    readSky(f, b.sky, true);
    b.scatter = readScatter(f, "scatter");
    b.patches = readPatches(f);
    b.snowLine = f.number("snowLine", -1000, 1e9, b.snowLine);
    b.qualities = f.textsOrNone("qualities");
    readSwaps(f, b);
    if (f.has("growth")) readGrowth(f, b);
    const json own = f.has("seasons") ? f.object("seasons") : json::object();
    f.nothingElse();
    for (const auto& [id, changes] : own.items()) {
        const auto season = std::find_if(seasons.begin(), seasons.end(),
                                         [&, &name = id](const auto& s) { return s.season.id == name; });
        if (season == seasons.end()) f.flaw("seasons", "\"" + id + "\" is no season of this file");
        Biome& seasonal = read.seasonal.emplace_back(b);
        seasonal.season = id;
        change(season->changes, std::string(kBiomesFile) + ": season " + id + ", changes", seasonal);
        change(changes, f.place() + ", season " + id, seasonal);
    }
    return read;
}

}  // namespace

BiomesRead readBiomes(const json& root) {
    JsonFields f(root, kBiomesFile);
    checkHeader(f, "sketchwalk-biomes");
    Palette shared;
    readPalette(f, shared);
    BiomesRead read;
    std::vector<SeasonRead> seasons;
    if (f.has("seasons")) {
        for (const auto& value : f.list("seasons")) seasons.push_back(readSeason(value, seasons.size() + 1));
    }
    for (const auto& season : seasons) read.seasons.push_back(season.season);
    for (const auto& value : f.list("biomes"))
        read.biomes.push_back(readBiome(value, read.biomes.size() + 1, shared, seasons));
    f.nothingElse();
    if (read.biomes.empty()) f.flaw("biomes", "needs at least one");
    return read;
}

}  // namespace sketchwalk::catalogue
