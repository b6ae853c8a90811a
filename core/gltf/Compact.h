// Squeezes a finished glTF document: whole-number attributes (KHR_mesh_quantization), compressed bufferViews
// (EXT_meshopt_compression) and copies as instances (EXT_mesh_gpu_instancing). All three become required.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/scene/Scene.h"

namespace sketchwalk::gltf {

struct Copies {  // the objects that one node of a mesh stands for
    int node = 0;
    std::vector<const scene::Instance*> instances;
};

// Takes a document of float attributes and plain bufferViews, as GlbBinary lays it out, and its nodes. Returns the new
// binary chunk; accessors, bufferViews, buffers and extension lists are written anew, and nodes get the scale that
// turns whole numbers into metres. Steps are powers of two: about a thousandth of a placed mesh, 1/256 to 1/64 m, and
// 1/64 m in world coordinates, one grid for all, so that seams stay closed (larger only where 16 bits would not do).
// The same input gives the same bytes.
std::vector<uint8_t> compacted(nlohmann::ordered_json& document, nlohmann::ordered_json& nodes,
                               const std::vector<uint8_t>& binary, const std::vector<Copies>& copies, int threads);

}  // namespace sketchwalk::gltf
