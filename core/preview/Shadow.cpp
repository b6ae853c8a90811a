#include "core/preview/Shadow.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "core/base/Parallel.h"
#include "core/preview/DrawFaces.h"

namespace sketchwalk::preview {
namespace {

constexpr int kTileWidth = 64, kTileHeight = 32;  // texels

}  // namespace

ShadowMap::ShadowMap(const Stage& stage, glm::vec3 toSun, const Bounds& region, float metresPerTexel, int maxSize,
                     const Job& job)
    : m_toSun(toSun) {
    if (region.empty()) return;
    m_camera = sunCamera(toSun, region, metresPerTexel, maxSize, m_size);
    m_projector = m_camera.projector();
    m_texel = m_camera.metresPerPixel(0);
    const PassList list(stage, m_camera, {m_size, m_size, kTileWidth, kTileHeight, true}, job);
    m_depth.reset(
        new float[static_cast<size_t>(m_size) * static_cast<size_t>(m_size)]);  // each tile fills its own part
    parallelFor(
        job.threads, list.columns() * list.rows(),
        [&](int tile) {
            if (!job.stopped()) drawTile(stage, list, tile);
        },
        4);
}

void ShadowMap::drawTile(const Stage& stage, const PassList& list, int tile) {
    const auto items = list.itemsOf(tile);
    constexpr int kBlocks = kTileWidth / 4;
    std::array<Float4, kBlocks * kTileHeight> nearest;
    nearest.fill(Float4{-1e30f, -1e30f, -1e30f, -1e30f});
    const TileArea area{tile % list.columns() * kTileWidth, tile / list.columns() * kTileHeight, kBlocks, kTileHeight};
    thread_local std::vector<ScreenPoint> scratch;
    for (const uint32_t index : items) {
        drawFaces(stage, m_camera, list.item(index), scratch,
                  [&](uint32_t, uint16_t look, ScreenPoint a, ScreenPoint b, ScreenPoint c, bool isFront) {
                      if (stage.looks[look].alpha < 1) return;
                      rasterise<kAcross>(a, b, c, isFront, area, [&](int block, Int4 inside, Float4 q) {
                          Float4& to = nearest[static_cast<size_t>(block)];
                          to = choose(inside & (q > to), q, to);
                      });
                  });
    }
    for (int y = 0; y < kTileHeight; ++y) {
        float* to = &m_depth[static_cast<size_t>(area.pixelY + y) * static_cast<size_t>(m_size) +
                             static_cast<size_t>(area.pixelX)];
        std::memcpy(to, &nearest[static_cast<size_t>(y * kBlocks)], kTileWidth * sizeof(float));
    }
}

bool ShadowMap::covers(glm::vec3 p) const {
    const glm::vec3 v = m_projector.view(p);
    const float x = v.x + m_projector.centreX, y = v.y + m_projector.centreY, last = static_cast<float>(m_size) - 3;
    return x > 3 && y > 3 && x < last && y < last;
}

float ShadowMap::lit(glm::vec3 p, glm::vec3 normal) const {
    if (empty()) return 1;
    // Moved along the normal, the more the flatter the light falls, a surface clears its own texels.
    const float facingSun = glm::dot(normal, m_toSun);
    const float slant = facingSun < 1 ? (facingSun > 0 ? 1 - facingSun : 1.0f) : 0.0f;
    const glm::vec3 v = m_projector.view(p + normal * (m_texel * (0.6f + 1.6f * slant) + 0.01f));
    const float bias = m_texel * 0.6f + 0.015f;
    const float x = v.x + m_projector.centreX - 0.5f, y = v.y + m_projector.centreY - 0.5f, q = -v.z + bias;
    const auto last = static_cast<float>(m_size - 3);
    if (!(x >= 1 && y >= 1 && x < last && y < last)) return 1;
    const int x0 = static_cast<int>(x), y0 = static_cast<int>(y);
    const float fx = x - static_cast<float>(x0), fy = y - static_cast<float>(y0);
    // Three by three taps, each bilinear: four by four comparisons with separable weights.
    float sum = 0;
    const float* row =
        &m_depth[static_cast<size_t>(y0 - 1) * static_cast<size_t>(m_size) + static_cast<size_t>(x0 - 1)];
    for (int j = 0; j < 4; ++j, row += m_size) {
        const float weight = j == 0 ? 1 - fy : j == 3 ? fy : 1.0f;
        const float across = (q >= row[0] ? 1 - fx : 0.0f) + (q >= row[1] ? 1.0f : 0.0f) + (q >= row[2] ? 1.0f : 0.0f) +
                             (q >= row[3] ? fx : 0.0f);
        sum += weight * across;
    }
    return sum * (1.0f / 9.0f);
}

}  // namespace sketchwalk::preview
