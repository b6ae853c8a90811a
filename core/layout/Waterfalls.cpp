#include <algorithm>
#include <cmath>

#include "core/layout/Areas.h"
#include "core/layout/Shapes.h"

namespace sketchwalk::layout {

namespace {

constexpr double kBankReach = 7;  // metres: half the depth of a fall whose cliff stands behind a bank

// How wide the drawn water is across `direction` at a point, as far as 60 m to each side.
struct Across {
    double left = 0, right = 0;
};

Across acrossAt(const Drawn& drawn, Point p, Point direction, double fallback) {
    if (drawn.form != Form::area) return {fallback / 2, fallback / 2};
    const AreaIndex area(drawn.area);
    const Point left = leftOf(direction);
    const auto reach = [&](Point way) {
        double r = 0;
        while (r < 60 && area.contains(p + way * (r + 0.5))) r += 0.5;
        return r;
    };
    return {reach(left), reach(-left)};
}

// Where a broad patch narrows into a stream, as metres along its course from the broad end: the water falls there.
// Empty where it does not narrow.
std::optional<double> lipOf(const Drawn& drawn, const Polyline& course) {
    if (drawn.form != Form::area) return std::nullopt;
    const double length = lengthOf(course);
    std::vector<double> widths;
    for (double along = 0; along <= length; along += 2) {
        const Across w = acrossAt(drawn, pointAlong(course, along), tangentAlong(course, along), 0);
        widths.push_back(w.left + w.right);
    }
    std::vector<double> sorted(widths.begin() + static_cast<long>(widths.size() / 2), widths.end());
    if (sorted.empty()) return std::nullopt;
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<long>(sorted.size() / 2), sorted.end());
    const double stream = sorted[sorted.size() / 2];
    for (size_t i = widths.size() / 2; i-- > 0;) {  // from the stream up to where it first is broad
        if (widths[i] > 1.7 * stream + 2) return 2.0 * static_cast<double>(i + 1);
    }
    return std::nullopt;
}

// The way the water takes: a line from its source as drawn, a patch from its broad end.
Polyline courseOf(const Drawn& drawn) {
    Polyline course;
    if (!drawn.arms.empty()) {
        const auto longest = std::max_element(drawn.arms.begin(), drawn.arms.end(), [](const Arm& a, const Arm& b) {
            return lengthOf(a.points) < lengthOf(b.points);
        });
        course = longest->points;
    } else {
        const OrientedBox box = minimumBox(drawn.area.outer);
        const Point axis = box.axis.y < 0 ? -box.axis : box.axis, middle = innerPoint(drawn.area);
        course = {middle - axis * (box.length * 0.4), middle + axis * (box.length * 0.4)};
    }
    if (drawn.form == Form::line || course.size() < 2) return course;
    const double length = lengthOf(course);
    const auto widthNear = [&](double along) {
        const Across w = acrossAt(drawn, pointAlong(course, along), tangentAlong(course, along), drawn.width);
        return w.left + w.right;
    };
    if (widthNear(0.9 * length) > widthNear(0.1 * length)) std::reverse(course.begin(), course.end());
    return course;
}

// A place on the water's rim where it may come down: the bank lies outward.
struct Rim {
    Point at{0, 0}, outward{0, -1};
};

// The best bank for the falls: behind the water as it flows off, straight, with land on the map to carry the cliff; of
// equal ones the north-western, which faces whoever looks at the map.
std::optional<Rim> bankFor(const Drawn& drawn, const Box& map, Point flow, Point lip) {
    const AreaIndex area(drawn.area);
    Polyline rim = drawn.area.outer;
    rim.push_back(rim.front());
    const double length = lengthOf(rim);
    const double turn = signedArea(drawn.area.outer) > 0 ? 1 : -1;
    std::optional<Rim> best;
    double most = -0.5;
    for (double along = 0; along < length; along += 4) {
        const auto at = [&](double t) { return pointAlong(rim, t < 0 ? t + length : t > length ? t - length : t); };
        const Point p = at(along), chord = at(along + 10) - at(along - 10);
        const double straight = std::sqrt(dot(chord, chord)) / 20;
        const Point outward = leftOf(unitOr(chord, {1, 0})) * turn;
        if (dot(p - lip, flow) > -10 || straight < 0.9) continue;  // downstream, or a corner
        bool land = true;
        for (const double back : {4.0, 12.0, 20.0}) {
            const Point q = p + outward * back;
            land = land && map.contains(q) && !area.contains(q);
        }
        const double score = dot(outward, -flow) - 0.2 * dot(outward, Point(0.7, 0.7)) + straight -
                             (map.grown(-30).contains(p) ? 0.0 : 0.4);
        if (!land || score <= most) continue;
        most = score;
        best = Rim{p, outward};
    }
    return best;
}

}  // namespace

