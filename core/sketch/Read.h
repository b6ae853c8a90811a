// Reads a map in any of its forms: sketch JSON, a coloured PNG or JPEG (with or without a legend), SVG. The content
// decides, not the file's name. Oddities become diagnostics that name the stroke; a broken file is one Error that names
// file and place.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/base/Error.h"
#include "core/base/Image.h"
#include "core/catalogue/Catalogue.h"
#include "core/sketch/Sketch.h"

namespace sketchwalk::sketch {

struct ReadOptions {
    std::optional<std::filesystem::path> legend;  // else NAME.legend.json beside a picture, else the paper's colours
    std::optional<std::string> prompt;            // replaces the file's
    std::optional<Point> extent;                  // metres; pictures and SVG only. Default: 256 m on the longer side
    std::optional<uint64_t> seed;
};

struct ReadSketch {
    Sketch sketch;
    Diagnostics diagnostics;
};

Result<ReadSketch> read(const std::filesystem::path& path, const catalogue::Catalogue& catalogue,
                        const ReadOptions& options = {});

// The single formats, on bytes; `name` is used in messages. These are what the fuzzers drive.
Result<ReadSketch> parseJson(std::string_view text, std::string_view name);
Result<ReadSketch> parseSvg(std::string_view text, std::string_view name, const catalogue::Catalogue& catalogue,
                            const ReadOptions& options);
Result<ReadSketch> parsePicture(const Image& picture, std::string_view legendJson, std::string_view name,
                                const catalogue::Catalogue& catalogue, const ReadOptions& options);

// The sketch as text in the same format, with stable bytes: parseJson(writeJson(s)) gives s back.
std::string writeJson(const Sketch& sketch);

// A sketch drawn on the isometric picture of flat ground (View::isometric), brought onto the map; others are returned
// as they are. That picture is W x H metres, as the extent, and shows the map's ground rectangle in 2:1 isometric,
// north-west corner on top, centred, as large as fits: the map point (x, y) is drawn at
//     u = W/2 + (x - y - (W - H)/2) * k,   v = H/2 + (x + y - (W + H)/2) * k/2,   k = min(W, 2 H) / (W + H).
// Widths are divided by k. What was drawn beside the ground comes off the map; the layout says so.
Sketch onMap(const Sketch& sketch);

}  // namespace sketchwalk::sketch
