// Marching squares with whole loops: every half-way point between a set and an unset sample has one way in and one way
// out.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/Raster.h"

namespace sketchwalk {

namespace {

enum Side : int { kNorth, kEast, kSouth, kWest };

struct Step {
    int from, to;
};

// The one or two pieces of contour in a square, by which corners are set (bit 0 NW, 1 NE, 2 SE, 3 SW), directed so that
// the set side lies on the right. Corners that touch only across the diagonal stay apart.
constexpr std::array<std::array<Step, 2>, 16> kSteps = {{
    {{{-1, -1}, {-1, -1}}},
    {{{kNorth, kWest}, {-1, -1}}},
    {{{kEast, kNorth}, {-1, -1}}},
    {{{kEast, kWest}, {-1, -1}}},
    {{{kSouth, kEast}, {-1, -1}}},
    {{{kNorth, kWest}, {kSouth, kEast}}},
    {{{kSouth, kNorth}, {-1, -1}}},
    {{{kSouth, kWest}, {-1, -1}}},
    {{{kWest, kSouth}, {-1, -1}}},
    {{{kNorth, kSouth}, {-1, -1}}},
    {{{kEast, kNorth}, {kWest, kSouth}}},
    {{{kEast, kSouth}, {-1, -1}}},
    {{{kWest, kEast}, {-1, -1}}},
    {{{kNorth, kEast}, {-1, -1}}},
    {{{kWest, kNorth}, {-1, -1}}},
    {{{-1, -1}, {-1, -1}}},
}};

class Tracer {
  public:
    explicit Tracer(const Grid<uint8_t>& mask)
        : m_mask(mask),
          m_columns(mask.width() + 2),
          m_next(2 * static_cast<size_t>(m_columns) * static_cast<size_t>(mask.height() + 2), -1) {
        link();
    }

    // Calls found(loop in sample units, a set cell beside it) for every loop, in scan order.
    template <class Found>
    void loops(const Found& found) {
        for (size_t start = 0; start < m_next.size(); ++start) {
            if (m_next[start] < 0) continue;
            Ring loop;
            const auto [cellX, cellY] = setCellBeside(static_cast<int>(start));
            for (int at = static_cast<int>(start); m_next[static_cast<size_t>(at)] >= 0;) {
                loop.push_back(position(at));
                const int to = m_next[static_cast<size_t>(at)];
                m_next[static_cast<size_t>(at)] = -1;
                at = to;
            }
            found(std::move(loop), cellX, cellY);
        }
    }

  private:
    bool set(int x, int y) const { return m_mask.contains(x, y) && m_mask(x, y) != 0; }

    // Half-way points: even numbers lie between (x, y) and (x + 1, y), odd ones between (x, y) and (x, y + 1).
    int between(int x, int y, bool down) const { return 2 * ((y + 1) * m_columns + x + 1) + (down ? 1 : 0); }

    int sidePoint(int x, int y, int side) const {
        switch (side) {
            case kNorth:
                return between(x, y, false);
            case kSouth:
                return between(x, y + 1, false);
            case kWest:
                return between(x, y, true);
            default:
                return between(x + 1, y, true);
        }
    }

    void link() {
        for (int y = -1; y < m_mask.height(); ++y) {
            for (int x = -1; x < m_mask.width(); ++x) {
                const int corners = (set(x, y) ? 1 : 0) | (set(x + 1, y) ? 2 : 0) | (set(x + 1, y + 1) ? 4 : 0) |
                                    (set(x, y + 1) ? 8 : 0);
                for (const Step step : kSteps[static_cast<size_t>(corners)]) {
                    if (step.from >= 0)
                        m_next[static_cast<size_t>(sidePoint(x, y, step.from))] = sidePoint(x, y, step.to);
                }
            }
        }
    }

    struct Cell {
        int x, y;
        bool down;
    };
    Cell decode(int point) const {
        const int cell = point / 2;
        return {cell % m_columns - 1, cell / m_columns - 1, point % 2 == 1};
    }
    Point position(int point) const {
        const Cell c = decode(point);
        return c.down ? Point(c.x + 0.5, c.y + 1.0) : Point(c.x + 1.0, c.y + 0.5);
    }
    std::pair<int, int> setCellBeside(int point) const {
        const Cell c = decode(point);
        if (set(c.x, c.y)) return {c.x, c.y};
        return c.down ? std::pair(c.x, c.y + 1) : std::pair(c.x + 1, c.y);
    }

    const Grid<uint8_t>& m_mask;
    int m_columns;
    std::vector<int> m_next;
};

// 4-connected patches, numbered from 1 in scan order.
Grid<int> labelled(const Grid<uint8_t>& mask, int& count) {
    Grid<int> label(mask.width(), mask.height(), 0);
    std::vector<std::pair<int, int>> open;
    count = 0;
    for (int y = 0; y < mask.height(); ++y) {
        for (int x = 0; x < mask.width(); ++x) {
            if (!mask(x, y) || label(x, y)) continue;
            label(x, y) = ++count;
            open.assign(1, {x, y});
            while (!open.empty()) {
                const auto [cx, cy] = open.back();
                open.pop_back();
                for (const auto& [dx, dy] : {std::pair(1, 0), std::pair(-1, 0), std::pair(0, 1), std::pair(0, -1)}) {
                    if (mask.contains(cx + dx, cy + dy) && mask(cx + dx, cy + dy) && !label(cx + dx, cy + dy)) {
                        label(cx + dx, cy + dy) = count;
                        open.emplace_back(cx + dx, cy + dy);
                    }
                }
            }
        }
    }
    return label;
}

}  // namespace

std::vector<Polygon> outlines(const Grid<uint8_t>& mask, double spacing) {
    int count = 0;
    const Grid<int> label = labelled(mask, count);
    std::vector<Polygon> patches(static_cast<size_t>(count));
    Tracer(mask).loops([&](Ring loop, int x, int y) {
        for (Point& p : loop) p *= spacing;
        Polygon& patch = patches[static_cast<size_t>(label(x, y) - 1)];
        if (signedArea(loop) > 0) {
            patch.outer = std::move(loop);
        } else {
            patch.holes.push_back(std::move(loop));
        }
    });
    return patches;
}

}  // namespace sketchwalk
