// From exact surfaces to splat layers with soft rims.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/Hash.h"
#include "core/base/Noise.h"
#include "core/base/Parallel.h"
#include "core/terrain/SurfacePaint.h"

namespace sketchwalk::terrain {

namespace {

constexpr size_t kMostLayers = 8;
constexpr double kRim = 0.6;       // metres to either side of a soft border
constexpr double kYard = 2.2;      // metres of trodden ground around a building
constexpr float kMostYard = 0.4f;  // its greatest share, so that the surface itself still shows most

// Which layer stands in for another when a map has more than eight. What nature put there gives way first.
constexpr std::pair<const char*, const char*> kStandIns[] = {
    {"gravel", "sand"},   {"gravel", "rock"},  {"mud", "dirt"},     {"ash", "rock"},
    {"sand", "dirt"},     {"garden", "grass"}, {"mud", "dirt"},     {"dirt", "path"},
    {"jungle", "forest"}, {"field", "dirt"},   {"forest", "grass"}, {"paving", "road"}};

// The splat layer of every paint that is used, and the list of layers.
class Layers {
  public:
    Layers(const Covering& covering, const std::vector<bool>& used) : m_of(covering.paints.size()) {
        std::vector<std::string> names(covering.paints.size());
        for (size_t p = 0; p < names.size(); ++p)
            names[p] = used[p] ? covering.paints[static_cast<uint8_t>(p)].layer : "";
        const auto drawn = [&](std::string_view layer) {
            for (size_t p = 0; p < names.size(); ++p) {
                const auto& paint = covering.paints[static_cast<uint8_t>(p)];
                if (names[p] == layer && !paint.natural && paint.surface == layer) return true;
            }
            return false;
        };
        enum class Pass { natural, reducing, any };
        for (const Pass pass : {Pass::natural, Pass::reducing, Pass::any}) {
            for (const auto& [from, to] : kStandIns) {
                if (distinct(names).size() <= kMostLayers) break;
                const bool there = std::find(names.begin(), names.end(), to) != names.end();
                if ((pass != Pass::any && !there) || (pass == Pass::natural && drawn(from))) continue;
                std::replace(names.begin(), names.end(), std::string(from), std::string(to));
            }
        }
        m_names = distinct(names);
        for (size_t p = 0; p < names.size(); ++p) {
            const auto at = std::find(m_names.begin(), m_names.end(), names[p]);
            m_of[p] = at == m_names.end() ? 0 : static_cast<uint8_t>(at - m_names.begin());
        }
    }

    const std::vector<std::string>& names() const { return m_names; }
    uint8_t of(uint8_t paint) const { return m_of[paint]; }
    int find(std::string_view name) const {
        const auto at = std::find(m_names.begin(), m_names.end(), name);
        return at == m_names.end() ? -1 : static_cast<int>(at - m_names.begin());
    }
    int add(const char* name) {  // -1 where there is no room
        if (const int at = find(name); at >= 0) return at;
        if (m_names.size() >= kMostLayers) return -1;
        m_names.emplace_back(name);
        return static_cast<int>(m_names.size()) - 1;
    }

  private:
    static std::vector<std::string> distinct(const std::vector<std::string>& names) {
        std::vector<std::string> list;
        for (const auto& name : names) {
            if (!name.empty() && std::find(list.begin(), list.end(), name) == list.end()) list.push_back(name);
        }
        return list;
    }

