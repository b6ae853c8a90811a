#include "core/scene/TerrainColour.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <memory>

#include "core/base/Noise.h"
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

// One cell is 7.9375 pixels on maps of up to 128 cells: 1016 over a chunk.
constexpr double kPerCell = 1016.0 / 128;

TerrainPictures bake(const terrain::Ground& ground, const catalogue::Biome& biome, uint64_t seed, const Job& job = {},
                     const layout::Layout* layout = nullptr) {
    return bakeTerrain(GroundPaint(std::make_shared<terrain::Ground>(ground), biome, seed, layout, job), job);
}
const catalogue::Biome& temperate() {
    return *shipped().findBiome("temperate");
}

// Of a box in cells.
Colour meanOf(const Image& image, double x0, double y0, double x1, double y1, double perCell = kPerCell) {
    Colour sum(0);
    int count = 0;
    for (int y = static_cast<int>(y0 * perCell); y < static_cast<int>(y1 * perCell); ++y) {
        for (int x = static_cast<int>(x0 * perCell); x < static_cast<int>(x1 * perCell); ++x, ++count)
            sum += Colour(image.at(x, y)[0], image.at(x, y)[1], image.at(x, y)[2]);
    }
    return sum / static_cast<float>(count) / 255.0f;
}

float apart(Colour a, Colour b) {
    return std::max({std::abs(a.x - b.x), std::abs(a.y - b.y), std::abs(a.z - b.z)});
}
float light(Colour c) {
    return c.x + c.y + c.z;
}

terrain::Ground grassland(int width, int depth) {
    terrain::Ground g = flat(width, depth);
    terrain::classify(g, layout::Layout{}, shipped(), Job{});
    g.layers.assign(1, "grass");
    g.weights.assign(1, Grid<uint8_t>(width, depth, 255));
    return g;
}

TEST(TerrainColour, CoversTheMapWithUpTo2048Pixels) {
    const auto pictures = bake(varied(), temperate(), 7);
    EXPECT_EQ(pictures.whole->width, 1016);  // 128 cells
    EXPECT_EQ(pictures.whole->height, 762);  // 96 cells
    EXPECT_EQ(pictures.whole->channels, 3);
    const auto wide = bake(grassland(2500, 50), temperate(), 7);  // 20 chunks of 64 pixels, 56 without their borders
    EXPECT_EQ(wide.whole->width, 1094);
    EXPECT_EQ(wide.whole->height, 22);
}

// On a map of 300 x 140 cells a chunk has 512 pixels, of which 504 are its own: its neighbour's picture begins 504
// further on, so the last eight columns of one are the first eight of the next.
TEST(TerrainColour, NeighbouringPicturesAgreePixelByPixel) {
    const auto g = grassland(300, 140);
    const auto pictures = bake(g, temperate(), 7);
    ASSERT_EQ(pictures.chunks.size(), 6u);  // 3 x 2
    const auto compare = [](const Image& a, const Image& b, int step, bool across, int border) {
        const int along = across ? std::min(a.height, b.height) : std::min(a.width, b.width);
        int checked = 0;
        for (int i = 0; i < along; ++i) {
            for (int k = 0; k < 2 * border; ++k, ++checked) {
                const uint8_t* p = across ? a.at(step + k, i) : a.at(i, step + k);
                const uint8_t* q = across ? b.at(k, i) : b.at(i, k);
                ASSERT_TRUE(std::equal(p, p + 3, q)) << i << " " << k;
            }
        }
        EXPECT_GE(checked, 32);  // of the smallest picture
    };
    for (size_t row = 0; row < 2; ++row) {
        for (size_t column = 0; column < 2; ++column) {
            const auto &here = pictures.chunks[row * 3 + column], &east = pictures.chunks[row * 3 + column + 1];
            compare(*here->colour, *east->colour, 504, true, 4);
            compare(*here->normal, *east->normal, 252, true, 2);
            compare(*here->surface, *east->surface, 126, true, 1);
        }
    }
    for (size_t column = 0; column < 3; ++column) {
        compare(*pictures.chunks[column]->colour, *pictures.chunks[3 + column]->colour, 504, false, 4);
        compare(*pictures.chunks[column]->normal, *pictures.chunks[3 + column]->normal, 252, false, 2);
    }
    for (const auto& chunk : pictures.chunks) {
        for (const int side : {chunk->colour->width, chunk->colour->height, chunk->normal->width})
            EXPECT_EQ(side & (side - 1), 0);
        EXPECT_EQ(chunk->normal->width * 2, chunk->colour->width);
        EXPECT_EQ(chunk->surface->width * 4, chunk->colour->width);
        EXPECT_FALSE(chunk->tiles);
    }
}

