#include "core/textures/Canvas.h"

#include "core/base/Trig.h"

namespace sketchwalk::textures {

void Canvas::touch(const Dab& dab) {
    const auto cosine = static_cast<float>(exact::cos(static_cast<double>(dab.angle)));
    const auto sine = static_cast<float>(exact::sin(static_cast<double>(dab.angle)));
    const float reachX = std::abs(cosine) * dab.halfLength + std::abs(sine) * dab.halfWidth + dab.softness;
    const float reachY = std::abs(sine) * dab.halfLength + std::abs(cosine) * dab.halfWidth + dab.softness;
    const int x0 = static_cast<int>(std::floor(dab.x - reachX)), x1 = static_cast<int>(std::ceil(dab.x + reachX));
    const int y0 = static_cast<int>(std::floor(dab.y - reachY)), y1 = static_cast<int>(std::ceil(dab.y + reachY));
    const float perLength = 1 / dab.halfLength, perWidth = 1 / dab.halfWidth, perSoftness = 1 / dab.softness;
    for (int py = y0; py <= y1; ++py) {
        Spot* row = &m_spots[static_cast<size_t>(py & (kSide - 1)) * kSide];
        const float dy = static_cast<float>(py) + 0.5f - dab.y;
        for (int px = x0; px <= x1; ++px) {
            const float dx = static_cast<float>(px) + 0.5f - dab.x;
            const float u = (dx * cosine + dy * sine) * perLength, v = (dy * cosine - dx * sine) * perWidth;
            if (u < -1.2f || u > 1.2f) continue;
            float half = 0;  // the outline's half width there, 0..1
            if (dab.outline == Outline::round) {
                half = u * u < 1 ? std::sqrt(1 - u * u) : 0;
            } else if (dab.outline == Outline::blade) {
                half = u > -1 && u < 1 ? 0.5f * (1 - u) : 0;
            } else {
                half = 1 - u * u;
            }
            const float inside = (half - std::abs(v)) * dab.halfWidth;
            if (inside <= 0) continue;
            Spot& spot = row[px & (kSide - 1)];
            const float bulge = half > 0 ? 1 - v * v / (half * half + 1e-6f) : 0;
            const float height = dab.height + dab.rise * bulge * (1 - 0.5f * u * u);
            float share = std::min(inside * perSoftness, 1.0f) * dab.strength;
            if (!dab.onTop) share *= std::clamp((height - spot.height) * 8 + 0.5f, 0.0f, 1.0f);
            const float fold = 1 + (v < 0 ? dab.crease : -dab.crease);
            spot.colour += (dab.colour * fold - spot.colour) * share;
            spot.height += (height - spot.height) * share;
        }
    }
}

Field Canvas::noise(std::string_view purpose, int cells, int octaves) const {
    Field field(static_cast<size_t>(kSide) * kSide, 0.0f);
    float strength = octaves > 1 ? 0.62f : 1.0f;
    for (int octave = 0; octave < octaves; ++octave, cells *= 2, strength *= 0.5f) {
        const Chance chance(m_seed + static_cast<uint64_t>(octave) * 7919, purpose);
        const auto wide = static_cast<size_t>(cells) + 1;
        std::vector<float> lattice(wide * wide), between(wide);
        for (int y = 0; y <= cells; ++y) {
            for (int x = 0; x <= cells; ++x)
                lattice[static_cast<size_t>(y) * wide + static_cast<size_t>(x)] =
                    strength * (2 * chance(y % cells * cells + x % cells, 0) - 1);
        }
        const float scale = static_cast<float>(cells) / kSide;
        std::vector<int> left(kSide);
        std::vector<float> part(kSide);
        for (int i = 0; i < kSide; ++i) {
            const float at = (static_cast<float>(i) + 0.5f) * scale;
            left[static_cast<size_t>(i)] = static_cast<int>(at);
            const float t = at - std::floor(at);
            part[static_cast<size_t>(i)] = t * t * (3 - 2 * t);
        }
        for (int y = 0; y < kSide; ++y) {
            const float* north = &lattice[static_cast<size_t>(left[static_cast<size_t>(y)]) * wide];
            const float down = part[static_cast<size_t>(y)];
            for (size_t x = 0; x < wide; ++x) between[x] = north[x] + (north[x + wide] - north[x]) * down;
            float* out = &field[static_cast<size_t>(y) * kSide];
            for (size_t x = 0; x < kSide; ++x) {
                const float* from = &between[static_cast<size_t>(left[x])];
                out[x] += from[0] + (from[1] - from[0]) * part[x];
            }
        }
    }
    return field;
}

}  // namespace sketchwalk::textures
