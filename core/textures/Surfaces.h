// How each kind of ground is painted on a canvas.
#pragma once

#include <string_view>

#include "core/catalogue/Catalogue.h"
#include "core/textures/Canvas.h"

namespace sketchwalk::textures {

class Colours {  // of one surface in one biome
  public:
    Colours(const catalogue::Palette& palette, std::string_view surface) : m_palette(palette) {
        base = named(surface, {0.5f, 0.48f, 0.45f});
    }
    Colour named(std::string_view name) const { return named(name, base); }
    Colour named(std::string_view name, Colour otherwise) const {
        const auto at = m_palette.colours.find(name);
        return at == m_palette.colours.end() ? otherwise : at->second;
    }
    Colour base{0};

  private:
    const catalogue::Palette& m_palette;
};

inline Colour shade(Colour c, float factor) {
    return c * factor;
}

void paintGrass(Canvas& canvas, const Colours& colours, bool tended);
void paintLitter(Canvas& canvas, const Colours& colours, bool lush);
void paintField(Canvas& canvas, const Colours& colours);  // its rows run north to south
void paintRock(Canvas& canvas, const Colours& colours, bool cinders);
void paintGravel(Canvas& canvas, const Colours& colours);
void paintPaving(Canvas& canvas, const Colours& colours, bool slabs);
void paintRoad(Canvas& canvas, const Colours& colours);
void paintSand(Canvas& canvas, const Colours& colours);
void paintSnow(Canvas& canvas, const Colours& colours);
void paintEarth(Canvas& canvas, const Colours& colours);
void paintMud(Canvas& canvas, const Colours& colours);
void paintPath(Canvas& canvas, const Colours& colours);

}  // namespace sketchwalk::textures
