// Regions that are to stay as they were when they were locked.
#pragma once

#include "core/layout/Draft.h"
#include "core/sketch/Sketch.h"

namespace sketchwalk::layout {

// The last step of planning: the things that the draft's locks hold stand in the layout as they stood, nothing else
// stands among them, and whoever drew or changed something there meanwhile is told. `sketch`: all that is drawn.
void applyLocks(Draft& draft, const sketch::Sketch& sketch);

}  // namespace sketchwalk::layout
