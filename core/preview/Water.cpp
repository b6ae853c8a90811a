// Water, ice and lava: sheets whose look comes from what lies under them and where their shore is.
#include <algorithm>
#include <cmath>

#include "core/preview/Shading.h"
#include "core/preview/Speckle.h"

namespace sketchwalk::preview {
namespace {

// The way along the banks, either sense; zero where they are too far to say.
glm::vec2 alongBanks(const Studio& studio, glm::vec3 p) {
    constexpr float kReach = 1.2f;  // metres
    const float east = studio.ground.shore(p.x + kReach, p.z) - studio.ground.shore(p.x - kReach, p.z);
    const float south = studio.ground.shore(p.x, p.z + kReach) - studio.ground.shore(p.x, p.z - kReach);
    const float length = std::sqrt(east * east + south * south);
    return length > 0.2f && length < 1e3f ? glm::vec2(-south, east) / length : glm::vec2(0);
}

// Small waves tilt the surface; they fade where a pixel covers more than a wave.
glm::vec3 rippled(const Studio& studio, const Look& look, glm::vec3 p, float metresPerPixel) {
    glm::vec2 tilt(0);
    const glm::vec2 flow = look.flows && metresPerPixel < 0.5f ? alongBanks(studio, p) : glm::vec2(0);
    const bool drawn = flow != glm::vec2(0);
    const auto add = [&](float size, float height, uint32_t seed) {
        const float fade = smooth(0.9f, 0.25f, metresPerPixel / size);
        if (fade <= 0) return;
        if (drawn) {
            // Drawn out by the current: the mean along it (line integral convolution; Cabral and Leedom, 1993).
            glm::vec2 sum(0);
            for (int tap = -2; tap <= 2; ++tap) {
                const float x = (p.x + flow.x * size * 0.55f * static_cast<float>(tap)) / size;
                const float z = (p.z + flow.y * size * 0.55f * static_cast<float>(tap)) / size;
                const Slope s = speckleSlope(x, z, seed);
                sum += glm::vec2(s.dx, s.dy);
            }
            tilt += sum * (0.36f * height / size * fade);
            return;
        }
        // Stretched across the wind, which blows from the south-west.
        const float along = (p.x + p.z) * 0.7071f, across = (p.x - p.z) * 0.7071f;
        const Slope s = speckleSlope(along * 0.6f / size, across * 1.4f / size, seed);
        const float a = s.dx * 0.6f, b = s.dy * 1.4f;
        tilt += glm::vec2(a + b, a - b) * (0.7071f * height / size * fade);
    };
    add(5.0f, 0.34f, 11);
    add(1.9f, 0.13f, 12);
    add(0.6f, 0.034f, 13);
    add(0.23f, 0.009f, 17);
    return glm::normalize(glm::vec3(-tilt.x, 1, -tilt.y));
}

// What the sheet's own picture shows there.
Light3 sheetAt(const Studio& studio, const Pyramid& pyramid, const Look& look, glm::vec3 p, float metresPerPixel) {
    if (studio.camera.isPerspective()) {  // looking along the sheet a pixel covers more of it
        const glm::vec3 away = glm::normalize(p - studio.camera.origin());
        metresPerPixel /= std::sqrt(std::max(std::abs(away.y), 0.01f));
    }
    return pyramid.at(p.x / look.sheetSize, p.z / look.sheetSize, metresPerPixel / look.sheetSize);
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
    if (!look.flows) foam = std::max(foam, second * broken * 0.5f * fine);  // waves run in behind it
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
    const glm::vec3 normal = rippled(studio, look, p, metresPerPixel);
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
    // Of a swamp the picture has the weed and the murk.
    const Light3 own = look.sheet ? sheetAt(studio, *look.sheet, look, p, metresPerPixel) : look.albedo;
    const Light3 body = own * drift * (studio.light.sun * (facing * (0.25f + 0.75f * sun)) + studio.light.above * 0.9f);
    Light3 colour;
    for (int k = 0; k < 3; ++k) {
        const float absorbed = look.murk * (0.30f + 0.95f * (1.0f - look.albedo[k] / brightest));
        colour[k] = blend(body[k], under[k], 0.80f * falloff(absorbed * depth));
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
    const Light3 snowy(0.84f, 0.90f, 0.94f);
    Light3 albedo =
        look.sheet ? sheetAt(studio, *look.sheet, look, p, studio.camera.metresPerPixel(point.q)) : look.albedo;
    const float snow = smooth(0.62f, 0.82f, luminance(albedo));
    const float rim = smooth(-2.5f, 0.2f, studio.ground.shore(p.x, p.z));  // drifts gather by the bank
    albedo = blend(albedo, snowy, rim * 0.8f);
    const float sun = studio.sunAt(p, {0, 1, 0}) * studio.light.toSun.y;
    const Light3 colour = albedo * (studio.light.sun * sun + studio.light.above);
    const glm::vec3 toEye =
        -(studio.camera.isPerspective() ? glm::normalize(p - studio.camera.origin()) : studio.camera.forward());
    const float mirror = (0.05f + 0.6f * power5(1.0f - std::clamp(toEye.y, 0.0f, 1.0f))) * (1 - snow) * (1 - rim);
    return shoulder(blend(colour, studio.sky.inDirection({-toEye.x, toEye.y, -toEye.z}, false), mirror));
}

// Dark plates, between which the melt glows; cooler by the bank.
Light3 shadeLava(const Studio& studio, const Look& look, const SurfacePoint& point) {
    const glm::vec3 p = point.position;
    const float metresPerPixel = studio.camera.metresPerPixel(point.q);
    const float rim = smooth(-1.6f, 0.3f, studio.ground.shore(p.x, p.z));
    const Light3 crust = look.sheet ? sheetAt(studio, *look.sheet, look, p, metresPerPixel) : look.albedo;
    const Light3 glow = look.sheetGlow ? sheetAt(studio, *look.sheetGlow, look, p, metresPerPixel) : look.glow;
    const float sun = studio.sunAt(p, {0, 1, 0}) * studio.light.toSun.y;
    return shoulder(crust * (studio.light.sun * sun + studio.light.above) + glow * (1.25f * (1 - 0.6f * rim)));
}

}  // namespace sketchwalk::preview
