// What the JSON readers of this room share: messages that name the place, and numbers that JSON itself does not know.
#pragma once

#include <string>
#include <string_view>

#include "core/base/Error.h"

namespace sketchwalk::sketch {

// "NAME:LINE:COLUMN: ..." from the position that the parser stopped at (1 is the first byte) and what it said.
Error jsonError(std::string_view name, std::string_view text, size_t position, std::string_view said);

// Programs that write NaN or Infinity, or numbers beyond a double (1e999), make files that are no JSON. Each such
// number becomes a short text of the same length, so that it is an odd value and not a broken file. Empty where there
// is nothing to change.
std::string withoutOddNumbers(std::string_view text);

}  // namespace sketchwalk::sketch
