#include "core/terrain/Locked.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>

#include "core/base/GridHash.h"
#include "core/base/Raster.h"

namespace sketchwalk::terrain {
namespace {

constexpr float kNone = std::numeric_limits<float>::quiet_NaN();
constexpr float kRunPerRise = 3;               // metres over which a metre of difference is made up
constexpr float kLeastRun = 4, kMostRun = 40;  // metres
constexpr float kLevelRun = 8;                 // metres, of water
constexpr double kSeam = 1.5;                  // metres over which surfaces blend

// Carries what changed at the held samples out into the free ones around, less and less.
class Easing {
  public:
    // `held`: 1 where a sample is given and stays. `runOf`: metres over which a difference fades.
    Easing(const Grid<uint8_t>& held, double spacing, std::function<float(float)> runOf)
        : m_held(held), m_spacing(static_cast<float>(spacing)), m_runOf(std::move(runOf)) {}

    // `delta`: at held samples, new less old; NaN elsewhere. `change` is told every free sample and what to add there.
    void spread(Grid<float>& delta, const std::function<void(size_t, float)>& change) const {
        std::vector<uint32_t> rim = rimOf(delta);
        for (int ring = 1; !rim.empty(); ++ring) {
            std::vector<uint32_t> next;
            for (const uint32_t at : rim) {
                around(delta, at, [&](size_t i) {
                    if (m_held.values()[i] == 0 && std::isnan(delta.values()[i]))
                        next.push_back(static_cast<uint32_t>(i));
                });
            }
            std::sort(next.begin(), next.end());
            next.erase(std::unique(next.begin(), next.end()), next.end());
            std::vector<float> found(next.size());
            for (size_t k = 0; k < next.size(); ++k) {
                float sum = 0, count = 0;
                around(delta, next[k], [&](size_t i) {
                    if (!std::isnan(delta.values()[i])) sum += delta.values()[i], count += 1;
                });
                found[k] = sum / count;
            }
            rim.clear();
            for (size_t k = 0; k < next.size(); ++k) {
                delta.values()[next[k]] = found[k];
                if (found[k] == 0) continue;
                const float away = static_cast<float>(ring) * m_spacing, run = std::max(m_runOf(found[k]), m_spacing);
                const float share = 1 - smoothStep(0.0f, run, away);
                if (share <= 0) continue;
                change(next[k], share * found[k]);
                rim.push_back(next[k]);
            }
        }
    }

  private:
    template <class Visit>
    void around(const Grid<float>& grid, uint32_t at, const Visit& visit) const {
        const int w = grid.width(), x = static_cast<int>(at) % w, y = static_cast<int>(at) / w;
        for (int ny = std::max(y - 1, 0); ny <= std::min(y + 1, grid.height() - 1); ++ny) {
            for (int nx = std::max(x - 1, 0); nx <= std::min(x + 1, w - 1); ++nx) visit(grid.index(nx, ny));
        }
    }
    // Held samples that changed and have a free one beside them.
    std::vector<uint32_t> rimOf(const Grid<float>& delta) const {
        std::vector<uint32_t> rim;
        for (size_t i = 0; i < delta.values().size(); ++i) {
            if (m_held.values()[i] == 0 || !(delta.values()[i] != 0) || std::isnan(delta.values()[i])) continue;
            bool free = false;
            around(delta, static_cast<uint32_t>(i), [&](size_t k) { free = free || m_held.values()[k] == 0; });
            if (free) rim.push_back(static_cast<uint32_t>(i));
        }
        return rim;
    }

