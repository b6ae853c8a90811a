#include "core/assets/ConvexPieces.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <optional>

namespace sketchwalk::assets {
namespace {

constexpr int kMostCuts = 6;         // cuts one after another
constexpr double kAir = 0.12;        // share of a hull that need not be filled
constexpr double kLittleAir = 0.02;  // cubic metres that never matter
constexpr double kHollow = 0.15;     // cubic metres of air from which a solid is cut
constexpr double kMargin = 0.08;     // metres: no cut nearer to an end
constexpr size_t kCutsPerAxis = 6;
constexpr double kSticksOut = 0.25;  // metres: less is decoration
constexpr float kTouching = 0.1f;    // metres between boxes of neighbours

struct Cut {
    std::optional<ConvexHull> below, above;
    Halves halves;
    double volume = 0;  // of both hulls
};

// Places for a cut across an axis: the middle, and those where the solid has corners.
std::vector<double> placesAlong(const std::vector<glm::vec3>& corners, const glm::dvec3& axis) {
    std::vector<double> at;
    for (const glm::vec3& corner : corners) at.push_back(glm::dot(axis, glm::dvec3(corner)));
    std::sort(at.begin(), at.end());
    const double low = at.front(), high = at.back();
    std::vector<double> inner;
    for (const double place : at) {
        if (place > low + kMargin && place < high - kMargin && (inner.empty() || place > inner.back() + kMargin))
            inner.push_back(place);
    }
    std::vector<double> chosen;
    for (size_t i = 0; i < std::min(inner.size(), kCutsPerAxis); ++i)
        chosen.push_back(inner.size() <= kCutsPerAxis ? inner[i] : inner[i * (inner.size() - 1) / (kCutsPerAxis - 1)]);
    if (high - low > 2 * kMargin) chosen.push_back((low + high) / 2);
    return chosen;
}

// Nothing where the hulls together are no smaller than `limit`.
std::optional<Cut> tried(const Solid& solid, const glm::dvec3& axis, double at, double limit) {
    Cut cut;
    cut.halves = assets::cut(solid, axis, at);
    cut.below = convexHull(cornersOf(cut.halves.below));
    cut.volume = cut.below ? volume(*cut.below) : 0;
    if (cut.volume >= limit) return std::nullopt;
    cut.above = convexHull(cornersOf(cut.halves.above));
    cut.volume += cut.above ? volume(*cut.above) : 0;
    if (cut.volume >= limit) return std::nullopt;
    return cut;
}

void split(const Solid& solid, ConvexHull hull, int depth, std::vector<ConvexPiece>& out) {
    const double hullVolume = volume(hull), filled = volume(solid);
    if (depth == 0 || hullVolume - filled <= std::max(kAir * hullVolume, kHollow)) {
        out.push_back({std::move(hull), std::clamp(filled, 0.0, hullVolume)});
        return;
    }
    const std::vector<glm::vec3> corners = cornersOf(solid);
    const UprightBox box = uprightBox(corners);
    Cut best;
    best.volume = 0.98 * hullVolume;
    for (const glm::dvec3& axis : {box.along(), box.across(), glm::dvec3(0, 1, 0)}) {
        for (const double at : placesAlong(corners, axis)) {
            if (auto cut = tried(solid, axis, at, best.volume - 1e-9)) best = std::move(*cut);
        }
    }
    if (best.halves.below.empty()) {  // no cut frees anything
        out.push_back({std::move(hull), std::clamp(filled, 0.0, hullVolume)});
        return;
    }
    if (best.below) split(best.halves.below, std::move(*best.below), depth - 1, out);
    if (best.above) split(best.halves.above, std::move(*best.above), depth - 1, out);
}

struct Bounds {
    glm::vec3 low, high;
};

Bounds hullBounds(const ConvexHull& hull) {
    Bounds bounds{hull.points.front(), hull.points.front()};
    for (const glm::vec3& p : hull.points) bounds = {glm::min(bounds.low, p), glm::max(bounds.high, p)};
    return bounds;
}

bool touch(const Bounds& a, const Bounds& b) {
    for (int k = 0; k < 3; ++k) {
        if (a.low[k] > b.high[k] + kTouching || b.low[k] > a.high[k] + kTouching) return false;
    }
    return true;
}

bool decorates(const ConvexHull& small, const ConvexHull& large) {
    return std::all_of(small.points.begin(), small.points.end(),
                       [&](const glm::vec3& p) { return outside(large, p) < kSticksOut; });
}

// Largest first, without what only decorates a larger one.
std::vector<ConvexPiece> standing(std::vector<ConvexPiece> pieces) {
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const ConvexPiece& a, const ConvexPiece& b) { return volume(a.hull) > volume(b.hull); });
    std::vector<ConvexPiece> kept;
    for (ConvexPiece& piece : pieces) {
        if (std::none_of(kept.begin(), kept.end(),
                         [&](const auto& large) { return decorates(piece.hull, large.hull); }))
            kept.push_back(std::move(piece));
    }
    return kept;
}

