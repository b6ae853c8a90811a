// What the rules of scatter have grown so far, by place: crowns may touch, trunks keep apart.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "core/base/Geometry.h"
#include "core/base/Grid.h"
#include "core/base/GridHash.h"

namespace sketchwalk::scene {

// Not shared between threads while something is added.
class Occupied {
  public:
    static constexpr double kLeastCrown = 0.7;  // metres: smaller things keep no distance to each other across rules
    static constexpr double kShare = 0.5;       // trunks stand at least this share of the sum of their crowns apart

    explicit Occupied(Point extent)
        : m_bucketSize(std::max(4.0, std::max(extent.x, extent.y) / 512)),
          m_heads(static_cast<int>(extent.x / m_bucketSize) + 1, static_cast<int>(extent.y / m_bucketSize) + 1, -1),
          m_sums(m_heads.width(), m_heads.height()) {}

    void add(Point p, double crown) {
        m_widest = std::max(m_widest, crown);
        const std::array<double, 3> what{p.x, p.y, crown};
        WideHash hash;
        hash.add(what.data(), sizeof what);
        m_sums(column(p.x), row(p.y)) += hash.value();
        int& head = m_heads(column(p.x), row(p.y));
        m_items.push_back({p, crown, head});
        head = static_cast<int>(m_items.size()) - 1;
    }

    // Whether something with a crown of this radius, in metres, finds room.
    bool free(Point p, double crown) const {
        const double reach = kShare * (crown + m_widest);
        for (int r = row(p.y - reach); r <= row(p.y + reach); ++r) {
            for (int c = column(p.x - reach); c <= column(p.x + reach); ++c) {
                for (int i = m_heads(c, r); i >= 0; i = m_items[static_cast<size_t>(i)].next) {
                    const Item& item = m_items[static_cast<size_t>(i)];
                    const Point d = item.at - p;
                    const double apart = kShare * (crown + item.crown);
                    if (d.x * d.x + d.y * d.y < apart * apart) return false;
                }
            }
        }
        return true;
    }

    // A hash of all that stands within `margin` metres of a square.
    uint64_t hashAround(double west, double north, double size, double margin) const {
        uint64_t hash = 0;
        for (int r = row(north - margin); r <= row(north + size + margin); ++r) {
            for (int c = column(west - margin); c <= column(west + size + margin); ++c)
                hash = combine(hash, m_sums(c, r));
        }
        return hash;
    }

  private:
    struct Item {
        Point at;
        double crown;
        int next;
    };
    int column(double x) const { return std::clamp(static_cast<int>(x / m_bucketSize), 0, m_heads.width() - 1); }
    int row(double y) const { return std::clamp(static_cast<int>(y / m_bucketSize), 0, m_heads.height() - 1); }
    double m_bucketSize;
    double m_widest = 0;
    Grid<int> m_heads;
    Grid<uint64_t> m_sums;  // of the hashes of each bucket's items
    std::vector<Item> m_items;
};

}  // namespace sketchwalk::scene
