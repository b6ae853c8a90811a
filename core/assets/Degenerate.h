// Triangles that cover nothing: they fail validators, and no reader counts them alike.
#pragma once

#include "core/assets/Mesh.h"

namespace sketchwalk::assets {

// Of the triangle whose indices begin at `first`: two of its corners lie in one place, by one vertex or by two.
inline bool isDegenerate(const Primitive& primitive, size_t first) {
    const auto at = [&](size_t k) { return primitive.positions[primitive.indices[first + k]]; };
    return at(0) == at(1) || at(1) == at(2) || at(0) == at(2);
}

}  // namespace sketchwalk::assets
