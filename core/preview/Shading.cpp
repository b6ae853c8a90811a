#include "core/preview/Shading.h"

#include <algorithm>
#include <cmath>

#include "core/assets/PaletteAtlas.h"
#include "core/preview/Speckle.h"

namespace sketchwalk::preview {
namespace {

Light3 skyLight(const Sunlight& light, float up) {
    return blend(light.below, light.above, 0.5f + 0.5f * up);
}

Light3 terrainAlbedo(const Studio& studio, const Look& look, const SurfacePoint& point, float metresPerPixel) {
    const glm::vec3 p = point.position;
    Light3 albedo = studio.ground.hasColour() ? studio.ground.colour(p.x, p.z, metresPerPixel) : look.albedo;
    if (metresPerPixel < 0.2f) {  // close by, the baked picture is too coarse: give the ground a grain
        const float fade = smooth(0.2f, 0.02f, metresPerPixel);
        const float grain = speckle(p.x * 1.7f, p.z * 1.7f, 5) * 0.45f + speckle(p.x * 6.1f, p.z * 6.1f, 6) * 0.3f +
                            speckle(p.x * 23.0f, p.z * 23.0f, 7) * 0.25f;
        albedo *= 1.0f + (grain - 0.5f) * 0.5f * fade;
    }
    return albedo;
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
        albedo = terrainAlbedo(studio, look, point, studio.camera.metresPerPixel(point.q));
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
    return shoulder(albedo * (ember + studio.light.sun * (sun * openSun) + skyLight(studio.light, normal.y) * open) +
                    look.glow);
}

}  // namespace sketchwalk::preview
