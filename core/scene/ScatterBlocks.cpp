#include "core/scene/ScatterBlocks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "core/base/GridHash.h"
#include "core/base/Parallel.h"

namespace sketchwalk::scene {
namespace {

constexpr double kUphillReach = 7;  // metres: how far rules for scree look up the slope, and a little
constexpr double kUnknown = 1e8;    // metres: distances from here on mean "any"

// Of what scatter reads of a region; its order is not of that.
uint64_t hashOfRegion(const layout::Region& region) {
    WideHash hash;
    hash.add(hashText(region.id));
    for (const std::string& quality : region.qualities) hash.add(hashText(quality));
    hash.add(static_cast<uint64_t>(region.stroke));
    const auto addRing = [&](const Ring& ring) {
        hash.add(static_cast<uint64_t>(ring.size()));
        hash.add(ring.data(), ring.size() * sizeof(Point));
    };
    addRing(region.shape.outer);
    for (const Ring& hole : region.shape.holes) addRing(hole);
    return hash.value();
}

void raise(double& most, double metres) {
    if (metres < kUnknown) most = std::max(most, metres);
}

}  // namespace

ScatterBlocks::ScatterBlocks(const Setting& setting, const Clearance& clearance, const RegionMap& regions,
                             const std::vector<ScatterRule>& rules, const Job& job)
    : m_set(setting), m_clearance(clearance) {
    const terrain::Ground& ground = setting.ground;
    for (const std::string& name : ground.surfaces) m_surfaces.push_back(hashText(name));
    m_farEdge = 8;  // what stays grown over along an edge (Scatter.cpp)
    for (const ScatterRule& rule : rules) {
        raise(m_farShore, std::max(rule.scatter->toWater, rule.fromWater + 1));
        raise(m_farShore, rule.fromWater + 1);
        raise(m_farRoad, rule.scatter->fromRoad);
        raise(m_farEdge, rule.scatter->fromEdge);
        raise(m_farEdge, rule.scatter->toEdge);
    }
    for (double* far : {&m_farShore, &m_farRoad, &m_farEdge}) *far += 1;
    std::vector<uint64_t> regionHashes;
    std::map<uint64_t, uint64_t> alike;  // twins are told apart
    for (const layout::Region& region : setting.layout.regions) {
        const uint64_t hash = hashOfRegion(region);
        regionHashes.push_back(combine(hash, alike[hash]++));
    }
    m_blocks = Grid<uint64_t>((ground.width() + kSide - 1) / kSide, (ground.depth() + kSide - 1) / kSide);
    parallelFor(job.threads, m_blocks.height(), [&](int row) {
        for (int column = 0; column < m_blocks.width() && !job.stopped(); ++column)
            hashBlock(column, row, regionHashes, regions);
    });
}

void ScatterBlocks::hashBlock(int column, int row, const std::vector<uint64_t>& regionHashes,
                              const RegionMap& regions) {
    struct Cell {
        uint64_t surface, region;
        float shore, road, edge, wet;
    };
    const terrain::Ground& ground = m_set.ground;
    const int x0 = column * kSide, y0 = row * kSide;
    const int x1 = std::min(x0 + kSide, ground.width()), y1 = std::min(y0 + kSide, ground.depth());
    std::vector<Cell> cells;
    cells.reserve(static_cast<size_t>(kSide) * kSide);
    for (int y = y0; y < y1; ++y) {
        for (int x = x0; x < x1; ++x) {
            Cell cell{m_surfaces[ground.surface(x, y)], 0, static_cast<float>(m_farShore),
                      static_cast<float>(m_farRoad),    0, ground.water(x, y) != 0 ? 1.0f : 0.0f};
            if (!ground.shore.empty()) cell.shore = std::clamp(ground.shore(x, y), -1.0f, cell.shore);
            if (!ground.roadEdge.empty()) cell.road = std::min(ground.roadEdge(x, y), cell.road);
            if (!regions.edge.empty()) cell.edge = std::min(regions.edge(x, y), static_cast<float>(m_farEdge));
            if (const uint16_t top = regions.top(x, y)) {
                cell.region = regionHashes[top - 1u];
            } else if (const uint16_t fringe = regions.fringe.empty() ? uint16_t{0} : regions.fringe(x, y)) {
                cell.region = mix(regionHashes[fringe - 1u]);
            }
            cells.push_back(cell);
        }
    }
    WideHash hash;
    hash.add(cells.data(), cells.size() * sizeof(Cell));
    addWindow(hash, ground.height, x0, y0, x1, y1);
    m_blocks(column, row) = hash.value();
}

uint64_t ScatterBlocks::hashOf(const ScatterRule& rule) const {
    const catalogue::Scatter& s = *rule.scatter;
    WideHash hash;
    for (const double number :
         {rule.radius,    rule.chance,  rule.along.x,   rule.along.y, rule.peak,     rule.crown, rule.minRise,
          rule.maxRise,   rule.risesTo, rule.fromWater, s.clusters,   s.clusterSize, s.toWater,  s.fromRoad,
          s.fromBuilding, s.fromEdge,   s.toEdge,       s.clearings,  s.inClearings, s.minScale, s.maxScale})
        hash.add(&number, sizeof number);
    uint64_t grows = 0;  // in whatever order the ground names its surfaces
    for (size_t i = 0; i < rule.grows.size(); ++i) {
        if (rule.grows[i] != 0) grows += mix(m_surfaces[i]);
    }
    for (const uint64_t word : {rule.key, rule.clearings, hashText(rule.region), grows,
                                static_cast<uint64_t>(rule.assets.size()), static_cast<uint64_t>(rule.drifts)})
        hash.add(word);
    return hash.value();
}

uint64_t ScatterBlocks::around(const ScatterRule& rule, double west, double north, double size) const {
    const double spacing = m_set.ground.spacing, block = kSide * spacing;
    const double margin = (rule.risesTo > 0 ? kUphillReach : 0) + 4 * spacing;  // steepness reads the nodes beside
    const auto at = [&](double metres, int blocks) {
        return std::clamp(static_cast<int>(std::floor(metres / block)), 0, blocks - 1);
    };
    uint64_t hash = hashOf(rule);
    for (int y = at(north - margin, m_blocks.height()); y <= at(north + size + margin, m_blocks.height()); ++y) {
        for (int x = at(west - margin, m_blocks.width()); x <= at(west + size + margin, m_blocks.width()); ++x)
            hash = combine(hash, m_blocks(x, y));
    }
    const std::array<double, 6> place{west, north, size, spacing, m_set.layout.extent.x, m_set.layout.extent.y};
    WideHash bounds;
    bounds.add(place.data(), sizeof place);
    return combine(combine(hash, bounds.value()), m_clearance.hashNear(west, north, size));
}

}  // namespace sketchwalk::scene
