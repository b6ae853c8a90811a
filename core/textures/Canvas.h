// A square canvas whose edges meet: what is painted over one edge comes in at the opposite one, so that the picture
// tiles.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/Geometry.h"
#include "core/base/Hash.h"

namespace sketchwalk::textures {

inline constexpr int kSide = 512;  // pixels; a power of two
inline constexpr float kTurn = 6.2831853f;

inline size_t index(int x, int y) {  // 0..kSide - 1
    return static_cast<size_t>(y) * kSide + static_cast<size_t>(x);
}
inline uint8_t byteOf(float value) {  // of 0..1
    return static_cast<uint8_t>(std::clamp(value * 255 + 0.5f, 0.0f, 255.0f));
}

// A value for every pixel, row by row.
using Field = std::vector<float>;

struct Spot {  // a painted pixel
    Colour colour{0};
    float height = 0.5f;  // 0 the deepest hollow .. 1 the highest crest
};

// Counter-based draws for one purpose: the same i and k always give the same number.
class Chance {
  public:
    Chance(uint64_t seed, std::string_view purpose) : m_seed(randomBits(seed, purpose)) {}
    float operator()(int i, int k) const {  // [0, 1)
        return static_cast<float>(mix(m_seed + static_cast<uint64_t>(i) * 16 + static_cast<uint64_t>(k)) >> 40) *
               0x1.0p-24f;
    }
    float between(int i, int k, float low, float high) const { return low + (high - low) * (*this)(i, k); }

  private:
    uint64_t m_seed;
};

enum class Outline { round, blade, leaf };  // an ellipse; a root that runs out to a tip; pointed at both ends

// One touch of the brush. Lengths in pixels.
struct Dab {
    float x = 0, y = 0;
    float angle = 0;  // radians, of its long axis from east toward south
    float halfLength = 8, halfWidth = 4;
    Outline outline = Outline::round;
    Colour colour{0.5f};
    float height = 0.6f;  // of its rim
    float rise = 0.2f;    // of its middle above the rim
    float crease = 0;     // one side is so much lighter, the other darker: a fold along its length
    float softness = 1;   // pixels over which the rim fades
    float strength = 1;   // 0..1
    bool onTop = true;    // false: hidden where the canvas is higher already
};

// Where a pixel lies in a mosaic of jittered cells (Worley, 1996) that tiles.
struct Tessera {
    uint32_t bits = 0;     // of its cell
    float dx = 0, dy = 0;  // from the cell's centre, in cells
    float rim = 0;         // distance to the border with the nearest other cell, in cells
};

class Canvas {
  public:
    explicit Canvas(uint64_t seed, Colour fill) : m_seed(seed), m_spots(kSide * kSide, Spot{fill, 0.5f}) {}

    Chance chance(std::string_view purpose) const { return {m_seed, purpose}; }
    Spot& at(int x, int y) { return m_spots[index(x, y)]; }
    std::vector<Spot>& spots() { return m_spots; }
    const std::vector<Spot>& spots() const { return m_spots; }
    void touch(const Dab& dab);

    // Smooth noise of so many cells a side, each octave twice as fine and half as strong; about -1..1.
    Field noise(std::string_view purpose, int cells, int octaves = 1) const;

    // Calls paint(spot, tessera, x, y) for every pixel of a mosaic of cells x cells; jitter 0..1.
    template <class Paint>
    void mosaic(std::string_view purpose, int cells, float jitter, const Paint& paint);

