#include "render/materials/Daylight.h"

#include <cmath>
#include <glm/geometric.hpp>

#include "core/preview/Sky.h"
#include "core/preview/Tone.h"

namespace sketchwalk::render {
namespace {

using preview::blend;
using preview::smooth;

glm::vec3 sunAt(const catalogue::Sky& sky, double hours) {
    const glm::vec3 noon = preview::towardSun(sky, preview::View::walk);
    glm::vec3 evening(noon.z, 0, -noon.x);  // level and square to noon: where it sets
    evening = glm::length(evening) > 1e-4f ? glm::normalize(evening) : glm::vec3(-1, 0, 0);
    if (evening.x > 0) evening = -evening;
    const auto turn = static_cast<float>((hours - 12) * 3.14159265358979 / 12);
    return noon * std::cos(turn) + evening * std::sin(turn);
}

}  // namespace

Daylight daylight(const catalogue::Sky& sky, double hours) {
    hours -= 24 * std::floor(hours / 24);
    Daylight d;
    d.towardSun = sunAt(sky, hours);
    const float height = d.towardSun.y;
    const float day = smooth(-0.16f, 0.20f, height);
    const float near = height / 0.26f;
    d.warmth = std::exp(-near * near) * smooth(-0.30f, -0.04f, height);
    d.night = 1 - smooth(-0.28f, 0.0f, height);

    const preview::Sunlight noon = preview::sunlightOf(sky, glm::vec3(0, std::max(height, 0.2f), 0));
    const float strength = smooth(-0.03f, 0.24f, height);
    if (strength > 0.004f) {
        d.towardLight = d.towardSun;
        d.light = blend(noon.sun, glm::vec3(1.32f, 0.70f, 0.30f), 0.75f * d.warmth) * strength;
    } else {  // a full moon stands across from the sun, high enough to throw shadows one can read
        glm::vec3 moon = -d.towardSun;
        moon.y = std::max(moon.y, 0.45f);
        d.towardLight = glm::normalize(moon);
        d.light = glm::vec3(0.10f, 0.135f, 0.21f) * smooth(0.05f, 0.35f, -height);
    }
    d.above = blend(glm::vec3(0.050f, 0.066f, 0.115f), noon.above, day);
    d.above = blend(d.above, glm::vec3(0.25f, 0.235f, 0.31f) * (0.45f + 0.55f * day), 0.55f * d.warmth);
    d.below = blend(glm::vec3(0.022f, 0.024f, 0.034f), noon.below, day);

    const glm::vec3 zenith = preview::toLinear(sky.zenith), horizon = preview::toLinear(sky.horizon);
    const glm::vec3 fog = preview::toLinear(sky.fog), sun = preview::toLinear(sky.sun);
    d.zenith = blend(glm::vec3(0.006f, 0.010f, 0.032f), zenith, day * (1 - 0.35f * d.warmth));
    d.horizon = blend(glm::vec3(0.022f, 0.032f, 0.075f), horizon, day);
    d.horizon = blend(d.horizon, glm::vec3(0.62f, 0.42f, 0.36f) * (0.25f + 0.75f * day), 0.6f * d.warmth);
    d.disc = blend(sun, glm::vec3(1.0f, 0.62f, 0.30f), 0.7f * d.warmth) * (1 - 0.75f * d.night);
    d.fog = blend(glm::vec3(0.020f, 0.028f, 0.060f), fog, day);
    d.fog = blend(d.fog, glm::vec3(0.60f, 0.43f, 0.37f) * (0.2f + 0.8f * day), 0.5f * d.warmth);
    d.cloud = blend(d.horizon, blend(sun, glm::vec3(0.97f), 0.6f) * day, 0.85f * day);
    d.cloud = blend(d.cloud, glm::vec3(0.95f, 0.55f, 0.40f), 0.6f * d.warmth * day);
    d.fogStart = static_cast<float>(sky.fogStart >= 0 && sky.fogStart < 1e6 ? sky.fogStart : 200);
    d.fogEnd = static_cast<float>(sky.fogEnd > 1 && sky.fogEnd < 1e7 ? sky.fogEnd : 2000);
    d.fogEnd = std::max(d.fogEnd, d.fogStart + 1);
    // Where the air is thick there are more clouds: a desert's sky is nearly clear, a swamp's is half covered.
    d.clouds = (0.62f - 0.34f * smooth(900, 2600, d.fogEnd)) * (1 - 0.4f * d.night);
    d.lamps = 1 + 1.2f * (1 - day);
    return d;
}

}  // namespace sketchwalk::render
