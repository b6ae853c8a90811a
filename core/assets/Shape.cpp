#include "core/assets/Shape.h"

#include <algorithm>
#include <cmath>

#include "core/assets/Triangulate.h"

namespace sketchwalk::assets {

void Shape::clear() {
    points.clear();
    corners.clear();
    starts.clear();
}

int Shape::point(double x, double y, double z) {
    points.emplace_back(x, y, z);
    return static_cast<int>(points.size()) - 1;
}

void Shape::face(std::initializer_list<int> indices) {
    starts.push_back(static_cast<int>(corners.size()));
    corners.insert(corners.end(), indices);
}

namespace {

// Eight corners, low then high, each counter-clockwise from above starting at (-x, +z).
void addHexahedron(Shape& shape, const glm::dvec3 (&p)[8]) {
    const int b = static_cast<int>(shape.points.size());
    for (const glm::dvec3& q : p) shape.points.push_back(q);
    shape.face({b + 3, b + 2, b + 1, b});
    shape.face({b + 4, b + 5, b + 6, b + 7});
    for (int i = 0; i < 4; ++i) {
        const int j = (i + 1) % 4;
        shape.face({b + i, b + j, b + 4 + j, b + 4 + i});
    }
}

}  // namespace

void addBox(Shape& shape, glm::dvec3 size, glm::dvec2 top) {
    const double x = size.x / 2, z = size.z / 2, u = x * top.x, v = z * top.y, h = size.y;
    addHexahedron(shape,
                  {{-x, 0, z}, {x, 0, z}, {x, 0, -z}, {-x, 0, -z}, {-u, h, v}, {u, h, v}, {u, h, -v}, {-u, h, -v}});
}

void addGable(Shape& shape, glm::dvec3 size, double hipped) {
    const double x = size.x / 2, z = size.z / 2, h = size.y;
    hipped = std::clamp(hipped, 0.0, 1.0);
    const double cut = h * (1 - hipped), r = x - std::min(x, z * hipped), inner = z * hipped;
    const int b = shape.point(-x, 0, z);
    shape.point(x, 0, z);
    shape.point(x, 0, -z);
    shape.point(-x, 0, -z);
    shape.face({b + 3, b + 2, b + 1, b});
    if (hipped < 1e-6) {
        shape.point(-x, h, 0);
        shape.point(x, h, 0);
        shape.face({b, b + 1, b + 5, b + 4});
        shape.face({b + 2, b + 3, b + 4, b + 5});
        shape.face({b + 1, b + 2, b + 5});
        shape.face({b + 3, b, b + 4});
        return;
    }
    shape.point(-x, cut, inner);
    shape.point(x, cut, inner);
    shape.point(x, cut, -inner);
    shape.point(-x, cut, -inner);
    shape.point(-r, h, 0);
    shape.point(r, h, 0);
    shape.face({b, b + 1, b + 5, b + 9, b + 8, b + 4});
    shape.face({b + 2, b + 3, b + 7, b + 8, b + 9, b + 6});
    shape.face({b + 1, b + 2, b + 6, b + 5});
    shape.face({b + 3, b, b + 4, b + 7});
    shape.face({b + 5, b + 6, b + 9});
    shape.face({b + 7, b + 4, b + 8});
}

void addWedge(Shape& shape, glm::dvec3 size) {
    const double x = size.x / 2, z = size.z / 2, h = size.y;
    const int b = shape.point(-x, 0, z);
    shape.point(x, 0, z);
    shape.point(x, 0, -z);
    shape.point(-x, 0, -z);
    shape.point(-x, h, -z);
    shape.point(x, h, -z);
    shape.face({b + 3, b + 2, b + 1, b});
    shape.face({b, b + 1, b + 5, b + 4});
    shape.face({b + 2, b + 3, b + 4, b + 5});
    shape.face({b + 1, b + 2, b + 5});
    shape.face({b + 3, b, b + 4});
}

void addHip(Shape& shape, glm::dvec3 size, double ridge, double overhang, double thickness) {
    const double slope = size.y / std::max(size.z / 2, 1e-3);
    const double x = size.x / 2 + overhang, z = size.z / 2 + overhang, r = std::clamp(ridge, 0.0, size.x) / 2;
    const double low = -overhang * slope, high = low + thickness, top = size.y + thickness;
    const int b = static_cast<int>(shape.points.size());
    for (const double y : {low, high}) {
        shape.point(-x, y, z);
        shape.point(x, y, z);
        shape.point(x, y, -z);
        shape.point(-x, y, -z);
    }
    shape.face({b + 3, b + 2, b + 1, b});
    for (int i = 0; i < 4; ++i) {
        const int j = (i + 1) % 4;
        shape.face({b + i, b + j, b + 4 + j, b + 4 + i});
    }
    const int left = shape.point(-r, top, 0);
    const int right = r > 1e-6 ? shape.point(r, top, 0) : left;
    if (left == right) {
        shape.face({b + 4, b + 5, left});
        shape.face({b + 6, b + 7, left});
    } else {
        shape.face({b + 4, b + 5, right, left});
        shape.face({b + 6, b + 7, left, right});
    }
    shape.face({b + 5, b + 6, right});
    shape.face({b + 7, b + 4, left});
}

void addExtrusion(Shape& shape, std::vector<glm::dvec2> polygon, double depth, bool lying) {
    const int n = static_cast<int>(polygon.size());
    if (n < 3) return;
    double doubled = 0;
    for (int i = 0; i < n; ++i) {
        const glm::dvec2 p = polygon[static_cast<size_t>(i)], q = polygon[static_cast<size_t>((i + 1) % n)];
        doubled += p.x * q.y - p.y * q.x;
    }
    // Lying polygons are given in (x, z): seen from above, z runs downward, so the turn is the other way round.
    if ((doubled < 0) != lying) std::reverse(polygon.begin(), polygon.end());
    const int b = static_cast<int>(shape.points.size());
    for (const glm::dvec2& p : polygon) {
        if (lying) {
            shape.point(p.x, depth, p.y);
        } else {
            shape.point(p.x, p.y, depth / 2);
        }
    }
    for (const glm::dvec2& p : polygon) {
        if (lying) {
            shape.point(p.x, 0, p.y);
        } else {
            shape.point(p.x, p.y, -depth / 2);
        }
    }
    for (int i = 0; i < n; ++i) {
        const int j = (i + 1) % n;
        shape.face({b + i, b + n + i, b + n + j, b + j});
    }
    if (lying) {
        for (glm::dvec2& p : polygon) p.y = -p.y;
    }
    const std::vector<int> triangles = triangulate(polygon);
    for (size_t i = 0; i + 2 < triangles.size(); i += 3) {
        const int p = triangles[i], q = triangles[i + 1], r = triangles[i + 2];
        shape.face({b + p, b + q, b + r});
        shape.face({b + n + p, b + n + r, b + n + q});
    }
}

}  // namespace sketchwalk::assets
