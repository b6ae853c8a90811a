#include "core/preview/Speckle.h"

#include <cmath>

namespace sketchwalk::preview {
namespace {

uint32_t scramble(int32_t x, int32_t y, uint32_t seed) {
    uint32_t h = static_cast<uint32_t>(x) * 0x8da6b343u ^ static_cast<uint32_t>(y) * 0xd8163841u ^ seed * 0xcb1ab31fu;
    h ^= h >> 15;
    h *= 0x2c1b3c6du;
    h ^= h >> 12;
    h *= 0x297a2d39u;
    return h ^ (h >> 15);
}
float unit(uint32_t h) {
    return static_cast<float>(h >> 8) * (1.0f / 16777216.0f);
}

int32_t floorOf(float x) {
    const float safe = x > -1e8f ? (x < 1e8f ? x : 1e8f) : -1e8f;
    const auto i = static_cast<int32_t>(safe);
    return static_cast<float>(i) > safe ? i - 1 : i;
}

}  // namespace

float speckle(float x, float y, uint32_t seed) {
    return speckleSlope(x, y, seed).value;
}

Slope speckleSlope(float x, float y, uint32_t seed) {
    const int32_t ix = floorOf(x), iy = floorOf(y);
    const float fx = x - static_cast<float>(ix), fy = y - static_cast<float>(iy);
    const float a = unit(scramble(ix, iy, seed)), b = unit(scramble(ix + 1, iy, seed));
    const float c = unit(scramble(ix, iy + 1, seed)), d = unit(scramble(ix + 1, iy + 1, seed));
    const float sx = fx * fx * (3 - 2 * fx), sy = fy * fy * (3 - 2 * fy);
    const float slopeX = 6 * fx * (1 - fx), slopeY = 6 * fy * (1 - fy);
    const float north = a + (b - a) * sx, south = c + (d - c) * sx;
    return {north + (south - north) * sy, ((b - a) + ((d - c) - (b - a)) * sy) * slopeX, (south - north) * slopeY};
}

CellDistance cells(float x, float y, uint32_t seed) {
    const int32_t ix = floorOf(x), iy = floorOf(y);
    CellDistance best{1e9f, 1e9f, 0};
    for (int32_t cy = iy - 1; cy <= iy + 1; ++cy) {
        for (int32_t cx = ix - 1; cx <= ix + 1; ++cx) {
            const uint32_t h = scramble(cx, cy, seed);
            const float px = static_cast<float>(cx) + 0.1f + 0.8f * unit(h) - x;
            const float py = static_cast<float>(cy) + 0.1f + 0.8f * unit(h * 0x9e3779b1u + 0x7f4a7c15u) - y;
            const float d = px * px + py * py;
            if (d < best.nearest) {
                best.second = best.nearest;
                best.nearest = d;
                best.id = h;
            } else if (d < best.second) {
                best.second = d;
            }
        }
    }
    best.nearest = std::sqrt(best.nearest);
    best.second = std::sqrt(best.second);
    return best;
}

}  // namespace sketchwalk::preview
