// What a generated scene holds, read back from its files: a GLB, a scene.json, or a package folder.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/Error.h"

namespace sketchwalk::cli {

// Nothing where the path holds no scene (so it may be a map); ErrorKind::input where it is one but broken.
Result<std::optional<nlohmann::json>> sceneFacts(const std::filesystem::path& path);

}  // namespace sketchwalk::cli
