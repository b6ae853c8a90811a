#include "core/assets/ConvexHull.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>

namespace sketchwalk::assets {
namespace {

constexpr double kGrid = 0.001;         // metres; coarser only where a thing is larger than kGridSteps of it
constexpr double kGridSteps = 1 << 18;  // so that every product below fits 64 bits
constexpr double kNear = 2;             // grid steps: a point that reaches out less is left inside
constexpr double kLeastVolume = 1e-6;   // cubic metres

using Place = std::array<int64_t, 3>;

Place operator-(const Place& a, const Place& b) {
    return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}

Place cross(const Place& a, const Place& b) {
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

int64_t dot(const Place& a, const Place& b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

double length(const Place& a) {
    const auto x = static_cast<double>(a[0]), y = static_cast<double>(a[1]), z = static_cast<double>(a[2]);
    return std::sqrt(x * x + y * y + z * z);
}

// Quickhull (Barber, Dobkin and Huhdanpaa, 1996), furthest point first, on whole numbers: which faces a point sees is
// exact, so that rounding can neither tear the hull open nor leave slivers that point the wrong way.
class Quickhull {
  public:
    explicit Quickhull(const std::vector<Place>& points) : m_points(points), m_outside(points.size()) {}

    bool run() {
        if (!start()) return false;
        for (size_t i = 0; i < m_points.size(); ++i) assign(i);
        for (size_t corners = 4; corners < kMostHullPoints; ++corners) {
            const auto furthest = std::max_element(m_outside.begin(), m_outside.end(),
                                                   [](const auto& a, const auto& b) { return a.by < b.by; });
            if (furthest->by < kNear) break;
            grow(static_cast<size_t>(furthest - m_outside.begin()));
        }
        return true;
    }
    std::vector<std::array<size_t, 3>> faces() const {
        std::vector<std::array<size_t, 3>> corners;
        for (const Face& face : m_faces) corners.push_back(face.corners);
        return corners;
    }

  private:
    struct Face {
        std::array<size_t, 3> corners;
        Place normal;
        double size;  // the normal's length
        size_t number;
    };
    struct Outside {  // of one point: the face that it reaches furthest over
        double by = 0;
        size_t face = 0;
    };

    Face faceOf(size_t a, size_t b, size_t c) {
        const Place normal = cross(m_points[b] - m_points[a], m_points[c] - m_points[a]);
        return {{a, b, c}, normal, length(normal), m_made++};
    }
    int64_t over(const Face& face, size_t point) const {
        return dot(face.normal, m_points[point] - m_points[face.corners[0]]);
    }

    // A tetrahedron of points far apart.
    bool start() {
        const auto furthest = [&](const auto& measure) {
            size_t best = 0;
            for (size_t i = 1; i < m_points.size(); ++i) best = measure(i) > measure(best) ? i : best;
            return best;
        };
        const size_t a = furthest([&](size_t i) { return length(m_points[i] - m_points[0]); });
        const size_t b = furthest([&](size_t i) { return length(m_points[i] - m_points[a]); });
        const size_t c =
            furthest([&](size_t i) { return length(cross(m_points[b] - m_points[a], m_points[i] - m_points[a])); });
        const Face base = faceOf(a, b, c);
        const size_t d = furthest([&](size_t i) { return std::abs(static_cast<double>(over(base, i))); });
        const int64_t height = over(base, d);
        if (height == 0) return false;
        const auto [u, v] = height < 0 ? std::pair(b, c) : std::pair(c, b);
        m_faces = {faceOf(a, u, v), faceOf(a, d, u), faceOf(u, d, v), faceOf(v, d, a)};
        return true;
    }

    void assign(size_t point) {
        m_outside[point] = {};
        for (const Face& face : m_faces) {
            const double by = static_cast<double>(over(face, point)) / face.size;
            if (by > m_outside[point].by) m_outside[point] = {by, face.number};
        }
    }

    void grow(size_t point) {
        std::vector<std::pair<size_t, size_t>> edges;
        std::vector<bool> removed(m_made, false);
        for (const Face& face : m_faces) {
            if (over(face, point) <= 0) continue;
            removed[face.number] = true;
            for (size_t k = 0; k < 3; ++k) edges.emplace_back(face.corners[k], face.corners[(k + 1) % 3]);
        }
        std::erase_if(m_faces, [&](const Face& face) { return removed[face.number]; });
        for (const auto& [a, b] : edges) {
            if (std::find(edges.begin(), edges.end(), std::pair(b, a)) == edges.end())
                m_faces.push_back(faceOf(a, b, point));
        }
        for (size_t i = 0; i < m_points.size(); ++i) {
            if (m_outside[i].by > 0 && m_outside[i].face < removed.size() && removed[m_outside[i].face]) assign(i);
        }
    }

    const std::vector<Place>& m_points;
    std::vector<Outside> m_outside;
    std::vector<Face> m_faces;
    size_t m_made = 0;
};

// The points on a grid from their lowest corner on, each place once.
struct OnGrid {
    std::vector<Place> places;
    glm::dvec3 low{0};
    double step = kGrid;

    glm::vec3 point(size_t number) const {
        const Place& place = places[number];
        return low + glm::dvec3(place[0], place[1], place[2]) * step;
    }
};

OnGrid onGrid(std::span<const glm::vec3> points) {
    glm::dvec3 low(1e300), high(-1e300);
    for (const glm::vec3& p : points) {
        for (int k = 0; k < 3; ++k) {
            low[k] = std::min(low[k], static_cast<double>(p[k]));
            high[k] = std::max(high[k], static_cast<double>(p[k]));
        }
    }
    const double step =
        std::max({kGrid, (high.x - low.x) / kGridSteps, (high.y - low.y) / kGridSteps, (high.z - low.z) / kGridSteps});
    OnGrid grid;
    grid.low = low;
    grid.step = step;
    for (const glm::vec3& p : points) {
        Place place{};
        for (int k = 0; k < 3; ++k)
            place[static_cast<size_t>(k)] = std::llround((static_cast<double>(p[k]) - low[k]) / step);
        grid.places.push_back(place);
    }
    std::sort(grid.places.begin(), grid.places.end());
    grid.places.erase(std::unique(grid.places.begin(), grid.places.end()), grid.places.end());
    return grid;
}

}  // namespace

std::optional<ConvexHull> convexHull(std::span<const glm::vec3> points) {
    const OnGrid grid = onGrid(points);
    if (grid.places.size() < 4) return std::nullopt;
    Quickhull quickhull(grid.places);
    if (!quickhull.run()) return std::nullopt;
    ConvexHull hull;
    std::vector<int64_t> number(grid.places.size(), -1);
    for (const auto& face : quickhull.faces()) {
        for (const size_t corner : face) {
            if (number[corner] < 0) {
                number[corner] = static_cast<int64_t>(hull.points.size());
                hull.points.push_back(grid.point(corner));  // the grid's own: exactly convex, however thin a face
            }
            hull.triangles.push_back(static_cast<uint32_t>(number[corner]));
        }
    }
    if (!(volume(hull) > kLeastVolume)) return std::nullopt;
    return hull;
}

double volume(const ConvexHull& hull) {
    double sum = 0;
    for (size_t i = 0; i + 2 < hull.triangles.size(); i += 3) {
        const glm::dvec3 o = hull.points.front(), a = glm::dvec3(hull.points[hull.triangles[i]]) - o,
                         b = glm::dvec3(hull.points[hull.triangles[i + 1]]) - o,
                         c = glm::dvec3(hull.points[hull.triangles[i + 2]]) - o;
        sum += glm::dot(a, glm::cross(b, c));
    }
    return sum / 6;
}

double outside(const ConvexHull& hull, const glm::vec3& point) {
    double most = -1e300;
    for (size_t i = 0; i + 2 < hull.triangles.size(); i += 3) {
        const glm::dvec3 a = hull.points[hull.triangles[i]], b = hull.points[hull.triangles[i + 1]],
                         c = hull.points[hull.triangles[i + 2]];
        const glm::dvec3 normal = glm::cross(b - a, c - a);
        const double size = glm::length(normal);
        if (size > 1e-12) most = std::max(most, glm::dot(normal, glm::dvec3(point) - a) / size);
    }
    return most;
}

}  // namespace sketchwalk::assets
