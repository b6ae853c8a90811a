#include "core/preview/Pyramid.h"

#include <algorithm>
#include <cmath>

namespace sketchwalk::preview {

Pyramid::Pyramid(const Image& picture) {
    Level level{picture.width, picture.height, {}};
    level.texels.reserve(static_cast<size_t>(picture.width) * static_cast<size_t>(picture.height));
    const auto& linear = linearOfByte();
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            const uint8_t* c = picture.at(x, y);
            level.texels.emplace_back(linear[c[0]], linear[c[1]], linear[c[2]]);
        }
    }
    m_levels.push_back(std::move(level));
    while (m_levels.back().width > 1 && m_levels.back().height > 1) {
        const Level& fine = m_levels.back();
        Level coarse{fine.width / 2, fine.height / 2, {}};
        for (int y = 0; y < coarse.height; ++y) {
            const Light3* north = &fine.texels[static_cast<size_t>(2 * y) * static_cast<size_t>(fine.width)];
            const Light3* south = north + fine.width;
            for (int x = 0; x < coarse.width; ++x)
                coarse.texels.push_back((north[2 * x] + north[2 * x + 1] + south[2 * x] + south[2 * x + 1]) * 0.25f);
        }
        m_levels.push_back(std::move(coarse));
    }
}

Light3 Pyramid::Level::at(float u, float v) const {
    const float x = (u - std::floor(u)) * static_cast<float>(width) - 0.5f;
    const float y = (v - std::floor(v)) * static_cast<float>(height) - 0.5f;
    const int x0 = static_cast<int>(std::floor(x)), y0 = static_cast<int>(std::floor(y));
    const float fx = x - static_cast<float>(x0), fy = y - static_cast<float>(y0);
    const auto texel = [&](int px, int py) {
        return texels[static_cast<size_t>(py & (height - 1)) * static_cast<size_t>(width) +
                      static_cast<size_t>(px & (width - 1))];
    };
    return blend(blend(texel(x0, y0), texel(x0 + 1, y0), fx), blend(texel(x0, y0 + 1), texel(x0 + 1, y0 + 1), fx), fy);
}

Light3 Pyramid::at(float u, float v, float covers) const {
    if (!(std::abs(u) < 1e6f && std::abs(v) < 1e6f)) return m_levels.back().texels[0];
    float texels = std::max(covers * static_cast<float>(m_levels[0].width), 1.0f);
    size_t level = 0;
    while (texels > 2 && level + 1 < m_levels.size()) texels *= 0.5f, ++level;
    const Light3 fine = m_levels[level].at(u, v);
    if (level + 1 >= m_levels.size()) return fine;
    return blend(fine, m_levels[level + 1].at(u, v), std::clamp(texels - 1, 0.0f, 1.0f));
}

}  // namespace sketchwalk::preview
