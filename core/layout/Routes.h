// Drawn ways: who goes along them, and when they are where.
#pragma once

#include "core/layout/Draft.h"
#include "core/layout/Waters.h"

namespace sketchwalk::layout {

// Fills the plan's routes. The follower is the one that the stroke's brush names ("a cow", "boat trip"), else its
// words, else a person, or a boat where most of the way is wet. Times come from the pen: those that the follower can
// keep are kept; a pen is usually much quicker, and then the whole is slowed by one factor, so that a hand's ordinary
// pace becomes the follower's usual one. No stretch is faster than the follower's fastest. Pure.
void planRoutes(Draft& draft, const Waters& waters);

}  // namespace sketchwalk::layout
