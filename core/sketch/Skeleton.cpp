#include "core/sketch/Skeleton.h"

#include <algorithm>
#include <array>

namespace sketchwalk::sketch {
namespace {

// Around a cell, counter-clockwise from the east; every second one shares a side.
constexpr int kAround[8][2] = {{1, 0}, {1, -1}, {0, -1}, {-1, -1}, {-1, 0}, {-1, 1}, {0, 1}, {1, 1}};

// Taking the cell away neither splits, opens nor closes anything (Yokoi's connectivity number is 1; 1975).
constexpr std::array<bool, 256> simpleTable() {
    std::array<bool, 256> table{};
    for (unsigned bits = 0; bits < 256; ++bits) {
        int number = 0;
        for (unsigned k = 0; k < 8; k += 2) {
            const auto unset = [&](unsigned i) { return (bits >> (i % 8) & 1u) == 0; };
            number += unset(k) && !(unset(k + 1) && unset(k + 2)) ? 1 : 0;
        }
        table[bits] = number == 1;
    }
    return table;
}
constexpr std::array<bool, 256> kSimple = simpleTable();

unsigned neighbours(const Grid<uint8_t>& mask, int x, int y) {
    unsigned bits = 0;
    for (unsigned k = 0; k < 8; ++k) bits |= mask(x + kAround[k][0], y + kAround[k][1]) ? 1u << k : 0u;
    return bits;
}

int countBits(unsigned bits) {
    int n = 0;
    for (; bits != 0; bits &= bits - 1) ++n;
    return n;
}

class Thinning {
  public:
    Thinning(const Grid<uint8_t>& mask, const Grid<float>& depth)
        : m_mask(mask), m_depth(depth), m_queued(mask.width(), mask.height()) {
        float deepest = 0;
        for (size_t i = 0; i < mask.values().size(); ++i) {
            if (mask.values()[i]) deepest = std::max(deepest, depth.values()[i]);
        }
        // Line ends shallower than this are bumps of the outline; in a shape of few cells' width they are its real
        // ends.
        m_leastEnd = deepest <= 3 ? 0.0f : 1.6f;
        m_buckets.resize(bucketOf(deepest) + 1);
    }

    Grid<uint8_t> run() {
        for (int y = 1; y + 1 < m_mask.height(); ++y) {
            for (int x = 1; x + 1 < m_mask.width(); ++x) {
                if (m_mask(x, y) && neighbours(m_mask, x, y) != 255) push(x, y);
            }
        }
        for (m_current = 0; m_current < m_buckets.size(); ++m_current) {
            while (!m_buckets[m_current].empty()) peel();
        }
        return std::move(m_mask);
    }

  private:
    static size_t bucketOf(float depth) { return static_cast<size_t>(depth * 8); }

    void push(int x, int y) {
        if (m_queued(x, y)) return;
        m_queued(x, y) = 1;
        m_buckets[std::max(m_current, bucketOf(m_depth(x, y)))].push_back(m_mask.index(x, y));
    }

    // The cells of one depth, side after side: taken in any order, a ridge two cells wide would be eaten up from its
    // end.
    void peel() {
        std::vector<size_t> cells;
        cells.swap(m_buckets[m_current]);
        for (const size_t cell : cells) m_queued.values()[cell] = 0;
        const auto width = static_cast<std::ptrdiff_t>(m_mask.width());
        for (const std::ptrdiff_t side : {std::ptrdiff_t{-width}, width, std::ptrdiff_t{-1}, std::ptrdiff_t{1}}) {
            m_bare.clear();
            for (const size_t cell : cells) {
                const auto beside = static_cast<size_t>(static_cast<std::ptrdiff_t>(cell) + side);
                if (m_mask.values()[cell] && !m_mask.values()[beside]) m_bare.push_back(cell);
            }
            for (const size_t cell : m_bare) {
                take(static_cast<int>(cell % static_cast<size_t>(width)),
                     static_cast<int>(cell / static_cast<size_t>(width)));
            }
        }
    }

    void take(int x, int y) {
        const unsigned around = neighbours(m_mask, x, y);
        if (!kSimple[around]) return;
        if (countBits(around) == 1 && m_depth(x, y) >= m_leastEnd) return;
        m_mask(x, y) = 0;
        for (unsigned k = 0; k < 8; ++k) {
            if (around >> k & 1u) push(x + kAround[k][0], y + kAround[k][1]);
        }
    }

    Grid<uint8_t> m_mask;
    const Grid<float>& m_depth;
    Grid<uint8_t> m_queued;
    std::vector<std::vector<size_t>> m_buckets;
    std::vector<size_t> m_bare;
    size_t m_current = 0;
    float m_leastEnd = 0;
};

// Reads the thin lines as a graph.
class Tracing {
  public:
    Tracing(const Grid<uint8_t>& lines, const Grid<float>& depth)
        : m_lines(lines),
          m_depth(depth),
          m_node(lines.width(), lines.height(), -1),
          m_walked(lines.width(), lines.height()) {}

    Skeleton run() {
        eachCell([&](int x, int y) {
            if (m_node(x, y) < 0 && degree(x, y) != 2) gather(x, y);
        });
        eachCell([&](int x, int y) {
            if (m_node(x, y) >= 0) leave(x, y);
        });
        eachCell([&](int x, int y) {  // what is left are loops without a node
            if (m_node(x, y) < 0 && !m_walked(x, y)) {
                addNode(x, y);
                leave(x, y);
            }
        });
        return std::move(m_graph);
    }

