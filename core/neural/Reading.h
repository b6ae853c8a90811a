// What a network makes of one drawing.
#pragma once

#include <cstddef>
#include <vector>

namespace sketchwalk::neural {

struct Guess {
    int symbol = 0;         // index into Recogniser::symbols()
    double confidence = 0;  // 0..1: how often such a guess is right
};

struct Reading {
    std::vector<double> chances;  // one per symbol; with `none` they sum to 1
    double none = 0;              // chance that it shows none of the symbols
    std::vector<float> features;  // unit length; near each other for drawings of one style

    std::vector<Guess> guesses(size_t most) const;  // likeliest first; equals in the order of symbols
    Guess best() const { return guesses(1).front(); }
};

}  // namespace sketchwalk::neural
