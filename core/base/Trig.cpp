#include "core/base/Trig.h"

#include <cmath>
#include <cstdint>
#include <cstring>

namespace sketchwalk::exact {

namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kLn2High = 0.693147180369123816490, kLn2Low = 1.90821492927058770002e-10;

// Taylor sums on [-pi/4, pi/4]; the first term left out is below 1e-15.
double sinCore(double x) {
    const double z = x * x;
    return x * (1 + z * (-1.0 / 6 +
                         z * (1.0 / 120 + z * (-1.0 / 5040 + z * (1.0 / 362880 +
                                                                  z * (-1.0 / 39916800 + z * (1.0 / 6227020800.0)))))));
}

double cosCore(double x) {
    const double z = x * x;
    return 1 + z * (-0.5 + z * (1.0 / 24 +
                                z * (-1.0 / 720 +
                                     z * (1.0 / 40320 +
                                          z * (-1.0 / 3628800 + z * (1.0 / 479001600 + z * (-1.0 / 87178291200.0)))))));
}

// sin(x + quarter * pi/2)
double turned(double x, int64_t quarter) {
    const double k = std::floor(x * (2 / kPi) + 0.5);
    if (!(std::abs(k) < 1e15)) return 0;  // not a number, or so large that the angle means nothing
    const double rest = (x - k * 1.57079632673412561417e+00) - k * 6.07710050650619224932e-11;
    switch ((static_cast<int64_t>(k) + quarter) & 3) {
        case 0:
            return sinCore(rest);
        case 1:
            return cosCore(rest);
        case 2:
            return -sinCore(rest);
        default:
            return -cosCore(rest);
    }
}

double atanCore(double x) {  // |x| <= tan(pi/16)
    const double z = x * x;
    double sum = 0;
    for (int n = 19; n >= 1; n -= 2) sum = ((n & 2) ? -1.0 : 1.0) / n + z * sum;
    return x * sum;
}

double atanUnit(double x) {  // 0 <= x <= 1: two half-angle steps bring x below tan(pi/16)
    x = x / (1 + std::sqrt(1 + x * x));
    x = x / (1 + std::sqrt(1 + x * x));
    return 4 * atanCore(x);
}

double scaled(double x, int64_t power) {  // x * 2^power
    while (power > 1000) x *= 0x1p1000, power -= 1000;
    while (power < -1000) x *= 0x1p-1000, power += 1000;
    const uint64_t bits = static_cast<uint64_t>(power + 1023) << 52;
    double factor;
    std::memcpy(&factor, &bits, 8);
    return x * factor;
}

}  // namespace

double sin(double radians) {
    return turned(radians, 0);
}
double cos(double radians) {
    return turned(radians, 1);
}

double atan2(double y, double x) {
    const double ax = std::abs(x), ay = std::abs(y);
    if (!(ax + ay > 0)) return 0;
    double angle = ay <= ax ? atanUnit(ay / ax) : kPi / 2 - atanUnit(ax / ay);
    if (x < 0) angle = kPi - angle;
    return y < 0 ? -angle : angle;
}

double exp(double x) {
    if (x != x) return x;
    if (x > 709.7) return HUGE_VAL;
    if (x < -745) return 0;
    const double k = std::floor(x / (kLn2High + kLn2Low) + 0.5);
    const double r = (x - k * kLn2High) - k * kLn2Low;
    double sum = 1;
    for (int n = 14; n >= 1; --n) sum = 1 + r / n * sum;
    return scaled(sum, static_cast<int64_t>(k));
}

double log(double x) {
    if (!(x > 0)) return -HUGE_VAL;
    int exponent = 0;
    double m = std::frexp(x, &exponent);  // exact: only moves the exponent
    if (m < 0.70710678118654752) m *= 2, --exponent;
    const double t = (m - 1) / (m + 1), z = t * t;
    double sum = 0;
    for (int n = 21; n >= 1; n -= 2) sum = 1.0 / n + z * sum;
    return exponent * kLn2High + (2 * t * sum + exponent * kLn2Low);
}

double pow(double base, double exponent) {
    if (exponent == 0 || base == 1) return 1;
    if (base <= 0) return 0;
    return exp(exponent * log(base));
}

}  // namespace sketchwalk::exact