    std::vector<uint8_t> m_of;
    std::vector<std::string> m_names;
};

float smooth(double t) {
    t = std::clamp(t, 0.0, 1.0);
    return static_cast<float>(t * t * (3 - 2 * t));
}

// How trodden the ground is around buildings, 0..255; empty where there is none.
Grid<uint8_t> yards(const Ground& ground, const layout::Layout& layout, const catalogue::Catalogue& catalogue) {
    Grid<uint8_t> trodden;
    for (const auto& placement : layout.placements) {
        const auto* entry = catalogue.find(placement.category);
        if (entry == nullptr || entry->site != catalogue::Site::level || placement.afloat) continue;
        const Point half = placement.footprint * 0.5, front = directionOf(placement.yaw), side(front.y, -front.x);
        const double reach = std::sqrt(half.x * half.x + half.y * half.y) + kYard;
        if (!std::isfinite(reach + placement.position.x + placement.position.y)) continue;
        if (trodden.empty()) trodden = Grid<uint8_t>(ground.water.width(), ground.water.height());
        const auto cell = [&](double at, int most) {
            return static_cast<int>(std::clamp(at / ground.spacing, 0.0, static_cast<double>(most)));
        };
        const int x0 = cell(placement.position.x - reach, trodden.width()),
                  x1 = cell(placement.position.x + reach, trodden.width() - 1);
        const int y0 = cell(placement.position.y - reach, trodden.height()),
                  y1 = cell(placement.position.y + reach, trodden.height() - 1);
        for (int y = y0; y <= y1; ++y) {
            for (int x = x0; x <= x1; ++x) {
                const Point p = Point((x + 0.5) * ground.spacing, (y + 0.5) * ground.spacing) - placement.position;
                const double dx = std::max(std::abs(p.x * side.x + p.y * side.y) - half.x, 0.0);
                const double dy = std::max(std::abs(p.x * front.x + p.y * front.y) - half.y, 0.0);
                const auto share = static_cast<uint8_t>(255 * smooth(1 - std::sqrt(dx * dx + dy * dy) / kYard));
                trodden(x, y) = std::max(trodden(x, y), share);
            }
        }
    }
    return trodden;
}

class Blender {
  public:
    Blender(const Covering& covering, const Layers& layers, double spacing, uint64_t seed, int threads)
        : m_cells(covering.paint.width(), covering.paint.height()),
          m_spacing(spacing),
          m_seed(randomBits(seed, "soft rims")),
          m_reach(std::clamp(static_cast<int>(std::lround(kRim / spacing)), 1, 4)) {
        std::vector<uint8_t> value(covering.paints.size());
        for (size_t p = 0; p < value.size(); ++p) {
            const auto index = static_cast<uint8_t>(p);
            value[p] = static_cast<uint8_t>(layers.of(index) | (covering.paints[index].crisp ? kCrisp : 0));
        }
        for (size_t i = 0; i < m_cells.values().size(); ++i) m_cells.values()[i] = value[covering.paint.values()[i]];
        findMixedRows(threads);
    }

    // Shares of the layers in a cell, summing to 1. True where one layer has all.
    bool shares(int x, int y, std::array<float, kMostLayers>& share) const {
        const uint8_t own = m_cells(x, y);
        if (same(x, y)) return true;
        share.fill(0);
        float total = 0;
        for (int dy = -m_reach; dy <= m_reach; ++dy) {
            for (int dx = -m_reach; dx <= m_reach; ++dx) {
                uint8_t there = m_cells.clamped(x + dx, y + dy);
                const bool beside = std::abs(dx) <= 1 && std::abs(dy) <= 1;
                if (((there | own) & kCrisp) != 0 && !beside) there = own;  // a road's rim is one cell wide
                const float weight =
                    static_cast<float>(m_reach + 1) - 0.7f * static_cast<float>(std::max(std::abs(dx), std::abs(dy)));
                share[there & kLayer] += weight;
                total += weight;
            }
        }
        for (auto& s : share) s /= total;
        const size_t mine = own & kLayer;
        float wished = share[mine];
        if ((own & kCrisp) == 0) {
            const double noise = gradientNoise(m_seed, (x + 0.5) * m_spacing / 1.7, (y + 0.5) * m_spacing / 1.7);
            wished += 0.3f * static_cast<float>(noise);
        }
        raise(share, mine, std::clamp(wished, 0.52f, 1.0f));
        return false;
    }

    static void raise(std::array<float, kMostLayers>& share, size_t layer, float wished) {
        const float others = 1 - share[layer];
        const float factor = others > 1e-6f ? (1 - wished) / others : 0.0f;
        for (auto& s : share) s *= factor;
        share[layer] = others > 1e-6f ? wished : 1.0f;
    }

  private:
    static constexpr uint8_t kCrisp = 128, kLayer = 127;

