// What a window waits for after a stroke: the world made again after local edits, and the whole from nothing. Local
// edits are made one after the other, each on the last, as by a person; the time of one is its median over all.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "core/pipeline/Live.h"
#include "core/sketch/Read.h"
#include "tests/bench/Shipped.h"

namespace {

using namespace sketchwalk;
using Clock = std::chrono::steady_clock;

constexpr const char* kMaps[] = {"resources/samples/village.sketch.json", "../shared/data/layouts/iclr1.png",
                                 "../shared/data/layouts/test3.png"};

std::filesystem::path fileOf(int64_t map) {
    return std::filesystem::path(SKETCHWALK_SOURCE_DIR) / kMaps[map];
}

std::shared_ptr<sketch::Stroke> area(int64_t id, const char* brush, Point centre, double radius) {
    auto stroke = std::make_shared<sketch::Stroke>();
    stroke->id = id;
    stroke->brush = brush;
    stroke->closed = true;
    for (int i = 0; i < 10; ++i) stroke->points.push_back({centre + directionOf(i * 36.0) * radius, 1, -1});
    return stroke;
}

std::shared_ptr<sketch::Stroke> line(int64_t id, const char* brush, Point from, Point to) {
    auto stroke = std::make_shared<sketch::Stroke>();
    stroke->id = id;
    stroke->brush = brush;
    for (int i = 0; i <= 8; ++i) stroke->points.push_back({from + (to - from) * (i / 8.0), 1, -1});
    return stroke;
}

// The sketch after every edit: each kind of thing is drawn, moved a little, and erased again.
std::vector<sketch::Sketch> editsOf(const sketch::Sketch& start) {
    const auto place = [&](double x, double y) { return Point(start.extent.x * x, start.extent.y * y); };
    const std::vector<std::pair<const char*, double>> kinds{
        {"house", 5}, {"forest", 16}, {"lake", 10}, {"hill", 18}, {"field", 14}, {"church", 8}, {"mountain", 30}};
    std::vector<sketch::Sketch> all;
    sketch::Sketch now = start;
    const auto add = [&](std::shared_ptr<const sketch::Stroke> stroke) {
        now.strokes.push_back(std::move(stroke));
        all.push_back(now);
    };
    double x = 0.2;
    for (const auto& [brush, radius] : kinds) {
        add(area(9000, brush, place(x, 0.7 - 0.5 * x), radius));
        now.strokes.pop_back();
        add(area(9000, brush, place(x, 0.7 - 0.5 * x) + Point(4, 3), radius));
        now.strokes.pop_back();
        all.push_back(now);
        x += 0.1;
    }
    for (const char* brush : {"road", "fence", "river"}) {
        add(line(9001, brush, place(0.3, 0.35), place(0.55, 0.3)));
        now.strokes.pop_back();
        all.push_back(now);
    }
    return all;
}

Job twoThreads() {
    Job job;
    job.threads = 2;
    return job;
}

void report(benchmark::State& state, std::vector<double>& times) {
    std::sort(times.begin(), times.end());
    state.counters["median_ms"] = times[times.size() / 2];
    state.counters["worst_ms"] = times.back();
    state.counters["edits"] = static_cast<double>(times.size());
}

double millisecondsOf(const auto& work) {
    const auto start = Clock::now();
    work();
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void liveLocalEdit(benchmark::State& state) {
    const auto read = sketch::read(fileOf(state.range(0)), resources().catalogue);
    if (!read) return state.SkipWithError("the map is not there");
    const auto edits = editsOf(read->sketch);
    pipeline::Live live(resources());
    benchmark::DoNotOptimize(live.update(read->sketch, {512}, twoThreads()));
    std::vector<double> times;
    for (auto _ : state) {
        double sum = 0;
        for (const auto& sketch : edits) {
            times.push_back(
                millisecondsOf([&] { benchmark::DoNotOptimize(live.update(sketch, {512}, twoThreads())); }));
            sum += times.back();
        }
        state.SetIterationTime(sum / 1000 / static_cast<double>(edits.size()));
    }
    report(state, times);
}

void liveWhole(benchmark::State& state) {
    const auto read = sketch::read(fileOf(state.range(0)), resources().catalogue);
    if (!read) return state.SkipWithError("the map is not there");
    pipeline::Live live(resources());
    std::vector<double> times;
    for (auto _ : state) {
        live.forget();
        times.push_back(
            millisecondsOf([&] { benchmark::DoNotOptimize(live.update(read->sketch, {512}, twoThreads())); }));
        state.SetIterationTime(times.back() / 1000);
    }
    report(state, times);
}

BENCHMARK(liveLocalEdit)->ArgName("map")->DenseRange(0, 2)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK(liveWhole)->ArgName("map")->DenseRange(0, 2)->Unit(benchmark::kMillisecond)->UseManualTime();

}  // namespace
