// Triangles to samples: integer edge functions (Pineda 1988) with the top-left rule, so that neighbours share no sample
// and leave none out, four samples side by side. Everything is exact or plain IEEE arithmetic: the same bits on any
// machine.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "core/preview/Camera.h"

namespace sketchwalk::preview {

using Int4 = int32_t __attribute__((vector_size(16)));
using Float4 = float __attribute__((vector_size(16)));

// How the four samples of a block lie, in sub-pixels from the block's upper left corner: lane i at
// (firstX + stepX * orderX[i], firstY + stepY * orderY[i]), orders being 0..3.
struct Pattern {
    int blockWidth;  // sub-pixels; a block is one pixel high
    int firstX, stepX, firstY, stepY;
    std::array<int, 4> orderX, orderY;

    constexpr int dx(size_t lane) const { return firstX + stepX * orderX[lane]; }
    constexpr int dy(size_t lane) const { return firstY + stepY * orderY[lane]; }
    constexpr int lastX() const { return firstX + stepX * 3; }
    constexpr int lastY() const { return firstY + stepY * 3; }
};
// Four rotated samples in each pixel: anti-aliased pictures.
inline constexpr Pattern kPerPixel{kSub, 2, 4, 2, 4, {1, 3, 0, 2}, {0, 1, 2, 3}};
// Four pixels in a row with one sample each: shadow maps.
inline constexpr Pattern kAcross{4 * kSub, 8, 16, 8, 0, {0, 1, 2, 3}, {0, 0, 0, 0}};

inline bool any(Int4 mask) {  // of lanes that are all ones or all zeros
#ifdef __SSE__
    return __builtin_ia32_movmskps(reinterpret_cast<Float4>(mask)) != 0;
#else
    using Long2 = int64_t __attribute__((vector_size(16)));
    const Long2 halves = reinterpret_cast<Long2>(mask);
    return (halves[0] | halves[1]) != 0;
#endif
}
inline Float4 choose(Int4 mask, Float4 yes, Float4 no) {
    return reinterpret_cast<Float4>((mask & reinterpret_cast<Int4>(yes)) | (~mask & reinterpret_cast<Int4>(no)));
}
inline Int4 choose(Int4 mask, Int4 yes, Int4 no) {
    return (mask & yes) | (~mask & no);
}

struct TileArea {  // in blocks across and pixels down
    int pixelX = 0, pixelY = 0, blocks = 0, rows = 0;
};

enum class Facing { front, back, edgeOn };
inline Facing facing(ScreenPoint a, ScreenPoint b, ScreenPoint c) {
    // Counter-clockwise to the eye is clockwise where y grows downwards: a negative area.
    const int64_t doubled =
        static_cast<int64_t>(b.x - a.x) * (c.y - a.y) - static_cast<int64_t>(b.y - a.y) * (c.x - a.x);
    return doubled < 0 ? Facing::front : doubled > 0 ? Facing::back : Facing::edgeOn;
}

struct Edge {
    int32_t stepX, stepY, start;
    Edge(int ax, int ay, int bx, int by) {
        const int dx = bx - ax, dy = by - ay;
        stepX = -dy;
        stepY = dx;
        const bool topLeft = dy < 0 || (dy == 0 && dx > 0);
        const int64_t value = static_cast<int64_t>(dy) * ax - static_cast<int64_t>(dx) * ay - (topLeft ? 0 : 1);
        // Within a tile the sum changes by less than 2^29, so beyond 2^30 its sign is settled.
        start = static_cast<int32_t>(std::clamp<int64_t>(value, -(1 << 30), 1 << 30));
    }
    // The sum's change from the block's corner to each sample. Times 0..3 is two masks and a shift: the least of
    // processors cannot multiply four integers at once.
    template <const Pattern& P>
    Int4 lanes() const {
        constexpr auto bit = [](std::array<int, 4> order, int b) {
            return Int4{-(order[0] >> b & 1), -(order[1] >> b & 1), -(order[2] >> b & 1), -(order[3] >> b & 1)};
        };
        const int32_t x = stepX * P.stepX, y = stepY * P.stepY;
        Int4 sum = (x & bit(P.orderX, 0)) + ((x * 2) & bit(P.orderX, 1)) + (P.firstX * stepX + P.firstY * stepY);
        if constexpr (P.stepY != 0) sum += (y & bit(P.orderY, 0)) + ((y * 2) & bit(P.orderY, 1));
        return sum;
    }
};

// Calls sink(block index in the tile, mask of covered samples, q of the samples) for every block with a covered sample.
// The corners must be front or back facing (not edge-on) and none kOffScreen.
template <const Pattern& P, class Sink>
inline void rasterise(ScreenPoint a, ScreenPoint b, ScreenPoint c, bool isFront, const TileArea& tile, Sink&& sink) {
    if (isFront) std::swap(b, c);
    const int originX = tile.pixelX * kSub, originY = tile.pixelY * kSub;
    const int ax = a.x - originX, ay = a.y - originY, bx = b.x - originX, by = b.y - originY, cx = c.x - originX,
              cy = c.y - originY;
    const int lowX = std::min({ax, bx, cx}), highX = std::max({ax, bx, cx});
    const int lowY = std::min({ay, by, cy}), highY = std::max({ay, by, cy});
    constexpr int kShift = P.blockWidth == kSub ? kSubBits : kSubBits + 2;
    const int x0 = std::max((lowX - P.lastX() + P.blockWidth - 1) >> kShift, 0);
    const int x1 = std::min((highX - P.firstX) >> kShift, tile.blocks - 1);
    const int y0 = std::max((lowY - P.lastY() + kSub - 1) >> kSubBits, 0);
    const int y1 = std::min((highY - P.firstY) >> kSubBits, tile.rows - 1);
    if (x0 > x1 || y0 > y1) return;

    const Edge ab(ax, ay, bx, by), bc(bx, by, cx, cy), ca(cx, cy, ax, ay);
    const float abx = static_cast<float>(bx - ax), aby = static_cast<float>(by - ay), acx = static_cast<float>(cx - ax),
                acy = static_cast<float>(cy - ay);
    const float inverse = 1.0f / (abx * acy - aby * acx);
    const float slopeX = ((b.q - a.q) * acy - (c.q - a.q) * aby) * inverse;
    const float slopeY = ((c.q - a.q) * abx - (b.q - a.q) * acx) * inverse;
    Float4 laneQ;
    for (size_t i = 0; i < 4; ++i)
        laneQ[i] = static_cast<float>(P.dx(i)) * slopeX + static_cast<float>(P.dy(i)) * slopeY;

    const auto startOf = [&](const Edge& e) {
        return e.lanes<P>() + (e.start + e.stepX * (x0 * P.blockWidth) + e.stepY * (y0 * kSub));
    };
    Int4 rowAb = startOf(ab), rowBc = startOf(bc), rowCa = startOf(ca);
    const int32_t acrossAb = ab.stepX * P.blockWidth, acrossBc = bc.stepX * P.blockWidth,
                  acrossCa = ca.stepX * P.blockWidth;
    const float blockQ = slopeX * static_cast<float>(P.blockWidth);
    for (int y = y0; y <= y1; ++y) {
        Int4 inAb = rowAb, inBc = rowBc, inCa = rowCa;
        const float qRow =
            a.q + slopeY * static_cast<float>(y * kSub - ay) + slopeX * static_cast<float>(x0 * P.blockWidth - ax);
        const int first = y * tile.blocks;
        for (int x = x0; x <= x1; ++x) {
            const Int4 inside = (inAb | inBc | inCa) >= 0;
            if (any(inside)) sink(first + x, inside, laneQ + (qRow + blockQ * static_cast<float>(x - x0)));
            inAb += acrossAb;
            inBc += acrossBc;
            inCa += acrossCa;
        }
        rowAb += ab.stepY * kSub;
        rowBc += bc.stepY * kSub;
        rowCa += ca.stepY * kSub;
    }
}

// The part of a triangle that lies before the near plane and inside the guard band, as a fan of at most six triangles:
// calls draw(a, b, c) for each. For triangles with a corner that is kOffScreen; corners that are not finite draw
// nothing.
template <class Draw>
void clipped(const Projector& projector, std::array<glm::vec3, 3> corners, Draw&& draw) {
    std::array<glm::vec3, 9> from, to;
    size_t count = 0;
    for (const glm::vec3& corner : corners) {
        const glm::vec3 v = projector.view(corner);
        if (!(std::abs(v.x) < 1e12f && std::abs(v.y) < 1e12f && std::abs(v.z) < 1e12f)) return;
        from[count++] = v;
    }
    const float band = kGuard * 0.5f;
    for (int plane = projector.perspective ? 0 : 1; plane < 5 && count >= 3; ++plane) {
        const auto inside = [&](glm::vec3 v) {
            if (plane == 0) return v.z - kNear * 1.01f;
            const float reach = (projector.perspective ? v.z : 1.0f) * band;
            const float across = plane < 3 ? v.x : v.y;
            return (plane & 1) ? reach - across : reach + across;
        };
        size_t kept = 0;
        for (size_t i = 0; i < count; ++i) {
            const glm::vec3 p = from[i], next = from[(i + 1) % count];
            const float here = inside(p), there = inside(next);
            if (here >= 0) to[kept++] = p;
            if ((here >= 0) != (there >= 0)) to[kept++] = p + (next - p) * (here / (here - there));
        }
        from = to;
        count = kept;
    }
    for (size_t i = 2; i < count; ++i) {
        const ScreenPoint a = projector.place(from[0]), b = projector.place(from[i - 1]), c = projector.place(from[i]);
        if (a.x != kOffScreen && b.x != kOffScreen && c.x != kOffScreen) draw(a, b, c);
    }
}

}  // namespace sketchwalk::preview
