// One surface alone in a GLB: positions and triangles, for tools and engines that want a shape and no scene.
#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <span>
#include <string>
#include <vector>

#include "core/base/Geometry.h"

namespace sketchwalk::gltf {

struct SurfaceLook {
    std::string name;              // of node and mesh: Godot reads its meaning from the ending ("-navmesh")
    Colour colour{0.2f, 0.6f, 1};  // sRGB
    float alpha = 1;               // below 1: blended
};

// The file's bytes: the same surface gives the same bytes. Vertices in metres; a surface without triangles becomes a
// scene with an empty node.
std::vector<uint8_t> encodeSurfaceGlb(std::span<const glm::vec3> vertices, std::span<const uint32_t> indices,
                                      const SurfaceLook& look);

}  // namespace sketchwalk::gltf
