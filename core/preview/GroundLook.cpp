#include "core/preview/GroundLook.h"

#include <algorithm>
#include <cmath>

#include "core/base/Parallel.h"

namespace sketchwalk::preview {
namespace {

// Running mean over 2 * radius + 1 samples, rows then columns, borders clamped.
void boxBlur(Grid<float>& grid, int radius, const Job& job) {
    const int width = grid.width(), height = grid.height();
    const float share = 1.0f / static_cast<float>(2 * radius + 1);
    parallelRows(job.threads, height, [&](int y) {
        std::vector<float> line(grid.row(y), grid.row(y) + width);
        const auto at = [&](int x) {
            return static_cast<double>(line[static_cast<size_t>(std::clamp(x, 0, width - 1))]);
        };
        double sum = 0;
        for (int x = -radius; x <= radius; ++x) sum += at(x);
        for (int x = 0; x < width; ++x) {
            grid(x, y) = static_cast<float>(sum) * share;
            sum += at(x + radius + 1) - at(x - radius);
        }
    });
    Grid<float> turned(width, height);
    constexpr int kColumns = 16;  // side by side, for the cache's sake
    parallelFor(job.threads, (width + kColumns - 1) / kColumns, [&](int block) {
        const int x0 = block * kColumns, x1 = std::min(x0 + kColumns, width);
        std::array<double, kColumns> sums{};
        const auto add = [&](int y, double sign) {
            const float* row = grid.row(std::clamp(y, 0, height - 1));
            for (int x = x0; x < x1; ++x) sums[static_cast<size_t>(x - x0)] += sign * static_cast<double>(row[x]);
        };
        for (int y = -radius; y <= radius; ++y) add(y, 1);
        for (int y = 0; y < height; ++y) {
            for (int x = x0; x < x1; ++x) turned(x, y) = static_cast<float>(sums[static_cast<size_t>(x - x0)]) * share;
            add(y + radius + 1, 1);
            add(y - radius, -1);
        }
    });
    grid = std::move(turned);
}

}  // namespace

GroundLook::GroundLook(const scene::Scene& scene, const std::vector<Contact>& contacts, float finest, const Job& job) {
    const glm::dvec2 extent = glm::max(scene.extent, glm::dvec2(1e-3));
    if (scene.terrainColour && scene.terrainColour->width > 0 && scene.terrainColour->height > 0 &&
        scene.terrainColour->channels >= 3) {
        buildLevels(*scene.terrainColour, extent, finest, job);
    }
    if (scene.ground && !scene.ground->height.empty() && scene.ground->spacing > 0) {
        m_height = &scene.ground->height;
        if (!scene.ground->shore.empty()) m_shore = &scene.ground->shore;
        m_perSpacing = static_cast<float>(1.0 / scene.ground->spacing);
        buildOpenness(contacts, extent, job);
        buildHeat(*scene.ground, job);
    }
}

void GroundLook::buildLevels(const Image& picture, glm::dvec2 extent, float finest, const Job& job) {
    // The picture shrinks by whole steps of two while a texel still stays below a pixel.
    int shrink = 1;
    while (extent.x / picture.width * shrink * 2 < finest * 1.2f && picture.width / (shrink * 2) >= 8 &&
           picture.height / (shrink * 2) >= 8) {
        shrink *= 2;
    }
    const auto setScale = [&](Level& level) {
        level.perMetreX = static_cast<float>(level.width / extent.x);
        level.perMetreZ = static_cast<float>(level.height / extent.y);
        level.texels.resize(static_cast<size_t>(level.width) * static_cast<size_t>(level.height));
    };
    Level first;
    first.width = picture.width / shrink;
    first.height = picture.height / shrink;
    setScale(first);
    const auto& linear = linearOfByte();
    const float share = 65535.0f / static_cast<float>(shrink * shrink);
    parallelRows(job.threads, first.height, [&](int y) {
        auto* to = &first.texels[static_cast<size_t>(y) * static_cast<size_t>(first.width)];
        for (int x = 0; x < first.width; ++x) {
            float sum[3] = {0, 0, 0};
            for (int dy = 0; dy < shrink; ++dy) {
                const uint8_t* from = picture.at(x * shrink, y * shrink + dy);
                for (int dx = 0; dx < shrink; ++dx, from += picture.channels) {
                    for (int k = 0; k < 3; ++k) sum[k] += linear[from[k]];
                }
            }
            for (size_t k = 0; k < 3; ++k) to[x][k] = static_cast<uint16_t>(sum[k] * share + 0.5f);
            to[x][3] = 0;
        }
    });
    m_finest = 1.0f / first.perMetreX;
    m_levels.push_back(std::move(first));
    while (m_levels.back().width > 4 && m_levels.back().height > 4) {
        const Level& fine = m_levels.back();
        Level coarse;
        coarse.width = fine.width / 2;
        coarse.height = fine.height / 2;
        setScale(coarse);
        for (int y = 0; y < coarse.height; ++y) {
            const auto* north = &fine.texels[static_cast<size_t>(y) * 2 * static_cast<size_t>(fine.width)];
            const auto* south = north + fine.width;
            auto* to = &coarse.texels[static_cast<size_t>(y) * static_cast<size_t>(coarse.width)];
            for (int x = 0; x < coarse.width; ++x) {
                for (size_t k = 0; k < 3; ++k) {
                    to[x][k] = static_cast<uint16_t>(
                        (north[2 * x][k] + north[2 * x + 1][k] + south[2 * x][k] + south[2 * x + 1][k] + 2) / 4);
                }
            }
        }
        m_levels.push_back(std::move(coarse));
    }
}

Light3 GroundLook::sample(const Level& level, float x, float z) {
    x = x * level.perMetreX - 0.5f;
    z = z * level.perMetreZ - 0.5f;
    const auto right = static_cast<float>(level.width - 1), bottom = static_cast<float>(level.height - 1);
    x = x > 0 ? (x < right ? x : right) : 0;
    z = z > 0 ? (z < bottom ? z : bottom) : 0;
    const int x0 = static_cast<int>(x), z0 = static_cast<int>(z);
    const int dx = x0 + 1 < level.width ? 1 : 0, dz = z0 + 1 < level.height ? level.width : 0;
    const float fx = x - static_cast<float>(x0), fz = z - static_cast<float>(z0);
    const auto* north =
        &level.texels[static_cast<size_t>(z0) * static_cast<size_t>(level.width) + static_cast<size_t>(x0)];
    const auto* south = north + dz;
    const float w11 = fx * fz, w10 = fx - w11, w01 = fz - w11, w00 = 1 - fx - w01;
    Light3 result;
    for (int k = 0; k < 3; ++k) {
        const auto c = static_cast<size_t>(k);
        result[k] = w00 * north[0][c] + w10 * north[dx][c] + w01 * south[0][c] + w11 * south[dx][c];
    }
    return result * (1.0f / 65535.0f);
}

Light3 GroundLook::colour(float x, float z, float metresPerPixel) const {
    float texels = metresPerPixel / m_finest;
    size_t level = 0;
    while (texels > 2 && level + 1 < m_levels.size()) {
        texels *= 0.5f;
        ++level;
    }
    const Light3 fine = sample(m_levels[level], x, z);
    if (texels <= 1.25f || level + 1 == m_levels.size()) return fine;
    return blend(fine, sample(m_levels[level + 1], x, z), std::min(texels - 1.25f, 0.75f) / 0.75f);
}

// Hollows see less of the sky than crests: the height above its own neighbourhood, at two sizes, stands in for an
// integral over the horizon. (Kontkanen and Laine's fields do this exactly; on a heightfield the difference is hard to
// see.)
void GroundLook::buildOpenness(const std::vector<Contact>& contacts, glm::dvec2 extent, const Job& job) {
    const Grid<float>& height = *m_height;
    const int step = std::max(1, (std::max(height.width(), height.height()) + 511) / 512);
    const int width = (height.width() - 1) / step + 1, depth = (height.height() - 1) / step + 1;
    const double texel = step / static_cast<double>(m_perSpacing);
    m_perOpenness = static_cast<float>(1.0 / texel);
    Grid<float> ground(width, depth);
    parallelRows(job.threads, depth, [&](int y) {
        for (int x = 0; x < width; ++x) {
            const float h = height(x * step, y * step);
            ground(x, y) = std::abs(h) < 1e5f ? h : 0.0f;
        }
    });
    m_openness = Grid<float>(width, depth, 1.0f);
    const double size = std::max(extent.x, extent.y);
    for (const double metres : {size / 160, size / 36}) {
        if (job.stopped()) return;
        const int radius = std::clamp(static_cast<int>(metres / texel), 1, 64);
        Grid<float> mean = ground;
        boxBlur(mean, radius, job);
        boxBlur(mean, radius, job);
        const auto strength = static_cast<float>(0.55 / metres);
        parallelRows(job.threads, depth, [&](int y) {
            for (int x = 0; x < width; ++x) {
                m_openness(x, y) -= std::clamp((mean(x, y) - ground(x, y)) * strength, -0.08f, 0.30f);
            }
        });
    }
    darken(contacts, job);
}

void GroundLook::buildHeat(const terrain::Ground& ground, const Job& job) {
    std::vector<bool> hot(ground.waters.size() + 1, false);
    for (size_t i = 0; i < ground.waters.size(); ++i) hot[i + 1] = ground.waters[i].category == "lava";
    if (std::find(hot.begin(), hot.end(), true) == hot.end() || ground.water.empty()) return;
    m_heat = Grid<float>(m_openness.width(), m_openness.height(), 0.0f);
    const float cells = m_perSpacing / m_perOpenness;
    for (int y = 0; y < m_heat.height(); ++y) {
        for (int x = 0; x < m_heat.width(); ++x) {
            const uint16_t body = ground.water.clamped(static_cast<int>(static_cast<float>(x) * cells),
                                                       static_cast<int>(static_cast<float>(y) * cells));
            if (body < hot.size() && hot[body]) m_heat(x, y) = 1;
        }
    }
    const int radius = std::clamp(static_cast<int>(3.5f * m_perOpenness), 1, 32);
    boxBlur(m_heat, radius, job);
    boxBlur(m_heat, radius, job);
}

void GroundLook::darken(const std::vector<Contact>& contacts, const Job& job) {
    const int width = m_openness.width(), depth = m_openness.height();
    constexpr int kBand = 32;  // rows that one thread writes at a time
    Grid<float> shade(width, depth, 0.0f);
    parallelFor(job.threads, (depth + kBand - 1) / kBand, [&](int band) {
        if (job.stopped()) return;
        const int bandFirst = band * kBand, bandLast = std::min(bandFirst + kBand, depth) - 1;
        for (const Contact& c : contacts) {
            const float around = std::abs(c.half.x) + std::abs(c.half.y) + c.reach;
            if (!(around < 1e4f && std::abs(c.centre.x) < 1e5f && std::abs(c.centre.y) < 1e5f)) continue;
            const int y0 = std::max(static_cast<int>((c.centre.y - around) * m_perOpenness), bandFirst);
            const int y1 = std::min(static_cast<int>((c.centre.y + around) * m_perOpenness) + 1, bandLast);
            const int x0 = std::max(static_cast<int>((c.centre.x - around) * m_perOpenness), 0);
            const int x1 = std::min(static_cast<int>((c.centre.x + around) * m_perOpenness) + 1, width - 1);
            const float perReach = 1.0f / std::max(c.reach, 1e-3f);
            for (int y = y0; y <= y1; ++y) {
                for (int x = x0; x <= x1; ++x) {
                    const float dx = static_cast<float>(x) / m_perOpenness - c.centre.x;
                    const float dz = static_cast<float>(y) / m_perOpenness - c.centre.y;
                    const float outX = std::max(std::abs(dx * c.cosine - dz * c.sine) - c.half.x, 0.0f);
                    const float outZ = std::max(std::abs(dx * c.sine + dz * c.cosine) - c.half.y, 0.0f);
                    const float near = 1.0f - std::sqrt(outX * outX + outZ * outZ) * perReach;
                    if (near > 0) shade(x, y) = std::max(shade(x, y), c.strength * near * near);
                }
            }
        }
        for (int y = bandFirst; y <= bandLast; ++y) {
            for (int x = 0; x < width; ++x) {
                m_openness(x, y) = std::clamp(m_openness(x, y), 0.45f, 1.12f) * (1 - shade(x, y));
            }
        }
    });
}

}  // namespace sketchwalk::preview