  private:
    template <class Visit>
    void eachCell(const Visit& visit) const {
        for (int y = 1; y + 1 < m_lines.height(); ++y) {
            for (int x = 1; x + 1 < m_lines.width(); ++x) {
                if (m_lines(x, y)) visit(x, y);
            }
        }
    }
    int degree(int x, int y) const { return countBits(neighbours(m_lines, x, y)); }

    size_t addNode(int x, int y) {
        m_node(x, y) = static_cast<int32_t>(m_graph.nodes.size());
        m_graph.nodes.push_back({{x, y}, m_depth(x, y), {}});
        return m_graph.nodes.size() - 1;
    }

    // Crossing cells that touch are one node, in their middle.
    void gather(int x, int y) {
        const size_t node = addNode(x, y);
        if (degree(x, y) < 3) return;
        std::vector<std::array<int, 2>> cells{{x, y}};
        Point sum{0, 0};
        for (size_t i = 0; i < cells.size(); ++i) {
            const auto [cx, cy] = cells[i];
            sum += Point{cx, cy};
            m_graph.nodes[node].radius = std::max(m_graph.nodes[node].radius, static_cast<double>(m_depth(cx, cy)));
            for (const auto& [dx, dy] : kAround) {
                const int nx = cx + dx, ny = cy + dy;
                if (!m_lines(nx, ny) || m_node(nx, ny) >= 0 || degree(nx, ny) < 3) continue;
                m_node(nx, ny) = static_cast<int32_t>(node);
                cells.push_back({nx, ny});
            }
        }
        m_graph.nodes[node].at = sum / static_cast<double>(cells.size());
    }

    void leave(int x, int y) {
        const int32_t start = m_node(x, y);
        for (const auto& [dx, dy] : kAround) {
            const int nx = x + dx, ny = y + dy;
            if (!m_lines(nx, ny) || m_node(nx, ny) == start) continue;
            if (m_node(nx, ny) >= 0) {
                if (m_node(nx, ny) > start) addArc(start, m_node(nx, ny), {});
            } else if (!m_walked(nx, ny)) {
                walk(start, nx, ny, x, y);
            }
        }
    }

    void walk(int32_t start, int x, int y, int fromX, int fromY) {
        Polyline points;
        for (;;) {
            m_walked(x, y) = 1;
            points.push_back({x, y});
            int nextX = -1, nextY = -1;
            int32_t reached = -1;
            for (const auto& [dx, dy] : kAround) {
                const int nx = x + dx, ny = y + dy;
                if (!m_lines(nx, ny) || (nx == fromX && ny == fromY)) continue;
                if (m_node(nx, ny) >= 0) {
                    if (points.size() == 1 && m_node(nx, ny) == start) continue;  // still beside the node that it left
                    reached = m_node(nx, ny);
                } else if (!m_walked(nx, ny)) {
                    nextX = nx;
                    nextY = ny;
                }
            }
            if (reached >= 0) return addArc(start, reached, points);
            if (nextX < 0) return;
            fromX = x;
            fromY = y;
            x = nextX;
            y = nextY;
        }
    }

    void addArc(int32_t from, int32_t to, const Polyline& between) {
        const auto a = static_cast<size_t>(from), b = static_cast<size_t>(to);
        SkeletonArc arc{a, b, {m_graph.nodes[a].at}, true};
        arc.points.insert(arc.points.end(), between.begin(), between.end());
        arc.points.push_back(m_graph.nodes[b].at);
        m_graph.nodes[a].arcs.push_back(m_graph.arcs.size());
        m_graph.nodes[b].arcs.push_back(m_graph.arcs.size());
        m_graph.arcs.push_back(std::move(arc));
    }

    const Grid<uint8_t>& m_lines;
    const Grid<float>& m_depth;
    Grid<int32_t> m_node;
    Grid<uint8_t> m_walked;
    Skeleton m_graph;
};

}  // namespace

void Skeleton::remove(size_t arc) {
    arcs[arc].alive = false;
    std::erase(nodes[arcs[arc].from].arcs, arc);
    std::erase(nodes[arcs[arc].to].arcs, arc);
}

Polyline Skeleton::from(size_t arc, size_t node) const {
    Polyline points = arcs[arc].points;
    if (arcs[arc].from != node) std::reverse(points.begin(), points.end());
    return points;
}

void Skeleton::joinThroughNodes() {
    for (size_t node = 0; node < nodes.size(); ++node) {
        if (nodes[node].arcs.size() != 2 || nodes[node].arcs[0] == nodes[node].arcs[1]) continue;
        const size_t first = nodes[node].arcs[0], second = nodes[node].arcs[1];
        const size_t from = otherEnd(first, node), to = otherEnd(second, node);
        Polyline points = this->from(first, from);
        const Polyline rest = this->from(second, node);
        points.insert(points.end(), rest.begin() + 1, rest.end());
        remove(first);
        remove(second);
        nodes[from].arcs.push_back(arcs.size());
        nodes[to].arcs.push_back(arcs.size());
        arcs.push_back({from, to, std::move(points), true});
    }
}

Skeleton skeletonOf(const Grid<uint8_t>& mask, const Grid<float>& depth) {
    const Grid<uint8_t> lines = Thinning(mask, depth).run();
    return Tracing(lines, depth).run();
}

}  // namespace sketchwalk::sketch
