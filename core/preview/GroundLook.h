// What shading asks of the ground under a point: its colour from the baked map, its height, the shore, and how open it
// lies.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <glm/common.hpp>

#include "core/base/Job.h"
#include "core/preview/Tone.h"
#include "core/scene/Scene.h"

namespace sketchwalk::preview {

// A small footprint on the ground that darkens what is close to it.
struct Contact {
    glm::vec2 centre{0};
    float cosine = 1, sine = 0;  // of its yaw
    glm::vec2 half{0.5f};        // metres, half sizes in its own axes
    float reach = 1;             // metres from the footprint at which it ends
    float strength = 0.4f;       // 0..1
};

class GroundLook {
  public:
    // finest: metres that a pixel covers at least; finer levels of the colour picture are not kept.
    GroundLook(const scene::Scene& scene, const std::vector<Contact>& contacts, float finest, const Job& job);

    bool hasColour() const { return !m_levels.empty(); }
    bool hasHeight() const { return m_height != nullptr; }
    float height(float x, float z) const {
        return m_height ? sample(*m_height, x * m_perSpacing, z * m_perSpacing) : 0;
    }
    // Metres to the shore, negative in water; 1e9 where there is none.
    float shore(float x, float z) const {
        return m_shore ? sample(*m_shore, x * m_perSpacing - 0.5f, z * m_perSpacing - 0.5f) : 1e9f;
    }
    // Share of the sky that reaches the ground there, about 0.4..1.
    float openness(float x, float z) const {
        return m_openness.empty() ? 1.0f : sample(m_openness, x * m_perOpenness, z * m_perOpenness);
    }
    // How much of the glow of lava nearby reaches the ground there, 0..1.
    float heat(float x, float z) const {
        return m_heat.empty() ? 0.0f : sample(m_heat, x * m_perOpenness, z * m_perOpenness);
    }
    Light3 colour(float x, float z, float metresPerPixel) const;

  private:
    struct Level {
        int width = 0, height = 0;
        float perMetreX = 1, perMetreZ = 1;
        std::vector<std::array<uint16_t, 4>> texels;  // linear, 65535 is 1; the fourth is unused
    };
    static float sample(const Grid<float>& grid, float x, float y);
    static Light3 sample(const Level& level, float x, float z);
    void buildLevels(const Image& picture, glm::dvec2 extent, float finest, const Job& job);
    void buildOpenness(const std::vector<Contact>& contacts, glm::dvec2 extent, const Job& job);
    void buildHeat(const terrain::Ground& ground, const Job& job);
    void darken(const std::vector<Contact>& contacts, const Job& job);

    std::vector<Level> m_levels;
    float m_finest = 1;  // metres a texel of the first level covers
    const Grid<float>* m_height = nullptr;
    const Grid<float>* m_shore = nullptr;
    float m_perSpacing = 1, m_perOpenness = 1;
    Grid<float> m_openness, m_heat;
};

inline float GroundLook::sample(const Grid<float>& grid, float x, float y) {
    const auto right = static_cast<float>(grid.width() - 1), bottom = static_cast<float>(grid.height() - 1);
    x = x > 0 ? (x < right ? x : right) : 0;
    y = y > 0 ? (y < bottom ? y : bottom) : 0;
    const int x0 = static_cast<int>(x), y0 = static_cast<int>(y);
    const int x1 = x0 + (x0 + 1 < grid.width() ? 1 : 0), y1 = y0 + (y0 + 1 < grid.height() ? 1 : 0);
    const float fx = x - static_cast<float>(x0), fy = y - static_cast<float>(y0);
    const float *north = grid.row(y0), *south = grid.row(y1);
    return blend(blend(north[x0], north[x1], fx), blend(south[x0], south[x1], fx), fy);
}

}  // namespace sketchwalk::preview
