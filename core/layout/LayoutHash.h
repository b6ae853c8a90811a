// Hashes of parts of a plan, over everything that is written in them: parts with equal hashes are equal.
#pragma once

#include <cstdint>

#include "core/base/Hash.h"
#include "core/layout/Layout.h"

namespace sketchwalk::layout {

void addTo(ContentHash& hash, const Region& region);
void addTo(ContentHash& hash, const Line& line);
void addTo(ContentHash& hash, const Relief& relief);
void addTo(ContentHash& hash, const Placement& placement);
void addTo(ContentHash& hash, const Sculpt& sculpt);
void addTo(ContentHash& hash, const std::vector<std::string>& words);

template <class T>
uint64_t hashOf(const T& part) {
    ContentHash hash;
    addTo(hash, part);
    return hash.value();
}

// Of all in their order.
template <class T>
uint64_t hashOfAll(const std::vector<T>& parts) {
    ContentHash hash;
    hash.add(static_cast<uint64_t>(parts.size()));
    for (const T& part : parts) addTo(hash, part);
    return hash.value();
}

}  // namespace sketchwalk::layout
