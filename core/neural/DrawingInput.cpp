#include "core/neural/DrawingInput.h"

#include <algorithm>
#include <cmath>

#include "core/base/Check.h"

namespace sketchwalk::neural {
namespace {

constexpr double kInkSide = 58;  // pixels of the raster that the longer side takes

struct Placed {  // the drawing in pixels
    std::vector<Polyline> strokes;
    std::vector<double> lengths;  // of the strokes, at least that of a dot
    double ink = 0;               // their sum
};

Placed place(const std::vector<Polyline>& strokes, bool mirrored) {
    Placed placed;
    Box box;
    for (const Polyline& stroke : strokes) {
        for (Point p : stroke) box.include(p);
    }
    if (box.min.x > box.max.x) return placed;
    const double scale = kInkSide / std::max({box.size().x, box.size().y, 1e-9});
    for (const Polyline& stroke : strokes) {
        if (stroke.empty()) continue;
        Polyline line;
        for (Point p : stroke) {
            Point q = (p - box.centre()) * scale;
            if (mirrored) q.x = -q.x;
            line.push_back(q + Point{kSide / 2.0, kSide / 2.0});
        }
        placed.lengths.push_back(std::max(lengthOf(line), 0.5));
        placed.ink += placed.lengths.back();
        placed.strokes.push_back(std::move(line));
    }
    return placed;
}

struct Segment {
    Point a, b;
    double early;  // 1..0.2
};

void draw(const Segment& s, double half, std::span<float> raster) {
    constexpr size_t kPlane = static_cast<size_t>(kSide) * kSide;
    const Point along = s.b - s.a;
    const double squared = along.x * along.x + along.y * along.y;
    // cos and sin of twice the angle, without trigonometry
    const double c = squared > 0 ? (along.x * along.x - along.y * along.y) / squared : 0;
    const double d = squared > 0 ? 2 * along.x * along.y / squared : 0;
    const double reach = half + 0.5;
    const int x0 = std::clamp(static_cast<int>(std::min(s.a.x, s.b.x) - reach), 0, kSide - 1);
    const int x1 = std::clamp(static_cast<int>(std::max(s.a.x, s.b.x) + reach), 0, kSide - 1);
    const int y0 = std::clamp(static_cast<int>(std::min(s.a.y, s.b.y) - reach), 0, kSide - 1);
    const int y1 = std::clamp(static_cast<int>(std::max(s.a.y, s.b.y) + reach), 0, kSide - 1);
    for (int y = y0; y <= y1; ++y) {
        for (int x = x0; x <= x1; ++x) {
            const Point p{x + 0.5, y + 0.5};
            const double t =
                squared > 0 ? std::clamp(((p.x - s.a.x) * along.x + (p.y - s.a.y) * along.y) / squared, 0.0, 1.0) : 0;
            const Point off = p - s.a - along * t;
            const double cover = std::min(reach - std::sqrt(off.x * off.x + off.y * off.y), 1.0);
            const size_t at = static_cast<size_t>(y) * kSide + static_cast<size_t>(x);
            if (cover <= raster[at]) continue;
            raster[at] = static_cast<float>(cover);
            raster[kPlane + at] = static_cast<float>(cover * s.early);
            raster[2 * kPlane + at] = static_cast<float>(cover * c);
            raster[3 * kPlane + at] = static_cast<float>(cover * d);
        }
    }
}

void fillRaster(const Placed& placed, double lineWidth, std::span<float> raster) {
    double before = 0;
    for (size_t s = 0; s < placed.strokes.size(); ++s) {
        const Polyline& line = placed.strokes[s];
        if (line.size() == 1) draw({line[0], line[0], 1 - 0.8 * before / placed.ink}, lineWidth / 2 + 0.3, raster);
        for (size_t i = 0; i + 1 < line.size(); ++i) {
            draw({line[i], line[i + 1], 1 - 0.8 * std::min(before / placed.ink, 1.0)}, lineWidth / 2, raster);
            before += distance(line[i], line[i + 1]);
        }
    }
}

// How many points each stroke gets: two at least, the rest by length.
std::vector<int> sharesOf(const Placed& placed) {
    std::vector<int> shares(placed.strokes.size(), 2);
    const int spare = kPoints - 2 * static_cast<int>(shares.size());
    double carried = 0;
    for (size_t s = 0; s < shares.size(); ++s) {
        carried += spare * placed.lengths[s] / placed.ink;
        const int take = static_cast<int>(carried + 1e-9);
        shares[s] += take;
        carried -= take;
    }
    return shares;
}

// More strokes than points allow: the longest stay, in their order.
void keepLongest(Placed& placed, size_t most) {
    if (placed.strokes.size() <= most) return;
    std::vector<double> sorted = placed.lengths;
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<long>(most) - 1, sorted.end(), std::greater<>());
    const double least = sorted[most - 1];
    Placed kept;
    for (size_t s = 0; s < placed.strokes.size() && kept.strokes.size() < most; ++s) {
        if (placed.lengths[s] < least) continue;
        kept.ink += placed.lengths[s];
        kept.lengths.push_back(placed.lengths[s]);
        kept.strokes.push_back(std::move(placed.strokes[s]));
    }
    placed = std::move(kept);
}

void fillPoints(const Placed& placed, std::span<float> points) {
    const std::vector<int> shares = sharesOf(placed);
    double before = 0;
    int at = 0;
    const auto put = [&](int channel, double value) {
        points[static_cast<size_t>(channel * kPoints + at)] = static_cast<float>(value);
    };
    for (size_t s = 0; s < placed.strokes.size(); ++s) {
        const Polyline& line = placed.strokes[s];
        const double length = lengthOf(line);
        size_t segment = 0;
        double walked = 0;
        for (int i = 0; i < shares[s] && at < kPoints; ++i, ++at) {
            const double along = length * i / (shares[s] - 1);
            while (segment + 2 < line.size() && walked + distance(line[segment], line[segment + 1]) < along) {
                walked += distance(line[segment], line[segment + 1]);
                ++segment;
            }
            Point p = line[std::min(segment, line.size() - 1)], direction{0, 0};
            if (segment + 1 < line.size()) {
                const Point step = line[segment + 1] - line[segment];
                const double size = std::max(distance(line[segment], line[segment + 1]), 1e-9);
                direction = step * (1 / size);
                p += direction * std::clamp(along - walked, 0.0, size);
            }
            put(0, (p.x - kSide / 2.0) / (kInkSide / 2));
            put(1, (p.y - kSide / 2.0) / (kInkSide / 2));
            put(2, direction.x);
            put(3, direction.y);
            put(4, i == 0 ? 1 : 0);
            put(5, i == shares[s] - 1 ? 1 : 0);
            put(6, std::min((before + along) / placed.ink, 1.0));
        }
        before += placed.lengths[s];
    }
}

}  // namespace

void fillInput(const std::vector<Polyline>& strokes, std::span<float> raster, std::span<float> points,
               const InputLook& look) {
    CHECK(raster.size() == kRasterSize && points.size() == kPointsSize, "the caller's buffers have the input's size");
    std::fill(raster.begin(), raster.end(), 0.0F);
    std::fill(points.begin(), points.end(), 0.0F);
    Placed placed = place(strokes, look.mirrored);
    if (placed.strokes.empty()) return;
    fillRaster(placed, look.lineWidth, raster);
    keepLongest(placed, kPoints / 2);
    fillPoints(placed, points);
}

}  // namespace sketchwalk::neural
