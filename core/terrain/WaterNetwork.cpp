#include "core/terrain/WaterNetwork.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/terrain/Components.h"

namespace sketchwalk::terrain {

namespace {

// A place where a network's water may leave.
struct Outlet {
    std::vector<uint32_t> cells;
    double height = 0;  // metres; the lowest wins
};

class WaterBuilder {
  public:
    WaterBuilder(const WaterBodies& waters, const Grid<float>& height, const Frame& frame)
        : m_waters(waters), m_height(height), m_frame(frame), m_cells(waters.cells) {}

    WaterNetwork build(const Job& job) {
        label();
        gatherStill();
        if (!job.stopped()) findOutlets();
        if (!job.stopped()) measure(job);
        return std::move(m_out);
    }

  private:
    const Water& bodyAt(uint32_t cell) const { return m_waters.bodies[m_cells.values()[cell] - 1u]; }
    int xOf(uint32_t cell) const { return static_cast<int>(cell) % m_cells.width(); }
    int yOf(uint32_t cell) const { return static_cast<int>(cell) / m_cells.width(); }
    float landAt(uint32_t cell) const { return m_height(xOf(cell), yOf(cell)); }

    void label() {
        Grid<uint8_t> kind(m_cells.width(), m_cells.height());
        for (size_t i = 0; i < kind.values().size(); ++i) {
            const uint16_t body = m_cells.values()[i];
            if (body) kind.values()[i] = m_waters.bodies[body - 1u].category == "lava" ? 2 : 1;
        }
        const Components nets(kind);
        m_out.net = nets.label();
        m_out.count = nets.count();
        m_out.sea.assign(m_out.count, 0);
    }

    // Cells of lakes and seas, and how low the land beside each lies: nearly its lowest shore, so that nothing is
    // flooded.
    void gatherStill() {
        const int w = m_cells.width(), h = m_cells.height();
        m_out.cellsOf.resize(m_waters.bodies.size());
        m_out.shore.assign(m_waters.bodies.size(), 0);
        std::vector<std::vector<float>> beside(m_waters.bodies.size());
        const int reach = std::max(1, static_cast<int>(std::floor(1.5 / m_frame.spacing + 0.5)));
        for (int y = 0; y < h; ++y) {
            for (int x = 0; x < w; ++x) {
                const uint16_t body = m_cells(x, y);
                if (!body || !m_waters.bodies[body - 1u].flat) continue;
                m_out.cellsOf[body - 1u].push_back(static_cast<uint32_t>(m_cells.index(x, y)));
                if (m_waters.bodies[body - 1u].category == "sea") m_out.sea[m_out.net(x, y) - 1] = 1;
                for (size_t k = 0; k < 8; k += 2) {
                    const int nx = x + kDx[k], ny = y + kDy[k];
                    if (!m_cells.contains(nx, ny) || m_cells(nx, ny)) continue;
                    const int lx = std::clamp(x + kDx[k] * reach, 0, w - 1),
                              ly = std::clamp(y + kDy[k] * reach, 0, h - 1);
                    if (!m_cells(lx, ly)) beside[body - 1u].push_back(m_height(lx, ly));
                }
            }
        }
        for (size_t b = 0; b < beside.size(); ++b) {
            std::vector<float>& shore = beside[b];
            if (m_out.cellsOf[b].empty()) continue;
            if (shore.empty()) {  // water from edge to edge
                m_out.shore[b] = landAt(m_out.cellsOf[b].front());
                for (const uint32_t cell : m_out.cellsOf[b]) m_out.shore[b] = std::min(m_out.shore[b], landAt(cell));
                continue;
            }
            const auto low = shore.begin() + static_cast<std::ptrdiff_t>(shore.size() / 33);
            std::nth_element(shore.begin(), low, shore.end());
            m_out.shore[b] = *low;
        }
    }

    // The map's rim in order, so that each stretch of water along it is one run.
    std::vector<uint32_t> rim() const {
        const int w = m_cells.width(), h = m_cells.height();
        std::vector<uint32_t> cells;
        const auto add = [&](int x, int y) { cells.push_back(static_cast<uint32_t>(m_cells.index(x, y))); };
        for (int x = 0; x < w; ++x) add(x, 0);
        for (int y = 1; y < h; ++y) add(w - 1, y);
        for (int x = w - 2; x >= 0; --x) add(x, h - 1);
        for (int y = h - 2; y > 0; --y) add(0, y);
        return cells;
    }

    void addOutlet(uint32_t net, Outlet outlet, double handicap) {
        double lowest = 1e9;
        for (const uint32_t cell : outlet.cells) {
            const uint16_t body = m_cells.values()[cell];
            lowest = std::min(lowest, static_cast<double>(bodyAt(cell).flat ? m_out.shore[body - 1u] : landAt(cell)));
        }
        outlet.height = lowest + handicap;
        for (const Point mouth : m_waters.mouths) {  // where the slope says little, the pen's direction counts
            for (const uint32_t cell : outlet.cells) {
                const Point at = Point(xOf(cell) + 0.5, yOf(cell) + 0.5) * m_frame.spacing;
                if (distance(at, mouth) > 10 + 2 * m_frame.spacing) continue;
                outlet.height -= 0.7;
                m_outlets[net].push_back(std::move(outlet));
                return;
            }
        }
        m_outlets[net].push_back(std::move(outlet));
    }

