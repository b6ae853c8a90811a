// The conductor of planning: strokes are understood, water and land are laid, lines are joined, bridges span, objects
// find their places. Every step reads what the ones before it left in the draft.
#include <set>

#include "core/layout/Areas.h"
#include "core/layout/Bridges.h"
#include "core/layout/Edits.h"
#include "core/layout/Joins.h"
#include "core/layout/Locks.h"
#include "core/layout/Objects.h"
#include "core/layout/Resolve.h"
#include "core/layout/Routes.h"
#include "core/layout/Settle.h"
#include "core/sketch/Read.h"

namespace sketchwalk::layout {

namespace {

// Whoever drew something and does not find it is owed a word.
void nameTheMissing(Draft& draft) {
    std::set<int64_t> standing;
    for (const Piece& piece : draft.pieces) standing.insert(piece.placement.stroke);
    for (const Drawn& drawn : draft.drawn) {
        if (drawn.entry->kind != catalogue::Kind::object || isFallingWater(drawn) || standing.contains(drawn.id))
            continue;
        draft.warn(drawn.id, {"There is no ground for this %1 where it was drawn; it is left out.", {drawn.entry->id}});
    }
}

}  // namespace

Layout plan(const sketch::Sketch& sketch, const catalogue::Catalogue& catalogue) {
    const sketch::Sketch onMap = sketch::onMap(sketch);
    Draft draft{{}, catalogue, nullptr, {}, {}, {}, {}, {}};
    draft.layout.extent = onMap.extent;
    draft.layout.seed = onMap.seed;
    resolveStrokes(draft, onMap);
    layAreas(draft);
    closeHoles(draft);
    fillUnderCrossings(draft);
    joinLines(draft);
    for (const Drawn& drawn : draft.drawn) {
        if (isFallingWater(drawn)) layWaterfall(draft, drawn);
    }

    const Waters waters(draft);
    Roads roads(draft);  // before they are cut: a bridge's place stays a way
    placeBridges(draft, waters, roads);
    bridgeRoads(draft, waters);
    for (const Piece& piece : draft.pieces) roads.add(piece.placement.path, piece.placement.width);

    planRoutes(draft, waters);
    const Site site{draft, waters, roads};
    placeObjects(site);
    settleOnGround(site);
    resolveOverlaps(site);
    nameTheMissing(draft);
    draft.layout.placements.reserve(draft.pieces.size());
    for (Piece& piece : draft.pieces) draft.layout.placements.push_back(std::move(piece.placement));
    applyEdits(draft);
    applyLocks(draft, onMap);
    return std::move(draft.layout);
}

}  // namespace sketchwalk::layout
