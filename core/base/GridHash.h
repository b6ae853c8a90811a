// Content hashes of rasters and of plain arrays, several words at a time. Values count bit by bit: -0 and 0 differ.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <vector>

#include "core/base/Grid.h"
#include "core/base/Hash.h"

namespace sketchwalk {

// Four chains side by side, for a processor that would wait for one.
class WideHash {
  public:
    void add(const void* data, size_t size) {
        const auto* bytes = static_cast<const unsigned char*>(data);
        for (; size >= 32; bytes += 32, size -= 32) {
            std::array<uint64_t, 4> words;
            std::memcpy(words.data(), bytes, 32);
            for (size_t k = 0; k < 4; ++k) m_lanes[k] = step(m_lanes[k] ^ words[k]);
        }
        if (size == 0) return;
        std::array<uint64_t, 4> words{};
        std::memcpy(words.data(), bytes, size);
        for (size_t k = 0; k < 4; ++k) m_lanes[k] = step(m_lanes[k] ^ words[k] ^ size);
    }
    void add(uint64_t value) { m_lanes[0] = step(m_lanes[0] ^ value); }
    uint64_t value() const {
        uint64_t all = 0;
        for (const uint64_t lane : m_lanes) all = combine(all, lane);
        return all;
    }

  private:
    static constexpr uint64_t step(uint64_t x) {  // a bijection, as every link of a chain must be
        x *= 0x9e3779b97f4a7c15ULL;
        x ^= x >> 29;
        x *= 0xbf58476d1ce4e5b9ULL;
        return x ^ (x >> 32);
    }
    std::array<uint64_t, 4> m_lanes{0x243f6a8885a308d3ULL, 0x13198a2e03707344ULL, 0xa4093822299f31d0ULL,
                                    0x082efa98ec4e6c89ULL};
};

template <class T>
uint64_t hashOf(const std::vector<T>& values) {
    static_assert(std::has_unique_object_representations_v<T> || std::is_floating_point_v<T>);
    WideHash hash;
    hash.add(static_cast<uint64_t>(values.size()));
    hash.add(values.data(), values.size() * sizeof(T));
    return hash.value();
}

template <class T>
uint64_t hashOf(const Grid<T>& grid) {
    return combine(combine(static_cast<uint64_t>(grid.width()), static_cast<uint64_t>(grid.height())),
                   hashOf(grid.values()));
}

// Adds the part of a raster between two corners, the last ones included; what lies beyond the raster is left out.
template <class T>
void addWindow(WideHash& hash, const Grid<T>& grid, int x0, int y0, int x1, int y1) {
    x0 = std::max(x0, 0), y0 = std::max(y0, 0);
    x1 = std::min(x1, grid.width() - 1), y1 = std::min(y1, grid.height() - 1);
    if (x0 > x1) return;
    for (int y = y0; y <= y1; ++y) hash.add(grid.row(y) + x0, static_cast<size_t>(x1 - x0 + 1) * sizeof(T));
}

}  // namespace sketchwalk
