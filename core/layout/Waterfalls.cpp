#include <algorithm>
#include <cmath>

#include "core/layout/Areas.h"
#include "core/layout/Shapes.h"

namespace sketchwalk::layout {

namespace {

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

}  // namespace

bool isFallingWater(const Drawn& drawn) {
    return drawn.entry->id == "waterfall" &&
           (drawn.form == Form::line || (drawn.form == Form::area && area(drawn.area) >= 60));
}

void layWaterfall(Draft& draft, const Drawn& drawn) {
    // A line is drawn from its source; a patch falls at its widest end.
    Polyline course;
    if (!drawn.arms.empty()) {
        const auto longest = std::max_element(drawn.arms.begin(), drawn.arms.end(), [](const Arm& a, const Arm& b) {
            return lengthOf(a.points) < lengthOf(b.points);
        });
        course = longest->points;
    } else if (drawn.form == Form::area) {
        const OrientedBox box = minimumBox(drawn.area.outer);
        const Point axis = box.axis.y < 0 ? -box.axis : box.axis;
        const Point middle = innerPoint(drawn.area);
        course = {middle - axis * (box.length * 0.4), middle + axis * (box.length * 0.4)};
    }
    const std::vector<Polyline> onMap = clippedLine(course, draft.map());
    if (onMap.empty()) return;
    course = *std::max_element(onMap.begin(), onMap.end(),
                               [](const Polyline& a, const Polyline& b) { return lengthOf(a) < lengthOf(b); });
    const double length = lengthOf(course);
    if (drawn.form == Form::area) {
        const auto widthNear = [&](double along) {
            const Across w = acrossAt(drawn, pointAlong(course, along), tangentAlong(course, along), drawn.width);
            return w.left + w.right;
        };
        if (widthNear(0.9 * length) > widthNear(0.1 * length)) std::reverse(course.begin(), course.end());
    }
    double along = std::clamp(0.25 * length, std::min(6.0, length / 2), 40.0);
    Point flow = tangentAlong(course, along);
    if (const auto lip = lipOf(drawn, course)) {
        along = std::max(*lip - 8, 0.0);
        flow = tangentAlong(course, std::min(*lip + 6, length));
    }
    Point at = pointAlong(course, along);
    const Point left = leftOf(flow);
    const Across across = acrossAt(drawn, at, flow, drawn.width > 0 ? drawn.width : drawn.entry->size.width);
    const Point middle = at + left * ((across.left - across.right) / 2);
    if (draft.map().contains(middle)) at = middle;
    const double width = std::max(across.left + across.right, 2.0);

    Relief cliff;
    cliff.stroke = drawn.id;
    cliff.id = "cliff";
    const double half = width / 2 + 8;
    cliff.spine = {at - left * half, at, at + left * half};  // ground rises on the left of it: upstream
    cliff.width = 6;
    cliff.order = drawn.index;
    draft.layout.reliefs.push_back(std::move(cliff));

    Piece piece;
    piece.entry = drawn.entry;
    piece.drawn = static_cast<int>(&drawn - draft.drawn.data());
    piece.fixed = true;
    Placement& fall = piece.placement;
    fall.id = placementId(drawn.id, 0);
    fall.stroke = drawn.id;
    fall.category = drawn.entry->id;
    fall.qualities = drawn.qualities;
    fall.position = draft.map().contains(at + flow) ? at + flow : at;
    fall.yaw = yawToward(flow);
    fall.footprint = {std::min(width, drawn.entry->size.width * drawn.entry->maxStretch), drawn.entry->size.depth};
    fall.afloat = true;
    draft.pieces.push_back(std::move(piece));
}

}  // namespace sketchwalk::layout
