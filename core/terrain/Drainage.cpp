#include "core/terrain/Drainage.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <utility>
#include <vector>

#include "core/base/Parallel.h"
#include "core/terrain/Shores.h"
#include "core/terrain/StreamPower.h"

namespace sketchwalk::terrain {

namespace {

constexpr float kFall = 1e-4f;       // metres a metre, at least, along a cut
constexpr double kMostArea = 20000;  // square metres that one search may fill
constexpr int kMostFailures = 12;
constexpr float kRoadWorth = 6, kSiteWorth = 30;  // metres of other ground that are rather cut than one of these

bool isHollow(const Grid<float>& height, const Grid<uint8_t>& wet, const Grid<uint8_t>& marks, int x, int y) {
    if (x <= 0 || y <= 0 || x >= height.width() - 1 || y >= height.height() - 1) return false;
    const float z = height(x, y);
    const float *north = height.row(y - 1) + x, *here = height.row(y) + x, *south = height.row(y + 1) + x;
    if (here[-1] < z || here[1] < z || north[0] < z || south[0] < z || north[-1] < z || north[1] < z || south[-1] < z ||
        south[1] < z)
        return false;
    return !wet(x, y) && !(marks(x, y) & kHollow);
}

class Breacher {
  public:
    Breacher(Grid<float>& height, const DrainageSetting& setting, const Frame& frame)
        : m_height(height),
          m_set(setting),
          m_frame(frame),
          m_cost(height.width(), height.height()),
          m_from(height.width(), height.height()),
          m_seen(height.width(), height.height()),
          m_fall(std::max(kFall * static_cast<float>(frame.spacing), 2e-5f)),
          m_most(static_cast<size_t>(std::max(30000.0, kMostArea / (frame.spacing * frame.spacing)))) {}

    // Cuts a way out of the hollow at a node; false where none was found.
    bool breach(uint32_t pit) {
        const uint32_t end = search(pit);
        if (end == pit) return false;
        std::vector<uint32_t> path;
        for (uint32_t at = end; at != pit; at = m_from.values()[at]) path.push_back(at);
        std::reverse(path.begin(), path.end());
        const auto steps = static_cast<float>(path.size());
        const float top = m_height.values()[pit];
        const float reach = onEdge(end) ? top - m_fall * steps : m_height.values()[end];
        // An even fall, at most one in a hundred, from the hollow to the lower ground.
        float bottom = std::max(reach, top - std::max(m_fall, 0.01f * static_cast<float>(m_frame.spacing)) * steps);
        for (size_t k = 0; k < path.size(); ++k) {  // no deeper than the banks on the way allow
            if (m_set.wet.values()[path[k]]) continue;
            const float share = static_cast<float>(k + 1) / steps;
            bottom = std::max(bottom, top + (leastAt(path[k]) - top) / share);
        }
        bottom = std::min(bottom, top - m_fall * steps);
        for (size_t k = 0; k < path.size(); ++k) {
            const uint32_t at = path[k];
            if (m_set.wet.values()[at]) continue;
            const float wanted = top + (bottom - top) * (static_cast<float>(k + 1) / steps);
            const float cut = m_height.values()[at] - wanted;
            if (cut > 0) lower(at, wanted, cut);
        }
        return true;
    }

  private:
    struct Open {
        float cost;
        uint32_t steps;
        uint32_t at;
        bool operator>(const Open& other) const {
            if (cost != other.cost) return cost > other.cost;
            return steps != other.steps ? steps > other.steps : at > other.at;
        }
    };

    int xOf(uint32_t at) const { return static_cast<int>(at) % m_height.width(); }
    int yOf(uint32_t at) const { return static_cast<int>(at) / m_height.width(); }
    // How low a node may be cut: banks stay above their water.
    float leastAt(uint32_t at) const {
        const float level = m_set.level.values()[at];
        return std::isnan(level) ? -1e9f : level + kBank + 0.001f;
    }
    bool onEdge(uint32_t at) const {
        const int x = xOf(at), y = yOf(at);
        return x == 0 || y == 0 || x == m_height.width() - 1 || y == m_height.height() - 1;
    }

