// What the colours of a picture mean.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Error.h"

namespace sketchwalk::sketch {

using Rgb = std::array<uint8_t, 3>;

struct LegendColour {
    Rgb colour{};
    std::string phrase;
};

struct Legend {
    std::string prompt;
    std::string base;                   // empty: not said
    std::vector<LegendColour> colours;  // at most 200, each colour once, in the file's order
};

// Reads NAME.legend.json. Unknown keys are ignored; odd colours become diagnostics; a broken file is one Error with the
// place.
Result<Legend> parseLegend(std::string_view text, std::string_view name, Diagnostics& diagnostics);

// "#rrggbb", "#rgb", both also without "#". Empty where it is none of them.
std::optional<Rgb> parseHexColour(std::string_view text);
std::string hexOf(const Rgb& colour);  // "#rrggbb"

}  // namespace sketchwalk::sketch
