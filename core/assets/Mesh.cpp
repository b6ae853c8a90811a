#include "core/assets/Mesh.h"

#include <glm/common.hpp>

#include "core/base/Hash.h"

namespace sketchwalk::assets {

namespace {

template <class T>
void addAll(ContentHash& hash, const std::vector<T>& values) {
    hash.add(static_cast<uint64_t>(values.size()));
    hash.add(values.data(), values.size() * sizeof(T));
}

}  // namespace

void finish(Mesh& mesh) {
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
