#include "core/layout/Locks.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "core/layout/Resolve.h"

namespace sketchwalk::layout {
namespace {

using sketch::LockedThing;
using sketch::Stroke;

Placement placementOf(const LockedThing& thing, const std::string& category, int64_t stroke) {
    const sketch::LockedPlan& plan = *thing.plan;
    Placement placement;
    placement.id = thing.id;
    placement.stroke = stroke;
    placement.category = category;
    placement.qualities = plan.qualities;
    placement.position = plan.position;
    placement.yaw = plan.yaw;
    placement.footprint = plan.footprint;
    placement.outline = plan.outline;
    placement.path = plan.path;
    placement.width = plan.width;
    placement.afloat = plan.afloat;
    placement.look = plan.look;
    return placement;
}

class Keeper {
  public:
    Keeper(Draft& draft, const sketch::Sketch& sketch) : m_draft(draft), m_layout(draft.layout), m_sketch(sketch) {
        for (const auto& stroke : sketch.strokes) {
            if (stroke) m_drawn.insert(stroke->id);
        }
        for (const Stroke* edit : draft.edits) m_edits[edit->edit->object] = edit->id;
    }

    void hold() {
        for (size_t i = 0; i < m_layout.locks.size(); ++i) {
            const Lock& lock = m_layout.locks[i];
            for (size_t k = 0; k < lock.held->things.size(); ++k) {
                const LockedThing& thing = lock.held->things[k];
                if (lockAt(placeOf(thing)) != static_cast<int>(i) || !m_held.insert(thing.id).second) continue;
                Held held{lock.held, k, thing.source};
                if (thing.source != 0 && !m_drawn.contains(thing.source)) {
                    tellErased(lock.stroke, thing.source, lock.held->assets[thing.asset].category);
                    held.stroke = lock.stroke;
                }
                m_layout.held.push_back(std::move(held));
            }
        }
    }

    // Who is held stands as then, in the same order; what else would stand there goes.
    void stand() {
        std::unordered_map<uint64_t, size_t> planned;
        for (size_t i = 0; i < m_layout.held.size(); ++i) {
            if (m_layout.held[i].what().plan) planned[m_layout.held[i].what().id] = i;
        }
        std::vector<Placement> standing;
        for (Placement& placement : m_layout.placements) {
            const auto known = planned.find(placement.id);
            if (known != planned.end()) {
                standing.push_back(heldPlacement(known->second));
                planned.erase(known);
            } else if (lockAt(middleOf(placement)) < 0 && !m_held.contains(placement.id)) {
                standing.push_back(std::move(placement));
            } else {
                turnAway(placement);
            }
        }
        for (size_t i = 0; i < m_layout.held.size(); ++i) {
            if (planned.contains(m_layout.held[i].what().id)) standing.push_back(heldPlacement(i));
        }
        m_layout.placements = std::move(standing);
    }

    void tell() {
        for (const Stroke* edit : m_draft.edits) {
            if (!m_held.contains(edit->edit->object)) continue;
            if (edit->id > strokeHolding(edit->edit->object)) tellChange(edit->id);
        }
        for (const auto& stroke : m_sketch.strokes) {
            if (stroke && !stroke->edit && !stroke->lock && isWithinLater(*stroke)) tellNewcomer(stroke->id);
        }
    }

  private:
    Placement heldPlacement(size_t index) const {
        const Held& held = m_layout.held[index];
        Placement placement = placementOf(held.what(), held.asset().category, held.stroke);
        placement.held = static_cast<int>(index);
        return placement;
    }

    void turnAway(const Placement& placement) {
        if (m_held.contains(placement.id)) return;
        if (const auto edit = m_edits.find(placement.id); edit != m_edits.end()) {
            tellChange(edit->second);  // what was to be planted here stays where it grew
            std::erase_if(m_layout.uprooted, [&](const Uprooted& one) { return one.object == placement.id; });
        }
        if (placement.stroke != 0) tellNewcomer(placement.stroke);
    }

