#include "core/assets/Triangulate.h"

#include <cmath>

namespace sketchwalk::assets {

namespace {

double turn(glm::dvec2 a, glm::dvec2 b, glm::dvec2 c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool isEar(const std::vector<glm::dvec2>& polygon, const std::vector<int>& left, size_t at) {
    const size_t n = left.size();
    const int ia = left[(at + n - 1) % n], ib = left[at], ic = left[(at + 1) % n];
    const glm::dvec2 a = polygon[static_cast<size_t>(ia)], b = polygon[static_cast<size_t>(ib)],
                     c = polygon[static_cast<size_t>(ic)];
    if (turn(a, b, c) <= 1e-12) return false;
    for (const int other : left) {
        if (other == ia || other == ib || other == ic) continue;
        const glm::dvec2 p = polygon[static_cast<size_t>(other)];
        if (p == a || p == b || p == c) continue;
        if (turn(a, b, p) >= 0 && turn(b, c, p) >= 0 && turn(c, a, p) >= 0) return false;
    }
    return true;
}

}  // namespace

std::vector<int> triangulate(const std::vector<glm::dvec2>& polygon) {
    std::vector<int> left(polygon.size()), triangles;
    for (size_t i = 0; i < left.size(); ++i) left[i] = static_cast<int>(i);
    while (left.size() >= 3) {
        const size_t n = left.size();
        // Where there is no ear, a corner without area goes first (points that coincide or lie on a line), else any.
        size_t ear = n, flat = n;
        for (size_t i = 0; i < n && ear == n; ++i) {
            if (isEar(polygon, left, i)) ear = i;
            if (flat == n && std::fabs(turn(polygon[static_cast<size_t>(left[(i + n - 1) % n])],
                                            polygon[static_cast<size_t>(left[i])],
                                            polygon[static_cast<size_t>(left[(i + 1) % n])])) <= 1e-12) {
                flat = i;
            }
        }
        if (ear == n) ear = flat < n ? flat : 0;
        triangles.insert(triangles.end(), {left[(ear + n - 1) % n], left[ear], left[(ear + 1) % n]});
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(ear));
    }
    return triangles;
}

}  // namespace sketchwalk::assets
