// Quick, Draw! symbols (.ndjson: one drawing a line).
#pragma once

#include "core/sketch/Read.h"

namespace sketchwalk::sketch {

// Told from a sketch by its first 4 KiB.
bool looksLikeInk(std::string_view text);

// The first drawing, as ink strokes of one group, in the middle of the map and half as large as its shorter side. Both
// the simplified form ([[xs], [ys]]) and the raw one (with [milliseconds]) are read. The word is not: it is what a
// reader of ink is asked.
Result<ReadSketch> parseInk(std::string_view text, std::string_view name, const ReadOptions& options);

}  // namespace sketchwalk::sketch
