// A finished world becomes files, for the command line and the window alike, so that both write the same bytes.
// Independent work (the GLB, the preview picture) runs side by side on the job's threads.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "core/base/Job.h"
#include "core/gltf/Profile.h"
#include "core/pipeline/Pipeline.h"
#include "core/print/Print.h"

namespace sketchwalk::output {

struct NavPaths {
    std::filesystem::path glb, bin;
};
// scene.navmesh.glb and scene.navmesh.bin, beside scene.glb.
NavPaths navPathsBeside(const std::filesystem::path& glb);

struct Wanted {
    const gltf::Profile* profile = &gltf::universal();
    std::optional<std::filesystem::path> glb;
    std::optional<std::filesystem::path> package;  // a folder
    bool navmesh = false;                          // in the package, and beside the GLB
    std::optional<std::filesystem::path> stl;
    print::PrintOptions print;
};

struct Written {
    std::vector<pipeline::StageTime> times;  // "navmesh" "print" "encode" "write", those that were done
    Diagnostics diagnostics;                 // what cannot be reached on foot
};

// Every file is written beside and renamed, and only when all of them are ready; where one cannot be written, the
// further files of this call are removed again. ErrorKind::output, ErrorKind::interrupted.
Result<Written> write(const pipeline::World& world, const catalogue::Catalogue& catalogue, const Wanted& wanted,
                      const Job& job);

}  // namespace sketchwalk::output