    const Grid<uint8_t>& m_held;
    float m_spacing;
    std::function<float(float)> m_runOf;
};

std::vector<bool> knownOf(const std::vector<std::string>& names, const catalogue::Catalogue& catalogue) {
    std::vector<bool> known;
    for (const std::string& name : names) {
        const catalogue::Entry* entry = catalogue.find(name);
        known.push_back(entry != nullptr &&
                        (entry->kind == catalogue::Kind::surface || entry->kind == catalogue::Kind::water));
    }
    return known;
}

size_t indexOf(std::vector<std::string>& names, const std::string& name) {
    const auto at = std::find(names.begin(), names.end(), name);
    if (at != names.end()) return static_cast<size_t>(at - names.begin());
    names.push_back(name);
    return names.size() - 1;
}

// Whole numbers that sum to 255; what rounding leaves goes to the strongest.
void settleWeights(std::vector<Grid<uint8_t>>& weights, size_t cell, const std::vector<float>& wished) {
    int left = 255;
    size_t strongest = 0;
    for (size_t l = 0; l < weights.size(); ++l) {
        const int value = std::clamp(static_cast<int>(wished[l]), 0, left);
        weights[l].values()[cell] = static_cast<uint8_t>(value);
        left -= value;
        if (wished[l] > wished[strongest]) strongest = l;
    }
    weights[strongest].values()[cell] = static_cast<uint8_t>(weights[strongest].values()[cell] + left);
}

}  // namespace

Locked::Locked(const layout::Layout& layout, const Frame& frame, const catalogue::Catalogue& catalogue)
    : m_frame(frame) {
    ContentHash hash;
    for (const layout::Lock& lock : layout.locks) {
        if (m_sources.size() >= 65534 || lock.held->ground.surface.empty()) continue;
        if (!any()) {
            m_source = Grid<uint16_t>(frame.cols, frame.rows);
            m_cell = Grid<uint32_t>(frame.cols, frame.rows);
            m_node = Grid<uint8_t>(frame.nodesX(), frame.nodesY());
            m_height = m_level = Grid<float>(frame.nodesX(), frame.nodesY(), kNone);
        }
        const sketch::LockedGround& ground = lock.held->ground;
        m_sources.push_back({lock.held, ground.spacing == frame.spacing, knownOf(ground.surfaces, catalogue),
                             knownOf(ground.layers, catalogue)});
        const Source& source = m_sources.back();
        Grid<uint8_t> mask(frame.cols, frame.rows);
        fill(mask, lock.shape, frame.spacing);
        const auto number = static_cast<uint16_t>(m_sources.size());
        for (int y = 0; y < frame.rows; ++y) {
            for (int x = 0; x < frame.cols; ++x) {
                bool inside = false;
                const size_t cell = mask(x, y) != 0 ? cellIn(source, x, y, inside) : 0;
                if (!inside) continue;
                const uint8_t surface = ground.surface.values()[cell];
                if (surface == sketch::kNotHeld || !source.known[surface]) continue;
                m_source(x, y) = number;
                m_cell(x, y) = static_cast<uint32_t>(cell);
            }
        }
        sampleNodes(source, number);
        hash.add(lock.held->hash);
        for (const Point& p : lock.shape.outer) hash.add(&p, sizeof p);
        for (const Ring& hole : lock.shape.holes) {
            for (const Point& p : hole) hash.add(&p, sizeof p);
        }
    }
    if (any()) m_hash = hash.value();
}

size_t Locked::cellIn(const Source& source, int x, int y, bool& inside) const {
    const sketch::LockedGround& ground = source.lock->ground;
    const auto at = [&](int place, int first) {
        if (source.same) return place - first;
        return static_cast<int>(std::floor((place + 0.5) * m_frame.spacing / ground.spacing)) - first;
    };
    const int column = at(x, ground.column), row = at(y, ground.row);
    inside = ground.surface.contains(column, row);
    return inside ? ground.surface.index(column, row) : 0;
}

// The corners of its cells.
void Locked::sampleNodes(const Source& source, uint16_t number) {
    const sketch::LockedGround& ground = source.lock->ground;
    for (int y = 0; y < m_frame.nodesY(); ++y) {
        for (int x = 0; x < m_frame.nodesX(); ++x) {
            bool corner = false;
            for (int k = 0; k < 4 && !corner; ++k) {
                const int cx = x - k % 2, cy = y - k / 2;
                corner = m_source.contains(cx, cy) && m_source(cx, cy) == number;
            }
            if (!corner) continue;
            const double u = source.same ? x - ground.column : x * m_frame.spacing / ground.spacing - ground.column;
            const double v = source.same ? y - ground.row : y * m_frame.spacing / ground.spacing - ground.row;
            const auto nearestLevel =
                ground.level.clamped(static_cast<int>(std::lround(u)), static_cast<int>(std::lround(v)));
            const float height = source.same ? ground.height.clamped(static_cast<int>(u), static_cast<int>(v))
                                             : static_cast<float>(bilinear(ground.height, u, v));
            if (std::isnan(height)) continue;
            m_node(x, y) = 1;
            m_height(x, y) = height;
            m_level(x, y) = nearestLevel;
        }
    }
}

const sketch::LockedWater* Locked::waterAt(int x, int y) const {
    if (!holds(x, y)) return nullptr;
    const sketch::LockedGround& ground = sourceAt(x, y).lock->ground;
    const uint8_t water = ground.water.values()[m_cell(x, y)];
    return water != 0 ? &ground.waters[water - 1u] : nullptr;
}

float Locked::lowestBeside(int x, int y) const {
    float lowest = 1e9f;
    if (!any() || holds(x, y)) return lowest;
    for (int ny = y - 1; ny <= y + 1; ++ny) {
        for (int nx = x - 1; nx <= x + 1; ++nx) {
            if (!m_source.contains(nx, ny) || !holds(nx, ny) || waterAt(nx, ny) != nullptr) continue;
            for (int k = 0; k < 4; ++k) {
                const int cx = nx + k % 2, cy = ny + k / 2;
                if (std::isnan(m_level(cx, cy)) && m_node(cx, cy) != 0) lowest = std::min(lowest, m_height(cx, cy));
            }
        }
    }
    return lowest;
}

void Locked::holdHeights(Grid<float>& height, const Grid<uint8_t>& wet) const {
    if (!any()) return;
    Grid<float> delta(height.width(), height.height(), kNone);
    for (size_t i = 0; i < height.values().size(); ++i) {
        if (m_node.values()[i] == 0) continue;
        delta.values()[i] = m_height.values()[i] - height.values()[i];
        height.values()[i] = m_height.values()[i];
    }
    const auto besideWater = [&](size_t i) {
        const int x = static_cast<int>(i % static_cast<size_t>(height.width()));
        const int y = static_cast<int>(i / static_cast<size_t>(height.width()));
        for (int k = 0; k < 9; ++k) {
            if (wet.clamped(x + k % 3 - 1, y + k / 3 - 1) != 0) return true;
        }
        return false;
    };
    const Easing easing(m_node, m_frame.spacing,
                        [](float rise) { return std::clamp(kRunPerRise * std::abs(rise), kLeastRun, kMostRun); });
    easing.spread(delta, [&](size_t i, float change) {
        if (!besideWater(i)) height.values()[i] += change;
    });
}

void Locked::holdLevels(Grid<float>& level) const {
    if (!any()) return;
    Grid<float> delta(level.width(), level.height(), kNone);
    for (size_t i = 0; i < level.values().size(); ++i) {
        if (m_node.values()[i] == 0) continue;
        const float change = m_level.values()[i] - level.values()[i];
        delta.values()[i] = std::isnan(change) ? 0 : change;
        level.values()[i] = m_level.values()[i];
    }
    const Easing easing(m_node, m_frame.spacing, [](float) { return kLevelRun; });
    easing.spread(delta, [&](size_t i, float change) { level.values()[i] += change; });  // NaN stays
}

void Locked::holdSurface(Ground& ground) const {
    if (!any()) return;
    std::vector<std::vector<size_t>> surfaceOf(m_sources.size()), layerOf(m_sources.size());
    for (size_t s = 0; s < m_sources.size(); ++s) {
        const Source& source = m_sources[s];
        const sketch::LockedGround& held = source.lock->ground;
        for (size_t i = 0; i < held.surfaces.size(); ++i)
            surfaceOf[s].push_back(source.known[i] ? indexOf(ground.surfaces, held.surfaces[i]) : 0);
        for (size_t i = 0; i < held.layers.size(); ++i)
            layerOf[s].push_back(source.knownLayer[i] ? indexOf(ground.layers, held.layers[i]) : 0);
    }
    const int width = ground.surface.width(), depth = ground.surface.height();
    ground.weights.resize(ground.layers.size(), Grid<uint8_t>(width, depth));
    Grid<uint8_t> held(width, depth);
    for (size_t i = 0; i < held.values().size(); ++i) held.values()[i] = m_source.values()[i] != 0;

    std::vector<Grid<float>> deltas(ground.layers.size(), Grid<float>(width, depth, kNone));
    std::vector<float> before(ground.layers.size());
    for (size_t i = 0; i < held.values().size(); ++i) {
        if (held.values()[i] == 0) continue;
        const size_t s = m_source.values()[i] - 1u, cell = m_cell.values()[i];
        const sketch::LockedGround& from = m_sources[s].lock->ground;
        for (size_t l = 0; l < before.size(); ++l) {
            before[l] = static_cast<float>(ground.weights[l].values()[i]);
            ground.weights[l].values()[i] = 0;
        }
        ground.surface.values()[i] = static_cast<uint8_t>(surfaceOf[s][from.surface.values()[cell]]);
        int sum = 0;
        for (size_t l = 0; l < layerOf[s].size(); ++l) {
            uint8_t& weight = ground.weights[layerOf[s][l]].values()[i];
            const int share = std::min<int>(from.weights[l].values()[cell], 255 - sum);
            weight = static_cast<uint8_t>(weight + share);
            sum += share;
        }
        if (sum < 255 && !layerOf[s].empty()) {
            uint8_t& weight = ground.weights[layerOf[s].front()].values()[i];
            weight = static_cast<uint8_t>(weight + 255 - sum);
        }
        for (size_t l = 0; l < before.size(); ++l)
            deltas[l].values()[i] = static_cast<float>(ground.weights[l].values()[i]) - before[l];
    }

    std::map<size_t, std::vector<float>> seam;  // by cell: the weights wished there
    const Easing easing(held, m_frame.spacing, [](float) { return static_cast<float>(kSeam); });
    for (size_t l = 0; l < deltas.size(); ++l) {
        easing.spread(deltas[l], [&](size_t i, float change) {
            auto [at, fresh] = seam.try_emplace(i);
            if (fresh) {
                for (const Grid<uint8_t>& layer : ground.weights)
                    at->second.push_back(static_cast<float>(layer.values()[i]));
            }
            at->second[l] += change;
        });
    }
    for (const auto& [cell, wished] : seam) {
        if (ground.water.values()[cell] == 0) settleWeights(ground.weights, cell, wished);
    }
}

}  // namespace sketchwalk::terrain
