#include "core/library/Fit.h"

#include <algorithm>
#include <cmath>

#include "core/library/Finish.h"

namespace sketchwalk::library {
namespace {

constexpr double kCrownRoom = 1.4;                         // a plant may be this much wider than the catalogue's
constexpr double kTallBuilding = 2.0;                      // a house, tower or rock may be this much higher
constexpr double kTallProp = 1.3;                          // a bench or statue
constexpr double kLeastStretch = 0.5, kMostStretch = 2.6;  // along a bridge
constexpr double kWider = 1.25;      // a bridge may be this much wider than wished, narrower by its inverse
constexpr double kDraught = 0.22;    // share of a boat's height below the water
constexpr double kLeastSide = 1e-4;  // file units; thinner sides bound nothing

double over(double wished, double side) {
    return wished / std::max(side, kLeastSide);
}

// Metres per file unit by what the owner says of the size; 0 where nothing is said.
double statedScale(const ReadyModel& ready) {
    double scale = 0;
    for (int axis = 0; axis < 3; ++axis) {
        const double wished = ready.stance.size[axis];
        if (wished > 0 && (scale == 0 || over(wished, ready.size[axis]) < scale))
            scale = over(wished, ready.size[axis]);
    }
    return scale;
}

double standingScale(const ReadyModel& ready, const catalogue::Entry& entry, const assets::Wish& wish) {
    const catalogue::Size& usual = entry.size;
    const glm::dvec3 size = ready.size;
    if (wish.drop > 0 && wish.span == 0) return over(wish.drop, size.y);  // a waterfall
    const double width = wish.size.x > 0 ? static_cast<double>(wish.size.x) : usual.width;
    const double depth = wish.size.z > 0 ? static_cast<double>(wish.size.z) : usual.depth;
    const double growth = std::sqrt(width * depth / (usual.width * usual.depth));
    if (const double stated = statedScale(ready); stated > 0) return stated * growth;
    if (entry.family == "plant") {
        return ready.stance.factor * std::min({over(usual.height, size.y), over(kCrownRoom * usual.width, size.x),
                                               over(kCrownRoom * usual.depth, size.z)});
    }
    const bool tall = entry.family == "building" || entry.family == "stone";
    const double highest = (tall ? kTallBuilding : kTallProp) * usual.height * growth;
    double scale = over(width, size.x);
    if (entry.family != "barrier") scale = std::min(scale, over(depth, size.z));
    // A large rock may reach over its place a little; a house may not.
    scale *= entry.family == "building" ? std::min(ready.stance.factor, 1.0) : ready.stance.factor;
    return std::min(scale, over(highest, size.y));
}

Placement3 standing(const ReadyModel& ready, const catalogue::Entry& entry, const assets::Wish& wish) {
    const double scale = standingScale(ready, entry, wish);
    const double sink = entry.stands == catalogue::Stands::water ? kDraught * ready.size.y * scale : 0;
    return {glm::dvec3(scale), {0, -sink, 0}, 0, 1, 0};
}

// Sections side by side, each a little longer or shorter than it is, so that they fill the span.
Placement3 along(const ReadyModel& ready, const catalogue::Entry& entry, const assets::Wish& wish) {
    const double stated = statedScale(ready);
    const double usual = stated > 0 ? stated : over(entry.size.height, ready.size.y) * ready.stance.factor;
    const double length = std::max(ready.size.x, kLeastSide);
    const int count = static_cast<int>(std::clamp(std::round(wish.span / (usual * length)), 1.0, 200.0));
    const double exact = wish.span / (count * length);
    const double scale = std::clamp(exact, 0.75 * usual, 1.25 * usual);
    return {{exact, scale, scale}, {0, 0, 0}, wish.drop / wish.span, count, exact * length};
}

double bridgeWidth(const catalogue::Entry& entry, const assets::Wish& wish) {
    return wish.size.x > 0 ? static_cast<double>(wish.size.x) : entry.size.width;
}

// The uniform scale of a bridge, before it is stretched along its length.
double bridgeScale(const ReadyModel& ready, const catalogue::Entry& entry, const assets::Wish& wish) {
    const double scale = over(bridgeWidth(entry, wish), ready.size.z);
    const double stretch = wish.span / (std::max(ready.size.x, kLeastSide) * scale);
    return scale * std::clamp(stretch, 1 / kWider, kWider);
}

Placement3 spanning(const ReadyModel& ready, const catalogue::Entry& entry, const assets::Wish& wish) {
    const double scale = bridgeScale(ready, entry, wish), length = std::max(ready.size.x, kLeastSide);
    return {{wish.span / length, scale, scale}, {0, -ready.deck * scale, 0}, wish.drop / wish.span, 1, wish.span};
}

}  // namespace

bool suitsSpan(const ReadyModel& ready, const catalogue::Entry& entry, const assets::Wish& wish) {
    if (!(wish.span > 0)) return true;
    const double stretch = wish.span / (std::max(ready.size.x, kLeastSide) * bridgeScale(ready, entry, wish));
    return stretch >= kLeastStretch && stretch <= kMostStretch;
}

assets::Built fitted(const ReadyModel& ready, const catalogue::Entry& entry, const assets::Wish& wish,
                     const catalogue::Palette& palette) {
    const bool snowy = std::find(wish.qualities.begin(), wish.qualities.end(), "snowy") != wish.qualities.end();
    Placement3 placement;
    if (wish.span > 0) {
        placement = entry.family == "span" ? spanning(ready, entry, wish) : along(ready, entry, wish);
    } else {
        placement = standing(ready, entry, wish);
        if (entry.family == "span") placement.move.y = -ready.deck * placement.scale.y;
    }
    return finished(ready.model, placement, snowy ? &palette : nullptr);
}

}  // namespace sketchwalk::library
