// Numbers out of a parsed glTF's accessors, each checked against the bytes that are there. For the glTF reader only.
#pragma once

#include <cstdint>
#include <glm/mat4x4.hpp>
#include <string>
#include <vector>

#include "core/base/Error.h"

namespace tinygltf {
class Model;
struct Node;
}  // namespace tinygltf

namespace sketchwalk::library {

// All components of the accessor, row by row, as floats; integers are divided where the accessor says so. `most`
// components at most.
struct Columns {
    size_t count = 0;
    int width = 0;  // components a row
    std::vector<float> values;
};
Result<Columns> readColumns(const tinygltf::Model& model, int accessor, size_t most);
Result<std::vector<uint32_t>> readIndices(const tinygltf::Model& model, int accessor, size_t most);

// Where each mesh of the default scene stands.
struct Stand {
    int mesh = 0;
    glm::dmat4 placing{1};
};
// Refuses nodes that hang under themselves or under two parents, and indices that point nowhere.
Result<std::vector<Stand>> standsOf(const tinygltf::Model& model);

}  // namespace sketchwalk::library
