// Collects shapes into a mesh: places them, gives flat or smooth normals, and at the end box-projected UVs in metres.
//
// Not thread-safe; one per build. A shape that would pass the limit of triangles is left out whole, so solids stay
// closed.
#pragma once

#include <cstdint>
#include <glm/mat3x3.hpp>
#include <glm/vec3.hpp>
#include <memory>
#include <vector>

#include "core/assets/Mesh.h"
#include "core/assets/Shape.h"

namespace sketchwalk::assets {

struct Placing {  // p -> turn * p + move
    glm::dmat3 turn{1};
    glm::dvec3 move{0};
    glm::dvec3 apply(glm::dvec3 p) const { return turn * p + move; }
    Placing then(const Placing& inner) const { return {turn * inner.turn, apply(inner.move)}; }
};
glm::dmat3 turnBy(glm::dvec3 degrees);  // about x, then z, then y

struct Finish {
    int material = 0;
    int snowMaterial = -1;  // where >= 0: takes the faces that look up more than snowFrom
    double snowFrom = 0.5;  // least y of such a face's normal
    int top = -1;           // the same for lit faces, under the snow
    double topFrom = 0.5;
    int under = -1;  // where >= 0: takes the faces that look down more than underBelow
    double underBelow = -0.3;
    double smooth = 0;  // degrees: faces that meet at less share normals; 0: flat
    double jitter = 0;  // metres: corners move by up to this, each its own way
    uint64_t seed = 0;  // of the jitter
};

class MeshBuilder {
  public:
    static constexpr size_t kMostTriangles = 20000;

    void add(const Shape& shape, const Placing& placing, const Finish& finish);
    bool full() const { return m_full; }
    bool empty() const { return m_triangles == 0; }
    size_t triangles() const { return m_triangles; }

    struct Bounds {
        glm::dvec3 min{1e30}, max{-1e30};
    };
    Bounds bounds() const;
    // Every point becomes p * scale + move, then is lifted by shear * x.
    void reshape(glm::dvec3 scale, glm::dvec3 move, double shear);
    // Primitives ordered by material, `renamed[material]` their final index.
    std::shared_ptr<const Mesh> take(const std::vector<int>& renamed);

  private:
    struct Face {
        glm::dvec3 normal{0};
        double area = 0;  // doubled
    };
    Primitive& primitiveOf(int material);
    void placePoints(const Shape& shape, const Placing& placing, const Finish& finish);
    void emitFlat(const int* corners, int count, const Finish& finish, bool flipped);
    void emitSmooth(const Shape& shape, const Finish& finish, bool flipped);
    Face faceOf(const int* corners, int count, bool flipped) const;
    bool isBent(const int* corners, int count, const Face& face, bool flipped) const;
    int materialFor(glm::dvec3 normal, const Finish& finish) const;

    std::vector<Primitive> m_primitives;  // in order of first use
    std::vector<int> m_materials;
    std::vector<glm::dvec3> m_points;  // of the shape being added
    size_t m_triangles = 0;
    bool m_full = false;
};

}  // namespace sketchwalk::assets
