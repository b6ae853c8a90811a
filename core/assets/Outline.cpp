// Drawn outlines, made fit to carry walls.
#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "core/assets/Derivation.h"
#include "core/base/Geometry.h"

namespace sketchwalk::assets {

namespace {

constexpr size_t kMostDrawn = 4096;
constexpr size_t kMostCorners = 14;  // towers enough, and a castle stays below 3,000 triangles

std::vector<glm::dvec2> rectangle(double width, double depth) {
    const double x = width / 2, z = depth / 2;
    return {{-x, -z}, {x, -z}, {x, z}, {-x, z}};
}

// Moves every side inward; where two sides meet at a sharp angle the corner moves at most twice as far.
std::vector<glm::dvec2> movedInward(const std::vector<glm::dvec2>& ring, double by) {
    const size_t n = ring.size();
    std::vector<glm::dvec2> moved(n);
    const auto inward = [&](size_t i) {
        const glm::dvec2 way = ring[(i + 1) % n] - ring[i];
        return glm::dvec2(-way.y, way.x) / std::max(glm::length(way), 1e-9);
    };
    for (size_t i = 0; i < n; ++i) {
        const glm::dvec2 a = inward((i + n - 1) % n), b = inward(i), sum = a + b;
        const double square = glm::dot(sum, sum);
        const double reach = square > 1e-9 ? std::min(2 / std::sqrt(square), 2.0) : 1;  // 1 / cos of half the turn
        moved[i] = ring[i] + (square > 1e-9 ? sum / std::sqrt(square) : b) * (by * reach);
    }
    return moved;
}

}  // namespace

std::vector<glm::dvec2> buildableOutline(const std::vector<glm::vec2>& drawn, double width, double depth,
                                         double inset) {
    inset = std::min(inset, std::min(width, depth) * 0.4);
    Ring ring;
    for (size_t i = 0; i < std::min(drawn.size(), kMostDrawn); ++i) {
        const Point p(drawn[i]);
        if (std::fabs(p.x) < 1e4 && std::fabs(p.y) < 1e4) ring.push_back(p);
    }
    const Box box = boundsOf(ring);
    const double extent = ring.empty() ? 0 : std::min(box.size().x, box.size().y);
    if (ring.size() < 3 || extent < 4) return movedInward(rectangle(width, depth), inset);
    double tolerance = std::max(1.0, 0.04 * extent);
    Ring simple = simplifiedRing(ring, tolerance);
    for (int tries = 0; simple.size() > kMostCorners && tries < 8; ++tries)
        simple = simplifiedRing(ring, tolerance *= 1.6);
    const auto usable = [&](const Ring& r) { return r.size() >= 3 && r.size() <= kMostCorners && !selfCrosses(r); };
    if (!usable(simple)) simple = simplifiedRing(sketchwalk::convexHull(ring), tolerance);
    if (!usable(simple)) return movedInward(rectangle(box.size().x, box.size().y), inset);
    if (signedArea(simple) < 0) std::reverse(simple.begin(), simple.end());
    std::vector<glm::dvec2> moved = movedInward(simple, std::min(inset, extent * 0.3));
    // A thin part may have turned inside out: then the walls stay on the line itself.
    if (selfCrosses(moved) || signedArea(moved) < 0.2 * signedArea(simple)) moved = simple;
    return moved;
}

Room roomiest(const std::vector<glm::dvec2>& outline) {
    Room best;
    const Box box = boundsOf(outline);
    constexpr int kGrid = 20;
    for (int k = 0; k < kGrid * kGrid; ++k) {
        const Point p = box.min + box.size() * Point((k % kGrid + 0.5) / kGrid, (k / kGrid + 0.5) / kGrid);
        if (!contains(outline, p)) continue;
        const double radius = nearestOnRing(outline, p).distance;
        if (radius > best.radius * 1.001 + 1e-9) best = {p, radius};
    }
    return best;
}

}  // namespace sketchwalk::assets
