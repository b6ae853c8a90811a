// A row-major raster of values. Row 0 is north, column 0 is west.
//
// Two rasters cover a map of W x H square cells: *cell* grids (W x H, value (x, y) belongs to the cell whose centre is
// at
// ((x + 0.5) * spacing, (y + 0.5) * spacing)) and *node* grids ((W + 1) x (H + 1), value (x, y) belongs to the cell
// corner at (x * spacing, y * spacing)). Heights live on nodes, so that the mesh ends exactly at the map's edge;
// surfaces live on cells.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "core/base/Check.h"

namespace sketchwalk {

template <class T>
class Grid {
  public:
    Grid() = default;
    Grid(int width, int height, T value = T{})
        : m_width(width), m_height(height), m_values(static_cast<size_t>(width) * static_cast<size_t>(height), value) {}

    int width() const { return m_width; }
    int height() const { return m_height; }
    bool empty() const { return m_values.empty(); }
    bool contains(int x, int y) const { return x >= 0 && y >= 0 && x < m_width && y < m_height; }

    // Unchecked in the hot path: the caller keeps 0 <= x < width and 0 <= y < height.
    T& operator()(int x, int y) { return m_values[index(x, y)]; }
    const T& operator()(int x, int y) const { return m_values[index(x, y)]; }
    // Nearest value inside: coordinates are clamped to the border.
    const T& clamped(int x, int y) const {
        return (*this)(std::clamp(x, 0, m_width - 1), std::clamp(y, 0, m_height - 1));
    }

    T* row(int y) { return m_values.data() + index(0, y); }
    const T* row(int y) const { return m_values.data() + index(0, y); }
    std::vector<T>& values() { return m_values; }
    const std::vector<T>& values() const { return m_values; }
    size_t index(int x, int y) const {
        return static_cast<size_t>(y) * static_cast<size_t>(m_width) + static_cast<size_t>(x);
    }

    bool operator==(const Grid&) const = default;

  private:
    int m_width = 0;
    int m_height = 0;
    std::vector<T> m_values;
};

// Bilinear value at (x, y) in index units (node (3, 4) is at x = 3, y = 4), clamped to the border.
template <class T>
double bilinear(const Grid<T>& grid, double x, double y) {
    x = std::clamp(x, 0.0, static_cast<double>(grid.width() - 1));
    y = std::clamp(y, 0.0, static_cast<double>(grid.height() - 1));
    const int x0 = std::min(static_cast<int>(x), std::max(grid.width() - 2, 0));
    const int y0 = std::min(static_cast<int>(y), std::max(grid.height() - 2, 0));
    const double fx = x - x0, fy = y - y0;
    const double north = grid.clamped(x0, y0) * (1 - fx) + grid.clamped(x0 + 1, y0) * fx;
    const double south = grid.clamped(x0, y0 + 1) * (1 - fx) + grid.clamped(x0 + 1, y0 + 1) * fx;
    return north * (1 - fy) + south * fy;
}

}  // namespace sketchwalk
