// Connected patches of equal values on a cell raster, corners included.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Grid.h"

namespace sketchwalk::terrain {

// Disjoint sets with path halving; the least member stands for its set, so the outcome does not depend on the order.
class DisjointSets {
  public:
    uint32_t add() {
        m_parent.push_back(static_cast<uint32_t>(m_parent.size()));
        return m_parent.back();
    }
    uint32_t find(uint32_t i) {
        while (m_parent[i] != i) i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }
    void join(uint32_t a, uint32_t b) {
        a = find(a);
        b = find(b);
        if (a < b) m_parent[b] = a;
        if (b < a) m_parent[a] = b;
    }
    size_t size() const { return m_parent.size(); }

  private:
    std::vector<uint32_t> m_parent;
};

// Labels 1..count in row order of each patch's first cell; 0 where the value is 0.
class Components {
  public:
    template <class T>
    explicit Components(const Grid<T>& values) : m_label(values.width(), values.height()) {
        DisjointSets sets;
        sets.add();
        for (int y = 0; y < values.height(); ++y) {
            for (int x = 0; x < values.width(); ++x) {
                const T v = values(x, y);
                if (v == T{}) continue;
                uint32_t mine = 0;
                const auto touch = [&](int nx, int ny) {
                    if (!values.contains(nx, ny) || values(nx, ny) != v) return;
                    if (mine == 0) {
                        mine = m_label(nx, ny);
                    } else {
                        sets.join(mine, m_label(nx, ny));
                    }
                };
                touch(x - 1, y);
                touch(x - 1, y - 1);
                touch(x, y - 1);
                touch(x + 1, y - 1);
                m_label(x, y) = mine ? mine : sets.add();
            }
        }
        std::vector<uint32_t> name(sets.size());
        for (uint32_t& label : m_label.values()) {
            if (label == 0) continue;
            uint32_t& n = name[sets.find(label)];
            if (n == 0) n = ++m_count;
            label = n;
        }
    }

    const Grid<uint32_t>& label() const { return m_label; }
    uint32_t count() const { return m_count; }

  private:
    Grid<uint32_t> m_label;
    uint32_t m_count = 0;
};

}  // namespace sketchwalk::terrain
