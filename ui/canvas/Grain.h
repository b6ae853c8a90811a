// Cheap noise for the hand and the paper: a texture that repeats every kPeriod pixels, the same on every run.
// Immutable, so any thread may read it.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sketchwalk::ui {

inline float unit(float value) {
    return std::clamp(value, 0.0f, 1.0f);
}

class Grain {
  public:
    static constexpr int kPeriod = 512;
    static const Grain& shared();

    // About [-1, 1]. `fibre`: the paper's tooth, pixel by pixel; `cloud`: slow, over some thirty pixels; `tremor`: over
    // some ten, as a hand trembles.
    float fibre(int x, int y) const { return m_fibre[index(x, y)]; }
    float cloud(int x, int y) const { return m_cloud[index(x, y)]; }
    float tremor(int x, int y) const { return m_tremor[index(x, y)]; }

  private:
    Grain();
    static size_t index(int x, int y) {
        return static_cast<size_t>(y & (kPeriod - 1)) * kPeriod + static_cast<size_t>(x & (kPeriod - 1));
    }
    std::vector<float> m_fibre, m_cloud, m_tremor;
};

}  // namespace sketchwalk::ui
