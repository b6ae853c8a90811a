// The way that commands share: from the map that was named to its finished world.
#pragma once

#include <filesystem>
#include <stop_token>
#include <vector>

#include "app/cli/Console.h"
#include "app/cli/Options.h"
#include "core/pipeline/Pipeline.h"

namespace sketchwalk::cli {

struct WorldRequest {
    MapOptions map;
    WorldOptions world;
    std::vector<std::filesystem::path> libraries;
};

struct MadeWorld {
    pipeline::Resources resources;
    pipeline::World world;
    size_t strokes = 0;                      // that were read
    Diagnostics diagnostics;                 // of the libraries, of reading and of making, in this order
    std::vector<pipeline::StageTime> times;  // "load" "read", then the world's own
};

// Shows its progress as the first `share` of the bar.
Result<MadeWorld> makeWorld(const WorldRequest& request, const std::stop_token& stop, Console& console, double share);

// For what comes after it: its progress fills the rest of the bar.
Job restOfBar(const WorldRequest& request, const std::stop_token& stop, Console& console, double share);

}  // namespace sketchwalk::cli