    void findOutlets() {
        m_outlets.resize(m_out.count);
        const std::vector<uint32_t> edge = rim();
        Outlet run;
        for (size_t i = 0; i <= edge.size(); ++i) {
            const bool goesOn =
                i < edge.size() && m_cells.values()[edge[i]] &&
                (run.cells.empty() || m_out.net.values()[edge[i]] == m_out.net.values()[run.cells.back()]);
            if (!goesOn && !run.cells.empty()) {
                const uint32_t net = m_out.net.values()[run.cells.front()] - 1;
                addOutlet(net, std::move(run), 0);
                run = {};
            }
            if (i < edge.size() && m_cells.values()[edge[i]]) run.cells.push_back(edge[i]);
        }
        for (const std::vector<uint32_t>& cells : m_out.cellsOf) {
            if (!cells.empty()) addOutlet(m_out.net.values()[cells.front()] - 1, {{cells.front()}, 0}, -1);
        }
        addInlandEnds();
    }

    // A network with neither edge nor lake ends somewhere on land: at one of its drawn ends, else at its first or last
    // cell.
    void addInlandEnds() {
        std::vector<uint8_t> leaves(m_out.count);
        for (uint32_t net = 0; net < m_out.count; ++net) leaves[net] = !m_outlets[net].empty();
        for (const std::vector<Point>* ends : {&m_waters.springs, &m_waters.mouths}) {
            for (const Point end : *ends) {
                const int x = static_cast<int>(end.x / m_frame.spacing), y = static_cast<int>(end.y / m_frame.spacing);
                if (!m_cells.contains(x, y) || !m_cells(x, y) || leaves[m_out.net(x, y) - 1]) continue;
                addOutlet(m_out.net(x, y) - 1, {{static_cast<uint32_t>(m_cells.index(x, y))}, 0}, 0);
            }
        }
        std::vector<uint32_t> first(m_out.count, UINT32_MAX), last(m_out.count);
        for (size_t i = 0; i < m_out.net.values().size(); ++i) {
            const uint32_t net = m_out.net.values()[i];
            if (!net) continue;
            first[net - 1] = std::min(first[net - 1], static_cast<uint32_t>(i));
            last[net - 1] = static_cast<uint32_t>(i);
        }
        for (uint32_t net = 0; net < m_out.count; ++net) {
            if (!m_outlets[net].empty()) continue;
            addOutlet(net, {{first[net]}, 0}, 0);
            addOutlet(net, {{last[net]}, 0}, 0);
        }
    }

    // Dial's search: whole steps, so that the order is exact and the time linear.
    void measure(const Job& job) {
        m_out.steps = Grid<int32_t>(m_cells.width(), m_cells.height(), -1);
        std::vector<uint8_t> reached(m_waters.bodies.size());
        std::array<std::vector<uint32_t>, 8> buckets;
        size_t open = 0;
        const auto push = [&](uint32_t cell, int32_t d) {
            buckets[static_cast<size_t>(d) % 8].push_back(cell);
            ++open;
        };
        for (uint32_t net = 0; net < m_out.count; ++net) {
            if (m_out.sea[net]) continue;
            const auto best = std::min_element(m_outlets[net].begin(), m_outlets[net].end(),
                                               [](const Outlet& a, const Outlet& b) { return a.height < b.height; });
            for (const uint32_t cell : best->cells) push(cell, 0);
        }
        for (size_t b = 0; b < m_waters.bodies.size(); ++b) {
            if (m_waters.bodies[b].category == "sea" && !m_out.cellsOf[b].empty()) push(m_out.cellsOf[b].front(), 0);
        }
        auto& steps = m_out.steps.values();
        for (int32_t d = 0; open > 0 && !job.stopped(); ++d) {
            auto& now = buckets[static_cast<size_t>(d) % 8];
            for (size_t at = 0; at < now.size(); ++at) {  // grows while still water is entered
                const uint32_t cell = now[at];
                --open;
                if (steps[cell] >= 0) continue;
                steps[cell] = d;
                const uint16_t body = m_cells.values()[cell];
                if (!bodyAt(cell).flat) m_out.order.push_back(cell);
                if (bodyAt(cell).flat && !reached[body - 1u]) {
                    reached[body - 1u] = 1;
                    for (const uint32_t other : m_out.cellsOf[body - 1u]) push(other, d);
                }
                for (size_t k = 0; k < 8; ++k) {
                    const int nx = xOf(cell) + kDx[k], ny = yOf(cell) + kDy[k];
                    if (!m_cells.contains(nx, ny) || m_out.net(nx, ny) != m_out.net.values()[cell]) continue;
                    const auto next = static_cast<uint32_t>(m_cells.index(nx, ny));
                    if (steps[next] < 0) push(next, d + (k % 2 ? kDiagonalStep : kStraight));
                }
            }
            now.clear();
        }
    }

    const WaterBodies& m_waters;
    const Grid<float>& m_height;
    const Frame& m_frame;
    const Grid<uint16_t>& m_cells;
    WaterNetwork m_out;
    std::vector<std::vector<Outlet>> m_outlets;
};

}  // namespace

WaterNetwork networkOf(const WaterBodies& waters, const Grid<float>& height, const Frame& frame, const Job& job) {
    return WaterBuilder(waters, height, frame).build(job);
}

}  // namespace sketchwalk::terrain
