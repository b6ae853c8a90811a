#include "ui/canvas/Grain.h"

#include <algorithm>
#include <cmath>

#include "core/base/Hash.h"

namespace sketchwalk::ui {
namespace {

constexpr int kPeriod = Grain::kPeriod;

// Smooth noise of a lattice that repeats: `cells` along the period.
void addNoise(std::vector<float>& to, int cells, float strength, uint64_t purpose) {
    const double step = static_cast<double>(cells) / kPeriod;
    const auto corner = [&](int x, int y) {
        return static_cast<float>(
            2 * randomUnit(purpose, "grain", static_cast<uint64_t>(x % cells), static_cast<uint64_t>(y % cells)) - 1);
    };
    std::vector<float> lattice(static_cast<size_t>(cells + 1) * static_cast<size_t>(cells + 1));
    for (int y = 0; y <= cells; ++y) {
        for (int x = 0; x <= cells; ++x) lattice[static_cast<size_t>(y * (cells + 1) + x)] = corner(x, y);
    }
    const auto smooth = [](float t) { return t * t * (3 - 2 * t); };
    for (int y = 0; y < kPeriod; ++y) {
        const double v = y * step;
        const int j = static_cast<int>(v);
        const float b = smooth(static_cast<float>(v - j));
        for (int x = 0; x < kPeriod; ++x) {
            const double u = x * step;
            const int i = static_cast<int>(u);
            const float a = smooth(static_cast<float>(u - i));
            const float* low = &lattice[static_cast<size_t>(j * (cells + 1) + i)];
            const float* high = low + cells + 1;
            const float value = (low[0] * (1 - a) + low[1] * a) * (1 - b) + (high[0] * (1 - a) + high[1] * a) * b;
            to[static_cast<size_t>(y) * kPeriod + static_cast<size_t>(x)] += strength * value;
        }
    }
}

}  // namespace

const Grain& Grain::shared() {
    static const Grain grain;
    return grain;
}

Grain::Grain() {
    const size_t size = static_cast<size_t>(kPeriod) * kPeriod;
    m_fibre.resize(size);
    m_cloud.resize(size);
    m_tremor.resize(size);
    addNoise(m_fibre, 256, 0.7f, 1);
    addNoise(m_fibre, 512, 0.6f, 2);
    addNoise(m_fibre, 64, 0.4f, 3);
    addNoise(m_cloud, 8, 0.7f, 4);
    addNoise(m_cloud, 16, 0.5f, 5);
    addNoise(m_cloud, 32, 0.35f, 6);
    addNoise(m_tremor, 32, 0.6f, 7);
    addNoise(m_tremor, 64, 0.5f, 8);
    addNoise(m_tremor, 128, 0.3f, 9);
}

}  // namespace sketchwalk::ui
