#include "core/scene/Clearance.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/GridHash.h"
#include "core/base/Trig.h"

namespace sketchwalk::scene {
namespace {

constexpr double kCrownShare = 0.5;  // crowns may touch: trunks stand half the sum of the radii apart

}  // namespace

Clearance::Clearance(const layout::Layout& layout, const catalogue::Catalogue& catalogue, double reach) {
    m_bucketSize = std::max(16.0, std::max(layout.extent.x, layout.extent.y) / 256);
    m_columns = std::max(1, static_cast<int>(std::ceil(layout.extent.x / m_bucketSize)));
    m_rows = std::max(1, static_cast<int>(std::ceil(layout.extent.y / m_bucketSize)));
    m_buckets.resize(static_cast<size_t>(m_columns) * static_cast<size_t>(m_rows));
    for (const layout::Placement& placement : layout.placements) {
        Footprint footprint;
        const catalogue::Entry* entry = catalogue.find(placement.category);
        footprint.grown = entry != nullptr && entry->family == "plant";
        if (placement.path.size() >= 2) {
            const Point a = placement.path.front(), b = placement.path.back();
            const double length = sketchwalk::distance(a, b);
            footprint.centre = (a + b) * 0.5;
            footprint.along = length > 1e-6 ? (b - a) / length : Point(1, 0);
            footprint.halfLength = length / 2;
            footprint.halfWidth = std::max(placement.width, 0.4) / 2;
        } else {
            const double yaw = exact::radians(placement.yaw);
            footprint.centre = placement.position;
            footprint.along = {exact::cos(yaw), -exact::sin(yaw)};
            footprint.halfLength = placement.footprint.x / 2;
            footprint.halfWidth = placement.footprint.y / 2;
        }
        const double around =
            std::sqrt(footprint.halfLength * footprint.halfLength + footprint.halfWidth * footprint.halfWidth) + reach;
        if (!std::isfinite(footprint.centre.x) || !std::isfinite(footprint.centre.y) || !std::isfinite(around))
            continue;
        const int index = static_cast<int>(m_footprints.size());
        m_footprints.push_back(footprint);
        const auto column = [&](double x) {
            return std::clamp(static_cast<int>(std::clamp(x / m_bucketSize, -1.0, 1e6)), 0, m_columns - 1);
        };
        const auto row = [&](double y) {
            return std::clamp(static_cast<int>(std::clamp(y / m_bucketSize, -1.0, 1e6)), 0, m_rows - 1);
        };
        for (int r = row(footprint.centre.y - around); r <= row(footprint.centre.y + around); ++r) {
            for (int c = column(footprint.centre.x - around); c <= column(footprint.centre.x + around); ++c) {
                m_buckets[static_cast<size_t>(r) * static_cast<size_t>(m_columns) + static_cast<size_t>(c)].push_back(
                    index);
            }
        }
    }
}

size_t Clearance::bucket(double x, double y) const {
    const int column = std::clamp(static_cast<int>(x / m_bucketSize), 0, m_columns - 1);
    const int row = std::clamp(static_cast<int>(y / m_bucketSize), 0, m_rows - 1);
    return static_cast<size_t>(row) * static_cast<size_t>(m_columns) + static_cast<size_t>(column);
}

const std::vector<int>& Clearance::near(Point p) const {
    return m_buckets[bucket(p.x, p.y)];
}

double Clearance::distance(const Footprint& footprint, Point p) const {
    const Point d = p - footprint.centre;
    const double x = std::max(std::abs(d.x * footprint.along.x + d.y * footprint.along.y) - footprint.halfLength, 0.0);
    const double y = std::max(std::abs(d.y * footprint.along.x - d.x * footprint.along.y) - footprint.halfWidth, 0.0);
    return std::sqrt(x * x + y * y);
}

uint64_t Clearance::hashNear(double west, double north, double size) const {
    const auto at = [&](double metres, int buckets) {
        return std::clamp(static_cast<int>(metres / m_bucketSize), 0, buckets - 1);
    };
    WideHash hash;
    for (int row = at(north, m_rows); row <= at(north + size, m_rows); ++row) {
        for (int column = at(west, m_columns); column <= at(west + size, m_columns); ++column) {
            hash.add(static_cast<uint64_t>(row) << 32 | static_cast<uint32_t>(column));
            for (const int index : m_buckets[static_cast<size_t>(row * m_columns + column)]) {
                const Footprint& f = m_footprints[static_cast<size_t>(index)];
                const std::array<double, 7> numbers{f.centre.x,   f.centre.y,  f.along.x,          f.along.y,
                                                    f.halfLength, f.halfWidth, f.grown ? 1.0 : 0.0};
                hash.add(numbers.data(), sizeof numbers);
            }
        }
    }
    return hash.value();
}

bool Clearance::free(Point p, double fromBuilt, double crown) const {
    for (const int index : near(p)) {
        const Footprint& footprint = m_footprints[static_cast<size_t>(index)];
        if (footprint.grown) {
            const double apart = kCrownShare * (0.5 * (footprint.halfLength + footprint.halfWidth) + crown);
            if (sketchwalk::distance(p, footprint.centre) < apart) return false;
        } else if (distance(footprint, p) < fromBuilt) {
            return false;
        }
    }
    return true;
}

}  // namespace sketchwalk::scene
