#include "core/assets/Solids.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <map>
#include <numeric>
#include <tuple>

namespace sketchwalk::assets {
namespace {

constexpr double kOnPlane = 1e-6;  // metres

struct ByPlace {
    bool operator()(const glm::vec3& a, const glm::vec3& b) const {
        return std::tie(a.x, a.y, a.z) < std::tie(b.x, b.y, b.z);
    }
};

// Numbers every distinct place among the points.
std::vector<size_t> firstsOf(const std::vector<glm::vec3>& points) {
    std::vector<size_t> order(points.size()), place(points.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return ByPlace()(points[a], points[b]); });
    for (size_t i = 0; i < order.size(); ++i)
        place[order[i]] = i > 0 && points[order[i]] == points[order[i - 1]] ? place[order[i - 1]] : i;
    return place;
}

class Unions {
  public:
    explicit Unions(size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), size_t{0}); }
    size_t root(size_t i) {
        while (m_parent[i] != i) i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }
    void join(size_t a, size_t b) { m_parent[std::max(root(a), root(b))] = std::min(root(a), root(b)); }

  private:
    std::vector<size_t> m_parent;
};

// The part of a triangle below the plane, as a convex polygon; `at` are its corners' heights over the plane.
std::vector<glm::dvec3> clipped(const Triangle& triangle, const std::array<double, 3>& at) {
    std::vector<glm::dvec3> polygon;
    for (size_t i = 0; i < 3; ++i) {
        const size_t next = (i + 1) % 3;
        if (at[i] <= 0) polygon.push_back(triangle[i]);
        if ((at[i] < 0 && at[next] > 0) || (at[i] > 0 && at[next] < 0))
            polygon.push_back(triangle[i] + (triangle[next] - triangle[i]) * (at[i] / (at[i] - at[next])));
    }
    return polygon;
}

// The half of the solid where sign * (height over the plane) is below 0.
Solid half(const Solid& solid, const glm::dvec3& along, double level, double sign) {
    const auto height = [&](const glm::dvec3& p) {
        const double h = sign * (glm::dot(along, p) - level);
        return std::abs(h) < kOnPlane ? 0.0 : h;
    };
    Solid kept;
    for (const Triangle& triangle : solid) {
        const std::array<double, 3> at{height(triangle[0]), height(triangle[1]), height(triangle[2])};
        if (at[0] >= 0 && at[1] >= 0 && at[2] >= 0) {
            const bool lid = at[0] == 0 && at[1] == 0 && at[2] == 0;
            const glm::dvec3 normal = glm::cross(triangle[1] - triangle[0], triangle[2] - triangle[0]);
            if (!lid || sign * glm::dot(normal, along) < 0) continue;
        }
        const std::vector<glm::dvec3> polygon = clipped(triangle, at);
        for (size_t i = 1; i + 1 < polygon.size(); ++i) kept.push_back({polygon[0], polygon[i], polygon[i + 1]});
    }
    // The lid: every edge in the plane is passed back once more, by a triangle to one fixed corner. Where such
    // triangles overlap, they cancel out.
    const size_t count = kept.size();
    const glm::dvec3* apex = nullptr;
    glm::dvec3 fixed(0);
    for (size_t t = 0; t < count; ++t) {
        const Triangle triangle = kept[t];
        for (size_t i = 0; i < 3; ++i) {
            const glm::dvec3 a = triangle[i], b = triangle[(i + 1) % 3];
            if (height(a) != 0 || height(b) != 0) continue;
            if (!apex) {
                fixed = a;
                apex = &fixed;
            }
            if (a != fixed && b != fixed) kept.push_back({fixed, b, a});
        }
    }
    return kept;
}

}  // namespace

std::vector<Solid> connectedSolids(const Mesh& mesh) {
    std::vector<glm::vec3> corners;
    for (const Primitive& primitive : mesh.primitives) {
        for (size_t i = 0; i + 2 < primitive.indices.size(); i += 3) {
            for (size_t k = 0; k < 3; ++k) corners.push_back(primitive.positions[primitive.indices[i + k]]);
        }
    }
    const std::vector<size_t> places = firstsOf(corners);
    Unions unions(corners.size());
    for (size_t i = 0; i + 2 < corners.size(); i += 3) {
        unions.join(places[i], places[i + 1]);
        unions.join(places[i], places[i + 2]);
    }
    std::vector<Solid> solids;
    std::map<size_t, size_t> solidOf;
    for (size_t i = 0; i + 2 < corners.size(); i += 3) {
        const auto [entry, isNew] = solidOf.try_emplace(unions.root(places[i]), solids.size());
        if (isNew) solids.emplace_back();
        solids[entry->second].push_back({corners[i], corners[i + 1], corners[i + 2]});
    }
    return solids;
}

std::vector<glm::vec3> cornersOf(const Solid& solid) {
    std::vector<glm::vec3> corners;
    corners.reserve(solid.size() * 3);
    for (const Triangle& triangle : solid) corners.insert(corners.end(), triangle.begin(), triangle.end());
    std::sort(corners.begin(), corners.end(), ByPlace());
    corners.erase(std::unique(corners.begin(), corners.end()), corners.end());
    return corners;
}

double volume(const Solid& solid) {
    if (solid.empty()) return 0;
    const glm::dvec3 o = solid.front()[0];
    double sum = 0;
    for (const Triangle& t : solid) sum += glm::dot(t[0] - o, glm::cross(t[1] - o, t[2] - o));
    return sum / 6;
}

bool closed(const Solid& solid) {
    std::vector<glm::vec3> corners;
    for (const Triangle& triangle : solid) corners.insert(corners.end(), triangle.begin(), triangle.end());
    const std::vector<size_t> places = firstsOf(corners);
    std::map<std::pair<size_t, size_t>, int> passes;
    for (size_t i = 0; i < places.size(); ++i) {
        const size_t a = places[i], b = places[i % 3 == 2 ? i - 2 : i + 1];
        if (a != b) passes[std::minmax(a, b)] += a < b ? 1 : -1;
    }
    return std::all_of(passes.begin(), passes.end(), [](const auto& edge) { return edge.second == 0; });
}

Halves cut(const Solid& solid, const glm::dvec3& along, double at) {
    return {half(solid, along, at, 1), half(solid, along, at, -1)};
}

double UprightBox::thinnest() const {
    return std::min({footprint.width, footprint.length, top - bottom});
}

double UprightBox::longest() const {
    return std::max({footprint.width, footprint.length, top - bottom});
}

UprightBox uprightBox(const std::vector<glm::vec3>& points) {
    UprightBox box;
    if (points.empty()) return box;
    std::vector<Point> plan;
    box.bottom = 1e300;
    box.top = -1e300;
    for (const glm::vec3& p : points) {
        plan.emplace_back(p.x, p.z);
        box.bottom = std::min(box.bottom, static_cast<double>(p.y));
        box.top = std::max(box.top, static_cast<double>(p.y));
    }
    box.footprint = minimumBox(plan);
    return box;
}

}  // namespace sketchwalk::assets