bool isFallingWater(const Drawn& drawn) {
    return drawn.entry->id == "waterfall" &&
           (drawn.form == Form::line || (drawn.form == Form::area && area(drawn.area) >= 60));
}

void layWaterfall(Draft& draft, const Drawn& drawn) {
    Polyline course = courseOf(drawn);
    const std::vector<Polyline> onMap = clippedLine(course, draft.map());
    if (onMap.empty()) return;
    course = *std::max_element(onMap.begin(), onMap.end(),
                               [](const Polyline& a, const Polyline& b) { return lengthOf(a) < lengthOf(b); });
    const double length = lengthOf(course);
    // Where a line begins; where a patch has a bank for it, else where it narrows, else in its upper part.
    Point flow = tangentAlong(course, 0), at = course.front();
    double width = drawn.width > 0 ? drawn.width : drawn.entry->size.width;
    bool bank = drawn.form == Form::line;
    if (drawn.form == Form::area) {
        const double lip = lipOf(drawn, course).value_or(std::clamp(0.25 * length, std::min(6.0, length / 2), 40.0));
        at = pointAlong(course, lip);
        flow = tangentAlong(course, std::min(lip + 6, length));
        const Across stream = acrossAt(drawn, pointAlong(course, (lip + length) / 2), flow, width);
        width = std::max(stream.left + stream.right, 2.0);
        if (const auto rim = bankFor(drawn, draft.map(), flow, at)) {
            at = rim->at;
            flow = -rim->outward;
            bank = true;
        }
    }
    width = std::clamp(width, drawn.entry->size.width * 0.5, drawn.entry->size.width * 3);
    if (bank) {
        Relief cliff;
        cliff.stroke = drawn.id;
        cliff.id = "cliff";
        const Point edge = at - flow * 2.5, half = leftOf(flow) * (width / 2 + 24);
        cliff.spine = {edge - half, edge, edge + half};  // ground rises on the left of it: behind the falls
        cliff.width = 6;
        cliff.order = drawn.index;
        draft.layout.reliefs.push_back(std::move(cliff));
    }
    Piece piece;
    piece.entry = drawn.entry;
    piece.drawn = static_cast<int>(&drawn - draft.drawn.data());
    piece.fixed = true;
    Placement& fall = piece.placement;
    fall.id = placementId(drawn.id, 0);
    fall.stroke = drawn.id;
    fall.category = drawn.entry->id;
    fall.qualities = drawn.qualities;
    // At a bank it reaches back to the cliff, so that nothing else grows in between.
    const double depth = bank ? 2 * kBankReach : drawn.entry->size.depth;
    const Point middle = bank ? at - flow * (kBankReach - 3) : at + flow;
    fall.position = draft.map().contains(middle) ? middle : at;
    fall.yaw = yawToward(flow);
    fall.footprint = {width, depth};
    fall.afloat = true;
    draft.pieces.push_back(std::move(piece));
}

}  // namespace sketchwalk::layout
