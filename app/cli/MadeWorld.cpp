#include "app/cli/MadeWorld.h"

#include <chrono>

#include "app/cli/LibraryOption.h"
#include "core/neural/InkMeaning.h"

namespace sketchwalk::cli {

Result<MadeWorld> makeWorld(const WorldRequest& request, const std::stop_token& stop, Console& console, double share) {
    using Clock = std::chrono::steady_clock;
    MadeWorld made;
    auto before = Clock::now();
    const auto lap = [&](const char* stage) {
        const auto now = Clock::now();
        made.times.push_back({stage, std::chrono::duration<double>(now - before).count()});
        before = now;
    };
    const auto add = [&](const Diagnostics& some) {
        made.diagnostics.insert(made.diagnostics.end(), some.begin(), some.end());
    };
    const int threads = request.world.threads;
    console.progress("read", 0);
    auto resources = pipeline::Resources::load(threads);
    if (!resources) return tl::make_unexpected(resources.error());
    made.resources = std::move(*resources);
    if (auto taken = takeLibrary(request.libraries, made.resources, made.diagnostics, {stop, {}, threads}); !taken) {
        return tl::make_unexpected(taken.error());
    }
    lap("load");
    const auto read = readMap(request.map, made.resources.catalogue);
    if (!read) return tl::make_unexpected(read.error());
    made.strokes = read->sketch.strokes.size();
    add(read->diagnostics);
    lap("read");
    sketch::Sketch map = read->sketch;
    if (neural::hasInk(map)) {
        neural::InkReader reader({"auto", threads});
        map = reader.understood(map, made.resources.catalogue, {stop, {}, threads}, made.diagnostics);
        lap("ink");
    }
    const Job job{stop, [&](std::string_view stage, double f) { console.progress(stage, f * share); }, threads};
    auto world = pipeline::generate(map, made.resources, {request.world.resolution}, job);
    if (!world) return tl::make_unexpected(world.error());
    made.world = std::move(*world);
    add(made.world.diagnostics);
    made.times.insert(made.times.end(), made.world.times.begin(), made.world.times.end());
    return made;
}

Job restOfBar(const WorldRequest& request, const std::stop_token& stop, Console& console, double share) {
    return {stop,
            [&console, share](std::string_view stage, double f) { console.progress(stage, share + f * (1 - share)); },
            request.world.threads};
}

}  // namespace sketchwalk::cli
