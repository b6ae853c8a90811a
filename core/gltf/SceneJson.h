// scene.json: what a program needs to know of a package without reading glTF.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "core/gltf/Profile.h"
#include "core/scene/Scene.h"

namespace sketchwalk::gltf {

// Names of the splat files, four layers each.
std::vector<std::string> splatFiles(const terrain::Ground& ground);

// The text, with stable bytes. Ids are hexadecimal strings: they use all 64 bits. `more` is further members of the
// package's object, what other writers have to say of their files.
std::string sceneJson(const scene::Scene& scene, int threads, const nlohmann::ordered_json& more = {},
                      const Profile& profile = universal());

}  // namespace sketchwalk::gltf