    // Marks the cells whose row, within reach, holds more than one layer or differs from the row below.
    void findMixedRows(int threads) {
        m_mixed = Grid<uint8_t>(m_cells.width(), m_cells.height());
        parallelRows(threads, m_cells.height(), [&](int y) {
            const uint8_t* row = m_cells.row(y);
            const uint8_t* below = m_cells.row(std::min(y + 1, m_cells.height() - 1));
            uint8_t* mixed = m_mixed.row(y);
            const int last = m_cells.width() - 1;
            for (int x = 0; x <= last; ++x) {
                const bool right = ((row[x] ^ row[std::min(x + 1, last)]) & kLayer) != 0;
                const bool down = ((row[x] ^ below[x]) & kLayer) != 0;
                if (!right && !down) continue;
                std::fill(mixed + std::max(x - m_reach, 0), mixed + std::min(x + m_reach, last) + 1, uint8_t{1});
            }
        });
    }

    bool same(int x, int y) const {
        for (int dy = -m_reach; dy <= m_reach; ++dy) {
            if (m_mixed.clamped(x, y + dy) != 0) return false;
        }
        return true;
    }

    Grid<uint8_t> m_cells;  // layer, with kCrisp set for made ground
    Grid<uint8_t> m_mixed;
    double m_spacing;
    uint64_t m_seed;
    int m_reach;
};

// Whole numbers that sum to 255; what rounding leaves goes to the strongest.
void write(std::vector<Grid<uint8_t>>& weights, size_t cell, const std::array<float, kMostLayers>& share) {
    int left = 255;
    size_t strongest = 0;
    for (size_t l = 0; l < weights.size(); ++l) {
        if (share[l] > share[strongest]) strongest = l;
        const int value = static_cast<int>(share[l] * 255);
        weights[l].values()[cell] = static_cast<uint8_t>(value);
        left -= value;
    }
    weights[strongest].values()[cell] = static_cast<uint8_t>(weights[strongest].values()[cell] + left);
}

}  // namespace

void blend(Ground& ground, const layout::Layout& layout, const catalogue::Catalogue& catalogue,
           const Covering& covering, const Job& job) {
    const int width = covering.paint.width(), depth = covering.paint.height();
    std::vector<bool> used(covering.paints.size());
    used[0] = true;  // index 0 is the base, whether it shows or not
    for (const auto p : covering.paint.values()) used[p] = true;

    ground.surfaces.clear();
    std::vector<uint8_t> surfaceOf(covering.paints.size());
    for (size_t p = 0; p < surfaceOf.size(); ++p) {
        if (!used[p]) continue;
        const auto& name = covering.paints[static_cast<uint8_t>(p)].surface;
        auto at = std::find(ground.surfaces.begin(), ground.surfaces.end(), name);
        if (at == ground.surfaces.end()) at = ground.surfaces.insert(at, name);
        surfaceOf[p] = static_cast<uint8_t>(at - ground.surfaces.begin());
    }

    Layers layers(covering, used);
    const auto trodden = yards(ground, layout, catalogue);
    int yard = -1;
    if (!trodden.empty()) {
        yard = layers.add("dirt");
        if (yard < 0) yard = layers.find("path");
    }
    const Blender blender(covering, layers, ground.spacing, layout.seed, job.threads);
    ground.layers = layers.names();
    ground.surface = Grid<uint8_t>(width, depth);
    ground.weights.assign(ground.layers.size(), Grid<uint8_t>(width, depth));
    parallelRows(job.threads, depth, [&](int y) {
        if (job.stopped()) return;
        std::array<float, kMostLayers> share;
        for (int x = 0; x < width; ++x) {
            const uint8_t paint = covering.paint(x, y);
            const size_t cell = covering.paint.index(x, y);
            ground.surface.values()[cell] = surfaceOf[paint];
            const auto mine = static_cast<size_t>(layers.of(paint));
            const bool pure = blender.shares(x, y, share);
            const auto& what = covering.paints[paint];
            const bool soft = !what.crisp && (what.natural || what.surface == "grass" || what.surface == "garden");
            const bool worn = yard >= 0 && soft && trodden(x, y) > 0 && static_cast<size_t>(yard) != mine;
            if (pure && !worn) {
                ground.weights[mine].values()[cell] = 255;
                continue;
            }
            if (pure) {
                share.fill(0);
                share[mine] = 1;
            }
            if (worn) {
                const float part = kMostYard * static_cast<float>(trodden(x, y)) / 255;
                for (auto& s : share) s *= 1 - part;
                share[static_cast<size_t>(yard)] += part;
            }
            write(ground.weights, cell, share);
        }
    });
}

}  // namespace sketchwalk::terrain