// The lake covers 40 cells in the west; the strand beside it is wet, the meadow further on is not, and the ground's own
// roughness stays within what its textures say.
TEST(TerrainColour, WetGroundIsSmootherThanDry) {
    const auto pictures = bake(varied(), temperate(), 7);
    const Image& surface = *pictures.chunks[0]->surface;
    const auto roughness = [&](double x0, double x1) {  // of a strip in cells, in the north
        double sum = 0;
        int count = 0;
        for (int y = 4; y < 40; ++y) {
            for (int x = static_cast<int>(x0 * kPerCell / 4) + 1; x <= static_cast<int>(x1 * kPerCell / 4); ++x) {
                sum += surface.at(x, y + 100)[1] / 255.0;
                ++count;
            }
        }
        return sum / count;
    };
    const double strand = roughness(40, 41), meadow = roughness(48, 52);
    EXPECT_LT(strand, 0.7);
    EXPECT_GT(meadow, 0.85);
    EXPECT_LE(meadow, 1);
    for (int y = 0; y < surface.height; ++y) {
        for (int x = 0; x < surface.width; ++x) ASSERT_EQ(surface.at(x, y)[2], 0) << "metal at " << x << " " << y;
    }
}

TEST(TerrainColour, NormalsAreUnit) {
    const auto pictures = bake(varied(), temperate(), 7);
    const Image& normals = *pictures.chunks[0]->normal;
    for (int y = 0; y < normals.height; y += 3) {
        for (int x = 0; x < normals.width; x += 3) {
            const uint8_t* n = normals.at(x, y);
            const double nx = n[0] / 127.5 - 1, ny = n[1] / 127.5 - 1, nz = n[2] / 127.5 - 1;
            EXPECT_NEAR(nx * nx + ny * ny + nz * nz, 1, 0.03);
            EXPECT_GT(nz, 0.3);
        }
    }
}

TEST(TerrainColour, KeepsNearThePalette) {
    const auto image = bake(varied(), temperate(), 7).whole;
    const auto& colours = temperate().palette.colours;
    EXPECT_LT(apart(meanOf(*image, 90, 15, 115, 35), colours.at("forest")), 0.09f);
    EXPECT_LT(apart(meanOf(*image, 90, 55, 125, 90), colours.at("grass")), 0.09f);
    EXPECT_LT(apart(meanOf(*image, 58, 10, 62, 90), colours.at("road")), 0.09f);
}

TEST(TerrainColour, DarkensTheBedWithDepth) {
    const auto image = bake(varied(), temperate(), 7).whole;
    EXPECT_LT(light(meanOf(*image, 2, 10, 10, 85)), 0.85f * light(meanOf(*image, 30, 10, 37, 85)));
}

TEST(TerrainColour, SandIsDarkerWhereWavesWetIt) {
    auto g = varied();
    g.layers.assign(1, "sand");
    g.weights.assign(1, Grid<uint8_t>(128, 96, 255));
    std::fill(g.roadEdge.values().begin(), g.roadEdge.values().end(), 1e9f);
    const auto image = bake(g, temperate(), 7).whole;
    // The shore is at cell 40: between half a metre and a metre from it, and five and fifteen metres.
    EXPECT_LT(light(meanOf(*image, 41, 5, 42, 90)), 0.93f * light(meanOf(*image, 50, 5, 70, 90)));
}

TEST(TerrainColour, ShowsBareRockOnSteepGrass) {
    terrain::Ground gentle = grassland(96, 96), steep = gentle;
    for (int y = 0; y <= 96; ++y) {
        for (int x = 0; x <= 96; ++x) steep.height(x, y) = 0.5f * static_cast<float>(x);  // 45 degrees
    }
    const auto rock = temperate().palette.colours.at("rock");
    const auto distance = [&](const terrain::Ground& g) {
        return apart(meanOf(*bake(g, temperate(), 7).whole, 10, 10, 80, 80), rock);
    };
    EXPECT_LT(distance(steep), 0.5f * distance(gentle));
}

TEST(TerrainColour, SnowLiesAboveItsLineButNotOnCliffs) {
    auto biome = temperate();
    biome.snowLine = 40;
    const auto lit = [&](double height, double slope) {
        terrain::Ground g = grassland(64, 64);
        for (int y = 0; y <= 64; ++y) {
            for (int x = 0; x <= 64; ++x) g.height(x, y) = static_cast<float>(height + slope * 0.5 * (x - 32));
        }
        return light(meanOf(*bake(g, biome, 7).whole, 10, 10, 54, 54));
    };
    EXPECT_GT(lit(60, 0.1), 1.3f * lit(10, 0.1));
    EXPECT_LT(lit(80, 1.3), 0.85f * lit(60, 0.1));
}

