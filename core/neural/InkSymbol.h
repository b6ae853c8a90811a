// What was read of some strokes of ink.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/Geometry.h"
#include "core/neural/Reading.h"

namespace sketchwalk::neural {

struct InkSymbol {
    std::vector<int64_t> strokes;  // ids
    Box box;                       // metres
    Reading reading;
    std::string symbol;  // catalogue id, the likeliest; or what the person said, as Stroke::shows
    bool taken = false;  // sure enough to stand on the map; else it stays ink (as writing does)
    bool said = false;   // by the person
    struct Named {
        std::string symbol;
        double confidence = 0;
    };
    std::vector<Named> guesses;  // the likeliest of the reading, at most kGuesses
    static constexpr size_t kGuesses = 5;
};
using InkSymbolsPtr = std::shared_ptr<const std::vector<InkSymbol>>;  // null: not read, or no ink

}  // namespace sketchwalk::neural
