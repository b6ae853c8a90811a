// A small world made by hand, with known heights, for tests of the scene and of its files.
#pragma once

#include <cmath>
#include <limits>
#include <memory>

#include "core/base/Raster.h"
#include "core/terrain/Ground.h"

namespace sketchwalk::test {

// Heights from a function of metres; dry, all grass.
template <class Height>
terrain::Ground dryGround(int width, int depth, double spacing, const Height& height) {
    terrain::Ground ground;
    ground.spacing = spacing;
    ground.extent = {width * spacing, depth * spacing};
    ground.height = Grid<float>(width + 1, depth + 1);
    for (int y = 0; y <= depth; ++y) {
        for (int x = 0; x <= width; ++x) ground.height(x, y) = static_cast<float>(height(x * spacing, y * spacing));
    }
    ground.waterLevel = Grid<float>(width + 1, depth + 1, std::numeric_limits<float>::quiet_NaN());
    ground.water = Grid<uint16_t>(width, depth);
    ground.surfaces = {"grass"};
    ground.surface = Grid<uint8_t>(width, depth);
    ground.layers = {"grass"};
    ground.weights = {Grid<uint8_t>(width, depth, 255)};
    ground.roadEdge = Grid<float>(width, depth, 1e9f);
    ground.shore = Grid<float>(width, depth, 1e9f);
    return ground;
}

// Adds a level body of water over the cells where inside(x, y) holds for the cell's centre in metres.
template <class Inside>
void addLake(terrain::Ground& ground, const char* category, double level, const Inside& inside) {
    terrain::Water water;
    water.category = category;
    water.level = level;
    ground.waters.push_back(water);
    const auto surface = static_cast<uint8_t>(ground.surfaces.size());
    ground.surfaces.emplace_back(category);
    Grid<uint8_t> wet(ground.width(), ground.depth());
    for (int y = 0; y < ground.depth(); ++y) {
        for (int x = 0; x < ground.width(); ++x) {
            if (inside((x + 0.5) * ground.spacing, (y + 0.5) * ground.spacing)) {
                ground.water(x, y) = static_cast<uint16_t>(ground.waters.size());
                ground.surface(x, y) = surface;
            }
            if (ground.water(x, y) == 0) continue;
            wet(x, y) = 1;
            if (ground.water(x, y) != ground.waters.size()) continue;
            for (int ny = y - 2; ny <= y + 3; ++ny) {
                for (int nx = x - 2; nx <= x + 3; ++nx) {
                    if (ground.waterLevel.contains(nx, ny)) ground.waterLevel(nx, ny) = static_cast<float>(level);
                }
            }
        }
    }
    ground.shore = signedDistance(wet, ground.spacing);
}

// A bowl 60 m wide with a lake of 30 m radius round (80, 150), on gently rolling land with one hill.
inline terrain::Ground lakeland(int cells = 256, double extent = 256) {
    const auto height = [](double x, double y) {
        const double hill = std::max(0.0, 1 - ((x - 170) * (x - 170) + (y - 80) * (y - 80)) / 3600);
        const double lake = std::sqrt((x - 80) * (x - 80) + (y - 150) * (y - 150));
        const double land = 4 + 0.02 * x + 30 * hill * hill + (static_cast<int>(x / 16) % 2 == 0 ? 0.2 : 0.0);
        if (lake < 30) return 2 - 0.1 * (30 - lake);
        return lake < 45 ? 2 + (land - 2) * (lake - 30) / 15 : land;
    };
    terrain::Ground ground = dryGround(cells, cells, extent / cells, height);
    addLake(ground, "lake", 2, [](double x, double y) { return (x - 80) * (x - 80) + (y - 150) * (y - 150) < 900; });
    return ground;
}

}  // namespace sketchwalk::test
