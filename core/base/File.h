// Files, read whole and written beside, then renamed, so that no half-written file is ever left behind.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "core/base/Error.h"

namespace sketchwalk {

// The file's bytes. ErrorKind::input, naming the path, where it is missing, unreadable, a folder, or over maxBytes.
Result<std::vector<uint8_t>> readFile(const std::filesystem::path& path, uint64_t maxBytes = 1ULL << 30);
Result<std::string> readText(const std::filesystem::path& path, uint64_t maxBytes = 256ULL << 20);

// Writes through a temporary file in the same folder and renames it. ErrorKind::output, naming path and cause (full
// disk, read-only folder), and nothing is left behind.
Result<void> writeFile(const std::filesystem::path& path, std::span<const uint8_t> bytes);
Result<void> writeFile(const std::filesystem::path& path, std::string_view text);

// The resources folder: $SKETCHWALK_RESOURCES, else beside the installed program, else the source tree it was built
// from.
std::filesystem::path resourceFolder();

}  // namespace sketchwalk
