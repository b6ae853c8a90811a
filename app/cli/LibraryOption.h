// --library: folders of models to be used before the recipes.
#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <vector>

#include "core/base/Job.h"
#include "core/library/AssetLibrary.h"
#include "core/pipeline/Pipeline.h"

namespace sketchwalk::cli {

void addLibraryOption(CLI::App& command, std::vector<std::filesystem::path>& folders);

// Reads the folders with the program's own table of file names.
Result<library::AssetLibrary> readLibrary(const std::vector<std::filesystem::path>& folders,
                                          const catalogue::Catalogue& catalogue, const Job& job);

// Makes the folders the first source of the resources; what was refused is added to the diagnostics. Nothing where no
// folder was given.
Result<void> takeLibrary(const std::vector<std::filesystem::path>& folders, pipeline::Resources& resources,
                         Diagnostics& diagnostics, const Job& job);

}  // namespace sketchwalk::cli
