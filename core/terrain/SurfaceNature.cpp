// What covers the ground where nobody drew anything.
#include <algorithm>
#include <cmath>

#include "core/base/Hash.h"
#include "core/base/Noise.h"
#include "core/base/Parallel.h"
#include "core/base/Raster.h"
#include "core/terrain/SurfacePaint.h"

namespace sketchwalk::terrain {

namespace {

constexpr double kSteep = 0.781;       // rise over run: 38 degrees; steeper ground is bare
constexpr double kSteepSnow = 1.11;    // 48 degrees: snow clings longer than grass
constexpr double kSteepSpread = 0.09;  // about 3 degrees to either side, by noise
constexpr double kTooSteepForSnow = 1.1;
constexpr double kRagged = 0.22;   // how far noise eats into a patch, in units of its own noise
constexpr double kSnowSpread = 9;  // metres

// How wide the shore of a water is, in metres: from .. from + spread, by noise.
struct ShoreWidth {
    double from = 0, spread = 0;
};

ShoreWidth shoreWidthOf(std::string_view category) {
    if (category == "sea") return {3.0, 6.0};
    if (category == "lake") return {0.8, 2.2};
    if (category == "swamp") return {1.5, 3.0};
    if (category == "lava") return {1.5, 3.5};
    if (category == "ice") return {0.0, 1.2};
    return {0.4, 1.4};
}

// For every cell within `metres` of water the index of the body that is nearest, by two sweeps with chamfer steps
// (Borgefors, 1986).
Grid<uint16_t> nearestWater(const Ground& ground, double metres) {
    const Grid<uint16_t>& water = ground.water;
    const int reach = static_cast<int>(std::ceil(metres / ground.spacing));
    const auto far = static_cast<float>((reach + 2) * 1.1 * ground.spacing);  // chamfer steps are a little long
    Grid<uint16_t> body = water;
    Grid<uint16_t> steps(water.width(), water.height(), 0xFFFF);
    const auto relax = [&](int x, int y, int dx, int dy, int cost) {
        const int nx = x + dx, ny = y + dy;
        if (!water.contains(nx, ny) || steps(nx, ny) == 0xFFFF || steps(nx, ny) + cost >= steps(x, y)) return;
        steps(x, y) = static_cast<uint16_t>(steps(nx, ny) + cost);
        if (steps(x, y) <= reach * 3) body(x, y) = body(nx, ny);
    };
    for (int y = 0; y < water.height(); ++y) {
        for (int x = 0; x < water.width(); ++x) {
            if (ground.shore(x, y) > far) continue;
            if (water(x, y) > 0) steps(x, y) = 0;
            relax(x, y, -1, 0, 3);
            relax(x, y, -1, -1, 4);
            relax(x, y, 0, -1, 3);
            relax(x, y, 1, -1, 4);
        }
    }
    for (int y = water.height() - 1; y >= 0; --y) {
        for (int x = water.width() - 1; x >= 0; --x) {
            if (ground.shore(x, y) > far) continue;
            relax(x, y, 1, 0, 3);
            relax(x, y, 1, 1, 4);
            relax(x, y, 0, 1, 3);
            relax(x, y, -1, 1, 4);
        }
    }
    return body;
}

// What a relief's own words put on it: a snowy mountain, a forested hill, a dune.
std::string coverOf(const layout::Relief& relief) {
    for (const auto& quality : relief.qualities) {
        if (quality == "snowy" || quality == "frozen") return "snow";
        if (quality == "rocky" || quality == "stone") return "rock";
        if (quality == "forested" || quality == "pine") return "forest";
        if (quality == "sandy") return "sand";
        if (quality == "grassy" || quality == "green" || quality == "lush") return "grass";
    }
    return relief.id == "volcano" ? "ash" : "";
}

class Nature {
  public:
    Nature(const Ground& ground, const layout::Layout& layout, const catalogue::Biome& biome, Covering& covering)
        : m_ground(ground), m_biome(biome), m_covering(covering), m_seed(layout.seed) {
        const auto paint = [&](const std::string& id) { return covering.paints.add({id, id, id == "paving", true}); };
        m_slope = paint(biome.slope);
        m_shore = paint(biome.shore);
        m_burnt = paint("ash");
        m_mud = paint("mud");
        m_snow = paint("snow");
        if (layout.base == biome.base) {
            for (const auto& patch : biome.patches)
                m_patches.push_back({paint(patch.surface), patch.size, thresholdOf(patch.share)});
        }
        m_steep = layout.base == "snow" ? kSteepSnow : kSteep;
        m_shoreless = layout.base == "paving" || layout.base == biome.shore;
        for (const auto& relief : layout.reliefs) coverRelief(relief, paint);
        for (const auto& water : ground.waters) m_widths.push_back(shoreWidthOf(water.category));
        if (!ground.waters.empty()) {
            const bool one = ground.waters.size() == 1;
            if (!one) m_nearest = nearestWater(ground, 10);
        }
        m_shoreSeed = randomBits(m_seed, "shore width");
        m_slopeSeed = randomBits(m_seed, "bare rock");
        m_snowSeed = randomBits(m_seed, "snow line");
        m_patchSeed = randomBits(m_seed, "patches");
    }

