// Many small drawings on one picture, for people to look at.
#pragma once

#include <string>
#include <vector>

#include "core/base/Image.h"
#include "core/synth/Hand.h"

namespace sketchwalk::synth {

struct SheetCell {
    Strokes strokes;
    int tone = 0;  // 0 white paper, 1 reddish, 2 greenish
};

// `columns` cells a row, `side` pixels each, in order. RGB.
Image contactSheet(const std::vector<SheetCell>& cells, int columns, int side);

}  // namespace sketchwalk::synth
