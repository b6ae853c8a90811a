// Is a mesh made of closed solids? After welding, every edge must be run through as often one way as the other. Faces
// of double-sided materials are sheets and are left out; so is a wrong count from corners that only nearly meet.
#pragma once

#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "core/assets/Recipes.h"

namespace sketchwalk::assets {

inline size_t openEdges(const Built& built) {
    using Corner = std::array<int64_t, 3>;
    std::map<Corner, int> ids;
    std::map<std::pair<int, int>, int> balance;
    const auto id = [&](const glm::vec3& p) {
        const auto grid = [](float v) { return static_cast<int64_t>(std::llround(static_cast<double>(v) * 2e4)); };
        return ids.try_emplace(Corner{grid(p.x), grid(p.y), grid(p.z)}, static_cast<int>(ids.size())).first->second;
    };
    for (const Primitive& p : built.mesh->primitives) {
        if (built.materials[static_cast<size_t>(p.material)].doubleSided) continue;
        for (size_t i = 0; i + 2 < p.indices.size(); i += 3) {
            int corner[3];
            for (size_t k = 0; k < 3; ++k) corner[k] = id(p.positions[p.indices[i + k]]);
            for (int k = 0; k < 3; ++k) {
                const int a = corner[k], b = corner[(k + 1) % 3];
                if (a == b) continue;
                balance[{std::min(a, b), std::max(a, b)}] += a < b ? 1 : -1;
            }
        }
    }
    size_t open = 0;
    for (const auto& [edge, count] : balance) open += count != 0 ? 1 : 0;
    return open;
}

}  // namespace sketchwalk::assets
