#include "core/assets/Mesh.h"

#include <algorithm>
#include <glm/common.hpp>

#include "core/assets/Degenerate.h"
#include "core/base/Hash.h"

namespace sketchwalk::assets {

namespace {

template <class T>
void addAll(ContentHash& hash, const std::vector<T>& values) {
    hash.add(static_cast<uint64_t>(values.size()));
    hash.add(values.data(), values.size() * sizeof(T));
}

void dropDegenerate(Primitive& primitive) {
    auto& indices = primitive.indices;
    size_t kept = 0;
    for (size_t i = 0; i + 2 < indices.size(); i += 3) {
        if (isDegenerate(primitive, i)) continue;
        if (kept != i)
            std::copy_n(indices.begin() + static_cast<std::ptrdiff_t>(i), 3,
                        indices.begin() + static_cast<std::ptrdiff_t>(kept));
        kept += 3;
    }
    indices.resize(kept);
}

}  // namespace

void finish(Mesh& mesh) {
    for (Primitive& primitive : mesh.primitives) dropDegenerate(primitive);
    ContentHash hash;
    bool any = false;
    mesh.min = mesh.max = glm::vec3(0);
    for (const Primitive& primitive : mesh.primitives) {
        hash.add(static_cast<uint64_t>(primitive.material));
        addAll(hash, primitive.positions);
        addAll(hash, primitive.normals);
        addAll(hash, primitive.uvs);
        addAll(hash, primitive.tangents);
        addAll(hash, primitive.openness);
        addAll(hash, primitive.indices);
        for (const glm::vec3& p : primitive.positions) {
            mesh.min = any ? glm::min(mesh.min, p) : p;
            mesh.max = any ? glm::max(mesh.max, p) : p;
            any = true;
        }
    }
    mesh.hash = hash.value();
}

}  // namespace sketchwalk::assets
