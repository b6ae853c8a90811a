// A finished scene becomes files. Independent work (the GLB, the preview picture) runs side by side on the job's
// threads.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "core/base/Job.h"
#include "core/gltf/Package.h"
#include "core/pipeline/Pipeline.h"

namespace sketchwalk::cli {

struct Wanted {
    const gltf::Profile* profile = &gltf::universal();
    std::optional<std::filesystem::path> glb;
    std::optional<std::filesystem::path> package;  // a folder
    gltf::Sidecars inPackage;                      // further files of the package
    struct Beside {
        std::filesystem::path path;
        std::vector<uint8_t> bytes;
    };
    std::vector<Beside> beside;  // further files, finished
};

// Every file is written beside and renamed, and only when all of them are ready; where one cannot be written, the
// further files of this call are removed again. Adds the stages "encode" and "write" to times.
Result<void> writeOutputs(const scene::Scene& scene, const Wanted& wanted, const Job& job,
                          std::vector<pipeline::StageTime>& times);

}  // namespace sketchwalk::cli
