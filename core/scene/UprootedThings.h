// What grew by itself and was taken from its place by hand.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/layout/Layout.h"
#include "core/scene/Scene.h"

namespace sketchwalk::scene {

// Known by id and, since another seed gives other ids, by kind and place.
class UprootedThings {
  public:
    explicit UprootedThings(const std::vector<layout::Uprooted>& things) {
        for (const layout::Uprooted& thing : things) {
            m_ids.insert(thing.object);
            m_places[thing.category].push_back(thing.at);
        }
    }
    bool takes(const std::string& category, const Instance& instance) const {
        if (m_ids.empty()) return false;
        if (m_ids.contains(instance.id)) return true;
        const auto places = m_places.find(category);
        if (places == m_places.end()) return false;
        const Point at(instance.position.x, instance.position.z);
        return std::any_of(places->second.begin(), places->second.end(),
                           [at](Point taken) { return distance(taken, at) < kSamePlace; });
    }

  private:
    static constexpr double kSamePlace = 1.2;  // metres
    std::set<uint64_t> m_ids;
    std::map<std::string, std::vector<Point>, std::less<>> m_places;
};

}  // namespace sketchwalk::scene
