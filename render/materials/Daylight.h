// The light of an hour of the day: where sun or moon stand, and how sky, fog and ground take their colours from it.
//
// Knows nothing of Qt. Colours are linear light, 1 is the white of the picture. At noon all is as core/preview shows
// it.
#pragma once

#include <glm/vec3.hpp>

#include "core/catalogue/Catalogue.h"

namespace sketchwalk::render {

struct Daylight {
    glm::vec3 towardLight{0, 1, 0};      // unit, toward the sun; at night toward the moon
    glm::vec3 towardSun{0, 1, 0};        // unit, below the horizon at night
    glm::vec3 light{0.6f};               // on what faces it
    glm::vec3 above{0.4f}, below{0.2f};  // from the sky on what faces up, from the ground on what faces down
    glm::vec3 zenith{0.3f}, horizon{0.7f}, disc{1}, fog{0.8f}, cloud{1};
    float fogStart = 200, fogEnd = 2000;  // metres
    float night = 0;                      // 0 day .. 1 night
    float warmth = 0;                     // 0 .. 1 while the sun is near the horizon
    float lamps = 1;                      // how much what glows by itself counts
    float clouds = 0.8f;                  // share of the sky
};

// `hours`: 0..24, others wrap; the sun rises at 6 in the east, is where the biome has it at 12 and sets at 18.
Daylight daylight(const catalogue::Sky& sky, double hours);

}  // namespace sketchwalk::render
