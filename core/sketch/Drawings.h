// All drawings of a Quick, Draw! file (.ndjson), as they are there: one drawing a line, points in the file's own units.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/Error.h"
#include "core/base/Geometry.h"

namespace sketchwalk::sketch {

struct Drawing {
    std::string keyId;  // may be empty
    std::string word;   // what it was to be; may be empty
    bool recognised = true;
    std::vector<Polyline> strokes;  // in drawing order, finite points; strokes without points are left out
};

// Lines that hold no drawing are diagnostics that name the line; a file without any drawing is an Error
// (ErrorKind::input). At most 100,000 lines, each of at most 1 MiB.
struct ReadDrawings {
    std::vector<Drawing> drawings;
    Diagnostics diagnostics;
};
Result<ReadDrawings> parseDrawings(std::string_view text, std::string_view name);

}  // namespace sketchwalk::sketch
