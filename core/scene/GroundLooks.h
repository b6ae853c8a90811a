// How each splat layer looks close by: its palette colours, varied by noise and by where it lies.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/Geometry.h"
#include "core/catalogue/Catalogue.h"

namespace sketchwalk::scene {

struct Plot {                        // a drawn field
    float acrossX = 1, acrossY = 0;  // unit, across its rows
    float centreX = 0, centreY = 0;  // metres, in the middle of a row
    uint64_t bits = 0;               // its own chance
};

struct GroundPoint {             // what a look may depend on
    float x = 0, y = 0;          // metres
    float height = 0;            // metres
    float broad = 0;             // noise of about 30 m, -1..1
    float middle = 0;            // noise of about 6 m
    float fine = 0;              // noise of about 1 m
    float steep = 0;             // rise over run
    float shore = 1e9f;          // metres, negative in water
    float roadIn = 0;            // metres inside a road or path, from its edge
    float roadOut = 1e9f;        // metres to the nearest road or path
    const Plot* plot = nullptr;  // the drawn field it lies in
    float pixel = 0.25f;         // metres: finer patterns than this fade out
};

class GroundLook {
  public:
    GroundLook(std::string_view layer, const catalogue::Palette& palette, uint64_t seed);
    Colour at(const GroundPoint& p) const;
    bool made() const { return m_kind == Kind::paving || m_kind == Kind::road || m_kind == Kind::path; }

  private:
    enum class Kind { green, wooded, sand, rock, gravel, snow, earth, field, paving, road, path };

    Colour green(const GroundPoint& p) const;
    Colour wooded(const GroundPoint& p) const;
    Colour sand(const GroundPoint& p) const;
    Colour rock(const GroundPoint& p) const;
    Colour gravel(const GroundPoint& p) const;
    Colour snow(const GroundPoint& p) const;
    Colour earth(const GroundPoint& p) const;
    Colour field(const GroundPoint& p) const;
    Colour paving(const GroundPoint& p) const;
    Colour road(const GroundPoint& p) const;
    Colour path(const GroundPoint& p) const;

    Kind m_kind = Kind::earth;
    Colour m_base, m_second, m_third;  // by kind: grass, dry, dark; rock, dark, moss; ...
    uint64_t m_seed = 0;
};

inline Colour blend(Colour a, Colour b, float t) {
    return a + (b - a) * t;
}
inline float ramp(float from, float to, float value) {  // smooth 0..1
    const float t = std::clamp((value - from) / (to - from), 0.0f, 1.0f);
    return t * t * (3 - 2 * t);
}

}  // namespace sketchwalk::scene
