// Where one can walk: a navigation mesh of the scene, built by Recast in tiles and stored as Detour tiles
// (https://recastnav.com). A plain value; the room's other files turn it into files and questions.
//
// Walkable are the ground, ice, decks, docks and steps; not walkable are water deeper than one wades, lava, slopes
// beyond the agent's, and the inside of what stands around. Trunks are obstacles, leaves and flowers are not. Floors
// that nobody on the ground can reach, such as roofs, are left out.
#pragma once

#include <array>
#include <cstdint>
#include <glm/vec3.hpp>
#include <vector>

#include "core/base/Error.h"
#include "core/base/Job.h"
#include "core/catalogue/Catalogue.h"
#include "core/scene/Scene.h"

namespace sketchwalk::navigation {

struct NavSettings {       // metres unless said
    float cell = 0.3f;     // width of a voxel
    float rise = 0.1f;     // height of a voxel
    int tileCells = 96;    // voxels along a tile's side
    float radius = 0.4f;   // of the walker; kept from every wall, rounded up to whole voxels
    float height = 1.8f;   // of the walker
    float climb = 0.4f;    // highest step
    float slope = 45;      // degrees
    float wading = 0.5f;   // deepest water that is walked through
    bool trunks = true;    // whether trees are obstacles
    bool afloat = false;   // the way of a boat: over water as deep as its draught, around all that stands in it
    float draught = 0.4f;  // of a boat
    float tileSize() const { return cell * static_cast<float>(tileCells); }
};

// Fine voxels on maps up to a kilometre; beyond, coarser ones without trunks, for a tile's number and its polygons'
// share the 22 bits of Detour's references.
NavSettings settingsFor(Point extent);

// One tile as Recast made it, in voxels from its corner (see rcPolyMesh and rcPolyMeshDetail).
struct PolyTile {
    int column = 0, row = 0;
    std::array<float, 3> low{}, high{};    // metres
    std::vector<uint16_t> vertices;        // x, y, z
    std::vector<uint16_t> polygons;        // kCorners vertices, then kCorners neighbours
    std::vector<uint8_t> areas;            // one a polygon
    std::vector<uint32_t> details;         // per polygon: first vertex, vertices, first triangle, triangles
    std::vector<float> detailVertices;     // x, y, z in metres
    std::vector<uint8_t> detailTriangles;  // three vertices of the polygon's detail, and flags
    size_t size() const { return areas.size(); }
};
constexpr int kCorners = 6;                 // most vertices of a polygon
constexpr uint16_t kNobody = 0xffff;        // no vertex, no neighbour
constexpr uint8_t kGround = 1, kBuilt = 2;  // areas: land and ice; decks, docks, floors

struct NavMesh {
    NavSettings settings;
    int columns = 0, rows = 0;            // tiles; tile (0, 0) starts at the map's north-west corner
    std::vector<PolyTile> tiles;          // those with polygons, by row and column
    std::vector<std::vector<int>> parts;  // per tile and polygon: the connected part it belongs to
    int partCount = 0;
    int spawnPart = -1;  // the part one starts in; -1 where the spawn touches none
};

// Builds the tiles side by side and keeps them in their order: any number of threads gives the same bytes. Recast
// counts in single precision with the C library's sqrtf and little else, so that one build of it gives one result.
// ErrorKind::interrupted when stopped, ErrorKind::output where the map is too rich for Detour's references.
Result<NavMesh> build(const scene::Scene& scene, const catalogue::Catalogue& catalogue, const NavSettings& settings,
                      const Job& job);

// The same for the tiles that lie within `reach` metres of a line alone; spawnPart is left -1. Tiles are kept in the
// job's memo by what lies in them.
Result<NavMesh> buildAlong(const Polyline& line, double reach, const scene::Scene& scene,
                           const catalogue::Catalogue& catalogue, const NavSettings& settings, const Job& job);

}  // namespace sketchwalk::navigation
