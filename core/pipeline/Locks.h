// How a region of a world is locked: as a stroke of the sketch that holds what stands there, so that the world built
// anew has it again, and so that undo, layers and files need to know of nothing else.
#pragma once

#include <memory>

#include "core/pipeline/Pipeline.h"

namespace sketchwalk::pipeline {

// Whether this brush locks.
bool isLock(const std::string& brush);

// What of the world lies in the outline that `stroke` (closed; of a sketch seen as `view`, `extent` metres large) was
// drawn around. Null where no cell of the ground's raster lies in it. ErrorKind::usage where it is more than a lock can
// hold: 4 million nodes of the raster.
Result<std::shared_ptr<const sketch::Lock>> lockOf(const World& world, const sketch::Stroke& stroke, sketch::View view,
                                                   Point extent);

}  // namespace sketchwalk::pipeline
