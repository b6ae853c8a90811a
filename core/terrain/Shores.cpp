#include "core/terrain/Shores.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "core/base/Parallel.h"
#include "core/terrain/Envelope.h"
#include "core/terrain/WaterLevels.h"

namespace sketchwalk::terrain {

namespace {

constexpr double kValley = 0.009;     // 1/m: land rises from water by this times the squared distance
constexpr double kLavaValley = 0.06;  // lava keeps to a narrow bed
constexpr double kLevee = 0.03;       // 1/m: how land that lay lower falls away behind a bank
constexpr float kLeastBed = 0.28f;    // metres, at nodes wholly under water

// Below the level at nodes on the shore, by the number of wet cells around: the drawn outline runs between them.
constexpr std::array<float, 5> kShoreBed{0.0f, 0.02f, 0.05f, 0.10f, 0.0f};

// A value on nodes that touch water of one kind, nothing elsewhere.
template <class Value>
Grid<float> fromWater(const WaterBodies& waters, const Grid<uint8_t>& wet, bool lava, const Value& value) {
    Grid<float> out(wet.width(), wet.height(), kNothing);
    const auto& cells = waters.cells;
    for (int y = 0; y < wet.height(); ++y) {
        for (int x = 0; x < wet.width(); ++x) {
            if (!wet(x, y)) continue;
            bool any = false;
            for (int k = 0; k < 4 && !any; ++k) {
                const uint16_t body = cells.clamped(x - k % 2, y - k / 2);
                any = body && (waters.bodies[body - 1u].category == "lava") == lava;
            }
            if (any) out(x, y) = value(x, y);
        }
    }
    return out;
}

void cutDown(Grid<float>& height, const Grid<float>& level, const WaterBodies& waters, const Grid<uint8_t>& wet,
             const Frame& frame, const Job& job) {
    for (const bool lava : {false, true}) {
        const bool present = std::any_of(waters.bodies.begin(), waters.bodies.end(),
                                         [&](const Water& w) { return (w.category == "lava") == lava; });
        if (!present || job.stopped()) continue;
        const Grid<float> from = fromWater(waters, wet, lava, [&](int x, int y) { return level(x, y) + kBank; });
        const double bend = (lava ? kLavaValley : kValley) * frame.spacing * frame.spacing;
        const Grid<float> valley = lowerEnvelope(from, bend, job.threads);
        parallelRows(job.threads, height.height(), [&](int y) {
            for (int x = 0; x < height.width(); ++x) {
                if (!wet(x, y) && valley(x, y) < height(x, y) + 1)
                    height(x, y) = smoothMin(height(x, y), valley(x, y), 0.7f);
            }
        });
    }
}

// Where land behind a shore lies well below the water, it is built up to a bank that falls away gently.
void buildUp(Grid<float>& height, const Grid<float>& level, const Grid<uint8_t>& wet, const Frame& frame, int threads) {
    bool needed = false;
    for (size_t i = 0; i < height.values().size() && !needed; ++i)
        needed = !wet.values()[i] && height.values()[i] < level.values()[i] - 0.2f;
    if (!needed) return;
    Grid<float> from(height.width(), height.height(), kNothing);
    for (size_t i = 0; i < from.values().size(); ++i) {
        if (wet.values()[i]) from.values()[i] = -(level.values()[i] + kBank);
    }
    const Grid<float> bank = lowerEnvelope(from, kLevee * frame.spacing * frame.spacing, threads);
    for (size_t i = 0; i < from.values().size(); ++i) {
        if (!wet.values()[i]) height.values()[i] = std::max(height.values()[i], -bank.values()[i]);
    }
}

bool besideDeep(const Grid<uint8_t>& wet, int x, int y) {
    for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 1; ++dx) {
            if (wet.clamped(x + dx, y + dy) == 4) return true;
        }
    }
    return false;
}

