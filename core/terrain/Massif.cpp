#include <algorithm>
#include <cmath>

#include "core/base/Hash.h"
#include "core/base/Noise.h"
#include "core/base/Parallel.h"
#include "core/base/Raster.h"
#include "core/base/Trig.h"
#include "core/terrain/Multigrid.h"
#include "core/terrain/Refine.h"
#include "core/terrain/Relief.h"
#include "core/terrain/StreamPower.h"

namespace sketchwalk::terrain {

namespace {

constexpr double kMostSamples = 160;  // along the longer side of a piece's own raster

// A piece's own raster, coarser than the frame where the piece is large.
struct Stage {
    double spacing = 1;  // metres
    Point origin{0, 0};
    Grid<uint8_t> inside;
    double radius = 0;  // metres, of the largest circle inside the drawn outline
    Box bounds;
};

double footMargin(const layout::Relief& drawn, double radius) {
    if (drawn.id == "hill" || drawn.id == "basin" || drawn.id == "valley") return std::min(0.2 * radius, 12.0);
    return drawn.id == "island" ? 0.0 : std::min(0.1 * radius, 8.0);
}

void fillSpine(Grid<uint8_t>& mask, const Polyline& spine, double radius, double spacing, Point origin) {
    for (size_t i = 0; i + 1 < std::max<size_t>(spine.size(), 2); ++i) {
        const Point a = (spine[i] - origin) / spacing,
                    b = (spine[std::min(i + 1, spine.size() - 1)] - origin) / spacing;
        const double r = radius / spacing;
        const auto from = [r](double p, double q) { return static_cast<int>(std::max(0.0, std::min(p, q) - r)); };
        const int x1 = static_cast<int>(std::min(mask.width() - 1.0, std::max(a.x, b.x) + r));
        const int y1 = static_cast<int>(std::min(mask.height() - 1.0, std::max(a.y, b.y) + r));
        for (int y = from(a.y, b.y); y <= y1; ++y) {
            for (int x = from(a.x, b.x); x <= x1; ++x) {
                if (distance(Point(x, y), closestOnSegment(Point(x, y), a, b)) <= r) mask(x, y) = 1;
            }
        }
    }
}

// The part of the drawn shape near the map, as a raster. Empty where there is none.
Stage stageOf(const ReliefTask& task) {
    Stage stage;
    const Polygon shape = usable(task.drawn.shape);
    const Polyline spine = usable(task.drawn.spine);
    const bool area = shape.outer.size() >= 3;
    const double half = std::isfinite(task.drawn.width) ? std::clamp(task.drawn.width / 2, 2.0, 400.0) : 10.0;
    if (!area && spine.empty()) return stage;
    stage.bounds = area ? boundsOf(shape.outer) : boundsOf(spine).grown(half);
    const Box map = Box{{0, 0}, task.frame.end()}.grown(std::max(200.0, 40 * task.frame.spacing));
    stage.bounds.min = {std::max(stage.bounds.min.x, map.min.x), std::max(stage.bounds.min.y, map.min.y)};
    stage.bounds.max = {std::min(stage.bounds.max.x, map.max.x), std::min(stage.bounds.max.y, map.max.y)};
    const Point size = stage.bounds.size();
    if (size.x <= 0 || size.y <= 0) return stage;
    const double longer = std::max(size.x, size.y);
    const double margin = std::min(0.1 * longer, 12.0);
    stage.spacing = std::max({task.frame.spacing, (longer + 2 * margin) / kMostSamples, 0.25});
    stage.origin = stage.bounds.min - Point(margin, margin) - Point(3, 3) * stage.spacing;
    const auto samples = [&](double metres) {
        return static_cast<int>(std::ceil((metres + 2 * margin) / stage.spacing)) + 7;
    };
    stage.inside = Grid<uint8_t>(samples(size.x), samples(size.y));
    if (area) {
        Polygon moved = shape;
        for (Point& p : moved.outer) p -= stage.origin;
        for (Ring& hole : moved.holes) {
            for (Point& p : hole) p -= stage.origin;
        }
        fill(stage.inside, moved, stage.spacing, 1, true);
    } else {
        fillSpine(stage.inside, spine, half, stage.spacing, stage.origin);
    }
    Grid<uint8_t> outside(stage.inside.width(), stage.inside.height());
    for (size_t i = 0; i < outside.values().size(); ++i) outside.values()[i] = !stage.inside.values()[i];
    const Grid<float> toOutside = distanceTo(outside, stage.spacing);
    for (const float d : toOutside.values()) {
        if (d < 1e8f) stage.radius = std::max(stage.radius, static_cast<double>(d));
    }
    const double foot = footMargin(task.drawn, stage.radius);
    if (foot > 0 && stage.radius > 0) {
        const Grid<float> away = distanceTo(stage.inside, stage.spacing);
        for (size_t i = 0; i < away.values().size(); ++i) stage.inside.values()[i] = away.values()[i] <= foot;
    }
    return stage;
}

// 0 on the outline to 1 in the middle, the shape of a blown membrane: -laplace(u) = 1, u = 0 outside.
Grid<float> dome(const Stage& stage) {
    const int w = stage.inside.width(), h = stage.inside.height();
    Constraints constraints{Grid<float>(w, h), Grid<uint8_t>(w, h), Grid<float>(w, h, 1.0f)};
    for (size_t i = 0; i < constraints.fixed.values().size(); ++i)
        constraints.fixed.values()[i] = !stage.inside.values()[i];
    Grid<float> u = diffuse(constraints);
    const float top = *std::max_element(u.values().begin(), u.values().end());
    for (float& v : u.values()) v = top > 0 ? std::clamp(v / top, 0.0f, 1.0f) : 0.0f;
    return u;
}

double noiseAt(const Stage& stage, uint64_t seed, double wave, int x, int y, int octaves) {
    const Point p = stage.origin + Point(x, y) * stage.spacing;
    return fractalNoise(seed, p.x / wave, p.y / wave, octaves);
}

void toUnitHeight(Grid<float>& u) {
    const float top = *std::max_element(u.values().begin(), u.values().end());
    if (top <= 0) return;
    for (float& v : u.values()) v = std::max(v, 0.0f) / top;
}

// Every second sample, or back to all of them in between.
template <class T>
Grid<T> halved(const Grid<T>& fine) {
    Grid<T> out((fine.width() + 1) / 2, (fine.height() + 1) / 2);
    for (int y = 0; y < out.height(); ++y) {
        for (int x = 0; x < out.width(); ++x) out(x, y) = fine(2 * x, 2 * y);
    }
    return out;
}

Grid<float> doubled(const Grid<float>& coarse, int width, int height) {
    Grid<float> out(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const auto c = [&](int dx, int dy) { return coarse.clamped(x / 2 + dx, y / 2 + dy); };
            const float north = x % 2 ? 0.5f * (c(0, 0) + c(1, 0)) : c(0, 0);
            const float south = x % 2 ? 0.5f * (c(0, 1) + c(1, 1)) : c(0, 1);
            out(x, y) = y % 2 ? 0.5f * (north + south) : north;
        }
    }
    return out;
}

// Water on a raster flows in eight directions only; a slight warp hides them. Toward the outline the slopes run out.
Grid<float> bent(const Stage& stage, const Grid<float>& height, const Grid<float>& cone, uint64_t seed) {
    Grid<float> out(height.width(), height.height());
    const double wave = 9 * stage.spacing, most = 2.6;
    for (int y = 0; y < out.height(); ++y) {
        for (int x = 0; x < out.width(); ++x) {
            const float c = cone(x, y);
            if (c <= 0) continue;
            const double far = most * std::min(1.0f, 5 * c);
            const double dx = noiseAt(stage, seed + 11, wave, x, y, 2), dy = noiseAt(stage, seed + 12, wave, x, y, 2);
            out(x, y) = static_cast<float>(bilinear(height, x + far * dx, y + far * dy)) * smoothStep(0.0f, 0.16f, c);
        }
    }
    return out;
}

// Rising land under rain: crests, spurs and gullies that all lead to the outline. 0..1. Valleys form on every second
// sample, where that is quick; the last passes cut the fine gullies.
Grid<float> worn(const Stage& stage, const Grid<float>& cone, uint64_t seed, const Job& job) {
    const int w = cone.width(), h = cone.height();
    Grid<float> height(w, h), uplift(w, h);
    Grid<uint8_t> fixed(w, h);
    const double wave = std::max(stage.radius * 0.5, 4 * stage.spacing);
    for (int y = 0; y < h; ++y) {
        for (int x = 0; x < w; ++x) {
            fixed(x, y) = !stage.inside(x, y);
            if (fixed(x, y)) continue;
            const auto uneven = static_cast<float>(noiseAt(stage, seed, wave, x, y, 4));
            uplift(x, y) = (0.35f + 0.65f * cone(x, y)) * (1 + 0.45f * uneven);
            height(x, y) = 8 * cone(x, y) + 1.5f * (uneven + 1) * std::min(1.0f, cone(x, y) * 8);
        }
    }
    StreamPower how;
    how.uplift = 1;
    how.unevenness = 0.9f;
    how.strength = 0.28f;
    how.hillslope = static_cast<float>(std::max(4.0, 0.004 * w * h));
    StreamPower rough = how;
    rough.iterations = 26;
    rough.hillslope = how.hillslope / 4;
    Grid<float> coarse = halved(height);
    wear(coarse, halved(uplift), halved(fixed), rough, job);
    coarse = doubled(coarse, w, h);
    for (size_t i = 0; i < coarse.values().size(); ++i) {
        if (!fixed.values()[i]) height.values()[i] = coarse.values()[i] + 0.35f * height.values()[i];
    }
    how.iterations = 12;
    wear(height, uplift, fixed, how, job);
    toUnitHeight(height);
    return bent(stage, height, cone, seed);
}

// Over `cone` (0..1): gently concave flanks, a rim, a crater behind it.
float volcanoAt(float cone) {
    constexpr float kRim = 0.8f;
    const float flank = std::min(cone / kRim, 1.0f);
    return flank * std::sqrt(flank) * (1 - 0.26f * smoothStep(kRim, 0.95f, cone));
}

Grid<float> rugged(const ReliefTask& task, const Stage& stage, const Grid<float>& membrane, double metres,
                   const Job& job) {
    Grid<float> cone = membrane;
    for (float& v : cone.values()) v = 1 - std::sqrt(std::max(0.0f, 1 - v));
    const Grid<float> carved = worn(stage, cone, task.seed, job);
    const bool volcano = task.drawn.id == "volcano";
    const auto share = static_cast<float>((volcano ? 0.35 : 0.85) * std::clamp(task.shape.roughness, 0.0, 1.0));
    Grid<float> out(cone.width(), cone.height());
    for (int y = 0; y < out.height(); ++y) {
        for (int x = 0; x < out.width(); ++x) {
            const float c = cone(x, y);
            const float form = volcano ? volcanoAt(c) : c * (0.8f + 0.2f * c);
            // The crater keeps its own form; only the flanks are worn.
            const float here = volcano ? share * (1 - smoothStep(0.55f, 0.75f, c)) : share;
            out(x, y) = form + here * (volcano ? std::min(carved(x, y) - c, 0.0f) * 0.8f : carved(x, y) - form);
        }
    }
    toUnitHeight(out);
    for (float& v : out.values()) v *= static_cast<float>(metres);
    Grid<uint8_t> fixed(out.width(), out.height());
    for (size_t i = 0; i < fixed.values().size(); ++i) fixed.values()[i] = !stage.inside.values()[i];
    settle(out, fixed, static_cast<float>(1.35 * stage.spacing), 6);
    return out;
}

// Crags and unevenness at the frame's own resolution, none on the outline.
void addDetail(const ReliefTask& task, const Stage& stage, double metres, Lift& lift) {
    const double rough = std::clamp(task.shape.roughness, 0.0, 1.0);
    const double wave = std::max(std::clamp(stage.radius * 0.18, 4.0, 14.0), 4 * task.frame.spacing);
    const auto most = static_cast<float>(rough * rough * std::clamp(0.035 * metres, 0.1, 1.6));
    const uint64_t seed = randomBits(task.seed, "crags");
    parallelRows(task.threads, lift.box.height(), [&](int y) {
        for (int x = 0; x < lift.box.width(); ++x) {
            float& v = lift.metres(x, y);
            if (std::abs(v) < 0.05f) continue;
            const Point p = task.frame.at(lift.box.x0 + x, lift.box.y0 + y) / wave;
            const double crags = 1 - 2 * std::abs(gradientNoise(seed, p.x, p.y));
            const double grain = gradientNoise(seed + 1, p.x * 2.3, p.y * 2.3);
            const float fade = std::min(1.0f, std::abs(v) / static_cast<float>(0.25 * metres));
            v += most * fade * static_cast<float>(0.65 * crags + 0.35 * grain);
        }
    });
}

// An island in the sea is low land of its own: whatever the base land does there, it rises from the beach.
void layInSea(const ReliefTask& task, const Stage& stage, const Grid<float>& membrane, Lift& lift) {
    const Grid<float> dome = refined(membrane, stage.spacing, stage.origin, task.frame, lift.box, Spline::smoothing, 1);
    lift.ownShore = Grid<uint8_t>(lift.box.width(), lift.box.height());
    for (int y = 0; y < lift.box.height(); ++y) {
        for (int x = 0; x < lift.box.width(); ++x) {
            const float rise = dome(x, y);
            if (rise < 0.002f) continue;
            lift.ownShore(x, y) = 1;
            lift.metres(x, y) += 0.1f + 0.8f * rise - task.base(lift.box.x0 + x, lift.box.y0 + y);
        }
    }
}

}  // namespace

Lift massif(const ReliefTask& task, const Job& job) {
    const Stage stage = stageOf(task);
    if (stage.inside.empty() || stage.radius <= 0) return {};
    const double metres = heightOf(task, 2 * stage.radius);
    const Grid<float> membrane = dome(stage);
    Grid<float> u = membrane;
    const std::string& id = task.drawn.id;
    const bool isRugged = id == "mountain" || id == "ridge" || id == "peak" || id == "volcano";
    if (isRugged) {
        u = rugged(task, stage, membrane, metres, job);
    } else {
        const double sign = id == "basin" || id == "valley" ? -1 : 1;
        for (float& v : u.values()) v = static_cast<float>(sign * metres) * smoothStep(0.0f, 1.0f, v);
    }
    Lift lift;
    lift.box = nodesIn(task.frame, stage.bounds, 13 + 3 * stage.spacing);
    lift.metres = refined(u, stage.spacing, stage.origin, task.frame, lift.box, Spline::interpolating, task.threads);
    if (isRugged) {
        for (float& v : lift.metres.values()) v = std::max(v, 0.0f);
    }
    addDetail(task, stage, metres, lift);
    if (task.inSea) layInSea(task, stage, membrane, lift);
    return lift;
}

}  // namespace sketchwalk::terrain
