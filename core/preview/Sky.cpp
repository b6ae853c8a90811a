#include "core/preview/Sky.h"

#include <algorithm>
#include <cmath>

#include "core/base/Trig.h"
#include "core/preview/Speckle.h"

namespace sketchwalk::preview {
namespace {

double bounded(double value, double low, double high, double otherwise) {
    return value >= low && value <= high ? value : otherwise;
}

// The hue of a colour at luminance 1, mixed with white.
Light3 tint(Light3 colour, float strength) {
    const float y = luminance(colour);
    return y > 1e-4f ? blend(Light3(1), colour / y, strength) : Light3(1);
}

}  // namespace

glm::vec3 towardSun(const catalogue::Sky& sky, View view) {
    const double elevation = exact::radians(std::clamp(bounded(sky.sunElevation, -90, 90, 42), 12.0, 85.0));
    double azimuth = bounded(sky.sunAzimuth, -360, 720, 135);
    if (view == View::isometric) {
        constexpr double kEye = 135, kAside = 68;  // degrees; the isometric eye stands in the south-east
        double off = azimuth - kEye;
        off -= 360 * std::floor((off + 180) / 360);
        if (std::abs(off) < kAside) azimuth = kEye + (off < 0 ? -kAside : kAside);
    }
    azimuth = exact::radians(azimuth);
    const double flat = exact::cos(elevation);
    return glm::vec3(flat * exact::sin(azimuth), exact::sin(elevation), -flat * exact::cos(azimuth));
}

Sunlight sunlightOf(const catalogue::Sky& sky, glm::vec3 toSun) {
    Sunlight light;
    light.toSun = toSun;
    const Light3 zenith = toLinear(sky.zenith), horizon = toLinear(sky.horizon);
    light.above = tint(blend(zenith, horizon, 0.4f), 0.5f) * 0.42f;
    light.below = Light3(0.25f, 0.215f, 0.18f);
    light.sun = tint(toLinear(sky.sun), 0.9f) * (0.66f / std::max(toSun.y, 0.45f));
    return light;
}

Sky::Sky(const catalogue::Sky& sky, glm::vec3 toSun)
    : m_zenith(toLinear(sky.zenith)),
      m_horizon(toLinear(sky.horizon)),
      m_sun(toLinear(sky.sun)),
      m_fog(toLinear(sky.fog)),
      m_toSun(toSun),
      m_fogStart(static_cast<float>(bounded(sky.fogStart, 0, 1e6, 200))),
      m_fogEnd(static_cast<float>(bounded(sky.fogEnd, 1, 1e7, 2000))) {
    m_fogEnd = std::max(m_fogEnd, m_fogStart + 1);
}

Light3 Sky::inDirection(glm::vec3 direction, bool withSun) const {
    const float up = std::clamp(direction.y, 0.0f, 1.0f), low = 1 - up;
    const float low2 = low * low;
    Light3 colour = blend(m_zenith, m_horizon, low2 * low2 * 0.75f + low2 * 0.25f);
    const float toward = std::max(glm::dot(direction, m_toSun), 0.0f);
    const float t2 = toward * toward, t4 = t2 * t2, t8 = t4 * t4, t64 = t8 * t8 * t8 * t8 * t8 * t8 * t8 * t8;
    colour += m_sun * (0.10f * t8 + 0.20f * t64);
    if (withSun) colour = blend(colour, blend(m_sun, Light3(1), 0.6f), smooth(0.99925f, 0.99955f, toward));
    return colour;
}

// A thin sheet of fair-weather clouds far above, seen in perspective.
Light3 Sky::clouded(Light3 clear, glm::vec3 direction) const {
    if (direction.y < 0.03f) return clear;
    float x = direction.x / (direction.y + 0.08f) * 1.1f, z = direction.z / (direction.y + 0.08f) * 1.1f;
    float sum = 0, weight = 0.5f;
    for (uint32_t octave = 0; octave < 5; ++octave) {
        sum += weight * speckle(x, z, 71 + octave);
        x = x * 2.03f + 3.7f;
        z = z * 2.03f - 1.9f;
        weight *= 0.5f;
    }
    const float cover = smooth(0.52f, 0.74f, sum) * smooth(0.03f, 0.25f, direction.y) * 0.8f;
    return blend(clear, blend(m_horizon, blend(m_sun, Light3(0.97f), 0.5f), 0.7f), cover);
}

Light3 Sky::beyond(glm::vec3 direction, Light3 land, float drop) const {
    if (direction.y >= 0) return clouded(inDirection(direction, true), direction);
    const Light3 horizon = inDirection({direction.x, 0, direction.z}, false);
    const float distance = std::max(drop, 1.0f) / -direction.y;
    // Far land goes over into the horizon even where the fog is thin, as the curve of the earth would take it.
    return blend(fogged(land, distance), horizon, smooth(150.0f, 1500.0f, distance));
}

Light3 Sky::fogged(Light3 colour, float distance) const {
    const float t = smooth(m_fogStart, m_fogEnd, distance);
    return blend(colour, m_fog, t * 0.92f);
}

Light3 Sky::studio(float u, float v) const {
    const Light3 paper(0.80f, 0.79f, 0.765f);
    const Light3 top = blend(paper, blend(m_zenith, m_horizon, 0.72f), 0.62f),
                 bottom = blend(paper, m_horizon, 0.18f) * 0.80f;
    const float du = u - 0.5f, dv = v - 0.46f;
    return blend(top, bottom, smooth(0.0f, 1.0f, v)) * (1.05f - 0.38f * (du * du + dv * dv));
}

}  // namespace sketchwalk::preview
