// A page of forty symbols read, and one more stroke, by the program's own model. Skipped where there is none.
#include <benchmark/benchmark.h>

#include <filesystem>

#include "core/neural/PageReader.h"
#include "core/synth/Hand.h"

namespace sketchwalk {
namespace {

const std::filesystem::path kResources = std::filesystem::path(SKETCHWALK_SOURCE_DIR) / "resources";

// Symbols of the simulated hand on a grid.
std::vector<Polyline> page(int symbols) {
    const auto book = synth::HandBook::load();
    std::vector<Polyline> strokes;
    if (!book) return strokes;
    auto kind = book->drawn.begin();
    for (int i = 0; i < symbols; ++i) {
        const auto& ways = kind->second;
        for (Polyline stroke :
             synth::redraw(ways[static_cast<size_t>(i) % ways.size()], static_cast<uint64_t>(i), {0.6, 0, true})) {
            for (Point& p : stroke) p = p * 0.5 + Point{i % 8 * 80.0, i / 8 * 80.0};
            strokes.push_back(std::move(stroke));
        }
        if (++kind == book->drawn.end()) kind = book->drawn.begin();
    }
    return strokes;
}

void inkPage(benchmark::State& state) {
    const auto recogniser = neural::Recogniser::load(kResources / "models", {"cpu", 2});
    if (!recogniser) return state.SkipWithError(recogniser.error().text.c_str());
    const auto strokes = page(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        auto symbols = neural::readPage(*recogniser, strokes, {}, {{}, {}, 2});
        benchmark::DoNotOptimize(symbols);
    }
    state.counters["strokes"] = static_cast<double>(strokes.size());
}
BENCHMARK(inkPage)->Arg(1)->Arg(40)->Unit(benchmark::kMillisecond)->UseRealTime();

// So many drawings through the network alone.
void inkLook(benchmark::State& state) {
    const auto recogniser = neural::Recogniser::load(kResources / "models", {"cpu", 2});
    if (!recogniser) return state.SkipWithError(recogniser.error().text.c_str());
    const std::vector<neural::Strokes> drawings(static_cast<size_t>(state.range(0)), page(1));
    for (auto _ : state) {
        auto readings = recogniser->read(drawings, 1, {{}, {}, 2});
        benchmark::DoNotOptimize(readings);
    }
}
BENCHMARK(inkLook)->Arg(1)->Arg(8)->Arg(64)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace sketchwalk
