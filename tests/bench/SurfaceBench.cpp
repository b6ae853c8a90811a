// Surfaces, splat weights and the ground's picture, on a map with a sea, a road, a forest and fields.
#include <benchmark/benchmark.h>

#include <limits>

#include "core/terrain/Surface.h"

namespace {

using namespace sketchwalk;

const catalogue::Catalogue& shipped() {
    static const auto catalogue = *catalogue::Catalogue::load(SKETCHWALK_SOURCE_DIR "/resources");
    return catalogue;
}

terrain::Ground wavyGround(int cells) {
    terrain::Ground ground;
    ground.spacing = 256.0 / cells;
    ground.height = Grid<float>(cells + 1, cells + 1);
    for (int y = 0; y <= cells; ++y) {
        for (int x = 0; x <= cells; ++x) {
            const double px = x * ground.spacing - 60, py = y * ground.spacing - 128;
            ground.height(x, y) = static_cast<float>(0.0008 * (px * px + py * py));
        }
    }
    ground.waterLevel = Grid<float>(cells + 1, cells + 1, std::numeric_limits<float>::quiet_NaN());
    ground.water = Grid<uint16_t>(cells, cells);
    for (const char* category : {"sea", "lake"}) {
        terrain::Water water;
        water.category = category;
        ground.waters.push_back(water);
    }
    for (int y = 0; y < cells; ++y) {
        for (int x = 0; x < cells / 5; ++x) ground.water(x, y) = 1;
        for (int x = cells / 2; x < cells / 2 + cells / 10; ++x)
            ground.water(x, y) = y > cells / 2 && y < cells * 2 / 3 ? 2 : 0;
    }
    return ground;
}

layout::Layout plainLayout() {
    layout::Layout layout;
    const auto region = [&](int64_t id, const char* surface, Ring ring) {
        layout::Region r;
        r.stroke = id;
        r.id = surface;
        r.shape.outer = std::move(ring);
        r.order = static_cast<int>(id);
        layout.regions.push_back(r);
    };
    region(1, "forest", {{120, 10}, {240, 30}, {220, 110}, {140, 100}});
    region(2, "field", {{150, 150}, {230, 160}, {220, 230}, {160, 220}});
    layout::Line road;
    road.stroke = 3;
    road.id = "road";
    road.centre = {{60, 20}, {110, 90}, {128, 140}, {100, 250}};
    road.width = {6, 6, 6, 6};
    road.order = 4;
    layout.lines.push_back(road);
    return layout;
}

void classifySurfaces(benchmark::State& state) {
    auto ground = wavyGround(static_cast<int>(state.range(0)));
    const auto layout = plainLayout();
    Job job;
    job.threads = static_cast<int>(state.range(1));
    for (auto _ : state) terrain::classify(ground, layout, shipped(), job);
}
BENCHMARK(classifySurfaces)
    ->Args({512, 1})
    ->Args({512, 2})
    ->Args({2048, 1})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
