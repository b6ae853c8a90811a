// How a thing that stands in a world is changed by hand: as a stroke of the sketch, so that the world built anew has
// the change, and so that undo, layers and files need to know of nothing else.
#pragma once

#include <optional>

#include "core/pipeline/Pipeline.h"

namespace sketchwalk::pipeline {

// The stroke that says of this thing of the world what is so already; what the user then changes in it (its last point,
// its brush, its edit) holds once it is in the sketch that the world was made of. The sketch's own change of that
// thing, with its id, where there is one; else a new stroke without an id. Nothing where the world has no such thing.
std::optional<sketch::Stroke> editOf(const sketch::Sketch& sketch, const World& world, uint64_t object);

}  // namespace sketchwalk::pipeline
