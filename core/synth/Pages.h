// Pages of ink composed of single drawings, with the truth about them: which strokes make which symbol. To learn how
// symbols are told apart, and to measure it.
#pragma once

#include <string>
#include <vector>

#include "core/synth/Hand.h"

namespace sketchwalk::synth {

struct PageDrawing {
    std::string symbol;  // catalogue id; empty: none
    Strokes strokes;     // at least one
};

struct PageStyle {
    double spread = 0.3;       // how much sizes differ: standard deviation of their binary logarithm
    double fill = 0.62;        // of a cell, that a drawing's longer side takes in the middle
    double occupied = 0.9;     // of the cells
    double interleaved = 0.5;  // chance that a drawing is drawn in turns with the next one
};

// Another style for every page: wider than what people do.
PageStyle pageStyle(uint64_t seed);

struct Page {
    struct Thing {
        std::string symbol;
        std::vector<int> strokes;  // indices into the page, ascending
    };
    std::vector<Polyline> strokes;  // in drawing order; a cell is 100 wide
    std::vector<Thing> things;      // as the drawings given
};

// All drawings on a jittered grid, one a cell, none touching another's cell; row by row, some of them in turns.
Page composePage(const std::vector<PageDrawing>& drawings, uint64_t seed, const PageStyle& style = {});

}  // namespace sketchwalk::synth
