#include "core/preview/Shading.h"

#include <algorithm>
#include <cmath>

#include "core/assets/PaletteAtlas.h"
#include "core/scene/GroundPaint.h"

namespace sketchwalk::preview {
namespace {

Light3 skyLight(const Sunlight& light, float up) {
    return blend(light.below, light.above, 0.5f + 0.5f * up);
}

// What the sunlit ground throws back at walls: it is that which keeps their shady side from going dead.
Light3 bounced(const Sunlight& light, float up) {
    constexpr float kShare = 0.2f;
    return light.sun * light.below * (light.toSun.y * (1 - up * up) * kShare / 0.215f);
}

// Looking along the ground a pixel covers more of it: the mean of what it covers across and along the view.
float coveredGround(const Studio& studio, const SurfacePoint& point, float metresPerPixel) {
    if (!studio.camera.isPerspective()) return metresPerPixel;
    const glm::vec3 away = glm::normalize(point.position - studio.camera.origin());
    const float facing = std::max(std::abs(glm::dot(away, point.normal)), 0.02f);
    return metresPerPixel / std::sqrt(facing);
}

// The baked picture; close by, where it is too coarse, the ground is painted anew. Bumps tilt the normal there.
Light3 terrainAlbedo(const Studio& studio, const Look& look, const SurfacePoint& point, float metresPerPixel,
                     glm::vec3& normal) {
    constexpr float kFar = 0.15f, kNear = 0.1f;  // metres a pixel: where the picture is as fine as the painting
    const glm::vec3 p = point.position;
    const float covered = coveredGround(studio, point, metresPerPixel);
    const bool close = studio.paint != nullptr && covered < kFar;
    Light3 baked = look.albedo;
    if (studio.ground.hasColour() && (!close || covered > kNear)) baked = studio.ground.colour(p.x, p.z, covered);
    if (!close) return baked;
    const scene::Painted here = studio.paint->at(p.x, p.z, covered);
    const float share = smooth(kFar, kNear, covered);
    if (share > 0) {
        const float step = std::max(covered, 0.022f);  // no finer than a texel, else its squares show
        const float east = (studio.paint->at(p.x + step, p.z, covered).bump - here.bump) / step;
        const float south = (studio.paint->at(p.x, p.z + step, covered).bump - here.bump) / step;
        normal = glm::normalize(normal - glm::vec3(east, 0, south) * (0.8f * share));
    }
    return blend(baked, toLinear(textures::colourOf(here.colour)), share);
}

}  // namespace

Light3 shadeSolid(const Studio& studio, const Look& look, const SurfacePoint& point) {
    switch (look.finish) {
        case Finish::ice:
            return shadeIce(studio, look, point);
        case Finish::lava:
            return shadeLava(studio, look, point);
        default:
            break;
    }
    glm::vec3 normal = point.normal;
    const glm::vec3 p = point.position;
    Light3 albedo = look.picture ? albedoAt(look, point.uv) : look.albedo;
    float open = 1;
    if (look.finish == Finish::terrain) {
        albedo = terrainAlbedo(studio, look, point, studio.camera.metresPerPixel(point.q), normal);
        open = studio.ground.openness(p.x, p.z);
        // Relief reads better on a map when its slopes are shaded steeper than they are.
        if (studio.view == View::map) normal = glm::normalize(glm::vec3(normal.x * 1.8f, normal.y, normal.z * 1.8f));
    } else if (look.finish == Finish::earth) {
        albedo = earthColour(studio, p);
    } else if (look.finish == Finish::wetSide) {  // darker toward the bed
        albedo *= 0.55f + 0.45f * smooth(0.0f, 7.0f, p.y - studio.ground.height(p.x, p.z));
    } else if (point.open >= 0) {
        albedo *= assets::shadeOf(point.open);
    } else if (point.baseY > -1e8f) {
        open = 0.66f + 0.34f * smooth(-0.3f, 2.2f, p.y - point.baseY);
    }
    float facing = glm::dot(normal, studio.light.toSun);
    if (look.finish == Finish::leaf) facing = (facing + 0.25f) * 0.8f;  // light seeps round and through leaves
    const float sun = facing > 0 ? facing * studio.sunAt(p, normal) : 0.0f;
    const float openSun = look.finish == Finish::terrain ? 0.5f + 0.5f * open : 1.0f;
    const float heat = studio.ground.heat(p.x, p.z);
    const Light3 ember = Light3(4.2f, 0.85f, 0.10f) * (heat * (look.finish == Finish::terrain ? 1.0f : 0.6f));
    Light3 around = skyLight(studio.light, normal.y);
    if (look.finish != Finish::terrain) around += bounced(studio.light, normal.y);
    return shoulder(albedo * (ember + studio.light.sun * (sun * openSun) + around * open) + look.glow);
}

}  // namespace sketchwalk::preview
