// Ambient occlusion, baked per vertex: how open each corner of an asset is to the sky's light.
#pragma once

#include "core/assets/Mesh.h"

namespace sketchwalk::assets {

// Fills Primitive::openness (0..1) of every primitive. The mesh stands on flat ground at y = 0. Light from a fixed set
// of directions about each vertex's normal is dimmed by the asset itself, held as a grid of how full space is (at most
// 36 cells along the longest side), and by the ground; nearer things count more (the obscurances of Zhukov, Iones and
// Kronin, "An Ambient Light Illumination Model", 1998). Deterministic; about a millisecond for a house.
void bakeOpenness(Mesh& mesh);

}  // namespace sketchwalk::assets
