#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "core/base/Hash.h"
#include "core/base/Noise.h"
#include "core/base/Raster.h"
#include "core/terrain/Relief.h"

namespace sketchwalk::terrain {

namespace {

constexpr double kRamp = 45;      // metres from a cliff's edge back to the land behind it
constexpr double kFaceRun = 0.4;  // metres across a face for each metre of its height: about 68 degrees

// Broken rock along a face: how far it stands forward or back here, metres.
float brokenness(const ReliefTask& task, Point p, double metres) {
    const double rough = std::clamp(task.shape.roughness, 0.0, 1.0);
    const double wave = std::max(9.0, 5 * task.frame.spacing);
    return static_cast<float>(rough * std::clamp(0.12 * metres, 0.5, 2.5) *
                              fractalNoise(task.seed, p.x / wave, p.y / wave, 3));
}

// Which way the base land rises over the box, as a unit vector.
Point uphill(const ReliefTask& task, const NodeBox& box) {
    const int x0 = box.x0, x1 = box.x1, y0 = box.y0, y1 = box.y1, xm = (x0 + x1) / 2, ym = (y0 + y1) / 2;
    const auto& h = task.base;
    const Point slope((h(x1, y0) + h(x1, ym) + h(x1, y1) - h(x0, y0) - h(x0, ym) - h(x0, y1)) / std::max(1, x1 - x0),
                      (h(x0, y1) + h(xm, y1) + h(x1, y1) - h(x0, y0) - h(xm, y0) - h(x1, y0)) / std::max(1, y1 - y0));
    const double length = std::sqrt(slope.x * slope.x + slope.y * slope.y);
    return length > 1e-9 ? slope / length : Point(0, -1);
}

// A flat top above a steep rim. The top is domed a little, so that it drains.
Lift plateau(const ReliefTask& task, const Polygon& shape) {
    Lift lift;
    lift.box = nodesIn(task.frame, boundsOf(shape.outer), 3 * task.frame.spacing);
    if (lift.box.empty()) return lift;
    lift.metres = depthInside(shape, task.frame, lift.box);
    float radius = 0;
    double sum = 0, count = 0;
    for (int y = 0; y < lift.box.height(); ++y) {
        for (int x = 0; x < lift.box.width(); ++x) {
            if (lift.metres(x, y) <= 0) continue;
            radius = std::max(radius, lift.metres(x, y));
            sum += task.base(lift.box.x0 + x, lift.box.y0 + y);
            ++count;
        }
    }
    if (count == 0) return {};
    const double metres = heightOf(task, 2 * radius);
    const auto mean = static_cast<float>(sum / count);
    const auto rim = static_cast<float>(std::min(std::max(0.8 * metres, 2 * task.frame.spacing), 0.7 * radius));
    for (int y = 0; y < lift.box.height(); ++y) {
        for (int x = 0; x < lift.box.width(); ++x) {
            float& d = lift.metres(x, y);
            if (d <= 0) {
                d = 0;
                continue;
            }
            const int nx = lift.box.x0 + x, ny = lift.box.y0 + y;
            const float broken = brokenness(task, task.frame.at(nx, ny), metres) * std::min(1.0f, d / rim);
            const float wall = smoothStep(0.0f, rim, d + broken);
            const float top = static_cast<float>(metres) + mean - task.base(nx, ny) + 0.006f * d;
            d = wall * std::max(top, 1.0f);
        }
    }
    return lift;
}

// A step of rock along a line: land rises on its left (walking from the first point to the last) and falls back behind.
Lift cliffAlong(const ReliefTask& task, const Polyline& spine) {
    Lift lift;
    const double width = std::isfinite(task.drawn.width) ? std::clamp(task.drawn.width, 1.0, 200.0) : 6.0;
    const double length = lengthOf(spine);
    const double metres = heightOf(task, std::max(width, std::min(0.25 * length, 30.0)));
    lift.box = nodesIn(task.frame, boundsOf(spine), kRamp + 3 * task.frame.spacing);
    if (lift.box.empty() || length <= 0) return {};
    lift.metres = Grid<float>(lift.box.width(), lift.box.height());
    const auto face = static_cast<float>(std::max(kFaceRun * metres, task.frame.spacing));
    const double end = std::min(0.3 * length, 1.2 * metres + 4);
    for (int y = 0; y < lift.box.height(); ++y) {
        for (int x = 0; x < lift.box.width(); ++x) {
            const Point p = task.frame.at(lift.box.x0 + x, lift.box.y0 + y);
            const Nearest near = nearestOnLine(spine, p);
            if (near.distance > kRamp) continue;
            const Point along = tangentAlong(spine, near.along);
            const bool left = cross(along, p - near.point) < 0;
            const auto offset = static_cast<float>(left ? near.distance : -near.distance) + brokenness(task, p, metres);
            const float step = std::clamp(offset / face + 0.5f, 0.0f, 1.0f);
            const double fromEnd = std::min(near.along, length - near.along);
            // Beyond the ends the nearest point stays the end itself: the shoulder falls off with the distance from it
            // too.
            const double aside = std::abs(glm::dot(p - near.point, along));
            const double taper = smoothStep(0.0, end, fromEnd) * (1 - smoothStep(0.0, end, aside));
            lift.metres(x, y) =
                static_cast<float>(metres * taper) * step * (1 - smoothStep(2.0f, static_cast<float>(kRamp), offset));
        }
    }
    return lift;
}

// A crag that fills its outline: sheer toward the lower land, running out in a ramp toward the higher.
Lift cliffOver(const ReliefTask& task, const Polygon& shape) {
    Lift lift;
    lift.box = nodesIn(task.frame, boundsOf(shape.outer), kRamp + 3 * task.frame.spacing);
    if (lift.box.empty()) return lift;
    const Grid<float> depth = depthInside(shape, task.frame, lift.box);
    const float radius = *std::max_element(depth.values().begin(), depth.values().end());
    if (radius <= 0) return {};
    const double metres = heightOf(task, 2 * radius);
    const auto face = static_cast<float>(std::clamp(kFaceRun * metres, 0.75 * task.frame.spacing, 0.8 * radius));
    Grid<float> block(depth.width(), depth.height());
    for (int y = 0; y < depth.height(); ++y) {
        for (int x = 0; x < depth.width(); ++x) {
            const float d = depth(x, y);
            if (d <= 0) continue;
            const Point p = task.frame.at(lift.box.x0 + x, lift.box.y0 + y);
            const float broken = brokenness(task, p, metres) * std::min(1.0f, d / face);
            block(x, y) = std::clamp((d + broken) / face, 0.0f, 1.0f);
        }
    }
    // The ramp is the block dragged uphill, lower with every step.
    const Point up = uphill(task, lift.box) / task.frame.spacing;
    const double stride = std::max(kRamp / 24, 0.5 * static_cast<double>(face));
    lift.metres = Grid<float>(depth.width(), depth.height());
    for (int y = 0; y < depth.height(); ++y) {
        for (int x = 0; x < depth.width(); ++x) {
            float best = 0;
            for (double k = 0; k < kRamp; k += stride) {
                const auto left = static_cast<float>(1 - smoothStep(0.0, kRamp, k));
                const int bx = static_cast<int>(std::floor(x - up.x * k + 0.5));
                const int by = static_cast<int>(std::floor(y - up.y * k + 0.5));
                if (block.contains(bx, by)) best = std::max(best, left * block(bx, by));
            }
            lift.metres(x, y) = best * static_cast<float>(metres);
        }
    }
    return lift;
}

}  // namespace

Lift scarp(const ReliefTask& task) {
    const Polygon shape = usable(task.drawn.shape);
    const Polyline spine = usable(task.drawn.spine);
    if (task.drawn.id == "plateau") return shape.outer.size() >= 3 ? plateau(task, shape) : Lift{};
    if (spine.size() >= 2) return cliffAlong(task, spine);
    return shape.outer.size() >= 3 ? cliffOver(task, shape) : Lift{};
}

}  // namespace sketchwalk::terrain
