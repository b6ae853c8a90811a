// The options that several commands share, and what they mean.
#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/Geometry.h"
#include "core/base/Job.h"
#include "core/preview/Preview.h"
#include "core/sketch/Read.h"

namespace sketchwalk::cli {

struct MapOptions {  // which map, and how to read it
    std::filesystem::path in;
    sketch::ReadOptions read;
    std::filesystem::path styles;  // empty: those of the map alone
};
// The map that was named, with the styles that were named.
Result<sketch::ReadSketch> readMap(const MapOptions& options, const catalogue::Catalogue& catalogue);
void addMapOptions(CLI::App& command, MapOptions& options);

struct WorldOptions {  // how finely to make the world, and with what
    int resolution = 512;
    int threads = 1;  // as many as the machine has, once added
};
void addWorldOptions(CLI::App& command, WorldOptions& options);

CLI::Option* addOutput(CLI::App& command, std::filesystem::path& out, const std::string& description);

// "1024x768" as two numbers within [least, most]; nothing where the text says something else.
std::optional<Point> parseSize(const std::string& text, double least, double most);

}  // namespace sketchwalk::cli
