#include "core/base/Noise.h"

#include <algorithm>
#include <cmath>

#include "core/base/Hash.h"

namespace sketchwalk {

namespace {

uint64_t cornerBits(uint64_t seed, int64_t x, int64_t y) {
    return mix(seed ^ (static_cast<uint64_t>(x) * 0x9e3779b97f4a7c15ULL) ^
               (static_cast<uint64_t>(y) * 0xc2b2ae3d27d4eb4fULL));
}

// One of sixteen unit directions, so that no trigonometry is needed.
double gradientDot(uint64_t bits, double x, double y) {
    static constexpr double kC[4] = {1.0, 0.92387953251128674, 0.70710678118654752, 0.38268343236508977};
    static constexpr double kS[4] = {0.0, 0.38268343236508977, 0.70710678118654752, 0.92387953251128674};
    double c = kC[bits & 3], s = kS[bits & 3];
    switch ((bits >> 2) & 3) {  // quarter turns
        case 1:
            std::swap(c, s), c = -c;
            break;
        case 2:
            c = -c, s = -s;
            break;
        case 3:
            std::swap(c, s), s = -s;
            break;
        default:
            break;
    }
    return c * x + s * y;
}

double fade(double t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
}

}  // namespace

double gradientNoise(uint64_t seed, double x, double y) {
    const double fx = std::floor(x), fy = std::floor(y);
    const auto ix = static_cast<int64_t>(fx), iy = static_cast<int64_t>(fy);
    const double u = x - fx, v = y - fy;
    const double nw = gradientDot(cornerBits(seed, ix, iy), u, v);
    const double ne = gradientDot(cornerBits(seed, ix + 1, iy), u - 1, v);
    const double sw = gradientDot(cornerBits(seed, ix, iy + 1), u, v - 1);
    const double se = gradientDot(cornerBits(seed, ix + 1, iy + 1), u - 1, v - 1);
    const double a = fade(u), b = fade(v);
    const double north = nw + (ne - nw) * a, south = sw + (se - sw) * a;
    return (north + (south - north) * b) * 1.5;
}

double fractalNoise(uint64_t seed, double x, double y, int octaves) {
    double sum = 0, strength = 0.5333;
    for (int i = 0; i < octaves; ++i) {
        sum += gradientNoise(seed + static_cast<uint64_t>(i) * 0x51ed2701ULL, x, y) * strength;
        x *= 2;
        y *= 2;
        strength *= 0.5;
    }
    return sum;
}

double cellularNoise(uint64_t seed, double x, double y) {
    const double fx = std::floor(x), fy = std::floor(y);
    double best = 1e9;
    for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 1; ++dx) {
            const uint64_t bits = cornerBits(seed, static_cast<int64_t>(fx) + dx, static_cast<int64_t>(fy) + dy);
            const double px = fx + dx + toUnit(bits) - x, py = fy + dy + toUnit(mix(bits)) - y;
            best = std::min(best, px * px + py * py);
        }
    }
    return std::sqrt(best);
}

}  // namespace sketchwalk
