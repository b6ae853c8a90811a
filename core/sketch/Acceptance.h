// The one gate that every reader's strokes go through: what can be mended is mended, what cannot is left out, and both
// are said in a diagnostic that names the stroke.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/sketch/Read.h"

namespace sketchwalk::sketch {

// A stroke as a reader found it. Points may be anything that fits in a double.
struct Draft {
    Stroke stroke;                     // its id is given by accept()
    std::optional<int64_t> id;         // as the file has it
    std::string place;                 // where in the file: "/strokes/3", "line 12"
    size_t badPoints = 0;              // that were no points at all
    std::vector<std::string> remarks;  // what the reader saw: "its pen "x" is unknown; detail is taken"
};

// Fills read.sketch.strokes and read.diagnostics. read.sketch.extent must be set. Afterwards every stroke has a unique
// id > 0, at least one point, finite points within a thousand kilometres, a width >= 0, an outline that does not cross
// itself, and touches the map. Ids that the file gives stay; the others take the stroke's place in the file, or
// 1,000,000 and more beyond it.
void accept(std::vector<Draft> drafts, ReadSketch& read);

// Says at most so many things; the rest are counted in a last diagnostic.
inline constexpr size_t kMostDiagnostics = 1000;

// The extent that pictures and drawings without one get: 256 m on the longer side, the other in proportion, or what the
// options ask for. ErrorKind::usage where the options' extent is not 64 to 8192 m.
Result<Point> extentFor(double width, double height, const ReadOptions& options);
bool allowedExtent(Point extent);

}  // namespace sketchwalk::sketch
