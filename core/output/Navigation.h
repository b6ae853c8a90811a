// The navigation mesh of a scene as files.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/base/Job.h"
#include "core/catalogue/Catalogue.h"
#include "core/scene/Scene.h"

namespace sketchwalk::output {

struct Navigation {
    std::vector<uint8_t> glb, bin;
    nlohmann::ordered_json about;  // settings and counts, without the names of the files
    Diagnostics diagnostics;       // what cannot be reached on foot
};

Result<Navigation> navigationOf(const scene::Scene& scene, const catalogue::Catalogue& catalogue, const Job& job);

}  // namespace sketchwalk::output
