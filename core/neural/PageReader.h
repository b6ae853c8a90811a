// Finds the symbols on a page of ink: which strokes make one, and which one it is. Candidates come from a tree of
// strokes (StrokeTree.h), the recogniser scores them, and dynamic programming over the tree takes the best cut.
#pragma once

#include <vector>

#include "core/neural/Recogniser.h"

namespace sketchwalk::neural {

struct PageSymbol {
    std::vector<int> strokes;  // indices into the page, ascending
    Box box;
    Reading reading;
};

struct PageRules {
    double perSymbol = 0.6;    // what one more symbol costs, against a stroke fully explained (1)
    double perGap = 1.5;       // what a gap (share of the diagonal) inside a symbol costs each of its strokes
    double sureEnough = 0.85;  // halves that are both this sure, apart by more than `apart`, are not tried as one
    double apart = 0.08;
};

// Every stroke with points is in exactly one symbol; symbols in the order of their first strokes. `groups` (may be
// empty, else one per stroke): strokes with the same number >= 0 are one symbol, whatever they look like. At most 4,000
// strokes: ErrorKind::input beyond.
Result<std::vector<PageSymbol>> readPage(const Recogniser& recogniser, const std::vector<Polyline>& strokes,
                                         const std::vector<int>& groups = {}, const Job& job = {},
                                         const PageRules& rules = {});

}  // namespace sketchwalk::neural
