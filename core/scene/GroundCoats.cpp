// How each splat layer varies from place to place: lush and dry meadows, furrows, ruts.
#include <glm/common.hpp>

#include "core/scene/GroundPaint.h"
#include "core/scene/PaintTones.h"

namespace sketchwalk::scene {
namespace {

using textures::Sample;

constexpr float kParcel = 46;    // metres
constexpr float kFurrow = 1.4f;  // metres: every other one carries a row of crops

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

Parcel parcelAt(uint64_t seed, float x, float y, float size) {
    constexpr float kJitter = 0.7f, kLeast = (1 - kJitter) / 2;
    const int cx = static_cast<int>(std::floor(x / size)) - 1, cy = static_cast<int>(std::floor(y / size)) - 1;
    float best = 1e18f, second = 1e18f;
    glm::vec2 nearest(0), next(0);
    Parcel parcel;
    for (int dy = 0; dy < 3; ++dy) {
        for (int dx = 0; dx < 3; ++dx) {
            const uint64_t bits = mix(seed ^ (static_cast<uint64_t>(static_cast<uint32_t>(cx + dx)) << 32) ^
                                      static_cast<uint32_t>(cy + dy));
            const auto seat = [&](int cell, int shift) {
                const float part = static_cast<float>((bits >> shift) & 0xFFFF) / 65536.0f;
                return (static_cast<float>(cell) + kLeast + kJitter * part) * size;
            };
            const glm::vec2 at(seat(cx + dx, 0), seat(cy + dy, 16));
            const float d = (at.x - x) * (at.x - x) + (at.y - y) * (at.y - y);
            if (d < best) {
                second = best, next = nearest;
                best = d, nearest = at;
                parcel.bits = bits >> 32;
            } else if (d < second) {
                second = d, next = at;
            }
        }
    }
    const glm::vec2 between = next - nearest;
    const float apart = std::sqrt(between.x * between.x + between.y * between.y);
    parcel.rim = apart > 0 ? (second - best) / (2 * apart) : size;
    return parcel;
}

}  // namespace

GroundPaint::Coat GroundPaint::coatOf(std::string_view layer, const catalogue::Biome& biome, uint64_t seed) {
    const auto& colours = biome.palette.colours;
    const auto found = colours.find(layer);
    const Colour base = found == colours.end() ? Colour(0.5f) : found->second;
    const auto named = [&](std::string_view name) {
        const auto at = colours.find(name);
        return at == colours.end() ? base : at->second;
    };
    // What turns the base into its blend with another colour.
    const auto toward = [&](Colour other, float share) {
        return factorOf(blend(base, other, share) / glm::max(base, Colour(0.04f)));
    };
    Coat coat;
    coat.seed = randomBits(seed, "ground look", hashText(layer));
    coat.texture = textures::groundTexture(layer, biome.palette, seed, biome.base == "paving");
    coat.light = factorOf(1.12f);
    coat.dark = factorOf(0.84f);
    if (layer == "grass" || layer == "garden") {
        coat.kind = Kind::green;
        coat.light = toward(named("grass_dry"), 0.75f);
        coat.dark = layer == "garden" ? toward(named("soil"), 0.4f) : toward(named("grass_dark"), 0.8f);
    } else if (layer == "forest" || layer == "jungle") {
        coat.kind = Kind::wooded;
        coat.light = toward(named("soil"), 0.38f);
        coat.dark = toward(named("moss"), 0.6f);
    } else if (layer == "sand") {
        coat.kind = Kind::sand;
        coat.light = factorOf(1.07f);
        coat.dark = toward(named("dirt"), 0.2f);
    } else if (layer == "rock" || layer == "ash") {
        coat.kind = Kind::rock;
        coat.light = layer == "rock" ? toward(named("moss"), 0.25f) : factorOf(1.12f);
        coat.dark = factorOf(0.86f);
    } else if (layer == "gravel") {
        coat.kind = Kind::gravel;
    } else if (layer == "snow") {
        coat.kind = Kind::snow;
        coat.light = factorOf(1.03f);
        coat.dark = toward({0.72f, 0.81f, 0.92f}, 0.5f);
    } else if (layer == "field") {
        coat.kind = Kind::field;
        coat.dark = toward(named("soil"), 0.42f);
        coat.third = toward(named("grass"), 0.75f);
    } else if (layer == "paving") {
        coat.kind = Kind::paving;
        coat.light = factorOf(1.06f);
        coat.dark = toward(named("moss"), 0.22f) * factorOf(0.94f);
    } else if (layer == "road") {
        coat.kind = Kind::road;
        coat.light = factorOf(1.07f);
        coat.dark = factorOf(0.92f);
        coat.third = toward(named("dirt"), 0.45f);
    } else if (layer == "path") {
        coat.kind = Kind::path;
        coat.light = factorOf(1.06f);
        coat.dark = toward(named("dirt"), 0.4f);
        coat.third = toward(named("grass"), 0.4f);
    }
    return coat;
}

// A drawn field has one direction of rows and its own crop. Land that is field by itself is divided into parcels, each
// with its own, by grassy rims.
GroundPaint::Layer GroundPaint::furrowed(const Coat& coat, const GroundPoint& p) const {
    static constexpr float kAcross[8][2] = {{1, 0}, {0.924f, 0.383f},  {0.707f, 0.707f},  {0.383f, 0.924f},
                                            {0, 1}, {-0.383f, 0.924f}, {-0.707f, 0.707f}, {-0.924f, 0.383f}};
    Parcel parcel{0, kParcel};
    if (p.plot != nullptr) {
        parcel.bits = p.plot->bits;
    } else {
        parcel = parcelAt(coat.seed, p.x + 1.5f * p.middle, p.y, kParcel);
    }
    const float acrossX = p.plot != nullptr ? p.plot->acrossX : kAcross[parcel.bits & 7][0];
    const float acrossY = p.plot != nullptr ? p.plot->acrossY : kAcross[parcel.bits & 7][1];
    const float x = p.plot != nullptr ? p.x - p.plot->centreX : p.x,
                y = p.plot != nullptr ? p.y - p.plot->centreY : p.y;
    GroundPoint turned = p;  // the texture's rows lie along the furrows
    turned.x = x * acrossX + y * acrossY;
    turned.y = y * acrossX - x * acrossY;
    Layer layer{sampled(coat.texture, turned), 0, 1, 0};
    const float high = layer.sample[3] * (1.0f / 255) - 0.5f;
    const float ripe = static_cast<float>((parcel.bits >> 3) & 255) / 255;
    const Sample asIs = factorOf(1);
    Sample factor =
        ripe < 0.25f ? blend(coat.dark, asIs, 0.35f) : blend(asIs, coat.third, 0.55f * ramp(0.55f, 1.0f, ripe));
    const float row = rows(turned.x + 0.12f * p.middle + 0.08f * high, kFurrow);
    const float sharp = 1 - ramp(0.45f, 0.9f, p.pixel);
    factor = blend(factor, coat.dark, (0.1f + 0.6f * row) * sharp + 0.4f * (1 - sharp));
    const float grassy = ramp(0.9f, 0.3f, parcel.rim + 0.4f * high);
    layer.sample *= blend(factor, coat.third, grassy) * factorOf(1 + 0.07f * p.broad + 0.06f * (ripe - 0.5f));
    layer.bump = high * coat.texture.relief - 0.13f * row * sharp * (1 - grassy);
    layer.rough = coat.texture.roughAt(layer.sample[3]);
    layer.bared = (sharp * (1 - row) * 0.85f + (1 - sharp) * 0.45f) * (1 - grassy);  // wind sweeps the crests
    return layer;
}

// Wheels leave two ruts by the rims of a road, feet a trough in the middle of a path; dust and grass creep in from the
// sides.
void GroundPaint::tread(const Coat& coat, const GroundPoint& p, Layer& layer) const {
    const float high = layer.sample[3] * (1.0f / 255) - 0.5f, in = -p.road;
    if (coat.kind == Kind::road) {
        const float rim = ramp(0.9f, 0.15f, in + 0.7f * high + 0.2f * p.middle);
        const float rut = ramp(0.55f, 0.95f, in + 0.15f * p.middle) * ramp(1.75f, 1.3f, in + 0.15f * p.middle);
        const float worn = ramp(1.7f, 2.6f, in);
        layer.sample *= blend(factorOf(1 - 0.12f * rut + 0.05f * worn), coat.third, 0.8f * rim);
        layer.bump -= 0.07f * rut;
        layer.rough -= 0.12f * rut;
    } else {
        const float rim = ramp(0.65f, 0.1f, in + 0.6f * high + 0.2f * p.middle);
        const float trodden = ramp(0.3f, 1.2f, in);
        layer.sample *= blend(factorOf(1 + 0.05f * trodden), coat.third, 0.7f * rim);
        layer.bump -= 0.05f * trodden;
        layer.rough -= 0.06f * trodden;
    }
}

}  // namespace sketchwalk::scene