void digBeds(Grid<float>& height, const Grid<float>& level, const WaterBodies& waters, const Grid<uint8_t>& wet,
             const Frame& frame, const Job& job) {
    Grid<float> edge(wet.width(), wet.height(), kNothing);
    for (size_t i = 0; i < edge.values().size(); ++i) {
        if (wet.values()[i] < 4) edge.values()[i] = 0;
    }
    const Grid<float> squared = lowerEnvelope(edge, frame.spacing * frame.spacing, job.threads);
    parallelRows(job.threads, wet.height(), [&](int y) {
        for (int x = 0; x < wet.width(); ++x) {
            const int around = wet(x, y);
            if (!around) continue;
            if (around < 4) {
                const bool thin = around >= 2 && !besideDeep(wet, x, y);
                height(x, y) = level(x, y) - (thin ? 0.2f : kShoreBed[static_cast<size_t>(around)]);
                continue;
            }
            double deepest = 0;
            for (int k = 0; k < 4; ++k) {
                const uint16_t body = waters.cells.clamped(x - k % 2, y - k / 2);
                if (body) deepest = std::max(deepest, waters.depth[body - 1u]);
            }
            const double t = std::sqrt(std::min(squared(x, y), 1e6f));
            const auto depth = static_cast<float>(deepest * t / (t + 0.8 * deepest));
            height(x, y) = level(x, y) - std::max(depth, kLeastBed);
        }
    });
}

}  // namespace

Grid<float> levelsOnNodes(const Grid<float>& cellLevel, const Grid<uint8_t>& wet) {
    constexpr float kNone = std::numeric_limits<float>::quiet_NaN();
    Grid<float> out(wet.width(), wet.height(), kNone);
    std::vector<uint32_t> rim;
    for (int y = 0; y < wet.height(); ++y) {
        for (int x = 0; x < wet.width(); ++x) {
            if (!wet(x, y)) continue;
            float sum = 0, count = 0;
            for (int k = 0; k < 4; ++k) {
                const float level = cellLevel.clamped(x - k % 2, y - k / 2);
                const bool inside = cellLevel.contains(x - k % 2, y - k / 2);
                if (level > kDry && inside) sum += level, count += 1;
            }
            if (count > 0) out(x, y) = sum / count;
            if (wet(x, y) < 4) rim.push_back(static_cast<uint32_t>(out.index(x, y)));
        }
    }
    for (int ring = 0; ring < 2; ++ring) {
        std::vector<uint32_t> next;
        std::vector<float> value;
        const int w = out.width();
        const auto each = [&](uint32_t at, const auto& visit) {
            const int x = static_cast<int>(at) % w, y = static_cast<int>(at) / w;
            for (int ny = std::max(y - 1, 0); ny <= std::min(y + 1, out.height() - 1); ++ny) {
                for (int nx = std::max(x - 1, 0); nx <= std::min(x + 1, w - 1); ++nx) visit(nx, ny);
            }
        };
        for (const uint32_t at : rim) {
            each(at, [&](int nx, int ny) {
                if (std::isnan(out(nx, ny))) next.push_back(static_cast<uint32_t>(out.index(nx, ny)));
            });
        }
        std::sort(next.begin(), next.end());
        next.erase(std::unique(next.begin(), next.end()), next.end());
        for (const uint32_t at : next) {
            float sum = 0, count = 0;
            each(at, [&](int nx, int ny) {
                if (!std::isnan(out(nx, ny))) sum += out(nx, ny), count += 1;
            });
            value.push_back(sum / count);
        }
        for (size_t i = 0; i < next.size(); ++i) out.values()[next[i]] = value[i];
        rim = std::move(next);
    }
    return out;
}

void shapeShores(Grid<float>& height, const Grid<float>& level, const WaterBodies& waters, const Grid<uint8_t>& wet,
                 const Frame& frame, const Job& job) {
    if (!waters.any()) return;
    cutDown(height, level, waters, wet, frame, job);
    buildUp(height, level, wet, frame, job.threads);
    if (!job.stopped()) digBeds(height, level, waters, wet, frame, job);
    holdBanks(height, level, wet, job.threads);
}

void holdBanks(Grid<float>& height, const Grid<float>& level, const Grid<uint8_t>& wet, int threads) {
    parallelRows(threads, height.height(), [&](int y) {
        for (int x = 0; x < height.width(); ++x) {
            if (wet(x, y) || std::isnan(level(x, y))) continue;
            bool touches = false;  // a second ring that rises a little more lets the bank drain to the water
            for (int dy = -1; dy <= 1; ++dy) {
                for (int dx = -1; dx <= 1; ++dx) touches |= wet.clamped(x + dx, y + dy) > 0;
            }
            height(x, y) = std::max(height(x, y), level(x, y) + (touches ? kBank : kBank + 0.02f));
        }
    });
}

}  // namespace sketchwalk::terrain