  private:
    uint64_t m_seed;
    std::vector<Spot> m_spots;
};

inline Colour blend(Colour a, Colour b, float t) {
    return a + (b - a) * t;
}
inline float ramp(float from, float to, float value) {  // smooth 0..1
    const float t = std::clamp((value - from) / (to - from), 0.0f, 1.0f);
    return t * t * (3 - 2 * t);
}

template <class Paint>
void Canvas::mosaic(std::string_view purpose, int cells, float jitter, const Paint& paint) {
    struct Seat {
        float x, y;
        uint32_t bits;
    };
    const Chance chance(m_seed, purpose);
    const int wide = cells + 2;  // with a rim of neighbours from the opposite edge
    std::vector<Seat> seats(static_cast<size_t>(wide) * static_cast<size_t>(wide));
    for (int y = -1; y <= cells; ++y) {
        for (int x = -1; x <= cells; ++x) {
            const int cell = (y + cells) % cells * cells + (x + cells) % cells;
            seats[static_cast<size_t>((y + 1) * wide + x + 1)] = {
                static_cast<float>(x) + 0.5f + jitter * (chance(cell, 0) - 0.5f),
                static_cast<float>(y) + 0.5f + jitter * (chance(cell, 1) - 0.5f),
                static_cast<uint32_t>(chance(cell, 2) * 16777216.0f)};
        }
    }
    // Four pixels side by side: a cell is many pixels wide, but may end anywhere, so each lane looks up its own cell.
    using Four = float __attribute__((vector_size(16)));
    using Mask = int32_t __attribute__((vector_size(16)));
    const auto choose = [](Mask mask, Four yes, Four no) {
        return reinterpret_cast<Four>((mask & reinterpret_cast<Mask>(yes)) | (~mask & reinterpret_cast<Mask>(no)));
    };
    const float scale = static_cast<float>(cells) / kSide;
    for (int py = 0; py < kSide; ++py) {
        const float y = (static_cast<float>(py) + 0.5f) * scale;
        const Seat* row = &seats[static_cast<size_t>(static_cast<int>(y) * wide)];
        for (int px = 0; px < kSide; px += 4) {
            Four x, best = {1e9f, 1e9f, 1e9f, 1e9f}, bestX{}, bestY{};
            std::array<const Seat*, 4> around;
            for (int lane = 0; lane < 4; ++lane) {
                x[lane] = (static_cast<float>(px + lane) + 0.5f) * scale;
                around[static_cast<size_t>(lane)] = row + static_cast<int>(x[lane]);
            }
            std::array<Four, 9> seatX, seatY, apart;
            for (size_t n = 0; n < 9; ++n) {
                const auto at = n / 3 * static_cast<size_t>(wide) + n % 3;
                seatX[n] = Four{around[0][at].x, around[1][at].x, around[2][at].x, around[3][at].x};
                seatY[n] = Four{around[0][at].y, around[1][at].y, around[2][at].y, around[3][at].y};
                apart[n] = (seatX[n] - x) * (seatX[n] - x) + (seatY[n] - y) * (seatY[n] - y);
                const Mask first = apart[n] < best;
                bestX = choose(first, seatX[n], bestX);
                bestY = choose(first, seatY[n], bestY);
                best = choose(first, apart[n], best);
            }
            // The border lies midway between two seats; the nearest border of all counts, so that the rim is smooth.
            Four rim = {1e9f, 1e9f, 1e9f, 1e9f};
            for (size_t n = 0; n < 9; ++n) {
                const Four dx = seatX[n] - bestX, dy = seatY[n] - bestY, between = dx * dx + dy * dy;
                const Four more = apart[n] - best, squared = more * more / (between + 1e-12f);
                rim = choose((between > 1e-6f) & (squared < rim), squared, rim);
            }
            for (int lane = 0; lane < 4; ++lane) {
                // A seat stays within its cell, so its place tells which one it is.
                const int cell = static_cast<int>(std::floor(bestY[lane])) * wide +
                                 static_cast<int>(std::floor(bestX[lane])) + wide + 1;
                paint(at(px + lane, py),
                      Tessera{seats[static_cast<size_t>(cell)].bits, x[lane] - bestX[lane], y - bestY[lane],
                              0.5f * std::sqrt(rim[lane])},
                      px + lane, py);
            }
        }
    }
}

}  // namespace sketchwalk::textures
