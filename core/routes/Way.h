// The way that a follower takes along a drawn line: the line itself where that is free, the shortest way round where
// something stands on it.
#pragma once

#include <vector>

#include "core/catalogue/Catalogue.h"
#include "core/layout/Layout.h"
#include "core/navigation/Paths.h"
#include "core/scene/Scene.h"

namespace sketchwalk::routes {

struct WayPoint {
    glm::vec3 at{0};     // metres, on the navigation mesh: near the drawn ground, not yet on it
    double seconds = 0;  // when the plan wishes the follower there
};

struct Way {
    std::vector<WayPoint> points;  // straight on the map from one to the next
    bool whole = false;            // both ends of the drawn line are reached
};

// The mesh that a follower of this size goes over. Lengths in metres.
navigation::NavSettings settingsOf(const catalogue::Entry& follower, Point extent);

// Empty where no part of the line can be walked (or sailed). Pure.
Result<Way> wayAlong(const layout::Route& route, const catalogue::Entry& follower, const scene::Scene& scene,
                     const catalogue::Catalogue& catalogue, const Job& job);

}  // namespace sketchwalk::routes
