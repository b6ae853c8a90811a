// A derivation's leaves: from a node's numbers to a primitive in the mesh.
#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "core/assets/Derivation.h"
#include "core/base/Hash.h"

namespace sketchwalk::assets {

namespace {

int whole(double number) {
    return static_cast<int>(std::floor(std::clamp(number, -1e6, 1e6) + 0.5));
}

std::vector<glm::dvec2> flatPoints(const std::vector<double>& m) {
    std::vector<glm::dvec2> points;
    for (size_t i = 0; i + 1 < m.size(); i += 2) points.emplace_back(m[i], m[i + 1]);
    return points;
}

std::vector<glm::dvec3> spacePoints(const std::vector<double>& m) {
    std::vector<glm::dvec3> points;
    for (size_t i = 0; i + 2 < m.size(); i += 3) points.emplace_back(m[i], m[i + 1], m[i + 2]);
    return points;
}

// Curves may be given from either end: what came inside out is turned around.
void faceOutward(Shape& shape) {
    double volume = 0;
    for (size_t f = 0; f < shape.faces(); ++f) {
        const size_t begin = static_cast<size_t>(shape.starts[f]);
        const size_t end = f + 1 < shape.faces() ? static_cast<size_t>(shape.starts[f + 1]) : shape.corners.size();
        const auto at = [&](size_t i) { return shape.points[static_cast<size_t>(shape.corners[i])]; };
        for (size_t i = begin + 1; i + 1 < end; ++i) volume += glm::dot(at(begin), glm::cross(at(i), at(i + 1)));
    }
    if (volume >= 0) return;
    for (size_t f = 0; f < shape.faces(); ++f) {
        const auto begin = shape.corners.begin() + shape.starts[f];
        const auto end = f + 1 < shape.faces() ? shape.corners.begin() + shape.starts[f + 1] : shape.corners.end();
        std::reverse(begin, end);
    }
}

}  // namespace

bool Derivation::shapeFlat(const Node& node, const std::vector<double>& m, uint64_t key) {
    using A = Attribute;
    const auto attribute = [&](A name, double otherwise) { return number(node, name, otherwise, key); };
    const auto sized = [&] { return glm::dvec3(std::max(m[0], 0.0), std::max(m[1], 0.0), std::max(m[2], 0.0)); };
    switch (node.operation) {
        case Operation::box: {
            const double both = attribute(A::taper, 1);
            const glm::dvec3 taper = vector(node, A::taper, {both, both, 0}, key);
            addBox(m_shape, sized(), {std::max(taper.x, 0.0), std::max(taper.y, 0.0)});
            return true;
        }
        case Operation::gable:
            addGable(m_shape, sized(), attribute(A::hipped, 0));
            return true;
        case Operation::wedge:
            addWedge(m_shape, sized());
            return true;
        case Operation::roof:
            addRoof(m_shape, sized(),
                    {attribute(A::thickness, 0.18), attribute(A::eaves, 0.4), attribute(A::gables, 0.3),
                     whole(attribute(A::courses, 0)), attribute(A::hipped, 0)});
            return true;
        case Operation::hip:
            addHip(m_shape, sized(), attribute(A::ridge, std::max(m[0] - m[2], 0.0)), attribute(A::overhang, 0.3),
                   attribute(A::thickness, 0.15));
            return true;
        case Operation::panel:
            addPanel(m_shape, sized(), node.top, whole(attribute(A::segments, 6)));
            return true;
        case Operation::arch:
            addArch(m_shape, sized(), attribute(A::thickness, 0.15), node.top, whole(attribute(A::segments, 6)));
            return true;
        case Operation::gateway: {
            const glm::dvec3 opening = vector(node, A::opening, {m[0] / 2, m[1] / 2, 0}, key);
            addGateway(m_shape, sized(), {opening.x, opening.y}, node.top, whole(attribute(A::segments, 6)));
            return true;
        }
        case Operation::extrude:
            addExtrusion(m_shape, flatPoints(m), std::max(attribute(A::depth, 0.1), 0.0), attribute(A::lying, 0) != 0);
            return true;
        default:
            return false;
    }
}

void Derivation::shapeRound(const Node& node, const std::vector<double>& m, uint64_t key) {
    using A = Attribute;
    const auto attribute = [&](A name, double otherwise) { return number(node, name, otherwise, key); };
    const int sides = whole(attribute(A::sides, 8));
    switch (node.operation) {
        case Operation::cone:
            addLathe(m_shape, {{m[0], 0}, {0, m[1]}}, sides, false);
            break;
        case Operation::cylinder:
            addLathe(m_shape, {{m[0], 0}, {attribute(A::top, m[0]), m[1]}}, sides, false);
            break;
        case Operation::ring:
            addLathe(m_shape, {{m[1], 0}, {m[0], 0}, {m[0], m[2]}, {m[1], m[2]}}, sides, true);
            break;
        case Operation::lathe:
            addLathe(m_shape, flatPoints(m), sides, attribute(A::loop, 0) != 0);
            break;
        case Operation::blob: {
            const glm::dvec3 radii = m.size() == 3   ? glm::dvec3(m[0], m[1], m[2])
                                     : m.size() == 2 ? glm::dvec3(m[0], m[1], m[0])
                                                     : glm::dvec3(m[0]);
            addBlob(m_shape, radii, whole(attribute(A::detail, 1)), attribute(A::jitter, 0), attribute(A::flat, 1),
                    combine(key, 77));
            break;
        }
        case Operation::card:
            addCard(m_shape, {m[0], m[1]}, node.form, attribute(A::bend, 0), whole(attribute(A::segments, 1)));
            return;
        case Operation::tube: {
            std::vector<double> radii;
            if (const auto* given = node.find(A::radius)) {
                for (const Expression& e : *given) radii.push_back(std::max(value(e, key), 0.0));
            } else {
                radii.push_back(0.1);
            }
            addTube(m_shape, spacePoints(m), radii, sides, whole(attribute(A::smoothing, 1)));
            break;
        }
        case Operation::loft: {
            const std::vector<glm::dvec3> points = spacePoints(m);
            std::vector<std::vector<glm::dvec3>> sections;
            auto from = points.begin();
            for (const int size : node.sections) {
                sections.emplace_back(from, from + size);
                from += size;
            }
            const bool open = attribute(A::open, 0) != 0;
            addLoft(m_shape, sections, open);
            if (open) return;
            break;
        }
        default:
            return;
    }
    faceOutward(m_shape);
}

void Derivation::primitive(const Node& node, const Place& place) {
    m_shape.clear();
    const std::vector<double> numbers = mainNumbers(node, place.key);
    if (!shapeFlat(node, numbers, place.key)) shapeRound(node, numbers, place.key);
    Finish finish;
    finish.material = sceneMaterial(place.material);
    const MaterialDefinition* definition = definitionOf(place.material);
    if (m_snowy && definition != nullptr && definition->snow <= 1) {
        finish.snowMaterial = sceneMaterial(definition->material.doubleSided ? m_names.snowSheet : m_names.snow);
        finish.snowFrom = definition->snow;
    }
    if (definition != nullptr && !isPainted(place.material)) {  // a wished colour has no kin
        if (definition->top >= 0) finish.top = sceneMaterial(definition->top);
        if (definition->under >= 0) finish.under = sceneMaterial(definition->under);
        finish.topFrom = definition->topFrom;
        finish.underBelow = definition->underBelow;
    }
    finish.smooth = number(node, Attribute::smooth, 0, place.key);
    // A blob's jitter is a share of its radius and already in its shape.
    if (node.operation != Operation::blob)
        finish.jitter = std::clamp(number(node, Attribute::jitter, 0, place.key), 0.0, 100.0);
    finish.seed = combine(place.key, 78);
    m_builder.add(m_shape, place.placing, finish);
}

}  // namespace sketchwalk::assets
