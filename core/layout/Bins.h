// Finds what lies near a point: numbers sorted into square bins over the map. Built once, then only read; any thread.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/Geometry.h"

namespace sketchwalk::layout {

class Bins {
  public:
    // Things outside the extent are kept in the border bins, so that nothing is lost.
    Bins(Point extent, double binSize)
        : m_size(binSize),
          m_columns(std::max(1, static_cast<int>(std::ceil(extent.x / binSize)))),
          m_rows(std::max(1, static_cast<int>(std::ceil(extent.y / binSize)))),
          m_bins(static_cast<size_t>(m_columns) * static_cast<size_t>(m_rows)) {}

    void insert(const Box& box, int value) {
        forBins(box, [&](std::vector<int>& bin) { bin.push_back(value); });
    }

    // Calls see(value) for everything whose box may overlap `box`. A value that lies in several bins is seen several
    // times.
    template <class See>
    void visit(const Box& box, const See& see) const {
        const_cast<Bins*>(this)->forBins(box, [&](const std::vector<int>& bin) {
            for (const int value : bin) see(value);
        });
    }

    // The values near a box, each once, ascending.
    std::vector<int> values(const Box& box) const {
        std::vector<int> out;
        visit(box, [&](int value) { out.push_back(value); });
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

    const std::vector<int>& at(Point p) const {
        return m_bins[static_cast<size_t>(clampTo(p.y, m_rows)) * static_cast<size_t>(m_columns) +
                      static_cast<size_t>(clampTo(p.x, m_columns))];
    }

  private:
    int clampTo(double v, int count) const {
        return static_cast<int>(std::clamp(std::floor(v / m_size), 0.0, static_cast<double>(count - 1)));
    }

    template <class See>
    void forBins(const Box& box, const See& see) {
        if (box.min.x > box.max.x || box.min.y > box.max.y) return;
        const int west = clampTo(box.min.x, m_columns), east = clampTo(box.max.x, m_columns);
        const int north = clampTo(box.min.y, m_rows), south = clampTo(box.max.y, m_rows);
        for (int y = north; y <= south; ++y) {
            for (int x = west; x <= east; ++x) {
                see(m_bins[static_cast<size_t>(y) * static_cast<size_t>(m_columns) + static_cast<size_t>(x)]);
            }
        }
    }

    double m_size;
    int m_columns, m_rows;
    std::vector<std::vector<int>> m_bins;
};

}  // namespace sketchwalk::layout
