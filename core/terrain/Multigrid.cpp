#include "core/terrain/Multigrid.h"

#include <cmath>
#include <vector>

#include "core/base/Raster.h"

namespace sketchwalk::terrain {

namespace {

struct Level {
    Grid<float> u, source, residual;
    Grid<uint8_t> fixed;
};

void fixBorder(Grid<uint8_t>& fixed) {
    for (int x = 0; x < fixed.width(); ++x) fixed(x, 0) = fixed(x, fixed.height() - 1) = 1;
    for (int y = 0; y < fixed.height(); ++y) fixed(0, y) = fixed(fixed.width() - 1, y) = 1;
}

// A coarse sample is fixed where a fixed one lies within half a coarse step of it. Were it free right beside the rim,
// its correction would reach for the rim a whole coarse step away, many times too much, and the cycles could run away.
Grid<uint8_t> coarser(const Grid<uint8_t>& fine, const Grid<float>& toFixed, int step) {
    Grid<uint8_t> out((fine.width() + 1) / 2, (fine.height() + 1) / 2);
    const auto near = static_cast<float>(step) / 2;
    for (int y = 0; y < out.height(); ++y) {
        for (int x = 0; x < out.width(); ++x) out(x, y) = toFixed.clamped(x * step, y * step) < near;
    }
    fixBorder(out);
    return out;
}

// Red-black Gauss-Seidel.
void smooth(Level& level, int sweeps) {
    const int w = level.u.width(), h = level.u.height();
    for (int sweep = 0; sweep < 2 * sweeps; ++sweep) {
        for (int y = 1; y < h - 1; ++y) {
            float* u = level.u.row(y);
            const float *north = level.u.row(y - 1), *south = level.u.row(y + 1), *f = level.source.row(y);
            const uint8_t* fixed = level.fixed.row(y);
            for (int x = 1 + (y + sweep) % 2; x < w - 1; x += 2) {
                if (!fixed[x]) u[x] = 0.25f * (u[x - 1] + u[x + 1] + north[x] + south[x] + f[x]);
            }
        }
    }
}

void findResidual(Level& level) {
    const int w = level.u.width(), h = level.u.height();
    for (int y = 1; y < h - 1; ++y) {
        for (int x = 1; x < w - 1; ++x) {
            level.residual(x, y) = level.fixed(x, y) ? 0
                                                     : level.source(x, y) + level.u(x - 1, y) + level.u(x + 1, y) +
                                                           level.u(x, y - 1) + level.u(x, y + 1) - 4 * level.u(x, y);
        }
    }
}

void restrictTo(const Level& fine, Level& coarse) {
    for (int y = 1; y < coarse.u.height() - 1; ++y) {
        for (int x = 1; x < coarse.u.width() - 1; ++x) {
            const auto r = [&](int dx, int dy) { return fine.residual.clamped(2 * x + dx, 2 * y + dy); };
            // Full weighting; times 4 since the coarse spacing is twice as wide.
            coarse.source(x, y) = 0.25f * (4 * r(0, 0) + 2 * (r(1, 0) + r(-1, 0) + r(0, 1) + r(0, -1)) + r(1, 1) +
                                           r(-1, 1) + r(1, -1) + r(-1, -1));
        }
    }
    std::fill(coarse.u.values().begin(), coarse.u.values().end(), 0.0f);
}

void addCorrection(const Level& coarse, Level& fine) {
    for (int y = 1; y < fine.u.height() - 1; ++y) {
        for (int x = 1; x < fine.u.width() - 1; ++x) {
            if (fine.fixed(x, y)) continue;
            const int cx = x / 2, cy = y / 2;
            const auto u = [&](int dx, int dy) { return coarse.u.clamped(cx + dx, cy + dy); };
            const float north = x % 2 ? 0.5f * (u(0, 0) + u(1, 0)) : u(0, 0);
            const float south = x % 2 ? 0.5f * (u(0, 1) + u(1, 1)) : u(0, 1);
            fine.u(x, y) += y % 2 ? 0.5f * (north + south) : north;
        }
    }
}

void cycle(std::vector<Level>& levels, size_t at) {
    Level& level = levels[at];
    if (at + 1 == levels.size()) {
        smooth(level, 12);
        return;
    }
    smooth(level, 2);
    findResidual(level);
    restrictTo(level, levels[at + 1]);
    cycle(levels, at + 1);
    addCorrection(levels[at + 1], level);
    smooth(level, 2);
}

}  // namespace

Grid<float> diffuse(const Constraints& constraints, int cycles) {
    std::vector<Level> levels(1);
    levels[0].u = constraints.value;
    levels[0].source = constraints.source;
    levels[0].fixed = constraints.fixed;
    if (levels[0].u.width() < 3 || levels[0].u.height() < 3) return constraints.value;
    fixBorder(levels[0].fixed);
    const Grid<float> toFixed = distanceTo(levels[0].fixed, 1);
    for (int step = 2; levels.back().u.width() > 6 && levels.back().u.height() > 6; step *= 2) {
        Level next;
        next.fixed = coarser(levels.back().fixed, toFixed, step);
        next.u = next.source = Grid<float>(next.fixed.width(), next.fixed.height());
        levels.push_back(std::move(next));
    }
    for (Level& level : levels) level.residual = Grid<float>(level.u.width(), level.u.height());
    for (int i = 0; i < cycles; ++i) cycle(levels, 0);
    return levels[0].u;
}

float residualOf(const Constraints& constraints, const Grid<float>& solution) {
    Level level{solution, constraints.source, Grid<float>(solution.width(), solution.height()), constraints.fixed};
    if (solution.width() < 3 || solution.height() < 3) return 0;
    fixBorder(level.fixed);
    findResidual(level);
    float most = 0;
    for (const float r : level.residual.values()) most = std::max(most, std::abs(r));
    return most;
}

}  // namespace sketchwalk::terrain
