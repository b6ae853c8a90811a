// The loop that the view and the shadow maps share: the faces of one item, projected, culled and clipped.
#pragma once

#include <vector>

#include "core/preview/Rasteriser.h"
#include "core/preview/Stage.h"

namespace sketchwalk::preview {

// Calls draw(face, look index, a, b, c, isFront) for every face of the item that faces the eye (or is double-sided);
// a clipped face gives several calls. `scratch` is the calling thread's own.
template <class Draw>
void drawFaces(const Stage& stage, const Camera& camera, const PassList::Item& item, std::vector<ScreenPoint>& scratch,
               Draw&& draw) {
    const Shape& shape = *item.shape;
    const Projector projector =
        item.copy < 0 ? camera.projector() : camera.projector(stage.copies[static_cast<size_t>(item.copy)].placed);
    const ScreenPoint* points = item.projected;
    const uint32_t* corners = shape.corners.data() + static_cast<size_t>(item.first) * 3;
    std::array<ScreenPoint, 3> own;
    if (!points && item.count == shape.faces()) {
        scratch.resize(shape.positions.size());
        for (size_t i = 0; i < scratch.size(); ++i) scratch[i] = projector(shape.positions[i]);
        points = scratch.data();
    }
    for (uint32_t f = item.first; f < item.first + item.count; ++f, corners += 3) {
        if (points) {
            own = {points[corners[0]], points[corners[1]], points[corners[2]]};
        } else {
            for (size_t k = 0; k < 3; ++k) own[k] = projector(shape.positions[corners[k]]);
        }
        const uint16_t look = shape.lookOfFace(f);
        const auto drawOne = [&](ScreenPoint a, ScreenPoint b, ScreenPoint c) {
            const Facing side = facing(a, b, c);
            if (side == Facing::edgeOn || (side == Facing::back && !stage.looks[look].doubleSided)) return;
            draw(f, look, a, b, c, side == Facing::front);
        };
        if (own[0].x != kOffScreen && own[1].x != kOffScreen && own[2].x != kOffScreen) [[likely]] {
            drawOne(own[0], own[1], own[2]);
        } else {
            clipped(projector, {shape.positions[corners[0]], shape.positions[corners[1]], shape.positions[corners[2]]},
                    drawOne);
        }
    }
}

}  // namespace sketchwalk::preview
