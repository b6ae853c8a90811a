// The round and the bent primitives: lathe, blob, card, arches, tube, loft.
#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <map>

#include "core/assets/Shape.h"
#include "core/base/Hash.h"
#include "core/base/Trig.h"

namespace sketchwalk::assets {

namespace {

constexpr double kTurn = 6.283185307179586;

// The two sides of a strip between equal rows of points; `around` joins the last column to the first.
void addStrip(Shape& shape, int lower, int upper, int count, bool around) {
    for (int i = 0; i + (around ? 0 : 1) < count; ++i) {
        const int j = (i + 1) % count;
        shape.face({lower + i, lower + j, upper + j, upper + i});
    }
}

// A fan over a row of points, from a new point in their middle, or one face where they are few.
void addCap(Shape& shape, int row, int count, bool up) {
    if (count < 3) return;
    shape.starts.push_back(static_cast<int>(shape.corners.size()));
    for (int i = 0; i < count; ++i) shape.corners.push_back(up ? row + i : row + count - 1 - i);
}

struct Icosphere {
    std::vector<glm::dvec3> points;
    std::vector<std::array<int, 3>> faces;
};

Icosphere icosahedron() {
    const double g = (1 + std::sqrt(5.0)) / 2, s = 1 / std::sqrt(1 + g * g), t = g * s;
    Icosphere sphere;
    // Turned so that a vertex pair lies on the y axis plane, which gives crowns a lively outline.
    sphere.points = {{-s, t, 0},  {s, t, 0},  {-s, -t, 0}, {s, -t, 0}, {0, -s, t},  {0, s, t},
                     {0, -s, -t}, {0, s, -t}, {t, 0, -s},  {t, 0, s},  {-t, 0, -s}, {-t, 0, s}};
    sphere.faces = {{0, 11, 5},  {0, 5, 1},  {0, 1, 7},  {0, 7, 10}, {0, 10, 11}, {1, 5, 9}, {5, 11, 4},
                    {11, 10, 2}, {10, 7, 6}, {7, 1, 8},  {3, 9, 4},  {3, 4, 2},   {3, 2, 6}, {3, 6, 8},
                    {3, 8, 9},   {4, 9, 5},  {2, 4, 11}, {6, 2, 10}, {8, 6, 7},   {9, 8, 1}};
    return sphere;
}

Icosphere subdivided(const Icosphere& sphere) {
    Icosphere finer{sphere.points, {}};
    std::map<std::pair<int, int>, int> middles;
    const auto middle = [&](int a, int b) {
        const auto [found, fresh] = middles.try_emplace({std::min(a, b), std::max(a, b)}, 0);
        if (fresh) {
            found->second = static_cast<int>(finer.points.size());
            const glm::dvec3 sum = finer.points[static_cast<size_t>(a)] + finer.points[static_cast<size_t>(b)];
            finer.points.push_back(sum / std::sqrt(glm::dot(sum, sum)));
        }
        return found->second;
    };
    for (const auto& [a, b, c] : sphere.faces) {
        const int ab = middle(a, b), bc = middle(b, c), ca = middle(c, a);
        finer.faces.insert(finer.faces.end(), {{a, ab, ca}, {ab, b, bc}, {ca, bc, c}, {ab, bc, ca}});
    }
    return finer;
}

const Icosphere& icosphere(int detail) {
    static const std::array<Icosphere, 4> levels = [] {
        std::array<Icosphere, 4> made;
        made[0] = icosahedron();
        for (size_t i = 1; i < made.size(); ++i) made[i] = subdivided(made[i - 1]);
        return made;
    }();
    return levels[static_cast<size_t>(std::clamp(detail, 0, 3))];
}

// The outline of an opening from the lower right over the top to the lower left, counter-clockwise from the front.
std::vector<glm::dvec2> outlineOf(double width, double height, Top top, int segments) {
    const double x = width / 2;
    std::vector<glm::dvec2> line{{x, 0}};
    if (top == Top::flat) {
        line.insert(line.end(), {{x, height}, {-x, height}, {-x, 0}});
        return line;
    }
    const int n = std::clamp(segments, 2, 24);
    const double rise = std::min(top == Top::round ? x : x * 1.6, height);
    const double spring = height - rise;
    for (int i = 0; i <= n; ++i) {
        const double f = static_cast<double>(i) / n;
        if (top == Top::round) {
            line.emplace_back(x * exact::cos(f * kTurn / 2), spring + rise * exact::sin(f * kTurn / 2));
        } else {
            const double u = 1 - 2 * f, v = 1 - std::fabs(u);  // two shallow arcs that meet in a point
            line.emplace_back(x * u, spring + rise * v * (1.6 - 0.6 * v));
        }
    }
    line.emplace_back(-x, 0);
    if (spring < 1e-9) {  // no straight sides: the curve itself begins and ends at the foot
        line.erase(line.begin());
        line.pop_back();
    }
    return line;
}

glm::dvec3 unit(glm::dvec3 v, glm::dvec3 otherwise) {
    const double length = std::sqrt(glm::dot(v, v));
    return length > 1e-9 ? v / length : otherwise;
}

std::vector<glm::dvec3> smoothed(const std::vector<glm::dvec3>& points, int smoothing) {
    if (smoothing <= 1 || points.size() < 3) return points;
    std::vector<glm::dvec3> curve{points.front()};
    const size_t last = points.size() - 1;
    for (size_t i = 0; i < last; ++i) {
        const glm::dvec3 a = points[i == 0 ? 0 : i - 1], b = points[i], c = points[i + 1],
                         d = points[std::min(i + 2, last)];
        for (int k = 1; k <= smoothing; ++k) {
            const double t = static_cast<double>(k) / smoothing;
            curve.push_back(0.5 * ((2.0 * b) + (c - a) * t + (2.0 * a - 5.0 * b + 4.0 * c - d) * (t * t) +
                                   (3.0 * b - a - 3.0 * c + d) * (t * t * t)));
        }
    }
    return curve;
}

}  // namespace

void addLathe(Shape& shape, const std::vector<glm::dvec2>& profile, int sides, bool loop) {
    sides = std::clamp(sides, 3, 64);
    const size_t rows = profile.size();
    if (rows < (loop ? 3U : 2U)) return;
    std::vector<glm::dvec2> rim(static_cast<size_t>(sides));
    for (int i = 0; i < sides; ++i) {
        const double angle = kTurn * (i + 0.5) / sides;  // a flat side faces the front
        rim[static_cast<size_t>(i)] = {exact::sin(angle), exact::cos(angle)};
    }
    std::vector<int> first(rows);
    std::vector<bool> tip(rows);
    for (size_t k = 0; k < rows; ++k) {
        tip[k] = std::fabs(profile[k].x) < 1e-9;
        first[k] = static_cast<int>(shape.points.size());
        for (int i = 0; i < (tip[k] ? 1 : sides); ++i) {
            const glm::dvec2 r = rim[static_cast<size_t>(i)] * profile[k].x;
            shape.point(r.x, profile[k].y, r.y);
        }
    }
    for (size_t k = 0; k + (loop ? 0 : 1) < rows; ++k) {
        const size_t next = (k + 1) % rows;
        for (int i = 0; i < sides; ++i) {
            const int j = (i + 1) % sides, low = first[k], high = first[next];
            if (tip[k] && tip[next]) break;
            if (tip[k]) {
                shape.face({low, high + j, high + i});
            } else if (tip[next]) {
                shape.face({low + i, low + j, high});
            } else {
                shape.face({low + i, low + j, high + j, high + i});
            }
        }
    }
    if (loop) return;
    if (!tip.front()) addCap(shape, first.front(), sides, false);
    if (!tip.back()) addCap(shape, first.back(), sides, true);
}

void addBlob(Shape& shape, glm::dvec3 radii, int detail, double jitter, double flat, uint64_t seed) {
    const Icosphere& sphere = icosphere(detail);
    const int b = static_cast<int>(shape.points.size());
    jitter = std::clamp(jitter, 0.0, 0.6);
    const double spin = kTurn * toUnit(mix(seed)), c = exact::cos(spin), s = exact::sin(spin);
    for (size_t i = 0; i < sphere.points.size(); ++i) {
        const double grow = 1 + jitter * (2 * toUnit(combine(seed, i + 1)) - 1);
        const glm::dvec3 p = sphere.points[i] * grow;
        const double y = std::max(p.y, -flat);
        shape.point((p.x * c + p.z * s) * radii.x, y * radii.y, (p.z * c - p.x * s) * radii.z);
    }
    for (const auto& [x, y, z] : sphere.faces) shape.face({b + x, b + y, b + z});
}

void addCard(Shape& shape, glm::dvec2 size, LeafForm form, double bend, int segments) {
    segments = std::clamp(segments, 1, 16);
    const double step = size.y / segments, turn = exact::radians(bend) / segments;
    double y = 0, z = 0, angle = 0;
    int lower = -1, lowerCount = 0;
    for (int k = 0; k <= segments; ++k) {
        const double f = static_cast<double>(k) / segments;
        double half = size.x / 2;
        if (form == LeafForm::blade) half *= 1 - f;
        // Broadest at a third of its length.
        if (form == LeafForm::pointed) half *= f < 0.34 ? 0.25 + 0.75 * f / 0.34 : (1 - f) / 0.66;
        const bool tip = half < 1e-6;
        const int row = static_cast<int>(shape.points.size());
        shape.point(-half, y, z);
        if (!tip) shape.point(half, y, z);
        if (k > 0 && lowerCount == 2) {
            if (tip) {
                shape.face({lower, lower + 1, row});
            } else {
                shape.face({lower, lower + 1, row + 1, row});
            }
        }
        lower = row;
        lowerCount = tip ? 1 : 2;
        angle += k == 0 ? turn / 2 : turn;
        y += step * exact::cos(angle);
        z += step * exact::sin(angle);
    }
}

void addPanel(Shape& shape, glm::dvec3 size, Top top, int segments) {
    addExtrusion(shape, outlineOf(size.x, size.y, top, segments), size.z, false);
}

void addArch(Shape& shape, glm::dvec3 size, double thickness, Top top, int segments) {
    thickness = std::clamp(thickness, 0.0, std::min(size.x / 2, size.y) * 0.95);
    std::vector<glm::dvec2> outer = outlineOf(size.x, size.y, top, segments);
    const std::vector<glm::dvec2> inner = outlineOf(size.x - 2 * thickness, size.y - thickness, top, segments);
    outer.insert(outer.end(), inner.rbegin(), inner.rend());
    addExtrusion(shape, outer, size.z, false);
}

void addGateway(Shape& shape, glm::dvec3 size, glm::dvec2 opening, Top top, int segments) {
    opening.x = std::clamp(opening.x, 0.0, size.x * 0.98);
    opening.y = std::clamp(opening.y, 0.0, size.y * 0.98);
    std::vector<glm::dvec2> outline{{size.x / 2, 0}, {size.x / 2, size.y}, {-size.x / 2, size.y}, {-size.x / 2, 0}};
    const std::vector<glm::dvec2> hole = outlineOf(opening.x, opening.y, top, segments);
    outline.insert(outline.end(), hole.rbegin(), hole.rend());
    addExtrusion(shape, outline, size.z, false);
}

void addTube(Shape& shape, const std::vector<glm::dvec3>& points, const std::vector<double>& radii, int sides,
             int smoothing) {
    const std::vector<glm::dvec3> line = smoothed(points, std::clamp(smoothing, 1, 16));
    if (line.size() < 2 || radii.empty()) return;
    sides = std::clamp(sides, 3, 32);
    glm::dvec3 across{0};
    int lower = -1;
    for (size_t k = 0; k < line.size(); ++k) {
        const glm::dvec3 way = unit(line[std::min(k + 1, line.size() - 1)] - line[k == 0 ? 0 : k - 1], {0, 1, 0});
        // Carried along the curve without twist (rotation-minimising in the limit of small bends).
        if (k == 0) across = std::fabs(way.y) < 0.9 ? glm::dvec3(0, 1, 0) : glm::dvec3(0, 0, 1);
        across =
            unit(across - way * glm::dot(across, way), unit(glm::cross(way, glm::dvec3(0.36, 0.48, 0.8)), {1, 0, 0}));
        const glm::dvec3 side = glm::cross(way, across);
        const double f =
            static_cast<double>(k) / static_cast<double>(line.size() - 1) * static_cast<double>(radii.size() - 1);
        const size_t low = std::min(static_cast<size_t>(f), radii.size() - 1),
                     high = std::min(low + 1, radii.size() - 1);
        const double radius = radii[low] + (radii[high] - radii[low]) * (f - static_cast<double>(low));
        const int row = static_cast<int>(shape.points.size());
        for (int i = 0; i < sides; ++i) {
            const double angle = kTurn * (i + 0.5) / sides;
            shape.points.push_back(line[k] + (across * exact::cos(angle) + side * exact::sin(angle)) * radius);
        }
        if (k > 0) addStrip(shape, lower, row, sides, true);
        if (k == 0) addCap(shape, row, sides, false);
        if (k + 1 == line.size()) addCap(shape, row, sides, true);
        lower = row;
    }
}

void addLoft(Shape& shape, const std::vector<std::vector<glm::dvec3>>& sections, bool open) {
    if (sections.size() < 2) return;
    const int count = static_cast<int>(sections.front().size());
    if (count < (open ? 2 : 3)) return;
    int lower = -1;
    for (size_t k = 0; k < sections.size(); ++k) {
        const int row = static_cast<int>(shape.points.size());
        for (const glm::dvec3& p : sections[k]) shape.points.push_back(p);
        if (k > 0) addStrip(shape, lower, row, count, !open);
        if (!open && k == 0) addCap(shape, row, count, false);
        if (!open && k + 1 == sections.size()) addCap(shape, row, count, true);
        lower = row;
    }
}

}  // namespace sketchwalk::assets
