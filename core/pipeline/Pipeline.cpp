#include "core/pipeline/Pipeline.h"

#include <chrono>
#include <utility>

#include "core/base/File.h"
#include "core/base/Parallel.h"
#include "core/routes/Routes.h"

namespace sketchwalk::pipeline {
namespace {

using Clock = std::chrono::steady_clock;

// How the wait divides among the stages, for the progress bar only: measured on the sample village at 512 x 512.
struct Share {
    const char* stage;
    double begin, end;
};
constexpr Share kPlan{"plan", 0.0, 0.05};
constexpr Share kShape{"shape", 0.05, 0.6};
constexpr Share kFurnish{"furnish", 0.6, 0.98};
constexpr Share kRoutes{"furnish", 0.98, 1.0};

// The job as one stage sees it: its own 0..1 becomes its share of the whole, under its own name.
Job within(const Job& job, const Share& share) {
    Job part = job;
    part.report = nullptr;
    if (job.report) {
        part.report = [&job, share](std::string_view, double fraction) {
            job.progress(share.stage, share.begin + (share.end - share.begin) * std::clamp(fraction, 0.0, 1.0));
        };
    }
    job.progress(share.stage, share.begin);
    return part;
}

class Stopwatch {
  public:
    explicit Stopwatch(std::vector<StageTime>& times) : m_times(times), m_start(Clock::now()) {}
    void lap(const char* stage) {
        const auto now = Clock::now();
        m_times.push_back({stage, std::chrono::duration<double>(now - m_start).count()});
        m_start = now;
    }

  private:
    std::vector<StageTime>& m_times;
    Clock::time_point m_start;
};

void append(Diagnostics& all, const Diagnostics& some) {
    all.insert(all.end(), some.begin(), some.end());
}

tl::unexpected<Error> stopped() {
    return fail(ErrorKind::interrupted, "Stopped before the world was finished.");
}

}  // namespace

Result<Resources> Resources::load(int threads) {
    const auto folder = resourceFolder();
    Result<catalogue::Catalogue> catalogue;
    Result<assets::Recipes> recipes;
    parallelFor(threads, 2, [&](int part) {
        if (part == 0) catalogue = catalogue::Catalogue::load(folder);
        if (part == 1) recipes = assets::Recipes::load(folder / "recipes");
    });
    if (!catalogue) return tl::make_unexpected(catalogue.error());
    if (!recipes) return tl::make_unexpected(recipes.error());
    return Resources{std::move(*catalogue), std::move(*recipes), nullptr};
}

Result<World> generate(const sketch::Sketch& sketch, const Resources& resources, const terrain::ShapeOptions& options,
                       const Job& job) {
    if (options.resolution < kMinResolution || options.resolution > kMaxResolution) {
        return fail(ErrorKind::usage, "The resolution must be " + std::to_string(kMinResolution) + " to " +
                                          std::to_string(kMaxResolution) + " cells along the longer side, not " +
                                          std::to_string(options.resolution) + ".");
    }
    World world;
    Stopwatch watch(world.times);

    within(job, kPlan);
    world.layout = layout::plan(sketch, resources.catalogue);
    append(world.diagnostics, world.layout.diagnostics);
    watch.lap(kPlan.stage);
    if (job.stopped()) return stopped();

    auto ground = terrain::shape(world.layout, resources.catalogue, options, within(job, kShape));
    if (!ground) return tl::make_unexpected(ground.error());
    world.ground = std::make_shared<const terrain::Ground>(std::move(*ground));
    append(world.diagnostics, world.ground->diagnostics);
    watch.lap(kShape.stage);
    if (job.stopped()) return stopped();

    std::vector<const assets::Source*> sources{&resources.recipes};
    if (resources.ownAssets) sources.insert(sources.begin(), resources.ownAssets.get());
    auto scene = scene::furnish(world.layout, world.ground, resources.catalogue, assets::SourcesInOrder(sources),
                                within(job, kFurnish));
    if (!scene) return tl::make_unexpected(scene.error());
    if (auto found = routes::findTracks(*scene, world.layout, resources.catalogue, within(job, kRoutes)); !found)
        return tl::make_unexpected(found.error());
    world.scene = std::make_shared<const scene::Scene>(std::move(*scene));
    append(world.diagnostics, world.scene->diagnostics);
    watch.lap(kFurnish.stage);
    if (job.stopped()) return stopped();

    job.progress(kFurnish.stage, 1.0);
    return world;
}

}  // namespace sketchwalk::pipeline