    void coverRow(int y) const {
        for (int x = 0; x < m_covering.paint.width(); ++x) {
            auto& cell = m_covering.paint(x, y);
            if (cell == kUndrawn) cell = choose(x, y);
        }
    }

  private:
    struct PatchPaint {
        uint8_t paint = 0;
        double size = 1, threshold = 1;
    };

    // Two octaves of gradient noise lie above this threshold on about the wished share of the ground (measured).
    static double thresholdOf(double share) {
        constexpr double kShare[] = {0.0, 0.01, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.5, 1.0};
        constexpr double kAt[] = {1.1, 0.429, 0.362, 0.306, 0.255, 0.207, 0.167, 0.102, 0.0, -1.1};
        for (size_t i = 1; i < std::size(kShare); ++i) {
            if (share <= kShare[i]) {
                return kAt[i - 1] + (kAt[i] - kAt[i - 1]) * (share - kShare[i - 1]) / (kShare[i] - kShare[i - 1]);
            }
        }
        return -1.1;
    }

    template <class PaintOf>
    void coverRelief(const layout::Relief& relief, const PaintOf& paint) {
        const auto id = coverOf(relief);
        if (id.empty() || relief.shape.outer.size() < 3) return;
        if (m_relief.empty()) m_relief = Grid<uint8_t>(m_ground.water.width(), m_ground.water.height(), kUndrawn);
        fill(m_relief, relief.shape, m_ground.spacing, paint(id));
    }

    double steepness(int x, int y) const {  // rise over run
        const auto& h = m_ground.height;
        const double nw = h(x, y), ne = h(x + 1, y), sw = h(x, y + 1), se = h(x + 1, y + 1);
        const double gx = (ne + se - nw - sw) / (2 * m_ground.spacing),
                     gy = (sw + se - nw - ne) / (2 * m_ground.spacing);
        return std::sqrt(gx * gx + gy * gy);
    }

    bool onShore(int x, int y, double px, double py, double steep) const {
        const double far = m_ground.shore(x, y);
        if (m_widths.empty() || far > 10 || steep > 0.6) return false;
        const size_t body = m_nearest.empty() ? 1 : m_nearest(x, y);
        if (body == 0 || body > m_widths.size()) return false;
        const auto width = m_widths[body - 1];
        if (far > width.from + width.spread) return false;
        const double noise = 0.5 + 0.8 * fractalNoise(m_shoreSeed, px / 14, py / 14, 2);
        return far < width.from + width.spread * std::clamp(noise, 0.0, 1.0);
    }

    uint8_t shorePaint(int x, int y) const {
        const size_t body = m_nearest.empty() ? 1 : m_nearest(x, y);
        const auto& category = m_ground.waters[body - 1].category;
        return category == "lava" ? m_burnt : category == "swamp" ? m_mud : m_shore;
    }

    uint8_t choose(int x, int y) const {
        const double px = (x + 0.5) * m_ground.spacing, py = (y + 0.5) * m_ground.spacing;
        const double steep = steepness(x, y);
        if (steep > m_steep - kSteepSpread) {
            const double limit = m_steep + kSteepSpread * fractalNoise(m_slopeSeed, px / 9, py / 9, 2);
            if (steep > limit) return m_slope;
        }
        if (onShore(x, y, px, py, steep)) {
            const auto paint = shorePaint(x, y);
            if (!m_shoreless || paint != m_shore) return paint;
        }
        const double height = m_ground.height(x, y);
        if (height > m_biome.snowLine - kSnowSpread && steep < kTooSteepForSnow) {
            if (height > m_biome.snowLine + kSnowSpread * fractalNoise(m_snowSeed, px / 22, py / 22, 3)) return m_snow;
        }
        if (!m_relief.empty() && m_relief(x, y) != kUndrawn) return m_relief(x, y);
        for (size_t i = 0; i < m_patches.size(); ++i) {
            const auto& patch = m_patches[i];
            double noise = fractalNoise(m_patchSeed + i, px / (2 * patch.size), py / (2 * patch.size), 2);
            if (std::abs(noise - patch.threshold) < kRagged) {  // a ragged rim, not a blob's
                noise += kRagged * fractalNoise(m_patchSeed ^ (i + 1), px / 4.5, py / 4.5, 2);
            }
            if (noise > patch.threshold) return patch.paint;
        }
        return 0;
    }

    const Ground& m_ground;
    const catalogue::Biome& m_biome;
    Covering& m_covering;
    uint64_t m_seed;
    uint8_t m_slope = 0, m_shore = 0, m_burnt = 0, m_mud = 0, m_snow = 0;
    bool m_shoreless = false;
    double m_steep = kSteep;
    std::vector<PatchPaint> m_patches;
    std::vector<ShoreWidth> m_widths;
    Grid<uint16_t> m_nearest;  // empty where there is one water only
    Grid<uint8_t> m_relief;
    uint64_t m_shoreSeed = 0, m_slopeSeed = 0, m_snowSeed = 0, m_patchSeed = 0;
};

}  // namespace

void coverNature(const Ground& ground, const layout::Layout& layout, const catalogue::Biome& biome, Covering& covering,
                 const Job& job) {
    const Nature nature(ground, layout, biome, covering);
    parallelRows(job.threads, covering.paint.height(), [&](int y) {
        if (!job.stopped()) nature.coverRow(y);
    });
}

}  // namespace sketchwalk::terrain
