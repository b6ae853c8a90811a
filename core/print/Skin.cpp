#include "core/print/Skin.h"

#include <algorithm>
#include <cstdlib>

#include "core/base/Parallel.h"
#include "core/print/Walls.h"
#include "core/scene/Rtin.h"

namespace sketchwalk::print {
namespace {

constexpr double kTolerance = 0.02;  // millimetres

// Which corners a cell with walls needs, so that its neighbours' triangles meet it side by side.
Grid<uint8_t> cornersOfWalls(const Walls& walls, const Plate& plate) {
    Grid<uint8_t> wanted(plate.columns + 1, plate.rows + 1, 0);
    for (int y = 0; y < plate.rows; ++y) {
        for (int x = 0; x < plate.columns; ++x) {
            if (!walls.any(x, y)) continue;
            wanted(x, y) = wanted(x + 1, y) = wanted(x, y + 1) = wanted(x + 1, y + 1) = 1;
        }
    }
    return wanted;
}

// The triangles of one tile: its network, where cells with walls are replaced by what they are cut into.
std::vector<Facet> topOf(const scene::Rtin& net, const Walls& walls, const Plate& plate, int column, int row) {
    std::vector<Facet> facets;
    const auto corner = [&](scene::Node n) { return Corner{n.x * kParts, n.y * kParts, walls.height(n.x, n.y)}; };
    net.triangles(column, row, [&](scene::Node a, scene::Node b, scene::Node c) {
        if (std::max({a.x, b.x, c.x}) > plate.columns || std::max({a.y, b.y, c.y}) > plate.rows) return;  // padding
        const int west = std::min({a.x, b.x, c.x}), north = std::min({a.y, b.y, c.y});
        const bool single =
            std::abs(a.x - c.x) + std::abs(a.y - c.y) == 1 && std::abs(b.x - c.x) + std::abs(b.y - c.y) == 1;
        if (single && walls.any(west, north)) return;
        facets.push_back({corner(a), corner(b), corner(c)});
    });
    const int west = column * scene::Rtin::kTile, north = row * scene::Rtin::kTile;
    const int east = std::min(west + scene::Rtin::kTile, plate.columns);
    const int south = std::min(north + scene::Rtin::kTile, plate.rows);
    for (int y = north; y < south; ++y) {
        for (int x = west; x < east; ++x) {
            if (walls.any(x, y)) walls.cut(x, y, facets);
        }
    }
    return facets;
}

// Sides and floor under every edge of the top that lies on the plate's edge. The floor is a fan about its middle.
void addPlate(std::vector<Facet>& facets, const Plate& plate) {
    const int32_t east = plate.columns * kParts, south = plate.rows * kParts;
    const auto onEdge = [&](const Corner& a, const Corner& b) {
        return (a.x == b.x && (a.x == 0 || a.x == east)) || (a.y == b.y && (a.y == 0 || a.y == south));
    };
    const Corner middle{east / 2, south / 2, kFloor};
    const size_t tops = facets.size();
    for (size_t i = 0; i < tops; ++i) {
        const Facet facet = facets[i];
        for (size_t e = 0; e < 3; ++e) {
            const Corner a = facet[e], b = facet[(e + 1) % 3];
            if (!onEdge(a, b)) continue;
            const Corner under{a.x, a.y, kFloor}, underNext{b.x, b.y, kFloor};
            facets.push_back({b, a, under});
            facets.push_back({b, under, underNext});
            facets.push_back({underNext, under, middle});
        }
    }
}

}  // namespace

std::vector<Facet> skinOf(const Heights& heights, const Plate& plate, const Job& job) {
    const Walls walls(heights, plate, job.threads);
    const Grid<uint8_t> wanted = cornersOfWalls(walls, plate);
    const auto tolerance = static_cast<int32_t>(2 * kTolerance / heights.step);
    const bool paddedEast = plate.columns % scene::Rtin::kTile != 0, paddedSouth = plate.rows % scene::Rtin::kTile != 0;
    const auto height = [&](scene::Node n) {  // an edge that is cut may end in the padding
        return walls.height(std::min(n.x, plate.columns), std::min(n.y, plate.rows));
    };
    const scene::Rtin net(plate.columns, plate.rows, job.threads, [&](scene::Node n, scene::Node a, scene::Node b) {
        if (n.x > plate.columns || n.y > plate.rows) return false;
        // No triangle may straddle the edge where the network's tiles reach beyond it.
        if ((paddedEast && n.x == plate.columns) || (paddedSouth && n.y == plate.rows)) return true;
        if (wanted(n.x, n.y) != 0) return true;
        return std::abs(2 * height(n) - height(a) - height(b)) > tolerance;
    });
    std::vector<std::vector<Facet>> tiles(static_cast<size_t>(net.columns()) * static_cast<size_t>(net.rows()));
    parallelFor(job.threads, static_cast<int>(tiles.size()), [&](int i) {
        if (!job.stopped())
            tiles[static_cast<size_t>(i)] = topOf(net, walls, plate, i % net.columns(), i / net.columns());
    });
    std::vector<Facet> facets;
    for (const auto& tile : tiles) facets.insert(facets.end(), tile.begin(), tile.end());
    addPlate(facets, plate);
    return facets;
}

}  // namespace sketchwalk::print
