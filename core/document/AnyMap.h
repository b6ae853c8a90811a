// Reads a map in whatever form it comes: a drawing of this program, or one of those that core/sketch knows.
#pragma once

#include "core/document/Document.h"
#include "core/sketch/Read.h"

namespace sketchwalk::document {

// As sketch::read; a drawing gives what its shown layers hold. options.prompt and options.seed replace the file's.
Result<sketch::ReadSketch> readMap(const std::filesystem::path& path, const catalogue::Catalogue& catalogue,
                                   const sketch::ReadOptions& options = {});

}  // namespace sketchwalk::document
