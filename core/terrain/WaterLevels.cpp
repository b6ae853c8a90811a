#include "core/terrain/WaterLevels.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>
#include <utility>

#include "core/base/Parallel.h"
#include "core/terrain/Components.h"
#include "core/terrain/WaterNetwork.h"

namespace sketchwalk::terrain {

namespace {

constexpr double kLeastFall = 0.0004;  // metres a metre: running water always falls a little

// Water at one distance from the root: a stretch across a river, or a whole lake.
struct Slice {
    double along = 0;   // metres to the root
    double bank = 1e9;  // metres: the level must not be above this
    double land = 0;    // metres, mean height of the land under it before the river was cut
    double cells = 0;
    double cap = 1e9;  // metres: dry ground that a lock holds beside it lies this high
    bool sea = false;
    bool source = false;   // water may come from here: a drawn end, the map's edge, a lake
    bool seaward = false;  // its network reaches the sea
};

double freeboardOf(const std::string& category) {
    return category == "swamp" ? 0.08 : category == "river" ? 0.35 : 0.25;
}

class Slices {
  public:
    Slices(const WaterBodies& waters, const WaterNetwork& network, const Grid<float>& height, const Frame& frame,
           const Locked* locked)
        : m_waters(waters),
          m_network(network),
          m_height(height),
          m_frame(frame),
          m_locked(locked),
          m_bin(std::max(2 * kStraight, static_cast<int>(std::ceil(kStraight / frame.spacing)))),
          m_sets(keys()) {
        m_slices.resize(m_sets.count());
        collect();
    }

    // The level of every slice, and of its neighbours down and up the stream.
    struct Solved {
        double here, below, above;
    };
    std::vector<Solved> solve() const {
        const std::vector<std::vector<uint32_t>> beside = neighbours();
        std::vector<double> raised(
            m_slices.size());  // level less kLeastFall times the distance: so costs are never negative
        using Entry = std::pair<double, uint32_t>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
        for (uint32_t i = 0; i < m_slices.size(); ++i) {
            raised[i] = m_slices[i].bank - kLeastFall * m_slices[i].along;
            open.emplace(raised[i], i);
        }
        while (!open.empty()) {
            const auto [value, at] = open.top();
            open.pop();
            if (value > raised[at]) continue;
            for (const uint32_t next : beside[at]) {
                const double offer = value + cost(m_slices[at], m_slices[next]);
                if (offer < raised[next]) {
                    raised[next] = offer;
                    open.emplace(offer, next);
                }
            }
        }
        for (size_t i = 0; i < raised.size(); ++i) raised[i] += kLeastFall * m_slices[i].along;
        calmPockets(raised, beside);
        for (size_t i = 0; i < raised.size(); ++i) {
            if (m_slices[i].seaward) raised[i] = std::max(raised[i], static_cast<double>(kSeaLevel));
            if (m_slices[i].sea) raised[i] = kSeaLevel;
        }
        std::vector<Solved> out;
        for (size_t i = 0; i < raised.size(); ++i) {
            Solved one{raised[i], -1e9, 1e9};
            for (const uint32_t next : beside[i]) {
                if (m_slices[next].along < m_slices[i].along) one.below = std::max(one.below, raised[next]);
                if (m_slices[next].along > m_slices[i].along) one.above = std::min(one.above, raised[next]);
            }
            out.push_back({one.here, one.below > -1e8 ? one.below : one.here, one.above < 1e8 ? one.above : one.here});
        }
        return out;
    }

    // How far up the stream a cell lies in its slice: -0.5 at the lower end, 0.5 at the upper.
    double within(size_t cell) const {
        const int steps = m_network.steps.values()[cell];
        return (steps % m_bin + 0.5) / m_bin - 0.5;
    }

    const Grid<uint32_t>& label() const { return m_sets.label(); }

  private:
    bool flat(size_t cell) const { return m_waters.bodies[m_waters.cells.values()[cell] - 1u].flat; }

    Grid<uint64_t> keys() const {
        Grid<uint64_t> out(m_waters.cells.width(), m_waters.cells.height());
        for (size_t i = 0; i < out.values().size(); ++i) {
            const uint16_t body = m_waters.cells.values()[i];
            if (!body) continue;
            const uint64_t what =
                flat(i) ? (uint64_t{1} << 62) + body : static_cast<uint64_t>(m_network.steps.values()[i] / m_bin) + 1;
            out.values()[i] = what + (static_cast<uint64_t>(m_network.net.values()[i]) << 33);
        }
        return out;
    }

