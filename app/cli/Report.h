// What one run did, as JSON: for --report and --json. Never part of a scene, whose bytes must not depend on the clock.
#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/pipeline/Pipeline.h"

namespace sketchwalk::cli {

// Bytes: the most memory this process has held so far (Linux's VmHWM); 0 where the system does not tell.
uint64_t peakMemory();

struct Run {
    std::filesystem::path in;
    std::vector<std::filesystem::path> outputs;
    int resolution = 0;
    int threads = 1;
    size_t strokes = 0;
    std::vector<pipeline::StageTime> times;  // all stages, in order
    double seconds = 0;                      // wall clock of the whole run
    Diagnostics diagnostics;
};

nlohmann::json reportOf(const Run& run, const pipeline::World& world);

// How many of what a world holds: objects by category, water bodies, triangles ...
nlohmann::json countsOf(const pipeline::World& world);

}  // namespace sketchwalk::cli
