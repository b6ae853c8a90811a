#include "core/scene/GroundFields.h"

#include "core/base/GridHash.h"
#include "core/base/Hash.h"
#include "core/base/Memo.h"
#include "core/base/Noise.h"
#include "core/base/Parallel.h"
#include "core/base/Raster.h"

namespace sketchwalk::scene {
namespace {

// Patches of 34 m on land of 240 m. What reads as patches on a map of 256 m is grain on one of kilometres: there the
// vast tone leads.
NoiseField broadTone(const terrain::Ground& ground, uint64_t seed, int threads) {
    NoiseField field(randomBits(seed, "broad tone"), 34, 3, ground.extent, 0, threads);
    const uint64_t vast = randomBits(seed, "vast tone");
    const double longer = std::max(ground.extent.x, ground.extent.y);
    const auto wide = static_cast<float>(std::clamp((longer - 300) / 1200, 0.0, 1.0));
    parallelRows(threads, field.values.height(), [&](int y) {
        for (int x = 0; x < field.values.width(); ++x) {
            const auto tone = static_cast<float>(fractalNoise(vast, x * field.step / 240, y * field.step / 240, 2));
            float& value = field.values(x, y);
            value = (1 - 0.5f * wide) * value + (0.35f + 0.65f * wide) * tone;
        }
    });
    return field;
}

void relief(const terrain::Ground& ground, Grid<float>& steep, Grid<float>& hollow, int threads) {
    const int reach = std::max(1, static_cast<int>(std::lround(2.5 / ground.spacing)));
    const auto& h = ground.height;
    const auto spacing = static_cast<float>(ground.spacing);
    parallelRows(threads, ground.depth(), [&](int y) {
        for (int x = 0; x < ground.width(); ++x) {
            const float nw = h(x, y), ne = h(x + 1, y), sw = h(x, y + 1), se = h(x + 1, y + 1);
            const float gx = (ne + se - nw - sw) / (2 * spacing), gy = (sw + se - nw - ne) / (2 * spacing);
            steep(x, y) = std::sqrt(gx * gx + gy * gy);
            const float around =
                h.clamped(x - reach, y) + h.clamped(x + reach, y) + h.clamped(x, y - reach) + h.clamped(x, y + reach);
            const float bend = (around - 4 * h(x, y)) / (4 * spacing * static_cast<float>(reach));
            hollow(x, y) = std::clamp(bend * 2.2f, -1.0f, 1.0f);
        }
    });
}

// Distance to roads, negative inside.
Grid<float> signedRoads(const terrain::Ground& ground, int threads) {
    Grid<float> distance = ground.roadEdge;
    if (distance.empty()) return distance;
    Grid<uint8_t> outside(ground.width(), ground.depth(), 1);
    bool any = false;
    for (size_t i = 0; i < outside.values().size(); ++i) {
        if (distance.values()[i] > 0) continue;
        outside.values()[i] = 0;
        any = true;
    }
    if (!any) return distance;
    const Grid<float> inside = distanceTo(outside, ground.spacing, threads);
    for (size_t i = 0; i < inside.values().size(); ++i) {
        if (outside.values()[i] == 0) distance.values()[i] = -inside.values()[i];
    }
    return distance;
}

Grid<float> depthOf(const terrain::Ground& ground) {
    Grid<float> depth;
    if (ground.waters.empty() || ground.waterLevel.width() != ground.height.width()) return depth;
    depth = Grid<float>(ground.height.width(), ground.height.height());
    for (size_t i = 0; i < depth.values().size(); ++i) {
        const float level = ground.waterLevel.values()[i];
        depth.values()[i] = std::isfinite(level) ? std::max(0.0f, level - ground.height.values()[i]) : 0.0f;
    }
    return depth;
}

}  // namespace

NoiseField::NoiseField(uint64_t seed, double feature, int octaves, Point extent, double finest, int threads) {
    step = std::max(feature / (octaves > 1 ? 7.0 : 2.6), finest);
    values =
        Grid<float>(static_cast<int>(std::ceil(extent.x / step)) + 2, static_cast<int>(std::ceil(extent.y / step)) + 2);
    parallelRows(threads, values.height(), [&](int y) {
        for (int x = 0; x < values.width(); ++x) {
            values(x, y) = static_cast<float>(fractalNoise(seed, x * step / feature, y * step / feature, octaves));
        }
    });
}

Plots::Plots(const terrain::Ground& ground, const layout::Layout* layout) {
    if (layout == nullptr) return;
    for (const auto& region : layout->regions) {
        if (region.id != "field" || region.shape.outer.size() < 3 || plots.size() >= 255) continue;
        const OrientedBox box = minimumBox(region.shape.outer);
        if (of.empty()) of = Grid<uint8_t>(ground.width(), ground.depth());
        const Point across(-box.axis.y, box.axis.x);
        const uint64_t bits = randomBits(layout->seed, "field", static_cast<uint64_t>(region.stroke)) >> 20;
        plots.push_back({static_cast<float>(across.x), static_cast<float>(across.y), static_cast<float>(box.centre.x),
                         static_cast<float>(box.centre.y), bits});
        fill(of, region.shape, ground.spacing, static_cast<uint8_t>(plots.size()));
    }
}

GroundFields::GroundFields(const terrain::Ground& ground, uint64_t seed, const layout::Layout* layout, const Job& job)
    : steep(ground.width(), ground.depth()),
      hollow(ground.width(), ground.depth()),
      depth(depthOf(ground)),
      plots(ground, layout) {
    ContentHash setting;
    setting.add(seed);
    setting.add(&ground.extent, sizeof ground.extent);
    setting.add(&ground.spacing, sizeof ground.spacing);
    broad = *memoised(job, "broad tone", setting.value(), [&] { return broadTone(ground, seed, job.threads); });
    middle = *memoised(job, "middle tone", setting.value(), [&] {
        // On vast maps patches grow with the cells, so that they do not turn to grain.
        return NoiseField(randomBits(seed, "middle tone"), std::max(6.5, 4 * ground.spacing), 2, ground.extent, 0,
                          job.threads);
    });
    const uint64_t roads = job.memo != nullptr ? hashOf(ground.roadEdge) : 0;
    road = *memoised(job, "signed roads", combine(setting.value(), roads),
                     [&] { return signedRoads(ground, job.threads); });
    relief(ground, steep, hollow, job.threads);
}

}  // namespace sketchwalk::scene
