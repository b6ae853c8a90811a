// A hash of a palette's colours: palettes with equal hashes are equal.
#pragma once

#include <cstdint>

#include "core/base/Hash.h"
#include "core/catalogue/Catalogue.h"

namespace sketchwalk::catalogue {

inline uint64_t hashOf(const Palette& palette) {
    ContentHash hash;
    for (const auto& [name, colour] : palette.colours) {
        hash.add(hashText(name));
        hash.add(&colour, sizeof colour);
    }
    return hash.value();
}

}  // namespace sketchwalk::catalogue
