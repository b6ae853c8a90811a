// What walking costs: a tick among 20,000 things that stand still, with and without loose ones tumbling beside, and how
// long it takes until a finished scene can be walked in.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>

#include "core/base/Hash.h"
#include "core/pipeline/Pipeline.h"
#include "core/play/World.h"
#include "core/sketch/Read.h"
#include "tests/core/preview/HandMadeScene.h"

namespace {

using namespace sketchwalk;

constexpr int kSide = 512;        // metres of the wood
constexpr int kStanding = 20000;  // trunks and boulders in it

std::shared_ptr<const assets::Mesh> finished(assets::Primitive primitive) {
    auto mesh = preview::meshOf({std::move(primitive)});
    assets::finish(*mesh);
    return mesh;
}

// Rolling ground of half a million triangles, trees and boulders all over it, `loose` crates around the spawn.
std::shared_ptr<const scene::Scene> wood(int loose) {
    auto scene = std::make_shared<scene::Scene>();
    scene->extent = {kSide, kSide};
    const auto height = [](int x, int z) {
        return static_cast<float>(3 * std::sin(x * 0.05) * std::cos(z * 0.06) + 0.1 * std::sin(x * 1.3 + z));
    };
    for (int row = 0; row < 8; ++row) {
        for (int column = 0; column < 8; ++column) {
            assets::Primitive ground;
            for (int z = row * 64; z < row * 64 + 64; ++z) {
                for (int x = column * 64; x < column * 64 + 64; ++x) {
                    const auto at = [&](int u, int v) { return glm::vec3(u, height(u, v), v); };
                    preview::addQuad(ground, at(x, z), at(x, z + 1), at(x + 1, z + 1), at(x + 1, z));
                }
            }
            scene->chunks.push_back({column, row, {}, finished(std::move(ground))});
        }
    }
    const auto spread = [&](const std::string& category, std::shared_ptr<const assets::Mesh> mesh, int count,
                            double side) {
        auto& group = preview::addObject(*scene, category, std::move(mesh), {});
        group.instances.clear();
        for (int i = 0; i < count; ++i) {
            const auto number = static_cast<uint64_t>(i);
            const auto place = [&](uint64_t axis) {
                return static_cast<float>(kSide / 2.0 + side * (randomUnit(1, category, number, axis) - 0.5));
            };
            scene::Instance one;
            one.position = {place(0), 0, place(1)};
            one.position.y = height(static_cast<int>(one.position.x), static_cast<int>(one.position.z)) + 0.1f;
            one.yaw = static_cast<float>(360 * randomUnit(1, category, number, 2));
            one.scale = static_cast<float>(0.7 + 0.6 * randomUnit(1, category, number, 3));
            group.instances.push_back(one);
        }
    };
    spread("tree", finished(preview::boxPrimitive({-0.3f, 0, -0.3f}, {0.3f, 6, 0.3f}, 0)), kStanding / 2, kSide - 4);
    spread("boulder", finished(preview::conePrimitive(0.8f, 0, 1.2f, 9, 0)), kStanding / 2, kSide - 4);
    if (loose > 0)
        spread("crate", finished(preview::boxPrimitive({-0.3f, 0, -0.3f}, {0.3f, 0.6f, 0.3f}, 0)), loose, 16);
    scene->spawn.position = {kSide / 2.0f, height(kSide / 2, kSide / 2), kSide / 2.0f};
    return scene;
}

play::Intent wander(int tick) {
    play::Intent intent;
    intent.forward = 1;
    intent.run = true;
    intent.yaw = 360 * randomUnit(2, "way", static_cast<uint64_t>(tick / 240));
    intent.jump = tick % 480 == 0;
    return intent;
}

void playTick(benchmark::State& state) {
    auto world = play::World::build(wood(static_cast<int>(state.range(0))), {}, Job{}).value();
    std::vector<double> times;
    int tick = 0;
    for (auto _ : state) {
        const auto start = std::chrono::steady_clock::now();
        world.tick(wander(tick++));
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(times.begin(), times.end());
    state.counters["colliders"] = static_cast<double>(world.colliders());
    state.counters["p50_ms"] = times[times.size() / 2];
    state.counters["p99_ms"] = times[times.size() * 99 / 100];
    state.counters["worst_ms"] = times.back();
}

// Entering the mode: the scene is there, the walkable world is not.
void playReady(benchmark::State& state) {
    constexpr const char* kSamples[] = {"village", "island", "river-valley", "mountain-pass"};
    const auto resources = pipeline::Resources::load(2).value();
    const auto file = std::filesystem::path(SKETCHWALK_SOURCE_DIR) / "resources/samples" /
                      (std::string(kSamples[state.range(0)]) + ".sketch.json");
    Job job;
    job.threads = 2;
    const auto made =
        pipeline::generate(sketch::read(file, resources.catalogue)->sketch, resources, {512}, job).value();
    job.threads = static_cast<int>(state.range(1));
    for (auto _ : state) benchmark::DoNotOptimize(play::World::build(made.scene, {}, job));
}

BENCHMARK(playTick)->Arg(0)->Arg(40)->ArgName("loose")->Iterations(20000)->Unit(benchmark::kMillisecond);
BENCHMARK(playReady)
    ->ArgsProduct({{0, 1, 2, 3}, {1, 2}})
    ->ArgNames({"sample", "threads"})
    ->Unit(benchmark::kMillisecond);

}  // namespace
