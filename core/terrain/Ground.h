// The shaped ground: heights on nodes, surfaces on cells, water with its levels. A plain value.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/Error.h"
#include "core/base/Geometry.h"
#include "core/base/Grid.h"
#include "core/base/Job.h"
#include "core/catalogue/Catalogue.h"
#include "core/layout/Layout.h"

namespace sketchwalk::terrain {

struct Water {             // one connected body: its drawn strokes joined
    std::string category;  // sea lake river swamp ice lava
    std::vector<int64_t> strokes;
    std::vector<std::string> qualities;
    double level = 0;  // metres: a lake's; a river's mouth
    bool flat = true;  // false: the level falls along it
};

struct Ground {
    Point extent{256, 256};
    double spacing = 0.5;    // metres between nodes; cells are square
    Grid<float> height;      // nodes, metres: land, and the bed under water
    Grid<float> waterLevel;  // nodes, metres; NaN where no water is within two cells. Level of the surface, reaching
                             // at least one node past the shore so that meshes can be cut there
    Grid<uint16_t> water;    // cells: 0 dry, else 1 + index into waters
    std::vector<Water> waters;
    std::vector<std::string>
        surfaces;           // names; index 0 is the base surface; waters have entries under their own category
    Grid<uint8_t> surface;  // cells: index into surfaces (water cells: the water's category)
    std::vector<Grid<uint8_t>> weights;  // cells, per splat layer 0..255, summing to 255 in every cell
    std::vector<std::string>
        layers;            // surface id per splat layer; the bed under water has one too (sand, mud, gravel...)
    Grid<float> roadEdge;  // cells, metres to the nearest road or path cell, 0 on it; 1e9 where there is none
    Grid<float> shore;     // cells, metres: negative inside water, positive on land; 1e9 where there is no water
    Diagnostics diagnostics;

    int width() const { return surface.width(); }   // cells
    int depth() const { return surface.height(); }  // cells
    double heightAt(Point p) const { return bilinear(height, p.x / spacing, p.y / spacing); }
    double slopeAt(Point p) const;  // degrees
    bool isWater(Point p) const;
};

struct ShapeOptions {
    int resolution = 512;  // cells along the longer side, 64..4096; the shorter side follows in proportion
};

// Shapes the ground of a plan. Pure; any number of threads gives the same bits. ErrorKind::interrupted when stopped.
// Heights: drawn relief, base land, water beds, roads and building sites; then surfaces and splat weights (Surface.h).
Result<Ground> shape(const layout::Layout& layout, const catalogue::Catalogue& catalogue, const ShapeOptions& options,
                     const Job& job);

}  // namespace sketchwalk::terrain
