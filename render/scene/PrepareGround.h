// What shaders look up by place on the map: water's depth, shore, openness, splat weights, and the layers' textures.
#pragma once

#include "render/scene/Prepared.h"

namespace sketchwalk::render {

// Pure. The scene has a ground. Layers of `last` with the same key are taken over.
std::shared_ptr<const PreparedGround> prepareGround(const scene::Scene& scene,
                                                    const std::shared_ptr<const PreparedGround>& last, bool withDetail,
                                                    const std::stop_token& stop);

}  // namespace sketchwalk::render
