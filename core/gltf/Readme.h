// README.txt of a package: how to import it, and what lies in which file.
#pragma once

#include <string>

#include "core/gltf/Profile.h"
#include "core/scene/Scene.h"

namespace sketchwalk::gltf {

std::string readme(const scene::Scene& scene, const Profile& profile);

}  // namespace sketchwalk::gltf
