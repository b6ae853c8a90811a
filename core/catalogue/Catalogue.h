// The catalogue: every brush, surface, water, relief and object that the program knows, and the biomes. All of it is
// data (resources/catalogue.json, resources/biomes.json); adding an entry there adds it to the phrase matcher, the
// placement and the scatter. Immutable after loading, so any thread may read it.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Error.h"
#include "core/base/Geometry.h"

namespace sketchwalk::catalogue {

// sculpt: shapes the land by hand; follower: goes along a drawn line by itself
enum class Kind { object, relief, water, surface, sculpt, play, follower, atmosphere };
enum class DrawnAs { line, area, symbol };

// Where an object may stand, and so where it slides to when drawn half elsewhere.
enum class Stands { land, water, shore, span, anywhere };  // span: a bridge, both feet on land
enum class Faces { none, roadOrWater, road, water };       // what the front turns to

// What an object does to the ground it stands on.
enum class Site { none, level };  // level: the footprint is flattened and its rim blended

// Where what goes along a route goes.
enum class Follows { nothing, ground, water, air };

struct Pace {  // metres a second
    double slowest = 0, usual = 0, fastest = 0;
};

struct Size {          // metres, of a typical one
    double width = 1;  // along the front
    double depth = 1;
    double height = 1;
};

// One plant or stone that grows by itself in a surface or biome.
struct Scatter {
    std::string object;         // catalogue id of an object
    double perHectare = 0;      // wished density on fitting ground, before the rules thin it
    double spacing = 2;         // metres, least distance to others of this rule
    double maxSlope = 35;       // degrees
    double minSlope = 0;        // degrees
    double clusters = 0;        // 0 even .. 1 strongly clustered
    double clusterSize = 20;    // metres
    double fromWater = 0;       // metres, least distance to water
    double toWater = 1e9;       // metres, greatest distance to water (reeds)
    double fromRoad = 1;        // metres, least distance to a road's or path's edge
    double fromBuilding = 1.5;  // metres, least distance to an object's footprint
    double fromEdge = 0;        // metres, least distance to the edge of the drawn area it grows in
    double toEdge = 1e9;        // metres, greatest distance to that edge (hedges, undergrowth)
    double clearings = 0;       // share of a drawn area that it leaves open, 0..0.5; never near the area's edge
    double inClearings = 0;     // grows in the clearings that rules of this share leave, and nowhere else
    double belowSlope = 0;      // degrees: grows where ground at least this steep rises close by (scree); 0: anywhere
    int kinds = 0;              // most different meshes that one scene uses for it; 0: all of the recipe's variants
    double minScale = 0.8, maxScale = 1.25;
    std::vector<std::string> surfaces;   // surface ids it grows on; empty: any that is not road, path, paving or water
    std::vector<std::string> qualities;  // what the recipe is told of it: "bleached"
};

// How relief of this kind shapes the ground (core/terrain reads it).
struct ReliefShape {
    double heightPerWidth = 0;  // height as a share of the drawn patch's inscribed diameter
    double minHeight = 0;       // metres
    double maxHeight = 0;       // metres
    double roughness = 0;       // 0 smooth .. 1 craggy
};

struct Entry {
    std::string id;
    Kind kind = Kind::object;
    std::vector<DrawnAs> drawn;  // the first is the usual way
    std::string family;          // "building", "plant", "stone", "span", "barrier", "prop", "craft"; empty for others
    Colour colour{0.5f, 0.5f, 0.5f};  // on the sheet and the map
    std::string icon;
    std::vector<std::string> phrases;  // singular, lower case; plurals are understood
    Size size;                         // of one, for objects; of a stamp, for relief
    double groupAbove = 1e9;           // m2: a drawn patch larger than this holds a group of these, not one big one
    double groupSpacing = 4;           // metres between neighbours in such a group, edge to edge
    double lineWidth = 0;              // metres, where a line is drawn without a width
    double maxStretch = 1.6;           // one of these may be scaled up to this to fill what was drawn
    Stands stands = Stands::land;
    Faces faces = Faces::none;
    Site site = Site::none;
    std::vector<std::string> recipes;    // resources/recipes/NAME.json, by weight of order; empty: none (spawn, label)
    ReliefShape relief;                  // relief only
    std::vector<Scatter> scatter;        // what grows inside a drawn patch of this (forest, garden, field, swamp)
    bool walkable = true;                // water and surfaces: ice yes, lava no
    double depth = 0;                    // metres, water: typical depth in the middle
    double friction = 1;                 // surfaces: for scoring of routes
    Follows follows = Follows::nothing;  // what it keeps to along a drawn route; nothing: it goes along none
    Pace pace;                           // of what follows
};

struct Palette {  // sRGB colours by name: surfaces ("grass", "rock"...) and materials ("leaf", "wood", "roof"...)
    std::map<std::string, Colour, std::less<>> colours;
};

struct Sky {
    Colour zenith{0.35f, 0.55f, 0.85f}, horizon{0.8f, 0.88f, 0.95f}, sun{1.0f, 0.95f, 0.85f}, fog{0.8f, 0.87f, 0.93f};
    double sunElevation = 42, sunAzimuth = 135;  // degrees; azimuth clockwise from north
    double fogStart = 200, fogEnd = 2000;        // metres
};

// Ground that shows through here and there where nothing is drawn.
struct Patch {
    std::string surface;
    double share = 0;  // of the undrawn ground, 0..1
    double size = 12;  // metres, of one patch
};

// A time of the year, as people name it. What it does to a climate is in Biome.
struct Season {
    std::string id;                    // spring summer autumn winter
    std::vector<std::string> phrases;  // that mean it anywhere in a map's base or prompt: "springtime"
    std::vector<std::string> unless;   // longer phrases that hold such a word and mean something else: "hot spring"
};

struct Biome {
    std::string id;      // temperate snow desert tropical swamp volcanic jungle urban countryside tundra
    std::string season;  // id of the season it is shown in; empty: its usual face
    std::vector<std::string> phrases;
    std::string base;   // the surface where nothing is drawn
    std::string slope;  // the surface on steep ground
    std::string shore;  // the surface along water
    Palette palette;
    Sky sky;
    std::vector<Scatter> scatter;                           // what grows where nothing is drawn: own, then by surface
    std::map<std::string, std::string, std::less<>> swaps;  // generic -> fitting: {"tree": "pine", "river": "ice"}
    std::vector<Patch> patches;                             // on undrawn ground of the biome's own base
    double snowLine = 1e9;                                  // metres: undrawn ground above lies under snow
    bool covers = false;                                    // its base lies even where a sketch says plain "grass"
    std::vector<std::string> qualities;  // what recipes are told of all plants here: "autumn"; "snowy" of everything
    std::map<std::string, double, std::less<>> growth;  // object -> factor on how densely it grows
};

// What a phrase means: an entry, or a biome, or neither; with what the other words say of it.
struct Meaning {
    const Entry* entry = nullptr;  // null: the phrase names nothing we know
    bool plural = false;           // "houses", "a forest with trees"
    std::vector<std::string>
        qualities;          // understood adjectives, in order: "frozen", "wooden", "red", "ruined", "tall", "small"
    std::string biome;      // biome the words suggest ("snowy", "Gobi desert"); empty: none
    bool aloft = false;     // cannot stand on ground: "dark clouds", "a blue sky", "the moon"
    double confidence = 0;  // 0..1; exact phrase 1
};

class Catalogue {
  public:
    // Errors are ErrorKind::resource and name file, key and what is wrong.
    static Result<Catalogue> load(const std::filesystem::path& folder);  // holds catalogue.json and biomes.json
    static Result<Catalogue> parse(std::string_view catalogueJson, std::string_view biomesJson);