    void collect() {
        const auto& cells = m_waters.cells;
        const double perStep = m_frame.spacing / kStraight;
        for (int y = 0; y < cells.height(); ++y) {
            for (int x = 0; x < cells.width(); ++x) {
                const uint16_t body = cells(x, y);
                if (!body) continue;
                const Water& water = m_waters.bodies[body - 1u];
                Slice& slice = m_slices[label()(x, y) - 1];
                slice.seaward = m_network.sea[m_network.net(x, y) - 1];
                slice.land += m_height(x, y);
                slice.cells += 1;
                if (m_locked != nullptr) slice.cap = std::min<double>(slice.cap, m_locked->lowestBeside(x, y));
                const int steps = m_network.steps(x, y);
                slice.source =
                    slice.source || water.flat || x == 0 || y == 0 || x == cells.width() - 1 || y == cells.height() - 1;
                if (water.flat) {
                    slice.along = steps * perStep;
                    slice.sea = water.category == "sea";
                    slice.bank = slice.sea ? kSeaLevel : m_network.shore[body - 1u] - freeboardOf(water.category);
                } else {
                    slice.along = (steps / m_bin + 0.5) * m_bin * perStep;
                    slice.bank = std::min(slice.bank, bankAt(x, y) - freeboardOf(water.category));
                }
            }
        }
        for (const std::vector<Point>* ends : {&m_waters.springs, &m_waters.mouths}) {
            for (const Point end : *ends) {
                const double x = std::floor(end.x / m_frame.spacing), y = std::floor(end.y / m_frame.spacing);
                if (!(x >= 0 && y >= 0 && x < cells.width() && y < cells.height())) continue;
                const uint32_t slice = label()(static_cast<int>(x), static_cast<int>(y));
                if (slice) m_slices[slice - 1].source = true;
            }
        }
        for (Slice& slice : m_slices) {
            slice.land /= std::max(slice.cells, 1.0);
            // A stretch without a bank of its own (it lies in the middle of a wide water) takes the land that was
            // there.
            if (slice.bank > 1e8) slice.bank = slice.land - 0.25;
            if (!slice.sea) slice.bank = std::min(slice.bank, slice.cap);
        }
    }

    // The lowest land beside a cell of running water; 1e9 where it lies inside.
    double bankAt(int x, int y) const {
        const auto& cells = m_waters.cells;
        bool inside = true;
        for (int k = 0; k < 4 && inside; ++k) {
            const int nx = x + (k == 0) - (k == 1), ny = y + (k == 2) - (k == 3);
            inside = !cells.contains(nx, ny) || cells(nx, ny);
        }
        if (inside) return 1e9;
        const int reach = std::max(1, static_cast<int>(std::floor(2.0 / m_frame.spacing + 0.5)));
        double lowest = 1e9;
        for (int dy = -1; dy <= 1; ++dy) {
            for (int dx = -1; dx <= 1; ++dx) {
                const int nx = std::clamp(x + dx * reach, 0, cells.width() - 1);
                const int ny = std::clamp(y + dy * reach, 0, cells.height() - 1);
                if (!cells(nx, ny)) lowest = std::min(lowest, static_cast<double>(m_height(nx, ny)));
            }
        }
        return lowest < 1e8 ? lowest : m_height(x, y);
    }

    std::vector<std::vector<uint32_t>> neighbours() const {
        std::vector<std::pair<uint32_t, uint32_t>> pairs;
        const Grid<uint32_t>& of = label();
        const auto add = [&](int x, int y, int nx, int ny) {
            if (!of.contains(nx, ny) || !of(nx, ny) || of(nx, ny) == of(x, y)) return;
            if (m_network.net(nx, ny) != m_network.net(x, y)) return;
            const std::pair<uint32_t, uint32_t> pair = std::minmax(of(x, y), of(nx, ny));
            if (pairs.empty() || pairs.back() != pair) pairs.push_back(pair);
        };
        for (int y = 0; y < of.height(); ++y) {
            for (int x = 0; x < of.width(); ++x) {
                if (!of(x, y)) continue;
                add(x, y, x + 1, y);
                add(x, y, x, y + 1);
                add(x, y, x + 1, y + 1);
                add(x, y, x - 1, y + 1);
            }
        }
        std::sort(pairs.begin(), pairs.end());
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        std::vector<std::vector<uint32_t>> beside(m_slices.size());
        for (const auto& [a, b] : pairs) {
            beside[a - 1].push_back(b - 1);
            beside[b - 1].push_back(a - 1);
        }
        return beside;
    }

