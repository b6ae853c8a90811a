// The last step of a library's model: scaled, repeated and sheared into place, snow laid on, corners shared again,
// tangents where a normal picture needs them.
#pragma once

#include <glm/vec3.hpp>

#include "core/assets/Source.h"
#include "core/library/Model.h"

namespace sketchwalk::library {

struct Placement3 {  // p -> p * scale + move, then lifted by rise * x; `count` copies side by side along x
    glm::dvec3 scale{1}, move{0};
    double rise = 0;  // metres a metre along x
    int count = 1;
    double length = 0;  // metres from one copy's middle to the next one's
};

// `snow`: null, or the palette whose snow covers what looks up.
assets::Built finished(const Model& model, const Placement3& placement, const catalogue::Palette* snow);

}  // namespace sketchwalk::library
