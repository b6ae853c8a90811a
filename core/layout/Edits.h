// Last step of planning: what was changed by hand is put in force, whatever the plan would have had.
#pragma once

#include "core/layout/Draft.h"

namespace sketchwalk::layout {

// Moves, turns, scales, replaces and removes placements as Draft::edits say; the last change to a thing counts. A thing
// that grew by itself is uprooted and, unless it was removed, placed anew. A change whose thing is no longer there is
// named in the diagnostics and left out.
void applyEdits(Draft& draft);

}  // namespace sketchwalk::layout
