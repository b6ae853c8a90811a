// Sun, sky and fog in words that programs read: in the scene's extras and in scene.json.
#pragma once

#include <nlohmann/json.hpp>

#include "core/scene/Scene.h"

namespace sketchwalk::gltf {

// { sun: { direction, colour, elevation, azimuth }, sky: { zenith, horizon }, fog: { colour, start, end } }.
// `direction` is where the light travels, in scene coordinates; colours are sRGB, 0..1; degrees, azimuth clockwise from
// north; metres.
nlohmann::ordered_json environment(const scene::Scene& scene);

}  // namespace sketchwalk::gltf
