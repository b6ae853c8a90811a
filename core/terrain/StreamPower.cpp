#include "core/terrain/StreamPower.h"

#include <array>
#include <cmath>
#include <queue>
#include <vector>

#include "core/base/Hash.h"
#include "core/terrain/Frame.h"

namespace sketchwalk::terrain {

namespace {

constexpr float kDiagonal = 1.41421356f;

float stepLength(int direction) {
    return direction % 2 ? kDiagonal : 1.0f;
}

// Where every sample's water goes: the steepest way down, weighted by how easily the rock there gives way; or nowhere
// (itself).
void route(const Grid<float>& height, const Grid<uint8_t>& fixed, const Grid<float>& ease,
           std::vector<int32_t>& receiver, std::vector<float>& length) {
    const int w = height.width(), h = height.height();
    for (int y = 0; y < h; ++y) {
        for (int x = 0; x < w; ++x) {
            const size_t i = height.index(x, y);
            receiver[i] = static_cast<int32_t>(i);
            length[i] = 1;
            if (fixed(x, y)) continue;
            float steepest = 0;
            for (int k = 0; k < 8; ++k) {
                const int nx = x + kDx[static_cast<size_t>(k)], ny = y + kDy[static_cast<size_t>(k)];
                if (!height.contains(nx, ny)) continue;
                const float slope = (height(x, y) - height(nx, ny)) / stepLength(k) * ease(nx, ny);
                if (slope > steepest) {
                    steepest = slope;
                    receiver[i] = static_cast<int32_t>(height.index(nx, ny));
                    length[i] = stepLength(k);
                }
            }
        }
    }
}

// Samples ordered so that each comes after the one that it drains to: a walk from the outlets up the donors.
class Order {
  public:
    explicit Order(size_t n) : m_first(n + 1), m_donors(n), m_order(n) {}

    const std::vector<int32_t>& of(const std::vector<int32_t>& receiver) {
        const size_t n = receiver.size();
        std::fill(m_first.begin(), m_first.end(), 0);
        for (size_t i = 0; i < n; ++i) {
            if (receiver[i] != static_cast<int32_t>(i)) ++m_first[static_cast<size_t>(receiver[i]) + 1];
        }
        for (size_t i = 0; i < n; ++i) m_first[i + 1] += m_first[i];
        m_next.assign(m_first.begin(), m_first.end() - 1);
        for (size_t i = 0; i < n; ++i) {
            if (receiver[i] != static_cast<int32_t>(i))
                m_donors[static_cast<size_t>(m_next[static_cast<size_t>(receiver[i])]++)] = static_cast<int32_t>(i);
        }
        size_t count = 0;
        for (size_t i = 0; i < n; ++i) {
            if (receiver[i] == static_cast<int32_t>(i)) m_order[count++] = static_cast<int32_t>(i);
        }
        for (size_t at = 0; at < count; ++at) {
            const auto i = static_cast<size_t>(m_order[at]);
            for (int32_t d = m_first[i]; d < m_first[i + 1]; ++d) m_order[count++] = m_donors[static_cast<size_t>(d)];
        }
        return m_order;
    }

  private:
    std::vector<int32_t> m_first, m_donors, m_order, m_next;
};

}  // namespace

void wear(Grid<float>& height, const Grid<float>& uplift, const Grid<uint8_t>& fixed, const StreamPower& how,
          const Job& job) {
    const size_t n = height.values().size();
    std::vector<int32_t> receiver(n);
    std::vector<float> length(n), area(n);
    Order ordering(n);
    Grid<float> ease(height.width(), height.height(), 1.0f);
    for (int y = 0; y < ease.height() && how.unevenness > 0; ++y) {
        for (int x = 0; x < ease.width(); ++x) {
            const uint64_t bits = mix(static_cast<uint64_t>(x) * 0x9e3779b97f4a7c15ULL + static_cast<uint64_t>(y));
            ease(x, y) = 1 + how.unevenness * static_cast<float>(toUnit(bits) - 0.5);
        }
    }
    auto& z = height.values();
    for (int pass = 0; pass < how.iterations && !job.stopped(); ++pass) {
        route(height, fixed, ease, receiver, length);
        const std::vector<int32_t>& order = ordering.of(receiver);
        std::fill(area.begin(), area.end(), 1.0f);
        for (size_t at = n; at-- > 0;) {
            const auto i = static_cast<size_t>(order[at]);
            const auto to = static_cast<size_t>(receiver[i]);
            if (to != i) area[to] += area[i];
        }
        for (size_t at = 0; at < n; ++at) {
            const auto i = static_cast<size_t>(order[at]);
            if (fixed.values()[i]) continue;
            z[i] += how.uplift * uplift.values()[i];
            const auto to = static_cast<size_t>(receiver[i]);
            if (to == i) continue;
            const float wearing = how.strength * std::sqrt(area[i] + how.hillslope) / length[i];
            z[i] = (z[i] + wearing * z[to]) / (1 + wearing);
        }
    }
}

void settle(Grid<float>& height, const Grid<uint8_t>& fixed, float talus, int passes) {
    const int w = height.width(), h = height.height();
    Grid<float> before;
    for (int pass = 0; pass < passes; ++pass) {
        before = height;
        for (int y = 0; y < h; ++y) {
            for (int x = 0; x < w; ++x) {
                if (fixed(x, y)) continue;
                // Gathers from each neighbour what both ends agree on, so that nothing is made or lost inside.
                float change = 0;
                for (int k = 0; k < 8; ++k) {
                    const int nx = x + kDx[static_cast<size_t>(k)], ny = y + kDy[static_cast<size_t>(k)];
                    if (!height.contains(nx, ny)) continue;
                    const float step = before(nx, ny) - before(x, y), most = talus * stepLength(k);
                    if (step > most) change += (step - most) * 0.125f;
                    if (step < -most) change += (step + most) * 0.125f;
                }
                height(x, y) += change;
            }
        }
    }
}

void drain(Grid<float>& height, const Grid<uint8_t>& outlet, float slope) {
    struct Open {
        float height;
        int32_t index;
        bool operator>(const Open& other) const {
            return height != other.height ? height > other.height : index > other.index;
        }
    };
    const int w = height.width(), h = height.height();
    std::priority_queue<Open, std::vector<Open>, std::greater<>> open;
    Grid<uint8_t> seen(w, h);
    for (int y = 0; y < h; ++y) {
        for (int x = 0; x < w; ++x) {
            if (!outlet(x, y) && x > 0 && y > 0 && x < w - 1 && y < h - 1) continue;
            seen(x, y) = 1;
            open.push({height(x, y), static_cast<int32_t>(height.index(x, y))});
        }
    }
    while (!open.empty()) {
        const auto i = static_cast<int>(open.top().index);
        open.pop();
        const int x = i % w, y = i / w;
        for (int k = 0; k < 8; ++k) {
            const int nx = x + kDx[static_cast<size_t>(k)], ny = y + kDy[static_cast<size_t>(k)];
            if (!height.contains(nx, ny) || seen(nx, ny)) continue;
            seen(nx, ny) = 1;
            height(nx, ny) = std::max(height(nx, ny), height(x, y) + slope * stepLength(k));
            open.push({height(nx, ny), static_cast<int32_t>(height.index(nx, ny))});
        }
    }
}

}  // namespace sketchwalk::terrain
