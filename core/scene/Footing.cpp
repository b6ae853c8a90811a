#include "core/scene/Footing.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "core/base/Trig.h"
#include "core/scene/WaterMesh.h"

namespace sketchwalk::scene {
namespace {

constexpr double kLeastDepth = 1.5, kMostDepth = 60;
constexpr double kHangs = 0.45;    // metres: foundations reach a little deeper
constexpr double kSinks = 0.3;     // metres the ends of a section may lie below the ground
constexpr double kShortest = 3;    // metres: a step nearer to the foot than this is the foot's own bank
constexpr double kGentle = 6;      // metres that a step may lie further back before a lower, nearer one is preferred
constexpr double kHillside = 0.2;  // rise over run: flatter ground does not turn a cave

Point onMap(const terrain::Ground& ground, Point p) {
    return {std::clamp(p.x, 0.0, ground.extent.x), std::clamp(p.y, 0.0, ground.extent.y)};
}

double groundAt(const terrain::Ground& ground, Point p) {
    return ground.heightAt(onMap(ground, p));
}

double surfaceAt(const terrain::Ground& ground, Point p) {
    return waterLevelAt(ground, onMap(ground, p), groundAt(ground, p));
}

}  // namespace

double depthBelowDeck(const terrain::Ground& ground, Point from, Point to, double startsAt, double endsAt) {
    const int steps = std::clamp(static_cast<int>(distance(from, to)), 2, 400);
    double deepest = kLeastDepth;
    for (int i = 1; i < steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        deepest = std::max(deepest, startsAt + (endsAt - startsAt) * t - groundAt(ground, from + (to - from) * t));
    }
    return std::min(deepest, kMostDepth);
}

double sectionHeight(const terrain::Ground& ground, Point a, Point b) {
    const double mean = (groundAt(ground, a) + groundAt(ground, b)) / 2;
    return std::clamp(groundAt(ground, (a + b) * 0.5) + kHangs, mean - kSinks, mean);
}

Fall fallAt(const terrain::Ground& ground, Point foot, Point front, double reach) {
    Fall fall;
    fall.below = surfaceAt(ground, foot + front * 2.0);
    double steepest = 0;
    for (double back = kShortest; back <= reach; back += 1) {
        const double drop = surfaceAt(ground, foot - front * back) - fall.below;
        const double steepness = drop / (back + kGentle);
        if (steepness <= steepest + 1e-9) continue;
        steepest = steepness;
        fall.drop = drop;
        fall.back = back;
    }
    return fall;
}

Hillside hillsideAt(const terrain::Ground& ground, Point middle, double radius) {
    Point downhill(0, 0);
    constexpr int kAround = 16;
    for (int i = 0; i < kAround; ++i) {
        const double angle = exact::radians(360.0 * i / kAround);
        const Point way(exact::cos(angle), exact::sin(angle));
        downhill -= way * groundAt(ground, middle + way * radius);
    }
    downhill = downhill * (2.0 / kAround / std::max(radius, 0.1));  // least squares: minus the gradient
    Hillside side;
    side.steep = std::sqrt(dot(downhill, downhill)) > kHillside;
    if (side.steep) side.yaw = exact::degrees(exact::atan2(downhill.x, downhill.y));
    return side;
}

double mouthHeight(const terrain::Ground& ground, Point middle, double yaw, double width, double depth) {
    const double angle = exact::radians(yaw);
    const Point front(exact::sin(angle), exact::cos(angle)), side(front.y, -front.x);
    double lowest = 1e9;
    for (const double across : {-0.25, 0.0, 0.25}) {
        lowest = std::min(lowest, groundAt(ground, middle + front * (0.45 * depth) + side * (across * width)));
    }
    return lowest;
}

}  // namespace sketchwalk::scene
