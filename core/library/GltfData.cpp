#include "core/library/GltfData.h"

#include <tiny_gltf.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/library/Model.h"

namespace sketchwalk::library {
namespace {

template <class List>
bool within(int index, const List& list) {
    return index >= 0 && static_cast<size_t>(index) < list.size();
}

// Where an accessor's rows lie.
struct Rows {
    const uint8_t* first = nullptr;
    size_t count = 0, stride = 0;
    int width = 0, componentType = 0;
    size_t componentSize = 0;
    bool normalized = false;
};

Result<Rows> rowsOf(const tinygltf::Model& model, int index, size_t most) {
    const std::string which = "accessor " + std::to_string(index);
    if (!within(index, model.accessors)) return wrong(which + " is not there");
    const tinygltf::Accessor& accessor = model.accessors[static_cast<size_t>(index)];
    if (accessor.sparse.isSparse) return wrong(which + " is sparse, which is not read here");
    if (!within(accessor.bufferView, model.bufferViews)) return wrong(which + " has no buffer view");
    const tinygltf::BufferView& view = model.bufferViews[static_cast<size_t>(accessor.bufferView)];
    if (!within(view.buffer, model.buffers)) return wrong(which + " lies in a buffer that is not there");
    const auto& data = model.buffers[static_cast<size_t>(view.buffer)].data;

    Rows rows;
    const int size = tinygltf::GetComponentSizeInBytes(static_cast<uint32_t>(accessor.componentType));
    rows.width = accessor.type >= 0 ? tinygltf::GetNumComponentsInType(static_cast<uint32_t>(accessor.type)) : -1;
    if (size < 1 || rows.width < 1 || accessor.componentType == TINYGLTF_COMPONENT_TYPE_DOUBLE) {
        return wrong(which + " is of a kind that glTF does not know");
    }
    rows.componentType = accessor.componentType;
    rows.componentSize = static_cast<size_t>(size);
    rows.normalized = accessor.normalized;
    rows.count = accessor.count;
    const size_t row = rows.componentSize * static_cast<size_t>(rows.width);
    rows.stride = view.byteStride != 0 ? view.byteStride : row;
    if (rows.count < 1 || rows.count > most) {
        return wrong(which + " has " + std::to_string(rows.count) + " rows; 1 to " + std::to_string(most) +
                     " are read");
    }
    // All of these are below 2^32 by the checks of the JSON, so that nothing wraps in 64 bits.
    if (rows.stride < row || rows.stride > 4096 || accessor.byteOffset > kMostFileBytes ||
        view.byteOffset > data.size() || view.byteLength > data.size() - view.byteOffset ||
        accessor.byteOffset + rows.stride * (rows.count - 1) + row > view.byteLength) {
        return wrong(which + " reaches past the end of its buffer");
    }
    rows.first = data.data() + view.byteOffset + accessor.byteOffset;
    return rows;
}

template <class T>
T load(const uint8_t* at) {
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

double component(const Rows& rows, const uint8_t* at) {
    const auto scaled = [&](double value, double full) {
        return rows.normalized ? std::max(value / full, -1.0) : value;
    };
    switch (rows.componentType) {
        case TINYGLTF_COMPONENT_TYPE_BYTE:
            return scaled(load<int8_t>(at), 127);
        case TINYGLTF_COMPONENT_TYPE_UNSIGNED_BYTE:
            return scaled(load<uint8_t>(at), 255);
        case TINYGLTF_COMPONENT_TYPE_SHORT:
            return scaled(load<int16_t>(at), 32767);
        case TINYGLTF_COMPONENT_TYPE_UNSIGNED_SHORT:
            return scaled(load<uint16_t>(at), 65535);
        case TINYGLTF_COMPONENT_TYPE_FLOAT:
            return static_cast<double>(load<float>(at));
        default:
            return static_cast<double>(load<uint32_t>(at));
    }
}

glm::dmat4 rotation(double x, double y, double z, double w) {
    const double length = std::sqrt(x * x + y * y + z * z + w * w);
    if (!(length > 1e-12)) return glm::dmat4(1);
    x /= length, y /= length, z /= length, w /= length;
    glm::dmat4 m(1);
    m[0] = {1 - 2 * (y * y + z * z), 2 * (x * y + z * w), 2 * (x * z - y * w), 0};
    m[1] = {2 * (x * y - z * w), 1 - 2 * (x * x + z * z), 2 * (y * z + x * w), 0};
    m[2] = {2 * (x * z + y * w), 2 * (y * z - x * w), 1 - 2 * (x * x + y * y), 0};
    return m;
}

glm::dmat4 placingOf(const tinygltf::Node& node) {
    glm::dmat4 m(1);
    if (node.matrix.size() == 16) {
        for (int i = 0; i < 16; ++i) m[i / 4][i % 4] = node.matrix[static_cast<size_t>(i)];
        return m;
    }
    if (node.rotation.size() == 4) {
        m = rotation(node.rotation[0], node.rotation[1], node.rotation[2], node.rotation[3]);
    }
    for (int axis = 0; axis < 3; ++axis) {
        if (node.scale.size() == 3) m[axis] = m[axis] * node.scale[static_cast<size_t>(axis)];
        if (node.translation.size() == 3) m[3][axis] = node.translation[static_cast<size_t>(axis)];
    }
    return m;
}

}  // namespace

Result<Columns> readColumns(const tinygltf::Model& model, int accessor, size_t most) {
    const Result<Rows> rows = rowsOf(model, accessor, most);
    if (!rows) return tl::make_unexpected(rows.error());
    Columns columns{rows->count, rows->width, {}};
    columns.values.reserve(rows->count * static_cast<size_t>(rows->width));
    for (size_t row = 0; row < rows->count; ++row) {
        for (int i = 0; i < rows->width; ++i) {
            const uint8_t* at = rows->first + row * rows->stride + static_cast<size_t>(i) * rows->componentSize;
            columns.values.push_back(static_cast<float>(component(*rows, at)));
        }
    }
    return columns;
}

Result<std::vector<uint32_t>> readIndices(const tinygltf::Model& model, int accessor, size_t most) {
    const Result<Rows> rows = rowsOf(model, accessor, most);
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->width != 1) return wrong("accessor " + std::to_string(accessor) + " holds no indices");
    std::vector<uint32_t> indices;
    indices.reserve(rows->count);
    for (size_t row = 0; row < rows->count; ++row) {
        const uint8_t* at = rows->first + row * rows->stride;
        switch (rows->componentType) {
            case TINYGLTF_COMPONENT_TYPE_UNSIGNED_BYTE:
                indices.push_back(*at);
                break;
            case TINYGLTF_COMPONENT_TYPE_UNSIGNED_SHORT:
                indices.push_back(load<uint16_t>(at));
                break;
            case TINYGLTF_COMPONENT_TYPE_UNSIGNED_INT:
                indices.push_back(load<uint32_t>(at));
                break;
            default:
                return wrong("accessor " + std::to_string(accessor) + " holds no indices");
        }
    }
    return indices;
}

Result<std::vector<Stand>> standsOf(const tinygltf::Model& model) {
    if (model.scenes.empty()) return wrong("it holds no scene");
    const int scene = std::max(model.defaultScene, 0);
    if (!within(scene, model.scenes)) return wrong("its default scene is not there");
    std::vector<uint8_t> seen(model.nodes.size(), 0);
    std::vector<std::pair<int, glm::dmat4>> open;
    const auto& roots = model.scenes[static_cast<size_t>(scene)].nodes;
    for (auto root = roots.rbegin(); root != roots.rend(); ++root) open.emplace_back(*root, glm::dmat4(1));
    std::vector<Stand> stands;
    while (!open.empty()) {
        const auto [index, outer] = open.back();
        open.pop_back();
        if (!within(index, model.nodes)) return wrong("node " + std::to_string(index) + " is not there");
        if (seen[static_cast<size_t>(index)]++ != 0) {
            return wrong("node " + std::to_string(index) + " hangs in the tree twice, or under itself");
        }
        const tinygltf::Node& node = model.nodes[static_cast<size_t>(index)];
        const glm::dmat4 placing = outer * placingOf(node);
        if (node.mesh >= 0) {
            if (!within(node.mesh, model.meshes)) return wrong("mesh " + std::to_string(node.mesh) + " is not there");
            stands.push_back({node.mesh, placing});
        }
        for (auto child = node.children.rbegin(); child != node.children.rend(); ++child) {
            open.emplace_back(*child, placing);
            if (open.size() > 2 * kMostNodes) return wrong("its nodes hang in each other without end");
        }
    }
    return stands;
}

}  // namespace sketchwalk::library
