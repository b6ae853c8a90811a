#include "core/gltf/Environment.h"

#include "core/base/Trig.h"
#include "core/gltf/Numbers.h"

namespace sketchwalk::gltf {
namespace {

Json vector(double x, double y, double z) {
    return Json::array({rounded(x), rounded(y), rounded(z)});
}

Json colour(const Colour& c) {
    return vector(static_cast<double>(c.r), static_cast<double>(c.g), static_cast<double>(c.b));
}

}  // namespace

Json environment(const scene::Scene& scene) {
    const catalogue::Sky& sky = scene.sky;
    const double elevation = exact::radians(sky.sunElevation), azimuth = exact::radians(sky.sunAzimuth);
    const double level = exact::cos(elevation);
    return {{"sun",
             {{"direction", vector(-level * exact::sin(azimuth), -exact::sin(elevation), level * exact::cos(azimuth))},
              {"colour", colour(sky.sun)},
              {"elevation", sky.sunElevation},
              {"azimuth", sky.sunAzimuth}}},
            {"sky", {{"zenith", colour(sky.zenith)}, {"horizon", colour(sky.horizon)}}},
            {"fog", {{"colour", colour(sky.fog)}, {"start", sky.fogStart}, {"end", sky.fogEnd}}}};
}

}  // namespace sketchwalk::gltf