// Two neighbours and what merging them would do.
struct Pair {
    size_t a = 0, b = 0;
    ConvexPiece both;
    double air = 0;  // cubic metres in the common hull that neither hull held
    bool harmless = false;
};

std::optional<Pair> pairOf(const std::vector<ConvexPiece>& pieces, size_t a, size_t b) {
    std::vector<glm::vec3> points = pieces[a].hull.points;
    points.insert(points.end(), pieces[b].hull.points.begin(), pieces[b].hull.points.end());
    auto hull = convexHull(points);
    if (!hull) return std::nullopt;
    const double size = volume(*hull), filled = std::min(size, pieces[a].solid + pieces[b].solid);
    const double air = size - volume(pieces[a].hull) - volume(pieces[b].hull);
    return Pair{a, b, {std::move(*hull), filled}, air, size - filled <= kAir * size + kLittleAir};
}

}  // namespace

std::vector<ConvexPiece> convexPieces(const Solid& solid) {
    std::vector<ConvexPiece> pieces;
    if (auto hull = convexHull(cornersOf(solid))) split(solid, std::move(*hull), closed(solid) ? kMostCuts : 0, pieces);
    return pieces;
}

std::vector<ConvexPiece> merged(std::vector<ConvexPiece> pieces, size_t most) {
    pieces = standing(std::move(pieces));
    std::vector<Bounds> bounds;
    for (const ConvexPiece& piece : pieces) bounds.push_back(hullBounds(piece.hull));
    std::vector<bool> gone(pieces.size(), false);
    std::vector<Pair> pairs;
    const auto pairUp = [&](size_t a, size_t from) {
        for (size_t b = from; b < pieces.size(); ++b) {
            if (b == a || gone[b] || !touch(bounds[a], bounds[b])) continue;
            if (auto pair = pairOf(pieces, a, b)) pairs.push_back(std::move(*pair));
        }
    };
    for (size_t a = 0; a < pieces.size(); ++a) pairUp(a, a + 1);
    size_t left = pieces.size();
    while (true) {
        Pair* best = nullptr;
        for (Pair& pair : pairs) {
            if ((pair.harmless || left > most) && (!best || pair.air < best->air)) best = &pair;
        }
        if (!best) break;
        const size_t a = best->a, b = best->b;
        pieces[a] = std::move(best->both);
        bounds[a] = hullBounds(pieces[a].hull);
        gone[b] = true;
        --left;
        std::erase_if(pairs,
                      [&](const Pair& pair) { return pair.a == a || pair.b == a || pair.a == b || pair.b == b; });
        pairUp(a, 0);
    }
    std::vector<ConvexPiece> kept;
    for (size_t i = 0; i < pieces.size(); ++i) {
        if (!gone[i]) kept.push_back(std::move(pieces[i]));
    }
    kept = standing(std::move(kept));
    if (kept.size() > most) kept.resize(most);  // the smallest of those that touch nothing
    return kept;
}

}  // namespace sketchwalk::assets