    // In a pocket off the stream (the outer side of a bend) distance grows though nothing comes from there: its water
    // stands no higher than the stream. What is left are levels that some source feeds: a reconstruction from the
    // sources (Vincent, 1993).
    void calmPockets(std::vector<double>& level, const std::vector<std::vector<uint32_t>>& beside) const {
        std::vector<double> fed(level.size(), -1e9);
        std::priority_queue<std::pair<double, uint32_t>> open;
        for (uint32_t i = 0; i < level.size(); ++i) {
            if (m_slices[i].source) open.emplace(fed[i] = level[i], i);
        }
        while (!open.empty()) {
            const auto [value, at] = open.top();
            open.pop();
            if (value < fed[at]) continue;
            for (const uint32_t next : beside[at]) {
                const double offer = std::min(value, level[next]);
                if (offer > fed[next]) open.emplace(fed[next] = offer, next);
            }
        }
        for (size_t i = 0; i < level.size(); ++i) {
            if (fed[i] > -1e8) level[i] = fed[i];
        }
    }

    // How much higher the level may be one slice on: not at all downstream, and upstream as the land allows. Where that
    // is steep (a cliff, a mountainside) the water falls with it.
    double cost(const Slice& from, const Slice& to) const {
        const double climb = to.along - from.along;
        if (climb < 0) return 0;
        const double step = std::max(climb, 0.5 * m_bin * m_frame.spacing / kStraight);
        const double slope = std::abs(to.land - from.land) / step;
        const double allowed = 0.03 + (slope > 0.35 ? 2.0 : 1.15) * slope;
        return std::max(0.0, allowed - kLeastFall) * step;
    }

    const WaterBodies& m_waters;
    const WaterNetwork& m_network;
    const Grid<float>& m_height;
    const Frame& m_frame;
    const Locked* m_locked;
    int m_bin;  // fifths of a cell that one slice spans
    Components m_sets;
    std::vector<Slice> m_slices;
};

// Where slices part or meet their levels still step; a few passes over each network's own cells smooth that. Still
// water keeps its level.
void smoothRunning(Grid<float>& level, const WaterBodies& waters, const WaterNetwork& network, int passes,
                   int threads) {
    Grid<float> before;
    for (int pass = 0; pass < passes; ++pass) {
        before = level;
        parallelRows(threads, level.height(), [&](int y) {
            for (int x = 0; x < level.width(); ++x) {
                const uint16_t body = waters.cells(x, y);
                if (!body || waters.bodies[body - 1u].flat) continue;
                float sum = 0, count = 0;
                for (int ny = std::max(y - 1, 0); ny <= std::min(y + 1, level.height() - 1); ++ny) {
                    for (int nx = std::max(x - 1, 0); nx <= std::min(x + 1, level.width() - 1); ++nx) {
                        if (network.net(nx, ny) != network.net(x, y)) continue;
                        sum += before(nx, ny);
                        count += 1;
                    }
                }
                level(x, y) = sum / count;
            }
        });
    }
}

// What smoothing bent at sharp corners: no cell stands below one that it flows to.
void mendFall(Grid<float>& level, const WaterNetwork& network) {
    for (const uint32_t cell : network.order) {
        const int x = static_cast<int>(cell) % level.width(), y = static_cast<int>(cell) / level.width();
        float& here = level(x, y);
        for (int ny = std::max(y - 1, 0); ny <= std::min(y + 1, level.height() - 1); ++ny) {
            for (int nx = std::max(x - 1, 0); nx <= std::min(x + 1, level.width() - 1); ++nx) {
                if (network.net(nx, ny) == network.net(x, y) && network.steps(nx, ny) < network.steps(x, y))
                    here = std::max(here, level(nx, ny));
            }
        }
    }
}

}  // namespace

Grid<float> waterLevels(WaterBodies& waters, const Grid<float>& height, const Frame& frame, const Job& job,
                        const Locked* locked) {
    Grid<float> level(frame.cols, frame.rows, kDry);
    if (!waters.any()) return level;
    const WaterNetwork network = networkOf(waters, height, frame, job);
    if (job.stopped()) return level;
    const Slices slices(waters, network, height, frame, locked);
    const std::vector<Slices::Solved> solved = slices.solve();
    std::vector<int32_t> nearest(waters.bodies.size(), INT32_MAX);
    for (size_t i = 0; i < level.values().size(); ++i) {
        const uint32_t slice = slices.label().values()[i];
        if (!slice) continue;
        const Slices::Solved& one = solved[slice - 1];
        const size_t body = waters.cells.values()[i] - 1u;
        const double along = waters.bodies[body].flat ? 0 : slices.within(i);
        level.values()[i] =
            static_cast<float>(one.here + along * (along > 0 ? one.above - one.here : one.here - one.below));
        if (network.steps.values()[i] >= nearest[body]) continue;
        nearest[body] = network.steps.values()[i];
        waters.bodies[body].level = one.here;
    }
    smoothRunning(level, waters, network, 4, job.threads);
    mendFall(level, network);
    return level;
}

}  // namespace sketchwalk::terrain