    const std::vector<Entry>& entries() const { return m_entries; }
    const std::vector<Biome>& biomes() const { return m_biomes; }
    const Entry* find(std::string_view id) const;       // null where unknown
    const Biome* findBiome(std::string_view id) const;  // null where unknown
    // As it is in that season; its usual face where it has none (a desert knows no winter) or `season` is empty.
    const Biome* findBiome(std::string_view id, std::string_view season) const;
    const std::vector<Season>& seasons() const { return m_seasons; }
    // Every biome in every season that changes it.
    const std::vector<Biome>& seasonalBiomes() const { return m_seasonal; }

    // Understands an id or an English phrase of a person ("a post cabin", "iced hills", "cobblestone road"). The
    // quality "frozen" on water makes it ice, "molten" lava: entry already says so.
    Meaning resolve(std::string_view phrase) const;
    // What an entry is where these qualities are said: of "dead" a tree is a dead_tree. Itself where they turn nothing;
    // null where it is unknown.
    const Entry* turned(std::string_view entry, const std::vector<std::string>& qualities) const;
    // Whether recipes of what grows in a region are told a quality that was said of it: "birch", "autumn".
    bool plantsKnow(std::string_view quality) const;
    double growthWhere(std::string_view quality) const;  // how much more grows there: of "sparse" less than 1
    // The biome of a map, from its base phrase first, then its prompt; "temperate" where neither says.
    const Biome& biomeFor(std::string_view base, std::string_view prompt) const;
    // The season of a map, from its base phrase first, then its prompt: the first one named; empty where neither says.
    std::string seasonFor(std::string_view base, std::string_view prompt) const;
    // The ground where nothing is drawn: the surface the base phrase names ("beach" -> sand), else the biome's.
    const Entry& baseSurface(std::string_view base, const Biome& biome) const;

  private:
    std::vector<Entry> m_entries;
    std::vector<Biome> m_biomes;
    std::vector<Biome> m_seasonal;
    std::vector<Season> m_seasons;
    struct Tables;
    std::shared_ptr<const Tables> m_tables;  // the phrase matcher; knows indices only, so copies may share it
};

}  // namespace sketchwalk::catalogue
