#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <utility>

#include "core/base/Trig.h"
#include "core/library/Fit.h"

namespace sketchwalk::library {
namespace {

constexpr double kOblong = 1.3;  // of a model's sides, from which its long side is clear
constexpr double kFoot = 0.08;   // share of a plant's height in which its trunk is looked for

// Every point and direction of the model by x, y, z -> the given signed axes. A pure rotation.
struct Turn {
    int from[3] = {0, 1, 2};
    float sign[3] = {1, 1, 1};
    glm::vec3 of(glm::vec3 v) const { return {sign[0] * v[from[0]], sign[1] * v[from[1]], sign[2] * v[from[2]]}; }
};
constexpr Turn kUpright{{0, 2, 1}, {1, 1, -1}};     // z up becomes y up
constexpr Turn kHalf{{0, 1, 2}, {-1, 1, -1}};       // -z to the front
constexpr Turn kFromPlusX{{2, 1, 0}, {-1, 1, 1}};   // +x to the front
constexpr Turn kFromMinusX{{2, 1, 0}, {1, 1, -1}};  // -x to the front

void measure(Model& model) {
    bool any = false;
    for (const auto& primitive : model.primitives) {
        for (const glm::vec3 p : primitive.positions) {
            model.min = any ? glm::min(model.min, p) : p;
            model.max = any ? glm::max(model.max, p) : p;
            any = true;
        }
    }
}

void turn(Model& model, const Turn& by) {
    for (auto& primitive : model.primitives) {
        for (glm::vec3& p : primitive.positions) p = by.of(p);
        for (glm::vec3& n : primitive.normals) n = by.of(n);
        for (glm::vec4& t : primitive.tangents) t = glm::vec4(by.of(glm::vec3(t)), t.w);
    }
    measure(model);
}

// Counter-clockwise about +Y, seen from above.
void swing(Model& model, double degrees) {
    const double c = exact::cos(exact::radians(degrees)), s = exact::sin(exact::radians(degrees));
    const auto of = [&](glm::vec3 v) { return glm::vec3(glm::dvec3(v.x * c + v.z * s, v.y, v.z * c - v.x * s)); };
    for (auto& primitive : model.primitives) {
        for (glm::vec3& p : primitive.positions) p = of(p);
        for (glm::vec3& n : primitive.normals) n = of(n);
        for (glm::vec4& t : primitive.tangents) t = glm::vec4(of(glm::vec3(t)), t.w);
    }
    measure(model);
}

void move(Model& model, glm::vec3 by) {
    for (auto& primitive : model.primitives) {
        for (glm::vec3& p : primitive.positions) p += by;
    }
    measure(model);
}

// Height of the topmost surface over a point.
std::optional<double> topAt(const Model& model, double x, double z) {
    std::optional<double> top;
    for (const auto& primitive : model.primitives) {
        for (size_t i = 0; i + 2 < primitive.indices.size(); i += 3) {
            const auto corner = [&](size_t k) { return glm::dvec3(primitive.positions[primitive.indices[i + k]]); };
            const glm::dvec3 a = corner(0), b = corner(1) - a, c = corner(2) - a;
            const double area = b.x * c.z - b.z * c.x;
            if (std::abs(area) < 1e-12) continue;
            const double u = ((x - a.x) * c.z - (z - a.z) * c.x) / area, v = (b.x * (z - a.z) - b.z * (x - a.x)) / area;
            if (u < 0 || v < 0 || u + v > 1) continue;
            const double y = a.y + u * b.y + v * c.y;
            if (!top || y > *top) top = y;
        }
    }
    return top;
}

// The deck at the end toward `side` (+1, -1) along x: the lowest of a few places, so that no post counts.
std::optional<double> deckAt(const Model& model, double side) {
    const glm::dvec3 middle = glm::dvec3(model.min + model.max) * 0.5, half = glm::dvec3(model.max - model.min) * 0.5;
    std::optional<double> deck;
    for (const double across : {0.0, -0.15, 0.15}) {
        for (const double along : {0.94, 0.88}) {
            const auto top = topAt(model, middle.x + side * along * half.x, middle.z + across * half.z);
            if (top && (!deck || *top < *deck)) deck = top;
        }
    }
    return deck;
}

// How high things stand at the ends of an axis, between the sides: railings, where it is not the way across.
double heightAtEnds(const Model& model, int axis) {
    const glm::vec3 middle = (model.min + model.max) * 0.5f, half = (model.max - model.min) * 0.5f;
    float highest = model.min.y;
    for (const auto& primitive : model.primitives) {
        for (const glm::vec3 p : primitive.positions) {
            const glm::vec3 from = glm::abs(p - middle);
            if (from[axis] > 0.8f * half[axis] && from[2 - axis] < 0.5f * half[2 - axis])
                highest = std::max(highest, p.y);
        }
    }
    return static_cast<double>(highest);
}

bool alongZ(const Model& model, const catalogue::Entry& entry) {
    const glm::vec3 size = model.max - model.min;
    if (entry.family == "span") {
        const double x = heightAtEnds(model, 0), z = heightAtEnds(model, 2);
        if (std::abs(x - z) > 0.05 * static_cast<double>(size.y)) return z < x;
    }
    return size.z > size.x * 1.0001f;
}

// Turns what has no face until its long side lies as the catalogue's does.
void layOblong(Model& model, const catalogue::Entry& entry) {
    const glm::dvec3 size(model.max - model.min);
    if (entry.family != "prop" && entry.family != "craft") return;
    const bool deep = entry.size.depth > 1.5 * entry.size.width, wide = entry.size.width > 1.5 * entry.size.depth;
    if ((deep && size.x > kOblong * size.z) || (wide && size.z > kOblong * size.x)) turn(model, kFromPlusX);
}

// Plants stand on their trunk, wherever the crown leans.
glm::vec3 footOf(const Model& model, bool plant) {
    const glm::vec3 middle = (model.min + model.max) * 0.5f;
    if (!plant) return {middle.x, model.min.y, middle.z};
    const float limit = model.min.y + static_cast<float>(kFoot) * (model.max.y - model.min.y);
    glm::vec3 low(0), high(0);
    bool any = false;
    for (const auto& primitive : model.primitives) {
        for (const glm::vec3 p : primitive.positions) {
            if (p.y > limit) continue;
            low = any ? glm::min(low, p) : p;
            high = any ? glm::max(high, p) : p;
            any = true;
        }
    }
    return {(low.x + high.x) * 0.5f, model.min.y, (low.z + high.z) * 0.5f};
}

}  // namespace

Result<ReadyModel> madeReady(Model model, const catalogue::Entry& entry, const Stance& stance) {
    measure(model);
    if (stance.up == Up::z) turn(model, kUpright);
    if (stance.turn != 0) swing(model, stance.turn);
    if (stance.front == Front::minusZ) turn(model, kHalf);
    if (stance.front == Front::plusX) turn(model, kFromPlusX);
    if (stance.front == Front::minusX) turn(model, kFromMinusX);
    const bool spans = entry.family == "span" || (entry.family == "barrier" && entry.id != "gate");
    if (spans && (stance.front == Front::unknown ? alongZ(model, entry) : entry.family == "span")) {
        turn(model, kFromPlusX);
    }
    if (stance.front == Front::unknown && entry.id == "gate" &&
        model.max.z - model.min.z > static_cast<float>(kOblong) * (model.max.x - model.min.x)) {
        turn(model, kFromPlusX);
    }
    if (stance.front == Front::unknown) layOblong(model, entry);
    move(model, -footOf(model, entry.family == "plant"));
    ReadyModel ready;
    ready.size = glm::dvec3(model.max - model.min);
    ready.stance = stance;
    if (entry.family == "span") {
        const auto west = deckAt(model, -1), east = deckAt(model, 1);
        if (!west || !east) return fail(ErrorKind::input, "it has no deck at its ends, so it is no bridge to walk on");
        if (std::abs(*west - *east) > 0.25 * ready.size.y) {
            return fail(ErrorKind::input, "its deck is not level from end to end");
        }
        ready.deck = std::max(*west, *east);
    }
    ready.model = std::move(model);
    return ready;
}

}  // namespace sketchwalk::library
