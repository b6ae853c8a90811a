#include "core/gltf/Heights.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sketchwalk::gltf {
namespace {

constexpr std::array kUnrealSides = {127, 253, 505, 1009, 2017, 4033, 8129};

double cubic(const std::array<double, 4>& p, double t) {
    return p[1] +
           0.5 * t *
               (p[2] - p[0] + t * (2 * p[0] - 5 * p[1] + 4 * p[2] - p[3] + t * (3 * (p[1] - p[2]) + p[3] - p[0])));
}

double sampled(const Grid<float>& heights, double x, double y) {
    const int x0 = std::min(static_cast<int>(x), heights.width() - 1),
              y0 = std::min(static_cast<int>(y), heights.height() - 1);
    const auto at = [&](int i, int j) {
        return static_cast<double>(
            heights(std::clamp(i, 0, heights.width() - 1), std::clamp(j, 0, heights.height() - 1)));
    };
    std::array<double, 4> rows{};
    for (int j = 0; j < 4; ++j) {
        rows[static_cast<size_t>(j)] =
            cubic({at(x0 - 1, y0 + j - 1), at(x0, y0 + j - 1), at(x0 + 1, y0 + j - 1), at(x0 + 2, y0 + j - 1)}, x - x0);
    }
    return cubic(rows, y - y0);
}

HeightRaster resampled(const terrain::Ground& ground, int side, bool eastFirst) {
    const HeightRange range = heightRange(ground);
    HeightRaster raster{Grid<float>(side, side), ground.extent / static_cast<double>(side - 1), eastFirst};
    const double stepX = static_cast<double>(ground.height.width() - 1) / (side - 1),
                 stepY = static_cast<double>(ground.height.height() - 1) / (side - 1);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const double height = sampled(ground.height, (eastFirst ? side - 1 - x : x) * stepX, y * stepY);
            raster.metres(x, y) = static_cast<float>(std::clamp(height, range.min, range.max));
        }
    }
    return raster;
}

}  // namespace

HeightRange heightRange(const terrain::Ground& ground) {
    HeightRange range{1e300, -1e300};
    for (const float height : ground.height.values()) {
        if (!std::isfinite(height)) continue;
        range.min = std::min(range.min, static_cast<double>(height));
        range.max = std::max(range.max, static_cast<double>(height));
    }
    if (range.min > range.max) range = {0, 1};
    if (range.max - range.min < 1e-3) range.max = range.min + 1;
    return range;
}

HeightRaster heightsFor(const terrain::Ground& ground, HeightGrid grid) {
    const int nodes = std::max(ground.height.width(), ground.height.height());
    switch (grid) {
        case HeightGrid::unity:
            return resampled(ground, unitySide(nodes), true);
        case HeightGrid::unreal:
            return resampled(ground, unrealSide(nodes), false);
        default:
            return {ground.height, {ground.spacing, ground.spacing}, false};
    }
}

int unitySide(int nodes) {
    int side = 33;
    while (side < nodes && side < 4097) side = 2 * side - 1;
    return side;
}

int unrealSide(int nodes) {
    return *std::min_element(kUnrealSides.begin(), kUnrealSides.end(),
                             [&](int a, int b) { return std::abs(a - nodes) < std::abs(b - nodes); });
}

std::vector<uint16_t> sixteenBits(const Grid<float>& metres, HeightRange range) {
    std::vector<uint16_t> values(metres.values().size());
    const double steps = 65535 / (range.max - range.min);
    for (size_t i = 0; i < values.size(); ++i) {
        const double height = metres.values()[i];
        values[i] = std::isfinite(height)
                        ? static_cast<uint16_t>(std::clamp(std::round((height - range.min) * steps), 0.0, 65535.0))
                        : 0;
    }
    return values;
}

}  // namespace sketchwalk::gltf