// A field of 40 x 20 m, rows along its long side: the means of rows of pixels differ, those of columns hardly.
TEST(TerrainColour, FurrowsRunAlongTheLongSideOfAField) {
    terrain::Ground g = flat(128, 96);
    layout::Layout layout;
    layout::Region field;
    field.stroke = 1;
    field.id = "field";
    field.shape.outer = {{8, 8}, {48, 8}, {48, 28}, {8, 28}};
    layout.regions.push_back(field);
    terrain::classify(g, layout, shipped(), Job{});
    const auto image = bake(g, temperate(), 7, {}, &layout).whole;
    const auto spread = [&](bool rows) {  // standard deviation of the means, over 10 m = 158 pixels
        double sum = 0, squares = 0;
        for (int i = 0; i < 158; ++i) {
            double mean = 0;
            for (int k = 0; k < 158; ++k) mean += (rows ? image->at(300 + k, 240 + i) : image->at(300 + i, 240 + k))[0];
            mean /= 158;
            sum += mean;
            squares += mean * mean;
        }
        return std::sqrt(squares / 158 - sum / 158 * (sum / 158));
    };
    EXPECT_GT(spread(true), 2.5 * spread(false));
}

TEST(TerrainColour, VariesWithoutRepeating) {
    const auto image = bake(grassland(512, 512), temperate(), 7).whole;  // 63 pixels are 8 m, the texture's side
    for (int by = 0; by < 30; ++by) {  // blocks of 8 m against their eastern neighbours
        for (int bx = 0; bx < 30; ++bx) {
            int same = 0;
            for (int i = 0; i < 63 * 63; ++i) {
                const int x = bx * 63 + i % 63, y = by * 63 + i / 63;
                same += std::equal(image->at(x, y), image->at(x, y) + 3, image->at(x + 63, y));
            }
            EXPECT_LT(same, 63 * 63 / 4) << bx << ", " << by;
        }
    }
}

TEST(TerrainColour, LooksTheSameCloseBy) {  // what is painted anew for a near eye agrees with the picture
    const GroundPaint paint(std::make_shared<terrain::Ground>(varied()), temperate(), 7, nullptr, Job{});
    const auto image = bakeTerrain(paint, Job{}).whole;
    double difference = 0;
    for (int i = 0; i < 400; ++i) {
        const int x = 20 + i % 20 * 48, y = 20 + i / 20 * 36;
        const double pixel = 0.5 / kPerCell;
        const auto near = paint.at(static_cast<float>((x + 0.5) * pixel), static_cast<float>((y + 0.5) * pixel),
                                   static_cast<float>(pixel));
        const textures::Sample baked{static_cast<float>(image->at(x, y)[0]), static_cast<float>(image->at(x, y)[1]),
                                     static_cast<float>(image->at(x, y)[2]), 0};
        difference += apart(textures::colourOf(near.colour), textures::colourOf(baked));
    }
    EXPECT_LT(difference / 400, 0.02);
}

TEST(TerrainColour, IsTheSameWithAnyNumberOfThreads) {
    const auto g = varied();
    const auto& biome = *shipped().findBiome("snow");
    Job job;
    const auto one = bake(g, biome, 3, job);
    job.threads = 4;
    const auto four = bake(g, biome, 3, job);
    EXPECT_EQ(one.whole->pixels, four.whole->pixels);
    EXPECT_EQ(one.chunks[0]->normal->pixels, four.chunks[0]->normal->pixels);
    EXPECT_NE(one.whole->pixels, bake(g, biome, 4, job).whole->pixels);  // the seed matters
}

TEST(TerrainColour, AnEditChangesColoursOnlyAround) {
    auto g = grassland(256, 256);
    const auto before = bake(g, temperate(), 7).whole;
    g.height(40, 40) += 3;
    const auto after = bake(g, temperate(), 7).whole;
    const int per = before->width / 128;  // pixels a metre
    EXPECT_NE(before->pixels, after->pixels);
    for (int y = 0; y < before->height; ++y) {
        for (int x = 0; x < before->width; ++x) {
            if (x < 36 * per && y < 36 * per) continue;  // 16 m around the edit at (20 m, 20 m)
            ASSERT_TRUE(std::equal(before->at(x, y), before->at(x, y) + 3, after->at(x, y))) << x << " " << y;
        }
    }
}

TEST(TerrainColour, EveryBiomePaintsEverySurfaceNearItsPalette) {
    for (const auto& biome : shipped().biomes()) {
        terrain::Ground g = grassland(48, 48);
        for (const auto& entry : shipped().entries()) {
            if (entry.kind != catalogue::Kind::surface) continue;
            g.layers.assign(1, entry.id);
            const auto mean = meanOf(*bake(g, biome, 5).whole, 3, 3, 45, 45);
            EXPECT_LT(apart(mean, biome.palette.colours.at(entry.id)), 0.17f) << biome.id << " " << entry.id;
        }
    }
}

}  // namespace
}  // namespace sketchwalk::scene
