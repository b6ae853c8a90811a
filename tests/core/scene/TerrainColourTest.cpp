#include "core/scene/TerrainColour.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/terrain/Surface.h"

namespace sketchwalk::scene {
namespace {

const catalogue::Catalogue& shipped() {
    static const auto catalogue = catalogue::Catalogue::load(SKETCHWALK_SOURCE_DIR "/resources");
    if (!catalogue) ADD_FAILURE() << catalogue.error().text;
    return *catalogue;
}

terrain::Ground flat(int width, int depth) {
    terrain::Ground g;
    g.spacing = 0.5;
    g.extent = Point(width * 0.5, depth * 0.5);
    g.height = Grid<float>(width + 1, depth + 1, 2.0f);
    g.waterLevel = Grid<float>(width + 1, depth + 1, std::numeric_limits<float>::quiet_NaN());
    g.water = Grid<uint16_t>(width, depth);
    return g;
}

// A map of 128 x 96 cells of half a metre: a lake in the west, whose bed falls away, a road and a forest.
terrain::Ground varied() {
    terrain::Ground g = flat(128, 96);
    terrain::Water lake;
    lake.category = "lake";
    g.waters.push_back(lake);
    for (int y = 0; y < 96; ++y) {
        for (int x = 0; x < 40; ++x) g.water(x, y) = 1;
    }
    for (int y = 0; y <= 96; ++y) {
        for (int x = 0; x <= 42; ++x) {
            g.waterLevel(x, y) = 1.8f;
            if (x <= 40) g.height(x, y) = 1.8f - 0.1f * static_cast<float>(40 - x);
        }
    }
    layout::Layout layout;
    layout::Region forest;
    forest.stroke = 1;
    forest.id = "forest";
    forest.shape.outer = {{40, 4}, {62, 4}, {62, 20}, {40, 20}};
    layout.regions.push_back(forest);
    layout::Line road;
    road.stroke = 2;
    road.id = "road";
    road.centre = {{30, 0}, {30, 48}};
    road.width = {6, 6};
    layout.lines.push_back(road);
    terrain::classify(g, layout, shipped(), Job{});
    return g;
}

Colour meanOf(const Image& image, int x0, int y0, int x1, int y1) {
    Colour sum(0);
    for (int y = y0; y < y1; ++y) {
        for (int x = x0; x < x1; ++x) sum += Colour(image.at(x, y)[0], image.at(x, y)[1], image.at(x, y)[2]);
    }
    return sum / static_cast<float>((x1 - x0) * (y1 - y0)) / 255.0f;
}

float apart(Colour a, Colour b) {
    return std::max({std::abs(a.x - b.x), std::abs(a.y - b.y), std::abs(a.z - b.z)});
}

TEST(TerrainColour, CoversTheMapWithTwoPixelsACell) {
    const auto image = bakeTerrainColour(varied(), *shipped().findBiome("temperate"), 7, Job{});
    EXPECT_EQ(image->width, 256);
    EXPECT_EQ(image->height, 192);
    EXPECT_EQ(image->channels, 3);
}

TEST(TerrainColour, NeverGrowsPast2048Pixels) {
    terrain::Ground g = flat(2500, 50);
    terrain::classify(g, layout::Layout{}, shipped(), Job{});
    const auto image = bakeTerrainColour(g, *shipped().findBiome("temperate"), 7, Job{});
    EXPECT_EQ(image->width, 2048);
    EXPECT_EQ(image->height, 41);
}

TEST(TerrainColour, KeepsNearThePalette) {
    const auto& biome = *shipped().findBiome("temperate");
    const auto image = bakeTerrainColour(varied(), biome, 7, Job{});
    const auto& colours = biome.palette.colours;
    EXPECT_LT(apart(meanOf(*image, 180, 30, 230, 70), colours.at("forest")), 0.09f);
    EXPECT_LT(apart(meanOf(*image, 180, 110, 250, 180), colours.at("grass")), 0.09f);
    EXPECT_LT(apart(meanOf(*image, 116, 20, 124, 180), colours.at("road")), 0.09f);
}

TEST(TerrainColour, DarkensTheBedWithDepth) {
    const auto image = bakeTerrainColour(varied(), *shipped().findBiome("temperate"), 7, Job{});
    const auto light = [](Colour c) { return c.x + c.y + c.z; };
    EXPECT_LT(light(meanOf(*image, 4, 20, 20, 170)), 0.85f * light(meanOf(*image, 60, 20, 76, 170)));
}

TEST(TerrainColour, ShowsBareRockOnSteepGrass) {
    terrain::Ground gentle = flat(96, 96), steep = gentle;
    for (int y = 0; y <= 96; ++y) {
        for (int x = 0; x <= 96; ++x) steep.height(x, y) = 0.5f * static_cast<float>(x);  // 45 degrees
    }
    terrain::classify(gentle, layout::Layout{}, shipped(), Job{});
    steep.surface = gentle.surface;  // all grass, as if drawn
    steep.surfaces = gentle.surfaces;
    steep.weights = gentle.weights;
    steep.layers = gentle.layers;
    steep.roadEdge = gentle.roadEdge;
    steep.shore = gentle.shore;
    const auto& biome = *shipped().findBiome("temperate");
    const auto rock = biome.palette.colours.at("rock");
    const auto distance = [&](const terrain::Ground& g) {
        return apart(meanOf(*bakeTerrainColour(g, biome, 7, Job{}), 40, 40, 150, 150), rock);
    };
    EXPECT_LT(distance(steep), 0.5f * distance(gentle));
}

TEST(TerrainColour, VariesWithoutRepeating) {
    terrain::Ground g = flat(512, 512);
    terrain::classify(g, layout::Layout{}, shipped(), Job{});
    const auto image = bakeTerrainColour(g, *shipped().findBiome("temperate"), 7, Job{});
    for (int by = 0; by < 15; ++by) {  // blocks of 16 m against their eastern neighbours
        for (int bx = 0; bx < 15; ++bx) {
            int same = 0;
            for (int i = 0; i < 64 * 64; ++i) {
                const int x = bx * 64 + i % 64, y = by * 64 + i / 64;
                same += std::equal(image->at(x, y), image->at(x, y) + 3, image->at(x + 64, y));
            }
            EXPECT_LT(same, 64 * 64 / 4) << bx << ", " << by;
        }
    }
}

TEST(TerrainColour, IsTheSameWithAnyNumberOfThreads) {
    const auto g = varied();
    const auto& biome = *shipped().findBiome("snow");
    Job job;
    const auto one = bakeTerrainColour(g, biome, 3, job);
    job.threads = 4;
    EXPECT_EQ(one->pixels, bakeTerrainColour(g, biome, 3, job)->pixels);
    EXPECT_NE(one->pixels, bakeTerrainColour(g, biome, 4, job)->pixels);  // the seed matters
}

TEST(TerrainColour, EveryBiomePaintsEverySurfaceNearItsPalette) {
    for (const auto& biome : shipped().biomes()) {
        terrain::Ground g = flat(64, 64);
        terrain::classify(g, layout::Layout{}, shipped(), Job{});
        for (const auto& entry : shipped().entries()) {
            if (entry.kind != catalogue::Kind::surface) continue;
            g.layers.assign(1, entry.id);
            g.weights.assign(1, Grid<uint8_t>(g.width(), g.depth(), 255));
            const auto mean = meanOf(*bakeTerrainColour(g, biome, 5, Job{}), 8, 8, 120, 120);
            EXPECT_LT(apart(mean, biome.palette.colours.at(entry.id)), 0.17f) << biome.id << " " << entry.id;
        }
    }
}

}  // namespace
}  // namespace sketchwalk::scene
