// The order of the work: base land, drawn relief, water, roads, sites, drainage; then what lies on it.
#include "core/base/Parallel.h"
#include "core/terrain/BaseLand.h"
#include "core/terrain/Drainage.h"
#include "core/terrain/Earthworks.h"
#include "core/terrain/Frame.h"
#include "core/terrain/Ground.h"
#include "core/terrain/Relief.h"
#include "core/terrain/RoadNetwork.h"
#include "core/terrain/Shores.h"
#include "core/terrain/Surface.h"
#include "core/terrain/WaterBodies.h"
#include "core/terrain/WaterLevels.h"

namespace sketchwalk::terrain {

namespace {

// Heights and water of the ground; returns false where the job was stopped.
bool shapeHeights(Ground& ground, const layout::Layout& layout, const catalogue::Catalogue& catalogue,
                  const Frame& frame, const Job& job) {
    const auto goesOn = [&](double fraction) {
        job.progress("shape", fraction);
        return !job.stopped();
    };
    // Where the waters lie does not depend on the land: they are found beside it.
    WaterBodies waters;
    Grid<uint8_t> wet, marks(frame.nodesX(), frame.nodesY());
    Job silent = job;
    silent.report = nullptr;
    parallelFor(job.threads, 2, [&](int part) {
        if (part == 0) {
            ground.height = baseLand(frame, layout.seed, silent);
            if (!job.stopped()) raiseReliefs(ground.height, marks, layout, frame, catalogue, silent);
        } else {
            waters = findWaters(layout, frame, catalogue);
            wet = wetCorners(waters.cells);
        }
    });
    if (!goesOn(0.4)) return false;
    // Levels follow the water from cell to cell, one after the other; the distances to its shore are found meanwhile.
    parallelFor(job.threads, 2, [&](int part) {
        if (part == 0) {
            ground.waterLevel = levelsOnNodes(waterLevels(waters, ground.height, frame, silent), wet);
        } else {
            ground.shore = shoreOf(waters.cells, frame.spacing, 1);
        }
    });
    if (!goesOn(0.55)) return false;
    shapeShores(ground.height, ground.waterLevel, waters, wet, marks, frame, job);
    if (!goesOn(0.7)) return false;

    Grid<float> roadEdge, siteEdge;
    {
        const RoadNetwork roads = roadNetwork(layout, ground.height, ground.waterLevel, wet, frame, job);
        roadEdge = layRoads(ground.height, roads, wet, frame, job);
    }
    if (!goesOn(0.8)) return false;
    siteEdge = levelSites(ground.height, layout, catalogue, ground.waterLevel, wet, roadEdge, frame, job);
    holdBanks(ground.height, ground.waterLevel, wet, job.threads);
    if (!goesOn(0.85)) return false;
    mendHollows(ground.height, {ground.waterLevel, wet, marks, roadEdge, siteEdge}, frame, job);
    ground.water = std::move(waters.cells);
    ground.waters = std::move(waters.bodies);
    return goesOn(0.9);
}

}  // namespace

Result<Ground> shape(const layout::Layout& layout, const catalogue::Catalogue& catalogue, const ShapeOptions& options,
                     const Job& job) {
    const Frame frame = frameFor(layout.extent, options.resolution);
    Ground ground;
    ground.extent = layout.extent;
    ground.spacing = frame.spacing;
    if (shapeHeights(ground, layout, catalogue, frame, job)) {
        classify(ground, layout, catalogue, job);
        job.progress("shape", 1);
    }
    if (job.stopped()) return fail(ErrorKind::interrupted, "Stopped while the ground was shaped.");
    return ground;
}

}  // namespace sketchwalk::terrain
