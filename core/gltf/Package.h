// The package: scene.glb and beside it scene.json, README.txt, surface.png, splat_N.png, preview.png, and heights in
// the profile's own sizes: height.r16, height.png, height.exr, height.raw.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <vector>

#include "core/base/Error.h"
#include "core/base/Image.h"
#include "core/base/Job.h"
#include "core/gltf/Profile.h"
#include "core/scene/Scene.h"

namespace sketchwalk::gltf {

// Further files of the package, made by others, and what scene.json says of them.
struct Sidecars {
    struct File {
        std::string name;
        std::vector<uint8_t> bytes;
    };
    std::vector<File> files;
    nlohmann::ordered_json about = nlohmann::ordered_json::object();  // further members of scene.json
};

// Writes all files into `folder` (made if missing), each beside and renamed, scene.json last. `glb` is encodeGlb's
// result and `preview` a finished picture. ErrorKind::output where a file cannot be written; what was written of this
// call is removed.
Result<void> writePackage(const scene::Scene& scene, std::span<const uint8_t> glb, const Image& preview,
                          const std::filesystem::path& folder, const Job& job, const Sidecars& beside = {},
                          const Profile& profile = universal());

}  // namespace sketchwalk::gltf
