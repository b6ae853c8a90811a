#include "core/scene/GroundLooks.h"

#include <algorithm>
#include <cmath>

#include "core/base/Hash.h"

namespace sketchwalk::scene {

namespace {

Colour colourOf(const catalogue::Palette& palette, std::string_view name, Colour otherwise) {
    const auto at = palette.colours.find(name);
    return at == palette.colours.end() ? otherwise : at->second;
}

Colour shaded(Colour c, float factor) {
    return {c.x * factor, c.y * factor, c.z * factor};
}

float hashUnit(uint64_t seed, int x, int y) {
    return static_cast<float>(
        toUnit(mix(seed ^ (static_cast<uint64_t>(static_cast<uint32_t>(x)) << 32) ^ static_cast<uint32_t>(y))));
}

// Soft steps instead of a smooth gradient: patches with a rim, as a painter lays them.
float stepped(float value, float steps, float wobble) {
    const float t = value * steps + wobble;
    const float whole = std::floor(t);
    return (whole + ramp(0.3f, 0.7f, t - whole)) / steps;
}

// 0 in the valleys, 1 on the crests of a wave of the given length; both flat enough to read as rows.
float rows(float along, float length) {
    const float t = along / length;
    const float saw = std::abs(2 * (t - std::floor(t)) - 1);
    return ramp(0.25f, 0.75f, saw);
}

// Which cell of a mosaic a point lies in (nearest of one jittered point a cell; Worley, 1996), and how far its rim is.
struct Parcel {
    uint64_t bits = 0;
    float rim = 0;  // metres
};

// `around` 3 looks at all neighbours that could be nearest, 2 at the four closest: enough for small facets.
template <int around>
Parcel parcelAt(uint64_t seed, float x, float y, float size) {
    constexpr float kShift = around == 3 ? 1.0f : 0.5f;
    const float jitter = around == 3 ? 0.7f : 0.5f, least = (1 - jitter) / 2;
    const int cx = static_cast<int>(std::floor(x / size - kShift)),
              cy = static_cast<int>(std::floor(y / size - kShift));
    float best = 1e18f, second = 1e18f;
    float bx = 0, by = 0, sx = 0, sy = 0;
    Parcel parcel;
    for (int dy = 0; dy < around; ++dy) {
        for (int dx = 0; dx < around; ++dx) {
            const uint64_t bits = mix(seed ^ (static_cast<uint64_t>(static_cast<uint32_t>(cx + dx)) << 32) ^
                                      static_cast<uint32_t>(cy + dy));
            const float px =
                (static_cast<float>(cx + dx) + least + jitter * static_cast<float>(bits & 0xFFFF) / 65536.0f) * size;
            const float py =
                (static_cast<float>(cy + dy) + least + jitter * static_cast<float>((bits >> 16) & 0xFFFF) / 65536.0f) *
                size;
            const float d = (px - x) * (px - x) + (py - y) * (py - y);
            if (d < best) {
                second = best, sx = bx, sy = by;
                best = d, bx = px, by = py;
                parcel.bits = bits >> 32;
            } else if (d < second) {
                second = d, sx = px, sy = py;
            }
        }
    }
    const float apart = std::sqrt((sx - bx) * (sx - bx) + (sy - by) * (sy - by));
    parcel.rim = apart > 0 ? (second - best) / (2 * apart) : size;
    return parcel;
}

constexpr float kParcel = 46;    // metres
constexpr float kFurrow = 1.4f;  // metres: every other one carries a row of crops

}  // namespace

GroundLook::GroundLook(std::string_view layer, const catalogue::Palette& palette, uint64_t seed)
    : m_base(colourOf(palette, layer, {0.5f, 0.5f, 0.5f})), m_seed(randomBits(seed, "ground look", hashText(layer))) {
    const auto named = [&](std::string_view name) { return colourOf(palette, name, m_base); };
    if (layer == "grass" || layer == "garden") {
        m_kind = Kind::green;
        m_second = blend(m_base, named("grass_dry"), 0.75f);
        m_third = layer == "garden" ? blend(m_base, named("soil"), 0.55f) : blend(m_base, named("grass_dark"), 0.8f);
    } else if (layer == "forest" || layer == "jungle") {
        m_kind = Kind::wooded;
        m_second = blend(m_base, named("soil"), 0.38f);
        m_third = blend(m_base, named("moss"), 0.6f);
    } else if (layer == "sand") {
        m_kind = Kind::sand;
        m_second = shaded(m_base, 1.07f);
        m_third = blend(m_base, named("dirt"), 0.3f);
    } else if (layer == "rock" || layer == "ash") {
        m_kind = Kind::rock;
        m_second = shaded(m_base, 0.78f);
        m_third = layer == "rock" ? blend(m_base, named("moss"), 0.5f) : shaded(m_base, 1.12f);
    } else if (layer == "gravel") {
        m_kind = Kind::gravel;
        m_second = shaded(m_base, 0.84f);
        m_third = shaded(m_base, 1.14f);
    } else if (layer == "snow") {
        m_kind = Kind::snow;
        m_second = blend(m_base, {0.72f, 0.81f, 0.92f}, 0.6f);
        m_third = blend(m_base, named("rock"), 0.35f);
    } else if (layer == "field") {
        m_kind = Kind::field;
        m_second = blend(m_base, named("soil"), 0.42f);
        m_third = blend(m_base, named("grass"), 0.75f);
    } else if (layer == "paving") {
        m_kind = Kind::paving;
        m_second = shaded(m_base, 0.82f);
        m_third = blend(m_base, named("moss"), 0.35f);
    } else if (layer == "road") {
        m_kind = Kind::road;
        m_second = shaded(m_base, 0.88f);
        m_third = blend(m_base, named("dirt"), 0.45f);
    } else if (layer == "path") {
        m_kind = Kind::path;
        m_second = blend(m_base, named("dirt"), 0.55f);
        m_third = blend(m_base, named("grass"), 0.4f);
    } else {
        m_kind = Kind::earth;
        m_second = shaded(m_base, 0.84f);
        m_third = shaded(m_base, 1.12f);
    }
}

Colour GroundLook::at(const GroundPoint& p) const {
    switch (m_kind) {
        case Kind::green:
            return green(p);
        case Kind::wooded:
            return wooded(p);
        case Kind::sand:
            return sand(p);
        case Kind::rock:
            return rock(p);
        case Kind::gravel:
            return gravel(p);
        case Kind::snow:
            return snow(p);
        case Kind::field:
            return field(p);
        case Kind::paving:
            return paving(p);
        case Kind::road:
            return road(p);
        case Kind::path:
            return path(p);
        case Kind::earth:
            break;
    }
    return earth(p);
}

// Meadow: broad patches of dry and of lush growth, a finer mottle, tufts.
Colour GroundLook::green(const GroundPoint& p) const {
    const float tone = stepped(0.75f * p.broad + 0.45f * p.middle, 3.5f, 0.45f * p.fine);
    const Colour c = tone > 0 ? blend(m_base, m_second, std::min(0.8f, tone * 1.1f))
                              : blend(m_base, m_third, std::min(0.9f, -tone * 1.4f));
    return shaded(c, 1 + 0.05f * p.fine + 0.025f * p.middle);
}

Colour GroundLook::wooded(const GroundPoint& p) const {
    const float litter = ramp(-0.1f, 0.4f, p.middle + 0.25f * p.fine + 0.4f * p.broad);
    const float moss = ramp(0.05f, 0.4f, -p.middle + 0.3f * p.fine);
    const Colour c = blend(blend(m_base, m_second, 0.75f * litter), m_third, 0.5f * moss);
    return shaded(c, 1 + 0.06f * p.fine + 0.06f * p.broad);
}

// Dry sand with wind ripples and darker hollows.
Colour GroundLook::sand(const GroundPoint& p) const {
    const float tone = stepped(0.6f * p.broad + 0.5f * p.middle, 3, 0.3f * p.fine);
    Colour c = tone > 0 ? blend(m_base, m_second, std::min(1.0f, tone * 1.5f))
                        : blend(m_base, m_third, std::min(0.6f, -tone * 0.9f));
    const float sharp = 1 - ramp(0.3f, 0.9f, p.pixel);
    const float ripple = rows(p.x * 0.83f + p.y * 0.55f + 3.2f * p.middle + 5 * p.broad, 2.1f) - 0.5f;
    return shaded(c, 1 + 0.03f * ripple * sharp + 0.02f * p.fine);
}

// Facets, each of its own tone; strata that follow the height; moss on gentle ledges.
Colour GroundLook::rock(const GroundPoint& p) const {
    const float size = std::max(3.4f, 5 * p.pixel);
    const Parcel facet = parcelAt<2>(m_seed, p.x + 1.1f * p.fine, p.y + 1.4f * p.middle + 0.35f * p.height, size);
    const float tone = static_cast<float>(facet.bits & 255) / 255 - 0.5f;
    const float seam = ramp(0.28f, 0.0f, facet.rim) * ramp(0.2f, 0.9f, p.steep + 0.5f * p.broad + 0.25f);
    const float layers = p.height / 3.1f + 0.5f * p.middle + 0.6f * p.broad;
    const float band = hashUnit(m_seed, static_cast<int>(std::floor(layers)), 0) - 0.5f;
    const float ledge = ramp(0.75f, 0.3f, p.steep) * ramp(0.0f, 0.3f, p.broad + 0.3f * p.fine);
    const Colour c = blend(blend(m_base, m_second, 0.45f * seam), m_third, 0.4f * ledge);
    return shaded(c, 1 + 0.15f * tone + 0.1f * band * ramp(0.15f, 0.6f, p.steep) + 0.03f * p.fine + 0.05f * p.broad);
}

Colour GroundLook::gravel(const GroundPoint& p) const {
    const float grain = std::max(0.35f, 1.2f * p.pixel);
    const float pebble =
        hashUnit(m_seed, static_cast<int>(std::floor(p.x / grain)), static_cast<int>(std::floor(p.y / grain)));
    const float tone = stepped(0.5f * p.broad + 0.5f * p.middle, 3, 0.4f * p.fine);
    const Colour c =
        tone > 0 ? blend(m_base, m_third, std::min(0.7f, tone)) : blend(m_base, m_second, std::min(0.8f, -tone));
    return shaded(c, 1 + 0.09f * (pebble - 0.5f) + 0.05f * p.fine);
}

Colour GroundLook::snow(const GroundPoint& p) const {
    const float drift = stepped(0.7f * p.broad + 0.5f * p.middle, 3, 0.3f * p.fine);
    Colour c = blend(m_base, m_second, std::clamp(0.22f - drift * 0.8f, 0.0f, 0.65f));
    c = blend(c, m_third, 0.5f * ramp(0.45f, 0.9f, p.steep + 0.2f * p.middle));
    return shaded(c, 1 + 0.012f * p.fine);
}

Colour GroundLook::earth(const GroundPoint& p) const {
    const float tone = stepped(0.5f * p.broad + 0.6f * p.middle, 3, 0.4f * p.fine);
    const Colour c = tone > 0 ? blend(m_base, m_third, std::min(0.8f, tone * 1.2f))
                              : blend(m_base, m_second, std::min(0.8f, -tone * 1.2f));
    return shaded(c, 1 + 0.06f * p.fine);
}

// A drawn field has one direction of rows and its own crop. Land that is field by itself is divided into parcels, each
// with its own, by grassy rims.
Colour GroundLook::field(const GroundPoint& p) const {
    static constexpr float kAcross[8][2] = {{1, 0}, {0.924f, 0.383f},  {0.707f, 0.707f},  {0.383f, 0.924f},
                                            {0, 1}, {-0.383f, 0.924f}, {-0.707f, 0.707f}, {-0.924f, 0.383f}};
    const Parcel parcel = p.plot != nullptr ? Parcel{p.plot->bits, kParcel}
                                            : parcelAt<3>(m_seed, p.x + 1.5f * p.middle, p.y + 1.5f * p.fine, kParcel);
    const auto& across = kAcross[parcel.bits & 7];
    const float along = p.plot != nullptr
                            ? (p.x - p.plot->centreX) * p.plot->acrossX + (p.y - p.plot->centreY) * p.plot->acrossY
                            : p.x * across[0] + p.y * across[1];
    const float ripe = static_cast<float>((parcel.bits >> 3) & 255) / 255;
    const Colour crop =
        ripe < 0.25f ? blend(m_second, m_base, 0.35f) : blend(m_base, m_third, 0.55f * ramp(0.55f, 1.0f, ripe));
    const float row = rows(along + 0.25f * p.middle, kFurrow);
    const float sharp = 1 - ramp(0.45f, 0.9f, p.pixel);
    Colour c = blend(crop, m_second, (0.15f + 0.5f * row) * sharp + 0.4f * (1 - sharp));
    c = blend(c, m_third, ramp(0.9f, 0.3f, parcel.rim + 0.4f * p.fine));
    return shaded(c, 1 + 0.05f * p.fine + 0.07f * p.broad + 0.06f * (ripe - 0.5f));
}

// Setts in rows, each of its own tone; worn and mossy here and there.
Colour GroundLook::paving(const GroundPoint& p) const {
    constexpr float kSett = 0.75f;
    const int row = static_cast<int>(std::floor(p.y / kSett));
    const float shift = (row & 1) != 0 ? 0.5f : 0.0f;
    const float tone = hashUnit(m_seed, static_cast<int>(std::floor(p.x / (1.3f * kSett) + shift)), row) - 0.5f;
    const float sharp = 1 - ramp(0.4f, 0.9f, p.pixel);
    const float worn = ramp(0.1f, 0.45f, p.broad + 0.5f * p.middle);
    Colour c = blend(m_base, m_second, std::clamp(0.25f + 0.7f * tone * sharp - 0.25f * worn, 0.0f, 1.0f));
    c = blend(c, m_third, 0.5f * ramp(0.25f, 0.55f, -p.broad - 0.5f * p.middle + 0.3f * p.fine));
    return shaded(c, 1 + 0.03f * p.fine);
}

// Two darker tracks where wheels run, dusty rims.
Colour GroundLook::road(const GroundPoint& p) const {
    const float rim = ramp(0.9f, 0.15f, p.roadIn + 0.45f * p.fine + 0.2f * p.middle);
    const float track = ramp(0.7f, 1.1f, p.roadIn) * ramp(2.3f, 1.7f, p.roadIn);
    const float patch = stepped(0.5f * p.broad + 0.5f * p.middle, 3, 0.2f * p.fine);
    Colour c = blend(m_base, m_second, std::clamp(0.55f * track - 0.35f * patch, 0.0f, 1.0f));
    c = blend(c, m_third, 0.8f * rim);
    return shaded(c, 1 + 0.045f * p.fine + 0.04f * patch);
}

// Trodden in the middle, grass creeping in from the sides.
Colour GroundLook::path(const GroundPoint& p) const {
    const float rim = ramp(0.65f, 0.1f, p.roadIn + 0.4f * p.fine + 0.2f * p.middle);
    const float hollow = ramp(0.0f, 0.4f, p.middle + 0.4f * p.fine);
    Colour c = blend(m_base, m_second, 0.45f * hollow);
    c = blend(c, m_third, 0.6f * rim);
    return shaded(c, 1 + 0.06f * p.fine + 0.04f * p.broad);
}

}  // namespace sketchwalk::scene
