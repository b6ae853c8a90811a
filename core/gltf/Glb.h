// Writes a scene as binary glTF 2.0, universal profile: nothing required beyond core, copies as plain nodes that share
// one mesh.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Error.h"
#include "core/base/Job.h"
#include "core/scene/Scene.h"

namespace sketchwalk::gltf {

// The file's bytes: the same scene gives the same bytes. No errors but ErrorKind::interrupted.
Result<std::vector<uint8_t>> encodeGlb(const scene::Scene& scene, const Job& job);

}  // namespace sketchwalk::gltf
