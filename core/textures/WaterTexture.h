// Tiling pictures of water, ice, lava and swamp.
#pragma once

#include <string_view>

#include "core/assets/Mesh.h"
#include "core/catalogue/Catalogue.h"

namespace sketchwalk::textures {

struct WaterTexture {
    float size = 16;            // metres a side
    assets::Pictures pictures;  // colours are the sheet's own: the material that shows them stays white
};

// `category`: sea lake river swamp ice lava. Ripples are a normal picture alone, which runs along v on rivers; ice has
// cracks and drifts, a swamp weed, lava dark plates with glowing seams. `colour`: what the sheet's colour is on
// average. 512 x 512 pixels, opposite edges continue. A pure function.
WaterTexture waterTexture(std::string_view category, Colour colour, uint64_t seed);

}  // namespace sketchwalk::textures