    // Dijkstra's search by the depth that would have to be cut, over every metre of the way; roads and sites count
    // more. Returns the hollow itself where nothing lower is near.
    uint32_t search(uint32_t pit) {
        ++m_round;
        const float top = m_height.values()[pit];
        m_open.clear();
        m_open.push_back({0, 0, pit});
        m_cost.values()[pit] = 0;
        m_seen.values()[pit] = m_round;
        size_t visited = 0;
        while (!m_open.empty() && visited < m_most) {
            std::pop_heap(m_open.begin(), m_open.end(), std::greater<>());
            const Open now = m_open.back();
            m_open.pop_back();
            if (now.cost > m_cost.values()[now.at]) continue;
            ++visited;
            const bool lowEnough = m_height.values()[now.at] < top - m_fall * static_cast<float>(now.steps);
            if (now.at != pit && (lowEnough || (onEdge(now.at) && !m_set.wet.values()[now.at]))) return now.at;
            if (m_set.wet.values()[now.at]) continue;  // water above the hollow: no way through
            for (size_t k = 0; k < 8; ++k) {
                const int nx = xOf(now.at) + kDx[k], ny = yOf(now.at) + kDy[k];
                if (!m_height.contains(nx, ny)) continue;
                const auto next = static_cast<uint32_t>(m_height.index(nx, ny));
                if (!m_set.wet.values()[next] && leastAt(next) > top - m_fall * static_cast<float>(now.steps + 1))
                    continue;
                const float length = (k % 2 ? 1.41421356f : 1.0f) * static_cast<float>(m_frame.spacing);
                const float cut = std::max(0.0f, m_height.values()[next] - top);
                float factor = 1;
                if (m_set.roadEdge.values()[next] < 0) factor = kRoadWorth;
                if (m_set.siteEdge.values()[next] < 0) factor = kSiteWorth;
                const float cost = now.cost + length * factor * (0.01f + cut);
                if (m_seen.values()[next] == m_round && m_cost.values()[next] <= cost) continue;
                m_seen.values()[next] = m_round;
                m_cost.values()[next] = cost;
                m_from.values()[next] = now.at;
                m_open.push_back({cost, now.steps + 1, next});
                std::push_heap(m_open.begin(), m_open.end(), std::greater<>());
            }
        }
        return pit;
    }

    // Lowers a node and slopes the ground around toward it. A slope has no hollow of its own.
    void lower(uint32_t at, float wanted, float cut) {
        const bool road = m_set.roadEdge.values()[at] < 0.5f;
        const float slope = (road ? 0.09f : cut > 2 ? 0.7f : 0.3f) * static_cast<float>(m_frame.spacing);
        const int reach =
            std::min(static_cast<int>(cut / slope) + 1, std::max(2, static_cast<int>(14 / m_frame.spacing)));
        const int x = xOf(at), y = yOf(at);
        for (int ny = std::max(y - reach, 0); ny <= std::min(y + reach, m_height.height() - 1); ++ny) {
            for (int nx = std::max(x - reach, 0); nx <= std::min(x + reach, m_height.width() - 1); ++nx) {
                if (m_set.wet(nx, ny)) continue;
                const auto dx = static_cast<float>(nx - x), dy = static_cast<float>(ny - y);
                const float least = leastAt(static_cast<uint32_t>(m_height.index(nx, ny)));
                const float sloped = std::max(wanted + slope * std::sqrt(dx * dx + dy * dy), least);
                m_height(nx, ny) = std::min(m_height(nx, ny), sloped);
            }
        }
    }

    Grid<float>& m_height;
    const DrainageSetting& m_set;
    const Frame& m_frame;
    Grid<float> m_cost;
    Grid<uint32_t> m_from, m_seen;
    uint32_t m_round = 0;
    float m_fall;  // metres a node
    size_t m_most;
    std::vector<Open> m_open;
};

// Raises what is left until it spills into water, a drawn hollow or over the edge.
void fillRest(Grid<float>& height, const DrainageSetting& setting) {
    Grid<uint8_t> outlet(height.width(), height.height());
    for (size_t i = 0; i < outlet.values().size(); ++i)
        outlet.values()[i] = setting.wet.values()[i] || (setting.marks.values()[i] & kHollow);
    drain(height, outlet, 1e-4f);
}

}  // namespace

std::vector<uint32_t> hollowsOf(const Grid<float>& height, const Grid<uint8_t>& wet, const Grid<uint8_t>& marks,
                                int threads) {
    std::vector<std::vector<uint32_t>> rows(static_cast<size_t>(height.height()));
    parallelRows(threads, height.height(), [&](int y) {
        for (int x = 0; x < height.width(); ++x) {
            if (isHollow(height, wet, marks, x, y))
                rows[static_cast<size_t>(y)].push_back(static_cast<uint32_t>(height.index(x, y)));
        }
    });
    std::vector<uint32_t> out;
    for (const auto& row : rows) out.insert(out.end(), row.begin(), row.end());
    return out;
}

int mendHollows(Grid<float>& height, const DrainageSetting& setting, const Frame& frame, const Job& job) {
    std::vector<uint32_t> pits = hollowsOf(height, setting.wet, setting.marks, job.threads);
    if (pits.empty()) return 0;
    const int found = static_cast<int>(pits.size());
    Breacher breacher(height, setting, frame);
    int failures = 0;
    for (int round = 0; round < 3 && !pits.empty() && failures < kMostFailures && !job.stopped(); ++round) {
        // The lowest first: what lies above then finds their cuts.
        std::sort(pits.begin(), pits.end(), [&](uint32_t a, uint32_t b) {
            const float za = height.values()[a], zb = height.values()[b];
            return za != zb ? za < zb : a < b;
        });
        for (const uint32_t pit : pits) {
            if (failures >= kMostFailures || job.stopped()) break;
            const int x = static_cast<int>(pit) % height.width(), y = static_cast<int>(pit) / height.width();
            if (isHollow(height, setting.wet, setting.marks, x, y) && !breacher.breach(pit)) ++failures;
        }
        pits = hollowsOf(height, setting.wet, setting.marks, job.threads);
    }
    if (!pits.empty() && !job.stopped()) fillRest(height, setting);
    return found;
}

}  // namespace sketchwalk::terrain
