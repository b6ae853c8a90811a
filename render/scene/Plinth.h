// The block of earth that the map is cut from: layered sides, water seen from the side, a thin base. As core/preview's,
// so that from outside the world looks like a model on a table and not like a sheet of paper.
#pragma once

#include "core/scene/Scene.h"
#include "render/scene/Vertices.h"

namespace sketchwalk::render {

// Object vertices (kObjectStride) in world coordinates; empty where the scene has no ground. Pure; any thread.
Vertices plinthVertices(const scene::Scene& scene);

}  // namespace sketchwalk::render
