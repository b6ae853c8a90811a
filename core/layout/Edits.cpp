#include "core/layout/Edits.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/Hash.h"
#include "core/base/Trig.h"

namespace sketchwalk::layout {
namespace {

using sketch::ObjectEdit;
using sketch::Stroke;

constexpr double kMoved = 0.01;  // metres; less is no move
constexpr double kSame = 3;      // metres within which a thing counts as the one that stood there

Point turned(Point p, double yaw) {  // degrees about +Y: from east toward north
    const double angle = exact::radians(yaw), c = exact::cos(angle), s = exact::sin(angle);
    return {p.x * c + p.y * s, p.y * c - p.x * s};
}

bool spans(const Placement& placement) {
    return placement.path.size() >= 2;
}

// Where its origin stands.
Point middleOf(const Placement& placement) {
    return spans(placement) ? (placement.path.front() + placement.path.back()) * 0.5 : placement.position;
}

double yawOf(const Placement& placement) {
    if (!spans(placement)) return placement.yaw;
    const Point run = placement.path.back() - placement.path.front();
    return exact::degrees(exact::atan2(-run.y, run.x));
}

// Every point of it, seen from `from`, turned and scaled about it, and set down about `to`.
void carry(Placement& placement, Point from, Point to, double turn, double scale) {
    const auto carried = [&](Point p) { return to + turned(p - from, turn) * scale; };
    placement.position = carried(placement.position);
    for (Point& p : placement.outline) p = carried(p);
    for (Point& p : placement.path) p = carried(p);
    placement.footprint *= scale;
    placement.yaw += turn;
}

class Editor {
  public:
    explicit Editor(Draft& draft) : m_draft(draft) {
        const auto& placements = draft.layout.placements;
        for (size_t i = 0; i < placements.size(); ++i) m_placed.emplace(placements[i].id, i);
        m_edited.resize(placements.size(), false);
        m_removed.resize(placements.size(), false);
    }

    void apply(const Stroke& stroke) {
        Point from = stroke.points.front().at, to = stroke.points.back().at;
        const Point extent = m_draft.layout.extent;
        to = {std::clamp(to.x, 0.0, extent.x), std::clamp(to.y, 0.0, extent.y)};
        const bool moved = distance(from, to) > kMoved;
        if (stroke.edit->source == 0) {
            m_draft.layout.uprooted.push_back({stroke.edit->object, stroke.edit->was, from});
            if (!stroke.edit->removed) plantAnew(stroke, to);
            return;
        }
        const auto found = find(*stroke.edit, from);
        if (!found) return tellLost(stroke);
        m_edited[*found] = true;
        m_removed[*found] = stroke.edit->removed;
        if (!stroke.edit->removed)
            change(m_draft.layout.placements[*found], stroke, moved ? std::optional(to) : std::nullopt);
    }

    void finish() {
        auto& placements = m_draft.layout.placements;
        size_t kept = 0;
        for (size_t i = 0; i < placements.size(); ++i) {
            if (i < m_removed.size() && m_removed[i]) continue;
            if (kept != i) placements[kept] = std::move(placements[i]);
            ++kept;
        }
        placements.resize(kept);
    }

  private:
    // By its id; where the plan counts otherwise now, the one of its kind that stands where it stood.
    std::optional<size_t> find(const ObjectEdit& edit, Point from) const {
        const auto known = m_placed.find(edit.object);
        if (known != m_placed.end()) return known->second;
        std::optional<size_t> best;
        double nearest = kSame;
        for (size_t i = 0; i < m_edited.size(); ++i) {
            const Placement& placement = m_draft.layout.placements[i];
            if (m_edited[i] || placement.stroke != edit.source || placement.category != edit.was) continue;
            const double away = distance(middleOf(placement), from);
            if (away < nearest) nearest = away, best = i;
        }
        return best;
    }

    void change(Placement& placement, const Stroke& stroke, std::optional<Point> to) {
        const ObjectEdit& edit = *stroke.edit;
        const Point at = middleOf(placement);
        const double turn = edit.yaw ? *edit.yaw - yawOf(placement) : 0;
        carry(placement, at, to.value_or(at), turn, edit.scale);
        if (edit.was == stroke.brush) {
            placement.look = edit.look;
        } else {
            become(placement, stroke);
        }
    }

    // Another thing in its place, of that thing's own size.
    void become(Placement& placement, const Stroke& stroke) {
        const catalogue::Meaning meaning = m_draft.catalogue.resolve(stroke.brush);
        if (meaning.entry == nullptr || meaning.entry->kind != catalogue::Kind::object) {
            m_draft.warn(stroke.id, {"No thing is known by the name \"%1\"; the %2 stays.",
                                     {stroke.brush.substr(0, 60), stroke.edit->was}});
            return;
        }
        if (spans(placement)) placement.position = middleOf(placement);
        placement.category = meaning.entry->id;
        placement.qualities = meaning.qualities;
        placement.footprint = Point(meaning.entry->size.width, meaning.entry->size.depth) * stroke.edit->scale;
        placement.outline.clear();
        placement.path.clear();
        placement.afloat = false;
    }

    void plantAnew(const Stroke& stroke, Point to) {
        const ObjectEdit& edit = *stroke.edit;
        Placement placement;
        placement.id = edit.object;
        placement.category = edit.was;
        placement.position = to;
        placement.yaw = edit.yaw.value_or(360 * toUnit(mix(edit.object)));
        if (edit.was != stroke.brush) {
            become(placement, stroke);
        } else {
            placement.look = edit.look;
        }
        const catalogue::Entry* entry = m_draft.catalogue.find(placement.category);
        if (entry == nullptr || entry->kind != catalogue::Kind::object) return tellLost(stroke);
        placement.footprint = Point(entry->size.width, entry->size.depth) * edit.scale;
        m_draft.layout.placements.push_back(std::move(placement));
    }

    void tellLost(const Stroke& stroke) {
        m_draft.warn(stroke.id,
                     {"What was changed by hand here, a %1, is no longer drawn. The change is kept, and holds "
                      "again when it returns.",
                      {stroke.edit->was.substr(0, 60)}});
    }

    Draft& m_draft;
    std::map<uint64_t, size_t> m_placed;  // index by id, of what the plan itself placed
    std::vector<bool> m_edited, m_removed;
};

}  // namespace

void applyEdits(Draft& draft) {
    std::map<uint64_t, const Stroke*> last;
    for (const Stroke* stroke : draft.edits) {
        if (!stroke->points.empty()) last[stroke->edit->object] = stroke;
    }
    Editor editor(draft);
    for (const Stroke* stroke : draft.edits) {
        if (!stroke->points.empty() && last[stroke->edit->object] == stroke) editor.apply(*stroke);
    }
    editor.finish();
}

}  // namespace sketchwalk::layout
