// A derivation's branches: repeat, scatter, choose, mirror, outline.
#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>

#include "core/assets/Derivation.h"
#include "core/base/Geometry.h"
#include "core/base/Hash.h"
#include "core/base/Trig.h"

namespace sketchwalk::assets {

namespace {

constexpr int kMostCopies = 2000;
constexpr std::array kMostInARow{kMostCopies, 12, 8, 5};  // by plainness
static_assert(kMostInARow.size() == Derivation::kPlainest + 1);

int countOf(double number) {
    return static_cast<int>(std::clamp(std::floor(number + 0.5), 0.0, 1.0 * kMostCopies));
}

}  // namespace

void Derivation::instance(const Node& node, const Place& place, int index, int count, const Placing& moved) {
    const size_t bound = m_bindings.size();
    bind(m_names.i, index);
    bind(m_names.n, count);
    bind(m_names.t, count > 1 ? static_cast<double>(index) / (count - 1) : 0.5);
    Place inner = place;
    inner.placing = place.placing.then(moved);
    inner.key = combine(place.key, 1000 + static_cast<uint64_t>(index));
    visitAll(node.children, inner);
    m_bindings.resize(bound);
}

void Derivation::repeat(const Node& node, const Place& place) {
    using A = Attribute;
    const uint64_t key = place.key;
    if (node.find(A::circle) != nullptr) {
        const double radius = number(node, A::circle, 1, key), arc = number(node, A::arc, 360, key);
        const double start = number(node, A::start, 0, key);
        const int count = countOf(number(node, A::count, 6, key));
        const bool whole = std::fabs(arc) >= 359.999;
        for (int i = 0; i < count; ++i) {
            const double f = whole       ? static_cast<double>(i) / count
                             : count > 1 ? static_cast<double>(i) / (count - 1)
                                         : 0.5;
            const double angle = start + (whole ? arc * f : arc * (f - 0.5));
            const glm::dmat3 turn = turnBy({0, angle, 0});
            instance(node, place, i, count, {turn, turn * glm::dvec3(0, 0, radius)});
        }
    } else if (node.find(A::grid) != nullptr) {
        const glm::dvec3 counts = vector(node, A::grid, glm::dvec3(1), key),
                         cell = vector(node, A::cell, glm::dvec3(1), key);
        const int across = std::min(countOf(counts.x), 200), deep = std::min(countOf(counts.y), 200);
        for (int i = 0; i < across * deep; ++i) {
            const double x = (i % across - (across - 1) * 0.5) * cell.x, z = (i / across - (deep - 1) * 0.5) * cell.y;
            instance(node, place, i, across * deep, {glm::dmat3(1), {x, 0, z}});
        }
    } else if (node.find(A::along) != nullptr) {
        repeatAlong(node, place);
    } else {
        const int count = countOf(number(node, A::count, 1, key));
        const glm::dvec3 step = vector(node, A::step, glm::dvec3(0), key);
        for (int i = 0; i < count; ++i) instance(node, place, i, count, {glm::dmat3(1), step * static_cast<double>(i)});
    }
}

// Modules of about a size fill a length exactly, centred about the node's place; or, with `ends`, stand at the joints.
// A plainer thing has fewer, larger ones in its long rows.
void Derivation::repeatAlong(const Node& node, const Place& place) {
    using A = Attribute;
    const glm::dvec3 along = vector(node, A::along, glm::dvec3(0), place.key);
    const double length = std::sqrt(glm::dot(along, along));
    const double size = std::max(number(node, A::size, 1, place.key), 1e-3);
    int count = node.find(A::count) != nullptr ? countOf(number(node, A::count, 1, place.key))
                                               : std::max(1, countOf(length / size));
    count = std::min(count, kMostInARow[static_cast<size_t>(m_plainness)]);
    const bool ends = number(node, A::ends, 0, place.key) != 0;
    const int copies = ends ? count + 1 : count;
    const size_t bound = m_bindings.size();
    bind(m_names.length, count > 0 ? length / count : length);
    for (int i = 0; i < copies; ++i) {
        const double f = (i + (ends ? 0.0 : 0.5)) / std::max(count, 1) - 0.5;
        instance(node, place, i, copies, {glm::dmat3(1), along * f});
    }
    m_bindings.resize(bound);
}

glm::dvec3 Derivation::scatterPoint(const Node& node, uint64_t key) const {
    using A = Attribute;
    const auto unit = [&](uint64_t n) { return toUnit(combine(key, n)); };
    if (node.find(A::disc) != nullptr) {
        const double r = number(node, A::disc, 1, key) * std::sqrt(unit(1)), a = 360 * unit(2);
        return {r * exact::sin(exact::radians(a)), 0, r * exact::cos(exact::radians(a))};
    }
    if (node.find(A::shell) != nullptr) {  // even over the upper half of the unit sphere
        const double y = 1 - unit(1), r = std::sqrt(std::max(0.0, 1 - y * y)), a = exact::radians(360 * unit(2));
        return vector(node, A::shell, glm::dvec3(1), key) * glm::dvec3(r * exact::sin(a), y, r * exact::cos(a));
    }
    if (node.find(A::volume) != nullptr) {
        const glm::dvec3 size = vector(node, A::volume, glm::dvec3(1), key);
        return {size.x * (unit(1) - 0.5), size.y * unit(2), size.z * (unit(3) - 0.5)};
    }
    const glm::dvec3 area = vector(node, A::area, glm::dvec3(1), key);
    return {area.x * (unit(1) - 0.5), 0, area.y * (unit(2) - 0.5)};
}

void Derivation::scatter(const Node& node, const Place& place) {
    using A = Attribute;
    const int count = std::min(countOf(number(node, A::count, 5, place.key)), 500);
    const double apart = number(node, A::apart, 0, place.key);
    const bool facing = number(node, A::facing, 0, place.key) != 0;
    const glm::dvec3 shell = glm::max(vector(node, A::shell, glm::dvec3(1), place.key), glm::dvec3(1e-3));
    std::vector<glm::dvec3> taken;
    for (int i = 0; i < count; ++i) {
        // The best of a few candidates keeps its distance (Mitchell, 1991); one that cannot is left out.
        glm::dvec3 best{0};
        double bestDistance = -1;
        for (uint64_t c = 0; c < (apart > 0 ? 8U : 1U); ++c) {
            const glm::dvec3 p = scatterPoint(node, combine(place.key, static_cast<uint64_t>(i) * 16 + c + 5));
            double nearest = 1e30;
            for (const glm::dvec3& other : taken) nearest = std::min(nearest, glm::dot(p - other, p - other));
            if (nearest > bestDistance) {
                bestDistance = nearest;
                best = p;
            }
        }
        if (bestDistance < apart * apart) continue;
        taken.push_back(best);
        double yaw =
            number(node, A::spin, 360, place.key) * toUnit(combine(place.key, static_cast<uint64_t>(i) + 9000));
        glm::dmat3 turn = turnBy({0, yaw, 0});
        if (facing || node.find(A::shell) != nullptr) {
            yaw = best.x == 0 && best.z == 0 ? 0 : exact::degrees(exact::atan2(best.x, best.z));
            const glm::dvec3 normal = best / (shell * shell);
            const double lean =
                exact::degrees(exact::atan2(std::sqrt(normal.x * normal.x + normal.z * normal.z), normal.y));
            const bool upright = node.find(A::shell) == nullptr || number(node, A::upright, 0, place.key) != 0;
            turn = turnBy({0, yaw, 0}) * turnBy({upright ? 0 : lean, 0, 0});
        }
        instance(node, place, i, count, {turn, best});
    }
}

void Derivation::choose(const Node& node, const Place& place) {
    double total = 0;
    std::vector<double> weights;
    for (const Choice& choice : node.choices) {
        weights.push_back(std::max(value(choice.weight, place.key), 0.0));
        total += weights.back();
    }
    double left = total * toUnit(combine(place.key, 99));
    for (size_t i = 0; i < weights.size(); ++i) {
        left -= weights[i];
        if (left >= 0 || weights[i] <= 0) continue;
        Place inner = place;
        inner.key = combine(place.key, i + 1);
        return visitAll(node.choices[i].build, inner);
    }
}

void Derivation::mirror(const Node& node, const Place& place) {
    visitAll(node.children, place);
    Place inner = place;
    Placing flip;
    flip.turn[node.mirrorZ ? 2 : 0] *= -1.0;
    inner.placing = place.placing.then(flip);
    visitAll(node.children, inner);
}

void Derivation::outline(const Node& node, const Place& place) {
    using A = Attribute;
    const double inset = std::clamp(number(node, A::inset, 0, place.key), 0.0, 100.0);
    const double size = std::max(number(node, A::size, 1e6, place.key), 2.0);
    const std::vector<glm::dvec2> corners = buildableOutline(m_wish.outline, m_size.x, m_size.z, inset);
    // Long sides get towers between.
    std::vector<glm::dvec2> line;
    for (size_t i = 0; i < corners.size(); ++i) {
        const glm::dvec2 a = corners[i], b = corners[(i + 1) % corners.size()];
        const int pieces = std::clamp(static_cast<int>(std::floor(glm::length(b - a) / size + 0.35)), 1, 12);
        for (int k = 0; k < pieces; ++k) line.push_back(a + (b - a) * (static_cast<double>(k) / pieces));
    }
    const size_t n = line.size();
    size_t gate = 0;  // the side that looks most to the front
    double bestFront = -1e30;
    const auto outwardOf = [&](size_t i) {
        const glm::dvec2 way = line[(i + 1) % n] - line[i];
        const double length = std::max(glm::length(way), 1e-9);
        return glm::dvec2(way.y, -way.x) / length;  // with a positive area in (x, z) the inside lies to the other side
    };
    for (size_t i = 0; i < n; ++i) {
        const glm::dvec2 middle = (line[i] + line[(i + 1) % n]) * 0.5;
        const double front = outwardOf(i).y * (std::fabs(m_size.z) + 1) + middle.y - 0.3 * std::fabs(middle.x);
        if (front > bestFront + 1e-9) {
            bestFront = front;
            gate = i;
        }
    }
    const Room inside = roomiest(corners);
    const size_t bound = m_bindings.size();
    bind(m_names.room, inside.radius);
    bind(m_names.corners, static_cast<double>(n));
    const auto yawOf = [](glm::dvec2 out) { return exact::degrees(exact::atan2(out.x, out.y)); };
    for (size_t i = 0; i < n; ++i) {
        const glm::dvec2 a = line[i], b = line[(i + 1) % n], middle = (a + b) * 0.5, out = outwardOf(i);
        const size_t inner = m_bindings.size();
        bind(m_names.length, glm::length(b - a));
        bind(m_names.gate, i == gate ? 1 : 0);
        instance(node, place, static_cast<int>(i), static_cast<int>(n),
                 {turnBy({0, yawOf(out), 0}), {middle.x, 0, middle.y}});
        const glm::dvec2 both = out + outwardOf((i + n - 1) % n);
        Place corner = place;
        corner.placing =
            place.placing.then({turnBy({0, glm::length(both) > 1e-6 ? yawOf(both) : 0, 0}), {a.x, 0, a.y}});
        corner.key = combine(place.key, 5000 + i);
        bind(m_names.gate, i == gate || i == (gate + 1) % n ? 1 : 0);
        visitAll(node.corners, corner);
        m_bindings.resize(inner);
    }
    Place keep = place;
    keep.placing = place.placing.then({glm::dmat3(1), {inside.centre.x, 0, inside.centre.y}});
    keep.key = combine(place.key, 4999);
    visitAll(node.inside, keep);
    m_bindings.resize(bound);
}

}  // namespace sketchwalk::assets
