// Water, ice and lava: sheets whose look comes from what lies under them and where their shore is.
#include <algorithm>
#include <cmath>

#include "core/preview/Shading.h"
#include "core/preview/Speckle.h"

namespace sketchwalk::preview {
namespace {

// Small waves tilt the surface; they fade where a pixel covers more than a wave.
glm::vec3 rippled(glm::vec3 p, float metresPerPixel) {
    glm::vec2 tilt(0);
    const auto add = [&](float size, float height, uint32_t seed) {
        const float fade = smooth(0.9f, 0.25f, metresPerPixel / size);
        if (fade <= 0) return;
        // Stretched across the wind, which blows from the south-west.
        const float along = (p.x + p.z) * 0.7071f, across = (p.x - p.z) * 0.7071f;
        const Slope s = speckleSlope(along * 0.6f / size, across * 1.4f / size, seed);
        const float a = s.dx * 0.6f, b = s.dy * 1.4f;
        tilt += glm::vec2(a + b, a - b) * (0.7071f * height / size * fade);
    };
    add(5.0f, 0.34f, 11);
    add(1.9f, 0.10f, 12);
    add(0.6f, 0.022f, 13);
    return glm::normalize(glm::vec3(-tilt.x, 1, -tilt.y));
}

float power5(float x) {
    return x * x * x * x * x;
}
float power64(float x) {
    x *= x;
    x *= x;
    x *= x;
    x *= x;
    x *= x;
    return x * x;
}

// A soft line along the shore and, on open water, a second, broken one that runs in behind it. `inside`: metres to the
// shore.
float foamAt(const Look& look, glm::vec3 p, float inside, float metresPerPixel) {
    const float reach = 3.5f + 2 * metresPerPixel;
    if (look.foam <= 0 || metresPerPixel > 2.5f || inside > reach || inside < -2) return 0;
    // On maps of kilometres a line as wide as a pixel would whiten whole rivers.
    const float far = smooth(2.5f, 0.9f, metresPerPixel), fine = std::min(0.7f / metresPerPixel, 1.0f);
    const float line = std::max(0.45f, 0.9f * metresPerPixel);
    const float wobble = (speckle(p.x * 0.45f, p.z * 0.45f, 21) - 0.5f) * fine, at = inside + wobble * 0.7f;
    float foam = 1.0f - smooth(line * 0.3f, line * 1.8f, at);
    const float second = 1.0f - smooth(0.0f, line * 0.9f, std::abs(at - 2.0f - wobble));
    const float broken = smooth(0.42f, 0.62f, speckle(p.x * 0.23f, p.z * 0.23f, 22));
    foam = std::max(foam, second * broken * 0.5f * fine);
    // Close by, foam is bubbles.
    const float close = smooth(0.12f, 0.02f, metresPerPixel);
    const float bubbles = speckle(p.x * 3.1f, p.z * 3.1f, 23) * 0.6f + speckle(p.x * 9.7f, p.z * 9.7f, 24) * 0.4f;
    foam *= 1.0f - close * smooth(foam * 0.55f + 0.1f, foam * 0.55f + 0.4f, bubbles);
    return foam * look.foam * far;
}

}  // namespace

Light3 shadeWater(const Studio& studio, const Look& look, const SurfacePoint& point, Light3 under) {
    const glm::vec3 p = point.position;
    const float metresPerPixel = studio.camera.metresPerPixel(point.q);
    const glm::vec3 normal = rippled(p, metresPerPixel);
    const glm::vec3 toEye =
        -(studio.camera.isPerspective() ? glm::normalize(p - studio.camera.origin()) : studio.camera.forward());
    const float sun = studio.sunAt(p, {0, 1, 0});
    const float inside = -studio.ground.shore(p.x, p.z);
    float depth = studio.ground.hasHeight() ? std::max(p.y - studio.ground.height(p.x, p.z), 0.0f) : 2.0f;
    // A sheltered, sandy rim looks shallower than its depth alone: stirred-up sand shows through.
    if (look.foam > 0) depth *= 0.15f + 0.85f * smooth(-1.0f, 22.0f, inside);

    // What is seen through the water pales with its depth, red first in blue water (Beer's law), into the water's own
    // colour.
    const float brightest = std::max({look.albedo.x, look.albedo.y, look.albedo.z, 1e-3f});
    const float facing = std::max(glm::dot(normal, studio.light.toSun), 0.0f);
    const float drift = 0.94f + 0.12f * speckle(p.x * 0.021f + p.z * 0.008f, p.z * 0.035f, 14);  // gusts and currents
    const Light3 body =
        look.albedo * drift * (studio.light.sun * (facing * (0.25f + 0.75f * sun)) + studio.light.above * 0.9f);
    Light3 colour;
    for (int k = 0; k < 3; ++k) {
        const float absorbed = look.murk * (0.30f + 0.95f * (1.0f - look.albedo[k] / brightest));
        colour[k] = blend(body[k], under[k], 0.80f * falloff(absorbed * depth));
    }
    if (look.murk > 2) {  // weed floats on still, murky water
        const float weed = speckle(p.x * 0.13f, p.z * 0.13f, 15) * 0.6f + speckle(p.x * 0.6f, p.z * 0.6f, 16) * 0.4f;
        const Light3 green = Light3(0.13f, 0.20f, 0.05f) * (studio.light.sun * (0.6f * sun) + studio.light.above);
        colour = blend(colour, green, smooth(0.54f, 0.66f, weed) * 0.65f);
    }
    const float cosine = std::clamp(glm::dot(normal, toEye), 0.0f, 1.0f);
    const float mirror = 0.035f + 0.80f * power5(1.0f - cosine);
    const glm::vec3 bounced = normal * (2 * glm::dot(normal, toEye)) - toEye;
    colour = blend(colour, studio.sky.inDirection({bounced.x, std::abs(bounced.y), bounced.z}, false), mirror);
    const glm::vec3 half = glm::normalize(toEye + studio.light.toSun);
    colour += studio.light.sun * (power64(std::max(glm::dot(normal, half), 0.0f)) * 0.55f * sun);

    const float foam = foamAt(look, p, inside, metresPerPixel);
    if (foam > 0) {
        const Light3 white = studio.light.sun * (0.55f * sun) + studio.light.above * 0.95f;
        colour = blend(colour, white * 0.92f, foam * 0.85f);
    }
    return shoulder(colour);
}

Light3 shadeIce(const Studio& studio, const Look& look, const SurfacePoint& point) {
    const glm::vec3 p = point.position;
    const float metresPerPixel = studio.camera.metresPerPixel(point.q);
    // Two sizes of cracks, old snow in patches, clear dark ice in between.
    const CellDistance large = cells(p.x * 0.09f + speckle(p.x * 0.3f, p.z * 0.3f, 33), p.z * 0.09f, 31);
    const CellDistance small = cells(p.x * 0.34f + 7, p.z * 0.34f + speckle(p.x * 0.7f, p.z * 0.7f, 34) * 0.6f, 32);
    const float width = std::max(0.06f, metresPerPixel * 0.6f);
    const float crack = std::max(1.0f - smooth(0.0f, width * 0.09f * 2.2f, large.second - large.nearest),
                                 (1.0f - smooth(0.0f, width * 0.34f * 1.4f, small.second - small.nearest)) * 0.45f *
                                     smooth(1.2f, 0.3f, metresPerPixel));
    const float snow = smooth(
        0.50f, 0.78f, speckle(p.x * 0.07f, p.z * 0.07f, 35) * 0.65f + speckle(p.x * 0.28f, p.z * 0.28f, 36) * 0.35f);
    const float shade = static_cast<float>(large.id >> 16 & 255) * (0.10f / 255.0f);
    const float rim = smooth(-2.5f, 0.2f, studio.ground.shore(p.x, p.z));
    Light3 albedo =
        blend(look.albedo * (0.92f + shade), Light3(0.86f, 0.91f, 0.95f), std::max(snow * 0.75f, rim * 0.8f));
    albedo = blend(albedo, Light3(0.93f, 0.97f, 1.0f), crack * 0.6f);
    const float sun = studio.sunAt(p, {0, 1, 0}) * studio.light.toSun.y;
    Light3 colour = albedo * (studio.light.sun * sun + studio.light.above);
    const glm::vec3 toEye =
        -(studio.camera.isPerspective() ? glm::normalize(p - studio.camera.origin()) : studio.camera.forward());
    const float mirror = (0.05f + 0.6f * power5(1.0f - std::clamp(toEye.y, 0.0f, 1.0f))) * (1 - snow) * (1 - rim);
    return shoulder(blend(colour, studio.sky.inDirection({-toEye.x, toEye.y, -toEye.z}, false), mirror));
}

Light3 shadeLava(const Studio& studio, const Look& look, const SurfacePoint& point) {
    const glm::vec3 p = point.position;
    const float metresPerPixel = studio.camera.metresPerPixel(point.q);
    const float warpX = speckle(p.x * 0.21f, p.z * 0.21f, 41) * 1.2f,
                warpZ = speckle(p.x * 0.21f, p.z * 0.21f, 42) * 1.2f;
    const CellDistance plates = cells(p.x * 0.16f + warpX, p.z * 0.16f + warpZ, 43);
    const float gap = std::max(0.30f, metresPerPixel * 0.10f);
    const float seam = 1.0f - smooth(0.02f, gap, plates.second - plates.nearest);
    const float flow = speckle(p.x * 0.09f, p.z * 0.09f, 44) * 0.6f + speckle(p.x * 0.4f, p.z * 0.4f, 45) * 0.4f;
    const float rim = smooth(-1.6f, 0.3f, studio.ground.shore(p.x, p.z));
    const float heat = std::clamp(seam * 0.75f + smooth(0.40f, 0.75f, flow) * 0.7f - rim * 0.6f, 0.0f, 1.0f);
    // Crust, dull red, orange, yellow: the order in which hot rock glows.
    const Light3 crust(0.035f, 0.022f, 0.02f), red(0.45f, 0.03f, 0.008f), orange(1.0f, 0.20f, 0.015f),
        yellow(1.0f, 0.68f, 0.16f);
    Light3 glow = heat < 0.35f  ? blend(Light3(0.03f, 0.004f, 0.001f), red, heat / 0.35f)
                  : heat < 0.7f ? blend(red, orange, (heat - 0.35f) / 0.35f)
                                : blend(orange, yellow, (heat - 0.7f) / 0.3f);
    glow = blend(glow, look.glow * heat, 0.25f);
    const float sun = studio.sunAt(p, {0, 1, 0}) * studio.light.toSun.y;
    return shoulder(crust * (1 - heat) * (studio.light.sun * sun + studio.light.above) * 2.0f + glow);
}

}  // namespace sketchwalk::preview
