// Things that locks hold (core/layout/Locks.h): they stand just as they stood, and nothing grows among them.
#pragma once

#include <optional>
#include <unordered_set>
#include <vector>

#include "core/layout/Layout.h"
#include "core/layout/Shapes.h"
#include "core/scene/Occupied.h"
#include "core/scene/Place.h"
#include "core/scene/ScatterRules.h"

namespace sketchwalk::scene {

// The copy of a held thing. Nothing where its design is not known any more: that is told in `diagnostics`.
std::optional<Copy> heldCopy(const Setting& setting, AssetShelf& shelf, const layout::Held& held,
                             Diagnostics& diagnostics);

class HeldThings {
  public:
    explicit HeldThings(const Setting& setting);

    bool any() const { return !m_locks.empty(); }
    // Whether what a rule grew has its place in a lock, crowds something that grew in one, or has the name of one: in
    // another season a rule's places lie elsewhere.
    bool keepsOut(const ScatterRule& rule, const Instance& instance, double crown) const;

  private:
    struct Grown {
        Point at;
        double crown;
        const catalogue::Entry* object;
    };
    struct Region {
        Box box;
        layout::AreaIndex area;
        std::vector<Grown> grown;
    };
    std::vector<Region> m_locks;
    std::unordered_set<uint64_t> m_ids;
};

}  // namespace sketchwalk::scene
