// Writes a scene as binary glTF 2.0. All profiles but the compact one require nothing beyond core and hold copies as
// plain nodes that share one mesh.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Error.h"
#include "core/base/Job.h"
#include "core/gltf/Profile.h"
#include "core/scene/Scene.h"

namespace sketchwalk::gltf {

// The file's bytes: the same scene gives the same bytes. No errors but ErrorKind::interrupted.
Result<std::vector<uint8_t>> encodeGlb(const scene::Scene& scene, const Job& job, const Profile& profile = universal());

}  // namespace sketchwalk::gltf
