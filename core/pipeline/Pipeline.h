// The one way through: sketch -> layout -> ground -> scene, with the time each stage took.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/assets/Recipes.h"
#include "core/base/Job.h"
#include "core/catalogue/Catalogue.h"
#include "core/layout/Layout.h"
#include "core/scene/Scene.h"
#include "core/sketch/Sketch.h"
#include "core/terrain/Ground.h"

namespace sketchwalk::pipeline {

struct Resources {  // read once, shared by every run
    catalogue::Catalogue catalogue;
    assets::Recipes recipes;
    std::shared_ptr<const assets::Source> ownAssets;  // asked before the recipes; may be null
    static Result<Resources> load(int threads = 1);   // ErrorKind::resource
};

struct StageTime {
    std::string stage;  // "plan" "shape" "furnish"
    double seconds = 0;
};

constexpr int kMinResolution = 64, kMaxResolution = 4096;  // cells along the longer side

struct World {
    layout::Layout layout;
    std::shared_ptr<const terrain::Ground> ground;
    std::shared_ptr<const scene::Scene> scene;
    Diagnostics diagnostics;  // of all stages, in order
    std::vector<StageTime> times;
};

// Pure: the same sketch, resources and options give the same world with any number of threads. ErrorKind::interrupted
// when the job was stopped, ErrorKind::usage for a resolution out of range. job.report sees the stage's name and the
// share of the whole.
Result<World> generate(const sketch::Sketch& sketch, const Resources& resources, const terrain::ShapeOptions& options,
                       const Job& job);

}  // namespace sketchwalk::pipeline
