// What the look of the ground depends on, as rasters: tone, steepness, hollows, shores, roads, drawn fields.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "core/base/Grid.h"
#include "core/base/Job.h"
#include "core/layout/Layout.h"
#include "core/terrain/Ground.h"

namespace sketchwalk::scene {

// Noise on a coarse lattice, to be read between its points: a thousandth of the work of evaluating it in every pixel.
struct NoiseField {
    Grid<float> values;
    double step = 1;  // metres

    NoiseField() = default;
    NoiseField(uint64_t seed, double feature, int octaves, Point extent, double finest, int threads);
    float at(float x, float y) const {  // metres
        return static_cast<float>(bilinear(values, static_cast<double>(x) / step, static_cast<double>(y) / step));
    }
};

struct Plot {                        // a field with rows of its own
    float acrossX = 1, acrossY = 0;  // unit, across its rows
    float centreX = 0, centreY = 0;  // metres, in the middle of a row
    uint64_t bits = 0;               // its own chance
};

// The drawn fields and which one each cell lies in; the first 255 of them.
struct Plots {
    std::vector<Plot> plots;
    Grid<uint8_t> of;  // cells: 0 none, else 1 + index; empty where no field was drawn

    Plots() = default;
    Plots(const terrain::Ground& ground, const layout::Layout* layout);
    const Plot* at(int x, int y) const {
        if (of.empty()) return nullptr;
        const uint8_t plot = of.clamped(x, y);
        return plot > 0 ? &plots[plot - 1u] : nullptr;
    }
};

struct GroundFields {
    NoiseField broad;    // patches of 240 m and 34 m, -1..1
    NoiseField middle;   // of 6.5 m
    Grid<float> steep;   // cells: rise over run
    Grid<float> hollow;  // cells: -1 ridge .. 1 hollow
    Grid<float> road;    // cells: metres to the nearest road or path, negative on it: from its edge; 1e9 without one
    Grid<float> depth;   // nodes: metres of water; empty where there is none
    Plots plots;

    GroundFields(const terrain::Ground& ground, uint64_t seed, const layout::Layout* layout, const Job& job);
};

// Where the pixels of a row lie between the columns of a grid.
struct Columns {
    std::vector<int> left;
    std::vector<float> part;  // 0..1 toward the next column

    // Grid coordinate of pixel i: first + i * step; of the pixels from `west` on.
    Columns(int west, int pixels, int columns, double first, double step)
        : left(static_cast<size_t>(pixels)), part(static_cast<size_t>(pixels)) {
        for (int i = 0; i < pixels; ++i) {
            const double at = std::clamp(first + static_cast<double>(west + i) * step, 0.0, columns - 1.0);
            left[static_cast<size_t>(i)] = static_cast<int>(at);
            part[static_cast<size_t>(i)] = static_cast<float>(at - static_cast<int>(at));
        }
    }
    // The columns that are read, the last one included.
    int from() const { return left.front(); }
    int to(int columns) const { return std::min(left.back() + 1, columns - 1); }
};

// Part of a row of pixels read from a grid: first between two rows, then between columns.
class RowReader {
  public:
    // Null where there are nothing but zeros: most layers are absent from most places.
    template <class T>
    const float* read(const Grid<T>& grid, double row, const Columns& columns) {
        const double inside = std::clamp(row, 0.0, static_cast<double>(grid.height() - 1));
        const int y0 = static_cast<int>(inside), y1 = std::min(y0 + 1, grid.height() - 1);
        const auto fy = static_cast<float>(inside - y0);
        const T* north = grid.row(y0);
        const T* south = grid.row(y1);
        const int from = columns.from(), to = columns.to(grid.width());
        if constexpr (sizeof(T) == 1) {
            const auto zero = [](T v) { return v == 0; };
            if (std::all_of(north + from, north + to + 1, zero) && std::all_of(south + from, south + to + 1, zero))
                return nullptr;
        }
        m_between.resize(static_cast<size_t>(to - from) + 2);
        for (int x = from; x <= to; ++x) {
            const auto a = static_cast<float>(north[x]), b = static_cast<float>(south[x]);
            m_between[static_cast<size_t>(x - from)] = a + (b - a) * fy;
        }
        m_between.back() = m_between[m_between.size() - 2];
        m_out.resize(columns.left.size());
        for (size_t i = 0; i < m_out.size(); ++i) {
            const float* at = m_between.data() + (columns.left[i] - from);
            m_out[i] = at[0] + (at[1] - at[0]) * columns.part[i];
        }
        return m_out.data();
    }

  private:
    std::vector<float> m_between, m_out;
};

}  // namespace sketchwalk::scene
