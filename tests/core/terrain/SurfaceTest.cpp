#include "core/terrain/Surface.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/base/Hash.h"
#include "tests/core/terrain/Worlds.h"

namespace sketchwalk::terrain {
namespace {

using layout::Layout;

Ground flatGround(int cells, double spacing) {
    Ground ground;
    ground.extent = Point(cells * spacing, cells * spacing);
    ground.spacing = spacing;
    ground.height = Grid<float>(cells + 1, cells + 1, 2.0f);
    ground.waterLevel = Grid<float>(cells + 1, cells + 1, std::numeric_limits<float>::quiet_NaN());
    ground.water = Grid<uint16_t>(cells, cells);
    return ground;
}

void addWater(Ground& ground, const std::string& category, int x0, int y0, int x1, int y1) {
    Water water;
    water.category = category;
    ground.waters.push_back(water);
    for (int y = y0; y < y1; ++y) {
        for (int x = x0; x < x1; ++x) ground.water(x, y) = static_cast<uint16_t>(ground.waters.size());
    }
}

layout::Region areaOf(int64_t strokeId, const std::string& id, Ring ring, int order) {
    layout::Region r;
    r.stroke = strokeId;
    r.id = id;
    r.shape.outer = std::move(ring);
    r.order = order;
    return r;
}

layout::Line wayOf(int64_t strokeId, const std::string& id, Polyline centre, double width, int order) {
    layout::Line l;
    l.stroke = strokeId;
    l.id = id;
    l.width.assign(centre.size(), width);
    l.centre = std::move(centre);
    l.order = order;
    return l;
}

Ring ringOf(double x0, double y0, double x1, double y1) {
    return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
}

const std::string& surfaceAt(const Ground& ground, int x, int y) {
    return ground.surfaces[ground.surface(x, y)];
}

size_t strongestLayer(const Ground& ground, int x, int y) {
    size_t best = 0;
    for (size_t l = 1; l < ground.weights.size(); ++l) {
        if (ground.weights[l](x, y) > ground.weights[best](x, y)) best = l;
    }
    return best;
}

void expectWeightsWhole(const Ground& ground) {
    ASSERT_EQ(ground.weights.size(), ground.layers.size());
    ASSERT_LE(ground.layers.size(), 8u);
    for (int y = 0; y < ground.depth(); ++y) {
        for (int x = 0; x < ground.width(); ++x) {
            int sum = 0;
            for (const auto& layer : ground.weights) sum += layer(x, y);
            ASSERT_EQ(sum, 255) << x << ", " << y;
        }
    }
}

TEST(Surface, IsExactInsideWhatWasDrawn) {
    Ground ground = flatGround(128, 0.5);
    Layout layout;
    const Ring ring{{10.3, 8.1}, {40.2, 14.9}, {33.0, 50.5}, {12.0, 44.4}};
    layout.regions.push_back(areaOf(1, "sand", ring, 1));
    classify(ground, layout, theCatalogue(), Job{});
    for (int y = 0; y < 128; ++y) {
        for (int x = 0; x < 128; ++x) {
            const bool inside = contains(ring, Point((x + 0.5) * 0.5, (y + 0.5) * 0.5));
            EXPECT_EQ(surfaceAt(ground, x, y) == "sand", inside) << x << ", " << y;
        }
    }
    EXPECT_EQ(ground.surfaces[0], "grass");
    expectWeightsWhole(ground);
}

TEST(Surface, ALineCoversHalfItsWidthToEachSideWithRoundEnds) {
    Ground ground = flatGround(128, 0.5);
    Layout layout;
    const Polyline centre{{8.2, 9.7}, {30.1, 20.3}, {50.4, 12.8}};
    layout.lines.push_back(wayOf(4, "road", centre, 6, 1));
    classify(ground, layout, theCatalogue(), Job{});
    for (int y = 0; y < 128; ++y) {
        for (int x = 0; x < 128; ++x) {
            const double d = nearestOnLine(centre, Point((x + 0.5) * 0.5, (y + 0.5) * 0.5)).distance;
            if (std::abs(d - 3) < 1e-9) continue;
            EXPECT_EQ(surfaceAt(ground, x, y) == "road", d < 3) << x << ", " << y;
        }
    }
}

TEST(Surface, TheGreaterOrderLiesOnTop) {
    Ground ground = flatGround(64, 1);
    Layout layout;
    layout.regions.push_back(areaOf(1, "sand", ringOf(10, 10, 50, 50), 7));
    layout.regions.push_back(areaOf(2, "forest", ringOf(20, 20, 40, 40), 3));
    layout.lines.push_back(wayOf(3, "path", {{0, 30}, {64, 30}}, 4, 9));
    classify(ground, layout, theCatalogue(), Job{});
    EXPECT_EQ(surfaceAt(ground, 25, 25), "sand");
    EXPECT_EQ(surfaceAt(ground, 25, 30), "path");
    EXPECT_EQ(surfaceAt(ground, 5, 5), "grass");
}

TEST(Surface, WaterWinsOverWhatLiesUnderIt) {
    Ground ground = flatGround(64, 1);
    addWater(ground, "lake", 20, 20, 40, 40);
    Layout layout;
    layout.regions.push_back(areaOf(1, "forest", ringOf(10, 10, 50, 50), 3));
    classify(ground, layout, theCatalogue(), Job{});
    EXPECT_EQ(surfaceAt(ground, 30, 30), "lake");
    EXPECT_EQ(surfaceAt(ground, 18, 30), "forest");                    // a drawn shore gets no beach
    EXPECT_EQ(ground.layers[strongestLayer(ground, 30, 30)], "sand");  // the bed
    expectWeightsWhole(ground);
}

TEST(Surface, APatchThatWasDrawnAsAnAreaIsNotWidenedByItsCentreLine) {
    Ground ground = flatGround(64, 1);
    Layout layout;
    layout.regions.push_back(areaOf(5, "road", ringOf(10, 28, 50, 32), 2));
    layout.lines.push_back(wayOf(5, "road", {{5, 30}, {60, 30}}, 12, 2));
    classify(ground, layout, theCatalogue(), Job{});
    EXPECT_EQ(surfaceAt(ground, 30, 30), "road");
    EXPECT_EQ(surfaceAt(ground, 30, 34), "grass");
    EXPECT_EQ(surfaceAt(ground, 55, 30), "grass");
}

TEST(Surface, AThinPathStaysWhole) {
    Ground ground = flatGround(64, 4);  // cells wider than the path
    Layout layout;
    layout.lines.push_back(wayOf(1, "path", {{10, 13}, {240, 190}}, 1.5, 1));
    classify(ground, layout, theCatalogue(), Job{});
    for (int x = 3; x < 59; ++x) {
        int found = 0;
        for (int y = 0; y < 64; ++y) found += surfaceAt(ground, x, y) == "path";
        EXPECT_GE(found, 1) << x;
    }
}

TEST(Surface, SteepUndrawnGroundIsRockAndDrawnGroundStays) {
    Ground ground = flatGround(64, 1);
    for (int y = 0; y <= 64; ++y) {
        for (int x = 0; x <= 64; ++x)
            ground.height(x, y) = static_cast<float>(x < 32 ? 0.2 * x : 6.4 + 1.2 * (x - 32));  // 11 and 50 degrees
    }
    Layout layout;
    layout.regions.push_back(areaOf(1, "garden", ringOf(36, 0, 60, 20), 1));
    classify(ground, layout, theCatalogue(), Job{});
    EXPECT_EQ(surfaceAt(ground, 50, 40), "rock");
    EXPECT_EQ(surfaceAt(ground, 50, 10), "garden");
    EXPECT_NE(surfaceAt(ground, 16, 40), "rock");
}

TEST(Surface, UndrawnShoresGetABeachAFewMetresWide) {
    Ground ground = flatGround(128, 0.5);
    addWater(ground, "sea", 0, 0, 40, 128);
    Layout layout;
    classify(ground, layout, theCatalogue(), Job{});
    int sand = 0;
    for (int y = 0; y < 128; ++y) {
        EXPECT_EQ(surfaceAt(ground, 41, y), "sand") << y;
        for (int x = 40; x < 128; ++x) sand += surfaceAt(ground, x, y) == "sand";
        EXPECT_NE(surfaceAt(ground, 40 + 20, y), "sand") << y;  // 10 m from the water
    }
    const double mean = sand * 0.5 / 128;
    EXPECT_GT(mean, 3);
    EXPECT_LT(mean, 9);
}

TEST(Surface, DistancesToRoadAndShoreAreMetres) {
    Ground ground = flatGround(64, 0.5);
    addWater(ground, "lake", 0, 0, 8, 64);
    Layout layout;
    layout.regions.push_back(areaOf(1, "road", ringOf(20, 0, 24, 32), 1));  // columns 40 to 47
    classify(ground, layout, theCatalogue(), Job{});
    EXPECT_EQ(ground.roadEdge(44, 10), 0);
    EXPECT_FLOAT_EQ(ground.roadEdge(36, 10), 2.0f);
    EXPECT_FLOAT_EQ(ground.shore(8, 10), 0.25f);  // half a cell past the water's last cell
    EXPECT_FLOAT_EQ(ground.shore(7, 10), -0.25f);
    EXPECT_FLOAT_EQ(ground.shore(17, 10), 4.75f);
}

TEST(Surface, WithoutWaterOrRoadsDistancesAreFar) {
    Ground ground = flatGround(32, 1);
    classify(ground, Layout{}, theCatalogue(), Job{});
    EXPECT_GE(ground.shore(5, 5), 1e8f);
    EXPECT_GE(ground.roadEdge(5, 5), 1e8f);
}

TEST(Surface, SoftRimsAreAboutAMetreAndRoadsAreCrisp) {
    Ground ground = flatGround(128, 0.5);
    Layout layout;
    layout.regions.push_back(areaOf(1, "sand", ringOf(0, 0, 16, 64), 1));
    layout.lines.push_back(wayOf(2, "road", {{40, 0}, {40, 64}}, 8, 2));
    classify(ground, layout, theCatalogue(), Job{});
    expectWeightsWhole(ground);
    const auto sand =
        static_cast<size_t>(std::find(ground.layers.begin(), ground.layers.end(), "sand") - ground.layers.begin());
    ASSERT_LT(sand, ground.layers.size());
    bool mixed = false;
    for (int y = 0; y < 128; ++y) {
        EXPECT_EQ(ground.weights[sand](28, y), 255);  // 1.75 m inside
        EXPECT_EQ(ground.weights[sand](35, y), 0);    // 1.75 m outside
        mixed |= ground.weights[sand](31, y) < 255;
    }
    EXPECT_TRUE(mixed);
    const auto road =
        static_cast<size_t>(std::find(ground.layers.begin(), ground.layers.end(), "road") - ground.layers.begin());
    ASSERT_LT(road, ground.layers.size());
    for (int y = 2; y < 126; ++y) {
        EXPECT_EQ(ground.weights[road](74, y), 255);  // the second cell inside
        EXPECT_EQ(ground.weights[road](69, y), 0);    // the third cell outside
    }
}

TEST(Surface, TheOwnLayerShowsMostInEveryDrawnCell) {
    Ground ground = flatGround(128, 0.5);
    addWater(ground, "river", 0, 100, 128, 110);
    Layout layout;
    layout.regions.push_back(areaOf(1, "sand", ringOf(3, 3, 20, 20), 1));
    layout.regions.push_back(areaOf(2, "field", ringOf(15, 10, 40, 41), 2));
    layout.lines.push_back(wayOf(3, "path", {{0, 45}, {64, 8}}, 2, 3));
    classify(ground, layout, theCatalogue(), Job{});
    for (int y = 0; y < 128; ++y) {
        for (int x = 0; x < 128; ++x) {
            if (ground.water(x, y) > 0) continue;
            EXPECT_EQ(ground.layers[strongestLayer(ground, x, y)], surfaceAt(ground, x, y)) << x << ", " << y;
        }
    }
}

TEST(Surface, KeepsToEightLayersHoweverManySurfacesAreDrawn) {
    Ground ground = flatGround(128, 1);
    addWater(ground, "sea", 0, 120, 128, 128);
    addWater(ground, "swamp", 0, 0, 8, 8);
    Layout layout;
    int64_t id = 1;
    for (const char* surface : {"forest", "jungle", "sand", "rock", "gravel", "snow", "dirt", "mud", "field", "garden",
                                "paving", "road", "path", "ash"}) {
        const double x = 10 + 8.0 * static_cast<double>(id - 1);
        layout.regions.push_back(areaOf(id, surface, ringOf(x, 20, x + 8, 60), static_cast<int>(id)));
        ++id;
    }
    classify(ground, layout, theCatalogue(), Job{});
    expectWeightsWhole(ground);
    EXPECT_EQ(surfaceAt(ground, 14, 40), "forest");
    EXPECT_EQ(surfaceAt(ground, 110, 40), "path");
}

TEST(Surface, IsTheSameWithAnyNumberOfThreads) {
    Layout layout;
    layout.seed = 11;
    layout.regions.push_back(areaOf(1, "forest", ringOf(20, 20, 60, 90), 1));
    layout.lines.push_back(wayOf(2, "road", {{0, 70}, {128, 40}}, 6, 2));
    Ground one = flatGround(256, 0.5);
    addWater(one, "sea", 0, 0, 60, 256);
    addWater(one, "lava", 150, 100, 190, 140);
    Ground four = one;
    Job job;
    classify(one, layout, theCatalogue(), job);
    job.threads = 4;
    classify(four, layout, theCatalogue(), job);
    EXPECT_EQ(one.surface, four.surface);
    EXPECT_EQ(one.weights, four.weights);
    EXPECT_EQ(one.layers, four.layers);
    EXPECT_EQ(one.roadEdge, four.roadEdge);
    EXPECT_EQ(one.shore, four.shore);
}

TEST(Surface, AnEditLeavesTheGroundFarAwayAlone) {
    Layout before;
    before.regions.push_back(areaOf(1, "sand", ringOf(20, 20, 60, 60), 1));
    Layout after = before;
    after.regions.push_back(areaOf(2, "forest", ringOf(180, 180, 230, 240), 2));
    Ground a = flatGround(256, 1), b = a;
    addWater(a, "sea", 0, 0, 256, 10);
    addWater(b, "sea", 0, 0, 256, 10);
    classify(a, before, theCatalogue(), Job{});
    classify(b, after, theCatalogue(), Job{});
    for (int y = 0; y < 256; ++y) {
        for (int x = 0; x < 256; ++x) {
            if (x >= 176 && y >= 176) continue;
            ASSERT_EQ(surfaceAt(a, x, y), surfaceAt(b, x, y)) << x << ", " << y;
        }
    }
}

TEST(Surface, BiomesHaveTheirOwnGround) {
    Layout layout;
    layout.biome = "tundra";
    layout.base = "snow";
    Ground ground = flatGround(256, 0.5);
    classify(ground, layout, theCatalogue(), Job{});
    int grass = 0;
    for (int y = 0; y < 256; ++y) {
        for (int x = 0; x < 256; ++x) grass += surfaceAt(ground, x, y) == "grass";
    }
    EXPECT_EQ(ground.surfaces[0], "snow");
    EXPECT_GT(grass, 256 * 256 / 20);  // patches of lichen, a fifth of the ground
    EXPECT_LT(grass, 256 * 256 / 2);
}

TEST(Surface, SurvivesOddShapes) {
    Ground ground = flatGround(64, 1);
    const double nan = std::numeric_limits<double>::quiet_NaN(), far = 1e300;
    Layout layout;
    layout.regions.push_back(areaOf(1, "sand", {}, 1));
    layout.regions.push_back(areaOf(2, "sand", {{5, 5}}, 1));
    layout.regions.push_back(areaOf(3, "sand", {{nan, 5}, {5, nan}, {9, 9}}, 1));
    layout.regions.push_back(areaOf(4, "no such surface", ringOf(0, 0, 64, 64), 9));
    layout.lines.push_back(wayOf(5, "road", {{5, 5}}, 3, 1));
    layout.lines.push_back(wayOf(6, "road", {{nan, 0}, {30, 30}}, 3, 1));
    layout.lines.push_back(wayOf(7, "road", {{-far, 30}, {far, 30}}, 3, 1));
    layout.lines.push_back(wayOf(8, "path", {{5, 50}, {60, 50}}, 0, 1));
    layout.lines.push_back(wayOf(9, "path", {}, 4, 1));
    layout::Placement house;
    house.category = "house";
    house.position = Point(nan, 3);
    layout.placements.push_back(house);
    classify(ground, layout, theCatalogue(), Job{});
    expectWeightsWhole(ground);
    EXPECT_EQ(surfaceAt(ground, 5, 5), "road");  // a dot of a road
}

TEST(Surface, StopsWhenAsked) {
    std::stop_source source;
    source.request_stop();
    Job job;
    job.stop = source.get_token();
    Ground ground = flatGround(64, 1);
    classify(ground, Layout{}, theCatalogue(), job);
    SUCCEED();
}

}  // namespace
}  // namespace sketchwalk::terrain
