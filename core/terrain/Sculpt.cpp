#include "core/terrain/Sculpt.h"

#include <algorithm>
#include <cmath>

namespace sketchwalk::terrain {
namespace {

constexpr double kRisePerWidth = 0.15, kMostRise = 8;  // metres at full pressure
constexpr double kStepPerWidth = 1.0 / 6;              // height of a terrace's step
constexpr double kLeastStep = 1, kMostStep = 5;        // metres
constexpr double kBlurPerWidth = 1.0 / 6;              // reach of one of the three passes that smooth
constexpr double kMostRim = 8;                         // metres within which an area's touch fades toward its outline
constexpr double kLeastWidth = 1, kMostWidth = 512;    // metres
constexpr float kDug = 0.02f;                          // metres

// One stroke's touch: how strongly, 0..1, at the nodes of a box.
struct Touch {
    NodeBox box;
    Grid<float> strength;
};

double widthOf(const layout::Sculpt& stroke) {
    return std::isfinite(stroke.width) ? std::clamp(stroke.width, kLeastWidth, kMostWidth) : kLeastWidth;
}

// Full in the middle of the brush, level at its rim.
float falloff(double distance, double half) {
    const double t = distance / half;
    return t < 1 ? static_cast<float>((1 - t * t) * (1 - t * t)) : 0.0f;
}

void touchSegment(Touch& touch, const layout::SculptPoint& a, const layout::SculptPoint& b, double half,
                  const Frame& frame) {
    Box bounds;
    bounds.include(a.at);
    bounds.include(b.at);
    const NodeBox nodes = nodesIn(frame, bounds, half);
    const Point run = b.at - a.at;
    const double squared = run.x * run.x + run.y * run.y;
    for (int y = nodes.y0; y <= nodes.y1; ++y) {
        for (int x = nodes.x0; x <= nodes.x1; ++x) {
            const Point to = frame.at(x, y) - a.at;
            const double t = squared > 0 ? std::clamp((to.x * run.x + to.y * run.y) / squared, 0.0, 1.0) : 0.0;
            const float pressure = a.pressure + (b.pressure - a.pressure) * static_cast<float>(t);
            float& strength = touch.strength(x - touch.box.x0, y - touch.box.y0);
            strength = std::max(strength, pressure * falloff(distance(to, run * t), half));
        }
    }
}

Touch touchOf(const layout::Sculpt& stroke, const Frame& frame) {
    Touch touch;
    const double half = widthOf(stroke) / 2;
    if (stroke.points.empty()) return touch;
    const bool area = stroke.shape.outer.size() >= 3;
    Box bounds;
    if (area) {
        bounds = boundsOf(stroke.shape.outer);
    } else {
        for (const layout::SculptPoint& p : stroke.points) bounds.include(p.at);
    }
    touch.box = nodesIn(frame, bounds, area ? 3 * frame.spacing : half);
    if (touch.box.empty()) return touch;
    touch.strength = Grid<float>(touch.box.width(), touch.box.height());
    if (!area) {
        for (size_t i = 0; i < std::max<size_t>(stroke.points.size() - 1, 1); ++i)
            touchSegment(touch, stroke.points[i], stroke.points[std::min(i + 1, stroke.points.size() - 1)], half,
                         frame);
        return touch;
    }
    float pressure = 0;
    for (const layout::SculptPoint& p : stroke.points) pressure += p.pressure;
    pressure /= static_cast<float>(stroke.points.size());
    touch.strength = depthInside(stroke.shape, frame, touch.box);
    const auto rim = static_cast<float>(std::min(half, kMostRim));
    for (float& value : touch.strength.values()) value = pressure * smoothStep(0.0f, rim, value);
    return touch;
}

// Three passes of a box filter along both axes come close to a Gaussian. Beyond the map its rim goes on.
Grid<float> smoothed(const Grid<float>& height, const NodeBox& box, int radius) {
    const int margin = 3 * radius;
    Grid<float> from(box.width() + 2 * margin, box.height() + 2 * margin), to = from;
    for (int y = 0; y < from.height(); ++y) {
        for (int x = 0; x < from.width(); ++x) from(x, y) = height.clamped(box.x0 - margin + x, box.y0 - margin + y);
    }
    const auto share = 1 / static_cast<float>(2 * radius + 1);
    for (int pass = 0; pass < 6; ++pass) {
        const bool along = pass % 2 == 0;
        for (int y = 0; y < from.height(); ++y) {
            for (int x = 0; x < from.width(); ++x) {
                float sum = 0;
                for (int k = -radius; k <= radius; ++k) sum += along ? from.clamped(x + k, y) : from.clamped(x, y + k);
                to(x, y) = sum * share;
            }
        }
        std::swap(from, to);
    }
    Grid<float> result(box.width(), box.height());
    for (int y = 0; y < result.height(); ++y) {
        for (int x = 0; x < result.width(); ++x) result(x, y) = from(x + margin, y + margin);
    }
    return result;
}

// The level that a stroke flattens to: that of the ground where it began, or an area's mean.
float levelOf(const layout::Sculpt& stroke, const Touch& touch, const Grid<float>& height, const Frame& frame) {
    if (stroke.shape.outer.size() < 3) {
        const Point at = stroke.points.front().at / frame.spacing;
        return static_cast<float>(bilinear(height, at.x, at.y));
    }
    double sum = 0, weight = 0;
    for (int y = 0; y < touch.box.height(); ++y) {
        for (int x = 0; x < touch.box.width(); ++x) {
            const double share = static_cast<double>(touch.strength(x, y));
            sum += share * static_cast<double>(height(touch.box.x0 + x, touch.box.y0 + y));
            weight += share;
        }
    }
    return weight > 0 ? static_cast<float>(sum / weight) : 0.0f;
}

float terraced(float height, float step) {
    const float steps = height / step, whole = std::floor(steps);
    return step * (whole + smoothStep(0.35f, 0.65f, steps - whole));
}

void apply(Grid<float>& height, Grid<uint8_t>& marks, const layout::Sculpt& stroke, const Frame& frame) {
    const Touch touch = touchOf(stroke, frame);
    if (touch.box.empty()) return;
    const double width = widthOf(stroke);
    const bool raises = stroke.id == "raise", lowers = stroke.id == "lower", smooths = stroke.id == "smooth";
    const auto rise = static_cast<float>(std::min(kRisePerWidth * width, kMostRise)) * (lowers ? -1.0f : 1.0f);
    const auto step = static_cast<float>(std::clamp(kStepPerWidth * width, kLeastStep, kMostStep));
    const float level = levelOf(stroke, touch, height, frame);
    Grid<float> soft;
    if (smooths) {
        const int radius = static_cast<int>(std::lround(kBlurPerWidth * width / frame.spacing));
        soft = smoothed(height, touch.box, std::clamp(radius, 1, 24));
    }
    for (int y = 0; y < touch.box.height(); ++y) {
        for (int x = 0; x < touch.box.width(); ++x) {
            const float strength = touch.strength(x, y);
            if (!(strength > 0)) continue;
            float& here = height(touch.box.x0 + x, touch.box.y0 + y);
            if (raises || lowers) {
                here += rise * strength;
                if (rise * strength < -kDug) marks(touch.box.x0 + x, touch.box.y0 + y) |= kHollow;
                continue;
            }
            const float wished = smooths ? soft(x, y) : stroke.id == "terracing" ? terraced(here, step) : level;
            here += (wished - here) * smoothStep(0.0f, 0.5f, strength);
        }
    }
}

}  // namespace

void sculpt(Grid<float>& height, Grid<uint8_t>& marks, const std::vector<layout::Sculpt>& strokes, const Frame& frame) {
    for (const layout::Sculpt& stroke : strokes) apply(height, marks, stroke, frame);
}

}  // namespace sketchwalk::terrain
