// How long each stage takes on the samples, alone: read, plan, shape, furnish, encode, render, write.
#include <benchmark/benchmark.h>

#include <filesystem>

#include "core/base/File.h"
#include "core/gltf/Glb.h"
#include "core/gltf/Package.h"
#include "core/pipeline/Pipeline.h"
#include "core/preview/Preview.h"
#include "core/sketch/Read.h"
#include "tests/bench/Shipped.h"

namespace {

using namespace sketchwalk;

constexpr const char* kSamples[] = {"village", "island", "river-valley", "mountain-pass"};

std::filesystem::path sampleFile(int64_t number) {
    return std::filesystem::path(SKETCHWALK_SOURCE_DIR) / "resources/samples" /
           (std::string(kSamples[number]) + ".sketch.json");
}

Job jobOf(const benchmark::State& state, int argument) {
    Job job;
    job.threads = static_cast<int>(state.range(argument));
    return job;
}

sketch::Sketch sketchOf(int64_t number) {
    return sketch::read(sampleFile(number), resources().catalogue)->sketch;
}

pipeline::World worldOf(const benchmark::State& state) {
    Job job;
    job.threads = 2;
    return pipeline::generate(sketchOf(state.range(0)), resources(), {static_cast<int>(state.range(1))}, job).value();
}

void load(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(pipeline::Resources::load());
}

void read(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(sketch::read(sampleFile(state.range(0)), resources().catalogue));
}

void plan(benchmark::State& state) {
    const auto sketch = sketchOf(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(layout::plan(sketch, resources().catalogue));
}

void shape(benchmark::State& state) {
    const auto layout = layout::plan(sketchOf(state.range(0)), resources().catalogue);
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            terrain::shape(layout, resources().catalogue, {static_cast<int>(state.range(1))}, jobOf(state, 2)));
    }
}

void furnish(benchmark::State& state) {
    const auto world = worldOf(state);
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            scene::furnish(world.layout, world.ground, resources().catalogue, resources().recipes, jobOf(state, 2)));
    }
}

void encode(benchmark::State& state) {
    const auto world = worldOf(state);
    for (auto _ : state) benchmark::DoNotOptimize(gltf::encodeGlb(*world.scene, jobOf(state, 2)));
}

void render(benchmark::State& state) {
    const auto world = worldOf(state);
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            preview::render(*world.scene, {preview::View::isometric, 1024, 1024}, jobOf(state, 2)));
    }
}

void write(benchmark::State& state) {
    const auto world = worldOf(state);
    const auto glb = gltf::encodeGlb(*world.scene, Job{}).value();
    const Image picture(1024, 1024, 3);
    const auto folder = std::filesystem::temp_directory_path() / "sketchwalk-bench";
    for (auto _ : state)
        benchmark::DoNotOptimize(gltf::writePackage(*world.scene, glb, picture, folder, jobOf(state, 2)));
    std::filesystem::remove_all(folder);
}

void bySample(benchmark::internal::Benchmark* bench) {
    bench->Unit(benchmark::kMillisecond)->UseRealTime()->ArgName("sample")->DenseRange(0, 3);
}

// Each sample at 512 on one and two threads, and the village finer.
void byWork(benchmark::internal::Benchmark* bench) {
    bench->Unit(benchmark::kMillisecond)->UseRealTime()->ArgNames({"sample", "cells", "threads"});
    for (int sample = 0; sample < 4; ++sample) {
        for (const int threads : {1, 2}) bench->Args({sample, 512, threads});
    }
    for (const int cells : {1024, 2048}) bench->Args({0, cells, 2});
}

BENCHMARK(load)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(read)->Apply(bySample);
BENCHMARK(plan)->Apply(bySample);
BENCHMARK(shape)->Apply(byWork);
BENCHMARK(furnish)->Apply(byWork);
BENCHMARK(encode)->Apply(byWork);
BENCHMARK(render)->Apply(byWork);
BENCHMARK(write)->Apply(byWork);

}  // namespace
