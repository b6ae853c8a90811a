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

constexpr double kValley = 0.009;    // 1/m: land rises from water by this times the squared distance
constexpr double kGorge = 0.03;      // 1/m, the same for the walls that stand behind a valley's floor
constexpr float kGorgeFloor = 3.0f;  // metres: how far those walls are sunk, so that they begin 12 m from the water
constexpr double kTrench = 0.06;     // 1/m, along lava and where water falls
constexpr float kSteepFall = 0.12f;  // metres a metre
constexpr double kLevee = 0.03;      // 1/m: how land that lay lower falls away behind a bank
constexpr float kLeastBed = 0.28f;   // metres, at nodes wholly under water

// Below the level at nodes on the shore, by the number of wet cells around: the drawn outline runs between them.
constexpr std::array<float, 5> kShoreBed{0.0f, 0.02f, 0.05f, 0.10f, 0.0f};

// How land comes down to a water: gently to a sea, in a valley to lakes and rivers, steeply to lava and falling water.
enum class Cut { beach, valley, trench };

// How steeply the water falls at a node.
float fallAt(const Grid<float>& level, int x, int y, double spacing) {
    const float here = level(x, y);
    float most = 0;
    for (int k = 0; k < 4; ++k) {
        const float beside = level.clamped(x + (k == 0) - (k == 1), y + (k == 2) - (k == 3));
        if (!std::isnan(beside)) most = std::max(most, std::abs(beside - here));
    }
    return most / static_cast<float>(spacing);
}

// Height of a beach above the sea, `squared` metres squared from it: nearly flat, then dunes, then a bluff.
float beachAt(float squared) {
    const float t = std::sqrt(squared), behind = std::max(t - 32, 0.0f);
    return kBank + 0.018f * t + 0.0022f * squared + 0.05f * behind * behind;
}

// 1 + the cut that the land around each wet node asks for; 0 on land.
Grid<uint8_t> cutsOf(const Grid<float>& level, const WaterBodies& waters, const Grid<uint8_t>& wet, const Frame& frame,
                     int threads) {
    Grid<uint8_t> out(wet.width(), wet.height());
    parallelRows(threads, wet.height(), [&](int y) {
        for (int x = 0; x < wet.width(); ++x) {
            if (!wet(x, y)) continue;
            Cut cut = Cut::valley;
            for (int k = 0; k < 4; ++k) {
                const uint16_t body = waters.cells.clamped(x - k % 2, y - k / 2);
                if (!body) continue;
                const Water& water = waters.bodies[body - 1u];
                if (water.category == "sea") cut = Cut::beach;
                if (water.category == "lava" || (!water.flat && fallAt(level, x, y, frame.spacing) > kSteepFall))
                    cut = Cut::trench;
            }
            out(x, y) = static_cast<uint8_t>(1 + static_cast<int>(cut));
        }
    });
    return out;
}

// Whether a gentle valley would take so much anywhere that its walls count.
bool deepCut(const Grid<float>& height, const Grid<float>& valley, const Grid<uint8_t>& wet) {
    for (size_t i = 0; i < height.values().size(); ++i) {
        if (!wet.values()[i] && height.values()[i] - valley.values()[i] > kGorgeFloor / 3) return true;
    }
    return false;
}

void cutDown(Grid<float>& height, const Grid<float>& level, const WaterBodies& waters, const Grid<uint8_t>& wet,
             const Grid<uint8_t>& marks, const Frame& frame, const Job& job) {
    const Grid<uint8_t> cuts = cutsOf(level, waters, wet, frame, job.threads);
    const double area = frame.spacing * frame.spacing;
    for (const Cut cut : {Cut::valley, Cut::trench, Cut::beach}) {
        const auto mine = static_cast<uint8_t>(1 + static_cast<int>(cut));
        const bool beach = cut == Cut::beach;
        Grid<float> from(wet.width(), wet.height(), kNothing);
        bool present = false;
        for (size_t i = 0; i < from.values().size(); ++i) {
            if (cuts.values()[i] != mine) continue;
            from.values()[i] = beach ? 0.0f : level.values()[i] + kBank;
            present = true;
        }
        if (!present || job.stopped()) continue;
        const Grid<float> gentle = lowerEnvelope(from,
                                                 (beach                ? 1
                                                  : cut == Cut::trench ? kTrench
                                                                       : kValley) *
                                                     area,
                                                 job.threads);
        const bool gorges = cut == Cut::valley && deepCut(height, gentle, wet);
        const Grid<float> steep = gorges ? lowerEnvelope(from, kGorge * area, job.threads) : Grid<float>();
        parallelRows(job.threads, height.height(), [&](int y) {
            for (int x = 0; x < height.width(); ++x) {
                if (wet(x, y) || gentle(x, y) >= kNothing || (beach && marks(x, y) & kOwnShore)) continue;
                float& z = height(x, y);
                float most = beach ? kSeaLevel + beachAt(gentle(x, y)) : gentle(x, y);
                if (gorges) most = std::max(most, steep(x, y) - kGorgeFloor);
                z = smoothMin(z, most, 0.7f);
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
                 const Grid<uint8_t>& marks, const Frame& frame, const Job& job) {
    if (!waters.any()) return;
    cutDown(height, level, waters, wet, marks, frame, job);
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
            height(x, y) = std::max(height(x, y), level(x, y) + (touches ? kBank : kBank + 0.001f));
        }
    });
}

}  // namespace sketchwalk::terrain
