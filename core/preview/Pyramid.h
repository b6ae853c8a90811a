// A tiling picture and its halvings, in linear light, for surfaces that are seen from near and far.
#pragma once

#include <vector>

#include "core/base/Image.h"
#include "core/preview/Tone.h"

namespace sketchwalk::preview {

class Pyramid {
  public:
    // RGB or RGBA with sides that are powers of two.
    explicit Pyramid(const Image& picture);
    // Light at (u, v), the picture being 1 x 1 and repeating, where a pixel covers so much of it.
    Light3 at(float u, float v, float covers) const;

  private:
    struct Level {
        int width = 0, height = 0;
        std::vector<Light3> texels;
        Light3 at(float u, float v) const;
    };
    std::vector<Level> m_levels;
};

}  // namespace sketchwalk::preview