    static Point middleOf(const Placement& placement) {
        return placement.path.size() >= 2 ? (placement.path.front() + placement.path.back()) * 0.5 : placement.position;
    }

    // Index of the topmost one there; -1 where nothing is locked.
    int lockAt(Point p) const {
        for (size_t i = m_layout.locks.size(); i-- > 0;) {
            if (m_layout.locks[i].box.contains(p) && contains(m_layout.locks[i].shape, p)) return static_cast<int>(i);
        }
        return -1;
    }

    int64_t strokeHolding(uint64_t object) const {
        const auto at = std::find_if(m_layout.held.begin(), m_layout.held.end(),
                                     [object](const Held& held) { return held.what().id == object; });
        const auto lock = std::find_if(m_layout.locks.begin(), m_layout.locks.end(),
                                       [&](const Lock& one) { return one.held == at->lock; });
        return lock->stroke;
    }

    // Strokes are numbered as they are drawn: with a greater number than its lock's it came afterwards.
    bool isWithinLater(const Stroke& stroke) const {
        const bool within = std::any_of(m_layout.locks.begin(), m_layout.locks.end(), [&](const Lock& lock) {
            return stroke.id > lock.stroke &&
                   std::all_of(stroke.points.begin(), stroke.points.end(), [&](const sketch::StrokePoint& p) {
                       return lock.box.contains(p.at) && contains(lock.shape, p.at);
                   });
        });
        if (!within) return false;
        const catalogue::Entry* entry = m_draft.catalogue.resolve(stroke.brush).entry;
        return entry != nullptr && entry->kind != catalogue::Kind::play && entry->kind != catalogue::Kind::follower;
    }

    void tellErased(int64_t lock, int64_t source, const std::string& category) {
        if (!m_erased.insert({lock, source}).second) return;
        m_draft.warn(
            lock,
            {"A %1 that is no longer drawn stays in this locked region. It goes when the lock is erased.", {category}});
    }
    void tellNewcomer(int64_t stroke) {
        if (!m_told.insert(stroke).second) return;
        m_draft.warn(stroke,
                     {"This lies in a locked region, where everything stays as it is. It is kept, and shows when "
                      "the lock is erased.",
                      {}});
    }
    void tellChange(int64_t edit) {
        if (!m_told.insert(edit).second) return;
        m_draft.warn(edit,
                     {"What was changed by hand here lies in a locked region, where everything stays as it is. The "
                      "change is kept, and holds when the lock is erased.",
                      {}});
    }

    Draft& m_draft;
    Layout& m_layout;
    const sketch::Sketch& m_sketch;
    std::unordered_set<int64_t> m_drawn;  // ids of all strokes
    std::map<uint64_t, int64_t> m_edits;  // the change's stroke by object
    std::unordered_set<uint64_t> m_held;
    std::set<std::pair<int64_t, int64_t>> m_erased;
    std::set<int64_t> m_told;
};

void addLock(Draft& draft, const Stroke& stroke) {
    Lock lock{stroke.id, stroke.closed ? drawnArea(stroke, draft.map().grown(kMargin)) : Polygon{}, {}, stroke.lock};
    if (lock.shape.outer.size() < 3) {
        draft.warn(stroke.id, {"A lock is drawn around a region; this one is left out.", {}});
    } else if (lock.held == nullptr) {
        draft.note(stroke.id, {"This lock holds nothing yet: draw it in the window, where the world is seen.", {}});
    } else {
        lock.box = boundsOf(lock.shape.outer);
        draft.layout.locks.push_back(std::move(lock));
    }
}

}  // namespace

void applyLocks(Draft& draft, const sketch::Sketch& sketch) {
    for (const Stroke* stroke : draft.locks) addLock(draft, *stroke);
    if (draft.layout.locks.empty()) return;
    Keeper keeper(draft, sketch);
    keeper.hold();
    keeper.stand();
    keeper.tell();
}

}  // namespace sketchwalk::layout
