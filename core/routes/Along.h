// Places along a line, each with how far along it lies.
#pragma once

#include <algorithm>
#include <vector>

#include "core/base/Geometry.h"

namespace sketchwalk::routes {

// The point so many metres along, between its neighbours; beyond the ends the ends. `Place` has `at` and `along`
// (metres, ascending); at least one place.
template <class Place>
Point placeAlong(const std::vector<Place>& places, double along) {
    const auto next = std::lower_bound(places.begin(), places.end(), along,
                                       [](const Place& place, double metres) { return place.along < metres; });
    if (next == places.begin()) return next->at;
    if (next == places.end()) return places.back().at;
    const Place& before = *(next - 1);
    const double gap = next->along - before.along;
    return before.at + (next->at - before.at) * (gap > 0 ? (along - before.along) / gap : 1.0);
}

}  // namespace sketchwalk::routes
