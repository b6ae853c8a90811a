#include "core/terrain/BaseLand.h"

#include <cmath>

#include "core/base/Hash.h"
#include "core/base/Noise.h"
#include "core/base/Parallel.h"
#include "core/base/Trig.h"
#include "core/terrain/Refine.h"
#include "core/terrain/StreamPower.h"

namespace sketchwalk::terrain {

namespace {

constexpr int kPad = 4;  // coarse samples beyond the map, so that its edge is no different from its middle

struct Coarse {
    Grid<float> height;
    double spacing = 4;  // metres
    double relief = 2;   // metres, of one hill
    Point origin{0, 0};
};

// Long swells on a slight tilt. Small maps get gentle meadows, large ones hills.
Coarse swells(const Frame& frame, uint64_t seed) {
    const Point size = frame.end();
    const double longer = std::max(size.x, size.y);
    Coarse land;
    land.spacing = std::max(4.0, longer / 144);
    land.origin = Point(-kPad * land.spacing, -kPad * land.spacing);
    land.height = Grid<float>(static_cast<int>(std::ceil(size.x / land.spacing)) + 2 * kPad + 1,
                              static_cast<int>(std::ceil(size.y / land.spacing)) + 2 * kPad + 1);
    const double wave = std::clamp(longer * 0.5, 90.0, 1100.0);
    land.relief = 2.2 * exact::pow(wave / 128, 0.65);
    const double tilt = 0.008 * std::sqrt(256 / std::max(longer, 128.0));
    const double turn = 6.283185307179586 * randomUnit(seed, "land tilt");
    const Point fall(exact::cos(turn) * tilt, exact::sin(turn) * tilt);
    const uint64_t bits = randomBits(seed, "land swells");
    for (int y = 0; y < land.height.height(); ++y) {
        for (int x = 0; x < land.height.width(); ++x) {
            const Point p = land.origin + Point(x, y) * land.spacing;
            land.height(x, y) = static_cast<float>(p.x * fall.x + p.y * fall.y +
                                                   land.relief * fractalNoise(bits, p.x / wave, p.y / wave, 4));
        }
    }
    return land;
}

void blur(Grid<float>& height, int passes) {
    Grid<float> before;
    for (int pass = 0; pass < passes; ++pass) {
        before = height;
        for (int y = 0; y < height.height(); ++y) {
            for (int x = 0; x < height.width(); ++x) {
                const auto h = [&](int dx, int dy) { return before.clamped(x + dx, y + dy); };
                height(x, y) = 0.25f * h(0, 0) + 0.125f * (h(1, 0) + h(-1, 0) + h(0, 1) + h(0, -1)) +
                               0.0625f * (h(1, 1) + h(-1, 1) + h(1, -1) + h(-1, -1));
            }
        }
    }
}

// Running water joins the swells' hollows into valleys that lead to the edge.
void wearValleys(Coarse& land, const Job& job) {
    Grid<uint8_t> outlet(land.height.width(), land.height.height());
    for (int x = 0; x < outlet.width(); ++x) outlet(x, 0) = outlet(x, outlet.height() - 1) = 1;
    for (int y = 0; y < outlet.height(); ++y) outlet(0, y) = outlet(outlet.width() - 1, y) = 1;
    const auto slope = static_cast<float>(0.0015 * land.spacing);
    drain(land.height, outlet, slope);
    StreamPower how;
    how.iterations = 14;
    how.uplift = 0;
    how.strength = 0.012f;
    wear(land.height, Grid<float>(outlet.width(), outlet.height()), outlet, how, job);
    blur(land.height, 3);
    drain(land.height, outlet, slope);
    blur(land.height, 1);
}

// Small unevenness, only where the land slopes enough that it makes no puddles.
void roughen(Grid<float>& height, const Frame& frame, uint64_t seed, int threads) {
    const uint64_t bits = randomBits(seed, "land detail");
    const double wave = std::max(7.0, 4 * frame.spacing);
    const Grid<float> before = height;
    parallelRows(threads, height.height(), [&](int y) {
        for (int x = 0; x < height.width(); ++x) {
            const double gx = before.clamped(x + 1, y) - before.clamped(x - 1, y);
            const double gy = before.clamped(x, y + 1) - before.clamped(x, y - 1);
            const double slope = std::sqrt(gx * gx + gy * gy) / (2 * frame.spacing);
            const double most = std::min(0.07, 0.07 * slope * wave);
            height(x, y) +=
                static_cast<float>(most * gradientNoise(bits, x * frame.spacing / wave, y * frame.spacing / wave));
        }
    });
}

}  // namespace

Grid<float> baseLand(const Frame& frame, uint64_t seed, const Job& job) {
    Coarse land = swells(frame, seed);
    wearValleys(land, job);
    Grid<float> height = refined(land.height, land.spacing, land.origin, frame, {0, 0, frame.cols, frame.rows},
                                 Spline::smoothing, job.threads);
    float lowest = height.values().front();
    for (const float h : height.values()) lowest = std::min(lowest, h);
    for (float& h : height.values()) h += kLowestLand + 0.1f - lowest;
    roughen(height, frame, seed, job.threads);
    return height;
}

}  // namespace sketchwalk::terrain
